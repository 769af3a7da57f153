package dev.pleat.benchmarks.engine;

import java.util.Arrays;

/** Times single predictions. */
final class Rounds {
    private static final int MOST = 1 << 18;

    private Rounds() {}

    /** {@return the nanoseconds of each prediction of a round that lasts so many milliseconds, at least one} */
    static long[] of(Session session, long millis) throws Exception {
        long[] nanos = new long[256];
        int count = 0;
        long begin = System.nanoTime();
        long end = begin + millis * 1_000_000;
        long before = begin;
        do {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            session.predict();
            long after = System.nanoTime();
            nanos[count++] = after - before;
            before = System.nanoTime();
        } while (before < end && count < MOST);
        return Arrays.copyOf(nanos, count);
    }
}
