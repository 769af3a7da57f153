package dev.pleat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.pleat.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pleat inspect}: all that is told of a model. */
final class InspectCommandTest {
    private static final String NET = """
            import static dev.pleat.ActivationFunction.*;

            import dev.pleat.*;

            @Model
            record Net(
                    @Input({8, 8, 2}) Layer image,
                    @Conv2D(filters = 4, kernelSize = 3) Layer conv,
                    @BatchNormalization Layer norm,
                    @Activation(TANH) Layer tanh,
                    @BatchNormalization Layer second,
                    @Flatten Layer flat,
                    @Dense(units = 3, activation = SOFTMAX) Layer digit) {}
            """;

    @TempDir
    private Path folder;

    @Test
    void tellsLayersFoldsAndMemory() throws IOException {
        Result result = Shell.pleat("inspect", net());
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .containsPattern("conv +\\| Conv2D +\\| \\[6, 6, 4\\] +\\| +76 \\| +2,592 \\| step")
                .containsPattern("norm +\\| BatchNormalization +\\| \\[6, 6, 4\\] +\\| +16 \\| +0 \\| folded into conv")
                .contains("Parameters:     543, of which 16 are statistics of norms")
                .contains("Multiply-adds:  3,024 a prediction")
                .contains("What folds, and what does not")
                .contains("Steps of a prediction")
                .containsPattern("Packed weights: [0-9.,]+ KB")
                .containsPattern("Scratch memory: [0-9.,]+ (KB|bytes) a prediction");
    }

    @Test
    void printsJson() throws IOException {
        Map<String, Object> json =
                JSON.std.mapFrom(Shell.pleat("inspect", net(), "--json").out());
        assertThat(json)
                .containsEntry("model", "Net")
                .containsEntry("batched", true)
                .containsEntry("parameters", 543)
                .containsEntry("multiplyAdds", 3024)
                .containsKeys("file", "inputs", "outputs", "statistics", "packedWeightsBytes", "scratchBytes", "notes");
        List<?> layers = (List<?>) json.get("layers");
        assertThat(layers).hasSize(7);
        Map<?, ?> norm = (Map<?, ?>) layers.get(2);
        assertThat(norm.get("name")).isEqualTo("norm");
        assertThat(norm.get("outcome")).isEqualTo("folded");
        assertThat(norm.get("shape")).isEqualTo(List.of(6, 6, 4));
        List<?> steps = (List<?>) json.get("steps");
        assertThat(steps)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(((Map<?, ?>) step).get("operation"))
                        .asString()
                        .isNotEmpty());
        assertThat((List<?>) json.get("outputs")).hasSize(1);
    }

    @Test
    void writesAReport() throws IOException {
        Path html = folder.resolve("report.html");
        Result result = Shell.pleat("inspect", net(), "--html", html);
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("report written to " + html);
        assertThat(Files.readString(html)).startsWith("<!").contains("digit");
        Result impossible = Shell.pleat("inspect", net(), "--html", folder.resolve("no/report.html"));
        assertThat(impossible.code()).isEqualTo(ExitCode.NOT_WRITTEN);
    }

    @Test
    void explainsWhatDoesNotCompile() throws IOException {
        Path file = folder.resolve("Net.java");
        Files.writeString(file, NET.replace("filters = 4", "filters = 0"));
        Result result = Shell.pleat("inspect", file);
        assertThat(result.code()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(result.err())
                .contains(file + ":8: error: [not-positive] 'conv' has filters = 0")
                .doesNotContain("\tat ");
        Files.writeString(file, "class Net {}");
        assertThat(Shell.pleat("inspect", file).err()).contains("has no class with the annotation @Model");
    }

    @Test
    void choosesAmongSeveralModels() throws IOException {
        Path file = folder.resolve("Both.java");
        Files.writeString(file, """
                import dev.pleat.*;
                class Both {
                    @Model record One(@Input(2) Layer x, @Rescaling(scale = 2) Layer y) {}
                    @Model record Two(@Input(3) Layer x, @Rescaling(scale = 2) Layer y) {}
                }
                """);
        Result unclear = Shell.pleat("inspect", file);
        assertThat(unclear.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unclear.err()).contains("has the models [One, Two]").contains("choose one with --model");
        assertThat(Shell.pleat("inspect", file, "--model", "Two").out()).contains("[3]");
    }

    private Path net() throws IOException {
        Path file = folder.resolve("Net.java");
        Files.writeString(file, NET);
        return file;
    }
}
