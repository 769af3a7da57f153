package dev.pleat.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An engine that was built and can be started.
 *
 * @param name the name of its Maven profile
 * @param classPath the class path of its process
 */
record Installed(String name, List<Path> classPath) {

    /** {@return the engine of a name, if it was built} */
    static Optional<Installed> find(String name) {
        if (name.equals("pleat")) {
            return Optional.of(new Installed(name, ownPaths()));
        }
        Path target = Path.of("benchmarks", name, "target");
        Path list = target.resolve("classpath.txt");
        if (!Files.exists(list)) {
            return Optional.empty();
        }
        List<Path> paths = new ArrayList<>(List.of(target.resolve("classes")));
        try {
            paths.addAll(paths(Files.readString(list)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Installed(name, paths));
    }

    /** The project's own classes: a compiled model needs no library, and those of the report would count for its start. */
    private static List<Path> ownPaths() {
        return paths(System.getProperty("java.class.path")).stream()
                .filter(path ->
                        Files.isDirectory(path) || path.getFileName().toString().startsWith("pleat-"))
                .toList();
    }

    private static List<Path> paths(String classPath) {
        return Stream.of(classPath.strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** {@return the command that starts a class in a JVM with this engine} */
    List<String> command(Path java, String mainClass) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.add("--enable-native-access=ALL-UNNAMED");
        if (name.equals("pleat")) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
            String options = System.getProperty("bench.jvm", "");
            command.addAll(options.isBlank() ? List.of() : List.of(options.split(",")));
        }
        String path = String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
        command.addAll(List.of("-Dai.djl.offline=true", "-cp", path, mainClass));
        return command;
    }

    /** {@return the bytes of all that an application would have to ship besides its model, without this project's own benchmarks} */
    long bytes() {
        return classPath.stream()
                .filter(path -> isRuntime(path) == name.equals("pleat") && !isBenchmark(path))
                .mapToLong(Installed::size)
                .sum();
    }

    private static boolean isRuntime(Path path) {
        return path.endsWith(Path.of("runtime", "target", "classes"));
    }

    /** What only these benchmarks need. */
    private boolean isBenchmark(Path path) {
        return path.endsWith(Path.of("net", "target", "classes"))
                || path.endsWith(Path.of(name, "target", "classes"))
                || !name.equals("pleat") && path.toString().contains("protobuf-javalite");
    }

    private static long size(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
