package dev.pleat.runtime;

/**
 * Arithmetic of two spans: each writes to {@code z[zAt + i]}, for every {@code i} below {@code n}, what it makes of
 * {@code x[xAt + i xStep]} and {@code y[yAt + i yStep]}.
 *
 * <p>A step is 1, or 0 for one value that all share. {@code z} may be {@code x} or {@code y} at the same offset;
 * otherwise it must not overlap them.
 */
public final class Arithmetic {
    private static final ArithmeticKernel ADD = new ArithmeticKernel(ArithmeticKernel.ADD);
    private static final ArithmeticKernel SUBTRACT = new ArithmeticKernel(ArithmeticKernel.SUBTRACT);
    private static final ArithmeticKernel MULTIPLY = new ArithmeticKernel(ArithmeticKernel.MULTIPLY);
    private static final ArithmeticKernel MAXIMUM = new ArithmeticKernel(ArithmeticKernel.MAXIMUM);
    private static final ArithmeticKernel MINIMUM = new ArithmeticKernel(ArithmeticKernel.MINIMUM);
    private static final ArithmeticKernel SCALE = new ArithmeticKernel(ArithmeticKernel.SCALE);

    private Arithmetic() {}

    /** {@code x + y}. */
    public static void add(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (Simd.AVAILABLE && ADD.isReady()) {
            VectorArithmetic.add(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        } else {
            ScalarArithmetic.add(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        }
    }

    /** {@code x - y}. */
    public static void subtract(
            float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (Simd.AVAILABLE && SUBTRACT.isReady()) {
            VectorArithmetic.subtract(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        } else {
            ScalarArithmetic.subtract(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        }
    }

    /** {@code x y}. */
    public static void multiply(
            float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (Simd.AVAILABLE && MULTIPLY.isReady()) {
            VectorArithmetic.multiply(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        } else {
            ScalarArithmetic.multiply(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        }
    }

    /** The larger of {@code x} and {@code y}; NaN if either is. */
    public static void maximum(
            float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (Simd.MIN_MAX && MAXIMUM.isReady()) {
            VectorArithmetic.maximum(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        } else {
            ScalarArithmetic.maximum(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        }
    }

    /** The smaller of {@code x} and {@code y}; NaN if either is. */
    public static void minimum(
            float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (Simd.MIN_MAX && MINIMUM.isReady()) {
            VectorArithmetic.minimum(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        } else {
            ScalarArithmetic.minimum(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        }
    }

    /** {@code z[zAt + i] = factor x[xAt + i]}. */
    public static void scale(float[] x, int xAt, float[] z, int zAt, int n, float factor) {
        if (Simd.AVAILABLE && SCALE.isReady()) {
            VectorArithmetic.scale(x, xAt, z, zAt, n, factor);
        } else {
            ScalarArithmetic.scale(x, xAt, z, zAt, n, factor);
        }
    }
}
