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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
