package dev.pleat.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads and writes safetensors files, the format of Pleat's weights.
 *
 * <p>Values of type F32, F16, BF16 and F64 are read, as float32; F32 is written. A file is trusted in nothing: lengths,
 * offsets and shapes are checked before memory is allocated for them.
 */
public final class Safetensors {
    private static final int CHUNK = 1 << 16;

    private Safetensors() {}

    /**
     * A tensor of float32 values.
     *
     * @param shape the dimensions, outermost first; empty for a single number
     * @param values the values, last dimension fastest; kept, not copied
     */
    public record Tensor(List<Integer> shape, float[] values) {
        /**
         * Checks that the values fill the shape.
         *
         * @throws IllegalArgumentException if they do not
         */
        public Tensor {
            shape = List.copyOf(shape);
            int size = new TensorSpec("tensor", shape).size();
            if (values.length != size) {
                throw new IllegalArgumentException(
                        "a tensor of shape %s takes %d values, not %d".formatted(shape, size, values.length));
            }
        }

        /**
         * Returns a tensor.
         *
         * @param values the values, last dimension fastest; kept, not copied
         * @param shape the dimensions, outermost first
         * @return the tensor
         * @throws IllegalArgumentException if the values do not fill the shape
         */
        public static Tensor of(float[] values, int... shape) {
            return new Tensor(TensorSpec.of("tensor", shape).shape(), values);
        }
    }

    /**
     * Reads all tensors of a file.
     *
     * @param file the file; it is closed again before the method returns
     * @return the tensors by name, in the order of the file
     * @throws IOException if the file cannot be read
     * @throws WeightsException if it is no valid safetensors file, or holds a tensor of another type or too large for an array
     */
    public static Map<String, Tensor> read(Path file) throws IOException {
        try (SafetensorsReader reader = SafetensorsReader.of(file)) {
            return read(reader);
        }
    }

    /**
     * Reads all tensors of a stream, up to its end.
     *
     * @param in the stream; it is not closed
     * @return the tensors by name, in the order of the file
     * @throws IOException if the stream cannot be read
     * @throws WeightsException if it holds no valid safetensors file, or a tensor of another type or too large for an array
     */
    public static Map<String, Tensor> read(InputStream in) throws IOException {
        return read(SafetensorsReader.of(in, "the stream"));
    }

    /**
     * Reads the tensors of a file that a model can read, and passes over those of other types, such as the counters of
     * integers that PyTorch keeps.
     *
     * @param file the file; it is closed again before the method returns
     * @return the tensors by name, in the order of the file
     * @throws IOException if the file cannot be read
     * @throws WeightsException if it is no valid safetensors file, or holds a tensor too large for an array
     */
    public static Map<String, Tensor> readFloats(Path file) throws IOException {
        try (SafetensorsReader reader = SafetensorsReader.of(file)) {
            return read(reader, reader.header(), StoredTensor::isReadable);
        }
    }

    private static Map<String, Tensor> read(SafetensorsReader reader) throws IOException {
        return read(reader, reader.header(), tensor -> true);
    }

    private static Map<String, Tensor> read(
            SafetensorsReader reader, List<StoredTensor> header, Predicate<StoredTensor> wanted) throws IOException {
        List<String> problems =
                header.stream().filter(wanted).flatMap(Safetensors::problem).toList();
        if (!problems.isEmpty()) {
            throw WeightsException.listing(reader.source() + " cannot be read", problems, List.of());
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (StoredTensor stored : header) {
            if (!wanted.test(stored)) {
                reader.skip(stored);
                continue;
            }
            float[] values = reader.values(stored, false);
            List<Integer> shape = stored.shape().stream().map(Math::toIntExact).toList();
            tensors.put(stored.name(), new Tensor(shape, values));
        }
        reader.end();
        return Collections.unmodifiableMap(tensors);
    }

    private static Stream<String> problem(StoredTensor tensor) {
        String name = WeightsException.quote(tensor.name());
        if (!tensor.isReadable()) {
            String type = WeightsException.quote(tensor.type());
            return Stream.of(
                    "unsupported: %s is of type %s; %s can be read".formatted(name, type, ElementType.READABLE));
        }
        if (tensor.isTooLarge()) {
            return Stream.of("unsupported: %s %s is too large for an array".formatted(name, tensor.extent()));
        }
        return Stream.empty();
    }

    /**
     * Writes tensors to a file, as F32 and in the order of their names: equal tensors make equal files.
     *
     * <p>The file appears, or is replaced, only when it is complete.
     *
     * @param file the file to write
     * @param tensors the tensors by name
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if a tensor has the name {@code __metadata__}, which the format reserves
     */
    public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
        Map<String, Tensor> sorted = new TreeMap<>(tensors);
        byte[] header = header(sorted);
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel out =
                    FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                writeAll(out, ByteBuffer.wrap(header));
                for (Tensor tensor : sorted.values()) {
                    writeValues(out, tensor.values());
                }
                out.force(true);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static byte[] header(Map<String, Tensor> tensors) {
        StringBuilder json = new StringBuilder("{");
        long begin = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            if (entry.getKey().equals("__metadata__")) {
                throw new IllegalArgumentException("a tensor cannot have the name __metadata__");
            }
            Tensor tensor = Objects.requireNonNull(entry.getValue(), entry.getKey());
            long end = begin + 4L * tensor.values().length;
            json.append(json.length() > 1 ? "," : "").append(quoted(entry.getKey()));
            json.append(":{\"dtype\":\"F32\",\"shape\":")
                    .append(tensor.shape().toString().replace(" ", ""));
            json.append(",\"data_offsets\":[")
                    .append(begin)
                    .append(',')
                    .append(end)
                    .append("]}");
            begin = end;
        }
        byte[] text = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        // Spaces at the end of the header align the values to 8 bytes.
        int padded = Math.addExact(text.length, 7) & -8;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(padded).put(text).put(" ".repeat(padded - text.length).getBytes(StandardCharsets.UTF_8));
        return header.array();
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        name.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private static void writeValues(FileChannel out, float[] values) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        int step = CHUNK / Float.BYTES;
        for (int at = 0; at < values.length; at += step) {
            int count = Math.min(step, values.length - at);
            chunk.clear().asFloatBuffer().put(values, at, count);
            writeAll(out, chunk.limit(count * Float.BYTES));
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
