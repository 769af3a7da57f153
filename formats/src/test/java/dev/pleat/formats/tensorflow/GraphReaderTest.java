package dev.pleat.formats.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.CompiledModels;
import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of frozen graphs around their layers, and which are refused how. */
final class GraphReaderTest {
    private static final Map<String, ProtoWriter> SAME =
            Map.of("strides", GraphWriter.list(1, 1, 1, 1), "padding", GraphWriter.text("SAME"));

    @TempDir
    Path folder;

    @Test
    void listsEverythingThatIsNotSupported() throws IOException {
        GraphWriter graph = convolution()
                .node("layers/strange", "Cumsum", "conv", "kernel")
                .node("relu", "Relu", "layers/strange")
                .node("sorted", "TopKV2", "relu", "kernel")
                .node("norm", "FusedBatchNormV3", "conv", "one", "one", "one", "one")
                .constant("one", new float[] {1}, 1)
                .node("y", "AddV2", "sorted", "norm");
        assertThatThrownBy(() -> read(graph))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("'layers/strange' (Cumsum): is not supported")
                .hasMessageContaining("'norm' (FusedBatchNormV3): computes its statistics from the batch (is_training")
                .hasMessageContaining("--outputs");
    }

    @Test
    void cutsOffWhatPreparesImages() throws IOException {
        GraphWriter graph = new GraphWriter()
                .node("contents", "Placeholder", Map.of("dtype", GraphWriter.type(7)))
                .node("DecodeJpeg", "DecodeJpeg", Map.of("channels", new ProtoWriter().integer(3, 3)), "contents")
                .node("Cast", "Cast", Map.of("DstT", GraphWriter.type(1)), "DecodeJpeg")
                .integers("axis", 0)
                .node("ExpandDims", "ExpandDims", "Cast", "axis")
                .integers("size", 5, 4)
                .node("ResizeBilinear", "ResizeBilinear", "ExpandDims", "size")
                .constant("mean", new float[] {2})
                .node("Sub", "Sub", "ResizeBilinear", "mean")
                .constant("kernel", new float[] {1, 2, 3}, 1, 1, 3, 1)
                .node("conv", "Conv2D", SAME, "Sub", "kernel");
        SourceModel model = read(graph);
        assertThat(model.layers().get(0).attributes().get("value")).isEqualTo(new int[] {5, 4, 3});
        assertThat(model.notes())
                .containsExactly("cut off 'DecodeJpeg' (DecodeJpeg), 'ExpandDims' (ExpandDims),"
                        + " 'ResizeBilinear' (ResizeBilinear): the input 'ResizeBilinear' of shape [5, 4, 3] is what"
                        + " they compute");
        float[] x = new float[60];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 3;
        }
        float[] expected = new float[20];
        Arrays.fill(expected, -2 - 2);
        Graphs.compare(CompiledModels.of(model), x, expected, 1e-6);
    }

    @Test
    void refusesToCutOffWhatReadsAnInputOfLayers() throws IOException {
        GraphWriter unknown = convolution().node("sin", "Sin", "x").node("y", "AddV2", "conv", "sin");
        assertThatThrownBy(() -> read(unknown))
                .hasMessageContaining(
                        "'y' (AddV2): needs the shape of 'sin', computed by what is not supported: 'sin' (Sin)");
        GraphWriter shared = new GraphWriter()
                .placeholder("x", -1, 2)
                .constant("kernel", new float[] {1, 2, 3, 4}, 2, 2)
                .node("sin", "Sin", "x")
                .node("a", "MatMul", "x", "kernel")
                .node("b", "MatMul", "sin", "kernel")
                .node("y", "AddV2", "a", "b");
        assertThatThrownBy(() -> read(shared))
                .hasMessageContaining("'sin' (Sin): is not supported, and reads what layers");
    }

    @Test
    void asksForAShapeThatNothingTells() throws IOException {
        GraphWriter graph = new GraphWriter()
                .node("x", "Placeholder", Map.of("dtype", GraphWriter.type(1)))
                .constant("kernel", new float[] {1, 2, 3}, 1, 1, 3, 1)
                .node("conv", "Conv2D", SAME, "x", "kernel");
        assertThatThrownBy(() -> read(graph)).hasMessageContaining("'conv' (Conv2D): needs the shape of 'x'; give it");
        SourceModel model = read(graph, List.of("x[5,4,3]"), List.of());
        assertThat(model.layers().get(0).attributes().get("value")).isEqualTo(new int[] {5, 4, 3});
    }

    @Test
    void takesInputsAndOutputsInTheMiddle() throws IOException {
        GraphWriter graph = convolution().node("relu", "Relu", "conv").node("strange", "Cumsum", "relu", "kernel");
        SourceModel model = read(graph, List.of("conv:0[4,4,1]"), List.of("relu:0"));
        assertThat(model.layers()).hasSize(2);
        assertThat(model.outputs()).containsExactly("relu");
        assertThatThrownBy(() -> read(graph, List.of("nowhere"), List.of("relu", "never:1")))
                .hasMessageContaining("no tensor 'nowhere' for an input")
                .hasMessageContaining("no tensor 'never:1' for an output");
    }

    @Test
    void removesWhatOnlyTrainingNeeds() throws IOException {
        GraphWriter graph = new GraphWriter()
                .placeholder("x", -1, 3)
                .node("phase", "Placeholder", Map.of("dtype", GraphWriter.type(10)))
                .node("keep_prob", "Placeholder", Map.of("dtype", GraphWriter.type(1)))
                .node("switch", "Switch", "x", "phase")
                .node("train/strange", "Cumsum", "switch:1", "x")
                .node("double", "AddV2", "switch", "switch")
                .node("merge", "Merge", "train/strange", "double")
                .node("dropout/Shape", "Shape", "merge")
                .node("dropout/random", "RandomUniform", "dropout/Shape")
                .node("dropout/add", "Add", "keep_prob", "dropout/random")
                .node("dropout/Floor", "Floor", "dropout/add")
                .node("dropout/div", "RealDiv", "merge", "keep_prob")
                .node("dropout/mul", "Mul", "dropout/div", "dropout/Floor");
        SourceModel model = read(graph, List.of(), List.of("dropout/mul"));
        assertThat(model.notes()).hasSize(2);
        Graphs.compare(CompiledModels.of(model), new float[] {1, 2, 3}, new float[] {2, 4, 6}, 1e-7);
    }

    @Test
    void refusesCircles() throws IOException {
        GraphWriter graph = new GraphWriter()
                .placeholder("x", -1, 3)
                .node("a", "AddV2", "x", "b")
                .node("b", "Relu", "a")
                .node("y", "Relu", "b");
        assertThatThrownBy(() -> read(graph, List.of(), List.of("y")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("circle")
                .hasMessageContaining("'b' (Relu)");
        GraphWriter itself = new GraphWriter().node("y", "Relu", "y");
        assertThatThrownBy(() -> read(itself, List.of(), List.of("y"))).hasMessageContaining("circle");
    }

    @Test
    void readsChainsOfAnyLength() throws IOException {
        GraphWriter graph = new GraphWriter().placeholder("x", -1, 3);
        String last = "x";
        for (int i = 0; i < 50_000; i++) {
            graph.node("n" + i, "Identity", last);
            last = "n" + i;
        }
        graph.node("y", "Relu", last);
        assertThat(read(graph).layers()).hasSize(2);
    }

    @Test
    void refusesAbsurdConstants() throws IOException {
        GraphWriter large = new GraphWriter()
                .placeholder("x", -1, 3)
                .integers("sizes", 1 << 14, 1 << 14)
                .constant("one", new float[] {1})
                .node("fill", "Fill", "sizes", "one")
                .node("y", "AddV2", "x", "fill");
        assertThatThrownBy(() -> read(large))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("constant of");
        GraphWriter many = new GraphWriter().placeholder("x", -1, 1).integers("sizes", 2000, 2000);
        many.constant("one", new float[] {1});
        String sum = "x";
        for (int i = 0; i < 100; i++) {
            many.node("fill" + i, "Fill", "sizes", "one").node("sum" + i, "Sum", "fill" + i, "axes");
            many.node("y" + i, "AddV2", sum, "sum" + i);
            sum = "y" + i;
        }
        many.integers("axes", 0, 1);
        assertThatThrownBy(() -> read(many)).isInstanceOf(FormatException.class).hasMessageContaining("too many");
    }

    @Test
    void refusesOrReadsWhatIsDamagedInBoundedTime() throws IOException {
        Path file = convolution().node("relu", "Relu", "conv").write(folder.resolve("good.pb"));
        byte[] good = Files.readAllBytes(file);
        Path damaged = folder.resolve("damaged.pb");
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            for (int at = 0; at < good.length; at++) {
                byte[] flipped = good.clone();
                flipped[at] ^= (byte) (1 << at % 8);
                Files.write(damaged, flipped);
                readsOrRefuses(damaged);
                Files.write(damaged, Arrays.copyOf(good, at));
                readsOrRefuses(damaged);
            }
        });
        assertThatThrownBy(() -> new GraphReader().read(Files.write(damaged, new byte[0]), ReadOptions.DEFAULT))
                .hasMessageContaining("no nodes");
    }

    private static void readsOrRefuses(Path file) throws IOException {
        try {
            assertThat(new GraphReader().read(file, ReadOptions.DEFAULT).layers())
                    .isNotEmpty();
        } catch (FormatException expected) {
            assertThat(expected).hasMessageContaining("damaged.pb");
        }
    }

    @Test
    void raisesEpsilonsAndClampsVariancesWhenAsked() throws IOException {
        GraphWriter graph = new GraphWriter()
                .placeholder("x", -1, 2, 2, 1)
                .constant("one", new float[] {1}, 1)
                .constant("variance", new float[] {-1e-6f}, 1)
                .node(
                        "norm",
                        "FusedBatchNorm",
                        Map.of(
                                "is_training", new ProtoWriter().integer(5, 0),
                                "epsilon", new ProtoWriter().number(4, 1e-5f)),
                        "x",
                        "one",
                        "one",
                        "one",
                        "variance");
        assertThatThrownBy(() -> read(graph)).hasMessageContaining("variance -1.0E-6 in channel 0");
        SourceModel model = new GraphReader()
                .read(graph.write(folder.resolve("graph.pb")), new ReadOptions(List.of(), List.of(), true, true));
        assertThat(model.layers().get(1).attributes()).containsEntry("epsilon", 1.001e-5);
        assertThat(model.layers().get(1).weights().get("moving_variance").values())
                .containsExactly(0);
    }

    private static GraphWriter convolution() {
        return new GraphWriter()
                .placeholder("x", -1, 4, 4, 1)
                .constant("kernel", new float[] {1, 2, 3, 4}, 2, 2, 1, 1)
                .node("conv", "Conv2D", SAME, "x", "kernel");
    }

    private SourceModel read(GraphWriter graph) throws IOException {
        return read(graph, List.of(), List.of());
    }

    private SourceModel read(GraphWriter graph, List<String> inputs, List<String> outputs) throws IOException {
        Path file = graph.write(folder.resolve("graph.pb"));
        return new GraphReader().read(file, new ReadOptions(inputs, outputs, false, false));
    }
}
