package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Origin;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;

/**
 * One annotated member of a model or of a block's body.
 *
 * @param name the member's own name
 * @param origin where its problems are reported
 * @param annotation its layer annotation; null if what it is cannot be told, which is reported
 * @param from what {@code @From} names, null without one
 * @param fromOrigin where problems of what it reads are reported
 * @param output whether it is marked {@code @Output}
 */
record Member(
        String name, Origin origin, AnnotationMirror annotation, List<String> from, Origin fromOrigin, boolean output) {

    /** Returns a member that no more can be said of; what reads it goes without a shape. */
    static Member unreadable(String name, Origin origin) {
        return new Member(name, origin, null, null, origin, false);
    }

    boolean readable() {
        return annotation != null;
    }

    boolean isInput() {
        return readable() && kind().equals("Input");
    }

    /** Returns the simple name of the layer annotation. */
    String kind() {
        return annotation.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** Returns the attributes, with what a block sends. */
    Attributes attributes(Map<String, Attributes.Sent> sent) {
        return new Attributes(annotation, sent);
    }
}
