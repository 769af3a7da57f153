package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import dev.pleat.processor.pass.Optimizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without any one of the passes, and without all of them, models compute the same. */
final class SkippedPassesTest {
    private static final int MODELS = 12;
    private static final String PACKAGE = "pleat.skipped";

    static Stream<String> skipped() {
        return Stream.concat(Optimizer.passes().stream(), Stream.of(String.join(",", Optimizer.passes())));
    }

    @ParameterizedTest
    @MethodSource("skipped")
    void changeNothing(String passes) {
        Map<Long, ModelSpec> models = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        // Other models for each pass, so that together they cover more.
        int count = passes.contains(",") ? 3 * MODELS : MODELS;
        long first = 10_000L + Math.floorMod(passes.hashCode(), 1000) * MODELS;
        for (long seed = first; seed < first + count; seed++) {
            ModelSpec model = RandomModels.next(seed);
            models.put(seed, model);
            sources.put(PACKAGE + "." + model.name(), SourcePrinter.print(model, PACKAGE));
        }
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                sources,
                List.of(new ModelProcessor()),
                List.of("--add-modules", "jdk.incubator.vector", "-Apleat.skip=" + passes));

        assertThat(result.errors()).isEmpty();
        models.forEach((seed, model) -> assertThat(Comparison.problem(result, PACKAGE, seed, model))
                .as(() -> "seed " + seed + "\n" + sources.get(PACKAGE + "." + model.name()))
                .isEmpty());
    }
}
