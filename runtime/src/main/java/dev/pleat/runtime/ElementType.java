package dev.pleat.runtime;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.ShortBuffer;
import java.util.Optional;

/** The element types of safetensors: the four that a model can read, and the sizes of the others. */
enum ElementType {
    F32(32),
    F16(16),
    BF16(16),
    F64(64),
    BOOL(8),
    U8(8),
    I8(8),
    I16(16),
    U16(16),
    I32(32),
    U32(32),
    I64(64),
    U64(64),
    C64(64),
    F8_E4M3(8),
    F8_E5M2(8),
    F8_E8M0(8),
    F6_E2M3(6),
    F6_E3M2(6),
    F4(4);

    /** The types that {@link #decode} accepts, for messages. */
    static final String READABLE = "F32, F16, BF16 and F64";

    private final int bits;

    ElementType(int bits) {
        this.bits = bits;
    }

    /** Returns the type that a file calls so; empty if there is none. */
    static Optional<ElementType> of(String name) {
        for (ElementType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Returns the size of an element in bits. */
    int bits() {
        return bits;
    }

    /** Tells whether {@link #decode} accepts this type. */
    boolean isReadable() {
        return this == F32 || this == F16 || this == BF16 || this == F64;
    }

    /** Converts {@code count} elements, little-endian from the buffer's position on; F64 is rounded, the others are exact. */
    void decode(ByteBuffer from, float[] to, int at, int count) {
        // No switch over constants of an enum, which takes a class more to load.
        if (this == F32) {
            from.asFloatBuffer().get(to, at, count);
        } else if (this == F64) {
            DoubleBuffer doubles = from.asDoubleBuffer();
            for (int i = 0; i < count; i++) {
                to[at + i] = (float) doubles.get(i);
            }
        } else if (this == F16) {
            ShortBuffer halves = from.asShortBuffer();
            for (int i = 0; i < count; i++) {
                to[at + i] = Float32.ofHalf(halves.get(i));
            }
        } else if (this == BF16) {
            ShortBuffer halves = from.asShortBuffer();
            for (int i = 0; i < count; i++) {
                to[at + i] = Float32.ofBfloat16(halves.get(i));
            }
        } else {
            throw new IllegalStateException(this + " cannot be read");
        }
    }
}
