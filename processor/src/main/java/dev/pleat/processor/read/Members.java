package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.diagnostics.Origin;
import dev.pleat.processor.diagnostics.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the layers that a model or a block's body declares, in the order of the source. */
final class Members {

    static final String LANGUAGE = "dev.pleat";
    private static final String LAYER = LANGUAGE + ".Layer";

    private final Diagnostics diagnostics;
    private final Origin blame;

    /**
     * @param blame where problems go of a body that is compiled elsewhere; null to report them at the member
     */
    Members(Diagnostics diagnostics, Origin blame) {
        this.diagnostics = diagnostics;
        this.blame = blame;
    }

    /** Returns the members of a record or class that carry a layer annotation; problems are reported. */
    List<Member> of(TypeElement type) {
        List<Member> members = new ArrayList<>();
        for (Element element : declared(type)) {
            member(type, element, members);
        }
        return members;
    }

    private static List<? extends Element> declared(TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                ? type.getRecordComponents()
                : ElementFilter.fieldsIn(type.getEnclosedElements());
    }

    private void member(TypeElement owner, Element element, List<Member> members) {
        Map<String, AnnotationMirror> annotations = annotations(owner, element);
        List<AnnotationMirror> layers =
                annotations.values().stream().filter(Members::isLayerAnnotation).toList();
        boolean isLayer = isLayer(element.asType());
        Origin origin = blame == null ? Origin.of(element) : blame;
        String name = element.getSimpleName().toString();
        if (layers.isEmpty()) {
            if (isLayer) {
                diagnostics.error(origin, null, Problem.NOT_ANNOTATED, name);
            }
            return;
        }
        if (!isLayer) {
            diagnostics.error(origin, null, Problem.NOT_A_LAYER, name, simpleName(layers.get(0)), element.asType());
            return;
        }
        if (layers.size() > 1) {
            String names = layers.stream().map(layer -> "@" + simpleName(layer)).collect(Collectors.joining(", "));
            diagnostics.error(origin, null, Problem.SEVERAL_LAYERS, name, names);
        }
        AnnotationMirror from = annotations.get(LANGUAGE + ".From");
        members.add(new Member(
                name,
                blame == null ? new Origin(element, layers.get(0)) : blame,
                layers.get(0),
                from == null ? null : strings(new Attributes(from, Map.of()).get("value")),
                annotations.containsKey(LANGUAGE + ".Output")));
    }

    /** Returns a member's annotations by qualified name; ECJ puts those of a component on its field in some releases. */
    private static Map<String, AnnotationMirror> annotations(TypeElement owner, Element element) {
        Map<String, AnnotationMirror> found = new LinkedHashMap<>();
        collect(element, found);
        if (found.isEmpty() && element instanceof RecordComponentElement) {
            ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                    .filter(field -> field.getSimpleName().equals(element.getSimpleName()))
                    .forEach(field -> collect(field, found));
        }
        return found;
    }

    private static void collect(Element element, Map<String, AnnotationMirror> found) {
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            found.putIfAbsent(qualifiedName(annotation), annotation);
        }
    }

    private static boolean isLayerAnnotation(AnnotationMirror annotation) {
        String name = qualifiedName(annotation);
        boolean language = name.startsWith(LANGUAGE + ".") && name.lastIndexOf('.') == LANGUAGE.length();
        return language ? LayerReaders.knows(simpleName(annotation)) : Blocks.isBlock(annotation);
    }

    static boolean isLayer(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().contentEquals(LAYER);
    }

    static String qualifiedName(AnnotationMirror annotation) {
        return ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    static String simpleName(AnnotationMirror annotation) {
        return annotation.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** Returns an attribute's strings; compilers differ in whether a single one comes as a list. */
    static List<String> strings(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
