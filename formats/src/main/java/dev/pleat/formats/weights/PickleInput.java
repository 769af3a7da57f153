package dev.pleat.formats.weights;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Decodes the arguments of a pickle's instructions; lengths are checked before memory is allocated. */
final class PickleInput {
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_INTEGER = 255;

    private final ByteSource in;

    PickleInput(ByteSource in) {
        this.in = in;
    }

    /** Returns a byte, unsigned. */
    int readByte() throws IOException {
        return in.readByte();
    }

    /** Returns an unsigned integer of at most eight bytes, little-endian. */
    long little(int count) throws IOException {
        byte[] bytes = new byte[Long.BYTES];
        System.arraycopy(in.read(count), 0, bytes, 0, count);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** Returns a float64, big-endian. */
    double big() throws IOException {
        return ByteBuffer.wrap(in.read(Double.BYTES)).getDouble();
    }

    /** Returns a signed integer of any length, little-endian: a {@code Long}, or a {@link BigInteger} where it must. */
    Object integer(long length) throws IOException {
        if (length < 0 || length > LONGEST_INTEGER) {
            throw new IllegalArgumentException("an integer of %d bytes".formatted(length));
        }
        byte[] bytes = in.read((int) length);
        for (int i = 0; i < bytes.length / 2; i++) {
            byte low = bytes[i];
            bytes[i] = bytes[bytes.length - 1 - i];
            bytes[bytes.length - 1 - i] = low;
        }
        return small(bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes));
    }

    /** Returns an integer written as a line of decimal digits, or a truth value in the manner of protocol 0. */
    Object decimal() throws IOException {
        String line = line();
        if (line.equals("00") || line.equals("01")) {
            return line.equals("01");
        }
        return small(new BigInteger(line.endsWith("L") ? line.substring(0, line.length() - 1) : line));
    }

    private static Object small(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    /** Returns bytes. */
    byte[] bytes(long length) throws IOException {
        if (length < 0 || length > in.remaining() || length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a string of %s bytes, where %d follow".formatted(Long.toUnsignedString(length), in.remaining()));
        }
        return in.read((int) length);
    }

    /** Returns a string in UTF-8. */
    String utf8(long length) throws IOException {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** Returns a string of Python 2. */
    String latin(long length) throws IOException {
        return new String(bytes(length), StandardCharsets.ISO_8859_1);
    }

    /** Returns what is up to the end of the line. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readByte(); c != '\n'; c = in.readByte()) {
            if (line.length() == LONGEST_LINE) {
                throw new IllegalArgumentException("a line of more than %d characters".formatted(LONGEST_LINE));
            }
            line.append((char) c);
        }
        return line.toString();
    }

    /** Returns a line without its quotes; escapes stay as they are. */
    String unquoted() throws IOException {
        String line = line();
        boolean quoted = line.length() >= 2 && (line.startsWith("'") || line.startsWith("\""));
        return quoted ? line.substring(1, line.length() - 1) : line;
    }
}
