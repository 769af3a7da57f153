package dev.pleat.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a safetensors header; {@link SafetensorsHeader} has checked that shape, type and offsets agree.
 *
 * @param type what the file calls the element type; perhaps none of {@link ElementType}
 * @param shape the dimensions, outermost first
 * @param begin where the values begin, in bytes after the header
 * @param end where they end, exclusive
 */
record StoredTensor(String name, String type, List<Long> shape, long begin, long end)
        implements FoundTensor, Comparable<StoredTensor> {
    // Some virtual machines keep a few words of an array for themselves.
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    @Override
    public boolean fits(TensorSpec spec) {
        return shape.equals(wide(spec));
    }

    @Override
    public boolean isPermutationOf(TensorSpec spec) {
        return shape.stream()
                .sorted()
                .toList()
                .equals(wide(spec).stream().sorted().toList());
    }

    @Override
    public boolean isReadable() {
        Optional<ElementType> known = ElementType.of(type);
        return known.isPresent() && known.get().isReadable();
    }

    @Override
    public String extent() {
        return shape.toString();
    }

    /** Returns the bytes that the values take. */
    long bytes() {
        return end - begin;
    }

    /** Tells whether the values, or a dimension of an empty tensor, are more than an array can hold. */
    boolean isTooLarge() {
        long values = shape.stream().reduce(1L, (size, dimension) -> size * dimension);
        return values > MAX_ARRAY || shape.stream().anyMatch(dimension -> dimension > MAX_ARRAY);
    }

    private static List<Long> wide(TensorSpec spec) {
        List<Long> wide = new ArrayList<>();
        for (int dimension : spec.shape()) {
            wide.add((long) dimension);
        }
        return wide;
    }

    /** Compares in the order of the values in the file. */
    @Override
    public int compareTo(StoredTensor other) {
        int begins = Long.compare(begin, other.begin);
        return begins != 0 ? begins : Long.compare(end, other.end);
    }
}
