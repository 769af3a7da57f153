package dev.pleat.formats.keras;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The configuration of one layer, read strictly: a value of the wrong type is a problem, and so is, at the end, every
 * attribute that nobody has asked for and that could change what the layer computes.
 */
final class Attributes {
    private static final int LONGEST = 80;
    private static final double LARGEST = 1e30;

    // These matter in training only, or describe what the model or the weights say anyway.
    private static final Pattern IRRELEVANT = Pattern.compile(".*(_initializer|_regularizer|_constraint)"
            + "|[bWU]_(regularizer|constraint)|init|inner_init|(beta|gamma)_init|name|trainable|dtype|weights|seed"
            + "|batch_input_shape|batch_shape|batch_size|input_shape|input_dim|input_dtype|input_length|autocast"
            + "|build_config|compile_config|shared_object_id|supports_masking|registered_name|module|lora_alpha"
            + "|depthwise_regularizer|activity_regularizer|jit_compile|is_quantized|rank");

    private final String layer;
    private final String label;
    private final Map<String, Object> values;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();

    /**
     * Creates the configuration of a layer.
     *
     * @param layer the layer's path
     * @param className its class, for messages
     */
    Attributes(String layer, String className, Map<String, Object> config, Problems problems) {
        this.layer = layer;
        this.label = "'" + layer + "' (" + className + ")";
        this.values = new LinkedHashMap<>();
        config.forEach((key, value) -> values.put(key, unwrapped(value)));
        this.problems = problems;
    }

    /** {@return a value without what Keras wraps around tuples and arrays} */
    static Object unwrapped(Object value) {
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(item -> all.add(unwrapped(item)));
            return all;
        }
        Map<String, Object> map = Json.map(value);
        String className = Json.text(map.get("class_name"));
        if (className.equals("__tuple__") && map.get("items") instanceof List<?> items) {
            return unwrapped(items);
        } else if (className.equals("__numpy__") || className.equals("__tensor__")) {
            return unwrapped(Json.map(map.get("config")).get("value"));
        } else if (map.size() == 2 && map.containsKey("type") && map.containsKey("value")) {
            return unwrapped(map.get("value"));
        }
        return value;
    }

    /** {@return the configuration of a layer that is an attribute of this one} */
    Attributes inner(String key, KerasLayer inner) {
        read.add(key);
        return new Attributes(layer, inner.className() + " in " + key, inner.config(), problems);
    }

    /** {@return whether an attribute is there and not null} */
    boolean has(String key) {
        read.add(key);
        return values.get(key) != null;
    }

    /** {@return whether an attribute is there, null or not} */
    boolean explicit(String key) {
        return values.containsKey(key);
    }

    /** {@return the first of these names, of different versions of Keras, that is there; the first if none is} */
    String first(String... keys) {
        for (String key : keys) {
            if (values.containsKey(key)) {
                return key;
            }
        }
        return keys[0];
    }

    /** Replaces a value. */
    void replace(String key, Object value) {
        values.put(key, value);
    }

    /** {@return the value as JSON has it; null if it is absent} */
    Object raw(String key) {
        read.add(key);
        return values.get(key);
    }

    /** {@return a whole number that the layer must have; 1 if there is a problem} */
    int integer(String key) {
        return has(key) ? integer(key, 1) : missing(key, 1);
    }

    /** {@return a whole number, or {@code otherwise} if it is absent} */
    int integer(String key, int otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        int[] all = integers(key);
        return all.length == 1 ? all[0] : wrong(key, "one whole number", otherwise);
    }

    /** {@return whole numbers, of one number or several, or {@code otherwise} if they are absent} */
    int[] integers(String key, int... otherwise) {
        if (!has(key)) {
            return otherwise.length > 0 ? otherwise : missing(key, new int[] {1});
        }
        List<Object> items = new ArrayList<>();
        flatten(values.get(key), items);
        int[] numbers = new int[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(items.get(i) instanceof Number number)
                    || number.doubleValue() != number.longValue()
                    || number.longValue() != number.intValue()) {
                return wrong(key, "whole numbers", otherwise.length > 0 ? otherwise : new int[] {1});
            }
            numbers[i] = number.intValue();
        }
        return numbers;
    }

    /** {@return sizes, each at least 1: one number or two} */
    int[] sizes(String key, int count, int... otherwise) {
        int[] sizes = integers(key, otherwise);
        for (int size : sizes) {
            if (size < 1) {
                return wrong(key, "at least 1", new int[] {1});
            }
        }
        return sizes.length == 1 || sizes.length == count ? sizes : wrong(key, count + " numbers", new int[] {1});
    }

    /** {@return a size, at least 1} */
    int size(String key, int... otherwise) {
        return sizes(key, 1, otherwise)[0];
    }

    /** {@return a finite number, or {@code otherwise} if it is absent} */
    double number(String key, double otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        double[] numbers = numbers(key);
        return numbers.length == 1 && Double.isFinite(numbers[0])
                ? numbers[0]
                : wrong(key, "a finite number", otherwise);
    }

    /** {@return numbers, of one number or nested arrays; none if they are absent} */
    double[] numbers(String key) {
        List<Object> items = new ArrayList<>();
        if (has(key)) {
            flatten(values.get(key), items);
        }
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(items.get(i) instanceof Number number) || !(Math.abs(number.doubleValue()) <= LARGEST)) {
                return wrong(key, "numbers", new double[] {1});
            }
            numbers[i] = number.doubleValue();
        }
        return numbers;
    }

    /** {@return a flag, or {@code otherwise} if it is absent} */
    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        Object value = values.get(key);
        if (value instanceof Number number && (number.doubleValue() == 0 || number.doubleValue() == 1)) {
            return number.doubleValue() == 1;
        }
        return value instanceof Boolean flag ? flag : wrong(key, "true or false", otherwise);
    }

    /** {@return a text, or {@code otherwise} if it is absent} */
    String text(String key, String otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        return values.get(key) instanceof String text ? text : wrong(key, "a text", otherwise);
    }

    /** Accepts attributes whatever they are, since they change nothing in inference. */
    void ignore(String... keys) {
        read.addAll(List.of(keys));
    }

    /** Accepts all attributes. */
    void ignoreAll() {
        read.addAll(values.keySet());
    }

    /** Refuses an attribute that is there and neither null, nor empty, nor one of these values. */
    void only(String key, Object... allowed) {
        Object value = raw(key);
        boolean neutral = value == null || List.of().equals(value) || Map.of().equals(value);
        for (Object one : allowed) {
            neutral |= one.equals(value) || one instanceof Number a && value instanceof Number b && same(a, b);
        }
        if (!neutral) {
            refuse(key, "cannot be expressed");
        }
    }

    /** Adds the problem that an attribute has a value that cannot be imported. */
    void refuse(String key, String why) {
        read.add(key);
        problem(key + " = " + shown(values.get(key)) + " " + why);
    }

    /** Adds a problem of this layer. */
    void problem(String text) {
        problems.add(layer, label + ": " + text);
    }

    /** Adds a note on this layer. */
    void note(String text) {
        problems.note(layer, label + ": " + text);
    }

    /** Refuses what nobody has asked for. */
    void finish() {
        values.forEach((key, value) -> {
            boolean empty =
                    value == null || Boolean.FALSE.equals(value) || List.of().equals(value);
            if (!empty && !read.contains(key) && !IRRELEVANT.matcher(key).matches()) {
                refuse(key, "is not an attribute that is known here");
            }
        });
    }

    private <T> T missing(String key, T otherwise) {
        problem(key + " is missing");
        return otherwise;
    }

    private <T> T wrong(String key, String expected, T otherwise) {
        refuse(key, "should be " + expected);
        return otherwise;
    }

    private static boolean same(Number a, Number b) {
        return a.doubleValue() == b.doubleValue();
    }

    private static void flatten(Object value, List<Object> into) {
        if (value instanceof List<?> list) {
            list.forEach(item -> flatten(item, into));
        } else {
            into.add(value);
        }
    }

    /** {@return a value for a message, shortened} */
    static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
