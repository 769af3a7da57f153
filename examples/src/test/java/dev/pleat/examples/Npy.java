package dev.pleat.examples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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

/**
 * An array of NumPy's, of floats or doubles, row-major.
 *
 * @param shape the dimensions, outermost first
 * @param values the values, last dimension fastest
 */
public record Npy(int[] shape, double[] values) {

    private static final int PREAMBLE = 10;
    private static final Pattern HEADER =
            Pattern.compile("'descr': '<f([48])', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\)");

    /** Reads one array. */
    public static Npy read(InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = Short.toUnsignedInt(buffer.getShort(PREAMBLE - 2));
        Matcher header = HEADER.matcher(new String(bytes, PREAMBLE, length, StandardCharsets.ISO_8859_1));
        if (!header.find()) {
            throw new IOException("an array that is not row-major and little-endian");
        }
        int[] shape = Arrays.stream(header.group(2).split(","))
                .map(String::strip)
                .filter(dim -> !dim.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] values = new double[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        buffer.position(PREAMBLE + length);
        for (int i = 0; i < values.length; i++) {
            values[i] = header.group(1).equals("4") ? buffer.getFloat() : buffer.getDouble();
        }
        return new Npy(shape, values);
    }

    /** Reads all arrays of an NPZ file, by name. */
    public static Map<String, Npy> readAll(Path file) throws IOException {
        Map<String, Npy> arrays = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                arrays.put(
                        entry.getName().replaceFirst("\\.npy$", ""),
                        read(new ByteArrayInputStream(zip.readAllBytes())));
            }
        }
        return arrays;
    }

    /** Returns the values as floats. */
    public float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Returns how many samples there are: the first dimension. */
    public int samples() {
        return shape[0];
    }

    /** Returns the values of one sample: one element of the first dimension. */
    public double[] sample(int index) {
        int size = values.length / shape[0];
        return Arrays.copyOfRange(values, index * size, (index + 1) * size);
    }
}
