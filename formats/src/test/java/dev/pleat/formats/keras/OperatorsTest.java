package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.Configs.applied;
import static dev.pleat.formats.keras.Configs.input;
import static dev.pleat.formats.keras.Configs.layer;
import static dev.pleat.formats.keras.Configs.model;
import static dev.pleat.formats.keras.KerasFile.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of TensorFlow that stand in a graph in place of layers. */
final class OperatorsTest {
    @TempDir
    private Path folder;

    private SourceModel read(KerasFile file) throws IOException {
        return new KerasH5Reader().read(file.h5(folder.resolve("model.h5")), ReadOptions.DEFAULT);
    }

    @Test
    void readsOperatorsInPlaceOfLayers() throws IOException {
        List<Object> y = List.of("x", 0, 0, Map.of("y", 3.0, "name", "n"));
        List<Object> constant = List.of("_CONSTANT_VALUE", -1, 8.0, Map.of("y", List.of("plus", 0, 0)));
        List<Object> two = List.of("times", 0, 0, Map.of("y", List.of("minus", 0, 0)));
        KerasFile file = new KerasFile(
                "2.11.0",
                model(
                        "m",
                        List.of("x"),
                        List.of("sum"),
                        List.of(
                                input("x", 2),
                                applied("TFOpLambda", "plus", List.of(y), "function", "__operators__.add"),
                                applied("TFOpLambda", "minus", List.of(constant), "function", "math.subtract"),
                                applied(
                                        "TFOpLambda",
                                        "times",
                                        List.of(List.of("plus", 0, 0, Map.of("y", 0.5))),
                                        "function",
                                        "math.multiply"),
                                applied(
                                        "TFOpLambda",
                                        "relu",
                                        List.of(List.of("times", 0, 0, Map.of())),
                                        "function",
                                        "nn.relu6"),
                                applied("TFOpLambda", "sum", List.of(two), "function", "math.add"))));
        SourceModel model = read(file);
        assertThat(Imported.run(model, new double[] {1, 9}).get(0)).containsExactly(2 + 4, 6 - 4);
    }

    @Test
    void readsNodesOfTensorFlow() throws IOException {
        String text = "{\n  \"name\": \"add\",\n  \"op\": \"AddV2\",\n  \"input\": [\"x\", \"add/y\"]}";
        KerasFile file = new KerasFile(
                "2.3.0-tf",
                model(
                        "m",
                        List.of("x"),
                        List.of("product"),
                        List.of(
                                input("x", 2),
                                layer(
                                        "TensorFlowOpLayer",
                                        "plus",
                                        List.of("x"),
                                        "node_def",
                                        text,
                                        "constants",
                                        json("1", 3.0)),
                                layer(
                                        "TensorFlowOpLayer",
                                        "minus",
                                        List.of("x"),
                                        "node_def",
                                        json("op", "Sub"),
                                        "constants",
                                        json("0", 8)),
                                layer(
                                        "TensorFlowOpLayer",
                                        "product",
                                        List.of("plus", "minus"),
                                        "node_def",
                                        json("op", "Mul"),
                                        "constants",
                                        json()))));
        assertThat(Imported.run(read(file), new double[] {1, 2}).get(0)).containsExactly(4 * 7, 5 * 6);
    }
}
