package dev.pleat.formats.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.processor.reference.KerasJs;
import dev.pleat.processor.reference.KerasJs.Case;
import dev.pleat.processor.reference.Tensor;
import dev.pleat.runtime.CompiledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases of keras-js, written as files of Keras 2, imported and compiled, give what Keras 2 computed. */
final class KerasJsTest {
    private static final double TOLERANCE = 2e-5;

    @TempDir
    private Path folder;

    @Test
    void agrees() throws IOException {
        assumeTrue(KerasJs.folder().isPresent(), "shared/conformance/keras-js is not beside the project");
        Map<String, Case> cases = new LinkedHashMap<>();
        Map<String, SourceModel> models = new LinkedHashMap<>();
        for (Case test : KerasJs.cases(KerasJs.folder().orElseThrow())) {
            if (test.model().isPresent()) {
                Path file = folder.resolve("case" + cases.size() + ".h5");
                new KerasStyle(2).file(test.model().get(), test.weights()).h5(file);
                String name = "Case" + cases.size();
                models.put(name, new KerasH5Reader().read(file, ReadOptions.DEFAULT));
                cases.put(name, test);
            }
        }
        distributed(cases, models);
        List<String> wrong = new ArrayList<>();
        CompiledModels.of(models).forEach((name, model) -> {
            double error = error(model, cases.get(name));
            if (!(error <= TOLERANCE)) {
                wrong.add(cases.get(name) + " is wrong by " + error);
            }
        });
        System.out.println(cases.size() + " cases of keras-js");
        assertThat(wrong).isEmpty();
        assertThat(cases).hasSizeGreaterThan(200);
    }

    private static double error(CompiledModel model, Case test) {
        Map<String, float[]> inputs = new LinkedHashMap<>();
        test.inputs().forEach((name, tensor) -> inputs.put(name, tensor.floats()));
        float[] actual = model.predict(inputs).get(model.outputs().get(0).name());
        Tensor expected = test.expected();
        if (actual.length != expected.data().length) {
            return Double.POSITIVE_INFINITY;
        }
        double error = 0;
        for (int i = 0; i < actual.length; i++) {
            double difference = Math.abs(actual[i] - expected.data()[i]);
            error = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(error, difference);
        }
        return error / Math.max(1, expected.range());
    }

    // What is no layer of the language, but becomes one.
    private void distributed(Map<String, Case> cases, Map<String, SourceModel> models) throws IOException {
        Path source = KerasJs.folder().orElseThrow().resolve("layers/wrappers/TimeDistributed.json");
        Map<String, Object> json =
                Json.map(Json.object(source, "it", Files.readString(source)).get("wrappers.TimeDistributed.0"));
        Map<String, Object> dense = KerasFile.json("class_name", "Dense", "config", KerasFile.json("units", 4));
        Tensor input = tensor(json.get("input"));
        KerasFile file = new KerasFile(
                "2.0.8",
                Configs.sequential(List.of(
                        Configs.input("x", input.shape()[0], input.shape()[1]),
                        Configs.layer("TimeDistributed", "each", List.of(), "layer", dense))));
        file.weight(
                        "each",
                        "each/kernel:0",
                        tensor(Json.list(json.get("weights")).get(0)))
                .weight(
                        "each",
                        "each/bias:0",
                        tensor(Json.list(json.get("weights")).get(1)));
        Tensor expected = tensor(json.get("expected"));
        cases.put("Each", new Case("TimeDistributed.0", Optional.empty(), Map.of("x", input), Map.of(), expected));
        models.put("Each", new KerasH5Reader().read(file.h5(folder.resolve("each.h5")), ReadOptions.DEFAULT));
    }

    private static Tensor tensor(Object json) {
        int[] shape = Json.list(Json.map(json).get("shape")).stream()
                .mapToInt(one -> (int) one)
                .toArray();
        double[] data = Json.list(Json.map(json).get("data")).stream()
                .mapToDouble(one -> ((Number) one).doubleValue())
                .toArray();
        return new Tensor(shape, data);
    }
}
