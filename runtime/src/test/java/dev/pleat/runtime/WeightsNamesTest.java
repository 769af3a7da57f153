package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WeightsNamesTest {
    private static Weights load(List<String> tensors, Map<String, String> names, String... found) {
        Map<String, float[]> arrays = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            arrays.put(found[i], new float[] {i});
        }
        List<TensorSpec> expected =
                tensors.stream().map(name -> TensorSpec.of(name, 1)).toList();
        return Weights.of("Net", expected, arrays, names);
    }

    @Test
    void renamesATensor() {
        Weights weights = load(List.of("conv/kernel", "conv/bias"), Map.of("conv/bias", "b"), "conv/kernel", "b");
        assertThat(weights.get("conv/kernel")).containsExactly(0);
        assertThat(weights.get("conv/bias")).containsExactly(1);
    }

    @Test
    void renamesALayerAndWhatIsInIt() {
        Weights weights = load(
                List.of("b3/pointwise/kernel", "b3/norm/gamma", "b31/kernel"),
                Map.of("b3", "block_3"),
                "block_3/pointwise/kernel",
                "block_3/norm/gamma",
                "b31/kernel");
        assertThat(weights.get("b3/pointwise/kernel")).containsExactly(0);
        assertThat(weights.get("b3/norm/gamma")).containsExactly(1);
        assertThat(weights.get("b31/kernel")).containsExactly(2);
    }

    @Test
    void prefersTheExactNameThenTheLongerPath() {
        Weights weights = load(
                List.of("b3/pointwise/kernel", "b3/pointwise/bias", "b3/norm/gamma"),
                Map.of("b3", "x", "b3/pointwise", "conv_pw_3", "b3/pointwise/bias", "bias.3"),
                "x/norm/gamma",
                "conv_pw_3/kernel",
                "bias.3");
        assertThat(weights.get("b3/norm/gamma")).containsExactly(0);
        assertThat(weights.get("b3/pointwise/kernel")).containsExactly(1);
        assertThat(weights.get("b3/pointwise/bias")).containsExactly(2);
    }

    @Test
    void swapsNames() {
        Weights weights = load(List.of("a/kernel", "b/kernel"), Map.of("a", "b", "b", "a"), "a/kernel", "b/kernel");
        assertThat(weights.get("a/kernel")).containsExactly(1);
        assertThat(weights.get("b/kernel")).containsExactly(0);
    }

    @Test
    void letsTensorsShareTheirValues() {
        Weights weights = load(List.of("a/kernel", "b/kernel"), Map.of("b", "a"), "a/kernel");
        assertThat(weights.get("b/kernel")).isSameAs(weights.get("a/kernel"));
    }

    @Test
    void refusesNamesWithoutEffect() {
        Map<String, String> names = Map.of("conf", "x", "conv/", "y", "zzzzzzzzzzz", "w");
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> load(List.of("conv/kernel"), names, "conv/kernel"))
                .withMessage("""
                    the weights in the arrays do not fit the model Net
                      unknown name: 'conf', mapped to 'x', is neither a tensor nor a layer of the model; did you mean 'conv'?
                      unknown name: 'conv/', mapped to 'y', is neither a tensor nor a layer of the model; did you mean 'conv'?
                      unknown name: 'zzzzzzzzzzz', mapped to 'w', is neither a tensor nor a layer of the model
                      fix: correct the unknown names, or leave them out\
                    """);
    }

    @Test
    void tellsBothNamesOfAMissingTensor() {
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> load(List.of("conv/kernel"), Map.of("conv", "conv2d_1"), "conv2d_2/kernel"))
                .withMessageContaining(
                        "missing: 'conv/kernel' (here 'conv2d_1/kernel') [1]; did you mean 'conv2d_2/kernel'?\n");
    }

    @Test
    void keepsForeignNamesFromBreakingTheMessage() {
        assertThat(WeightsException.quote("a\nfix: \u001b[31m")).isEqualTo("'a\\u000afix: \\u001b[31m'");
        assertThat(WeightsException.quote("x".repeat(1000))).hasSize(305).endsWith("x...'");
    }

    @Test
    void measuresHowFarNamesAreApart() {
        assertThat(Resemblance.distance("kitten", "SITTING")).isEqualTo(3);
        assertThat(Resemblance.distance("", "abc")).isEqualTo(3);
        assertThat(Resemblance.closest("conv1", Arrays.asList("dense", "conv2", "conv3")))
                .hasValue("conv2");
        assertThat(Resemblance.closest("conv1", List.of("dense"))).isEmpty();
        assertThat(Resemblance.closest("conv1", List.of())).isEmpty();
        assertThat(Resemblance.closest("conv", List.of("conv".repeat(40)))).isEmpty();
    }
}
