package dev.pleat.processor.reference;

import static dev.pleat.processor.reference.OneLayer.box;
import static dev.pleat.processor.reference.OneLayer.numbers;
import static dev.pleat.processor.reference.OneLayer.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class NormalizationReferenceTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void batchNormCountsTheBatch() {
        OneLayer layer = OneLayer.of("BatchNormalization", "axis", 1, "epsilon", 0.0);

        Tensor y =
                layer.run(box(shape(2, 2), 1, 2, 3, 4), numbers(1, 10), numbers(0, 5), numbers(1, 2), numbers(1, 0.25));

        assertThat(y.data()).containsExactly(numbers(0, 1, 25, 45), CLOSE);
    }

    @Test
    void batchNormAddsEpsilonToTheVariance() {
        OneLayer layer = OneLayer.of("BatchNormalization", "center", false, "scale", false);

        Tensor y = layer.run(box(shape(1), 3), numbers(1), numbers(0.249));

        assertThat(y.data()).containsExactly(numbers(4), CLOSE);
    }

    @Test
    void contribRaisesEpsilonAndEndsWithItsActivation() {
        OneLayer layer = OneLayer.of("ContribBatchNorm", "epsilon", 1e-9, "activationFn", "RELU");

        Tensor y = layer.run(box(shape(2), 1, -1), numbers(0, 0), numbers(0, 0), numbers(0, 0));

        assertThat(y.data()).containsExactly(numbers(1 / Math.sqrt(1.001e-5), 0), within(1e-9));
    }

    @Test
    void contribHasNoGammaUnlessAsked() {
        List<int[]> shapes = List.of(shape(3, 4, 5));
        assertThat(Reference.weightShapes(OneLayer.of("ContribBatchNorm").model(shapes)))
                .containsExactly(
                        Map.entry("y/beta", shape(5)),
                        Map.entry("y/moving_mean", shape(5)),
                        Map.entry("y/moving_variance", shape(5)));
        OneLayer layer = OneLayer.of("ContribBatchNorm", "scale", true, "center", false, "dataFormat", "NCHW");
        assertThat(Reference.weightShapes(layer.model(shapes)))
                .containsExactly(
                        Map.entry("y/gamma", shape(3)),
                        Map.entry("y/moving_mean", shape(3)),
                        Map.entry("y/moving_variance", shape(3)));
    }

    @Test
    void layerNormUsesTheSamplesOwnMoments() {
        OneLayer layer = OneLayer.of("LayerNormalization", "epsilon", 1.0 / 3);

        Tensor y = layer.run(box(shape(2, 3), 1, 2, 3, 5, 5, 5), numbers(1, 10, 100), numbers(0, 7, 0));

        assertThat(y.data()).containsExactly(numbers(-1, 7, 100, 0, 7, 0), CLOSE);
    }

    @Test
    void layerNormOverTheFirstDimension() {
        OneLayer layer = OneLayer.of("LayerNormalization", "axis", 1, "epsilon", 0.0, "center", false);

        Tensor y = layer.run(box(shape(2, 2), 1, 7, 3, 3), numbers(10, 100));

        assertThat(y.data()).containsExactly(numbers(-10, 10, 100, -100), CLOSE);
    }

    @Test
    void layerNormOverSeveralDimensionsReadsItsWeightsInTheirOrder() {
        Tensor x = box(shape(2, 3), 1, 4, 2, 8, 5, 7);
        double[] gamma = numbers(1, 2, 3, 4, 5, 6);
        Object[] sorted = {"axis", shape(1, 2), "center", false};
        Object[] unsorted = {"axis", shape(-1, 1), "center", false};

        assertThat(OneLayer.of("LayerNormalization", unsorted).run(x, gamma).data())
                .containsExactly(
                        OneLayer.of("LayerNormalization", sorted).run(x, gamma).data());
        assertThat(Reference.weightShapes(
                        OneLayer.of("LayerNormalization", unsorted).model(List.of(x.shape()))))
                .containsExactly(Map.entry("y/gamma", shape(3, 2)));
        double deviation = Math.sqrt(6.25 + 0.001);
        assertThat(OneLayer.of("LayerNormalization", sorted).run(x, gamma).data()[5])
                .isEqualTo(6 * 2.5 / deviation, CLOSE);
    }

    @Test
    void normalizationTakesGivenMomentsOrWeights() {
        Tensor x = box(shape(2), 3, 5);
        Object[] given = {"mean", numbers(1, 2), "variance", numbers(4, 0)};

        assertThat(OneLayer.of("Normalization", given).run(x).data()).containsExactly(numbers(1, 3e7), within(1e-6));
        assertThat(OneLayer.of("Normalization")
                        .run(x, numbers(1, 2), numbers(4, 9))
                        .data())
                .containsExactly(numbers(1, 1), CLOSE);
        assertThat(OneLayer.of("Normalization", "invert", true)
                        .run(x, numbers(1, 2), numbers(4, 9))
                        .data())
                .containsExactly(numbers(7, 17), CLOSE);
        assertThat(OneLayer.of("Normalization", "mean", 1.0, "variance", 4.0)
                        .run(x)
                        .data())
                .containsExactly(numbers(1, 2), CLOSE);
    }

    @Test
    void rescalingActsOnTheLastDimension() {
        OneLayer layer = OneLayer.of("Rescaling", "scale", numbers(2, 3), "offset", 1.0);

        assertThat(layer.run(box(shape(2, 2), 1, 2, 3, 4)).data()).containsExactly(3, 7, 7, 13);
    }

    @Test
    void refusesTheBatchAsAxisAndTraining() {
        List<int[]> shapes = List.of(shape(2, 3));
        for (OneLayer layer : List.of(
                OneLayer.of("BatchNormalization", "axis", 0),
                OneLayer.of("BatchNormalization", "axis", -3),
                OneLayer.of("BatchNormalization", "axis", 3),
                OneLayer.of("ContribBatchNorm", "isTraining", true))) {
            assertThatThrownBy(() -> Reference.shapes(layer.model(shapes))).isInstanceOf(Illegal.class);
        }
    }
}
