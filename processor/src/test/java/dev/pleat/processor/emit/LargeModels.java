package dev.pleat.processor.emit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Models that are large in one way or another, as sources of package {@code large}. */
final class LargeModels {

    private static final String HEAD = "package large;\n\nimport dev.pleat.*;\n\n@Model ";

    private LargeModels() {}

    /** Returns sources by qualified name. */
    static Map<String, String> all() {
        Map<String, String> models = new LinkedHashMap<>();
        models.put("large.Mixed", mixed(500));
        models.put("large.Long", chain(2000));
        models.put("large.Wide", WIDE);
        models.put("large.Kernels", KERNELS);
        models.put("large.Phases", PHASES);
        models.put("large.Given", given(640));
        models.put("large.ManyInputs", manyPorts(120));
        return models;
    }

    /** Many layers of every linear kind; a class, since records have at most 254 components. */
    private static String mixed(int layers) {
        StringBuilder body = new StringBuilder("    @Input({6, 6, 12}) Layer image;\n");
        for (int i = 0; i < layers; i++) {
            String layer = switch (i % 8) {
                case 0 -> "@Conv2D(filters = 12, kernelSize = 3, padding = Padding.SAME)";
                case 1, 4 -> "@BatchNormalization";
                case 2 -> "@ReLU";
                case 3 -> "@DepthwiseConv2D(kernelSize = 3, padding = Padding.SAME)";
                case 5 -> "@Dense(units = 12, activation = ActivationFunction.SWISH)";
                case 6 -> "@Add({\"l" + (i - 1) + "\", \"l" + (i - 4) + "\"})";
                default -> "@Conv2D(filters = 12, kernelSize = 1, activation = ActivationFunction.RELU)";
            };
            body.append("    ").append(layer).append(" Layer l").append(i).append(";\n");
        }
        return HEAD + "class Mixed {\n" + body + "}\n";
    }

    private static String chain(int layers) {
        StringBuilder body = new StringBuilder("    @Input({8}) Layer image;\n");
        for (int i = 0; i < layers; i++) {
            body.append(i % 2 == 0 ? "    @Dense(units = 8)" : "    @Activation(ActivationFunction.TANH)");
            body.append(" Layer l").append(i).append(";\n");
        }
        return HEAD + "class Long {\n" + body + "}\n";
    }

    private static String manyPorts(int inputs) {
        String body = IntStream.range(0, inputs)
                .mapToObj(i -> "    @Input(" + (i + 1) + ") Layer in" + i + ";\n    @Output @Dense(units = 3) Layer out"
                        + i + ";\n")
                .collect(Collectors.joining());
        return HEAD + "class ManyInputs {\n" + body + "}\n";
    }

    private static final String WIDE = HEAD + """
            record Wide(
                @Input({10, 10, 300}) Layer image,
                @Conv2D(filters = 300, kernelSize = 3, padding = Padding.SAME) Layer conv,
                @BatchNormalization Layer norm,
                @Activation(ActivationFunction.GELU) Layer gelu,
                @DepthwiseConv2D(kernelSize = 3) Layer depthwise,
                @Conv2D(filters = 600, kernelSize = 1, groups = 3) Layer grouped,
                @Flatten Layer flat,
                @Dense(units = 1000, activation = ActivationFunction.SOFTMAX) Layer dense) {}
            """;

    private static final String KERNELS = HEAD + """
            record Kernels(
                @Input({64, 64, 24}) Layer image,
                @DepthwiseConv2D(kernelSize = 7) Layer seven,
                @DepthwiseConv2D(kernelSize = 11, padding = Padding.SAME) Layer eleven,
                @DepthwiseConv2D(kernelSize = 5, strides = 2, activation = ActivationFunction.RELU6) Layer five,
                @BatchNormalization Layer norm,
                @DepthwiseConv2D(kernelSize = 5, depthMultiplier = 2) Layer doubled,
                @Conv2D(filters = 32, kernelSize = 7, strides = {2, 1}, padding = Padding.SAME) Layer strided,
                @Conv2D(filters = 17, kernelSize = 3, dilationRate = {2, 3}) Layer dilated,
                @DepthwiseConv2D(kernelSize = {3, 1}, dilationRate = 2) Layer tall,
                @Conv2D(filters = 64, kernelSize = 1, activation = ActivationFunction.RELU) Layer pointwise,
                @BatchNormalization Layer after) {}
            """;

    private static final String PHASES = HEAD + """
            record Phases(
                @Input({7, 7, 20}) Layer image,
                @Conv2DTranspose(filters = 18, kernelSize = 7, strides = 4) Layer up,
                @BatchNormalization Layer norm,
                @Activation(ActivationFunction.LEAKY_RELU) Layer relu,
                @Conv2DTranspose(filters = 3, kernelSize = {4, 5}, strides = 4, padding = Padding.SAME) Layer again) {}
            """;

    private static String given(int channels) {
        String numbers = IntStream.range(0, channels)
                .mapToObj(i -> (i + 1) + ".0625")
                .collect(Collectors.joining(", ", "{", "}"));
        return HEAD + "record Given(\n    @Input(" + channels + ") Layer image,\n    @Normalization(mean = " + numbers
                + ", variance = " + numbers + ") Layer given,\n    @Dense(units = 640) Layer dense,\n"
                + "    @Normalization(mean = " + numbers + ", variance = " + numbers
                + ", invert = true) Layer inverted,\n    @ReLU Layer relu) {}\n";
    }
}
