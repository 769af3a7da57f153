package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The comparison with the reference sees every mistake that folding a batch norm invites. Each mistake is made on purpose
 * by giving a right compiler other weights, or another model, that come to what the mistake would compute.
 */
final class BrokenFoldsTest {
    private static final String PACKAGE = "pleat.broken";
    private static final long SEED = 3;
    private static final double EPSILON = 0.001;

    private static final LayerSpec IMAGE =
            new LayerSpec("image", "Input", Map.of("value", new int[] {6, 6, 3}), List.of());

    private static final ModelSpec FOLDED = model("Folded", conv("LINEAR", "image"), norm(-1, "conv"));
    private static final ModelSpec RELU_THEN_NORM = model("ReluThenNorm", conv("RELU", "image"), norm(-1, "conv"));
    private static final ModelSpec NORM_THEN_RELU =
            model("NormThenRelu", conv("LINEAR", "image"), norm(-1, "conv"), layer("relu", "ReLU", "norm"));
    private static final ModelSpec CHANNELS = model("Channels", conv("LINEAR", "image"), norm(-1, "conv"));
    private static final ModelSpec ROWS = model("Rows", conv("LINEAR", "image"), norm(1, "conv"));
    private static final ModelSpec NORM_THEN_PAD =
            model("NormThenPad", conv("LINEAR", "image"), norm(-1, "conv"), layer("pad", "ZeroPadding2D", "norm"));
    private static final ModelSpec PAD_THEN_NORM =
            model("PadThenNorm", conv("LINEAR", "image"), layer("pad", "ZeroPadding2D", "conv"), norm(-1, "pad"));

    private static InMemoryCompiler.Result result;

    @BeforeAll
    static void compile() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (ModelSpec model :
                List.of(FOLDED, RELU_THEN_NORM, NORM_THEN_RELU, CHANNELS, ROWS, NORM_THEN_PAD, PAD_THEN_NORM)) {
            sources.put(PACKAGE + "." + model.name(), SourcePrinter.print(model, PACKAGE));
        }
        result = InMemoryCompiler.compile(
                sources, List.of(new ModelProcessor()), List.of("--add-modules", "jdk.incubator.vector"));
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void epsilonOutsideTheRoot() {
        assertSeen(weights -> {
            // With this variance, 1 / √(v' + ε) is 1 / (√v + ε).
            change(weights, "norm/moving_variance", v -> Math.pow(Math.sqrt(v) + EPSILON, 2) - EPSILON);
            return weights;
        });
    }

    @Test
    void biasNotScaled() {
        assertSeen(weights -> {
            double[] bias = weights.get("conv/bias").data();
            for (int i = 0; i < bias.length; i++) {
                bias[i] /= weights.get("norm/gamma").data()[i]
                        / Math.sqrt(weights.get("norm/moving_variance").data()[i] + EPSILON);
            }
            return weights;
        });
    }

    @Test
    void meanIgnored() {
        assertSeen(weights -> {
            change(weights, "norm/moving_mean", mean -> 0);
            return weights;
        });
    }

    @Test
    void signOfGammaLost() {
        assertThat(Arrays.stream(
                        RandomWeights.of(FOLDED, SEED).get("norm/gamma").data()))
                .anyMatch(gamma -> gamma < 0);
        assertSeen(weights -> {
            change(weights, "norm/gamma", Math::abs);
            return weights;
        });
    }

    @Test
    void foldedThroughARelu() {
        assertSeen(RELU_THEN_NORM, NORM_THEN_RELU);
    }

    @Test
    void wrongAxisOfTheSameSize() {
        assertSeen(ROWS, CHANNELS);
    }

    @Test
    void shiftFoldedPastPadding() {
        assertSeen(NORM_THEN_PAD, PAD_THEN_NORM);
    }

    private static void assertSeen(UnaryOperator<Map<String, Tensor>> mistake) {
        assertThat(Comparison.problem(result, PACKAGE, SEED, FOLDED)).isEmpty();
        assertThat(Comparison.problem(result, PACKAGE, SEED, FOLDED, weights -> mistake.apply(copy(weights))))
                .contains(", not ");
    }

    /** The reference runs the right model, and the wrong one is compiled. */
    private static void assertSeen(ModelSpec right, ModelSpec wrong) {
        assertThat(Comparison.problem(result, PACKAGE, SEED, right)).isEmpty();
        assertThat(Comparison.problem(result, PACKAGE, SEED, wrong)).isEmpty();
        ModelSpec mistaken = new ModelSpec(wrong.name(), right.layers(), right.outputs());
        assertThat(Comparison.problem(result, PACKAGE, SEED, mistaken))
                .contains(", not ")
                .startsWith("'out'[");
    }

    private static Map<String, Tensor> copy(Map<String, Tensor> weights) {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        weights.forEach((name, tensor) ->
                copy.put(name, new Tensor(tensor.shape(), tensor.data().clone())));
        return copy;
    }

    private static void change(Map<String, Tensor> weights, String name, DoubleUnaryOperator change) {
        double[] data = weights.get(name).data();
        for (int i = 0; i < data.length; i++) {
            data[i] = change.applyAsDouble(data[i]);
        }
    }

    private static ModelSpec model(String name, LayerSpec... layers) {
        List<LayerSpec> all = new ArrayList<>(List.of(IMAGE));
        all.addAll(List.of(layers));
        // The output has one name in all models.
        all.add(layer("out", "Identity", layers[layers.length - 1].name()));
        return new ModelSpec(name, all, Set.of());
    }

    /** As many channels as rows: a wrong axis does not show in sizes. */
    private static LayerSpec conv(String activation, String input) {
        Map<String, Object> attributes = Map.of("filters", 4, "kernelSize", 3, "activation", new Constant(activation));
        return new LayerSpec("conv", "Conv2D", attributes, List.of(input));
    }

    private static LayerSpec norm(int axis, String input) {
        return new LayerSpec("norm", "BatchNormalization", Map.of("axis", axis), List.of(input));
    }

    private static LayerSpec layer(String name, String type, String input) {
        return new LayerSpec(name, type, Map.of(), List.of(input));
    }
}
