package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip file that is trusted in nothing: names must be unique, sizes and check sums right. What it
 * unpacks to is for its readers to limit.
 */
final class Archive implements Closeable {
    private static final int MOST_ENTRIES = 1 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;

    private Archive(Path file, ZipFile zip, Map<String, ZipEntry> entries) {
        this.file = file;
        this.zip = zip;
        this.entries = entries;
    }

    /**
     * Opens an archive.
     *
     * @throws FormatException if it is none, or its directory is damaged
     */
    static Archive open(Path file) throws IOException {
        ZipFile zip = zip(file);
        try {
            return new Archive(file, zip, entries(file, zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException | EOFException | IllegalArgumentException e) {
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

    /** Opens an entry, whose check sum is compared at its end. */
    ByteSource open(String name) throws IOException {
        return open(name, sum(name));
    }

    /** Opens an entry, whatever its check sum. */
    ByteSource openUnchecked(String name) throws IOException {
        return open(name, ByteSource.UNCHECKED);
    }

    /** Returns the check sum that the archive gives for an entry. */
    long sum(String name) throws IOException {
        return entry(name).getCrc();
    }

    private ByteSource open(String name, long sum) throws IOException {
        ZipEntry entry = entry(name);
        try {
            return new ByteSource(
                    file, "the entry " + Quoted.of(name), zip.getInputStream(entry), entry.getSize(), sum);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new FormatException(
                    file, "the entry %s is damaged: %s".formatted(Quoted.of(name), e.getMessage()), e);
        }
    }

    private ZipEntry entry(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new FormatException(file, "has no entry " + Quoted.of(name));
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
