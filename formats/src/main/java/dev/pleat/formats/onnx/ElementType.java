package dev.pleat.formats.onnx;

import java.util.Locale;

/** The types of a tensor's elements, by their numbers in {@code TensorProto.DataType}. */
enum ElementType {
    UNDEFINED(0),
    FLOAT(4),
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    INT32(4),
    INT64(8),
    STRING(0),
    BOOL(1),
    FLOAT16(2),
    DOUBLE(8),
    UINT32(4),
    UINT64(8),
    COMPLEX64(0),
    COMPLEX128(0),
    BFLOAT16(2),
    OTHER(0);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    static ElementType of(long number) {
        return number >= 0 && number < values().length - 1 ? values()[(int) number] : OTHER;
    }

    /** Returns how many bytes a number takes; 0 if it cannot be read. */
    int bytes() {
        return bytes;
    }

    boolean isReal() {
        return this == FLOAT || this == DOUBLE || this == FLOAT16 || this == BFLOAT16;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
