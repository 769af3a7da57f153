package dev.pleat.processor.reference;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Dimensions of a sample by Keras's count, in which the batch is 0. */
final class Axes {
    private Axes() {}

    /** {@return the dimension of the sample that {@code axis} means} */
    static int dimension(int axis, int rank) {
        int dimension = axis < 0 ? axis + rank : axis - 1;
        Illegal.unless(axis != 0 && dimension >= 0 && dimension < rank, "no axis %d in %d dimensions", axis, rank);
        return dimension;
    }

    /** {@return the dimensions that {@code axes} mean, ascending} */
    static int[] dimensions(int[] axes, int rank) {
        int[] dimensions = Arrays.stream(axes)
                .map(axis -> dimension(axis, rank))
                .sorted()
                .distinct()
                .toArray();
        Illegal.unless(dimensions.length == axes.length, "axes %s name one dimension twice", Arrays.toString(axes));
        return dimensions;
    }

    /** {@return the dimensions of a sample that are not among {@code dimensions}, ascending} */
    static int[] others(int[] dimensions, int rank) {
        boolean[] taken = new boolean[rank];
        Arrays.stream(dimensions).forEach(dimension -> taken[dimension] = true);
        return IntStream.range(0, rank).filter(i -> !taken[i]).toArray();
    }

    /**
     * Returns for each element of a box its place in the smaller box that has only some of the dimensions.
     *
     * @param shape the box
     * @param kept the dimensions of the smaller box, ascending
     */
    static int[] places(int[] shape, int[] kept) {
        int[] places = new int[Tensor.size(shape)];
        int[] position = new int[shape.length];
        for (int i = 0; i < places.length; i++) {
            for (int dimension : kept) {
                places[i] = places[i] * shape[dimension] + position[dimension];
            }
            step(position, shape);
        }
        return places;
    }

    /** Moves to the next element, the last dimension first. */
    static void step(int[] position, int[] shape) {
        for (int d = shape.length - 1; d >= 0 && ++position[d] == shape[d]; d--) {
            position[d] = 0;
        }
    }
}
