package dev.pleat.formats.onnx;

import static dev.pleat.formats.onnx.OnnxFile.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceLayer;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What exporters write becomes the layers that a person would write. */
final class OnnxIdiomsTest {
    @TempDir
    Path folder;

    private SourceModel read(OnnxFile file, List<String> inputs, List<String> outputs) throws IOException {
        Path path = Files.write(folder.resolve("net.onnx"), file.bytes(17));
        return new OnnxReader().read(path, new ReadOptions(inputs, outputs, false, false));
    }

    private List<String> layers(OnnxFile file) throws IOException {
        return read(file, List.of(), List.of()).layers().stream()
                .map(SourceLayer::annotation)
                .toList();
    }

    private static OnnxFile image() {
        return new OnnxFile().input("x", 0, 4, 6, 8).output("y", 0);
    }

    private static String conv(OnnxFile file, String x, int out, int in) {
        double[] kernel = new double[out * in * 9];
        kernel[0] = 1;
        return file.node("Conv", with("pads", new int[] {1, 1, 1, 1}), x, file.floats(kernel, out, in, 3, 3));
    }

    @Test
    void aShapeThatIsWorkedOut() throws IOException {
        OnnxFile file = image();
        String shape = file.node("Shape", Map.of(), "x");
        String batch = file.node("Gather", with("axis", 0), shape, file.integers(0));
        String target = file.node("Concat", with("axis", 0), batch, file.integers(-1));
        file.node("Reshape", "y", Map.of(), "x", target);
        assertThat(layers(file)).containsExactly("Input", "Flatten");
    }

    @Test
    void aSizeThatIsWorkedOut() throws IOException {
        OnnxFile file = image();
        String shape = file.node("Shape", Map.of(), "x");
        String size = file.node("Slice", Map.of(), shape, file.integers(2), file.integers(4), file.integers(0));
        String twice = file.node("Mul", Map.of(), size, file.integers(2));
        String whole = file.node("Slice", Map.of(), shape, file.integers(0), file.integers(2), file.integers(0));
        String target = file.node("Concat", with("axis", 0), whole, twice);
        Map<String, Object> nearest = with("coordinate_transformation_mode", "asymmetric", "nearest_mode", "floor");
        file.node("Resize", "y", nearest, "x", "", "", target);
        assertThat(layers(file)).containsExactly("Input", "UpSampling2D");
    }

    @Test
    void batchNormAsPrimitivesIsOneNorm() throws IOException {
        OnnxFile file = image();
        String conv = conv(file, "x", 5, 4);
        String scaled = file.node("Mul", Map.of(), conv, file.floats(new double[] {1, 2, 3, 4, 5}, 5, 1, 1));
        String shifted = file.node("Add", Map.of(), scaled, file.floats(new double[] {5, 4, 3, 2, 1}, 1, 5, 1, 1));
        file.node("Relu", "y", Map.of(), shifted);
        SourceModel model = read(file, List.of(), List.of());
        assertThat(model.layers())
                .extracting(SourceLayer::annotation)
                .containsExactly("Input", "Conv2D", "BatchNormalization", "Activation");
        assertThat(model.layers().get(2).weights().get("gamma").values()).containsExactly(1, 2, 3, 4, 5);
        assertThat(model.layers().get(2).weights().get("beta").values()).containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void anAdditionIsABiasAndAnActivationAnAttribute() throws IOException {
        OnnxFile file = image();
        String conv = conv(file, "x", 5, 4);
        String added = file.node("Add", Map.of(), conv, file.floats(new double[] {1, 2, 3, 4, 5}, 5, 1, 1));
        String relu = file.node("Clip", Map.of(), added, file.floats(new double[1]), file.floats(new double[] {6}));
        file.node("GlobalAveragePool", "y", Map.of(), relu);
        SourceModel model = read(file, List.of(), List.of());
        assertThat(model.layers())
                .extracting(SourceLayer::annotation)
                .containsExactly("Input", "Conv2D", "GlobalAveragePooling2D");
        SourceLayer layer = model.layers().get(1);
        assertThat(layer.attributes()).containsKeys("padding", "activation").doesNotContainKey("useBias");
        assertThat(layer.weights().get("bias").values()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void paddingBeforeAConvolutionIsItsPadding() throws IOException {
        OnnxFile file = image();
        String padded = file.node("Pad", Map.of(), "x", file.integers(0, 0, 1, 1, 0, 0, 1, 1));
        String w = file.floats(new double[36], 1, 4, 3, 3);
        file.node("Conv", "y", Map.of(), padded, w);
        assertThat(layers(file)).containsExactly("Input", "Conv2D");
    }

    @Test
    void paddedMaximaAfterARectifier() throws IOException {
        OnnxFile file = image();
        String relu = file.node("Relu", Map.of(), conv(file, "x", 5, 4));
        Map<String, Object> window =
                with("kernel_shape", new int[] {3, 3}, "strides", new int[] {2, 2}, "pads", new int[] {1, 1, 1, 1});
        file.node("MaxPool", "y", window, relu);
        assertThat(layers(file)).containsExactly("Input", "Conv2D", "ZeroPadding2D", "MaxPooling2D");
    }

    @Test
    void functionsInSeveralNodes() throws IOException {
        assertThat(function((file, x) -> file.node("Mul", Map.of(), x, file.node("Sigmoid", Map.of(), x))))
                .isEqualTo("SILU");
        assertThat(function((file, x) -> {
                    String erf = file.node("Erf", Map.of(), file.node("Div", Map.of(), x, number(file, Math.sqrt(2))));
                    String half = file.node("Mul", Map.of(), x, number(file, 0.5));
                    return file.node("Mul", Map.of(), half, file.node("Add", Map.of(), erf, number(file, 1)));
                }))
                .isEqualTo("GELU");
        assertThat(function((file, x) -> {
                    String sum = file.node("Add", Map.of(), x, number(file, 3));
                    String clipped = file.node("Clip", Map.of(), sum, number(file, 0), number(file, 6));
                    return file.node("Div", Map.of(), file.node("Mul", Map.of(), x, clipped), number(file, 6));
                }))
                .isEqualTo("HARD_SWISH");
        assertThat(function((file, x) -> {
                    String tanh = file.node("Tanh", Map.of(), file.node("Softplus", Map.of(), x));
                    return file.node("Mul", Map.of(), tanh, x);
                }))
                .isEqualTo("MISH");
    }

    /** Nodes that compute a function. */
    private interface Nodes {
        String of(OnnxFile file, String x);
    }

    private static String number(OnnxFile file, double value) {
        return file.floats(new double[] {value});
    }

    private String function(Nodes nodes) throws IOException {
        OnnxFile file = image();
        file.node("Identity", "y", Map.of(), nodes.of(file, "x"));
        SourceModel model = read(file, List.of(), List.of());
        assertThat(model.layers()).hasSize(2);
        return model.layers().get(1).attributes().get("value").toString();
    }

    @Test
    void aLayerNormInSeveralNodes() throws IOException {
        OnnxFile file = new OnnxFile().input("x", 0, 5, 8).output("y", 0, 5, 8);
        Map<String, Object> last = with("axes", new int[] {-1});
        String centred = file.node("Sub", Map.of(), "x", file.node("ReduceMean", last, "x"));
        String squares = file.node("Pow", Map.of(), centred, number(file, 2));
        String variance = file.node("Add", Map.of(), file.node("ReduceMean", last, squares), number(file, 1e-5));
        String normal = file.node("Div", Map.of(), centred, file.node("Sqrt", Map.of(), variance));
        String scaled = file.node("Mul", Map.of(), normal, file.floats(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 8));
        file.node("Add", "y", Map.of(), scaled, file.floats(new double[8], 8));
        assertThat(layers(file)).containsExactly("Input", "LayerNormalization");
    }

    @Test
    void aSquareRootAloneIsRefusedByName() {
        OnnxFile file = image();
        file.node("Sqrt", "y", Map.of(), "x");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> layers(file))
                .withMessageContaining("Sqrt 'y': is a square root");
    }

    @Test
    void aPartOfAGraph() throws IOException {
        OnnxFile file = image();
        String conv = conv(file, "x", 5, 4);
        file.node("Relu", "middle", Map.of(), conv);
        file.node("Log", "y", Map.of(), "middle");
        SourceModel model = read(file, List.of(), List.of("middle"));
        assertThat(model.outputs()).containsExactly("middle");
        assertThat(model.layers()).hasSize(3);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> read(file, List.of("middle"), List.of("y")))
                .withMessageContaining("input 'middle': the file does not say its shape");
    }

    @Test
    void aBatchThatIsMixedIsTakenAsOne() throws IOException {
        OnnxFile file = new OnnxFile().input("x", 0, 3, 4).output("y", 0, 3);
        String turned = file.node("Transpose", with("perm", new int[] {1, 0, 2}), "x");
        String row = file.node("Squeeze", Map.of(), turned, file.integers(1));
        file.node("Reshape", "y", Map.of(), row, file.integers(1, 4, 3));
        SourceModel model = read(file, List.of(), List.of());
        assertThat(model.batched()).isTrue();
        assertThat(model.notes()).anyMatch(note -> note.contains("open batch"));
    }

    @Test
    void batchNormAsTensorFlowComputedIt() throws IOException {
        OnnxFile file = image();
        String ones = file.floats(new double[] {1, 1, 1, 1}, 4);
        String variance = file.floats(new double[] {1, 1, 1, -1e-9}, 4);
        file.node("BatchNormalization", "y", with("epsilon", 1e-6), "x", ones, ones, ones, variance);
        Path path = Files.write(folder.resolve("net.onnx"), file.bytes(17));
        SourceLayer norm = new OnnxReader()
                .read(path, new ReadOptions(List.of(), List.of(), true, true))
                .layers()
                .get(1);
        assertThat(norm.attributes()).containsEntry("epsilon", 1.001e-5).containsEntry("axis", 1);
        assertThat(norm.weights().get("moving_variance").values()).containsExactly(1, 1, 1, 0);
    }

    @Test
    void weightsWithoutABatch() throws IOException {
        OnnxFile file = new OnnxFile().input("x", 2, 3).output("y", 3, 2);
        file.node("Transpose", "y", Map.of(), "x");
        SourceModel model = read(file, List.of(), List.of());
        assertThat(model.batched()).isFalse();
        assertThat(model.layers()).extracting(SourceLayer::annotation).containsExactly("Input", "Permute");
    }
}
