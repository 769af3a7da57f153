package dev.pleat.formats.tensorflow;

import com.google.protobuf.ByteString;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Reads the tensors that graphs hold, TensorFlow's {@code TensorProto}. */
final class TensorProto {
    private static final int TYPE = 1;
    private static final int SHAPE = 2;
    private static final int CONTENT = 4;
    private static final int FLOATS = 5;
    private static final int DOUBLES = 6;
    private static final int INTS = 7;
    private static final int TEXTS = 8;
    private static final int LONGS = 10;
    private static final int BOOLS = 11;
    private static final int HALVES = 13;
    private static final int UNSIGNED = 16;
    private static final int UNSIGNED_LONGS = 17;
    /** An honest constant that lists fewer numbers than it has repeats one, and is not large. */
    private static final int MOST_UNLISTED = 1 << 22;

    private TensorProto() {}

    /**
     * Reads a tensor.
     *
     * @param tensor the message
     * @return its numbers; {@link Result.Mark#NOTHING} if it is not one of numbers
     * @throws IOException if it is damaged
     */
    static Result read(Message tensor) throws IOException {
        DataType type = DataType.of(tensor.integer(TYPE)).orElse(null);
        if (type == null) {
            return Result.Mark.NOTHING;
        }
        long[] sizes = BundleEntry.shape(tensor.message(SHAPE));
        int[] shape = new int[sizes.length];
        for (int i = 0; i < shape.length; i++) {
            if (sizes[i] < 0 || sizes[i] > Integer.MAX_VALUE) {
                throw new IOException("a constant has a dimension of " + sizes[i]);
            }
            shape[i] = (int) sizes[i];
        }
        int count = Constant.count(shape);
        ByteString content = tensor.bytes(CONTENT);
        if (type == DataType.FLOAT && content.size() == (long) count * Float.BYTES) {
            float[] floats = new float[count];
            content.asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(floats);
            return Constant.of(floats, shape);
        }
        double[] values = content.isEmpty() ? null : content(content, type, count);
        return constant(type, values == null ? repeated(tensor, type, count) : values, shape);
    }

    private static Constant constant(DataType type, double[] values, int[] shape) {
        if (type != DataType.FLOAT && type != DataType.HALF && type != DataType.BFLOAT16) {
            return Constant.of(values, shape);
        }
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Constant.of(floats, shape);
    }

    private static double[] content(ByteString content, DataType type, int count) throws IOException {
        if (content.size() != (long) count * type.bytes()) {
            throw new IOException("a constant has %d numbers of %d bytes, but %d bytes of content"
                    .formatted(count, type.bytes(), content.size()));
        }
        ByteBuffer bytes = content.asReadOnlyByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = type.get(bytes, i);
        }
        return values;
    }

    /** Reads numbers that are listed; the last one stands for all that are missing. */
    private static double[] repeated(Message tensor, DataType type, int count) throws IOException {
        double[] listed = listed(tensor, type);
        if (listed.length > count) {
            throw new IOException("a constant has " + count + " numbers, but lists " + listed.length);
        }
        if (listed.length < count && count > MOST_UNLISTED) {
            throw new NotExpressible("a constant of " + count + " numbers lists " + listed.length);
        }
        double[] values = new double[count];
        for (int i = 0; i < count && listed.length > 0; i++) {
            values[i] = listed[Math.min(i, listed.length - 1)];
        }
        return values;
    }

    private static double[] listed(Message tensor, DataType type) throws IOException {
        return switch (type) {
            case FLOAT -> floats(tensor.numbers(FLOATS));
            case DOUBLE -> tensor.doubles(DOUBLES);
            case INT32, UINT8, INT16, INT8, UINT16 -> longs(tensor.integers(INTS), type);
            case INT64 -> longs(tensor.integers(LONGS), type);
            case BOOL -> longs(tensor.integers(BOOLS), type);
            case HALF, BFLOAT16 -> longs(tensor.integers(HALVES), type);
            case UINT32 -> longs(tensor.integers(UNSIGNED), type);
            case UINT64 -> longs(tensor.integers(UNSIGNED_LONGS), type);
        };
    }

    private static double[] floats(float[] floats) {
        double[] values = new double[floats.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = floats[i];
        }
        return values;
    }

    private static double[] longs(long[] longs, DataType type) {
        double[] values = new double[longs.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case HALF -> DataType.half((int) longs[i] & 0xffff);
                case BFLOAT16 -> Float.intBitsToFloat((int) longs[i] << 16);
                default -> longs[i];
            };
        }
        return values;
    }

    /** {@return the texts of a tensor of texts} */
    static List<String> texts(Message tensor) throws IOException {
        return tensor.texts(TEXTS);
    }
}
