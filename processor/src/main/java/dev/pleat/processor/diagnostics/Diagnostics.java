package dev.pleat.processor.diagnostics;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;

/** Reports the problems of one model, each once, and remembers that there were some. */
public final class Diagnostics {

    private final Messager messager;
    private final Set<String> reported = new LinkedHashSet<>();

    public Diagnostics(Messager messager) {
        this.messager = messager;
    }

    /** Returns whether nothing was reported yet. */
    public boolean isClean() {
        return reported.isEmpty();
    }

    /**
     * Reports a problem.
     *
     * @param attribute the annotation's attribute to blame, or null
     */
    public void error(Origin origin, String attribute, Problem problem, Object... args) {
        String message = problem.message(args);
        if (reported.add(message)) {
            print(Diagnostic.Kind.ERROR, origin, attribute, message);
        }
    }

    /** Tells something that is no problem. */
    public void note(Origin origin, String message) {
        print(Diagnostic.Kind.NOTE, origin, null, message);
    }

    private void print(Diagnostic.Kind kind, Origin origin, String attribute, String message) {
        AnnotationValue value = attribute == null ? null : written(origin, attribute);
        if (value != null) {
            messager.printMessage(kind, message, origin.element(), origin.annotation(), value);
        } else if (origin.annotation() != null) {
            messager.printMessage(kind, message, origin.element(), origin.annotation());
        } else {
            messager.printMessage(kind, message, origin.element());
        }
    }

    /** Returns the attribute's value as written, null if it has its default. */
    private static AnnotationValue written(Origin origin, String attribute) {
        if (origin.annotation() == null) {
            return null;
        }
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                origin.annotation().getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
