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
 * @param annotation its layer annotation
 * @param from what {@code @From} names, null without one
 * @param output whether it is marked {@code @Output}
 */
record Member(String name, Origin origin, AnnotationMirror annotation, List<String> from, boolean output) {

    /** Returns the simple name of the layer annotation. */
    String kind() {
        return annotation.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** Returns the attributes, with what a block sends. */
    Attributes attributes(Map<String, Attributes.Sent> sent) {
        return new Attributes(annotation, sent);
    }
}
