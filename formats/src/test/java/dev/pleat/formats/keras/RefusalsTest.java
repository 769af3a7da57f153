package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.Configs.applied;
import static dev.pleat.formats.keras.Configs.input;
import static dev.pleat.formats.keras.Configs.layer;
import static dev.pleat.formats.keras.Configs.model;
import static dev.pleat.formats.keras.Configs.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the language cannot say is refused, with layer, attribute and value, and all of it at once. */
final class RefusalsTest {
    @TempDir
    private Path folder;

    private SourceModel read(KerasFile file, ReadOptions options) throws IOException {
        return new KerasH5Reader().read(file.h5(folder.resolve("model.h5")), options);
    }

    @Test
    void listsAllProblems() {
        KerasFile file = new KerasFile(
                "2.3.1",
                sequential(List.of(
                        input("x", 4, 4, 2),
                        layer("LSTM", "a", List.of()),
                        layer("Lambda", "b", List.of()),
                        layer("Activation", "c", List.of(), "activation", "what"),
                        layer("UpSampling2D", "d", List.of(), "size", 0, "interpolation", "area"))));
        assertThatThrownBy(() -> read(file, ReadOptions.DEFAULT))
                .satisfies(e -> assertThat(e.getMessage().lines().skip(1).filter(line -> !line.contains("fix")))
                        .hasSize(5)
                        .allMatch(line -> line.matches("  '[abcd]' \\(.*\\): .*")));
    }

    @Test
    void refusesWhatIsDoneInTraining() {
        List<Object> training = List.of(List.of("x", 0, 0, Map.of("training", true)));
        for (String className : List.of("Dropout", "BatchNormalization", "RandomFlip")) {
            KerasFile file = new KerasFile(
                    "2.3.1",
                    model(
                            "m",
                            List.of("x"),
                            List.of("l"),
                            List.of(input("x", 4, 4, 2), applied(className, "l", List.of(training), "rate", 0.5))));
            assertThatThrownBy(() -> read(file, ReadOptions.DEFAULT))
                    .hasMessageContaining("it is called with training = true");
        }
        List<Object> masked = List.of(List.of("x", 0, 0, Map.of("mask", List.of("x", 0, 0))));
        KerasFile file = new KerasFile(
                "2.3.1",
                model(
                        "m",
                        List.of("x"),
                        List.of("l"),
                        List.of(input("x", 4, 4, 2), applied("GlobalAveragePooling2D", "l", List.of(masked)))));
        assertThatThrownBy(() -> read(file, ReadOptions.DEFAULT))
                .hasMessageContaining("it is called with mask = [x, 0, 0], which cannot be expressed");
    }

    @Test
    void refusesInputsWithoutAShape() {
        KerasFile open = new KerasFile(
                "2.3.1",
                sequential(List.of(
                        layer("InputLayer", "x", List.of(), "batch_input_shape", Arrays.asList(null, null, null, 3)),
                        layer("Flatten", "f", List.of()))));
        assertThatThrownBy(() -> read(open, ReadOptions.DEFAULT))
                .hasMessageContaining(
                        "'x' (InputLayer): its shape [null, null, null, 3] has dimensions of no fixed size");
        KerasFile none = new KerasFile("2.3.1", sequential(List.of(layer("Flatten", "f", List.of()))));
        assertThatThrownBy(() -> read(none, ReadOptions.DEFAULT))
                .hasMessageContaining("the file does not say which shape it has");
        KerasFile text = new KerasFile(
                "2.3.1",
                sequential(List.of(
                        layer(
                                "InputLayer",
                                "x",
                                List.of(),
                                "batch_input_shape",
                                Arrays.asList(null, 1),
                                "dtype",
                                "string"),
                        layer("Flatten", "f", List.of()))));
        assertThatThrownBy(() -> read(text, ReadOptions.DEFAULT)).hasMessageContaining("dtype = string");
    }

    private static KerasFile norm(float variance, double epsilon) {
        return new KerasFile(
                        "2.3.1",
                        sequential(List.of(
                                input("x", 1, 1, 2), layer("BatchNormalization", "n", List.of(), "epsilon", epsilon))))
                .weight("n", "n/gamma:0", new float[] {1, 1}, 2)
                .weight("n", "n/beta:0", new float[] {1, 1}, 2)
                .weight("n", "n/moving_mean:0", new float[] {1, 1}, 2)
                .weight("n", "n/moving_variance:0", new float[] {1, variance}, 2);
    }

    @Test
    void checksStatistics() throws IOException {
        assertThatThrownBy(() -> read(norm(-1e-5f, 0.001), ReadOptions.DEFAULT))
                .hasMessageContaining("1 of 2 variances are negative, the least moving_variance[1] = -1.0E-5");
        ReadOptions clamp = new ReadOptions(List.of(), List.of(), false, true);
        SourceModel clamped = read(norm(-1e-5f, 0.001), clamp);
        assertThat(clamped.layers().get(1).weights().get("moving_variance").values())
                .containsExactly(1, 0);
        assertThat(clamped.notes()).anySatisfy(note -> assertThat(note).contains("they count as 0"));
        assertThatThrownBy(() -> read(norm(Float.NaN, 0.001), clamp))
                .hasMessageContaining("moving_variance[1] = NaN is not finite");
        assertThatThrownBy(() -> read(norm(0, 0), ReadOptions.DEFAULT))
                .hasMessageContaining("moving_variance[1] + epsilon is 0");
        ReadOptions raise = new ReadOptions(List.of(), List.of(), true, false);
        assertThat(Imported.text(read(norm(0, 1e-5), raise))).contains("epsilon=1.001E-5");
        assertThat(Imported.text(read(norm(0, 1e-5), ReadOptions.DEFAULT))).contains("epsilon=1.0E-5");
    }

    @Test
    void refusesWeightsThatDoNotFit() {
        KerasFile file = new KerasFile(
                        "2.3.1",
                        sequential(List.of(
                                input("x", 3),
                                layer("Dense", "a", List.of(), "units", 2),
                                layer("Dense", "b", List.of(), "units", 2, "use_bias", false),
                                layer("BatchNormalization", "n", List.of(), "scale", false))))
                .weight("a", "a/kernel:0", new float[4], 2, 2)
                .weight("a", "a/bias:0", new float[2], 2)
                .weight("b", "b/kernel:0", new float[4], 2, 2)
                .weight("b", "b/bias:0", new float[2], 2)
                .weight("n", "n/gamma:0", new float[] {1, 1}, 2)
                .weight("n", "n/moving_mean:0", new float[] {1, 1}, 2)
                .weight("n", "n/moving_variance:0", new float[] {1, 1}, 2);
        assertThatThrownBy(() -> read(file, ReadOptions.DEFAULT))
                .hasMessageContaining(
                        "'a' (Dense): its weight 'kernel' has the shape [2, 2], but its configuration takes [3, 2]")
                .hasMessageContaining("'b' (Dense): the file has a weight 'b/bias:0' that its configuration excludes")
                .hasMessageContaining("'n' (BatchNormalization): the file has a weight 'n/gamma:0'")
                .hasMessageContaining("'n' (BatchNormalization): the file has no weight 'beta' for it");
    }
}
