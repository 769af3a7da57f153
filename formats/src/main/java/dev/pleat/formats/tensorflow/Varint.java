package dev.pleat.formats.tensorflow;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Integers of variable length: seven bits a byte, lowest first. */
final class Varint {
    private static final int MOST_BITS = 63;

    private Varint() {}

    /**
     * Reads an integer of up to 64 bits.
     *
     * @param in where to read; advanced behind it
     * @return the value
     * @throws IOException if the bytes end early or the integer is too long
     */
    static long read(ByteBuffer in) throws IOException {
        long value = 0;
        for (int shift = 0; shift <= MOST_BITS; shift += 7) {
            if (!in.hasRemaining()) {
                throw new IOException("an integer ends early");
            }
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("an integer is longer than ten bytes");
    }

    /**
     * Reads a length.
     *
     * @param in where to read; advanced behind it
     * @param most the largest length that can be true
     * @return the length, from 0 to {@code most}
     * @throws IOException if it is none
     */
    static int length(ByteBuffer in, long most) throws IOException {
        long value = read(in);
        if (value < 0 || value > most) {
            throw new IOException("a length of " + Long.toUnsignedString(value) + " where at most " + most + " fit");
        }
        return (int) value;
    }
}
