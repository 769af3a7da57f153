package dev.pleat.formats.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a reader reads: a file, or a folder of files.
 *
 * @param name what the seed is, for messages
 * @param files the contents by path, relative to a folder
 * @param opened the path that is given to the reader, relative to that folder
 */
record Seed(String name, Map<String, byte[]> files, String opened) {
    Seed {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Returns the seed of a file, with all others in its folder that begin with the given name. */
    static Seed of(Path file, String siblings) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(file.toAbsolutePath().getParent())) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(path.getFileName());
                if (path.equals(file.toAbsolutePath()) || !siblings.isEmpty() && name.startsWith(siblings)) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return new Seed(file.toString(), files, String.valueOf(file.getFileName()));
    }

    /** Returns the seed of a folder with all that is in it. */
    static Seed ofFolder(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                files.put("model/" + folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return new Seed(folder.toString(), files, "model");
    }

    /** Returns the seed with another content of a file. */
    Seed with(String file, byte[] content) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(file, content);
        return new Seed(name, changed, opened);
    }

    /** Returns how large all files are together. */
    long size() {
        return files.values().stream().mapToLong(bytes -> bytes.length).sum();
    }

    /** Writes the files into a folder, and returns what the reader opens. */
    Path write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder.resolve(opened);
    }
}
