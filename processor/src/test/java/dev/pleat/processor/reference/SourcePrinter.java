package dev.pleat.processor.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints a model as a user would write it. */
public final class SourcePrinter {
    private static final int MOST_COMPONENTS = 254;

    private static final Set<String> NO_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private static final Set<String> MERGES =
            Set.of("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate");

    private static final Map<String, String> ENUMS = Map.of(
            "activation", "ActivationFunction",
            "activationFn", "ActivationFunction",
            "value", "ActivationFunction",
            "padding", "Padding",
            "dataFormat", "DataFormat",
            "interpolation", "Interpolation");

    private static final Map<String, String> SHORTHANDS = Map.ofEntries(
            Map.entry("LeakyReLU", "negativeSlope"),
            Map.entry("ELU", "alpha"),
            Map.entry("Softmax", "axis"),
            Map.entry("MaxPooling1D", "poolSize"),
            Map.entry("MaxPooling2D", "poolSize"),
            Map.entry("AveragePooling1D", "poolSize"),
            Map.entry("AveragePooling2D", "poolSize"),
            Map.entry("Reshape", "targetShape"),
            Map.entry("Permute", "dims"),
            Map.entry("RepeatVector", "n"),
            Map.entry("ZeroPadding1D", "padding"),
            Map.entry("ZeroPadding2D", "padding"),
            Map.entry("Cropping1D", "cropping"),
            Map.entry("Cropping2D", "cropping"),
            Map.entry("UpSampling1D", "size"),
            Map.entry("UpSampling2D", "size"),
            Map.entry("Dropout", "rate"),
            Map.entry("SpatialDropout1D", "rate"),
            Map.entry("SpatialDropout2D", "rate"),
            Map.entry("AlphaDropout", "rate"),
            Map.entry("GaussianDropout", "rate"),
            Map.entry("GaussianNoise", "stddev"));

    private SourcePrinter() {}

    /**
     * Returns the model as a compilation unit.
     *
     * <p>It is a record, but a class where a record cannot have the layers, and for every other name of a model. A layer
     * says what it reads only where that is not the layer above it; an attribute with a shorthand that stands alone is
     * written so.
     */
    public static String print(ModelSpec model, String packageName) {
        boolean isClass = model.layers().size() > MOST_COMPONENTS
                || model.layers().stream().map(LayerSpec::name).anyMatch(NO_COMPONENTS::contains)
                || model.name().hashCode() % 2 != 0;
        StringBuilder members = new StringBuilder();
        String above = null;
        for (LayerSpec layer : model.layers()) {
            members.append(above == null ? "" : isClass ? ";\n" : ",\n");
            members.append("    ").append(member(layer, above, model.outputs().contains(layer.name())));
            above = layer.name();
        }
        String body = isClass ? "class %s {\n%s;\n}\n" : "record %s(\n%s) {}\n";
        return "package " + packageName + ";\n\nimport dev.pleat.*;\n\n@Model\npublic "
                + String.format(body, model.name(), members);
    }

    private static String member(LayerSpec layer, String above, boolean output) {
        StringBuilder text = new StringBuilder("@").append(layer.type());
        String attributes = attributes(layer);
        if (!attributes.isEmpty()) {
            text.append('(').append(attributes).append(')');
        }
        boolean says = !layer.type().equals("Input") && !MERGES.contains(layer.type());
        if (says && !layer.inputs().equals(above == null ? null : List.of(above))) {
            text.append(" @From(").append(names(layer.inputs())).append(')');
        }
        return text.append(output ? " @Output" : "")
                .append(" Layer ")
                .append(layer.name())
                .toString();
    }

    private static String attributes(LayerSpec layer) {
        Map<String, Object> given = layer.attributes();
        if (MERGES.contains(layer.type())) {
            String names = names(layer.inputs());
            return given.isEmpty() ? names : "value = " + names + ", " + namedAttributes(given);
        }
        String shorthand = SHORTHANDS.getOrDefault(layer.type(), "value");
        boolean alone = given.size() == 1 && given.containsKey(shorthand);
        return alone ? value(shorthand, given.get(shorthand)) : namedAttributes(given);
    }

    private static String namedAttributes(Map<String, Object> attributes) {
        return attributes.entrySet().stream()
                .map(attribute -> attribute.getKey() + " = " + value(attribute.getKey(), attribute.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(String attribute, Object value) {
        if (value instanceof int[] numbers) {
            return list(Arrays.stream(numbers).mapToObj(Integer::toString).toList());
        } else if (value instanceof double[] numbers) {
            return list(Arrays.stream(numbers).mapToObj(SourcePrinter::number).toList());
        } else if (value instanceof Double number) {
            return number(number);
        } else if (value instanceof String text) {
            return '"' + text + '"';
        } else if (value instanceof Constant) {
            return ENUMS.get(attribute) + "." + value;
        }
        return value.toString();
    }

    private static String number(double number) {
        return number == Double.POSITIVE_INFINITY ? "Double.POSITIVE_INFINITY" : Double.toString(number);
    }

    private static String names(List<String> names) {
        return list(names.stream().map(name -> '"' + name + '"').toList());
    }

    private static String list(List<String> items) {
        return items.size() == 1 ? items.get(0) : "{" + String.join(", ", items) + "}";
    }
}
