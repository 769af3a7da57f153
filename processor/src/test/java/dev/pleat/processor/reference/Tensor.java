package dev.pleat.processor.reference;

import java.util.Arrays;

/**
 * Numbers in a box, row-major: the last dimension varies fastest.
 *
 * @param shape the dimensions, without a batch
 * @param data as many numbers as the product of the dimensions
 */
public record Tensor(int[] shape, double[] data) {
    /** Checks that the numbers fill the box. */
    public Tensor {
        Illegal.unless(size(shape) == data.length, "%d numbers cannot fill %s", data.length, Arrays.toString(shape));
    }

    /** {@return a box of zeros} */
    static Tensor zeros(int... shape) {
        return new Tensor(shape, new double[size(shape)]);
    }

    /** {@return how many numbers a box holds} */
    public static int size(int... shape) {
        return Math.toIntExact(Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact));
    }

    /** {@return the largest absolute value, or NaN if any number is} */
    public double range() {
        return Arrays.stream(data).map(Math::abs).reduce(0, Math::max);
    }

    /** {@return the numbers in single precision} */
    public float[] floats() {
        float[] floats = new float[data.length];
        for (int i = 0; i < data.length; i++) {
            floats[i] = (float) data[i];
        }
        return floats;
    }
}
