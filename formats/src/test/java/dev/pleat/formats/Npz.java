package dev.pleat.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Arrays of floats and doubles of an npz file of reference outputs. */
public final class Npz {
    private static final Pattern HEADER =
            Pattern.compile("'descr': '<f([48])', 'fortran_order': False, 'shape': \\(([^)]*)\\)");

    private Npz() {}

    /** An array. */
    public record Array(int[] shape, double[] values) {}

    /** Reads all arrays of a file by name. */
    public static Map<String, Array> read(Path file) throws IOException {
        Map<String, Array> arrays = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                arrays.put(entry.getName().replace(".npy", ""), array(zip.readAllBytes()));
            }
        }
        return arrays;
    }

    private static Array array(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = Short.toUnsignedInt(buffer.getShort(8));
        String text = new String(bytes, 10, length, StandardCharsets.US_ASCII);
        Matcher header = HEADER.matcher(text);
        if (!header.find()) {
            throw new AssertionError(text);
        }
        int[] shape = Arrays.stream(header.group(2).split(","))
                .map(String::trim)
                .filter(n -> !n.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        buffer.position(10 + length);
        for (int i = 0; i < values.length; i++) {
            values[i] = header.group(1).equals("4") ? buffer.getFloat() : buffer.getDouble();
        }
        return new Array(shape, values);
    }
}
