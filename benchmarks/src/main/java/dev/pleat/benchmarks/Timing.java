package dev.pleat.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/**
 * The times of many predictions, in microseconds.
 *
 * @param count how many there were
 * @param min the shortest
 * @param median as many were shorter as longer
 * @param p99 one in a hundred was longer
 */
record Timing(int count, double min, double median, double p99) {

    /** {@return the timing of predictions in nanoseconds, at least one} */
    static Timing of(Collection<long[]> rounds) {
        long[] all = rounds.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (all.length == 0) {
            throw new IllegalArgumentException("there are no times");
        }
        return new Timing(all.length, all[0] / 1e3, quantile(all, 0.5), quantile(all, 0.99));
    }

    /** The nearest rank: of an even number, the lower median. */
    private static double quantile(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(1, rank) - 1] / 1e3;
    }
}
