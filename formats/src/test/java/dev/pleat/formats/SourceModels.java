package dev.pleat.formats;

import dev.pleat.ActivationFunction;
import dev.pleat.Padding;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models made by hand, as readers would make them. */
final class SourceModels {
    private SourceModels() {}

    static SourceLayer layer(String name, String annotation, Map<String, Object> attributes, String... inputs) {
        return new SourceLayer(name, name, annotation, attributes, List.of(inputs), Map.of());
    }

    static SourceLayer dense(String name, int from, int to, String input) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("kernel", Tensor.of(ramp(from * to), from, to));
        weights.put("bias", Tensor.of(ramp(to), to));
        return new SourceLayer(name, name, "Dense", attributes("units", to), List.of(input), weights);
    }

    static float[] ramp(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (i % 7 - 3) / 8f;
        }
        return values;
    }

    /** Returns attributes in the order given: name, value, name, value. */
    static Map<String, Object> attributes(Object... pairs) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.put((String) pairs[i], pairs[i + 1]);
        }
        return attributes;
    }

    static SourceModel model(List<SourceLayer> layers, String... outputs) {
        return new SourceModel("models/net.h5", layers, List.of(outputs), true, List.of());
    }

    /** A model with two inputs, two outputs, a merge, defaults to leave out, and names that differ. */
    static SourceModel branches() {
        Map<String, Tensor> kernel = Map.of("kernel", Tensor.of(ramp(3 * 3 * 2 * 4), 3, 3, 2, 4));
        return new SourceModel(
                "models/branches.onnx",
                List.of(
                        layer("image", "Input", attributes("value", new int[] {6, 6, 2})),
                        layer("age", "Input", attributes("value", new int[] {1})),
                        new SourceLayer(
                                "stem",
                                "net/stem:0",
                                "Conv2D",
                                attributes(
                                        "filters",
                                        4,
                                        "kernelSize",
                                        new int[] {3, 3},
                                        "strides",
                                        new int[] {1, 1},
                                        "padding",
                                        Padding.SAME,
                                        "activation",
                                        ActivationFunction.RELU6,
                                        "useBias",
                                        false),
                                List.of("image"),
                                kernel),
                        layer(
                                "pool",
                                "MaxPooling2D",
                                attributes("poolSize", new int[] {2, 2}, "strides", new int[] {2, 2}),
                                "stem"),
                        layer(
                                "norm",
                                "Rescaling",
                                attributes("scale", new double[] {(double) 1e-5f}, "offset", new double[] {0}),
                                "pool"),
                        layer("flat", "Flatten", Map.of(), "norm"),
                        dense("scores", 36, 3, "flat"),
                        dense("years", 1, 3, "age"),
                        layer("both", "Add", Map.of(), "scores", "years"),
                        layer("chance", "Softmax", attributes("axis", new int[] {-1}), "both")),
                List.of("scores", "chance"),
                true,
                List.of("The operator 'DecodeJpeg' was cut off: <image> is the input", "note */ \\u002a/ {@code x}"));
    }
}
