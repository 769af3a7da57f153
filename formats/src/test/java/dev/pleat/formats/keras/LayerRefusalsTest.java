package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.Configs.input;
import static dev.pleat.formats.keras.Configs.layer;
import static dev.pleat.formats.keras.Configs.model;
import static dev.pleat.formats.keras.KerasFile.json;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language cannot say of a layer is refused, with the layer, its attribute and its value. */
final class LayerRefusalsTest {
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
                refused("Custom>Dense", "'l' (Custom>Dense): the language has no such layer", "units", 3),
                refused("Conv3D", "'l' (Conv3D): the language has no such layer", "filters", 1, "kernel_size", 1),
                refused("MaxoutDense", "'l' (MaxoutDense): the language has no such layer", "output_dim", 3),
                refused("Highway", "'l' (Highway): the language has no such layer"),
                refused("Embedding", "'l' (Embedding): the language has no such layer", "input_dim", 5),
                refused("Masking", "'l' (Masking): the language has no such layer", "mask_value", 0),
                refused("LocallyConnected1D", "'l' (LocallyConnected1D): the language has no such layer", "filters", 3),
                refused("TensorFlowOpLayer", "it is an operation of TensorFlow, node_def = n", "node_def", "n"),
                refused("TFOpLambda", "function 'cumsum' of 1 layers cannot be expressed", "function", "math.cumsum"));
    }

    static Stream<Arguments> values() {
        return Stream.of(
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
                refused("MaxPooling1D", "it reads 2 dimensions, not [4, 4, 2]"));
    }

    static Stream<Arguments> weights() {
        return Stream.of(
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
                refused("Dense", "sparsity = 0.5 is not an attribute that is known here", "units", 3, "sparsity", 0.5));
    }

    static Stream<Arguments> windows() {
        return Stream.of(
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
                        List.of(1)));
    }

    static Stream<Arguments> merges() {
        return Stream.of(
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
    @MethodSource({"layers", "values", "weights", "windows", "merges"})
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
}
