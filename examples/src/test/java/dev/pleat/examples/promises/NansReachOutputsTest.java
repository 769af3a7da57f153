package dev.pleat.examples.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.examples.tiny.AutoencoderModel;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A NaN among the inputs makes outputs NaN, as in Keras: no relu makes a number of it, whatever its sign. */
final class NansReachOutputsTest {

    /** What {@code 0f / 0f} is where processors divide: a NaN whose sign is negative. */
    private static final float NEGATIVE_NAN = Float.intBitsToFloat(0xffc00000);

    private static final int SAMPLES = 33;

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

    @Test
    void ofTheirSampleInBatches() {
        AutoencoderModel model = AutoencoderModel.load();
        int in = model.inputs().get(0).size();
        int out = model.outputs().get(0).size();
        float[] samples = new float[SAMPLES * in];
        samples[3 * in + 7] = NEGATIVE_NAN;

        float[] results = model.predictBatch(SAMPLES, samples);

        assertThat(Arrays.copyOfRange(results, 3 * out, 4 * out)).containsOnly(Float.NaN);
        assertThat(Arrays.copyOf(results, 3 * out)).doesNotContain(Float.NaN);
        assertThat(Arrays.copyOfRange(results, 4 * out, SAMPLES * out)).doesNotContain(Float.NaN);
    }

    private static void assertReaches(Subject subject, float nan) {
        Map<String, float[]> inputs = subject.inputs(5);
        float[] first = inputs.values().iterator().next();
        first[first.length / 2] = nan;

        Map<String, float[]> outputs = subject.model().predict(inputs);

        outputs.values().forEach(values -> assertThat(values).containsOnly(Float.NaN));
    }
}
