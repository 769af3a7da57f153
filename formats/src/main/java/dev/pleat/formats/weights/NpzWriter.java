package dev.pleat.formats.weights;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes {@code .npz} files as NumPy's {@code savez} does: uncompressed; equal arrays make equal files. */
public final class NpzWriter {
    private static final int CHUNK = 1 << 16;
    // The headers of NumPy are padded so that the values are aligned.
    private static final int ALIGNMENT = 64;
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzWriter() {}

    /**
     * Writes arrays. The file appears, or is replaced, only when it is complete.
     *
     * @param file the file to write
     * @param arrays the arrays by name, in the order to write them; float32, float64 and integers keep their precision
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Map<String, NpyArray> arrays) throws IOException {
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            OutputStream out =
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out))) {
                for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                    write(zip, array.getKey(), array.getValue());
                }
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(ZipOutputStream zip, String name, NpyArray array) throws IOException {
        byte[] header = header(array);
        // An uncompressed entry begins with its check sum: the values are encoded twice rather than kept in memory.
        CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        write(sum, header, array);
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(EPOCH);
        entry.setSize(header.length + (long) width(array) * array.size());
        entry.setCrc(sum.getChecksum().getValue());
        zip.putNextEntry(entry);
        write(zip, header, array);
        zip.closeEntry();
    }

    private static void write(OutputStream out, byte[] header, NpyArray array) throws IOException {
        out.write(header);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        int width = width(array);
        int step = CHUNK / width;
        for (int at = 0; at < array.size(); at += step) {
            int count = Math.min(step, array.size() - at);
            if (array.numbers() instanceof Numbers.Floats floats) {
                chunk.asFloatBuffer().put(floats.values(), at, count);
            } else if (array.numbers() instanceof Numbers.Doubles doubles) {
                chunk.asDoubleBuffer().put(doubles.values(), at, count);
            } else if (array.numbers() instanceof Numbers.Longs longs) {
                chunk.asLongBuffer().put(longs.values(), at, count);
            }
            out.write(chunk.array(), 0, count * width);
        }
    }

    private static int width(NpyArray array) {
        return array.numbers() instanceof Numbers.Floats ? Float.BYTES : Double.BYTES;
    }

    private static byte[] header(NpyArray array) {
        String type = array.numbers() instanceof Numbers.Floats
                ? "<f4"
                : array.numbers() instanceof Numbers.Doubles ? "<f8" : "<i8";
        String text = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, tuple(array.shape()));
        int prefix = NpyFormat.MAGIC.length + 4;
        int length = (prefix + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(NpyFormat.MAGIC).put((byte) 1).put((byte) 0).putShort((short) (length - prefix));
        header.put((text + " ".repeat(length - prefix - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }

    private static String tuple(List<Integer> shape) {
        String dimensions = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return shape.size() == 1 ? "(" + dimensions + ",)" : "(" + dimensions + ")";
    }
}
