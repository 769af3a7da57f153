package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.Configs.input;
import static dev.pleat.formats.keras.Configs.layer;
import static dev.pleat.formats.keras.Configs.model;
import static dev.pleat.formats.keras.Configs.sequential;
import static dev.pleat.formats.keras.KerasFile.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which versions of Keras write the same. */
final class VariantsTest {
    @TempDir
    private Path folder;

    private SourceModel read(KerasFile file) throws IOException {
        return new KerasH5Reader().read(file.h5(folder.resolve("model.h5")), ReadOptions.DEFAULT);
    }

    @Test
    void convertsOtherPrecisions() throws IOException {
        float[] numbers = {1.5f, -0.25f, 1024, 0};
        for (H5Writer.Type type : H5Writer.Type.values()) {
            Map<String, Object> policy = json("class_name", "DTypePolicy", "config", json("name", "mixed_float16"));
            SourceModel model = read(new KerasFile(
                            "3.4.0",
                            sequential(List.of(
                                    input("x", 2),
                                    layer("Dense", "d", List.of(), "units", 2, "use_bias", false, "dtype", policy))))
                    .type(type)
                    .weight("d", "d/kernel", numbers, 2, 2));
            assertThat(model.layers().get(1).weights().get("kernel").values()).containsExactly(numbers);
            assertThat(model.notes()).containsExactly("'d' (Dense): dtype = mixed_float16: computed in float32");
        }
    }

    @Test
    void understandsHardSigmoidByVersion() throws IOException {
        for (String version : List.of("1.2.2", "2.15.0", "3.1.0")) {
            SourceModel model = read(new KerasFile(
                    version,
                    sequential(List.of(
                            input("x", 2), layer("Activation", "a", List.of(), "activation", "hard_sigmoid")))));
            assertThat(Imported.text(model))
                    .contains(version.startsWith("3") ? "value=HARD_SIGMOID)" : "value=HARD_SIGMOID_KERAS2)");
        }
    }

    @Test
    void distributesOverTime() throws IOException {
        Map<String, Object> dense =
                json("class_name", "Dense", "config", json("name", "d", "units", 3, "activation", "relu"));
        Map<String, Object> flatten = json("class_name", "Flatten", "config", json("name", "f"));
        SourceModel model = read(new KerasFile(
                        "2.3.1",
                        sequential(List.of(
                                input("x", 4, 2, 5),
                                layer("TimeDistributed", "each", List.of(), "layer", flatten),
                                layer("TimeDistributed", "all", List.of(), "layer", dense))))
                .weight("all", "all/kernel:0", new float[30], 10, 3)
                .weight("all", "all/bias:0", new float[3], 3));
        assertThat(Imported.text(model))
                .contains(
                        "each = Reshape(targetShape=[4, 10]) [x]",
                        "all = Dense(units=3, activation=RELU) [each] kernel[10, 3] bias[3]");
    }

    @Test
    void takesTheVirtualBatchOutOfAxes() throws IOException {
        SourceModel model = read(new KerasFile(
                        "2.4.0",
                        sequential(List.of(
                                input("x", 4, 4, 2),
                                layer(
                                        "BatchNormalization",
                                        "n",
                                        List.of(),
                                        "axis",
                                        List.of(4),
                                        "virtual_batch_size",
                                        8,
                                        "center",
                                        false,
                                        "scale",
                                        false))))
                .weight("n", "n/moving_mean:0", new float[] {1, 2}, 2)
                .weight("n", "n/moving_variance:0", new float[] {1, 2}, 1, 1, 1, 1, 2));
        assertThat(Imported.text(model))
                .contains("n = BatchNormalization(axis=3, epsilon=0.001, center=false, scale=false) [x] "
                        + "moving_mean[2] moving_variance[2]");
    }
}
