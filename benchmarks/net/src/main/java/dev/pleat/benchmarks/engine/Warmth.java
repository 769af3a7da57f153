package dev.pleat.benchmarks.engine;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * A session that has predicted until it got no faster.
 *
 * @param seconds how long that took
 * @param median the median nanoseconds of the last predictions
 * @param stable whether it ended because nothing changed any more, not because time was up
 */
record Warmth(double seconds, long median, boolean stable) {
    private static final long BLOCK_MILLIS = 250;
    private static final int CALM_BLOCKS = 8;
    private static final long COMPILING_MILLIS = 20;

    /** Who allocates more has code that is not compiled yet: it boxes vectors. */
    private static final long BOXING_BYTES = 1 << 20;

    /**
     * Predicts until, for eight blocks of predictions and a quarter of all time so far, the median has not improved by
     * two percent and the JVM has compiled next to nothing and boxed nothing; or until time is up.
     */
    static Warmth of(Session session, double limit) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long begin = System.nanoTime();
        long calmSince = begin;
        long best = Long.MAX_VALUE;
        long median = Long.MAX_VALUE;
        int calm = 0;
        while (seconds(begin) < limit) {
            long compiled = compiler.getTotalCompilationTime();
            long allocated = Allocation.ofThisThread();
            long[] nanos = Rounds.of(session, BLOCK_MILLIS);
            boolean boxing = (Allocation.ofThisThread() - allocated) / nanos.length > BOXING_BYTES;
            Arrays.sort(nanos);
            median = nanos[nanos.length / 2];
            boolean faster = median < 0.98 * best;
            best = Math.min(best, median);
            if (faster || boxing || compiler.getTotalCompilationTime() - compiled > COMPILING_MILLIS) {
                calm = 0;
                calmSince = System.nanoTime();
            } else {
                calm++;
            }
            if (calm >= CALM_BLOCKS && 4 * seconds(calmSince) > seconds(begin)) {
                return new Warmth(seconds(begin), median, true);
            }
        }
        return new Warmth(seconds(begin), median, false);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    @Override
    public String toString() {
        return seconds + " " + median + " " + stable;
    }
}
