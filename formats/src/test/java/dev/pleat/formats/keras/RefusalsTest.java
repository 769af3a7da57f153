package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.Configs.applied;
import static dev.pleat.formats.keras.Configs.input;
import static dev.pleat.formats.keras.Configs.layer;
import static dev.pleat.formats.keras.Configs.model;
import static dev.pleat.formats.keras.Configs.sequential;
import static dev.pleat.formats.keras.KerasFile.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language cannot say is refused, with layer, attribute and value, and all of it at once. */
final class RefusalsTest {
    @TempDir
    private Path folder;

    private SourceModel read(KerasFile file, ReadOptions options) throws IOException {
        return new KerasH5Reader().read(file.h5(folder.resolve("model.h5")), options);
    }

    private static Arguments refused(String className, String expected, Object... attributes) {
        return Arguments.of(className, json(attributes), expected);
    }

    static Stream<Arguments> layers() {
        return Stream.of(
                refused("LSTM", "'l' (LSTM): recurrent layers are not in the language", "units", 3),
                refused("Bidirectional", "'l' (Bidirectional): recurrent layers are not in the language"),
                refused("Lambda", "'l' (Lambda): it is code", "function", "lambda"),
                refused("Custom>Swirl", "'l' (Swirl): the language has no such layer"),
                refused("Conv3D", "'l' (Conv3D): the language has no such layer", "filters", 1, "kernel_size", 1),
                refused("MaxoutDense", "'l' (MaxoutDense): the language has no such layer", "output_dim", 3),
                refused("Highway", "'l' (Highway): the language has no such layer"),
                refused("Embedding", "'l' (Embedding): the language has no such layer", "input_dim", 5),
                refused("Masking", "'l' (Masking): the language has no such layer", "mask_value", 0),
                refused("LocallyConnected1D", "'l' (LocallyConnected1D): the language has no such layer", "filters", 3),
                refused("TensorFlowOpLayer", "it is an operation of TensorFlow, node_def = n", "node_def", "n"),
                refused("TFOpLambda", "function 'cumsum' of 1 layers cannot be expressed", "function", "math.cumsum"),
                refused("MaxPooling2D", "padding = full cannot be expressed", "padding", "full"),
                refused("MaxPooling2D", "data_format = sideways is not a data format", "data_format", "sideways"),
                refused("MaxPooling2D", "pool_size = [2, 2, 2] should be 2 numbers", "pool_size", List.of(2, 2, 2)),
                refused("MaxPooling2D", "pool_size = 0 should be at least 1", "pool_size", 0),
                refused("MaxPooling2D", "window of 9 is larger than the 4", "pool_size", 9),
                refused("UpSampling2D", "interpolation = bicubic is none", "interpolation", "bicubic"),
                refused("Activation", "activation = log_softmax is not a function", "activation", "log_softmax"),
                refused("Activation", "activation = {class_name=Foo", "activation", json("class_name", "Foo")),
                refused("Activation", "activation is missing"),
                refused("ReLU", "must not be negative", "max_value", -1),
                refused("ReLU", "max_value = big should be numbers", "max_value", "big"),
                refused("Dropout", "rate = 2 is out of range", "rate", 2),
                refused("Softmax", "axis = 0 is the axis of the batch", "axis", 0),
                refused("Softmax", "axis = 7 names no axis of [4, 4, 2]", "axis", 7),
                refused("Reshape", "[4, 4, 2] cannot become [5, -1]", "target_shape", List.of(5, -1)),
                refused("Permute", "[1, 1, 2] is not a permutation", "dims", List.of(1, 1, 2)),
                refused("RepeatVector", "it repeats vectors, not [4, 4, 2]", "n", 2),
                refused("Cropping2D", "its value would have the shape [0, 0, 2]", "cropping", 2),
                refused(
                        "ZeroPadding2D",
                        "padding = [[-1, 0], [0, 0]]",
                        "padding",
                        List.of(List.of(-1, 0), List.of(0, 0))),
                refused("MaxPooling1D", "it reads 2 dimensions, not [4, 4, 2]"),
                refused("BatchNormalization", "axis = [1, 3] are several axes", "axis", List.of(1, 3)),
                refused("BatchNormalization", "mode = 2 cannot be expressed", "mode", 2, "epsilon", 0.1),
                refused("LayerNormalization", "rms_scaling = true cannot be expressed", "rms_scaling", true),
                refused("Dense", "the file has no weight 'kernel' for it", "units", 3),
                refused("Dense", "units is missing"),
                refused("Dense", "units = 2.5 should be whole numbers", "units", 2.5),
                refused("Dense", "dtype = int8", "units", 3, "dtype", "int8"),
                refused(
                        "Dense",
                        "dtype = {class_name=QuantizedDTypePolicy",
                        "units",
                        3,
                        "dtype",
                        json("class_name", "QuantizedDTypePolicy", "config", json("mode", "int8"))),
                refused("Dense", "lora_rank = 4 cannot be expressed", "units", 3, "lora_rank", 4),
                refused("Dense", "sparsity = 0.5 is not an attribute that is known here", "units", 3, "sparsity", 0.5),
                refused(
                        "Conv2D",
                        "groups = 3 does not divide 2 channels and 3 filters",
                        "filters",
                        3,
                        "kernel_size",
                        1,
                        "groups",
                        3),
                refused(
                        "Conv2D",
                        "padding = causal is for 1-D convolutions only",
                        "filters",
                        3,
                        "kernel_size",
                        1,
                        "padding",
                        "causal"),
                refused(
                        "Conv2DTranspose",
                        "groups = 2 is not an attribute of this layer",
                        "filters",
                        2,
                        "kernel_size",
                        1,
                        "groups",
                        2),
                refused(
                        "Deconvolution2D",
                        "subsample = [2, 2] with an output_shape cannot be expressed",
                        "nb_filter",
                        2,
                        "nb_row",
                        1,
                        "nb_col",
                        1,
                        "subsample",
                        List.of(2, 2),
                        "output_shape",
                        List.of(1)),
                refused(
                        "TimeDistributed",
                        "it distributes 'Conv2D' over time",
                        "layer",
                        json("class_name", "Conv2D", "config", json("filters", 1))),
                refused("Concatenate", "it merges 1 layers, not two or more"),
                refused("Merge", "mode = cos is no merge that the language has", "mode", "cos"),
                refused("Subtract", "it subtracts 1 layers, not two"));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void refuses(String className, Map<String, Object> attributes, String expected) {
        Object[] flat = attributes.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
        KerasFile file = new KerasFile(
                "2.3.1",
                model(
                        "m",
                        List.of("x"),
                        List.of("l"),
                        List.of(input("x", 4, 4, 2), layer(className, "l", List.of("x"), flat))));
        assertThatThrownBy(() -> read(file, ReadOptions.DEFAULT))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("model.h5: cannot be imported")
                .hasMessageContaining("'l' (")
                .hasMessageContaining(expected)
                .hasMessageContaining("fix: ");
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
