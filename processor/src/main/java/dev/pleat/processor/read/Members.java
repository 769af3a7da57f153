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
        Element field = field(owner, element);
        Map<String, AnnotationMirror> annotations = annotations(field, element);
        List<AnnotationMirror> layers =
                annotations.values().stream().filter(Members::isLayerAnnotation).toList();
        boolean isLayer = isLayer(element.asType());
        Origin origin = blame == null ? Origin.of(field) : blame;
        String name = element.getSimpleName().toString();
        if (!isLayer && layers.isEmpty()) {
            return;
        }
        AnnotationMirror layer = layers.isEmpty() ? null : layers.get(0);
        AnnotationMirror from = annotations.get(LANGUAGE + ".From");
        if (!isResolved(element, layers, from, annotations)) {
            diagnostics.unresolved();
            members.add(Member.unreadable(name, origin));
        } else if (isMistaken(element, isLayer, layers, origin)) {
            members.add(Member.unreadable(name, origin));
        } else {
            members.add(new Member(
                    name,
                    blame == null ? new Origin(field, layer) : blame,
                    layer,
                    from == null ? null : strings(new Attributes(from, Map.of()).get("value")),
                    blame == null ? new Origin(field, from) : blame,
                    annotations.containsKey(LANGUAGE + ".Output")));
        }
    }

    /** Returns whether the Java compiler knows all that the member needs; if not, it says so itself. */
    private static boolean isResolved(
            Element element,
            List<AnnotationMirror> layers,
            AnnotationMirror from,
            Map<String, AnnotationMirror> annotations) {
        boolean known =
                layers.stream().allMatch(Attributes::isResolved) && (from == null || Attributes.isResolved(from));
        // Instead of no layer annotation there may be one that is misspelled.
        boolean misspelled = layers.isEmpty()
                && annotations.values().stream()
                        .anyMatch(annotation -> annotation.getAnnotationType().getKind() == TypeKind.ERROR);
        return known && !misspelled && element.asType().getKind() != TypeKind.ERROR;
    }

    /** Returns whether a member is not one layer, and reports it. */
    private boolean isMistaken(Element element, boolean isLayer, List<AnnotationMirror> layers, Origin origin) {
        String name = element.getSimpleName().toString();
        if (layers.isEmpty()) {
            diagnostics.error(origin, null, Problem.NOT_ANNOTATED, name);
        } else if (!isLayer) {
            diagnostics.error(origin, null, Problem.NOT_A_LAYER, name, simpleName(layers.get(0)), element.asType());
        } else if (layers.size() > 1) {
            String names = layers.stream().map(l -> "@" + simpleName(l)).collect(Collectors.joining(", "));
            diagnostics.error(origin, null, Problem.SEVERAL_LAYERS, name, names);
        }
        return layers.size() != 1 || !isLayer;
    }

    /** Returns a member's annotations by qualified name. */
    private static Map<String, AnnotationMirror> annotations(Element field, Element element) {
        Map<String, AnnotationMirror> found = new LinkedHashMap<>();
        collect(field, found);
        collect(element, found);
        return found;
    }

    /**
     * Returns the field behind a record's component, else the element itself. javac knows where fields stand in the source,
     * but of components only from 21 on; and some releases of ECJ give a component's annotations to its field alone.
     */
    private static Element field(TypeElement owner, Element element) {
        return ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(element.getSimpleName()))
                .map(Element.class::cast)
                .findFirst()
                .orElse(element);
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
                && ((TypeElement) ((DeclaredType) type).asElement())
                        .getQualifiedName()
                        .contentEquals(LAYER);
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
