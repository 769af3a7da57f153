package dev.pleat.examples;

import java.util.Arrays;
import java.util.Locale;

/** Measures how long a prediction takes. */
public final class Stopwatch {

    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final int RUNS = 2_000;

    private Stopwatch() {}

    /**
     * Measures a task, after it ran for three seconds untimed so that HotSpot has compiled it.
     *
     * @param task what to measure
     * @return the median, and how it was measured
     */
    public static String median(Runnable task) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < WARM_UP_NANOS) {
            task.run();
        }
        long[] nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            task.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%.1f µs (median of %,d predictions in one thread, each timed alone, after 3 s of warm-up)",
                nanos[RUNS / 2] / 1e3,
                RUNS);
    }
}
