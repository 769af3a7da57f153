package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip file that is trusted in nothing: names must be unique, sizes and check sums right, and what it unpacks to is
 * limited, so that a small file cannot fill the memory.
 */
final class Archive implements Closeable {
    // Weights hardly shrink when they are packed; whole arrays of zeros do, but those are small.
    private static final long FREE = 48L << 20;
    private static final long RATIO = 32;
    private static final int MOST_ENTRIES = 1 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;
    private final long budget;
    private long spent;

    private Archive(Path file, ZipFile zip, Map<String, ZipEntry> entries, long budget) {
        this.file = file;
        this.zip = zip;
        this.entries = entries;
        this.budget = budget;
    }

    /**
     * Opens an archive.
     *
     * @throws FormatException if it is none, or its directory is damaged
     */
    static Archive open(Path file) throws IOException {
        ZipFile zip = zip(file);
        try {
            return new Archive(file, zip, entries(file, zip), FREE + RATIO * Files.size(file));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new FormatException(
                    file, "is not a complete zip file: " + e.getMessage() + "\n  fix: copy or save it again", e);
        }
    }

    private static Map<String, ZipEntry> entries(Path file, ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new FormatException(file, "holds %d entries, of at most %d".formatted(zip.size(), MOST_ENTRIES));
        }
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        try {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getSize() < 0 || entry.getCompressedSize() < 0) {
                    throw new FormatException(
                            file, "does not say how large its entry %s is".formatted(Quoted.of(entry.getName())));
                }
                if (entries.put(entry.getName(), entry) != null) {
                    throw new FormatException(file, "holds two entries " + Quoted.of(entry.getName()));
                }
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new FormatException(file, "has a damaged directory: " + e.getMessage(), e);
        }
        return entries;
    }

    /** Returns the names of all entries, in the archive's order. */
    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** Tells whether there is an entry. */
    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Opens an entry. */
    ByteSource open(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new FormatException(file, "has no entry " + Quoted.of(name));
        }
        try {
            return new ByteSource(
                    file, "the entry " + Quoted.of(name), zip.getInputStream(entry), entry.getSize(), entry.getCrc());
        } catch (ZipException | IllegalArgumentException e) {
            throw new FormatException(
                    file, "the entry %s is damaged: %s".formatted(Quoted.of(name), e.getMessage()), e);
        }
    }

    /**
     * Counts memory that an entry takes once it is unpacked.
     *
     * @throws FormatException if all that was counted is much more than the archive's size explains
     */
    void spend(String name, long bytes) throws IOException {
        if (bytes > budget - spent) {
            throw new FormatException(
                    file,
                    "the entry %s takes %d bytes when it is unpacked; with those before it, that is more than %d\n"
                                    .formatted(Quoted.of(name), bytes, budget)
                            + "  fix: save the file without compression");
        }
        spent += bytes;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
