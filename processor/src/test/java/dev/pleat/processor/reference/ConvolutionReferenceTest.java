package dev.pleat.processor.reference;

import static dev.pleat.processor.reference.OneLayer.box;
import static dev.pleat.processor.reference.OneLayer.numbers;
import static dev.pleat.processor.reference.OneLayer.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConvolutionReferenceTest {
    @Test
    void causalLooksBack() {
        OneLayer layer = OneLayer.of("Conv1D", "filters", 1, "kernelSize", 2, "dilationRate", 2, "padding", "CAUSAL");

        Tensor y = layer.run(box(shape(4, 1), 1, 2, 3, 4), numbers(1, 10), numbers(0));

        assertThat(y.data()).containsExactly(10, 20, 31, 42);
    }

    @Test
    void causalStridesFromTheFirst() {
        OneLayer layer = OneLayer.of(
                "Conv1D", "filters", 1, "kernelSize", 3, "strides", 2, "padding", "CAUSAL", "useBias", false);

        Tensor y = layer.run(box(shape(5, 1), 1, 2, 3, 4, 5), numbers(1, 10, 100));

        assertThat(y.data()).containsExactly(100, 321, 543);
    }

    @Test
    void samePadsTheEndFirst() {
        OneLayer layer =
                OneLayer.of("Conv1D", "filters", 1, "kernelSize", 2, "strides", 2, "padding", "SAME", "useBias", false);

        Tensor y = layer.run(box(shape(7, 1), 1, 2, 3, 4, 5, 6, 7), numbers(1, 10));

        assertThat(y.data()).containsExactly(21, 43, 65, 7);
    }

    @Test
    void groupsSeeOnlyTheirChannels() {
        OneLayer layer = OneLayer.of("Conv1D", "filters", 2, "kernelSize", 1, "groups", 2);

        Tensor y = layer.run(box(shape(1, 4), 1, 2, 3, 4), numbers(1, 10, 100, 1000), numbers(0.5, 0.25));

        assertThat(y.data()).containsExactly(201.5, 4030.25);
    }

    @Test
    void readsChannelsFirst() {
        OneLayer layer =
                OneLayer.of("Conv2D", "filters", 1, "kernelSize", 1, "dataFormat", "CHANNELS_FIRST", "useBias", false);

        Tensor y = layer.run(box(shape(2, 1, 2), 1, 2, 3, 4), numbers(1, 10));

        assertThat(y.shape()).containsExactly(1, 1, 2);
        assertThat(y.data()).containsExactly(31, 42);
    }

    @Test
    void depthwiseKeepsTheOutputsOfAChannelTogether() {
        OneLayer layer = OneLayer.of("DepthwiseConv1D", "kernelSize", 1, "depthMultiplier", 2, "useBias", false);

        Tensor y = layer.run(box(shape(1, 2), 1, 2), numbers(1, 10, 100, 1000));

        assertThat(y.data()).containsExactly(1, 10, 200, 2000);
    }

    @Test
    void depthwiseSlidesDownAndAcross() {
        OneLayer layer = OneLayer.of("DepthwiseConv2D", "kernelSize", 2, "strides", shape(1, 2), "useBias", false);

        Tensor y = layer.run(box(shape(2, 4, 1), 1, 2, 3, 4, 5, 6, 7, 8), numbers(1, 10, 100, 1000));

        assertThat(y.shape()).containsExactly(1, 2, 1);
        assertThat(y.data()).containsExactly(6521, 8743);
    }

    @Test
    void separableMixesChannelsAfterwards() {
        OneLayer layer = OneLayer.of("SeparableConv1D", "filters", 1, "kernelSize", 1);

        Tensor y = layer.run(box(shape(1, 2), 1, 2), numbers(3, 5), numbers(1, 10), numbers(0.5));

        assertThat(y.data()).containsExactly(103.5);
    }

    @Test
    void appliesTheActivationLast() {
        OneLayer layer = OneLayer.of("Conv1D", "filters", 2, "kernelSize", 1, "activation", "RELU");

        Tensor y = layer.run(box(shape(1, 1), 1), numbers(1, 1), numbers(-3, 3));

        assertThat(y.data()).containsExactly(0, 4);
    }

    @Test
    void namesWeightsInKerasLayout() {
        OneLayer layer = OneLayer.of("SeparableConv2D", "filters", 7, "kernelSize", shape(2, 3), "depthMultiplier", 4);

        assertThat(Reference.weightShapes(layer.model(List.of(shape(9, 8, 5)))))
                .containsExactly(
                        Map.entry("y/depthwise_kernel", shape(2, 3, 5, 4)),
                        Map.entry("y/pointwise_kernel", shape(1, 1, 20, 7)),
                        Map.entry("y/bias", shape(7)));
    }

    @Test
    void refusesWhatKerasRefuses() {
        List<int[]> image = List.of(shape(4, 4, 6));
        assertIllegal(OneLayer.of("Conv2D", "filters", 4, "kernelSize", 5), image);
        assertIllegal(OneLayer.of("Conv2D", "filters", 4, "kernelSize", 2, "groups", 4), image);
        assertIllegal(OneLayer.of("Conv2D", "filters", 4, "kernelSize", 2, "groups", 3), image);
        assertIllegal(OneLayer.of("Conv2D", "filters", 4, "kernelSize", 2, "padding", "CAUSAL"), image);
        assertIllegal(OneLayer.of("Conv2D", "filters", 4, "kernelSize", 2, "strides", 2, "dilationRate", 2), image);
        assertIllegal(OneLayer.of("Conv1D", "filters", 4, "kernelSize", 2), image);
    }

    private static void assertIllegal(OneLayer layer, List<int[]> shapes) {
        assertThatThrownBy(() -> Reference.shapes(layer.model(shapes))).isInstanceOf(Illegal.class);
    }
}
