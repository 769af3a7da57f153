package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.WeightsReader;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads NumPy's files: {@code .npz}, many arrays by name, and {@code .npy}, a single one, which is called as the file.
 *
 * <p>All versions, byte orders and memory orders are read, and all floats, integers and truth values. Arrays of strings
 * or dates are passed over; structures and Python objects are refused, and no pickle is ever run.
 */
public final class NpzReader implements WeightsReader {
    private static final String SUFFIX = ".npy";
    // Numbers are decoded into 8 bytes or less, and their places take 4 where they must be put in order.
    private static final long WIDEST = 8;

    /** Creates a reader. */
    public NpzReader() {}

    @Override
    public Map<String, Tensor> read(Path file) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        arrays(file).forEach((name, array) -> tensors.put(name, array.tensor()));
        return Collections.unmodifiableMap(tensors);
    }

    /**
     * Reads all arrays of numbers, in the precision of the file.
     *
     * @param file the file; whether it is one array or an archive is seen from what it holds
     * @return the arrays by name, in the file's order
     * @throws FormatException if the file is damaged, or an array holds something else than numbers
     * @throws IOException if the file cannot be read
     */
    public Map<String, NpyArray> arrays(Path file) throws IOException {
        byte[] first = new byte[NpyFormat.MAGIC.length];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(first, 0, first.length);
        }
        if (first[0] == 'P' && first[1] == 'K') {
            return archive(file);
        }
        if (!Arrays.equals(first, NpyFormat.MAGIC)) {
            throw new FormatException(file, "is neither a .npz nor a .npy file of NumPy");
        }
        String name = String.valueOf(file.getFileName());
        try (ByteSource in = new ByteSource(
                file,
                "the array",
                new BufferedInputStream(Files.newInputStream(file)),
                Files.size(file),
                ByteSource.UNCHECKED)) {
            Optional<NpyArray> array = array(in, NpyFormat.read(in));
            return array.map(found -> Map.of(base(name), found)).orElse(Map.of());
        }
    }

    private static Map<String, NpyArray> archive(Path file) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        Budget budget = Budget.of(file);
        try (Archive archive = Archive.open(file)) {
            for (String entry : archive.names()) {
                if (entry.endsWith(SUFFIX)) {
                    try (ByteSource in = archive.open(entry)) {
                        NpyFormat format = NpyFormat.read(in);
                        budget.spend(
                                "the entry " + Quoted.of(entry), (format.fortran() ? 3 : 1) * WIDEST * format.size());
                        array(in, format).ifPresent(array -> arrays.put(base(entry), array));
                    }
                }
            }
            if (arrays.isEmpty() && !archive.names().isEmpty()) {
                throw new FormatException(file, "is a zip file without arrays of NumPy (.npy)");
            }
        }
        return Collections.unmodifiableMap(arrays);
    }

    private static String base(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private static Optional<NpyArray> array(ByteSource in, NpyFormat format) throws IOException {
        if (format.type().isEmpty()) {
            return Optional.empty();
        }
        Numbers numbers = in.numbers(format.type().get(), format.order(), format.size());
        in.end();
        Numbers ordered = format.fortran() ? Strides.fortran(format.shape()).copy(numbers) : numbers;
        return Optional.of(new NpyArray(format.label(), format.shape(), ordered));
    }
}
