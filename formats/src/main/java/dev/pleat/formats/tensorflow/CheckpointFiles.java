package dev.pleat.formats.tensorflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of a checkpoint.
 *
 * @param prefix what their names have in common, {@code model.ckpt-12000}
 */
record CheckpointFiles(Path prefix) {
    private static final String INDEX = ".index";
    private static final long LARGEST_INDEX = 1L << 28;
    private static final long LARGEST_STATE = 1L << 20;
    private static final String NEWEST = "model_checkpoint_path:";

    /**
     * Finds a checkpoint.
     *
     * @param path its prefix, its index, one of its files of data, or a folder that holds one; where a folder holds
     *     several, the one that its file {@code checkpoint} calls the newest
     * @return its files
     * @throws IOException if there is none
     */
    static CheckpointFiles of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new CheckpointFiles(inFolder(path));
        }
        Path named = path.getFileName();
        String name = named == null ? "" : named.toString();
        if (name.endsWith(INDEX)) {
            return checked(path, path.resolveSibling(name.substring(0, name.length() - INDEX.length())));
        }
        if (name.matches(".+\\.data-\\d{5}-of-\\d{5}")) {
            return checked(path, path.resolveSibling(name.substring(0, name.lastIndexOf(".data-"))));
        }
        if (name.equals("checkpoint") && Files.isRegularFile(path)) {
            return checked(path, newest(path));
        }
        return checked(path, path);
    }

    private static CheckpointFiles checked(Path asked, Path prefix) throws IOException {
        CheckpointFiles files = new CheckpointFiles(prefix);
        if (!Files.isRegularFile(files.index())) {
            throw new IOException(
                    asked.equals(prefix)
                            ? "there is no checkpoint of this prefix: %s is missing"
                                    .formatted(files.index().getFileName())
                            : "its index " + files.index().getFileName() + " is missing");
        }
        return files;
    }

    private static Path inFolder(Path folder) throws IOException {
        Path state = folder.resolve("checkpoint");
        if (Files.isRegularFile(state)) {
            Path newest = newest(state);
            if (Files.isRegularFile(new CheckpointFiles(newest).index())) {
                return newest;
            }
        }
        Path variables = folder.resolve("variables");
        if (Files.isRegularFile(variables.resolve("variables" + INDEX))) {
            return variables.resolve("variables");
        }
        List<Path> indexes;
        try (Stream<Path> files = Files.list(folder)) {
            indexes = files.filter(file -> file.toString().endsWith(INDEX))
                    .sorted()
                    .toList();
        }
        if (indexes.size() != 1) {
            throw new IOException("the folder holds " + indexes.size() + " checkpoints; name one by its index file");
        }
        String name = indexes.get(0).toString();
        return Path.of(name.substring(0, name.length() - INDEX.length()));
    }

    /** Reads which checkpoint is the newest from the file, a message in text form, that TensorFlow keeps beside them. */
    private static Path newest(Path state) throws IOException {
        if (Files.size(state) > LARGEST_STATE) {
            throw new IOException(state.getFileName() + " is too large to name a checkpoint");
        }
        for (String line :
                Files.readString(state, StandardCharsets.ISO_8859_1).lines().toList()) {
            String text = line.strip();
            int open = text.indexOf('"');
            int close = text.lastIndexOf('"');
            if (text.startsWith(NEWEST) && open >= 0 && close > open && text.indexOf('\0') < 0) {
                // The path was true where the checkpoint was written: beside this file is where it is now.
                String written = text.substring(open + 1, close).replace('\\', '/');
                return state.resolveSibling(written.substring(written.lastIndexOf('/') + 1));
            }
        }
        throw new IOException(state.getFileName() + " does not say which checkpoint is the newest");
    }

    /** {@return the index} */
    Path index() {
        return Path.of(prefix + INDEX);
    }

    /** {@return a file of data} */
    Path data(int shard, int shards) {
        return Path.of(String.format(Locale.ROOT, "%s.data-%05d-of-%05d", prefix, shard, shards));
    }

    /** {@return the bytes of the index} */
    ByteBuffer readIndex() throws IOException {
        long size = Files.size(index());
        if (size > LARGEST_INDEX) {
            throw new IOException("an index of " + size + " bytes is too large");
        }
        return ByteBuffer.wrap(Files.readAllBytes(index()));
    }
}
