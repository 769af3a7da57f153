package dev.pleat.examples.promises;

import static dev.pleat.ActivationFunction.RELU6;
import static dev.pleat.Padding.SAME;

import dev.pleat.Add;
import dev.pleat.Conv2D;
import dev.pleat.GlobalAveragePooling2D;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Channels that are one, two and three vectors of 16 lanes and a half: kernels of vectors of two widths. */
@Model
record Halves(
        @Input({12, 12, 24}) Layer image,

        @Conv2D(filters = 40, kernelSize = 1, activation = RELU6)
        Layer one,

        @Conv2D(filters = 24, kernelSize = 1) Layer two,
        @Add({"two", "image"}) Layer sum,

        @Conv2D(filters = 56, kernelSize = 3, strides = 2, padding = SAME)
        Layer three,

        @Conv2D(filters = 72, kernelSize = 1) Layer four,
        @GlobalAveragePooling2D Layer mean) {

    static Map<String, float[]> weights() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        put(weights, "one", 24, 40);
        put(weights, "two", 40, 24);
        put(weights, "three", 9 * 24, 56);
        put(weights, "four", 56, 72);
        return weights;
    }

    private static void put(Map<String, float[]> weights, String layer, int fanIn, int filters) {
        Random random = new Random(fanIn);
        float[] kernel = new float[fanIn * filters];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (random.nextGaussian() / Math.sqrt(fanIn));
        }
        weights.put(layer + "/kernel", kernel);
        weights.put(layer + "/bias", new float[filters]);
    }
}
