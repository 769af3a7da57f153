package dev.pleat.examples.promises;

import static dev.pleat.ActivationFunction.RELU;
import static dev.pleat.Padding.SAME;

import dev.pleat.BatchNormalization;
import dev.pleat.Conv2D;
import dev.pleat.DepthwiseConv2D;
import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Windows whose numbers do not follow each other: with dilation, in groups, in one direction, and large depthwise ones. */
@Model
record Gaps(
        @Input({12, 12, 32}) Layer image,

        @Conv2D(filters = 32, kernelSize = 3, dilationRate = 2, padding = SAME, activation = RELU)
        Layer dilated,

        @Conv2D(filters = 64, kernelSize = 3, groups = 2, padding = SAME, activation = RELU)
        Layer grouped,

        @BatchNormalization Layer norm,

        @Conv2D(
                filters = 32,
                kernelSize = {5, 2},
                dilationRate = {1, 2},
                groups = 2,
                padding = SAME)
        Layer both,

        @Conv2D(
                filters = 32,
                kernelSize = {1, 3},
                dilationRate = {1, 3},
                padding = SAME,
                activation = RELU)
        Layer across,

        @Conv2D(
                filters = 32,
                kernelSize = {3, 1},
                strides = 2,
                groups = 4,
                padding = SAME)
        Layer down,

        @DepthwiseConv2D(kernelSize = 5, padding = SAME, activation = RELU)
        Layer large,

        @DepthwiseConv2D(kernelSize = 5, dilationRate = 2, padding = SAME)
        Layer largest,

        @GlobalAveragePooling2D Layer mean) {

    static Map<String, float[]> weights() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        linear(weights, "dilated/kernel", 9 * 32, 32);
        linear(weights, "grouped/kernel", 9 * 16, 64);
        for (String name : new String[] {"gamma", "beta", "moving_mean", "moving_variance"}) {
            weights.put("norm/" + name, random(64, 1));
        }
        linear(weights, "both/kernel", 10 * 32, 32);
        linear(weights, "across/kernel", 3 * 32, 32);
        linear(weights, "down/kernel", 3 * 8, 32);
        linear(weights, "large/depthwise_kernel", 25, 32);
        linear(weights, "largest/depthwise_kernel", 25, 32);
        return weights;
    }

    private static void linear(Map<String, float[]> weights, String kernel, int fanIn, int filters) {
        weights.put(kernel, random(fanIn * filters, 2f / fanIn));
        weights.put(kernel.substring(0, kernel.indexOf('/')) + "/bias", new float[filters]);
    }

    private static float[] random(int size, float most) {
        Random random = new Random(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = most * random.nextFloat();
        }
        return values;
    }
}
