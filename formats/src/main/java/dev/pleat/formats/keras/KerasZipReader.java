package dev.pleat.formats.keras;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ModelReader;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads {@code .keras} files, the archives of Keras 3 and of late Keras 2. */
public final class KerasZipReader implements ModelReader {
    private static final String CONFIG = "config.json";
    private static final String METADATA = "metadata.json";
    private static final String WEIGHTS = "model.weights.h5";
    private static final long MOST_TEXT = 1 << 28;
    // Keras stores weights uncompressed; another tool may have compressed them, but random numbers hardly shrink.
    private static final long MOST_EXPANSION = 8;
    private static final long SMALL = 1 << 24;

    /** Creates a reader. */
    public KerasZipReader() {}

    @Override
    public SourceModel read(Path file, ReadOptions options) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        String config;
        String version = "";
        byte[] weights;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            config = text(file, zip, CONFIG);
            if (zip.getEntry(METADATA) != null) {
                Map<String, Object> metadata = Json.object(file, METADATA, text(file, zip, METADATA));
                version = Json.text(metadata.get("keras_version"));
            }
            weights = bytes(file, zip, weightsEntry(file, zip));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new FormatException(file, "is no intact zip archive: " + e.getMessage(), e);
        }
        Map<String, Object> json = Json.object(file, CONFIG, config);
        // This kind of file exists since Keras 2.12.
        Origin origin = Origin.of(version, "", config);
        try (H5File h5 = H5File.open(file, weights)) {
            return KerasImport.read(
                    file,
                    json,
                    origin,
                    (model, problems) -> NumberedWeights.of(h5, h5.root(), model.layers()),
                    options);
        }
    }

    /** {@return the file of weights within a file} */
    static H5File weights(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return H5File.open(file, bytes(file, zip, weightsEntry(file, zip)));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new FormatException(file, "is no intact zip archive: " + e.getMessage(), e);
        }
    }

    private static ZipEntry weightsEntry(Path file, ZipFile zip) throws FormatException {
        ZipEntry entry = zip.getEntry(WEIGHTS);
        if (entry == null) {
            String other = zip.getEntry("model.weights.npz") != null
                    ? "its weights are an npz file"
                    : zip.getEntry("model.weights.json") != null ? "its weights are in several files" : "it has none";
            throw new FormatException(file, "has no " + WEIGHTS + "; " + other + ": save it again with the defaults");
        }
        return entry;
    }

    private static String text(Path file, ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new FormatException(file, "has no " + name + ", so it is no model of Keras");
        }
        return new String(bytes(file, zip, entry), StandardCharsets.UTF_8);
    }

    /** Reads an entry; what an archive claims of its size is not believed. */
    private static byte[] bytes(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        long most = Math.max(SMALL, MOST_EXPANSION * Files.size(file));
        most = entry.getName().equals(WEIGHTS) ? Math.min(most, Integer.MAX_VALUE - 16) : Math.min(most, MOST_TEXT);
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) most);
            if (bytes.length == most && in.read() >= 0) {
                throw new FormatException(
                        file, "%s in it is larger than %d bytes: the file is damaged".formatted(entry.getName(), most));
            }
        }
        return bytes;
    }
}
