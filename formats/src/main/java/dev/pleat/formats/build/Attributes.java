package dev.pleat.formats.build;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of an annotation, as short as they can be written: none that has its default. */
final class Attributes {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Sets an attribute whatever its default is. */
    Attributes set(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Sets an attribute unless it has its default. */
    Attributes unless(Object defaultValue, String name, Object value) {
        return value.equals(defaultValue) ? this : set(name, value);
    }

    /** Sets the sizes of one direction, as a number, or of two, as one or two numbers. */
    Attributes sizes(String name, int... sizes) {
        return set(name, sizes.length == 1 ? (Object) sizes[0] : shortened(sizes));
    }

    /** Sets sizes unless all have their default. */
    Attributes sizesUnless(int defaultValue, String name, int... sizes) {
        return Arrays.stream(sizes).allMatch(n -> n == defaultValue) ? this : sizes(name, sizes);
    }

    private static int[] shortened(int[] sizes) {
        boolean equal = Arrays.stream(sizes).allMatch(n -> n == sizes[0]);
        return equal ? new int[] {sizes[0]} : sizes.clone();
    }

    Map<String, Object> map() {
        return values;
    }
}
