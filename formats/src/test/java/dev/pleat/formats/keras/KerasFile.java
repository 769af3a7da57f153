package dev.pleat.formats.keras;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.pleat.processor.reference.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files as Keras does. */
final class KerasFile {
    private final String version;
    private final Map<String, Object> config;
    private final Map<String, Map<String, H5Writer.Array>> weights = new LinkedHashMap<>();
    private String backend = "tensorflow";
    private H5Writer.Type type = H5Writer.Type.FLOAT;

    /**
     * Starts a file.
     *
     * @param version the version of Keras that writes it; empty to say none
     * @param config the model's configuration
     */
    KerasFile(String version, Map<String, Object> config) {
        this.version = version;
        this.config = config;
    }

    /** {@return an object of names and values in turn} */
    static Map<String, Object> json(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** Sets what the file says of the backend; empty to say nothing. */
    KerasFile backend(String name) {
        backend = name;
        return this;
    }

    /** Sets how the weights that follow are stored. */
    KerasFile type(H5Writer.Type stored) {
        type = stored;
        return this;
    }

    /** Adds a weight of a layer by its name in {@code weight_names}. */
    KerasFile weight(String layer, String name, float[] values, int... shape) {
        layer(layer);
        weights.get(layer).put(name, new H5Writer.Array(values, type, shape));
        return this;
    }

    /** Adds a weight of a layer by its name in {@code weight_names}. */
    KerasFile weight(String layer, String name, Tensor tensor) {
        return weight(layer, name, tensor.floats(), tensor.shape());
    }

    /** Adds a layer that has no weights yet. */
    KerasFile layer(String layer) {
        weights.computeIfAbsent(layer, key -> new LinkedHashMap<>());
        return this;
    }

    /** Writes an {@code .h5} file of a whole model. */
    Path h5(Path file) {
        H5Writer.Group root = new H5Writer.Group();
        root.attribute("model_config", text(config));
        if (!version.isEmpty()) {
            root.attribute("keras_version", version);
        }
        if (!backend.isEmpty()) {
            root.attribute("backend", backend);
        }
        legacy(root.group("model_weights"), 0);
        return write(file, H5Writer.bytes(root));
    }

    /** Writes an {@code .h5} file of weights alone, with lists of names in chunks unless {@code chunk} is 0. */
    Path weights(Path file, int chunk) {
        H5Writer.Group root = new H5Writer.Group();
        legacy(root, chunk);
        return write(file, H5Writer.bytes(root));
    }

    private void legacy(H5Writer.Group root, int chunk) {
        texts(root, "layer_names", List.copyOf(weights.keySet()), chunk);
        weights.forEach((layer, arrays) -> {
            H5Writer.Group group = root.group(layer);
            texts(group, "weight_names", List.copyOf(arrays.keySet()), chunk);
            arrays.forEach(group::array);
        });
    }

    private static void texts(H5Writer.Group group, String name, List<String> texts, int chunk) {
        int size = chunk == 0 ? Math.max(1, texts.size()) : chunk;
        for (int i = 0; i * size < texts.size(); i++) {
            List<String> part = texts.subList(i * size, Math.min(texts.size(), (i + 1) * size));
            group.attribute(chunk == 0 ? name : name + i, part);
        }
    }

    /**
     * Writes a {@code .keras} file.
     *
     * @param paths where the arrays of each layer go, below the root of the weights: {@code layers/conv2d_1}
     * @param compressed whether the archive is
     */
    Path zip(Path file, Map<String, String> paths, boolean compressed) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            Map<String, Object> metadata = json("keras_version", version, "date_saved", "2024-01-01@00:00:00");
            entry(zip, "metadata.json", text(metadata).getBytes(StandardCharsets.UTF_8), compressed);
            entry(zip, "config.json", text(config).getBytes(StandardCharsets.UTF_8), compressed);
            entry(zip, "model.weights.h5", numbered(paths, Map.of()), compressed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /**
     * {@return a {@code .weights.h5} file}
     *
     * @param paths where the arrays of each layer go
     * @param names the names to note beside the arrays, by layer
     */
    byte[] numbered(Map<String, String> paths, Map<String, String> names) {
        H5Writer.Group root = new H5Writer.Group();
        weights.forEach((layer, arrays) -> {
            H5Writer.Group vars = root.group(paths.get(layer) + "/vars");
            if (names.containsKey(layer)) {
                vars.attribute("name", names.get(layer));
            }
            int number = 0;
            for (H5Writer.Array array : arrays.values()) {
                vars.array(Integer.toString(number++), array);
            }
        });
        return H5Writer.bytes(root);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes, boolean compressed) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (!compressed) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return an object as JSON} */
    static String text(Object json) {
        try {
            return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
