package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.Explanation;
import dev.pleat.processor.Explanation.Change;
import dev.pleat.processor.Explanation.Fate;
import dev.pleat.processor.Explanation.Interval;
import dev.pleat.processor.Explanation.Outcome;
import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a model is, its explanation is complete and does not contradict itself. */
final class RandomModelsExplainedTest {
    private static final int MODELS = 100;
    private static final String PACKAGE = "pleat.explained";

    @Test
    void areConsistent() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (long seed = 20_000; seed < 20_000 + MODELS; seed++) {
            ModelSpec model = RandomModels.next(seed);
            sources.put(PACKAGE + "." + model.name(), SourcePrinter.print(model, PACKAGE));
        }
        List<Explanation> told = new ArrayList<>();
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                sources, List.of(new ModelProcessor(told::add)), List.of("--add-modules", "jdk.incubator.vector"));

        assertThat(result.errors()).isEmpty();
        assertThat(told).hasSize(MODELS);
        for (Explanation explanation : told) {
            String source = sources.get(PACKAGE + "." + explanation.model());
            String problem = problem(explanation);
            assertThat(problem)
                    .as("%s in%n%s%n%s", explanation.model(), source, explanation)
                    .isEmpty();
        }
    }

    private static String problem(Explanation explanation) {
        Set<String> nodes = explanation.planned().nodes().stream()
                .map(Explanation.Node::name)
                .collect(Collectors.toSet());
        Set<String> worked = new HashSet<>();
        for (Explanation.Node node : explanation.planned().nodes()) {
            worked.addAll(node.layers());
            if (node.layers().isEmpty() && !node.name().endsWith("#padded")) {
                return node.name() + " does the work of no layer";
            }
        }
        for (Fate fate : explanation.fates()) {
            if (worked.contains(fate.layer()) == (fate.outcome() == Outcome.REMOVED)) {
                return fate + " contradicts the layers of the nodes";
            } else if (fate.steps().isEmpty() != (fate.outcome() == Outcome.REMOVED)
                    || !nodes.containsAll(fate.steps())) {
                return fate + " is nowhere";
            } else if (fate.sentence().isBlank() || fate.sentence().startsWith("part of another")) {
                return fate + " is not told";
            }
        }
        return changes(explanation) + memory(explanation);
    }

    private static String changes(Explanation explanation) {
        for (Explanation.Stage stage : explanation.stages()) {
            if (stage.changes().isEmpty()) {
                return stage.pass() + " changed something and tells nothing";
            }
            for (Change change : stage.changes()) {
                if (change.layers().isEmpty() || change.sentence().contains("null")) {
                    return change + " is not told";
                }
            }
        }
        return "";
    }

    private static String memory(Explanation explanation) {
        List<Interval> intervals = explanation.memory().intervals();
        for (Interval a : intervals) {
            for (Interval b : intervals) {
                boolean together = a != b && a.first() <= b.last() && b.first() <= a.last();
                if (together && a.offset() < b.offset() + b.length() && b.offset() < a.offset() + a.length()) {
                    return a + " and " + b + " overlap";
                }
            }
            if (a.offset() < 0 || a.offset() + a.length() > explanation.memory().floats()) {
                return a + " is outside";
            }
        }
        return "";
    }
}
