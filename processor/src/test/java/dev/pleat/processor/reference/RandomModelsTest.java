package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.pleat.processor.InMemoryCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/**
 * Random models, compiled and run, give what the reference gives.
 *
 * <p>{@code pleat.random.models} says how many, {@code pleat.random.seed} from which seed. An output may differ from the
 * reference by {@value Comparison#TOLERANCE} times the largest value of any layer on its way, or times 1 if all are smaller
 * ({@link Reference#scales}). {@link Growth} sees to it that the models themselves do
 * not magnify rounding beyond a third of that.
 */
final class RandomModelsTest {
    private static final int BATCH = 50;
    private static final int MOST_FAILURES = 5;
    private static final String PACKAGE = "pleat.random";

    private final Coverage coverage = new Coverage();
    private final List<String> failures = new ArrayList<>();

    @Test
    void agreeWithTheReference() throws ReflectiveOperationException {
        int models = Integer.getInteger("pleat.random.models", 500);
        long first = Long.getLong("pleat.random.seed", 0);
        for (int done = 0; done < models && failures.size() < MOST_FAILURES; done += BATCH) {
            compileAndRun(first + done, Math.min(BATCH, models - done));
        }
        if (!failures.isEmpty()) {
            fail(String.join("\n\n", failures));
        }
        System.out.println(coverage.table());
        if (models >= RandomModels.SEEDS_OF_ALL) {
            assertThat(coverage.missing()).as("what no model has").isEmpty();
        }
    }

    private void compileAndRun(long first, int count) throws ReflectiveOperationException {
        Map<Long, ModelSpec> models = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (long seed = first; seed < first + count; seed++) {
            ModelSpec model = RandomModels.next(seed);
            models.put(seed, model);
            sources.put(PACKAGE + "." + model.name(), SourcePrinter.print(model, PACKAGE));
            coverage.add(model);
        }
        Processor processor = (Processor) Class.forName("dev.pleat.processor.ModelProcessor")
                .getDeclaredConstructor()
                .newInstance();
        InMemoryCompiler.Result result =
                InMemoryCompiler.compile(sources, List.of(processor), List.of("--add-modules", "jdk.incubator.vector"));
        if (!result.succeeded()) {
            failures.add("seeds from " + first + " do not compile:\n" + result.errors() + "\n"
                    + sourcesInError(result, sources));
            return;
        }
        models.forEach((seed, model) -> {
            String problem = Comparison.problem(result, PACKAGE, seed, model);
            if (!problem.isEmpty()) {
                String generated = result.generatedSources().get(PACKAGE + "." + model.name() + "Model");
                failures.add("seed " + seed + ": " + problem + "\n" + SourcePrinter.print(model, PACKAGE) + "\n"
                        + generated);
            }
        });
    }

    private static String sourcesInError(InMemoryCompiler.Result result, Map<String, String> sources) {
        Map<String, String> all = new LinkedHashMap<>(sources);
        all.putAll(result.generatedSources());
        StringBuilder text = new StringBuilder();
        all.forEach((name, source) -> {
            if (result.errors().contains("/" + name.substring(name.lastIndexOf('.') + 1) + ".java:")) {
                text.append(source).append('\n');
            }
        });
        return text.toString();
    }
}
