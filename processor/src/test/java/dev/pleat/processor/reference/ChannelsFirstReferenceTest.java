package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers give the same values with channels first as with channels last, in another order. */
final class ChannelsFirstReferenceTest {
    static List<OneLayer> layers() {
        int[] window = {2, 3};
        return List.of(
                OneLayer.of("Conv2D", "filters", 6, "kernelSize", window, "groups", 2, "padding", "SAME"),
                OneLayer.of("Conv2D", "filters", 3, "kernelSize", window, "strides", new int[] {2, 1}),
                OneLayer.of("DepthwiseConv2D", "kernelSize", window, "depthMultiplier", 2, "padding", "SAME"),
                OneLayer.of("SeparableConv2D", "filters", 5, "kernelSize", window, "depthMultiplier", 2),
                OneLayer.of("Conv2DTranspose", "filters", 3, "kernelSize", window, "strides", new int[] {2, 3}),
                OneLayer.of("Conv2DTranspose", "filters", 3, "kernelSize", 4, "strides", 2, "padding", "SAME"),
                OneLayer.of("MaxPooling2D", "poolSize", window, "strides", 1, "padding", "SAME"),
                OneLayer.of("AveragePooling2D", "poolSize", window, "padding", "SAME"),
                OneLayer.of("GlobalMaxPooling2D", "keepdims", true),
                OneLayer.of("GlobalAveragePooling2D", "keepdims", true),
                OneLayer.of("UpSampling2D", "size", window),
                OneLayer.of("UpSampling2D", "size", window, "interpolation", "BILINEAR"),
                OneLayer.of("ZeroPadding2D", "padding", new int[] {1, 2, 3, 0}),
                OneLayer.of("Cropping2D", "cropping", new int[] {1, 2, 0, 1}));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void areChannelsLastElsewhere(OneLayer layer) {
        Random random = new Random(1);
        Tensor x = random(random, 4, 5, 4);
        List<double[]> weights = new ArrayList<>();
        Reference.weightShapes(layer.model(List.of(x.shape())))
                .values()
                .forEach(shape -> weights.add(random(random, shape).data()));
        OneLayer first = new OneLayer(layer.type(), new LinkedHashMap<>(layer.attributes()));
        first.attributes().put("dataFormat", new Constant("CHANNELS_FIRST"));

        Tensor expected = permute(layer.run(x, weights.toArray(double[][]::new)), 3, 1, 2);
        Tensor actual = first.run(permute(x, 3, 1, 2), weights.toArray(double[][]::new));

        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.data()).containsExactly(expected.data(), within(1e-14));
    }

    private static Tensor permute(Tensor x, int... dims) {
        return new OneLayer("Permute", Map.of("dims", dims)).run(x);
    }

    private static Tensor random(Random random, int... shape) {
        return new Tensor(
                shape, random.doubles(Tensor.size(shape)).map(x -> x - 0.5).toArray());
    }
}
