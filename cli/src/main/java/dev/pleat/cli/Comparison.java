package dev.pleat.cli;

import dev.pleat.formats.weights.NpyArray;

/**
 * How far a model's results are from a reference.
 *
 * @param array the reference array
 * @param output what it was compared with, for people
 * @param absolute the largest absolute error
 * @param relative that, relative to the largest absolute value of the reference
 * @param largest the largest absolute value of the reference
 * @param sample where the largest error is
 * @param note what a reader should know, or empty
 */
record Comparison(
        String array, String output, double absolute, double relative, double largest, int sample, String note) {

    /** Compares all values, one sample behind the other. */
    static Comparison of(String name, String output, NpyArray reference, float[] actual, int samples, String note) {
        double[] expected = reference.doubles();
        double largest = 0;
        double worst = 0;
        int at = 0;
        for (int i = 0; i < expected.length; i++) {
            double magnitude = Math.abs(expected[i]);
            largest = magnitude < Double.POSITIVE_INFINITY ? Math.max(largest, magnitude) : largest;
            double error = error(expected[i], actual[i]);
            if (error > worst) {
                worst = error;
                at = i;
            }
        }
        double relative = worst == 0 ? 0 : largest == 0 ? worst : worst / largest;
        int size = Math.max(1, expected.length / Math.max(1, samples));
        return new Comparison(name, output, worst, relative, largest, at / size, note);
    }

    /** What is no number must be none on both sides, and infinities must be equal. */
    private static double error(double expected, float actual) {
        if (expected == actual || Double.isNaN(expected) && Float.isNaN(actual)) {
            return 0;
        }
        double error = Math.abs(expected - actual);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    boolean within(double tolerance) {
        return relative <= tolerance;
    }
}
