package dev.pleat.examples.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A NaN among the inputs makes outputs NaN, as in Keras: no relu makes a number of it, whatever its sign. */
final class NansReachOutputsTest {

    /** What {@code 0f / 0f} is where processors divide: a NaN whose sign is negative. */
    private static final float NEGATIVE_NAN = Float.intBitsToFloat(0xffc00000);

    static Stream<Subject> subjects() {
        return Subject.all();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void positive(Subject subject) {
        assertReaches(subject, Float.NaN);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void negative(Subject subject) {
        assertReaches(subject, NEGATIVE_NAN);
    }

    private static void assertReaches(Subject subject, float nan) {
        Map<String, float[]> inputs = subject.inputs(5);
        float[] first = inputs.values().iterator().next();
        first[first.length / 2] = nan;

        Map<String, float[]> outputs = subject.model().predict(inputs);

        outputs.values().forEach(values -> assertThat(values).containsOnly(Float.NaN));
    }
}
