package dev.pleat.runtime;

/**
 * Sums of a row, in double, in an order that is always the same.
 *
 * <p>HotSpot adds the lanes of a vector in another order once it has compiled that, so with {@code reduceLanes} a
 * prediction would not always have the same last bits. Four sums at a time, since one addition waits for another.
 */
final class OrderedSums {
    private OrderedSums() {}

    /** {@return the sum of {@code n} values} */
    static double of(float[] x, int at, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int end = at + n;
        int i = at;
        for (; i <= end - 4; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < end; i++) {
            a += x[i];
        }
        return (a + b) + (c + d);
    }

    /** {@return the population variance of {@code n} values with the given mean} */
    static double variance(float[] x, int at, int n, double mean) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int end = at + n;
        int i = at;
        for (; i <= end - 4; i += 4) {
            a += square(x[i] - mean);
            b += square(x[i + 1] - mean);
            c += square(x[i + 2] - mean);
            d += square(x[i + 3] - mean);
        }
        for (; i < end; i++) {
            a += square(x[i] - mean);
        }
        return ((a + b) + (c + d)) / n;
    }

    private static double square(double x) {
        return x * x;
    }
}
