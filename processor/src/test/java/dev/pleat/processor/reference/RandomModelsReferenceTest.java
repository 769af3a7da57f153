package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.InMemoryCompiler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Random models are what they promise, whatever the compiler makes of them. */
final class RandomModelsReferenceTest {
    private static final int MODELS = 60;

    @Test
    void haveAMeaningAndBoundedValues() {
        for (long seed = 0; seed < MODELS; seed++) {
            ModelSpec model = RandomModels.next(seed);
            Map<String, Tensor> values =
                    Reference.run(model, RandomWeights.inputs(model, seed, 0), RandomWeights.of(model, seed));
            assertThat(model.layers().size() - model.inputLayers().size())
                    .as("layers of seed %d", seed)
                    .isBetween(3, 14);
            assertThat(model.inputLayers().size()).isBetween(1, 2);
            assertThat(model.allOutputs().size()).isBetween(1, 3);
            assertThat(values.values()).allMatch(value -> value.range() <= 40);
        }
    }

    @Test
    void areTheSameForASeed() {
        assertThat(SourcePrinter.print(RandomModels.next(7), "p"))
                .isEqualTo(SourcePrinter.print(RandomModels.next(7), "p"));
    }

    @Test
    void useEverything() {
        Coverage coverage = new Coverage();
        for (long seed = 0; seed < RandomModels.SEEDS_OF_ALL; seed++) {
            coverage.add(RandomModels.next(seed));
        }
        assertThat(coverage.missing()).isEmpty();
    }

    @Test
    void areLegalJava() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (long seed = 0; seed < MODELS; seed++) {
            ModelSpec model = RandomModels.next(seed);
            sources.put("pleat.random." + model.name(), SourcePrinter.print(model, "pleat.random"));
        }

        InMemoryCompiler.Result result = InMemoryCompiler.compile(sources, List.of(), List.of());

        assertThat(result.errors()).isEmpty();
        assertThat(result.succeeded()).isTrue();
    }
}
