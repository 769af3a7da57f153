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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which versions and backends of Keras write the same. */
final class VariantsTest {
    @TempDir
    private Path folder;

    private SourceModel read(KerasFile file) throws IOException {
        return new KerasH5Reader().read(file.h5(folder.resolve("model.h5")), ReadOptions.DEFAULT);
    }

    private static Map<String, Object> first(String className, Integer[] shape, Object... attributes) {
        Map<String, Object> layer = layer(className, "l", List.of(), attributes);
        Json.map(layer.get("config")).put("batch_input_shape", Arrays.asList(shape));
        return layer;
    }

    private static Integer[] image(int rows, int columns, int channels) {
        return new Integer[] {null, rows, columns, channels};
    }

    @Test
    void readsKeras1() throws IOException {
        Map<String, Object> conv = first(
                "Convolution2D",
                image(1, 3, 3),
                "nb_filter",
                2,
                "nb_row",
                2,
                "nb_col",
                1,
                "border_mode",
                "valid",
                "subsample",
                List.of(1, 2),
                "dim_ordering",
                "th",
                "bias",
                false,
                "activation",
                "hard_sigmoid",
                "init",
                "g");
        float[] numbers = {1, 2, 3, 4};
        SourceModel model = read(new KerasFile(
                        "1.2.2",
                        json(
                                "class_name",
                                "Sequential",
                                "config",
                                List.of(
                                        conv,
                                        layer(
                                                "BatchNormalization",
                                                "n",
                                                List.of(),
                                                "axis",
                                                1,
                                                "epsilon",
                                                1e-5,
                                                "mode",
                                                0),
                                        layer(
                                                "MaxPooling2D",
                                                "p",
                                                List.of(),
                                                "pool_size",
                                                List.of(2, 1),
                                                "dim_ordering",
                                                "th"),
                                        layer("Dropout", "drop", List.of(), "p", 0.25),
                                        layer("Flatten", "f", List.of()),
                                        layer(
                                                "Dense",
                                                "d",
                                                List.of(),
                                                "output_dim",
                                                1,
                                                "input_dim",
                                                4,
                                                "activation",
                                                "linear"))))
                .backend("theano")
                .weight("l", "l_W", numbers, 2, 1, 2, 1)
                .weight("n", "n_gamma", new float[] {1, 1}, 2)
                .weight("n", "n_beta", new float[2], 2)
                .weight("n", "n_running_mean", new float[2], 2)
                .weight("n", "n_running_std", new float[] {4, 9}, 2)
                .weight("d", "d_W", new float[4], 4, 1)
                .weight("d", "d_b", new float[1], 1));
        assertThat(Imported.text(model))
                .contains(
                        "l = Conv2D(filters=2, kernelSize=[2, 1], strides=[1, 2], dataFormat=CHANNELS_FIRST, "
                                + "activation=HARD_SIGMOID_KERAS2, useBias=false) [input] kernel[2, 1, 1, 2]",
                        "n = BatchNormalization(axis=1, epsilon=1.0E-5) [l] gamma[2] beta[2] moving_mean[2] moving_variance[2]",
                        "p = MaxPooling2D(poolSize=[2, 1], dataFormat=CHANNELS_FIRST) [n]",
                        "drop = Dropout(rate=0.25) [p]",
                        "d = Dense(units=1) [f] kernel[4, 1] bias[1]");
        // [out, in, rows, columns] = [[1, 2]], [[3, 4]] becomes [rows, columns, in, out], turned round for Theano.
        assertThat(model.layers().get(1).weights().get("kernel").values()).containsExactly(2, 4, 1, 3);
        assertThat(model.layers().get(2).weights().get("moving_variance").values())
                .containsExactly(4, 9);
    }

    @Test
    void readsSeriesAndMergesOfKeras1() throws IOException {
        Map<String, Object> left = first(
                "Convolution1D", new Integer[] {null, 4, 1}, "nb_filter", 2, "filter_length", 3, "subsample_length", 1);
        Map<String, Object> right =
                first("AveragePooling1D", new Integer[] {null, 4, 2}, "pool_length", 3, "stride", 1);
        Json.map(right.get("config")).put("name", "r");
        right.put("name", "r");
        Map<String, Object> merge = layer(
                "Merge",
                "m",
                List.of(),
                "mode",
                "concat",
                "concat_axis",
                1,
                "mode_type",
                "raw",
                "dot_axes",
                -1,
                "layers",
                List.of(sequential(List.of(left)), sequential(List.of(right))));
        KerasFile file = new KerasFile("1.0.8", json("class_name", "Sequential", "config", List.of(merge)));
        for (int[] shape : new int[][] {{3, 1, 1, 2}, {2, 1, 3, 1}}) {
            SourceModel model = read(file.backend("")
                    .weight("l", "l_W", new float[] {1, 2, 3, 4, 5, 6}, shape)
                    .weight("l", "l_b", new float[2], 2));
            assertThat(Imported.text(model))
                    .contains(
                            "l = Conv1D(filters=2, kernelSize=3) [input] kernel[3, 1, 2] bias[2]",
                            "r = AveragePooling1D(poolSize=3, strides=1) [input_2]",
                            "m = Concatenate(axis=1) [l, r]");
            float[] kernel = model.layers().stream()
                    .filter(layer -> layer.name().equals("l"))
                    .findFirst()
                    .orElseThrow()
                    .weights()
                    .get("kernel")
                    .values();
            assertThat(kernel)
                    .containsExactly(shape[0] == 3 ? new float[] {1, 2, 3, 4, 5, 6} : new float[] {1, 4, 2, 5, 3, 6});
            assertThat(model.notes()).anySatisfy(note -> assertThat(note).contains("which backend wrote it"));
        }
    }

    @Test
    void readsTransposedKernelsOfKeras1() throws IOException {
        for (String format : List.of("th", "tf")) {
            boolean theirs = format.equals("th");
            Map<String, Object> layer = first(
                    "Deconvolution2D",
                    theirs ? image(3, 2, 2) : image(2, 2, 3),
                    "nb_filter",
                    2,
                    "nb_row",
                    1,
                    "nb_col",
                    1,
                    "output_shape",
                    Arrays.asList(null, 2, 2, 2),
                    "dim_ordering",
                    format,
                    "subsample",
                    List.of(1, 1));
            int[] shape = theirs ? new int[] {2, 3, 1, 1} : new int[] {1, 1, 3, 2};
            SourceModel model = read(new KerasFile("1.2.0", sequential(List.of(layer)))
                    .weight("l", "l_W", new float[] {1, 2, 3, 4, 5, 6}, shape)
                    .weight("l", "l_b", new float[2], 2));
            assertThat(model.layers().get(1).annotation()).isEqualTo("Conv2DTranspose");
            assertThat(model.layers().get(1).weights().get("kernel").shape()).containsExactly(1, 1, 2, 3);
            assertThat(model.layers().get(1).weights().get("kernel").values())
                    .containsExactly(theirs ? new float[] {1, 2, 3, 4, 5, 6} : new float[] {1, 3, 5, 2, 4, 6});
        }
    }

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
