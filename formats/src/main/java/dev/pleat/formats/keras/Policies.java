package dev.pleat.formats.keras;

import java.util.Map;
import java.util.Set;

/** In which precision layers compute. Everything is float32 here. */
final class Policies {
    private static final Set<String> FLOATS = Set.of(
            "float32",
            "float16",
            "bfloat16",
            "float64",
            "mixed_float16",
            "mixed_bfloat16",
            "infer",
            "_infer",
            "half",
            "");

    private Policies() {}

    /** Notes another precision, and refuses quantised layers. */
    static void check(Attributes attributes, KerasLayer layer) {
        String name = name(layer.config().get("dtype"));
        if (!FLOATS.contains(name)) {
            attributes.refuse("dtype", "is not a type of floating point numbers");
        } else if (name.contains("16") || name.contains("64")) {
            attributes.note("dtype = %s: computed in float32".formatted(name));
        }
    }

    /** Refuses inputs that are not numbers, and notes those that are not float32. */
    static void checkInput(String path, KerasLayer layer, Problems problems) {
        Map<String, Object> config = layer.config();
        boolean own = layer.isInput();
        String label = "'%s' (%s)".formatted(path, layer.className());
        if (own && (Boolean.TRUE.equals(config.get("sparse")) || Boolean.TRUE.equals(config.get("ragged")))) {
            problems.add(path, label + ": sparse and ragged inputs are not in the language");
        }
        String name = own ? name(config.get("dtype")) : "";
        if (name.equals("string") || name.startsWith("complex")) {
            problems.add(path, label + ": dtype = " + name + " is not a type of numbers");
        } else if (!name.equals("float32") && !name.isEmpty()) {
            problems.note(path, label + ": dtype = %s: values are given as float32".formatted(name));
        }
    }

    // A name, or an object of a class that has it.
    private static String name(Object dtype) {
        if (dtype instanceof String text) {
            return text;
        }
        Map<String, Object> policy = Json.map(dtype);
        String className = Json.text(policy.get("class_name"));
        String name = Json.text(Json.map(policy.get("config")).get("name"));
        return className.startsWith("Quantized") ? className : name;
    }
}
