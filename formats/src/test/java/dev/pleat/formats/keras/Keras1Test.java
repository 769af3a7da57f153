package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.Configs.layer;
import static dev.pleat.formats.keras.Configs.model;
import static dev.pleat.formats.keras.Configs.sequential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of Keras 1, with its names of layers and attributes and its layouts of kernels. */
final class Keras1Test {
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

    private static final String CHAIN = """
            {"class_name": "Sequential", "config": [
                {"class_name": "Convolution2D", "config": {"name": "l", "batch_input_shape": [null, 1, 3, 3],
                    "nb_filter": 2, "nb_row": 2, "nb_col": 1, "border_mode": "valid", "subsample": [1, 2],
                    "dim_ordering": "th", "bias": false, "activation": "hard_sigmoid", "init": "glorot_uniform"}},
                {"class_name": "BatchNormalization", "config": {"name": "n", "axis": 1, "epsilon": 1e-05, "mode": 0}},
                {"class_name": "MaxPooling2D", "config": {"name": "p", "pool_size": [2, 1], "dim_ordering": "th"}},
                {"class_name": "Dropout", "config": {"name": "drop", "p": 0.25}},
                {"class_name": "Flatten", "config": {"name": "f"}},
                {"class_name": "Dense", "config": {"name": "d", "output_dim": 1, "input_dim": 4,
                    "activation": "linear"}}]}
            """;

    @Test
    void readsChains() throws IOException {
        SourceModel model = read(new KerasFile("1.2.2", Json.object(folder, "the chain", CHAIN))
                .backend("theano")
                .weight("l", "l_W", new float[] {1, 2, 3, 4}, 2, 1, 2, 1)
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

    private static final String BRANCHES = """
            {"class_name": "Sequential", "config": [
                {"class_name": "Merge", "config": {"name": "m", "mode": "concat", "concat_axis": 1, "mode_type": "raw",
                    "dot_axes": -1, "layers": [
                        {"class_name": "Sequential", "config": [
                            {"class_name": "Convolution1D", "config": {"name": "l", "batch_input_shape": [null, 4, 1],
                                "nb_filter": 2, "filter_length": 3, "subsample_length": 1}}]},
                        {"class_name": "Sequential", "config": [
                            {"class_name": "AveragePooling1D", "config": {"name": "r",
                                "batch_input_shape": [null, 4, 2], "pool_length": 3, "stride": 1}}]}]}}]}
            """;

    @Test
    void readsSeriesAndMerges() throws IOException {
        KerasFile file = new KerasFile("1.0.8", Json.object(folder, "the branches", BRANCHES));
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
    void readsTransposedKernels() throws IOException {
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
}
