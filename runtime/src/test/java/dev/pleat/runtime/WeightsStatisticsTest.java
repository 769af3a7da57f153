package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WeightsStatisticsTest {
    private static final Logger LOGGER = Logger.getLogger("dev.pleat.runtime");

    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
    }

    private static Weights load(Map<String, float[]> arrays) {
        List<TensorSpec> expected = arrays.keySet().stream()
                .sorted()
                .map(name -> TensorSpec.of(name, arrays.get(name).length))
                .toList();
        return Weights.of("Net", expected, arrays, Map.of());
    }

    private static Map<String, float[]> norm(String layer, float[] mean, float[] variance) {
        return Map.of(layer + "/moving_mean", mean, layer + "/moving_variance", variance);
    }

    @Test
    void readsABatchNorm() {
        Map<String, float[]> arrays = new HashMap<>(norm("norm", new float[] {3, 0}, new float[] {0.25f, 4}));
        arrays.put("norm/gamma", new float[] {2, 3});
        arrays.put("norm/beta", new float[] {5, 7});
        Weights weights = load(arrays);
        assertThat(weights.batchNorm("norm", 2, 0, true, true).scales()).containsExactly(4, 1.5f);
        assertThat(weights.batchNorm("norm", 2, 0, true, true).shifts()).containsExactly(-7, 7);
        assertThat(weights.batchNorm("norm", 2, 0, false, true).shifts()).containsExactly(-12, 0);
        assertThat(weights.batchNorm("norm", 2, 0, true, false).shifts()).containsExactly(-1, 7);
        assertThat(weights.batchNorm("norm", 2, 0, false, false).scales()).containsExactly(2, 0.5f);
        assertThat(weights.batchNorm("norm", 2, 0.001, false, false).scale(0))
                .isEqualTo(1 / Math.sqrt(0.25 + 0.0010000000474974513));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.batchNorm("norm", 3, 0, false, false))
                .withMessage("'norm/moving_mean' has 2 values, not 3");
        assertThatIllegalArgumentException().isThrownBy(() -> weights.batchNorm("other", 2, 0, false, false));
    }

    @Test
    void namesTheLayerWhoseVarianceIsNotPositive() {
        Weights weights = load(norm("b1/norm", new float[2], new float[] {1, -0.5f}));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> weights.batchNorm("b1/norm", 2, 0.001, false, false))
                .withMessage("""
                    the weights in the arrays do not fit the model Net
                      'b1/norm': variance plus epsilon (0.001) is not positive in channel 1\
                    """);
    }

    @Test
    void readsANormalization() {
        Weights weights = load(Map.of("norm/mean", new float[] {1, 2}, "norm/variance", new float[] {4, 0}));
        assertThat(weights.normalization("norm", 2, false).scales()).containsExactly(0.5f, 1e7f);
        assertThat(weights.normalization("norm", 2, false).shifts()).containsExactly(-0.5f, -2e7f);
        assertThat(weights.normalization("norm", 2, true).scales()).containsExactly(2, 1e-7f);
        assertThat(weights.normalization("norm", 2, true).shifts()).containsExactly(1, 2);
        Weights negative = load(Map.of("norm/mean", new float[2], "norm/variance", new float[] {-1, 0}));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> negative.normalization("norm", 2, false))
                .withMessageEndingWith("'norm': variance is negative in channel 0");
    }

    @Test
    void warnsOnceOfStatisticsThatWereNeverUpdated() {
        Map<String, float[]> arrays = new HashMap<>();
        arrays.putAll(norm("a", new float[2], new float[] {1, 1}));
        arrays.putAll(norm("b/norm", new float[1], new float[] {1}));
        arrays.putAll(norm("trained", new float[] {0, 0}, new float[] {1, 0.5f}));
        arrays.putAll(norm("shifted", new float[] {0, 0.1f}, new float[] {1, 1}));
        Weights weights = load(arrays);
        weights.batchNorm("a", 2, 0.001, false, false);
        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).getLevel()).isEqualTo(Level.WARNING);
        assertThat(new SimpleFormatter().formatMessage(logged.get(0)))
                .isEqualTo("Net: the moving averages of 'a', 'b/norm' in the arrays are exactly 0 and 1, as before"
                        + " training. If the model was trained, they were never updated, and its predictions will be"
                        + " wrong.");
    }

    @Test
    void doesNotWarnOfTrainedStatistics() {
        load(norm("a", new float[] {0, 1e-9f}, new float[] {1, 1}));
        assertThat(logged).isEmpty();
    }
}
