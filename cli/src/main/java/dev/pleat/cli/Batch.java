package dev.pleat.cli;

import dev.pleat.formats.weights.NpyArray;
import java.util.List;

/**
 * How an array is divided into samples.
 *
 * @param samples how many
 * @param counted whether the first axis counts them; otherwise the array is one sample
 */
record Batch(int samples, boolean counted) {
    /** One sample, as it is. */
    static final Batch ONE = new Batch(1, false);

    /**
     * Returns how an array is divided into samples of a shape, null if it cannot be: the first axis counts samples, or
     * the whole array is one. Axes of length 1 may be missing or too many, and either may be flat.
     *
     * @param batched which of the two comes first where both are possible
     */
    static Batch of(NpyArray array, List<Integer> shape, boolean batched) {
        List<Integer> dims = array.shape();
        List<Integer> rest = dims.isEmpty() ? dims : dims.subList(1, dims.size());
        boolean exact = dims.equals(shape);
        boolean counted = !dims.isEmpty() && rest.equals(shape);
        if (exact || counted) {
            // Ranks differ, so that only one of the two is possible.
            return counted ? new Batch(dims.get(0), true) : ONE;
        }
        Batch first = !dims.isEmpty() && squeezed(rest).equals(squeezed(shape)) ? new Batch(dims.get(0), true) : null;
        Batch whole = squeezed(dims).equals(squeezed(shape)) ? ONE : null;
        if (first == null && whole == null) {
            return flat(dims, rest, shape);
        }
        if (first == null || whole == null) {
            return first == null ? whole : first;
        }
        return batched ? first : whole;
    }

    /** Where one of the two shapes is flat, the same numbers in the same order are meant. */
    private static Batch flat(List<Integer> dims, List<Integer> rest, List<Integer> shape) {
        boolean flat = squeezed(shape).size() == 1 || squeezed(rest).size() == 1;
        if (!dims.isEmpty() && flat && size(rest) == size(shape)) {
            return new Batch(dims.get(0), true);
        }
        boolean whole = squeezed(shape).size() == 1 || squeezed(dims).size() == 1;
        return whole && size(dims) == size(shape) ? ONE : null;
    }

    private static long size(List<Integer> shape) {
        return shape.stream().mapToLong(dim -> dim).reduce(1, (a, b) -> a * b);
    }

    private static List<Integer> squeezed(List<Integer> shape) {
        return shape.stream().filter(dim -> dim != 1).toList();
    }
}
