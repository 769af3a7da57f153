package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.Coefficients;
import dev.pleat.formats.build.Dims;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Numbers that are known before the model runs: weights, shapes, and what a graph computes of them.
 *
 * <p>Among the numbers of a shape may be the size of the batch, which is not known: such a number counts in batches.
 */
final class Constant implements Result {
    private static final int LARGEST = 1 << 28;

    private final int[] shape;
    /** The numbers, in one of two forms: weights are large and float32; what is computed of them is exacter. */
    private final float[] floats;

    private final double[] doubles;
    /** Which numbers count in batches; null if none does. */
    private final boolean[] perBatch;

    private Constant(int[] shape, float[] floats, double[] doubles, boolean[] perBatch) {
        this.shape = shape;
        this.floats = floats;
        this.doubles = doubles;
        this.perBatch = perBatch;
    }

    /** {@return numbers of float32} */
    static Constant of(float[] values, int... shape) {
        return new Constant(shape, values, null, null);
    }

    /** {@return numbers} */
    static Constant of(double[] values, int... shape) {
        return new Constant(shape, null, values, null);
    }

    /** {@return whole numbers in a row} */
    static Constant row(int... values) {
        return of(IntStream.of(values).asDoubleStream().toArray(), values.length);
    }

    /** {@return one number} */
    static Constant scalar(double value) {
        return of(new double[] {value});
    }

    /** {@return numbers of which some count in batches} */
    static Constant of(double[] values, boolean[] perBatch, int... shape) {
        boolean any = IntStream.range(0, values.length).anyMatch(i -> perBatch[i]);
        return new Constant(shape, null, values, any ? perBatch : null);
    }

    int[] shape() {
        return shape.clone();
    }

    int rank() {
        return shape.length;
    }

    int size() {
        return floats != null ? floats.length : doubles.length;
    }

    double get(int index) {
        return floats != null ? floats[index] : doubles[index];
    }

    boolean isPerBatch(int index) {
        return perBatch != null && perBatch[index];
    }

    boolean isBatchDependent() {
        return perBatch != null;
    }

    /** {@return all numbers, none of which may count in batches} */
    double[] values() {
        if (perBatch != null) {
            throw NotExpressible.batch("computes with the size of the batch");
        }
        return IntStream.range(0, size()).mapToDouble(this::get).toArray();
    }

    /** {@return the only number} */
    double single() {
        if (size() != 1 || perBatch != null) {
            throw new NotExpressible("takes one number, but was given " + Arrays.toString(shape));
        }
        return get(0);
    }

    /** {@return all numbers as whole ones, of which none may count in batches} */
    int[] integers() {
        return Arrays.stream(values()).mapToInt(Constant::whole).toArray();
    }

    static int whole(double value) {
        // The ends of slices may be as far as a whole number goes.
        return (int) Math.max(Math.min(value, Integer.MAX_VALUE), Integer.MIN_VALUE);
    }

    Tensor tensor() {
        float[] values = floats;
        if (values == null) {
            double[] all = values();
            values = new float[all.length];
            for (int i = 0; i < all.length; i++) {
                values[i] = (float) all[i];
            }
        }
        return Tensor.of(values, shape);
    }

    Coefficients coefficients() {
        return new Coefficients(values(), Dims.of(shape));
    }

    /** {@return the same numbers in another shape} */
    Constant reshaped(int... newShape) {
        if (count(newShape) != size()) {
            throw new NotExpressible(
                    "reshapes constants " + Arrays.toString(shape) + " to " + Arrays.toString(newShape));
        }
        return new Constant(newShape, floats, doubles, perBatch);
    }

    /** {@return those numbers at these indices, in another shape} */
    Constant picked(int[] indices, int... newShape) {
        if (floats != null) {
            float[] values = new float[indices.length];
            for (int i = 0; i < indices.length; i++) {
                values[i] = floats[indices[i]];
            }
            return of(values, newShape);
        }
        double[] values = new double[indices.length];
        boolean[] batches = new boolean[indices.length];
        for (int i = 0; i < indices.length; i++) {
            values[i] = doubles[indices[i]];
            batches[i] = isPerBatch(indices[i]);
        }
        return of(values, batches, newShape);
    }

    /** {@return how many numbers a shape holds, which may not be more than a model can} */
    static int count(int... shape) {
        long count = 1;
        for (int n : shape) {
            if (n < 0 || (count *= n) > LARGEST) {
                throw new NotExpressible("constants of the shape " + Arrays.toString(shape));
            }
        }
        return (int) count;
    }
}
