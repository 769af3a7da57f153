package dev.pleat.processor.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.diagnostics.Compiled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fold and every refusal is told, with its reason. */
final class NotesTest {

    private static final String IMAGE = "@Input({8, 8, 4}) Layer image, ";
    private static final String SQUARE = "@Input({8, 8, 8}) Layer image, ";
    private static final String VECTOR = "@Input(6) Layer x, ";
    private static final String NORM = "@BatchNormalization Layer norm";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        dense | VECTOR @Dense(units = 3) Layer dense, NORM | norm: folded into 'dense'
        conv | IMAGE @Conv2D(filters = 5, kernelSize = 3) Layer conv, NORM | norm: folded into 'conv'
        contrib | IMAGE @Conv2D(filters = 5, kernelSize = 3) Layer conv, @ContribBatchNorm(activationFn = RELU) Layer norm | norm: folded into 'conv'
        depthwise | IMAGE @DepthwiseConv2D(kernelSize = 3) Layer conv, NORM | norm: folded into 'conv'
        separable | IMAGE @SeparableConv2D(filters = 5, kernelSize = 3) Layer conv, NORM | norm: folded into 'conv'
        transposed | IMAGE @Conv2DTranspose(filters = 5, kernelSize = 3, strides = 2) Layer conv, NORM | norm: folded into 'conv'
        channels first | IMAGE @Conv2D(filters = 5, kernelSize = 3, dataFormat = CHANNELS_FIRST) Layer conv, @BatchNormalization(axis = 1) Layer norm | norm: folded into 'conv'
        through dropout | VECTOR @Dense(units = 3) Layer dense, @Dropout(0.5) Layer drop, NORM | norm: folded into 'dense'
        through averages | IMAGE @Conv2D(filters = 5, kernelSize = 3) Layer conv, @AveragePooling2D(2) Layer pool, NORM | norm: folded into 'conv'
        relu | IMAGE @Conv2D(filters = 5, kernelSize = 3, activation = RELU) Layer conv, NORM | norm: not folded into 'conv': its relu stands between; applied in its epilogue as one multiply-add
        relu, pool | IMAGE @Conv2D(filters = 16, kernelSize = 3, activation = RELU) Layer conv, NORM, @MaxPooling2D(2) Layer pool | norm: not folded into 'conv': its relu stands between; applied in the epilogue of 'pool' as one multiply-add, to the largest and the smallest of each window
        relu layer | IMAGE @Conv2D(filters = 5, kernelSize = 3) Layer conv, @ReLU Layer relu, NORM | norm: not folded into 'conv': 'relu' (relu) stands between; applied in its epilogue as one multiply-add
        read twice | VECTOR @Dense(units = 3) Layer dense, NORM, @Add({"dense", "norm"}) Layer sum | norm: not folded into 'dense': 'sum' reads 'dense' too; not forward: 'sum' combines it with other values; computed by itself
        an output | VECTOR @Output @Dense(units = 3) Layer dense, NORM | norm: not folded into 'dense': 'dense' is an output; not forward: 'norm' is an output; computed by itself
        wrong axis | SQUARE @Conv2D(filters = 8, kernelSize = 1) Layer conv, @BatchNormalization(axis = 1) Layer norm | norm: not folded into 'conv': it scales axis 1, but the output channels are axis 3; not forward: 'norm' is an output; computed by itself
        dense of a sequence | @Input({5, 4}) Layer x, @Dense(units = 5) Layer dense, @BatchNormalization(axis = 1) Layer norm | norm: not folded into 'dense': it scales axis 1, but the output channels are axis 2; not forward: 'norm' is an output; computed by itself
        padding between | IMAGE @Conv2D(filters = 5, kernelSize = 3) Layer conv, @ZeroPadding2D Layer pad, NORM | norm: not folded into 'conv': 'pad' (padding, whose zeros would have to become shifts) stands between; not forward: 'norm' is an output; computed by itself
        flatten | IMAGE @Activation(TANH) Layer tanh, NORM, @Flatten Layer flat, @Dense(units = 2) Layer dense | norm: folded forward into 'dense'
        flatten before | IMAGE @Conv2D(filters = 5, kernelSize = 8) Layer conv, @MaxPooling2D(1) Layer same, @Flatten Layer flat, NORM | norm: folded into 'conv'
        flatten mixes | IMAGE @Conv2D(filters = 5, kernelSize = 3) Layer conv, @Flatten Layer flat, NORM | norm: not folded into 'conv': 'flat' mixes the axis that it scales with others; not forward: 'norm' is an output; computed by itself
        maximum | IMAGE @Activation(TANH) Layer tanh, NORM, @MaxPooling2D(2) Layer pool, @Flatten Layer flat, @Dense(units = 2) Layer dense | norm: not folded: 'tanh' (tanh) stands between; not forward: 'pool' (a maximum, which a negative gamma would turn) reads it; computed by itself
        maximum without gamma | IMAGE @Activation(TANH) Layer tanh, @BatchNormalization(scale = false) Layer norm, @MaxPooling2D(2) Layer pool, @Flatten Layer flat, @Dense(units = 2) Layer dense | norm: folded forward into 'dense'
        before same padding | IMAGE NORM, @Conv2D(filters = 5, kernelSize = 3, padding = SAME) Layer conv | norm: not folded: 'image' is an input; not forward into 'conv': it pads with zeros, which a shift would change; computed by itself
        before valid padding | IMAGE NORM, @Conv2D(filters = 5, kernelSize = 3) Layer conv | norm: folded forward into 'conv'
        before transposed | IMAGE NORM, @Conv2DTranspose(filters = 5, kernelSize = 3) Layer conv | norm: not folded: 'image' is an input; not forward into 'conv': a shift adds up differently at the edges; computed by itself
        rescaling | IMAGE @Rescaling(scale = 0.5) Layer norm, @Conv2D(filters = 5, kernelSize = 3, padding = SAME) Layer conv | norm: folded forward into 'conv'
        before concat | IMAGE NORM, @Concatenate({"norm", "image"}) Layer all | norm: not folded: 'image' is an input; not forward: 'all' combines it with other values; computed by itself
        behind concat | IMAGE @Concatenate({"image", "image"}) Layer all, NORM | norm: not folded: 'all' combines several values; not forward: 'norm' is an output; computed by itself
        two readers | VECTOR NORM, @Dense(units = 2) Layer a, @Dense(units = 2) @From("norm") Layer b, @Concatenate({"a", "b"}) Layer all | norm: folded forward into 'a', 'b'
        residual | IMAGE @Conv2D(filters = 4, kernelSize = 3, padding = SAME) Layer conv, @Add({"conv", "image"}) Layer sum, NORM | norm: not folded: 'sum' combines several values; applied in the epilogue of 'conv' as one multiply-add
        """)
    void tell(String situation, String layers, String note) {
        assertThat(notes(layers)).contains(note);
    }

    @Test
    void tellOfBothOfTwoNorms() {
        String layers = "VECTOR @Dense(units = 3) Layer dense, NORM, @BatchNormalization Layer norm2";

        assertThat(notes(layers)).containsExactly("norm: folded into 'dense'", "norm2: folded into 'dense'");
    }

    @Test
    void areInTheSummary() {
        Compiled compiled = Compiled.model(expanded("VECTOR @Dense(units = 3) Layer dense, NORM"));

        assertThat(compiled.notes()).isEmpty();
        assertThat(compiled.result().generatedSources().get("problems.NetModel"))
                .contains("norm: folded into 'dense'");
    }

    @Test
    void dumpShowsTheGraphAfterEveryPass() {
        String layers = expanded("VECTOR @Dense(units = 3, activation = RELU) Layer dense, @Dropout(0.5) Layer drop");

        List<String> dumps = Compiled.model(layers, "-Apleat.dump=graph").notes().stream()
                .map(String::stripIndent)
                .toList();
        assertThat(dumps).hasSize(3);
        assertThat(dumps.get(0).lines().map(String::strip))
                .containsExactly(
                        "read:",
                        "x = input () : [6]",
                        "dense#linear = dense dense/kernel[6, 3] + dense/bias[3] (x) : [3]",
                        "dense = relu (dense#linear) : [3]",
                        "drop = dropout (dense) : [3]",
                        "output drop");
        assertThat(dumps.get(1).lines().map(String::strip))
                .startsWith("after RemoveIdentities:")
                .endsWith("output drop = dense");
        assertThat(dumps.get(2).lines().map(String::strip))
                .containsExactly(
                        "after FuseActivation:",
                        "x = input () : [6]",
                        "dense = dense dense/kernel[6, 3] + dense/bias[3], relu (x) : [3]",
                        "output drop = dense");
    }

    private static List<String> notes(String layers) {
        Compiled compiled = Compiled.model(expanded(layers), "-Apleat.verbose=true");
        assertThat(compiled.errors()).isEmpty();
        return compiled.notes();
    }

    private static String expanded(String layers) {
        return layers.replace("IMAGE ", IMAGE)
                .replace("SQUARE ", SQUARE)
                .replace("VECTOR ", VECTOR)
                .replace("NORM", NORM);
    }
}
