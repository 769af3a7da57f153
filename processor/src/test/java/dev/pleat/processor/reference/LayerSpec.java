package dev.pleat.processor.reference;

import java.util.List;
import java.util.Map;

/**
 * One layer as its annotation says it, before anything is inferred.
 *
 * @param name name of the member
 * @param type simple name of the annotation, {@code "Input"} included
 * @param attributes what is given, by the name it has in the annotation; an {@code Integer}, {@code int[]}, {@code Double},
 *     {@code double[]}, {@code Boolean}, {@code String} or {@link Constant} each. What is absent has Keras's default
 * @param inputs names of the layers that it reads, in order
 */
public record LayerSpec(String name, String type, Map<String, Object> attributes, List<String> inputs) {
    /** {@return whether the attribute is given} */
    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** {@return the whole number given, or {@code otherwise}} An array of one number is that number. */
    public int integer(String attribute, int otherwise) {
        return has(attribute) ? integers(attribute)[0] : otherwise;
    }

    /** {@return the whole numbers given, or {@code otherwise}} A single number is an array of one. */
    public int[] integers(String attribute, int... otherwise) {
        Object value = attributes.get(attribute);
        if (value == null) {
            return otherwise;
        }
        return value instanceof Integer number ? new int[] {number} : (int[]) value;
    }

    /** {@return the number given, or {@code otherwise}} */
    public double number(String attribute, double otherwise) {
        return has(attribute) ? ((Number) attributes.get(attribute)).doubleValue() : otherwise;
    }

    /** {@return the numbers given, or {@code otherwise}} A single number is an array of one. */
    public double[] numbers(String attribute, double... otherwise) {
        Object value = attributes.get(attribute);
        if (value == null) {
            return otherwise;
        }
        return value instanceof Number number ? new double[] {number.doubleValue()} : (double[]) value;
    }

    /** {@return the flag given, or {@code otherwise}} */
    public boolean flag(String attribute, boolean otherwise) {
        return (boolean) attributes.getOrDefault(attribute, otherwise);
    }

    /** {@return the constant or text given, or {@code otherwise}} */
    public String text(String attribute, String otherwise) {
        return has(attribute) ? attributes.get(attribute).toString() : otherwise;
    }

    /** {@return whether the first dimension of the shape, rather than the last, is the channels} */
    public boolean channelsFirst() {
        return text("dataFormat", "CHANNELS_LAST").equals("CHANNELS_FIRST");
    }

    /** {@return whether the layer is one of images, rather than of sequences} */
    public boolean twoDimensional() {
        return type.contains("2D");
    }

    /**
     * Returns a quantity that a layer of windows has down and across; a sequence is an image of one row.
     *
     * @param attribute one number or, for images, one or two
     * @param unit the value of a sequence in the direction that it does not have
     * @param otherwise the default
     */
    public int[] downAndAcross(String attribute, int unit, int... otherwise) {
        int[] values = integers(attribute, otherwise);
        if (!twoDimensional()) {
            Illegal.unless(values.length == 1, "'%s' has %d numbers in %s", name, values.length, attribute);
            return new int[] {unit, values[0]};
        }
        Illegal.unless(values.length == 1 || values.length == 2, "'%s' has a bad %s", name, attribute);
        return values.length == 1 ? new int[] {values[0], values[0]} : values;
    }
}
