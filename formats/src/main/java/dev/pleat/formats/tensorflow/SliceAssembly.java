package dev.pleat.formats.tensorflow;

import dev.pleat.formats.tensorflow.BundleEntry.Slice;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** Puts the parts of a partitioned variable together. */
final class SliceAssembly {
    private final String name;
    private final long[] shape;

    SliceAssembly(String name, long[] shape) {
        this.name = name;
        this.shape = shape;
    }

    /**
     * A part with its values.
     *
     * @param slice where it goes
     * @param shape its dimensions
     * @param values its values
     */
    record Part(Slice slice, long[] shape, float[] values) {}

    /**
     * Puts parts together.
     *
     * @param parts the parts
     * @param count how many values the whole has
     * @return the values of the whole
     * @throws IOException if the parts do not cover it exactly
     */
    float[] assemble(List<Part> parts, int count) throws IOException {
        float[] whole = new float[count];
        BitSet written = new BitSet(count);
        for (Part part : parts) {
            check(part);
            put(part, whole, written);
        }
        if (written.cardinality() != count) {
            throw new IOException("the slices of tensor '%s' leave %d of %d values open"
                    .formatted(name, count - written.cardinality(), count));
        }
        return whole;
    }

    private void check(Part part) throws IOException {
        long[] starts = part.slice().starts();
        boolean fits = starts.length == shape.length && part.shape().length == shape.length;
        for (int i = 0; fits && i < shape.length; i++) {
            long length = part.slice().lengths()[i];
            long size = length < 0 ? shape[i] : length;
            fits = size == part.shape()[i] && starts[i] >= 0 && starts[i] <= shape[i] - size;
        }
        if (!fits) {
            throw new IOException("a slice of tensor '" + name + "' does not fit into it");
        }
    }

    private void put(Part part, float[] whole, BitSet written) throws IOException {
        int rank = shape.length;
        int[] at = new int[rank];
        for (float value : part.values()) {
            int index = 0;
            for (int i = 0; i < rank; i++) {
                index = (int) (index * shape[i] + part.slice().starts()[i] + at[i]);
            }
            if (written.get(index)) {
                throw new IOException("slices of tensor '" + name + "' overlap");
            }
            written.set(index);
            whole[index] = value;
            for (int i = rank - 1; i >= 0 && ++at[i] == part.shape()[i]; i--) {
                at[i] = 0;
            }
        }
    }
}
