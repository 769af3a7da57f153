package dev.pleat.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The annotations of one layer, as text. */
final class LayerText {
    private final SourceWriter writer;
    private final String head;
    private final List<Attribute> attributes = new ArrayList<>();
    private final String from;

    /**
     * @param above the member above, which is read where nothing else is said; null for the first
     */
    LayerText(SourceWriter writer, SourceLayer layer, String above) {
        this.writer = writer;
        AnnotationDefaults defaults = AnnotationDefaults.of(layer.annotation());
        head = "@" + writer.type(layer.annotation());
        boolean input = layer.annotation().equals("Input");
        boolean named = layer.inputs().size() != 1 || !layer.inputs().get(0).equals(above);
        List<Object> names = List.copyOf(layer.inputs());
        if (!input && named && defaults.namesInputs()) {
            attributes.add(new Attribute("value", elements(names), names.size() == 1));
            from = "";
        } else {
            from = !input && named ? " @" + writer.type("From") + "(" + list(names) + ")" : "";
            Map<String, Object> written = defaults.written(layer.attributes());
            written.forEach((name, value) -> attributes.add(attribute(name, value)));
        }
    }

    /**
     * An attribute.
     *
     * @param values one, or the elements of an array
     * @param bare whether a single value stands without braces
     */
    private record Attribute(String name, List<String> values, boolean bare) {
        String text() {
            return bare ? values.get(0) : "{" + String.join(", ", values) + "}";
        }

        /** Returns the text in lines, where it is too long for one. */
        String wrapped(String indent, int width) {
            if (text().length() + indent.length() < width) {
                return text();
            }
            StringBuilder lines = new StringBuilder("{");
            StringBuilder line = new StringBuilder();
            for (String value : values) {
                if (line.length() == 0 || line.length() + value.length() + 2 > width) {
                    lines.append(line.length() == 0 ? "" : line.toString().stripTrailing());
                    line = new StringBuilder("\n" + indent + "        ");
                }
                line.append(value).append(", ");
            }
            lines.append(line);
            return lines.substring(0, lines.length() - 2) + "\n" + indent + "}";
        }
    }

    private Attribute attribute(String name, Object value) {
        if (value instanceof List<?> list) {
            return new Attribute(name, elements(list), list.size() == 1);
        }
        return new Attribute(name, List.of(literal(value)), true);
    }

    /** Returns the annotations in one line. */
    String oneLine() {
        List<String> texts = new ArrayList<>();
        attributes.forEach(attribute -> texts.add(named(attribute, attribute.text())));
        return head + (texts.isEmpty() ? "" : "(" + String.join(", ", texts) + ")") + from;
    }

    /** Returns the annotations in lines of limited width, one attribute a line. */
    String wrapped(String indent, int width) {
        if (attributes.isEmpty()) {
            return oneLine();
        }
        String inner = indent + "        ";
        List<String> texts = new ArrayList<>();
        attributes.forEach(attribute -> texts.add(inner + named(attribute, attribute.wrapped(inner, width))));
        return head + "(\n" + String.join(",\n", texts) + ")" + from;
    }

    private String named(Attribute attribute, String text) {
        boolean alone = attributes.size() == 1 && attribute.name().equals("value");
        return alone ? text : attribute.name() + " = " + text;
    }

    private String list(List<?> values) {
        List<String> texts = elements(values);
        return texts.size() == 1 ? texts.get(0) : "{" + String.join(", ", texts) + "}";
    }

    private List<String> elements(List<?> values) {
        return values.stream().map(this::literal).toList();
    }

    private String literal(Object value) {
        if (value instanceof Double number) {
            return JavaText.number(number);
        }
        if (value instanceof Float number) {
            return JavaText.number(number);
        }
        if (value instanceof String text) {
            return JavaText.quoted(text);
        }
        if (value instanceof Enum<?> constant) {
            return writer.constant(constant);
        }
        if (value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "an attribute cannot be a " + value.getClass().getName());
    }
}
