package dev.pleat.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the command in this process, and finds files that tests share. */
final class Shell {
    private Shell() {}

    /** What a command returned and printed. */
    record Result(int code, String out, String err) {}

    static Result pleat(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Pleat.execute(
                new PrintWriter(out),
                new PrintWriter(err),
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    /** Returns a file of the folder {@code shared}, which users do not have. */
    static Optional<Path> shared(String name) {
        return Stream.of("../../shared", "../shared", "../../../shared")
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst();
    }

    /** Returns a class of the tests' resources. */
    static Path model(String name) {
        return Path.of("src/test/resources/models", name);
    }
}
