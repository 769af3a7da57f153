package dev.pleat.formats;

import dev.pleat.runtime.Safetensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * The files that a model becomes: {@code com/acme/Net.java} in a folder of sources and {@code com/acme/Net.safetensors}
 * in one of resources, where the compiled class looks for its weights.
 *
 * <p>Both are written, or none is. Files that were not written this way, or were edited since, are not overwritten
 * unless that is asked for: the first line of the source has a checksum of the rest.
 *
 * @param source the source file
 * @param weights the safetensors file
 */
public record SourceFiles(Path source, Path weights) {
    private static final String MARK = "// Written by Pleat, checksum ";

    /**
     * Returns where the files of a class are.
     *
     * @param className the qualified name of the class
     * @param sources the root of the sources
     * @param resources the root of the resources; the same folder keeps the files together
     * @return the files, which need not exist
     */
    public static SourceFiles of(String className, Path sources, Path resources) {
        String path = className.replace('.', '/');
        return new SourceFiles(sources.resolve(path + ".java"), resources.resolve(path + ".safetensors"));
    }

    /**
     * Writes a model.
     *
     * @param model the model
     * @param className the qualified name of the class, as given to {@link #of}
     * @param force whether to overwrite files that were written or edited by someone else
     * @throws FileAlreadyExistsException if there are such files; nothing is written then
     * @throws IOException if a file cannot be written; what existed before is still there
     */
    public void write(SourceModel model, String className, boolean force) throws IOException {
        String text = SourceWriter.source(model, className);
        if (!force) {
            checkOwn();
        }
        Files.createDirectories(source.toAbsolutePath().getParent());
        Files.createDirectories(weights.toAbsolutePath().getParent());
        Path newSource = temporary(source);
        Path newWeights = temporary(weights);
        Path oldWeights = temporary(weights);
        try {
            Safetensors.write(newWeights, SourceWriter.weights(model));
            Files.writeString(newSource, MARK + checksum(text) + "\n" + text);
            boolean existed = Files.isRegularFile(weights);
            if (existed) {
                Files.copy(weights, oldWeights);
            }
            move(newWeights, weights);
            moveOrRestore(newSource, existed ? oldWeights : null);
        } finally {
            Files.deleteIfExists(newWeights);
            Files.deleteIfExists(newSource);
            Files.deleteIfExists(oldWeights);
        }
    }

    /** Puts the source into its place; where that fails, the weights become again what they were. */
    private void moveOrRestore(Path newSource, Path oldWeights) throws IOException {
        try {
            move(newSource, source);
        } catch (IOException e) {
            if (oldWeights == null) {
                Files.deleteIfExists(weights);
            } else {
                move(oldWeights, weights);
            }
            throw e;
        }
    }

    private void checkOwn() throws IOException {
        String fix = "write elsewhere, under another class name, or with --force";
        if (Files.exists(source)) {
            String reason = state(Files.readString(source));
            if (!reason.isEmpty()) {
                throw new FileAlreadyExistsException(source.toString(), null, reason + "\n  fix: " + fix);
            }
        } else if (Files.exists(weights)) {
            throw new FileAlreadyExistsException(
                    weights.toString(), null, "it exists, and the source it should belong to does not\n  fix: " + fix);
        }
    }

    /** Returns why a source must not be overwritten, nothing if it may. */
    private static String state(String text) {
        int end = text.indexOf('\n');
        if (!text.startsWith(MARK) || end < 0) {
            return "it exists and was not written by Pleat";
        }
        String sum = text.substring(MARK.length(), end).strip();
        return sum.equals(checksum(text.substring(end + 1))) ? "" : "it was edited since Pleat wrote it";
    }

    /** Returns a checksum that does not depend on the line ends, which version control may change. */
    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }

    private static Path temporary(Path file) {
        return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** {@return both files} */
    public List<Path> all() {
        return List.of(source, weights);
    }
}
