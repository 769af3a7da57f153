package dev.pleat.formats.tensorflow;

import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Arrays of NumPy, as few of its features as the reference outputs use. */
final class NpzFile {
    private static final Pattern HEADER =
            Pattern.compile("'descr': '<(f[48])', 'fortran_order': False, 'shape': \\(([^)]*)\\)");

    private NpzFile() {}

    /** {@return the arrays of a file by name} */
    static Map<String, Tensor> read(Path file) throws IOException {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                arrays.put(entry.getName().replace(".npy", ""), array(ByteBuffer.wrap(bytes)));
            }
        }
        return arrays;
    }

    private static Tensor array(ByteBuffer bytes) throws IOException {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.getShort(8);
        Matcher header = HEADER.matcher(new String(bytes.array(), 10, length, StandardCharsets.ISO_8859_1));
        if (!header.find()) {
            throw new IOException("not an array of floats in C order");
        }
        int[] shape = Arrays.stream(header.group(2).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        ByteBuffer data = bytes.slice(10 + length, bytes.limit() - 10 - length).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        boolean wide = header.group(1).equals("f8");
        for (int i = 0; i < values.length; i++) {
            values[i] = wide ? (float) data.getDouble(8 * i) : data.getFloat(4 * i);
        }
        return Tensor.of(values, shape);
    }
}
