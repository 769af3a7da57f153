package dev.pleat.formats.tensorflow;

import com.google.protobuf.ByteString;
import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a checkpoint has a tensor, or a part of one: TensorFlow's {@code BundleEntryProto}.
 *
 * @param type the number of its {@link DataType}
 * @param shape its dimensions
 * @param shard the file of data that holds it
 * @param offset where it begins there
 * @param size how many bytes it takes there; 0 if it is stored in slices
 * @param checksum the masked checksum of these bytes
 * @param slices the parts in which a partitioned variable is stored; empty for others
 */
record BundleEntry(int type, long[] shape, int shard, long offset, long size, int checksum, List<Slice> slices) {
    private static final int TYPE = 1;
    private static final int SHAPE = 2;
    private static final int SHARD = 3;
    private static final int OFFSET = 4;
    private static final int SIZE = 5;
    private static final int CHECKSUM = 6;
    private static final int SLICES = 7;
    private static final int MOST_DIMENSIONS = 16;

    /**
     * A part of a partitioned variable.
     *
     * @param starts where it begins in each dimension
     * @param lengths how long it is in each dimension; -1 for all of it
     */
    record Slice(long[] starts, long[] lengths) {}

    /**
     * Reads an entry.
     *
     * @param encoded the encoded message
     * @return the entry
     * @throws IOException if it is damaged
     */
    static BundleEntry parse(ByteBuffer encoded) throws IOException {
        Message message = Message.parse(ByteString.copyFrom(encoded.duplicate()));
        List<Slice> slices = new ArrayList<>();
        for (Message slice : message.messages(SLICES)) {
            slices.add(slice(slice));
        }
        return new BundleEntry(
                (int) message.integer(TYPE),
                shape(message.message(SHAPE)),
                (int) message.integer(SHARD),
                message.integer(OFFSET),
                message.integer(SIZE),
                message.fixed32(CHECKSUM),
                slices);
    }

    /** {@return the dimensions of a {@code TensorShapeProto}} */
    static long[] shape(Message shape) throws IOException {
        List<Message> dimensions = shape.messages(2);
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw new IOException("a shape has " + dimensions.size() + " dimensions");
        }
        long[] sizes = new long[dimensions.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = dimensions.get(i).integer(1);
        }
        return sizes;
    }

    private static Slice slice(Message slice) throws IOException {
        List<Message> extents = slice.messages(1);
        long[] starts = new long[extents.size()];
        long[] lengths = new long[extents.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = extents.get(i).integer(1);
            lengths[i] = extents.get(i).has(2) ? extents.get(i).integer(2) : -1;
        }
        return new Slice(starts, lengths);
    }

    /**
     * {@return how many elements a shape has}
     *
     * @throws IOException if a dimension is negative or they are more than an array holds
     */
    static int elements(long... shape) throws IOException {
        long product = 1;
        for (long size : shape) {
            if (size < 0 || size > Integer.MAX_VALUE) {
                throw new IOException("a dimension of " + size + " cannot be read");
            }
            product *= size;
            if (product > Integer.MAX_VALUE - 8) {
                throw new IOException("more elements than an array holds");
            }
        }
        return (int) product;
    }
}
