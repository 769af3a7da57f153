package dev.pleat.formats.keras;

import dev.pleat.DataFormat;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code Dense} and the convolutions. */
final class Linear {
    private Linear() {}

    /** {@code Dense}. */
    static void dense(Call call) throws IOException {
        Attributes attributes = call.attributes();
        int units = attributes.size(attributes.first("units", "output_dim"));
        boolean bias = attributes.flag(attributes.first("use_bias", "bias"), true);
        attributes.only("lora_rank");
        attributes.only("quantization_config");
        Map<String, Tensor> weights = call.weights(WeightRoles.of("kernel", true, "bias", bias));
        int[] shape = call.shape();
        call.check(weights, "kernel", shape == null || shape.length == 0 ? -1 : shape[shape.length - 1], units);
        call.check(weights, "bias", units);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("units", units);
        finish(call, "Dense", values, bias, weights);
    }

    /** A convolution of any kind, in the language's terms. */
    private record Kind(String annotation, int rank, boolean depthwise, boolean pointwise, boolean transposed) {
        static Kind of(String annotation) {
            return new Kind(
                    annotation,
                    annotation.contains("2D") ? 2 : 1,
                    annotation.startsWith("Depthwise") || annotation.startsWith("Separable"),
                    annotation.startsWith("Separable"),
                    annotation.endsWith("Transpose"));
        }
    }

    /** A convolution that becomes the annotation of this name. */
    static void convolution(Call call, String annotation) throws IOException {
        Kind kind = Kind.of(annotation);
        Attributes attributes = call.attributes();
        Map<String, Object> values = geometry(call, kind);
        DataFormat format = Formats.of(call);
        Formats.put(values, format);
        boolean bias = attributes.flag(attributes.first("use_bias", "bias"), true);
        attributes.only("lora_rank");
        List<String> roles = WeightRoles.of(
                "depthwise_kernel",
                kind.depthwise,
                "pointwise_kernel",
                kind.pointwise,
                "kernel",
                !kind.depthwise,
                "bias",
                bias);
        Map<String, Tensor> weights = LegacyKernels.converted(call, annotation, values, call.weights(roles));
        check(call, kind, values, weights, format);
        finish(call, annotation, values, bias, weights);
    }

    private static Map<String, Object> geometry(Call call, Kind kind) {
        Attributes attributes = call.attributes();
        Map<String, Object> values = new LinkedHashMap<>();
        if (!kind.depthwise || kind.pointwise) {
            values.put("filters", attributes.size(attributes.first("filters", "nb_filter")));
        } else {
            attributes.only("filters");
        }
        boolean row = attributes.has("nb_row");
        int[] window = row
                ? new int[] {attributes.size("nb_row"), attributes.size("nb_col")}
                : attributes.sizes(attributes.first("kernel_size", "filter_length"), kind.rank);
        values.put("kernelSize", Formats.perDirection(kind.rank, window));
        int[] strides = attributes.sizes(attributes.first("strides", "subsample", "subsample_length"), kind.rank, 1);
        Formats.put(values, "strides", kind.rank, strides);
        int[] dilation = attributes.sizes(attributes.first("dilation_rate", "atrous_rate"), kind.rank, 1);
        Formats.put(values, "dilationRate", kind.rank, dilation);
        Formats.padding(call, values, kind.annotation.equals("Conv1D"));
        if (kind.transposed) {
            outputPadding(call, kind, values);
        }
        if (kind.depthwise) {
            int multiplier = attributes.size("depth_multiplier", 1);
            if (multiplier != 1) {
                values.put("depthMultiplier", multiplier);
            }
        }
        int groups = attributes.size("groups", 1);
        if (groups != 1 && (kind.depthwise || kind.transposed)) {
            attributes.refuse("groups", "is not an attribute of this layer in the language");
        } else if (groups != 1) {
            values.put("groups", groups);
        }
        return values;
    }

    private static void outputPadding(Call call, Kind kind, Map<String, Object> values) {
        Attributes attributes = call.attributes();
        if (attributes.has("output_padding")) {
            int[] added = attributes.integers("output_padding", 0);
            for (int one : added) {
                if (one < 0) {
                    attributes.refuse("output_padding", "is negative");
                    return;
                }
            }
            values.put("outputPadding", Formats.perDirection(kind.rank, added));
        }
    }

    private static void check(
            Call call, Kind kind, Map<String, Object> values, Map<String, Tensor> weights, DataFormat format) {
        int[] window = Formats.directions(kind.rank, values.get("kernelSize"));
        int[] shape = call.shape();
        boolean known = shape != null && shape.length == kind.rank + 1;
        int channels = !known ? -1 : format == DataFormat.CHANNELS_FIRST ? shape[0] : shape[kind.rank];
        int filters = (int) values.getOrDefault("filters", -1);
        int multiplier = (int) values.getOrDefault("depthMultiplier", 1);
        int groups = (int) values.getOrDefault("groups", 1);
        if (channels > 0 && (channels % groups != 0 || filters % groups != 0)) {
            call.attributes()
                    .refuse("groups", "does not divide %d channels and %d filters".formatted(channels, filters));
        }
        int read = channels < 0 ? -1 : channels / groups;
        int made = channels < 0 ? -1 : Math.multiplyExact(channels, multiplier);
        if (kind.depthwise) {
            call.check(weights, "depthwise_kernel", shape(window, channels, multiplier));
            call.check(weights, "pointwise_kernel", shape(new int[kind.rank], made, filters));
        } else if (kind.transposed) {
            call.check(weights, "kernel", shape(window, filters, read));
        } else {
            call.check(weights, "kernel", shape(window, read, filters));
        }
        call.check(weights, "bias", kind.depthwise && !kind.pointwise ? made : filters);
    }

    private static int[] shape(int[] window, int before, int last) {
        int[] shape = new int[window.length + 2];
        for (int i = 0; i < window.length; i++) {
            shape[i] = Math.max(1, window[i]);
        }
        shape[window.length] = before;
        shape[window.length + 1] = last;
        return shape;
    }

    private static void finish(
            Call call, String annotation, Map<String, Object> values, boolean bias, Map<String, Tensor> weights)
            throws IOException {
        Functions.add(call, "activation", function -> {
            Map<String, Object> all = new LinkedHashMap<>(values);
            all.putAll(function);
            if (!bias) {
                all.put("useBias", false);
            }
            call.add(annotation, all, weights);
        });
    }
}
