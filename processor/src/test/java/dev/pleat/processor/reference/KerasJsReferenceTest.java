package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.processor.reference.KerasJs.Case;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reference agrees with what Keras 2 computed for keras-js. */
final class KerasJsReferenceTest {
    private static List<Case> cases() {
        assumeTrue(KerasJs.folder().isPresent(), "shared/conformance/keras-js is not beside the project");
        return KerasJs.cases(KerasJs.folder().orElseThrow());
    }

    @TestFactory
    Stream<DynamicTest> agrees() {
        return cases().stream()
                .filter(test -> test.model().isPresent())
                .map(test -> DynamicTest.dynamicTest(test.name(), () -> agrees(test)));
    }

    private static void agrees(Case test) {
        ModelSpec model = test.model().orElseThrow();
        Map<String, Tensor> values = Reference.run(model, test.inputs(), test.weights());
        Tensor value = values.get(model.layers().get(model.layers().size() - 1).name());
        assertThat(value.shape()).isEqualTo(test.expected().shape());
        double tolerance = 1e-5 * Math.max(1, test.expected().range());
        assertThat(value.data()).containsExactly(test.expected().data(), within(tolerance));
    }

    @Test
    void expressesAllButOtherLanguages() {
        Map<String, Long> absent = cases().stream()
                .filter(test -> test.model().isEmpty())
                .collect(Collectors.groupingBy(
                        test -> test.name().replaceAll("\\.\\d+$", ""), TreeMap::new, Collectors.counting()));
        System.out.println("keras-js, not in the language: " + absent);
        assertThat(absent.keySet())
                .allMatch(name -> name.endsWith("3D")
                        || name.equals("merge.Dot")
                        || name.startsWith("recurrent.")
                        || name.startsWith("wrappers.")
                        || name.startsWith("embeddings."));
    }
}
