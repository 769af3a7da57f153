package dev.pleat.formats.weights;

import java.nio.ByteBuffer;
import java.util.Locale;

/** The types of numbers in files of arrays: how wide they are, and how they are decoded. */
enum NumberType {
    FLOAT16(2),
    BFLOAT16(2),
    FLOAT32(4),
    FLOAT64(8),
    BOOL(1),
    INT8(1),
    UINT8(1),
    INT16(2),
    UINT16(2),
    INT32(4),
    UINT32(4),
    INT64(8),
    UINT64(8);

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /** Returns the size of a number in bytes. */
    int bytes() {
        return bytes;
    }

    /** Returns the size of a number in bytes once it is decoded. */
    long decodedBytes() {
        return this == FLOAT16 || this == BFLOAT16 || this == FLOAT32 ? Float.BYTES : Long.BYTES;
    }

    /** Returns what NumPy calls the type: {@code float32}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns an empty array that takes values of this type. */
    Numbers allocate(int size) {
        return switch (this) {
            case FLOAT16, BFLOAT16, FLOAT32 -> new Numbers.Floats(new float[size]);
            case FLOAT64, UINT64 -> new Numbers.Doubles(new double[size]);
            default -> new Numbers.Longs(new long[size]);
        };
    }

    /**
     * Decodes numbers.
     *
     * @param from the encoded numbers, in the buffer's byte order from its start on
     * @param to what {@link #allocate} made
     * @param at where the first one goes
     * @param count how many there are
     */
    void decode(ByteBuffer from, Numbers to, int at, int count) {
        if (to instanceof Numbers.Floats floats) {
            decode(from, floats.values(), at, count);
        } else if (to instanceof Numbers.Doubles doubles) {
            for (int i = 0; i < count; i++) {
                doubles.values()[at + i] = this == FLOAT64 ? from.getDouble(8 * i) : unsigned(from.getLong(8 * i));
            }
        } else if (to instanceof Numbers.Longs longs) {
            for (int i = 0; i < count; i++) {
                longs.values()[at + i] = integer(from, i * bytes);
            }
        }
    }

    private void decode(ByteBuffer from, float[] to, int at, int count) {
        if (this == FLOAT32) {
            from.duplicate().order(from.order()).position(0).asFloatBuffer().get(to, at, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            short bits = from.getShort(2 * i);
            to[at + i] = this == FLOAT16 ? ofHalf(bits) : Float.intBitsToFloat(bits << 16);
        }
    }

    private long integer(ByteBuffer from, int at) {
        return switch (this) {
            case BOOL -> from.get(at) == 0 ? 0 : 1;
            case INT8 -> from.get(at);
            case UINT8 -> from.get(at) & 0xff;
            case INT16 -> from.getShort(at);
            case UINT16 -> from.getShort(at) & 0xffff;
            case INT32 -> from.getInt(at);
            case UINT32 -> from.getInt(at) & 0xffffffffL;
            default -> from.getLong(at);
        };
    }

    private static double unsigned(long bits) {
        // The upper 63 bits, the last of them sticky, so that the sum is rounded once.
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
    }

    /** Widens an IEEE 754 half; exact. */
    private static float ofHalf(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude = switch (exponent) {
            case 0 -> fraction * 0x1p-24f;
            case 0x1f -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
            default -> Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
        };
        return bits < 0 ? -magnitude : magnitude;
    }
}
