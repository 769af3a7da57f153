package dev.pleat.examples.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.runtime.Scratch;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Predicts for different inputs in the same memory: what was there before must not matter, to the bit. */
final class ScratchKeepsNothingTest {

    static Stream<Subject> subjects() {
        return Subject.all();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void inputsInTurnGiveWhatFreshMemoryGives(Subject subject) {
        Scratch shared = subject.model().newScratch();
        for (int round = 0; round < 3; round++) {
            for (int seed = 0; seed < 2; seed++) {
                Map<String, float[]> inputs = subject.inputs(seed);
                Map<String, float[]> fresh = subject.predictIn(subject.model().newScratch(), inputs);

                assertSame(subject.predictIn(shared, inputs), fresh);
                assertSame(subject.model().predict(inputs), fresh);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void rubbishInMemoryIsNeverRead(Subject subject) {
        Map<String, float[]> inputs = subject.inputs(3);
        Scratch rubbish = subject.model().newScratch();
        Arrays.fill(rubbish.floats(0, 0), Float.NaN);

        assertSame(
                subject.predictIn(rubbish, inputs),
                subject.predictIn(subject.model().newScratch(), inputs));
    }

    private static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((name, values) -> {
            assertThat(values).doesNotContain(Float.NaN);
            assertThat(actual.get(name)).as(name).containsExactly(values);
        });
    }
}
