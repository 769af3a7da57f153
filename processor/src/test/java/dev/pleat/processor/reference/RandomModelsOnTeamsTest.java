package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import dev.pleat.runtime.Team;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Random models of which every step is divided that can be, also among more threads than there are rows, give what one
 * thread gives.
 */
final class RandomModelsOnTeamsTest {
    private static final int MODELS = 100;
    private static final long FIRST = 20_000;
    private static final String PACKAGE = "pleat.teams";
    private static final List<Team> TEAMS = List.of(Team.of(2), Team.of(3), Team.of(7));

    @AfterAll
    static void close() {
        TEAMS.forEach(Team::close);
    }

    @Test
    void computeTheSame() {
        Map<Long, ModelSpec> models = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (long seed = FIRST; seed < FIRST + MODELS; seed++) {
            ModelSpec model = RandomModels.next(seed);
            models.put(seed, model);
            sources.put(PACKAGE + "." + model.name(), SourcePrinter.print(model, PACKAGE));
        }
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                sources,
                List.of(new ModelProcessor()),
                List.of("--add-modules", "jdk.incubator.vector", "-Apleat.divide=0"));

        assertThat(result.errors()).isEmpty();
        models.forEach((seed, model) -> assertThat(TeamComparison.problem(result, PACKAGE, seed, model, TEAMS))
                .as(() -> sources.get(PACKAGE + "." + model.name()) + "\n"
                        + result.generatedSources().get(PACKAGE + "." + model.name() + "Model"))
                .isEmpty());
    }
}
