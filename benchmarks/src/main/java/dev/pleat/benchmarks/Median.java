package dev.pleat.benchmarks;

import java.util.stream.DoubleStream;

/** The median of a few figures. */
final class Median {
    private Median() {}

    /** Returns the one in the middle, of an even number the upper one; NaN counts as the largest. */
    static double of(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
