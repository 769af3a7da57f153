package dev.pleat.formats.tensorflow;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Decodes a block that Snappy compressed. */
final class Snappy {
    /** A copy of two bytes yields at most 64: no honest block grows more than this. */
    private static final int MOST_GROWTH = 32;

    private Snappy() {}

    /**
     * Decodes a block.
     *
     * @param in the compressed bytes, all that remain
     * @return the original bytes
     * @throws IOException if the block is damaged
     */
    static ByteBuffer decode(ByteBuffer in) throws IOException {
        long length = Varint.read(in);
        if (length < 0 || length > (long) in.remaining() * MOST_GROWTH) {
            throw new IOException("a compressed block of " + in.remaining() + " bytes claims to hold " + length);
        }
        byte[] out = new byte[(int) length];
        int size = 0;
        while (in.hasRemaining()) {
            int tag = in.get() & 0xff;
            size = (tag & 3) == 0 ? literal(in, tag >>> 2, out, size) : copy(in, tag, out, size);
        }
        if (size != out.length) {
            throw new IOException("a compressed block holds " + size + " bytes, not " + out.length);
        }
        return ByteBuffer.wrap(out);
    }

    private static int literal(ByteBuffer in, int code, byte[] out, int size) throws IOException {
        long length = code < 60 ? code : littleEndian(in, code - 59);
        length++;
        if (length > in.remaining() || length > out.length - size) {
            throw new IOException("a compressed block is damaged: a literal of " + length + " bytes");
        }
        in.get(out, size, (int) length);
        return size + (int) length;
    }

    private static int copy(ByteBuffer in, int tag, byte[] out, int size) throws IOException {
        int kind = tag & 3;
        int length = kind == 1 ? (tag >>> 2 & 7) + 4 : (tag >>> 2) + 1;
        long offset = kind == 1 ? (tag >>> 5 << 8) + littleEndian(in, 1) : littleEndian(in, kind == 2 ? 2 : 4);
        if (offset == 0 || offset > size || length > out.length - size) {
            throw new IOException("a compressed block is damaged: a copy of " + length + " bytes from " + offset);
        }
        // Source and target may overlap: the bytes just written are repeated, one by one.
        for (int i = 0; i < length; i++) {
            out[size + i] = out[size + i - (int) offset];
        }
        return size + length;
    }

    private static long littleEndian(ByteBuffer in, int bytes) throws IOException {
        if (in.remaining() < bytes) {
            throw new IOException("a compressed block ends early");
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (in.get() & 0xffL) << 8 * i;
        }
        return value;
    }
}
