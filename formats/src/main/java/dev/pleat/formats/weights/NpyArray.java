package dev.pleat.formats.weights;

import dev.pleat.runtime.Safetensors.Tensor;
import dev.pleat.runtime.TensorSpec;
import java.util.List;

/**
 * An array of numbers of a file, in the precision of the file: a float64 stays one, so that results can be compared with
 * it.
 */
public final class NpyArray {
    private final String type;
    private final List<Integer> shape;
    private final Numbers numbers;

    NpyArray(String type, List<Integer> shape, Numbers numbers) {
        this.type = type;
        this.shape = List.copyOf(shape);
        this.numbers = numbers;
        int size = new TensorSpec("array", shape).size();
        if (size != numbers.size()) {
            throw new IllegalArgumentException(
                    "an array of shape %s takes %d values, not %d".formatted(shape, size, numbers.size()));
        }
    }

    /**
     * Returns an array of float32.
     *
     * @param values the values, last dimension fastest; kept, not copied
     * @param shape the dimensions, outermost first
     * @return the array
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static NpyArray of(float[] values, int... shape) {
        return new NpyArray("float32", TensorSpec.of("array", shape).shape(), new Numbers.Floats(values));
    }

    /**
     * Returns an array of float64.
     *
     * @param values the values, last dimension fastest; kept, not copied
     * @param shape the dimensions, outermost first
     * @return the array
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static NpyArray of(double[] values, int... shape) {
        return new NpyArray("float64", TensorSpec.of("array", shape).shape(), new Numbers.Doubles(values));
    }

    /**
     * Returns an array of int64.
     *
     * @param values the values, last dimension fastest; kept, not copied
     * @param shape the dimensions, outermost first
     * @return the array
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static NpyArray of(long[] values, int... shape) {
        return new NpyArray("int64", TensorSpec.of("array", shape).shape(), new Numbers.Longs(values));
    }

    /**
     * Returns the array that a tensor is.
     *
     * @param tensor the tensor, whose values are kept, not copied
     * @return the array
     */
    public static NpyArray of(Tensor tensor) {
        return new NpyArray("float32", tensor.shape(), new Numbers.Floats(tensor.values()));
    }

    /** {@return the type of the numbers in the file, as NumPy calls it: {@code float64}} */
    public String type() {
        return type;
    }

    /** {@return the dimensions, outermost first; empty for a single number} */
    public List<Integer> shape() {
        return shape;
    }

    /** {@return how many numbers the array holds} */
    public int size() {
        return numbers.size();
    }

    /** {@return the values as float32, rounded once, last dimension fastest; the array's own where it is of this type} */
    public float[] floats() {
        return numbers.floats();
    }

    /** {@return the values as float64, last dimension fastest; the array's own where it is of this type} */
    public double[] doubles() {
        return numbers.doubles();
    }

    /** {@return the array as a tensor of float32} */
    public Tensor tensor() {
        return new Tensor(shape, floats());
    }

    /** Returns the values in the precision of the file. */
    Numbers numbers() {
        return numbers;
    }

    /** {@return type and shape: {@code float32 [2, 3]}} */
    @Override
    public String toString() {
        return type + " " + shape;
    }
}
