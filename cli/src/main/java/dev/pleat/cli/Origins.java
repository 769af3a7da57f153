package dev.pleat.cli;

import dev.pleat.formats.FileKind;
import dev.pleat.formats.ModelFiles;
import dev.pleat.formats.SourceModel;
import dev.pleat.formats.SourceWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Reads what MODEL names: a file of another tool, or source. */
final class Origins {
    private static final Pattern PACKAGE =
            Pattern.compile("^\\s*package\\s+([\\p{L}\\w$]+(?:\\s*\\.\\s*[\\p{L}\\w$]+)*)\\s*;", Pattern.MULTILINE);

    private Origins() {}

    /**
     * Reads a model.
     *
     * @throws dev.pleat.formats.FormatException if it is none
     * @throws IOException if the file cannot be read
     */
    static Origin read(ModelOptions options) throws IOException {
        Path file = options.model();
        boolean java = FileKind.of(file) == FileKind.JAVA;
        options.check(java);
        if (java) {
            return source(file);
        }
        SourceModel model = ModelFiles.read(file, options.reading());
        String name = className(file);
        return new Origin(file, name, SourceWriter.source(model, name), Optional.empty(), Optional.of(model));
    }

    /**
     * Reads source.
     *
     * @throws IOException if the file cannot be read
     */
    static Origin source(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Failure(ExitCode.BAD_FILE, file + " is not UTF-8", e);
        }
        String name = file.getFileName().toString();
        if (!name.endsWith(".java")) {
            throw Failure.usage(file + " is no .java file");
        }
        String simple = name.substring(0, name.length() - ".java".length());
        Matcher matcher = PACKAGE.matcher(text);
        String packageName = matcher.find() ? matcher.group(1).replaceAll("\\s", "") : "";
        return new Origin(
                file,
                packageName.isEmpty() ? simple : packageName + "." + simple,
                text,
                root(file.toAbsolutePath().normalize().getParent(), packageName),
                Optional.empty());
    }

    /** Returns the folder of which a package's folder is part, if the package lies as javac wants it. */
    private static Optional<Path> root(Path folder, String packageName) {
        if (packageName.isEmpty()) {
            return Optional.of(folder);
        }
        Path tail = Path.of("", packageName.split("\\.", -1));
        if (!folder.endsWith(tail)) {
            return Optional.empty();
        }
        Path root = folder;
        for (int i = 0; i < tail.getNameCount() && root != null; i++) {
            root = root.getParent();
        }
        return Optional.ofNullable(root);
    }

    /** Returns a class's name for a file: {@code my-net.h5} is {@code MyNet}. */
    static String className(Path file) {
        String name = String.valueOf(file.toAbsolutePath().normalize().getFileName());
        StringBuilder simple = new StringBuilder();
        boolean upper = true;
        String base = name.replaceFirst("(\\.[A-Za-z0-9]{1,6})+$", "");
        for (int i = 0; i < base.length(); i++) {
            char c = base.charAt(i);
            boolean part = c < 0x80 && Character.isLetterOrDigit(c);
            if (part) {
                simple.append(upper ? Character.toUpperCase(c) : c);
            }
            upper = !part;
        }
        if (simple.length() == 0 || !SourceVersion.isIdentifier(simple)) {
            simple.insert(0, "Net");
        }
        return simple.toString();
    }
}
