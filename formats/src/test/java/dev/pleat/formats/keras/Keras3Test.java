package dev.pleat.formats.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs as Keras 3 writes them. */
final class Keras3Test {
    private static final String TENSOR = """
            {"class_name": "__keras_tensor__", "config": {"shape": [null, 2], "dtype": "float32",
                "keras_history": ["%s", 0, 0]}}""";

    @TempDir
    private Path folder;

    private SourceModel read(String layers, String inputs, String outputs) throws IOException {
        String text = """
                {"module": "keras.src.models.functional", "class_name": "Functional", "registered_name": "Functional",
                "config": {"name": "f", "trainable": true, "layers": [
                    {"module": "keras.layers", "class_name": "InputLayer", "registered_name": null, "name": "x",
                     "config": {"batch_shape": [null, 2], "dtype": "float32", "sparse": false, "ragged": false,
                        "name": "x", "optional": false}, "inbound_nodes": []}, %s],
                "input_layers": %s, "output_layers": %s}}""";
        Map<String, Object> config = Json.object(folder, "the model", text.formatted(layers, inputs, outputs));
        Path file = new KerasFile("3.6.0", config).h5(folder.resolve("model.h5"));
        return new KerasH5Reader().read(file, ReadOptions.DEFAULT);
    }

    private static String operator(String className, String name, String arguments) {
        return """
                {"module": "keras.src.ops.numpy", "class_name": "%s", "registered_name": "%1$s", "name": "%s",
                "config": {"name": "%2$s"}, "inbound_nodes": [{%s}]}""".formatted(className, name, arguments);
    }

    @Test
    void readsOperators() throws IOException {
        SourceModel model = read(
                operator("Multiply", "twice", "\"args\": [" + TENSOR.formatted("x") + ", 2.0], \"kwargs\": {}")
                        + ", "
                        + operator("Subtract", "from", "\"args\": [1, " + TENSOR.formatted("x") + "], \"kwargs\": {}")
                        + ", "
                        + operator(
                                "Add",
                                "sum",
                                "\"args\": [" + TENSOR.formatted("twice") + ", " + TENSOR.formatted("from")
                                        + "], \"kwargs\": {}"),
                "[\"x\", 0, 0]",
                "{\"total\": [\"sum\", 0, 0], \"half\": [\"twice\", 0, 0]}");
        assertThat(Imported.text(model)).isEqualTo("""
                x = Input(value=[2]) []
                twice = Rescaling(scale=[2.0]) [x]
                from = Rescaling(scale=[-1.0], offset=[1.0]) [x]
                sum = Add() [twice, from]
                outputs [sum, twice]
                """);
        assertThat(Imported.run(model, new double[] {3, 4}).get(0)).containsExactly(4, 5);
    }

    @Test
    void refusesClassesThatAreNotKerass() {
        String own = """
                {"module": "__main__", "class_name": "ReLU", "registered_name": "Custom>ReLU", "name": "l",
                "config": {"name": "l"}, "inbound_nodes": [{"args": [%s], "kwargs": {"training": null}}]}""";
        assertThatThrownBy(() -> read(own.formatted(TENSOR.formatted("x")), "[[\"x\", 0, 0]]", "[[\"l\", 0, 0]]"))
                .hasMessageContaining("'l' (Custom>ReLU): the language has no such layer");
    }

    @Test
    void refusesTrainingInAModelWithin() {
        String inner = """
                {"module": "keras.models", "class_name": "Sequential", "registered_name": "Sequential", "name": "s",
                "config": {"name": "s", "trainable": true, "layers": [
                    {"class_name": "InputLayer", "config": {"name": "i", "batch_shape": [null, 2]}},
                    {"class_name": "Dropout", "config": {"name": "drop", "rate": 0.5}}]},
                "inbound_nodes": [{"args": [%s], "kwargs": {"training": true}}]}""";
        assertThatThrownBy(() -> read(inner.formatted(TENSOR.formatted("x")), "[[\"x\", 0, 0]]", "[[\"s\", 0, 0]]"))
                .hasMessageContaining("'s/drop' (Dropout): it is called with training = true");
    }
}
