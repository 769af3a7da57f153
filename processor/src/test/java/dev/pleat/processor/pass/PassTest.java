package dev.pleat.processor.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.read.Graphs;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The graph's text after passes that run alone, and where they do not apply. */
final class PassTest {

    private static final String IMAGE = "@Input({8, 8, 4}) Layer image, ";
    private static final String DEEP = "@Input({8, 8, 16}) Layer image, ";
    private static final String VECTOR = "@Input(6) Layer x, ";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = REWRITES)
    void rewrites(String passes, String layers, String expected) {
        Graph before = Graphs.of(expanded(layers));

        assertThat(lines(run(passes, before))).isEqualTo(expected);
        assertThat(lines(before)).as("the graph before").isNotEqualTo(expected);
    }

    private static final String REWRITES = """
        RemoveIdentities | VECTOR @Dropout(0.5) Layer a, @Activation(LINEAR) Layer b, @Activation(TANH) Layer y | x = input () : [6]; y = tanh (x) : [6]; output y
        RemoveIdentities | VECTOR @Reshape({2, 3}) Layer a, @Reshape({3, 2}) Layer b, @Activation(TANH) Layer y | x = input () : [6]; a = reshape (x) : [2, 3]; b = reshape (x) : [3, 2]; y = tanh (b) : [3, 2]; output y
        RemoveDeadNodes,RemoveIdentities | VECTOR @Reshape({2, 3}) Layer a, @Reshape({3, 2}) Layer b, @Activation(TANH) Layer y | x = input () : [6]; b = reshape (x) : [3, 2]; y = tanh (b) : [3, 2]; output y
        MergePermutes | IMAGE @Permute({3, 1, 2}) Layer a, @Permute({3, 2, 1}) Layer y | image = input () : [8, 8, 4]; a = permute [2, 0, 1] (image) : [4, 8, 8]; y = permute [1, 0, 2] (image) : [8, 8, 4]; output y
        SinkPermutes | IMAGE @Permute({3, 1, 2}) Layer a, @BatchNormalization(axis = 1) Layer y | image = input () : [8, 8, 4]; a'y = scale axis 2 by [y] (image) : [8, 8, 4]; y = permute [2, 0, 1] (a'y) : [4, 8, 8]; output y
        FoldPadding | IMAGE @ZeroPadding2D(1) Layer pad, @Conv2D(filters = 2, kernelSize = 3, useBias = false) Layer y | image = input () : [8, 8, 4]; pad = pad (1, 1, 1, 1) (image) : [10, 10, 4]; y = conv 3×3 padding (1, 1, 1, 1) y/kernel[3, 3, 4, 2] (image) : [8, 8, 2]; output y
        ComposeScalings | VECTOR @BatchNormalization Layer a, @BatchNormalization Layer y | x = input () : [6]; y = scale axis 0 by [a, y] (x) : [6]; output y
        FoldBackward | VECTOR @Dense(units = 2, useBias = false) Layer a, @BatchNormalization Layer y | x = input () : [6]; y = dense a/kernel[6, 2] folding [y] (x) : [2]; output y
        FoldForward | VECTOR @BatchNormalization Layer a, @Dense(units = 2, useBias = false) Layer y | x = input () : [6]; y = dense y/kernel[6, 2] absorbing [a] (x) : [2]; output y
        FoldForward | IMAGE @BatchNormalization Layer a, @Flatten Layer flat, @Dense(units = 2, useBias = false) Layer y | image = input () : [8, 8, 4]; flat = reshape (image) : [256]; y = dense y/kernel[256, 2] absorbing [a×64] (flat) : [2]; output y
        FuseResidual | VECTOR @Dense(units = 6, useBias = false) Layer a, @Add({"a", "x"}) Layer y | x = input () : [6]; y = dense a/kernel[6, 6] + residual (x, x) : [6]; output y
        FuseMaximum | DEEP @ReLU Layer a, @MaxPooling2D(2) Layer y | image = input () : [8, 8, 16]; y = max pool 2×2 strides 2×2 of each, relu (image) : [4, 4, 16]; output y
        FuseMaximum | DEEP @ReLU Layer a, @BatchNormalization Layer b, @MaxPooling2D(2) Layer y | image = input () : [8, 8, 16]; y = max pool 2×2 strides 2×2 of each, relu, then [b] (image) : [4, 4, 16]; output y
        FuseMaximum | DEEP @ReLU Layer a, @ZeroPadding2D(1) Layer b, @MaxPooling2D(poolSize = 3, strides = 2) Layer y | image = input () : [8, 8, 16]; y = max pool 3×3 strides 2×2 padding (1, 1, 1, 1) of each, relu (image) : [4, 4, 16]; output y
        FuseActivation | VECTOR @Dense(units = 2, useBias = false) Layer a, @Activation(TANH) Layer y | x = input () : [6]; y = dense a/kernel[6, 2], tanh (x) : [2]; output y
        FuseScaling | VECTOR @Dense(units = 2, useBias = false) Layer a, @BatchNormalization Layer y | x = input () : [6]; y = dense a/kernel[6, 2], then [y] (x) : [2]; output y
        """;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        RemoveIdentities | VECTOR @Activation(TANH) Layer y
        MergePermutes | IMAGE @Permute({3, 1, 2}) Layer a, @Activation(TANH) Layer b, @Permute({3, 2, 1}) Layer y
        SinkPermutes | IMAGE @Permute({3, 1, 2}) Layer a, @Flatten Layer y
        SinkPermutes | IMAGE @Permute({3, 1, 2}) @Output Layer a, @Activation(TANH) Layer y
        FoldPadding | IMAGE @ZeroPadding2D(1) Layer pad, @MaxPooling2D(2) Layer y
        ComposeScalings | VECTOR @BatchNormalization @Output Layer a, @BatchNormalization Layer y
        ComposeScalings | IMAGE @BatchNormalization(axis = 1) Layer a, @BatchNormalization Layer y
        FoldBackward | VECTOR @Dense(units = 2) @Output Layer a, @BatchNormalization Layer y
        FoldBackward | VECTOR @Dense(units = 2, activation = RELU) Layer a, @BatchNormalization Layer y
        FoldBackward | @Input({4, 4, 4}) Layer x, @Conv2D(filters = 4, kernelSize = 1) Layer a, @BatchNormalization(axis = 2) Layer y
        FoldBackward | IMAGE @Conv2D(filters = 4, kernelSize = 1) Layer a, @MaxPooling2D(2) Layer pool, @BatchNormalization Layer y
        FoldForward | IMAGE @BatchNormalization Layer a, @Conv2D(filters = 4, kernelSize = 3, padding = SAME) Layer y
        FoldForward | VECTOR @BatchNormalization Layer a, @Dense(units = 2) Layer b, @Activation(TANH) @From("a") @Output Layer c, @Dense(units = 2) @From("b") Layer y
        FuseResidual | VECTOR @Dense(units = 6) @Output Layer a, @Add({"a", "x"}) Layer y
        FuseResidual | VECTOR @Dense(units = 6) Layer a, @Subtract({"a", "x"}) Layer y
        FuseMaximum | IMAGE @ReLU Layer a, @MaxPooling2D(2) Layer y
        FuseMaximum | DEEP @ReLU(maxValue = 6) Layer a, @MaxPooling2D(2) Layer y
        FuseMaximum | DEEP @ReLU @Output Layer a, @MaxPooling2D(2) Layer y
        FuseMaximum | DEEP @ReLU Layer a, @BatchNormalization(axis = 1) Layer b, @MaxPooling2D(2) Layer y
        FuseMaximum | DEEP @BatchNormalization Layer a, @MaxPooling2D(2) Layer y
        FuseMaximum | DEEP @ReLU Layer a, @ZeroPadding2D(2) Layer b, @MaxPooling2D(2) Layer y
        FuseMaximum | DEEP @ReLU Layer a, @BatchNormalization Layer b, @ZeroPadding2D(1) Layer c, @MaxPooling2D(2) Layer y
        FuseMaximum | DEEP @ReLU Layer a, @AveragePooling2D(2) Layer y
        FuseActivation | VECTOR @Dense(units = 2) @Output Layer a, @Activation(TANH) Layer y
        FuseActivation | VECTOR @Dense(units = 2) Layer a, @Softmax Layer y
        FuseScaling | IMAGE @Conv2D(filters = 4, kernelSize = 1) Layer a, @BatchNormalization(axis = 1) Layer y
        RemoveDeadNodes | VECTOR @Dense(units = 2) @Output Layer a, @Dense(units = 2) @From("x") Layer y
        """)
    void leave(String pass, String layers) {
        Graph before = Graphs.of(expanded(layers));

        assertThat(run(pass, before)).isSameAs(before);
    }

    private static Graph run(String passes, Graph graph) {
        Set<String> others = Optimizer.passes().stream()
                .filter(name -> !Arrays.asList(passes.split(",")).contains(name))
                .collect(Collectors.toSet());
        assertThat(others).as("names of passes").hasSize(Optimizer.passes().size() - passes.split(",").length);
        return new Optimizer(others, (pass, changed) -> {}).optimize(graph, new Notes());
    }

    private static String lines(Graph graph) {
        return graph.toString().strip().replace("\n", "; ");
    }

    private static String expanded(String layers) {
        return layers.replace("IMAGE ", IMAGE).replace("DEEP ", DEEP).replace("VECTOR ", VECTOR);
    }
}
