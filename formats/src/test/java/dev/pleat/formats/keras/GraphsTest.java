package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.Configs.applied;
import static dev.pleat.formats.keras.Configs.input;
import static dev.pleat.formats.keras.Configs.layer;
import static dev.pleat.formats.keras.Configs.model;
import static dev.pleat.formats.keras.Configs.nested;
import static dev.pleat.formats.keras.Configs.ref;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How graphs of layers are read: order, sharing, models within models, cuts. */
final class GraphsTest {
    private static final List<Map<String, Object>> TWO_HEADS = List.of(
            input("a", 2),
            input("b", 2),
            layer("Dense", "first", List.of("b"), "units", 1, "use_bias", false),
            layer("Dense", "second", List.of("a"), "units", 1, "use_bias", false));

    @TempDir
    private Path folder;

    private SourceModel read(KerasFile file) throws IOException {
        return read(file, ReadOptions.DEFAULT);
    }

    private SourceModel read(KerasFile file, ReadOptions options) throws IOException {
        return new KerasH5Reader().read(file.h5(folder.resolve("model.h5")), options);
    }

    @Test
    void keepsTheOrderOfInputsAndOutputs() throws IOException {
        KerasFile file = new KerasFile("2.3.1", model("m", List.of("b", "a"), List.of("second", "first"), TWO_HEADS))
                .weight("first", "first/kernel:0", new float[] {1, 2}, 2, 1)
                .weight("second", "second/kernel:0", new float[] {3, 4}, 2, 1);
        SourceModel model = read(file);
        assertThat(Imported.text(model)).isEqualTo("""
                b = Input(value=[2]) []
                a = Input(value=[2]) []
                first = Dense(units=1, useBias=false) [b] kernel[2, 1]
                second = Dense(units=1, useBias=false) [a] kernel[2, 1]
                outputs [second, first]
                """);
        assertThat(model.batched()).isTrue();
        assertThat(Imported.run(model, new double[] {1, 1}, new double[] {10, 10}))
                .containsExactly(new double[] {70}, new double[] {3});
    }

    @Test
    void appliesASharedLayerSeveralTimes() throws IOException {
        KerasFile file = new KerasFile(
                        "2.3.1",
                        model(
                                "m",
                                List.of("x"),
                                List.of("twice", "sum"),
                                List.of(
                                        input("x", 2),
                                        applied(
                                                "Dense",
                                                "twice",
                                                List.of(List.of(ref("x")), List.of(ref("twice"))),
                                                "units",
                                                2,
                                                "use_bias",
                                                false),
                                        layer("Add", "sum", List.of("twice", "twice:1")))))
                .weight("twice", "twice/kernel:0", new float[] {0, 1, 2, 0}, 2, 2);
        SourceModel model = read(file);
        assertThat(Imported.text(model)).isEqualTo("""
                x = Input(value=[2]) []
                twice = Dense(units=2, useBias=false) [x] kernel[2, 2]
                twice_2 = Dense(units=2, useBias=false) [twice] kernel[2, 2]
                sum = Add() [twice, twice_2]
                outputs [twice, sum]
                """);
        assertThat(model.notes()).anySatisfy(note -> assertThat(note).contains("'twice' is applied more than once"));
    }

    // As Keras 2 saves it: applications of a model within a model count from 1, trainable weights come first.
    private static KerasFile siamese(boolean frozen, String scope) {
        List<Map<String, Object>> layers = List.of(
                input("in", 2),
                layer("Dense", "dense", List.of("in"), "units", 2, "use_bias", false, "trainable", !frozen),
                layer("BatchNormalization", "norm", List.of("dense"), "axis", List.of(1), "epsilon", 0));
        Map<String, Object> branch = model("branch", List.of("in"), List.of("norm"), layers);
        KerasFile file = new KerasFile(
                "2.3.1",
                model(
                        "m",
                        List.of("x", "y"),
                        List.of("difference"),
                        List.of(
                                input("x", 2),
                                input("y", 2),
                                nested(branch, "branch", List.of(List.of(ref("x")), List.of(ref("y")))),
                                layer("Subtract", "difference", List.of("branch:2", "branch:1")))));
        if (!frozen) {
            file.weight("branch", scope + "dense/kernel:0", new float[] {1, 2, 3, 4}, 2, 2);
        }
        file.weight("branch", scope + "norm/gamma:0", new float[] {2, 2}, 2)
                .weight("branch", scope + "norm/beta:0", new float[] {1, -1}, 2);
        if (frozen) {
            file.weight("branch", scope + "dense/kernel:0", new float[] {1, 2, 3, 4}, 2, 2);
        }
        return file.weight("branch", scope + "norm/moving_mean:0", new float[] {5, 6}, 2)
                .weight("branch", scope + "norm/moving_variance:0", new float[] {4, 16}, 2);
    }

    @Test
    void flattensModelsWithinModels() throws IOException {
        for (String scope : List.of("", "branch/", "other_scope/branch/")) {
            for (boolean frozen : List.of(false, true)) {
                SourceModel model = read(siamese(frozen, scope));
                assertThat(Imported.text(model))
                        .isEqualTo("""
                        x = Input(value=[2]) []
                        y = Input(value=[2]) []
                        branch_dense = Dense(units=2, useBias=false) [x] kernel[2, 2]
                        branch_norm = BatchNormalization(axis=1, epsilon=0.0) [branch_dense] %1$s
                        branch_dense_2 = Dense(units=2, useBias=false) [y] kernel[2, 2]
                        branch_norm_2 = BatchNormalization(axis=1, epsilon=0.0) [branch_dense_2] %1$s
                        difference = Subtract() [branch_norm_2, branch_norm]
                        outputs [difference]
                        """.formatted("gamma[2] beta[2] moving_mean[2] moving_variance[2]"));
                // Of gamma 2 over deviations 2 and 4: y times (1, 2), (3, 4), times 1 and 0.5.
                assertThat(Imported.run(model, new double[2], new double[] {1, 1})
                                .get(0))
                        .containsExactly(4, 3);
            }
        }
    }

    @Test
    void findsWeightsThatTensorFlowRenumbered() throws IOException {
        List<Map<String, Object>> layers = List.of(
                input("in", 1),
                layer("Dense", "dense_1", List.of("in"), "units", 1, "use_bias", false),
                layer("Dense", "dense_2", List.of("dense_1"), "units", 1, "use_bias", false));
        Map<String, Object> inner = model("inner", List.of("in"), List.of("dense_2"), layers);
        Map<String, Object> outer = model(
                "m",
                List.of("x"),
                List.of("inner:1"),
                List.of(input("x", 1), nested(inner, "inner", List.of(List.of(ref("x"))))));
        KerasFile file = new KerasFile("2.2.4", outer)
                .weight("inner", "dense_2_3/kernel:0", new float[] {2}, 1, 1)
                .weight("inner", "dense_1_3/kernel:0", new float[] {3}, 1, 1);
        SourceModel model = read(file);
        assertThat(model.layers().get(1).weights().get("kernel").values()).containsExactly(3);
        assertThat(model.layers().get(2).weights().get("kernel").values()).containsExactly(2);
        KerasFile others = new KerasFile("2.2.4", outer)
                .weight("inner", "a/kernel:0", new float[] {2}, 1, 1)
                .weight("inner", "b/kernel:0", new float[] {3}, 1, 1)
                .weight("inner", "c/kernel:0", new float[] {3}, 1, 1);
        assertThatThrownBy(() -> read(others))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("the weights 'a' belong to no layer of 'inner'")
                .hasMessageContaining("'inner/dense_1' (Dense): the file has no weight 'kernel' for it");
    }

    @Test
    void readsModelsInARow() throws IOException {
        Map<String, Object> first = layer(
                "Dense",
                "d",
                List.of(),
                "units",
                3,
                "use_bias",
                false,
                "batch_input_shape",
                json("class_name", "__tuple__", "items", Arrays.asList(null, 2)));
        for (Map<String, Object> config : List.of(
                sequential(List.of(first, layer("Activation", "act", List.of(), "activation", "relu"))),
                json(
                        "class_name",
                        "Sequential",
                        "config",
                        List.of(first, layer("Activation", "act", List.of(), "activation", "relu"))))) {
            SourceModel model = read(new KerasFile("2.1.0", config).weight("d", "d/kernel:0", new float[6], 2, 3));
            assertThat(Imported.text(model)).isEqualTo("""
                    input = Input(value=[2]) []
                    d = Dense(units=3, useBias=false) [input] kernel[2, 3]
                    act = Activation(value=RELU) [d]
                    outputs [act]
                    """);
        }
    }

    @Test
    void cutsWhereItIsTold() throws IOException {
        KerasFile file = new KerasFile(
                "2.3.1",
                model(
                        "m",
                        List.of("x"),
                        List.of("end"),
                        List.of(
                                input("x", 4, 4, 1),
                                layer("Lambda", "magic", List.of("x"), "function", "code"),
                                layer("ZeroPadding2D", "pad", List.of("x"), "padding", 1),
                                layer("Add", "sum", List.of("magic", "pad")),
                                layer("Flatten", "flat", List.of("pad")),
                                layer("Concatenate", "end", List.of("sum", "flat")))));
        ReadOptions ends = new ReadOptions(List.of(), List.of("flat", "pad"), false, false);
        assertThat(Imported.text(read(file, ends))).isEqualTo("""
                x = Input(value=[4, 4, 1]) []
                pad = ZeroPadding2D(padding=[1]) [x]
                flat = Flatten() [pad]
                outputs [flat, pad]
                """);
        SourceModel both = read(file, new ReadOptions(List.of("pad"), List.of("flat", "pad"), false, false));
        assertThat(Imported.text(both)).isEqualTo("""
                pad = Input(value=[6, 6, 1]) []
                flat = Flatten() [pad]
                pad_output = Identity() [pad]
                outputs [flat, pad_output]
                """);
        assertThat(both.notes()).anySatisfy(note -> assertThat(note).contains("the input 'x' is left out"));
        assertThatThrownBy(() -> read(file, new ReadOptions(List.of("nowhere", "sum"), List.of(), false, false)))
                .hasMessageContaining("there is no layer 'nowhere' to be an input")
                .hasMessageContaining("'sum' cannot become an input, because its shape is unknown");
        assertThatThrownBy(() -> read(file)).hasMessageContaining("'magic' (Lambda): it is code, function = code");
    }

    @Test
    void refusesGraphsThatAreNone() {
        KerasFile file = new KerasFile(
                "2.3.1",
                model(
                        "m",
                        List.of("x"),
                        List.of("b", "nowhere"),
                        List.of(
                                input("x", 2),
                                layer("Dropout", "a", List.of("b"), "rate", 0.5),
                                layer("Dropout", "b", List.of("a"), "rate", 0.5),
                                layer("Dropout", "c", List.of("x:3"), "rate", 0.5))));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("'a' reads what is not there, or itself")
                .hasMessageContaining("'b' reads what is not there, or itself");
    }
}
