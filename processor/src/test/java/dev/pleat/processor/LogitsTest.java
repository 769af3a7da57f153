package dev.pleat.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.read.Graphs;
import dev.pleat.runtime.CompiledModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes an output besides those of the model. */
final class LogitsTest {

    @Test
    void isWhatTheFunctionReads() {
        assertThat(Logits.addTo(Graphs.of("@Input(3) Layer x, @Dense(units = 2, activation = SOFTMAX) Layer y")))
                .hasToString("""
                        x = input () : [3]
                        y#linear = dense y/kernel[3, 2] + y/bias[2] (x) : [2]
                        y = softmax axis 0 (y#linear) : [2]
                        output y
                        output y_logits = y#linear
                        """);
    }

    @Test
    void movesAsTheOutputDoes() {
        Graph graph = Logits.addTo(Graphs.of("@Input({2, 3}) Layer x, @Activation(SIGMOID) Layer chance,"
                + " @Permute({2, 1}) Layer turned, @Reshape(6) Layer y"));
        assertThat(graph.outputs()).extracting(Graph.Output::name).containsExactly("y", "y_logits");
        assertThat(graph.node("turned#logits").input()).isEqualTo("x");
        assertThat(graph.node("y#logits").input()).isEqualTo("turned#logits");
        assertThat(graph.outputs().get(1).node()).isEqualTo("y#logits");
    }

    @Test
    void leavesOtherModelsAlone() {
        Graph linear = Graphs.of("@Input(3) Layer x, @Activation(SOFTMAX) Layer chance, @Dense(units = 2) Layer y");
        assertThat(Logits.addTo(linear)).isSameAs(linear);
        Graph taken =
                Graphs.of("@Input(3) Layer x, @Output @Dense(units = 2) Layer y_logits, @Activation(SOFTMAX) Layer y");
        assertThat(Logits.addTo(taken)).isSameAs(taken);
    }

    @Test
    void compiledModelsReturnIt() throws ReflectiveOperationException {
        String source = "import dev.pleat.*; @Model public record Net(@Input({2, 2}) Layer x,"
                + " @Output @Activation(ActivationFunction.SIGMOID) Layer first, @Softmax Layer chance,"
                + " @Permute({2, 1}) Layer y) {}";
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                Map.of("Net", source),
                List.of(new ModelProcessor()),
                List.of("--add-modules", "jdk.incubator.vector", "-Apleat.logits=true"));
        assertThat(result.succeeded()).as(result.errors()).isTrue();
        CompiledModel model = (CompiledModel) result.loader()
                .loadClass("NetModel")
                .getMethod("load", Map.class)
                .invoke(null, Map.of());
        Map<String, float[]> outputs = model.predict(Map.of("x", new float[] {1, 2, 3, 4}));
        assertThat(outputs.keySet()).containsExactly("first", "y", "first_logits", "y_logits");
        assertThat(outputs.get("first_logits")).containsExactly(1, 2, 3, 4);
        float[] first = outputs.get("first");
        assertThat(outputs.get("y_logits")).containsExactly(first[0], first[2], first[1], first[3]);
    }
}
