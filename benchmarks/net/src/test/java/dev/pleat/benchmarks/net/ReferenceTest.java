package dev.pleat.benchmarks.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reference computes what can be computed by hand. */
final class ReferenceTest {

    @Test
    void convolutionsSeeZerosAroundTheImage() {
        Net net = new NetBuilder("net", "x", Shape.image(2, 2, 1))
                .conv("y", 1, Window.padded(3, 1, 1), true)
                .build();
        float[] kernel = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        Map<String, Tensor> weights =
                Map.of("y/kernel", Tensor.of(kernel, 3, 3, 1, 1), "y/bias", Tensor.of(new float[] {100}, 1));

        double[] y = Reference.output(net, weights, new float[] {1, 10, 100, 1000});

        // Top left: 5·1 + 6·10 + 8·100 + 9·1000, and the bias.
        assertThat(y[0]).isEqualTo(5 * 1 + 6 * 10 + 8 * 100 + 9 * 1000 + 100);
        assertThat(y[1]).isEqualTo(4 * 1 + 5 * 10 + 7 * 100 + 8 * 1000 + 100);
        assertThat(y[3]).isEqualTo(1 * 1 + 2 * 10 + 4 * 100 + 5 * 1000 + 100);
    }

    @Test
    void depthwiseConvolutionsKeepChannelsApart() {
        Net net = new NetBuilder("net", "x", Shape.image(1, 2, 2))
                .depthwise("y", 1, false)
                .build();
        float[] kernel = new float[18];
        kernel[8] = 2;
        kernel[9] = 3;
        kernel[10] = 5;

        double[] y = Reference.output(
                net, Map.of("y/depthwise_kernel", Tensor.of(kernel, 3, 3, 2, 1)), new float[] {1, 10, 100, 1000});

        assertThat(y).containsExactly(2 * 1 + 5 * 100, 3 * 10, 2 * 100, 3 * 1000);
    }

    @Test
    void poolingNormsAndSumsAreElementwise() {
        NetBuilder builder = new NetBuilder("net", "x", Shape.image(2, 2, 1));
        Node x = builder.last();
        Net net = builder.norm("norm", 0)
                .relu6("relu")
                .sum("sum", x, builder.last())
                .mean("mean")
                .build();
        Map<String, Tensor> weights = Map.of(
                "norm/gamma", one(3),
                "norm/beta", one(1),
                "norm/moving_mean", one(2),
                "norm/moving_variance", one(9));

        // (x - 2) · 3 / 3 + 1 is x - 1: 0, 1, 4 and 10, of which relu6 leaves 6; with x, 1 + 3 + 9 + 17.
        assertThat(Reference.output(net, weights, new float[] {1, 2, 5, 11})).containsExactly(30 / 4.0);
    }

    @Test
    void maxPoolingIgnoresPadding() {
        Net net = new NetBuilder("net", "x", Shape.image(2, 2, 1))
                .maxPool("y", Window.padded(3, 2, 1))
                .build();

        assertThat(Reference.output(net, Map.of(), new float[] {-4, -3, -2, -1}))
                .containsExactly(-1);
    }

    @Test
    void softmaxSumsToOne() {
        Net net = new NetBuilder("net", "x", Shape.vector(2)).softmax("y").build();

        double[] y = Reference.output(net, Map.of(), new float[] {1000, 1000});

        assertThat(y).containsExactly(0.5, 0.5);
    }

    private static Tensor one(float value) {
        return Tensor.of(new float[] {value}, 1);
    }
}
