package dev.pleat.formats;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/**
 * Writes a model in the language: the source of an annotated record, and its weights as the compiled class loads them.
 *
 * <p>Equal models make equal text. Layers that the file calls otherwise have that name as a comment, attributes that
 * are the annotation's defaults are left out, and nothing is folded: that is the compiler's part.
 */
public final class SourceWriter {
    /** Java allows a constructor, and so a record, that many. */
    private static final int MOST_COMPONENTS = 254;

    private static final int WIDTH = 116;

    private final SourceModel model;
    private final String packageName;
    private final String simpleName;
    private final Map<String, Object> constants = new LinkedHashMap<>();
    private final TreeSet<String> imports = new TreeSet<>();

    private SourceWriter(SourceModel model, String className) {
        if (!SourceVersion.isName(className, SourceVersion.RELEASE_17)) {
            throw new IllegalArgumentException("'" + className + "' is no name of a Java class");
        }
        int dot = className.lastIndexOf('.');
        this.model = model;
        this.packageName = dot < 0 ? "" : className.substring(0, dot);
        this.simpleName = className.substring(dot + 1);
    }

    /**
     * Returns a model's source text: a record, or a class of fields where it has more layers than a record may have.
     *
     * @param model the model
     * @param className the qualified name of the class to write
     * @return a compilation unit
     * @throws IllegalArgumentException if the name is none of a Java class, or the model is not one of the language
     */
    public static String source(SourceModel model, String className) {
        return new SourceWriter(model, className).unit();
    }

    /**
     * Returns a model's weights by the names of the written class: {@code <member>/<weight>}.
     *
     * @param model the model
     * @return the tensors in the order of the layers
     */
    public static Map<String, Tensor> weights(SourceModel model) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (SourceLayer layer : model.layers()) {
            layer.weights().forEach((weight, tensor) -> tensors.put(layer.name() + "/" + weight, tensor));
        }
        return tensors;
    }

    private String unit() {
        boolean record = model.layers().size() <= MOST_COMPONENTS;
        String members = members(record);
        StringBuilder text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        imports(text);
        javadoc(text);
        text.append('@').append(type("Model")).append('\n');
        text.append(record ? "public record " : "public final class ").append(simpleName);
        text.append(record ? "(\n" : " {\n").append(members);
        boolean commented = members.substring(members.lastIndexOf('\n', members.length() - 2) + 1)
                .contains(" // ");
        if (record && !commented) {
            text.setLength(text.length() - 1);
        }
        return text.append(record ? ") {}\n" : "}\n").toString();
    }

    private String members(boolean record) {
        StringBuilder text = new StringBuilder();
        String indent = record ? " ".repeat(8) : " ".repeat(4);
        String above = null;
        int left = model.layers().size();
        for (SourceLayer layer : model.layers()) {
            left--;
            String end = record ? (left > 0 ? "," : "") : ";";
            text.append(member(layer, above, indent, end)).append('\n');
            above = layer.name();
        }
        return text.toString();
    }

    private String member(SourceLayer layer, String above, String indent, String end) {
        if (!SourceVersion.isName(layer.name(), SourceVersion.RELEASE_17)
                || layer.name().contains(".")) {
            throw new IllegalArgumentException("'" + layer.name() + "' is no name of a Java field");
        }
        String result = model.layers().get(model.layers().size() - 1).name();
        boolean output = model.outputs().contains(layer.name()) && !layer.name().equals(result);
        LayerText text = new LayerText(this, layer, above);
        String prefix = indent + (output ? "@" + type("Output") + " " : "");
        String suffix = " " + type("Layer") + " " + layer.name() + end;
        String origin = layer.origin().equals(layer.name()) ? "" : "// " + JavaText.lineComment(layer.origin());
        String line = prefix + text.oneLine() + suffix;
        if (line.length() > WIDTH) {
            String annotations = prefix + text.oneLine();
            annotations = annotations.length() > WIDTH ? prefix + text.wrapped(indent, WIDTH) : annotations;
            line = annotations + "\n" + indent + suffix.strip();
        }
        if (origin.isEmpty()) {
            return line;
        }
        int last = line.length() - (line.lastIndexOf('\n') + 1);
        return last + 1 + origin.length() <= WIDTH ? line + " " + origin : indent + origin + "\n" + line;
    }

    /** Returns how a type of the language is written here, and imports it. */
    String type(String name) {
        if (name.equals(simpleName)) {
            return "dev.pleat." + name;
        }
        imports.add("import dev.pleat." + name + ";");
        return name;
    }

    /**
     * Returns how a constant of the language is written here, and imports it: the first of each name, unless a layer has
     * that name, which would hide it.
     */
    String constant(Enum<?> constant) {
        boolean hidden = model.layers().stream().anyMatch(layer -> layer.name().equals(constant.name()));
        if (hidden) {
            return type(constant.getDeclaringClass().getSimpleName()) + "." + constant.name();
        }
        if (constants.putIfAbsent(constant.name(), constant) == null) {
            imports.add("import static dev.pleat."
                    + constant.getDeclaringClass().getSimpleName() + "." + constant.name() + ";");
        }
        return constants.get(constant.name()).equals(constant)
                ? constant.name()
                : type(constant.getDeclaringClass().getSimpleName()) + "." + constant.name();
    }

    private void imports(StringBuilder text) {
        type("Model");
        for (boolean statics : new boolean[] {true, false}) {
            List<String> lines = imports.stream()
                    .filter(line -> line.startsWith("import static ") == statics)
                    .toList();
            lines.forEach(line -> text.append(line).append('\n'));
            text.append(lines.isEmpty() ? "" : "\n");
        }
    }

    private void javadoc(StringBuilder text) {
        String file = model.file().replace('\\', '/').replaceAll("/+$", "");
        file = file.substring(file.lastIndexOf('/') + 1);
        text.append("/**\n * The model of ").append(JavaText.javadoc(file)).append(", read by Pleat.\n *\n");
        text.append(" * <p>Its weights are in ").append(simpleName).append(".safetensors, by the names of its layers.");
        text.append(
                model.batched() ? "\n" : " It has no batch dimension: each prediction takes and gives whole arrays.\n");
        if (!model.notes().isEmpty()) {
            text.append(" *\n * <ul>\n");
            model.notes().forEach(note -> item(text, JavaText.javadoc(note)));
            text.append(" * </ul>\n");
        }
        text.append(" */\n");
    }

    private static void item(StringBuilder text, String note) {
        StringBuilder line = new StringBuilder(" *   <li>");
        for (String word : note.split(" +", -1)) {
            if (line.length() + word.length() > WIDTH) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(" *       ");
            }
            line.append(word).append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
