package dev.pleat.processor.reference;

import static dev.pleat.processor.reference.OneLayer.box;
import static dev.pleat.processor.reference.OneLayer.numbers;
import static dev.pleat.processor.reference.OneLayer.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TransposedConvolutionReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "2, VALID, -1, 1 10 100,      1 10 102 20 200",
        "2, SAME,  -1, 1 10 100,      1 10 102 20",
        "2, SAME,  -1, 1 10 100 1000, 10 102 1020 200",
        "2, VALID,  1, 1 10 100,      1 10 102 20 200 0",
        "3, VALID, -1, 1,             1 0 0 2 0 0",
        "2, SAME,   0, 1 2 3 4 5,     5 8 11",
        "2, SAME,   1, 1 2 3 4 5,     2 5 8 11",
        "3, SAME,   2, 1 10,          1 10 0 2 20",
        "1, SAME,  -1, 1 10 100,      12 120"
    })
    void scattersAndCrops(int strides, String padding, int outputPadding, String kernel, String expected) {
        double[] taps = parse(kernel);
        OneLayer layer = OneLayer.of(
                "Conv1DTranspose",
                "filters",
                1,
                "kernelSize",
                taps.length,
                "strides",
                strides,
                "padding",
                padding,
                "outputPadding",
                outputPadding,
                "useBias",
                false);

        assertThat(layer.run(box(shape(2, 1), 1, 2), taps).data()).containsExactly(parse(expected));
    }

    @Test
    void dilates() {
        OneLayer layer =
                OneLayer.of("Conv1DTranspose", "filters", 1, "kernelSize", 2, "dilationRate", 2, "useBias", false);

        assertThat(layer.run(box(shape(2, 1), 1, 2), numbers(1, 10)).data()).containsExactly(1, 2, 10, 20);
    }

    @Test
    void hasFiltersBeforeChannelsInTheKernel() {
        OneLayer layer = OneLayer.of("Conv2DTranspose", "filters", 2, "kernelSize", 1);

        Tensor y = layer.run(box(shape(1, 1, 2), 1, 2), numbers(1, 10, 100, 1000), numbers(0.5, 0.25));

        assertThat(y.data()).containsExactly(21.5, 2100.25);
        assertThat(Reference.weightShapes(OneLayer.of("Conv2DTranspose", "filters", 7, "kernelSize", shape(2, 3))
                        .model(List.of(shape(4, 4, 5)))))
                .containsExactly(Map.entry("y/kernel", shape(2, 3, 7, 5)), Map.entry("y/bias", shape(7)));
    }

    // TensorFlow defines the layer as the gradient of a convolution: <transpose(x), y> = <x, convolution(y)>.
    @ParameterizedTest
    @CsvSource({
        "5, 3, 2, SAME",
        "5, 4, 2, SAME",
        "4, 2, 3, SAME",
        "3, 5, 1, SAME",
        "4, 1, 2, SAME",
        "6, 4, 3, SAME",
        "5, 3, 2, VALID",
        "5, 4, 2, VALID",
        "4, 2, 3, VALID",
        "3, 5, 1, VALID",
        "6, 4, 3, VALID"
    })
    void isTheGradientOfAConvolution(int size, int kernel, int strides, String padding) {
        Random random = new Random(size + 10 * kernel + 100 * strides);
        Object[] attributes = {
            "filters", 3, "kernelSize", kernel, "strides", strides, "padding", padding, "useBias", false
        };
        Tensor x = random(random, size, 3);
        double[] weights = random(random, kernel * 9).data();
        Tensor up = OneLayer.of("Conv1DTranspose", attributes).run(x, weights);
        Tensor y = random(random, up.shape());
        Tensor down = OneLayer.of("Conv1D", attributes).run(y, weights);

        assertThat(down.shape()).isEqualTo(x.shape());
        assertThat(dot(up, y)).isEqualTo(dot(x, down), within(1e-12));
    }

    @Test
    void refusesOutputPaddingOfAStride() {
        OneLayer layer = OneLayer.of("Conv1DTranspose", "filters", 1, "kernelSize", 2, "outputPadding", 1);

        assertThatThrownBy(() -> Reference.shapes(layer.model(List.of(shape(2, 1)))))
                .isInstanceOf(Illegal.class);
    }

    private static double[] parse(String numbers) {
        return Arrays.stream(numbers.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Tensor random(Random random, int... shape) {
        return new Tensor(
                shape, random.doubles(Tensor.size(shape)).map(x -> x - 0.5).toArray());
    }

    private static double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.data().length; i++) {
            sum += a.data()[i] * b.data()[i];
        }
        return sum;
    }
}
