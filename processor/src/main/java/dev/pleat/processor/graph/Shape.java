package dev.pleat.processor.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The dimensions of one sample's value, without the batch dimension, as {@code [height, width, channels]}.
 *
 * @param dims each at least 1
 */
public record Shape(List<Integer> dims) {

    public Shape {
        dims = List.copyOf(dims);
    }

    /** Returns the shape of the given dimensions. */
    public static Shape of(int... dims) {
        List<Integer> list = new ArrayList<>(dims.length);
        for (int dim : dims) {
            list.add(dim);
        }
        return new Shape(list);
    }

    /** Returns the number of dimensions. */
    public int rank() {
        return dims.size();
    }

    /** Returns one dimension; the first has index 0. */
    public int dim(int index) {
        return dims.get(index);
    }

    /** Returns the last dimension. */
    public int last() {
        return dims.get(dims.size() - 1);
    }

    /** Returns the number of elements, exact for any dimensions. */
    public long count() {
        long count = 1;
        for (int dim : dims) {
            count = Math.multiplyExact(count, (long) dim);
        }
        return count;
    }

    /** Returns the number of elements of a value that fits an array. */
    public int size() {
        return Math.toIntExact(count());
    }

    /** Returns the number of elements of dimensions {@code from} (inclusive) to {@code to} (exclusive). */
    public int product(int from, int to) {
        int product = 1;
        for (int i = from; i < to; i++) {
            product = Math.multiplyExact(product, dims.get(i));
        }
        return product;
    }

    /** Returns this shape with one dimension replaced. */
    public Shape with(int index, int dim) {
        List<Integer> changed = new ArrayList<>(dims);
        changed.set(index, dim);
        return new Shape(changed);
    }

    /** Returns the dimensions as an array. */
    public int[] toArray() {
        return dims.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the shape as {@code [8, 8, 32]}. */
    @Override
    public String toString() {
        return dims.toString();
    }
}
