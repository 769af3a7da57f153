package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.Configs.input;
import static dev.pleat.formats.keras.Configs.layer;
import static dev.pleat.formats.keras.Configs.model;
import static dev.pleat.formats.keras.Configs.nested;
import static dev.pleat.formats.keras.Configs.ref;
import static dev.pleat.formats.keras.Configs.sequential;
import static dev.pleat.formats.keras.KerasFile.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.formats.weights.WeightNaming;
import dev.pleat.runtime.Safetensors.Tensor;
import dev.pleat.runtime.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where weights are in files that call them by class and number, and lists of names in chunks. */
final class NumberedWeightsTest {
    @TempDir
    private Path folder;

    private static KerasFile twoDense() {
        return new KerasFile(
                        "3.3.3",
                        json(
                                "class_name",
                                "Functional",
                                "config",
                                json(
                                        "name", "f",
                                        "layers",
                                                List.of(
                                                        input("x", 2),
                                                        layer(
                                                                "Dense",
                                                                "dense_1",
                                                                List.of("x"),
                                                                "units",
                                                                2,
                                                                "use_bias",
                                                                false),
                                                        layer(
                                                                "Dense",
                                                                "dense",
                                                                List.of("dense_1"),
                                                                "units",
                                                                2,
                                                                "use_bias",
                                                                false)),
                                        "input_layers", List.of("x", 0, 0),
                                        "output_layers", List.of("dense", 0, 0))))
                .weight("dense_1", "0", new float[] {1, 1, 1, 1}, 2, 2)
                .weight("dense", "1", new float[] {2, 2, 2, 2}, 2, 2);
    }

    private void assertDense(SourceModel model) {
        assertThat(model.layers().get(1).origin()).isEqualTo("dense_1");
        assertThat(model.layers().get(1).weights().get("kernel").values()).containsOnly(1);
        assertThat(model.layers().get(2).weights().get("kernel").values()).containsOnly(2);
    }

    @Test
    void findsNumberedWeights() throws IOException {
        Path file = folder.resolve("model.keras");
        for (Map<String, String> paths : List.of(
                // By class, in order: a layer called dense_1 may be the first.
                Map.of("dense_1", "layers/dense", "dense", "layers/dense_1"),
                Map.of(
                        "dense_1",
                        "_layer_checkpoint_dependencies/dense",
                        "dense",
                        "_layer_checkpoint_dependencies/dense_1"),
                // Where a layer is listed twice, every other number is left out.
                Map.of(
                        "dense_1",
                        "_layer_checkpoint_dependencies/dense",
                        "dense",
                        "_layer_checkpoint_dependencies/dense_2"))) {
            for (boolean compressed : List.of(false, true)) {
                twoDense().zip(file, paths, compressed);
                assertDense(new KerasZipReader().read(file, ReadOptions.DEFAULT));
            }
        }
    }

    @Test
    void findsWeightsByTheLayersName() throws IOException {
        Map<String, Object> config = model(
                "m",
                List.of("x"),
                List.of("b"),
                List.of(
                        input("x", 2),
                        layer("Dense", "a", List.of("x"), "units", 2, "use_bias", false),
                        layer("Dense", "b", List.of("a"), "units", 2, "use_bias", false)));
        KerasFile file = new KerasFile("3.9.0", config)
                .weight("b", "0", new float[] {2, 2, 2, 2}, 2, 2)
                .weight("a", "0", new float[] {1, 1, 1, 1}, 2, 2);
        Path path = folder.resolve("named.keras");
        file.zip(path, Map.of("a", "layers/a", "b", "layers/b"), false);
        SourceModel model = new KerasZipReader().read(path, ReadOptions.DEFAULT);
        assertThat(model.layers().get(1).weights().get("kernel").values()).containsOnly(1);
        assertThat(model.layers().get(2).weights().get("kernel").values()).containsOnly(2);
        Path weights = folder.resolve("named.weights.h5");
        Files.write(
                weights, file.numbered(Map.of("a", "layers/dense_1", "b", "layers/dense"), Map.of("a", "a", "b", "b")));
        assertThat(new KerasWeightsReader().read(weights)).containsOnlyKeys("layers/a/kernel", "layers/b/kernel");
    }

    @Test
    void findsNumberedWeightsWithinModels() throws IOException {
        Map<String, Object> inner = sequential(List.of(
                input("in", 2),
                layer("Dense", "dense", List.of(), "units", 2),
                layer("BatchNormalization", "norm", List.of(), "scale", false, "axis", -1)));
        Map<String, Object> config = model(
                "m",
                List.of("x"),
                List.of("sequential"),
                List.of(input("x", 2), nested(inner, "sequential", List.of(List.of(ref("x"))))));
        Path path = folder.resolve("nested.keras");
        new KerasFile("3.0.5", config)
                .weight("dense", "0", new float[] {1, 2, 3, 4}, 2, 2)
                .weight("dense", "1", new float[] {5, 6}, 2)
                .weight("norm", "0", new float[] {7, 7}, 2)
                .weight("norm", "1", new float[] {8, 8}, 2)
                .weight("norm", "2", new float[] {9, 9}, 2)
                .zip(
                        path,
                        Map.of(
                                "dense", "layers/sequential/layers/dense",
                                "norm", "layers/sequential/layers/batch_normalization"),
                        false);
        SourceModel model = new KerasZipReader().read(path, ReadOptions.DEFAULT);
        assertThat(Imported.text(model)).contains("sequential_dense = Dense(units=2) [x] kernel[2, 2] bias[2]");
        assertThat(model.layers().get(2).weights().keySet()).containsExactly("beta", "moving_mean", "moving_variance");
        assertThat(model.layers().get(2).weights().get("beta").values()).containsOnly(7);
        assertThat(model.layers().get(2).weights().get("moving_variance").values())
                .containsOnly(9);
        assertThat(new KerasWeightsReader().read(path).keySet())
                .containsExactlyInAnyOrder(
                        "layers/sequential/layers/dense/kernel",
                        "layers/sequential/layers/dense/bias",
                        "layers/sequential/layers/batch_normalization/vars/0",
                        "layers/sequential/layers/batch_normalization/vars/1",
                        "layers/sequential/layers/batch_normalization/vars/2");
    }

    @Test
    void readsListsOfNamesInChunks() throws IOException {
        Path file = folder.resolve("chunks.h5");
        KerasFile weights = new KerasFile("2.3.1", Map.of())
                .weight("b", "b/kernel:0", new float[] {1}, 1)
                .layer("empty")
                .weight("a", "a/gamma:0", new float[] {2}, 1)
                .weight("a", "a/beta:0", new float[] {3}, 1);
        for (int chunk : new int[] {0, 1, 2}) {
            assertThat(new KerasWeightsReader()
                            .read(weights.weights(file, chunk))
                            .keySet())
                    .containsExactly("b/b/kernel:0", "a/a/gamma:0", "a/a/beta:0");
        }
    }

    @Test
    void fitAClassWrittenByHand() throws IOException {
        KerasFile file = new KerasFile("3.3.0", Map.of())
                .weight("a", "0", new float[] {1, 1, 1, 1}, 2, 2)
                .weight("b", "0", new float[] {2, 2, 2, 2}, 2, 2)
                .weight("n", "0", new float[] {3, 3}, 2)
                .weight("n", "1", new float[] {4, 4}, 2)
                .weight("n", "2", new float[] {5, 5}, 2)
                .weight("n", "3", new float[] {6, 6}, 2);
        Map<String, String> paths =
                Map.of("a", "layers/dense", "b", "layers/dense_1", "n", "layers/batch_normalization");
        List<TensorSpec> expected = List.of(
                TensorSpec.of("first/kernel", 2, 2),
                TensorSpec.of("norm/gamma", 2),
                TensorSpec.of("norm/beta", 2),
                TensorSpec.of("norm/moving_mean", 2),
                TensorSpec.of("norm/moving_variance", 2),
                TensorSpec.of("second/kernel", 2, 2));
        Path path = Files.write(folder.resolve("some.weights.h5"), file.numbered(paths, Map.of()));
        Map<String, Tensor> tensors = new KerasWeightsReader().read(path);
        Map<String, Tensor> found = WeightNaming.KERAS
                .apply(path, tensors, expected, Map.of(), false)
                .tensors();
        assertThat(found.get("first/kernel").values()).containsOnly(1);
        assertThat(found.get("second/kernel").values()).containsOnly(2);
        assertThat(found.get("norm/gamma").values()).containsOnly(3);
        assertThat(found.get("norm/moving_variance").values()).containsOnly(6);
    }
}
