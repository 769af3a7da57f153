package dev.pleat.cli;

import java.util.Arrays;

/** Times of one thing done many times; of very many, evenly chosen ones are kept. */
final class Latencies {
    private static final int MOST = 1 << 20;

    private long[] nanos = new long[1 << 12];
    private int count;
    private long seen;
    private long stride = 1;

    void add(long time) {
        if (seen++ % stride != 0) {
            return;
        }
        if (count == MOST) {
            for (int i = 0; i < MOST / 2; i++) {
                nanos[i] = nanos[2 * i];
            }
            count = MOST / 2;
            stride *= 2;
        } else if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = time;
    }

    /** Returns how many there were, kept or not. */
    long seen() {
        return seen;
    }

    /** Returns the kept times, sorted. */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Returns the time that a share of sorted times does not exceed. */
    static double quantile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }
}
