package dev.pleat.processor.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Attributes of a layer under way, and the choices that many layers share. */
class AttributeChoices {
    private static final List<String> FUNCTIONS = Coverage.expected().stream()
            .filter(cell -> cell.layer().equals("Activation"))
            .map(Coverage.Cell::value)
            .toList();

    final Chooser chooser;
    final String type;
    final int[] shape;
    final Map<String, Object> attributes;

    AttributeChoices(Chooser chooser, String type, int[] shape, Map<String, Object> wanted) {
        this.chooser = chooser;
        this.type = type;
        this.shape = shape;
        this.attributes = new LinkedHashMap<>(wanted);
    }

    /** Chooses the function of the attribute and, sometimes, its parameters. */
    void activation(String attribute) {
        sometimes(
                attribute.equals("value") ? 1 : 0.5,
                attribute,
                () -> new Constant(chooser.chance(0.4) ? "RELU" : chooser.oneOf(FUNCTIONS)));
        if (!type.equals("ContribBatchNorm") && attributes.containsKey(attribute)) {
            sometimes(0.2, "negativeSlope", () -> chooser.decimal(0, 0.5));
            sometimes(0.2, "alpha", () -> chooser.decimal(0.2, 1.5));
        }
    }

    /** Chooses the data format. {@return whether channels are first} */
    boolean format() {
        sometimes(0.4, "dataFormat", () -> new Constant(chooser.oneOf("CHANNELS_LAST", "CHANNELS_FIRST")));
        return layer().channelsFirst();
    }

    /** {@return the axis that means a dimension, counted from either end} */
    Object axis(int dimension) {
        return chooser.chance(0.5) ? dimension + 1 : dimension - shape.length;
    }

    /** {@return axes, mostly one; more come in any order, as Keras takes them} */
    int[] axes() {
        List<Integer> dimensions =
                chooser.shuffled(IntStream.range(0, shape.length).boxed().toList());
        int count = chooser.chance(0.6) ? 1 : chooser.between(1, shape.length);
        return dimensions.subList(0, count).stream()
                .mapToInt(dimension -> (int) axis(dimension))
                .toArray();
    }

    /** {@return one number or, for images, one or two, between the two given} */
    Object window(int least, int most) {
        if (!type.contains("2D")) {
            return chooser.between(least, most);
        }
        int count = chooser.oneOf(1, 2);
        return IntStream.range(0, count).map(i -> chooser.between(least, most)).toArray();
    }

    /** {@return one number, or one for each index of the last dimension} */
    double[] decimals(double least, double most) {
        return decimals(chooser.chance(0.5) ? 1 : shape[shape.length - 1], least, most);
    }

    /** {@return so many numbers of two decimals} */
    double[] decimals(int count, double least, double most) {
        return IntStream.range(0, count)
                .mapToDouble(i -> chooser.decimal(least, most))
                .toArray();
    }

    /** {@return the layer so far} */
    LayerSpec layer() {
        return new LayerSpec("", type, attributes, List.of());
    }

    /** Chooses an attribute, unless it is wanted. */
    void put(String attribute, Supplier<Object> value) {
        sometimes(1, attribute, value);
    }

    /** Chooses an attribute as often as {@code probability} says, unless it is wanted. */
    void sometimes(double probability, String attribute, Supplier<Object> value) {
        if (chooser.chance(probability) && !attributes.containsKey(attribute)) {
            attributes.put(attribute, value.get());
        }
    }
}
