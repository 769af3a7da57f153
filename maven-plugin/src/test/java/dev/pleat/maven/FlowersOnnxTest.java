package dev.pleat.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example's model file is the one that its writer writes; {@code -Dpleat.golden.update=true} writes it anew. */
final class FlowersOnnxTest {

    private static final Path FILE = Path.of("src/it/example/src/main/models/flowers.onnx");

    @Test
    void isInTheExample() throws IOException {
        byte[] written = FlowersOnnx.file(FlowersOnnx.Weights.of(1));
        if (Boolean.getBoolean("pleat.golden.update")) {
            Files.write(FILE, written);
        }

        assertThat(FILE).hasBinaryContent(written);
    }
}
