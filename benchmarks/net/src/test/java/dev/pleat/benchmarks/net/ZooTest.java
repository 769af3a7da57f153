package dev.pleat.benchmarks.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks are the ones that they are called, and their weights make sense. */
final class ZooTest {

    /** Published figures; parameters count gamma, beta and both statistics of batch norms, as Keras does. */
    @ParameterizedTest
    @CsvSource({
        "DigitsMlp, 101632, 101770",
        "Autoencoder, 264192, 269992",
        "KeywordSpotting, 2656768, 24908",
        "VisualWakeWords, 7489664, 221794",
        "ResNet8, 12501632, 78666",
        "MobileNetV1, 568740352, 4253864",
        "MobileNetV2, 300774272, 3538984",
        "ResNet18, 1814073344, 11699112",
        "ResNet50, 4089184256, 25610152",
        "Vgg16, 15470264320, 138374440"
    })
    void haveThePublishedSize(String name, long multiplyAdds, long parameters) {
        Net net = Zoo.net(name);

        assertThat(net.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(net.parameters()).isEqualTo(parameters);
    }

    @Test
    void unknownNamesAreRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Zoo.net("ResNet9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ResNet9'")
                .hasMessageContaining("ResNet8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Autoencoder", "KeywordSpotting", "VisualWakeWords", "ResNet8"})
    void activationsStayOfOneOrderOfMagnitude(String name) {
        Net whole = Zoo.net(name);
        Map<String, Tensor> weights = Weights.of(whole);
        float[] input = Weights.input(whole.input().shape(), 1);
        for (int end = 2; end <= whole.nodes().size(); end++) {
            Net part = new Net(name, whole.nodes().subList(0, end));
            if (part.output().op() instanceof Op.Relu) {
                double[] values = Reference.output(part, weights, input);
                double energy = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
                assertThat(Math.sqrt(energy)).as(part.output().name()).isBetween(0.1, 10.0);
            }
        }
    }

    @Test
    void weightsAreTheSameInEveryRun() {
        float[] once = Weights.of(Zoo.net("DigitsMlp")).get("hidden/kernel").values();

        assertThat(Weights.of(Zoo.net("DigitsMlp")).get("hidden/kernel").values())
                .isEqualTo(once);
        assertThat(Math.abs(once[0])).isLessThan(0.1f);
    }

    @Test
    void foldingKeepsTheOutput() {
        Net net = Zoo.net("ResNet8");
        Map<String, Tensor> weights = Weights.of(net);
        float[] input = Weights.input(net.input().shape(), 1);
        Folded folded = Folded.of(net, weights);

        double[] expected = Reference.output(net, weights, input);
        double[] actual = Reference.output(folded.net(), folded.weights(), input);

        assertThat(folded.net().nodes()).noneMatch(node -> node.op() instanceof Op.BatchNorm);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void aNormBehindAReluIsNotFolded() {
        Net net = Zoo.net("DigitsCnn");

        assertThat(Folded.of(net, Weights.of(net)).net().nodes()).anyMatch(node -> node.op() instanceof Op.BatchNorm);
    }
}
