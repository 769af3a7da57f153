package dev.pleat.formats.onnx;

import dev.pleat.formats.build.Coefficients;
import dev.pleat.formats.build.Dims;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Arrays;

/**
 * A tensor whose numbers are known.
 *
 * <p>A dimension that is not known, that of an open batch, is not a number ({@code NaN}) among the numbers of a shape;
 * what is computed of it is none either.
 */
final class Constant implements Operand {
    private final ElementType type;
    private final int[] dims;
    private final float[] floats;
    private final double[] doubles;

    private Constant(ElementType type, int[] dims, float[] floats, double[] doubles) {
        this.type = type;
        this.dims = dims;
        this.floats = floats;
        this.doubles = doubles;
    }

    /** Returns a tensor of float32. */
    static Constant of(int[] dims, float[] values) {
        return new Constant(ElementType.FLOAT, dims, values, null);
    }

    static Constant of(ElementType type, int[] dims, double[] values) {
        return new Constant(type, dims, null, values);
    }

    /** Returns a vector of integers. */
    static Constant integers(double... values) {
        return of(ElementType.INT64, new int[] {values.length}, values);
    }

    ElementType type() {
        return type;
    }

    int[] dims() {
        return dims.clone();
    }

    int rank() {
        return dims.length;
    }

    int size() {
        return floats == null ? doubles.length : floats.length;
    }

    double at(int index) {
        return floats == null ? doubles[index] : floats[index];
    }

    double[] doubles() {
        double[] all = new double[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = at(i);
        }
        return all;
    }

    /** Returns integers, those beyond an int at its bounds, and what is not known as -1. */
    int[] ints() {
        int[] all = new int[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = Double.isNaN(at(i)) ? -1 : (int) at(i);
        }
        return all;
    }

    double scalar() {
        if (size() != 1) {
            throw new NotExpressible("takes one number but was given " + Arrays.toString(dims));
        }
        return at(0);
    }

    Tensor tensor() {
        float[] values = floats;
        if (values == null) {
            values = new float[size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) at(i);
            }
        }
        return Tensor.of(values, dims);
    }

    Coefficients coefficients() {
        return new Coefficients(doubles(), Dims.of(dims));
    }

    /** Returns the same numbers in another shape. */
    Constant shaped(int... shape) {
        return new Constant(type, shape, floats, doubles);
    }

    @Override
    public String text() {
        return Arrays.toString(dims);
    }

    /** Returns how many numbers a shape has. */
    static long size(int[] dims) {
        long size = 1;
        for (int n : dims) {
            size = Math.multiplyExact(size, (long) n);
        }
        return size;
    }
}
