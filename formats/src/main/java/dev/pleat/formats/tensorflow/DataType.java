package dev.pleat.formats.tensorflow;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/** TensorFlow's types of elements that are numbers, with their number in files and how they become float32. */
enum DataType {
    FLOAT(1, 4),
    DOUBLE(2, 8),
    INT32(3, 4),
    UINT8(4, 1),
    INT16(5, 2),
    INT8(6, 1),
    INT64(9, 8),
    BOOL(10, 1),
    BFLOAT16(14, 2),
    UINT16(17, 2),
    HALF(19, 2),
    UINT32(22, 4),
    UINT64(23, 8);

    /** The number of the type of texts, which are no numbers. */
    static final int STRING = 7;

    /** The number of the type of handles of variables. */
    static final int RESOURCE = 20;

    /** The number of the type of whatever else graphs pass around. */
    static final int VARIANT = 21;

    private final int number;
    private final int bytes;

    DataType(int number, int bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /** {@return the type of a number in a file, if it is one of numbers} */
    static Optional<DataType> of(long number) {
        return Stream.of(values()).filter(type -> type.number == number).findFirst();
    }

    /** {@return the number in files} */
    int number() {
        return number;
    }

    /** {@return how many bytes an element takes} */
    int bytes() {
        return bytes;
    }

    /** {@return whether the elements are whole numbers} */
    boolean isWhole() {
        return switch (this) {
            case FLOAT, DOUBLE, BFLOAT16, HALF -> false;
            default -> true;
        };
    }

    /**
     * Reads an element.
     *
     * @param in the elements, in their byte order
     * @param index which of them
     * @return its value
     */
    double get(ByteBuffer in, int index) {
        int at = index * bytes;
        return switch (this) {
            case FLOAT -> in.getFloat(at);
            case DOUBLE -> in.getDouble(at);
            case INT32 -> in.getInt(at);
            case UINT8 -> in.get(at) & 0xff;
            case INT16 -> in.getShort(at);
            case INT8 -> in.get(at);
            case INT64 -> in.getLong(at);
            case BOOL -> in.get(at) == 0 ? 0 : 1;
            case BFLOAT16 -> Float.intBitsToFloat(in.getShort(at) << 16);
            case UINT16 -> in.getShort(at) & 0xffff;
            case HALF -> half(in.getShort(at) & 0xffff);
            case UINT32 -> in.getInt(at) & 0xffffffffL;
            case UINT64 -> unsigned(in.getLong(at));
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
    }

    /** {@return the value of a half: 1 bit of sign, 5 of exponent, 10 of fraction} */
    static double half(int bits) {
        int exponent = bits >>> 10 & 31;
        int fraction = bits & 1023;
        double magnitude;
        if (exponent == 31) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            magnitude = fraction * 0x1p-24;
        } else {
            magnitude = Math.scalb(1024.0 + fraction, exponent - 25);
        }
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }
}
