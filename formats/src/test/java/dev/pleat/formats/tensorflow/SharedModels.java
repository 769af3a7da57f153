package dev.pleat.formats.tensorflow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Trained models beside the project, which only its developers have. */
final class SharedModels {
    private SharedModels() {}

    /** {@return a file of a model; the test is skipped where the models are not there} */
    static Path file(String name) {
        Path file = Stream.of("../../shared", "../shared", "../../../shared")
                .map(shared -> Path.of(shared, "models"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("shared", "models"))
                .resolve(name);
        assumeTrue(Files.exists(file), "shared/models is not beside the project: " + name + " was not tested");
        return file;
    }
}
