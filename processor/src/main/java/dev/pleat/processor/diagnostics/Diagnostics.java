package dev.pleat.processor.diagnostics;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;

/** Reports the problems of one model, each once, and remembers that there were some. */
public final class Diagnostics {

    private final Messager messager;
    private final Set<Reported> reported = new LinkedHashSet<>();
    private boolean unresolved;

    /** What was said where, whichever use of a block it was said of. */
    private record Reported(Element element, String message) {}

    public Diagnostics(Messager messager) {
        this.messager = messager;
    }

    /** Returns whether nothing was reported yet, and nothing left to the Java compiler. */
    public boolean isClean() {
        return reported.isEmpty() && !unresolved;
    }

    /**
     * Returns whether the model cannot be read only because a name in it is unknown: another processor may yet write what
     * it stands for, and otherwise the Java compiler reports it.
     */
    public boolean awaitsOthers() {
        return reported.isEmpty() && unresolved;
    }

    /** Notes that part of the model means nothing to the Java compiler, which says so itself. */
    public void unresolved() {
        unresolved = true;
    }

    /**
     * Reports a problem. A problem in a block's body is reported once, however often the block is used.
     *
     * @param attribute the annotation's attribute to blame, or null
     */
    public void error(Origin origin, String attribute, Problem problem, Object... args) {
        String message = problem.message(args);
        String anyUse = message.replaceAll("'[^' ]*/", "'");
        if (reported.add(new Reported(origin.element(), anyUse))) {
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
