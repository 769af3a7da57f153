package dev.pleat.benchmarks.pleat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.benchmarks.net.Reference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The annotated models compute what the networks say. The large ones are compared in every run of the comparison; here
 * their weights are, which is as good as instant.
 */
final class ModelsAreTheNetsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DigitsMlp", "DigitsCnn", "Autoencoder", "KeywordSpotting", "ResNet8", "VisualWakeWords"})
    void predictWhatTheReferenceDoes(String name) throws Exception {
        Task task = Task.of(name, 1, 1, folder);
        double[] expected = Reference.output(task.net(), task.weights(), task.input());
        try (Session session = new Pleat().open(task)) {
            session.predict();
            float[] actual = session.output();

            double range = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < actual.length; i++) {
                assertThat(Math.abs(actual[i] - expected[i]) / range).isLessThan(1e-5);
            }
        }
    }

    /** Loading checks every name and shape. */
    @ParameterizedTest
    @ValueSource(strings = {"MobileNetV1", "MobileNetV2", "ResNet18"})
    void loadTheNetworksWeights(String name) throws Exception {
        try (Session session = new Pleat().open(Task.of(name, 1, 1, folder))) {
            assertThat(session.output()).hasSize(1000);
        }
    }

    @Test
    void layersAreTimedWithinThePrediction() throws Exception {
        try (Session session = new Pleat().open(Task.of("ResNet8", 1, 1, folder))) {
            List<String> layers = session.layers();
            long[] nanos = new long[layers.size()];
            session.predictTimed(nanos);

            assertThat(layers).contains("b1/relu", "label");
            assertThat(nanos).doesNotContain(0);
        }
    }
}
