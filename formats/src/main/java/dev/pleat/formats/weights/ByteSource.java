package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** Bytes of a known number, read front to back: a file, or an entry of an archive. */
final class ByteSource implements Closeable {
    /** The check sum of bytes that have none. */
    static final long UNCHECKED = -1;

    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final String where;
    private final InputStream in;
    private final long length;
    private final long expectedSum;
    private final CRC32 sum = new CRC32();
    private final byte[] single = new byte[1];
    private long position;

    /**
     * Creates a source.
     *
     * @param where what the bytes are, for messages
     * @param length how many there must be
     * @param expectedSum their CRC-32, or {@link #UNCHECKED}
     */
    ByteSource(Path file, String where, InputStream in, long length, long expectedSum) {
        this.file = file;
        this.where = where;
        this.in = in;
        this.length = length;
        this.expectedSum = expectedSum;
    }

    /** Returns how many bytes are left. */
    long remaining() {
        return length - position;
    }

    /** Returns how many bytes were read. */
    long position() {
        return position;
    }

    /** Returns the next bytes. */
    byte[] read(int count) throws IOException {
        if (count < 0 || count > remaining()) {
            throw fault("claims %d bytes, but only %d follow".formatted(count & 0xffffffffL, remaining()));
        }
        byte[] bytes = new byte[Math.min(count, CHUNK)];
        int read = 0;
        while (read < count) {
            if (read == bytes.length) {
                bytes = java.util.Arrays.copyOf(bytes, (int) Math.min(count, 2L * read));
            }
            fill(bytes, read, bytes.length - read);
            read = bytes.length;
        }
        return bytes;
    }

    /** Returns the next byte. */
    int readByte() throws IOException {
        if (remaining() == 0) {
            throw fault("ends after %d bytes, within its data".formatted(length));
        }
        fill(single, 0, 1);
        return single[0] & 0xff;
    }

    /** Reads the next numbers; the caller has checked that they are there. */
    Numbers numbers(NumberType type, ByteOrder order, int size) throws IOException {
        Numbers numbers = type.allocate(size);
        byte[] chunk = new byte[(int) Math.min(CHUNK, (long) size * type.bytes())];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(order);
        int step = CHUNK / type.bytes();
        for (int at = 0; at < size; at += step) {
            int count = Math.min(step, size - at);
            fill(chunk, 0, count * type.bytes());
            type.decode(buffer, numbers, at, count);
        }
        return numbers;
    }

    private void fill(byte[] to, int from, int count) throws IOException {
        try {
            int read = in.readNBytes(to, from, count);
            position += read;
            if (read < count) {
                throw fault("ends after %d of %d bytes".formatted(position, length));
            }
            sum.update(to, from, read);
        } catch (ZipException | EOFException e) {
            throw new FormatException(file, where + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Passes over the next bytes; the caller has checked that they are there. */
    void skip(long count) throws IOException {
        byte[] chunk = new byte[(int) Math.min(CHUNK, count)];
        for (long left = count; left > 0; left -= chunk.length) {
            fill(chunk, 0, (int) Math.min(chunk.length, left));
        }
    }

    /** Checks that all bytes were read and are those that were written. */
    void end() throws IOException {
        if (remaining() > 0) {
            throw fault("holds %d bytes after its data".formatted(remaining()));
        }
        try {
            if (in.read() >= 0) {
                throw fault("goes on after its %d bytes".formatted(length));
            }
        } catch (ZipException | EOFException e) {
            throw new FormatException(file, where + " is damaged: " + e.getMessage(), e);
        }
        if (expectedSum != UNCHECKED && sum.getValue() != expectedSum) {
            throw fault("is damaged: its check sum is %08x, not %08x".formatted(sum.getValue(), expectedSum));
        }
    }

    /** Returns the check sum of the bytes that were read. */
    long sum() {
        return sum.getValue();
    }

    /** Returns an exception that names the file and what is read of it. */
    FormatException fault(String problem) {
        return new FormatException(file, where + " " + problem);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
