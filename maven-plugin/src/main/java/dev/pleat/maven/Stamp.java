package dev.pleat.maven;

import dev.pleat.formats.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Remembers what files were written from: the contents of the model, how it was read, by which version, and how large
 * the results are. What has not changed is not written again, so that nothing behind it is built again.
 *
 * @param file where it is remembered
 */
record Stamp(Path file) {

    /** Returns whether files are what would be written now. */
    boolean isCurrent(String origin, SourceFiles files) throws IOException {
        return Files.exists(file)
                && files.all().stream().allMatch(Files::exists)
                && Files.readString(file).equals(text(origin, files));
    }

    /** Remembers that files are written. */
    void write(String origin, SourceFiles files) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text(origin, files));
    }

    private static String text(String origin, SourceFiles files) throws IOException {
        StringBuilder text = new StringBuilder(origin).append('\n');
        for (Path output : files.all()) {
            text.append(Files.size(output)).append(' ').append(output).append('\n');
        }
        return text.toString();
    }

    /** Returns the digest of what a model is written from. */
    static String origin(ModelFile model, String version) throws IOException {
        MessageDigest digest = sha256();
        add(digest, version, model.className(), model.options().toString());
        Path root = model.model().toPath();
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                add(digest, root.relativize(file).toString(), Long.toString(Files.size(file)));
                try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
                    stream.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String... texts) {
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
