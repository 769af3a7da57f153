package dev.pleat.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds trained networks that are not part of the project: in {@code shared/models}, beside the project or above. */
public final class Shared {

    private Shared() {}

    /** Returns the folder of a trained network; if there is none, the test is skipped and says so. */
    public static Path model(String id) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path model = folder.resolve("shared").resolve("models").resolve(id);
            if (Files.isDirectory(model)) {
                return model;
            }
        }
        assumeTrue(false, "skipped: there is no folder shared/models/" + id + " beside the project");
        throw new AssertionError("unreachable");
    }
}
