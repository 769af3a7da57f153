package dev.pleat.processor.diagnostics;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * Where in the user's source something stands.
 *
 * @param element the model's member or the model; of a block that is compiled elsewhere, the member that uses it
 * @param annotation the layer annotation, or null where the element as a whole is meant
 */
public record Origin(Element element, AnnotationMirror annotation) {

    /** Returns the origin of a whole element. */
    public static Origin of(Element element) {
        return new Origin(element, null);
    }
}
