package dev.pleat.processor.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Random attributes of a layer for the shape that it reads. Not all of them are legal: the reference tells. */
final class RandomAttributes extends AttributeChoices {
    /** Ragged numbers of channels: below, at and above the lanes of every machine. */
    static final int[] CHANNELS = {1, 2, 3, 4, 5, 7, 8, 10, 12, 15, 16, 17, 24, 26, 32, 33, 40};

    private RandomAttributes(Chooser chooser, String type, int[] shape, Map<String, Object> wanted) {
        super(chooser, type, shape, wanted);
    }

    /** {@return attributes for a layer that reads {@code shape}, among them those wanted} */
    static Map<String, Object> of(Chooser chooser, String type, int[] shape, Map<String, Object> wanted) {
        RandomAttributes random = new RandomAttributes(chooser, type, shape, wanted);
        random.choose();
        return random.attributes;
    }

    private void choose() {
        switch (type) {
            case "Dense" -> {
                put("units", () -> chooser.oneOf(CHANNELS));
                activation("activation");
                sometimes(0.25, "useBias", () -> chooser.chance(0.3));
            }
            case "Conv1D",
                    "Conv2D",
                    "DepthwiseConv1D",
                    "DepthwiseConv2D",
                    "SeparableConv1D",
                    "SeparableConv2D",
                    "Conv1DTranspose",
                    "Conv2DTranspose" -> convolution();
            case "MaxPooling1D", "MaxPooling2D", "AveragePooling1D", "AveragePooling2D" -> pooling();
            case "GlobalMaxPooling1D", "GlobalMaxPooling2D", "GlobalAveragePooling1D", "GlobalAveragePooling2D" -> {
                format();
                sometimes(0.4, "keepdims", () -> chooser.chance(0.8));
            }
            case "BatchNormalization", "LayerNormalization", "Normalization", "ContribBatchNorm", "Rescaling" ->
                normalization();
            case "Activation" -> activation("value");
            case "ReLU", "LeakyReLU", "ELU", "PReLU", "Softmax" -> rectifier();
            default -> other();
        }
    }

    private void convolution() {
        boolean first = format();
        int channels = first ? shape[0] : shape[shape.length - 1];
        if (!type.startsWith("Depthwise")) {
            put("filters", () -> filters(channels));
        } else {
            sometimes(0.5, "depthMultiplier", () -> chooser.oneOf(1, 1, 2, 3, 4));
        }
        put("kernelSize", () -> window(1, 4));
        boolean dilated = chooser.chance(0.2) && !attributes.containsKey("strides");
        if (dilated) {
            attributes.put("dilationRate", window(1, 3));
        } else {
            sometimes(0.45, "strides", () -> window(1, 3));
        }
        List<String> paddings = type.equals("Conv1D") ? List.of("VALID", "SAME", "CAUSAL") : List.of("VALID", "SAME");
        sometimes(0.6, "padding", () -> new Constant(chooser.oneOf(paddings)));
        if (type.startsWith("Separable")) {
            sometimes(0.4, "depthMultiplier", () -> chooser.oneOf(1, 2, 3));
        }
        if (type.endsWith("Transpose")) {
            outputPadding();
        }
        activation("activation");
        sometimes(0.3, "useBias", () -> chooser.chance(0.3));
    }

    // Grouped convolutions need divisors, so groups are chosen together with the filters.
    private int filters(int channels) {
        if (type.matches("Conv.D") && chooser.chance(0.3)) {
            int[] divisors = IntStream.rangeClosed(1, channels)
                    .filter(n -> channels % n == 0)
                    .toArray();
            int groups = chooser.oneOf(divisors);
            attributes.putIfAbsent("groups", groups);
            return groups * chooser.between(1, Math.max(1, Math.min(6, 40 / groups)));
        }
        return chooser.oneOf(CHANNELS);
    }

    private void outputPadding() {
        int[] strides = layer().integers("strides", 1);
        int[] kernel = layer().integers("kernelSize");
        // TensorFlow itself cannot run `SAME` with an even window and an output padding of 0: it loses an input.
        boolean even = Arrays.stream(kernel).anyMatch(n -> n % 2 == 0);
        int least = even && layer().text("padding", "VALID").equals("SAME") ? 1 : 0;
        int most = Arrays.stream(strides).min().orElse(1) - 1;
        if (chooser.chance(0.3) && least <= most && !attributes.containsKey("dilationRate")) {
            attributes.put("outputPadding", window(least, most));
        }
    }

    private void pooling() {
        format();
        sometimes(0.8, "poolSize", () -> window(1, 4));
        sometimes(0.4, "strides", () -> window(1, 3));
        sometimes(0.5, "padding", () -> new Constant(chooser.oneOf("VALID", "SAME")));
    }

    private void normalization() {
        switch (type) {
            case "Rescaling" -> {
                put("scale", () -> decimals(-1.5, 1.5));
                sometimes(0.6, "offset", () -> decimals(-0.5, 0.5));
                return;
            }
            case "ContribBatchNorm" -> {
                sometimes(0.3, "dataFormat", () -> chooser.oneOf("NHWC", "NCHW"));
                activation("activationFn");
                sometimes(0.2, "decay", () -> 0.9);
            }
            case "BatchNormalization" -> {
                sometimes(0.5, "axis", () -> axis(chooser.between(0, shape.length - 1)));
                sometimes(0.2, "momentum", () -> 0.9);
            }
            default -> sometimes(0.5, "axis", this::axes);
        }
        if (type.equals("Normalization")) {
            if (chooser.chance(0.1)) {
                attributes.put("axis", new int[0]);
            }
            sometimes(0.3, "invert", () -> chooser.chance(0.7));
            givenMoments();
            return;
        }
        sometimes(0.4, "epsilon", () -> chooser.oneOf(1e-5, 1e-6, 0.01));
        sometimes(0.4, "center", () -> chooser.chance(0.4));
        sometimes(0.4, "scale", () -> chooser.chance(0.5));
    }

    private void givenMoments() {
        if (chooser.chance(0.5)) {
            return;
        }
        int[] kept = Axes.dimensions(layer().integers("axis", -1), shape.length);
        int size = Arrays.stream(kept).map(dimension -> shape[dimension]).reduce(1, (a, b) -> a * b);
        if (size > 60 || chooser.chance(0.4)) {
            size = 1;
        }
        attributes.put("mean", decimals(size, -1, 1));
        attributes.put("variance", decimals(size, 0.1, 2));
    }

    private void rectifier() {
        switch (type) {
            case "ReLU" -> {
                sometimes(0.4, "maxValue", () -> chooser.oneOf(6.0, 1.5, Double.POSITIVE_INFINITY));
                sometimes(0.4, "negativeSlope", () -> chooser.decimal(0, 0.5));
                sometimes(0.3, "threshold", () -> chooser.decimal(0, 0.5));
            }
            case "LeakyReLU" -> sometimes(0.6, "negativeSlope", () -> chooser.decimal(0, 0.6));
            case "ELU" -> sometimes(0.6, "alpha", () -> chooser.decimal(0.2, 1.5));
            case "PReLU" ->
                sometimes(0.6, "sharedAxes", () -> {
                    int[] all = IntStream.rangeClosed(1, shape.length).toArray();
                    return Arrays.stream(all)
                            .filter(axis -> chooser.chance(0.5))
                            .toArray();
                });
            default -> sometimes(0.6, "axis", this::axes);
        }
    }

    private void other() {
        switch (type) {
            case "Flatten" -> format();
            case "Reshape" -> put("targetShape", () -> factors(Tensor.size(shape), chooser.between(1, 3)));
            case "Permute" ->
                put(
                        "dims",
                        () -> chooser
                                .shuffled(IntStream.rangeClosed(1, shape.length)
                                        .boxed()
                                        .toList())
                                .stream()
                                .mapToInt(Integer::intValue)
                                .toArray());
            case "RepeatVector" -> put("n", () -> chooser.between(1, 6));
            case "ZeroPadding1D", "ZeroPadding2D" -> margins("padding");
            case "Cropping1D", "Cropping2D" -> margins("cropping");
            case "UpSampling1D", "UpSampling2D" -> {
                if (type.endsWith("2D")) {
                    format();
                    sometimes(0.5, "interpolation", () -> new Constant(chooser.oneOf("NEAREST", "BILINEAR")));
                }
                sometimes(0.7, "size", () -> window(1, 3));
            }
            case "Dropout", "SpatialDropout1D", "SpatialDropout2D", "AlphaDropout", "GaussianDropout" ->
                put("rate", () -> chooser.decimal(0.05, 0.9));
            case "GaussianNoise" -> put("stddev", () -> chooser.decimal(0.1, 2));
            case "ActivityRegularization" -> sometimes(0.7, "l1", () -> chooser.decimal(0, 1));
            default -> {
                // nothing to choose
            }
        }
    }

    private void margins(String attribute) {
        if (type.endsWith("2D")) {
            format();
            sometimes(0.8, attribute, () -> margins(chooser.oneOf(1, 2, 4)));
        } else {
            sometimes(0.8, attribute, () -> margins(chooser.oneOf(1, 2)));
        }
    }

    private int[] margins(int count) {
        return IntStream.range(0, count).map(i -> chooser.between(0, 3)).toArray();
    }

    /** {@return a shape of so many dimensions that holds {@code size} numbers, perhaps with one dimension left open} */
    private int[] factors(int size, int rank) {
        int[] factors = new int[rank];
        int rest = size;
        for (int i = 0; i < rank - 1; i++) {
            List<Integer> divisors = new ArrayList<>();
            for (int n = 1; n <= Math.min(rest, 14); n++) {
                if (rest % n == 0) {
                    divisors.add(n);
                }
            }
            factors[i] = chooser.oneOf(divisors);
            rest /= factors[i];
        }
        factors[rank - 1] = rest;
        if (chooser.chance(0.4)) {
            factors[chooser.between(0, rank - 1)] = -1;
        }
        return factors;
    }
}
