package dev.pleat.benchmarks;

import java.util.Arrays;

/** Whether an output is right. */
final class Agreement {
    /** Float32 keeps outputs of deep random networks within this share of their largest value. */
    static final double TOLERANCE = 1e-4;

    private Agreement() {}

    /**
     * Returns the largest difference, as a share of the reference's largest absolute value.
     */
    static double error(double[] output, double[] reference) {
        if (output.length != reference.length) {
            throw new IllegalArgumentException(
                    "there are %d values, but %d in the reference".formatted(output.length, reference.length));
        }
        double range = Arrays.stream(reference).map(Math::abs).max().orElse(0);
        double error = 0;
        for (int i = 0; i < output.length; i++) {
            double difference = Math.abs(output[i] - reference[i]);
            if (Double.isNaN(difference)) {
                return Double.NaN;
            }
            error = Math.max(error, difference);
        }
        return error / range;
    }
}
