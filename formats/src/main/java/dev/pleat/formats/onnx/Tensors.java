package dev.pleat.formats.onnx;

import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Decodes tensors. What a tensor says of its size is checked against the bytes that are there before memory is taken. */
final class Tensors {
    private static final int DIMS = 1;
    private static final int TYPE = 2;
    private static final int FLOATS = 4;
    private static final int INT32S = 5;
    private static final int INT64S = 7;
    private static final int RAW = 9;
    private static final int DOUBLES = 10;
    private static final int UINT64S = 11;
    private static final int LOCATION = 14;
    private static final int EXTERNAL = 1;

    private final ExternalData external;

    Tensors(ExternalData external) {
        this.external = external;
    }

    /** Thrown for a tensor that contradicts itself, or is of a type that is not read. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String reason) {
            super(reason);
        }
    }

    /**
     * Decodes a {@code TensorProto}.
     *
     * @throws IOException if it is damaged or of a type that is not read
     */
    Constant decode(Message tensor) throws IOException {
        ElementType type = ElementType.of(tensor.integer(TYPE));
        int[] dims = dims(tensor.integers(DIMS));
        if (type.bytes() == 0) {
            throw new Damaged("is of type " + type + ", which is not read");
        }
        long size = Constant.size(dims);
        if (size > Integer.MAX_VALUE / 8) {
            throw new Damaged("has " + size + " numbers, more than a model can hold");
        }
        if (tensor.integer(LOCATION) == EXTERNAL || tensor.has(RAW)) {
            boolean inFile = tensor.integer(LOCATION) == EXTERNAL;
            long bytes = size * type.bytes();
            ByteBuffer raw =
                    inFile ? external.read(tensor, bytes) : tensor.bytes(RAW).asReadOnlyByteBuffer();
            check(raw.remaining() == bytes, dims, raw.remaining() + " bytes instead of " + bytes);
            return raw(type, dims, (int) size, raw.order(ByteOrder.LITTLE_ENDIAN));
        }
        if (type == ElementType.FLOAT) {
            float[] values = tensor.numbers(FLOATS);
            check(values.length == size, dims, values.length + " numbers instead of " + size);
            return Constant.of(dims, values);
        }
        double[] values = type == ElementType.DOUBLE ? tensor.doubles(DOUBLES) : integers(tensor, type);
        check(values.length == size, dims, values.length + " numbers instead of " + size);
        return Constant.of(type, dims, values);
    }

    private static void check(boolean fits, int[] dims, String found) throws IOException {
        if (!fits) {
            throw new Damaged("of the shape " + Arrays.toString(dims) + " has " + found);
        }
    }

    private static int[] dims(long[] given) throws IOException {
        int[] dims = new int[given.length];
        long size = 1;
        for (int i = 0; i < dims.length; i++) {
            if (given[i] < 0 || given[i] > Integer.MAX_VALUE || given.length > 16) {
                throw new Damaged("has the shape " + Arrays.toString(given));
            }
            dims[i] = (int) given[i];
            size = Math.min(size * Math.max(dims[i], 1), Integer.MAX_VALUE);
            if (size >= Integer.MAX_VALUE) {
                throw new Damaged("has the shape " + Arrays.toString(given));
            }
        }
        return dims;
    }

    private static double[] integers(Message tensor, ElementType type) throws IOException {
        long[] values = switch (type) {
            case INT64 -> tensor.integers(INT64S);
            case UINT32, UINT64 -> tensor.integers(UINT64S);
            default -> tensor.integers(INT32S);
        };
        double[] numbers = new double[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (type) {
                case FLOAT16 -> half((short) values[i]);
                case BFLOAT16 -> Float.intBitsToFloat((int) values[i] << 16);
                default -> values[i];
            };
        }
        return numbers;
    }

    private static Constant raw(ElementType type, int[] dims, int size, ByteBuffer bytes) {
        if (type == ElementType.FLOAT) {
            float[] values = new float[size];
            bytes.asFloatBuffer().get(values);
            return Constant.of(dims, values);
        }
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = switch (type) {
                case DOUBLE -> bytes.getDouble();
                case INT64, UINT64 -> bytes.getLong();
                case INT32 -> bytes.getInt();
                case UINT32 -> Integer.toUnsignedLong(bytes.getInt());
                case INT16 -> bytes.getShort();
                case UINT16 -> Short.toUnsignedInt(bytes.getShort());
                case FLOAT16 -> half(bytes.getShort());
                case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort() << 16);
                case UINT8 -> Byte.toUnsignedInt(bytes.get());
                default -> bytes.get();
            };
        }
        return Constant.of(type, dims, numbers);
    }

    /** Widens a half: 1 sign, 5 exponent and 10 fraction bits. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else if (exponent == 0x1f) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = (fraction + 0x400) * Math.scalb(1f, exponent - 25);
        }
        return bits < 0 ? -magnitude : magnitude;
    }
}
