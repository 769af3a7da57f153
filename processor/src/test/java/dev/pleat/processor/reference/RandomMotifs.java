package dev.pleat.processor.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random pieces of models as people write them, batch norm in every position, and merges with something that fits. */
final class RandomMotifs {
    private static final Constant SAME = new Constant("SAME");

    private final Chooser chooser;
    private final Growth growth;

    RandomMotifs(Chooser chooser, Growth growth) {
        this.chooser = chooser;
        this.growth = growth;
    }

    /** Adds a random piece that reads {@code source}; what cannot be added is left out. */
    void add(String source) {
        int rank = growth.shape(source).length;
        if (rank == 1) {
            addToVector(source);
        } else if (rank <= 3) {
            addToImage(source, rank == 2 ? "1D" : "2D");
        }
    }

    private void addToVector(String source) {
        switch (chooser.between(0, 2)) {
            case 0 -> chain(source, layer("Dense"), layer("BatchNormalization"), layer("Activation"));
            case 1 -> chain(source, layer("BatchNormalization"), layer("Dense"), layer("BatchNormalization"));
            default ->
                chain(
                        source,
                        layer("Dense", "useBias", false),
                        layer("Dropout"),
                        layer("ContribBatchNorm", "scale", true));
        }
    }

    private void addToImage(String source, String size) {
        switch (chooser.between(0, 9)) {
            case 0 ->
                chain(source, layer("Conv" + size, "useBias", false), layer("BatchNormalization"), layer("Activation"));
            case 1 ->
                chain(
                        source,
                        layer("Conv" + size, "activation", new Constant(chooser.oneOf("RELU", "LEAKY_RELU", "TANH"))),
                        layer("BatchNormalization"),
                        layer(chooser.oneOf("Max", "Average") + "Pooling" + size),
                        layer("Conv" + size));
            case 2 ->
                chain(
                        source,
                        layer("BatchNormalization"),
                        layer("Activation", "value", new Constant("RELU")),
                        layer("Conv" + size));
            case 3 ->
                chain(
                        source,
                        layer("DepthwiseConv" + size),
                        layer("BatchNormalization"),
                        layer("Activation", "value", new Constant("RELU6")),
                        layer("Conv" + size, "kernelSize", 1),
                        layer("BatchNormalization"));
            case 4 ->
                chain(
                        source,
                        layer("ZeroPadding" + size),
                        layer("Conv" + size, "strides", 2, "padding", new Constant("VALID")),
                        layer("BatchNormalization"));
            case 5 ->
                chain(
                        source,
                        layer("Conv" + size, "activation", new Constant("RELU")),
                        layer("BatchNormalization"),
                        layer("Flatten"),
                        layer("Dense"));
            case 6 ->
                chain(
                        source,
                        layer("BatchNormalization"),
                        layer("BatchNormalization"),
                        layer("Conv" + size + "Transpose"));
            case 7 -> residual(source, size);
            case 8 -> squeeze(source, size);
            default -> branches(source, size);
        }
    }

    private void residual(String source, String size) {
        int[] shape = growth.shape(source);
        Map<String, Object> convolution = layer(
                        "Conv" + size,
                        "filters",
                        shape[shape.length - 1],
                        "padding",
                        SAME,
                        "strides",
                        1,
                        "dataFormat",
                        new Constant("CHANNELS_LAST"))
                .wanted();
        String end = chain(
                source,
                new Step("Conv" + size, convolution),
                layer("BatchNormalization"),
                layer("Activation", "value", new Constant("RELU")),
                new Step("Conv" + size, convolution),
                layer("BatchNormalization"));
        if (Arrays.equals(growth.shape(end), shape) && !end.equals(source)) {
            growth.tryToAdd("Add", Map.of(), chooser.shuffled(List.of(end, source)));
            chain(growth.last(), layer("Activation", "value", new Constant("RELU")));
        }
    }

    private void squeeze(String source, String size) {
        int[] shape = growth.shape(source);
        String end = chain(
                source,
                layer("GlobalAveragePooling" + size, "dataFormat", new Constant("CHANNELS_LAST")),
                layer("Dense", "units", 4),
                layer("Dense", "units", shape[shape.length - 1], "activation", new Constant("SIGMOID")));
        growth.tryToAdd("Multiply", Map.of(), chooser.shuffled(List.of(end, source)));
    }

    private void branches(String source, String size) {
        List<String> ends = new ArrayList<>();
        int count = chooser.between(2, 3);
        for (int i = 0; i < count; i++) {
            Step branch =
                    layer("Conv" + size, "padding", SAME, "strides", 1, "dataFormat", new Constant("CHANNELS_LAST"));
            if (growth.tryToAdd(branch.type(), branch.wanted(), List.of(source))) {
                ends.add(growth.last());
            }
        }
        if (ends.size() > 1 && growth.tryToAdd("Concatenate", Map.of(), ends)) {
            chain(growth.last(), layer("BatchNormalization"));
        }
    }

    /**
     * Adds a merge of {@code source} and others that fit, or of a layer made to fit.
     *
     * @return whether it was added
     */
    boolean merge(String type, Map<String, Object> attributes, String source) {
        boolean concatenates = type.equals("Concatenate");
        List<String> fitting = new ArrayList<>();
        for (String name : growth.names()) {
            int[] other = growth.shape(name);
            boolean fits =
                    concatenates ? joinable(other, growth.shape(source)) : stretches(other, growth.shape(source));
            if (fits && (!name.equals(source) || chooser.chance(0.1))) {
                fitting.add(name);
            }
        }
        if (fitting.isEmpty() || chooser.chance(0.3)) {
            String sibling = sibling(source, concatenates);
            if (!sibling.equals(source)) {
                fitting = new ArrayList<>(List.of(sibling));
            }
        }
        if (fitting.isEmpty()) {
            return false;
        }
        List<String> inputs = new ArrayList<>(List.of(source));
        int count = type.equals("Subtract") ? 1 : chooser.oneOf(1, 1, 2, 3);
        for (int i = 0; i < count; i++) {
            inputs.add(chooser.oneOf(fitting));
        }
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        if (concatenates) {
            axis(inputs, all);
        }
        return growth.tryToAdd(type, all, chooser.shuffled(inputs));
    }

    // A layer with the shape of the source, or one that stretches to it.
    private String sibling(String source, boolean concatenates) {
        int[] shape = growth.shape(source);
        if (!concatenates && shape.length > 1 && shape.length <= 3 && chooser.chance(0.5)) {
            String pooling =
                    chooser.oneOf("GlobalAveragePooling", "GlobalMaxPooling") + (shape.length == 2 ? "1D" : "2D");
            growth.tryToAdd(pooling, Map.of("dataFormat", new Constant("CHANNELS_LAST")), List.of(source));
        } else {
            Step step = chooser.oneOf(
                    layer("Activation"),
                    layer("BatchNormalization"),
                    layer("PReLU"),
                    layer("Dense", "units", shape[shape.length - 1]));
            growth.tryToAdd(step.type(), step.wanted(), List.of(source));
        }
        return growth.last();
    }

    private void axis(List<String> inputs, Map<String, Object> attributes) {
        int rank = growth.shape(inputs.get(0)).length;
        int axis = -1;
        for (String input : inputs) {
            for (int d = 0; d < rank; d++) {
                axis = growth.shape(input)[d] == growth.shape(inputs.get(0))[d] ? axis : d;
            }
        }
        int dimension = axis >= 0 ? axis : chooser.between(0, rank - 1);
        if (dimension < rank - 1 || chooser.chance(0.5)) {
            attributes.put("axis", chooser.chance(0.5) ? dimension + 1 : dimension - rank);
        }
    }

    private static boolean joinable(int[] a, int[] b) {
        int different = 0;
        for (int d = 0; d < a.length && a.length == b.length; d++) {
            different += a[d] == b[d] ? 0 : 1;
        }
        return a.length == b.length && different <= 1;
    }

    private static boolean stretches(int[] a, int[] b) {
        for (int i = 1; i <= Math.min(a.length, b.length); i++) {
            int m = a[a.length - i];
            int n = b[b.length - i];
            if (m != n && m != 1 && n != 1) {
                return false;
            }
        }
        return true;
    }

    private String chain(String source, Step... steps) {
        String end = source;
        for (Step step : steps) {
            if (growth.tryToAdd(step.type(), step.wanted(), List.of(end))) {
                end = growth.last();
            }
        }
        return end;
    }

    private static Step layer(String type, Object... namesAndValues) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            wanted.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Step(type, wanted);
    }

    /** A layer to add, with the attributes that it must have. */
    private record Step(String type, Map<String, Object> wanted) {}
}
