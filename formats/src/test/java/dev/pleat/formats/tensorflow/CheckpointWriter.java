package dev.pleat.formats.tensorflow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes checkpoints, of one file of data. */
final class CheckpointWriter {
    private final SortedMap<String, byte[]> entries = new TreeMap<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** Adds a tensor of float32. */
    CheckpointWriter add(String name, float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return add(name, DataType.FLOAT.number(), bytes.array(), MaskedCrc.of(bytes), shape);
    }

    /** Adds a text. */
    CheckpointWriter addText(String name, byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TableWriter.varint(bytes, text.length);
        byte[] size = TableWriter.littleEndian(text.length);
        byte[] sizeChecksum = TableWriter.littleEndian(MaskedCrc.of(ByteBuffer.wrap(size)));
        bytes.writeBytes(sizeChecksum);
        bytes.writeBytes(text);
        int checksum = MaskedCrc.of(ByteBuffer.wrap(size), ByteBuffer.wrap(sizeChecksum), ByteBuffer.wrap(text));
        return add(name, DataType.STRING, bytes.toByteArray(), checksum);
    }

    /** Adds a tensor of any kind. */
    CheckpointWriter add(String name, int type, byte[] bytes, int checksum, int... shape) {
        ProtoWriter entry = new ProtoWriter()
                .integer(1, type)
                .message(2, shape(shape))
                .integer(4, data.size())
                .integer(5, bytes.length)
                .fixed32(6, checksum);
        data.writeBytes(bytes);
        return entry(name, entry);
    }

    /** Adds an entry as it is. */
    CheckpointWriter entry(String name, ProtoWriter entry) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        entries.put(new String(utf8, StandardCharsets.ISO_8859_1), entry.toBytes());
        return this;
    }

    /** {@return a shape} */
    static ProtoWriter shape(int... sizes) {
        ProtoWriter shape = new ProtoWriter();
        for (int size : sizes) {
            shape.message(2, new ProtoWriter().integer(1, size));
        }
        return shape;
    }

    /** Writes the files. */
    Path write(Path prefix, TableWriter table) throws IOException {
        entries.putIfAbsent("", new ProtoWriter().integer(1, 1).toBytes());
        Files.write(Path.of(prefix + ".index"), table.write(entries));
        Files.write(Path.of(prefix + ".data-00000-of-00001"), data.toByteArray());
        return prefix;
    }

    /** Writes the files as TensorFlow does, without compression. */
    Path write(Path prefix) throws IOException {
        return write(prefix, new TableWriter(20, false));
    }
}
