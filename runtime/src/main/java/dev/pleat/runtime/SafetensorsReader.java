package dev.pleat.runtime;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a safetensors file front to back: {@link #header}, then {@link #values} of every tensor in the header's order,
 * then {@link #end}.
 *
 * <p>What is allocated is bounded by what was really read, or by the size of the file: a header that lies costs nothing.
 */
final class SafetensorsReader implements AutoCloseable {
    /** The longest header that the format allows, in bytes. */
    static final int MAX_HEADER = 100_000_000;

    private static final int CHUNK = 1 << 16;
    private static final int UNKNOWN = -1;

    private final InputStream in;
    private final String source;
    private final long length;

    private SafetensorsReader(InputStream in, String source, long length) {
        this.in = in;
        this.source = source;
        this.length = length;
    }

    /** Returns a reader of a file, whose size is known. */
    static SafetensorsReader of(Path file) throws IOException {
        long size = Files.size(file);
        return new SafetensorsReader(open(file), file.toString(), size);
    }

    /** Opens a file; not as a channel, whose native libraries a fresh process would first have to load, for milliseconds. */
    private static InputStream open(Path file) throws IOException {
        if (!file.getFileSystem().equals(FileSystems.getDefault())) {
            return Files.newInputStream(file);
        }
        try {
            return new FileInputStream(file.toFile());
        } catch (FileNotFoundException e) {
            // That is a directory too, or a file that must not be read: this says which.
            return Files.newInputStream(file);
        }
    }

    /** Returns a reader of a stream, which may end anywhere. */
    static SafetensorsReader of(InputStream stream, String source) {
        return new SafetensorsReader(stream, source, UNKNOWN);
    }

    /** Closes what is read. */
    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Returns what is read, for messages. */
    String source() {
        return source;
    }

    /**
     * Reads and checks the header.
     *
     * @return the tensors in the order of their values
     * @throws WeightsException if the header breaks the format or, of a file, does not fit its size
     */
    List<StoredTensor> header() throws IOException {
        ByteBuffer prefix = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int read = fill(prefix);
        if (read < Long.BYTES) {
            throw fault("it ends after " + read + " bytes", null);
        }
        long claimed = prefix.getLong(0);
        if (claimed < 0 || claimed > MAX_HEADER) {
            throw fault(
                    "its header claims %s bytes, of at most %d%s"
                            .formatted(Long.toUnsignedString(claimed), MAX_HEADER, otherFormat(prefix)),
                    null);
        }
        if (length != UNKNOWN && claimed > length - Long.BYTES) {
            throw fault("its header claims %d bytes, but only %d follow".formatted(claimed, length - Long.BYTES), null);
        }
        List<StoredTensor> tensors = SafetensorsHeader.parse(source, text((int) claimed));
        checkLength(tensors, Long.BYTES + claimed);
        return tensors;
    }

    // People often hand over the file they have: say so when it is one of the usual ones.
    private static String otherFormat(ByteBuffer prefix) {
        byte[] first = prefix.array();
        if (new String(first, 1, 3, StandardCharsets.ISO_8859_1).equals("HDF")) {
            return "; it looks like an HDF5 file (.h5)";
        }
        return first[0] == 'P' && first[1] == 'K' ? "; it looks like a zip file (.keras, .npz, .pt)" : "";
    }

    private String text(int claimed) throws IOException {
        byte[] bytes = new byte[Math.min(claimed, CHUNK)];
        int read = 0;
        while (true) {
            read += fill(bytes, read, bytes.length - read);
            if (read < bytes.length) {
                throw fault("its header claims %d bytes, but only %d follow".formatted(claimed, read), null);
            }
            if (read == claimed) {
                return decoded(bytes);
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(claimed, 2L * read));
        }
    }

    private String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault("its header is not valid UTF-8", e);
        }
    }

    private void checkLength(List<StoredTensor> tensors, long dataStart) {
        long data = length - dataStart;
        long end = tensors.isEmpty() ? 0 : tensors.get(tensors.size() - 1).end();
        if (length == UNKNOWN || data == end) {
            return;
        }
        for (StoredTensor tensor : tensors) {
            if (tensor.end() > data) {
                throw cutOff(tensor, Math.max(0, data - tensor.begin()));
            }
        }
        throw fault("it holds %d bytes after its last tensor".formatted(data - end), null);
    }

    /**
     * Reads the values of the next tensor.
     *
     * @param tensor the tensor, of a readable type, not too large for an array
     * @param trusted whether the size may be allocated before the values are read
     * @throws WeightsException if the source ends in the tensor
     */
    float[] values(StoredTensor tensor, boolean trusted) throws IOException {
        ElementType type = ElementType.valueOf(tensor.type());
        int width = type.bits() / 8;
        long size = tensor.bytes() / width;
        ByteBuffer chunk =
                ByteBuffer.allocate((int) Math.min(CHUNK, tensor.bytes())).order(ByteOrder.LITTLE_ENDIAN);
        boolean allocate = trusted || length != UNKNOWN;
        float[] values = new float[(int) (allocate ? size : Math.min(size, CHUNK))];
        int at = 0;
        while (at < size) {
            int count = (int) Math.min(size - at, CHUNK / width);
            int read = fill(chunk.clear().limit(count * width));
            if (read < count * width) {
                throw cutOff(tensor, (long) at * width + read);
            }
            if (at + count > values.length) {
                values = Arrays.copyOf(values, (int) Math.min(size, 2L * values.length));
            }
            type.decode(chunk.flip(), values, at, count);
            at += count;
        }
        return values;
    }

    /**
     * Passes over the values of the next tensor.
     *
     * @param tensor the tensor, of any type
     * @throws WeightsException if the source ends in the tensor
     */
    void skip(StoredTensor tensor) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, tensor.bytes()));
        for (long at = 0; at < tensor.bytes(); at += chunk.limit()) {
            int count = (int) Math.min(CHUNK, tensor.bytes() - at);
            int read = fill(chunk.clear().limit(count));
            if (read < count) {
                throw cutOff(tensor, at + read);
            }
        }
    }

    /**
     * Checks that nothing follows the last tensor.
     *
     * @throws WeightsException if something does
     */
    void end() throws IOException {
        if (fill(ByteBuffer.allocate(1)) > 0) {
            throw fault("it goes on after its last tensor", null);
        }
    }

    private int fill(ByteBuffer buffer) throws IOException {
        int read = fill(buffer.array(), buffer.position(), buffer.remaining());
        buffer.position(buffer.position() + read);
        return read;
    }

    /** Returns how many bytes there were: a stream may give less than it is asked for. */
    private int fill(byte[] bytes, int at, int count) throws IOException {
        int all = 0;
        for (int read = 0; all < count && read >= 0; all += Math.max(read, 0)) {
            read = in.read(bytes, at + all, count - all);
        }
        return all;
    }

    private WeightsException cutOff(StoredTensor tensor, long bytes) {
        return fault(
                "it ends after %d of the %d bytes of tensor %s"
                        .formatted(bytes, tensor.bytes(), WeightsException.quote(tensor.name())),
                null);
    }

    private WeightsException fault(String what, Throwable cause) {
        return SafetensorsHeader.damaged(source, what, cause);
    }
}
