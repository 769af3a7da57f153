package dev.pleat.formats;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an annotation of the language takes, and which of a layer's attributes must be written. */
final class AnnotationDefaults {
    /** Sizes of two directions, or of all sides, that one number can give. */
    private static final Set<String> UNIFORM =
            Set.of("kernelSize", "strides", "dilationRate", "poolSize", "size", "padding", "cropping", "outputPadding");

    private static final String VALUE = "value";

    private final String annotation;
    private final Map<String, Method> methods = new LinkedHashMap<>();

    private AnnotationDefaults(String annotation, Class<?> type) {
        this.annotation = annotation;
        for (Method method : type.getDeclaredMethods()) {
            methods.put(method.getName(), method);
        }
    }

    /**
     * Returns those of an annotation.
     *
     * @param annotation its simple name
     * @throws IllegalArgumentException if the language has none of this name
     */
    static AnnotationDefaults of(String annotation) {
        try {
            Class<?> type = Class.forName("dev.pleat." + annotation);
            if (type.isAnnotation()) {
                return new AnnotationDefaults(annotation, type);
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("the language has no annotation @" + annotation, e);
        }
        throw new IllegalArgumentException(annotation + " is no annotation");
    }

    /** Returns whether the annotation can name what the layer reads itself, instead of {@code @From}. */
    boolean namesInputs() {
        Method value = methods.get(VALUE);
        return value != null && value.getReturnType() == String[].class && methods.size() == 1;
    }

    /**
     * Returns the attributes that differ from their defaults, in the same order: a list of numbers as few as possible,
     * and one alone as {@code value} where that means the same.
     */
    Map<String, Object> written(Map<String, Object> attributes) {
        Map<String, Object> written = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            Method method = methods.get(name);
            if (method == null) {
                throw new IllegalArgumentException("@" + annotation + " has no attribute " + name);
            }
            List<Object> given = shortened(name, value);
            Object usual = method.getDefaultValue();
            if (usual == null || !numbers(given).equals(numbers(shortened(name, usual)))) {
                written.put(name, value.getClass().isArray() ? given : value);
            }
        });
        dropStrides(attributes, written);
        if (written.size() == 1) {
            String only = written.keySet().iterator().next();
            if (meansValue(only)) {
                Object value = written.remove(only);
                written.put(VALUE, value);
            }
        }
        return written;
    }

    /** Pools step by their size unless told otherwise. */
    private void dropStrides(Map<String, Object> attributes, Map<String, Object> written) {
        Method pool = methods.get("poolSize");
        if (pool == null || !written.containsKey("strides")) {
            return;
        }
        Object size = attributes.getOrDefault("poolSize", attributes.getOrDefault(VALUE, pool.getDefaultValue()));
        if (shortened("strides", attributes.get("strides")).equals(shortened("poolSize", size))) {
            written.remove("strides");
        }
    }

    private boolean meansValue(String name) {
        Method value = methods.get(VALUE);
        Method other = methods.get(name);
        return value != null
                && value.getReturnType() == other.getReturnType()
                && value.getDefaultValue() != null
                && list(value.getDefaultValue()).equals(list(other.getDefaultValue()));
    }

    private static List<Object> shortened(String name, Object value) {
        List<Object> all = list(value);
        boolean uniform = UNIFORM.contains(name) && all.stream().distinct().count() == 1;
        return uniform ? all.subList(0, 1) : all;
    }

    /** Returns values that are equal if what they are written as means the same: 1 is 1.0. */
    private static List<Object> numbers(List<Object> values) {
        return values.stream()
                .map(value -> value instanceof Number number ? (Object) number.doubleValue() : value)
                .toList();
    }

    /** Returns one value or an array as a list. */
    private static List<Object> list(Object value) {
        List<Object> all = new ArrayList<>();
        if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                all.add(Array.get(value, i));
            }
        } else {
            all.add(value);
        }
        return all;
    }
}
