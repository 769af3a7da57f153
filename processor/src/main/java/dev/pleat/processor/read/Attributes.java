package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The values of an annotation's attributes: what a block sends, else what is written, else the default.
 */
final class Attributes {

    private final Map<String, Object> written = new HashMap<>();
    private final Map<String, Object> defaults = new HashMap<>();
    private final Map<String, Sent> sent;

    /**
     * A value that a block around the layer sends.
     *
     * @param origin the member that uses the block
     * @param attribute the block's attribute
     */
    record Sent(Object value, Origin origin, String attribute) {}

    /**
     * @param sent values that a block around the layer sends, by attribute
     */
    Attributes(AnnotationMirror annotation, Map<String, Sent> sent) {
        this.sent = Map.copyOf(sent);
        Element type = annotation.getAnnotationType().asElement();
        for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (member.getDefaultValue() != null) {
                defaults.put(name(member), plain(member.getDefaultValue()));
            }
        }
        annotation.getElementValues().forEach((member, value) -> written.put(name(member), plain(value)));
    }

    /** Returns whether the Java compiler makes sense of an annotation and of all that is written in it. */
    static boolean isResolved(AnnotationMirror annotation) {
        return annotation.getAnnotationType().getKind() != TypeKind.ERROR
                && annotation.getElementValues().entrySet().stream()
                        .allMatch(entry ->
                                isResolved(entry.getValue(), entry.getKey().getReturnType()));
    }

    /** Compilers give a string in the place of what they cannot make sense of; javac's is {@code <error>}. */
    private static boolean isResolved(AnnotationValue value, TypeMirror type) {
        Object object = value == null ? null : value.getValue();
        if (object instanceof List<?> list) {
            return type instanceof ArrayType array
                    && list.stream().allMatch(item -> isResolved((AnnotationValue) item, array.getComponentType()));
        } else if (object instanceof String text) {
            return type.toString().equals(String.class.getName()) && !text.equals("<error>");
        } else if (object instanceof TypeMirror mirror) {
            return mirror.getKind() != TypeKind.ERROR;
        } else if (object instanceof VariableElement constant) {
            return constant.getKind() == ElementKind.ENUM_CONSTANT
                    && constant.asType().getKind() != TypeKind.ERROR;
        }
        return object != null;
    }

    boolean has(String attribute) {
        return written.containsKey(attribute) || defaults.containsKey(attribute) || sent.containsKey(attribute);
    }

    /** Returns whether the attribute is written at the layer or sent by a block. */
    boolean isSet(String attribute) {
        return written.containsKey(attribute) || sent.containsKey(attribute);
    }

    /** Returns where an attribute's value comes from if a block sends it, else null. */
    Sent sent(String attribute) {
        return sent.get(attribute);
    }

    /**
     * Returns a value as Integer, Double, Boolean, String, TypeMirror, the name of an enum constant, or a list of these.
     *
     * @return null if the attribute is required but missing
     */
    Object get(String attribute) {
        if (sent.containsKey(attribute)) {
            return sent.get(attribute).value();
        }
        return written.containsKey(attribute) ? written.get(attribute) : defaults.get(attribute);
    }

    /** Returns the value of an annotation's attribute in the form that {@link #get} describes. */
    static Object plain(AnnotationValue value) {
        Object object = value.getValue();
        if (object instanceof List<?> list) {
            return list.stream().map(item -> plain((AnnotationValue) item)).toList();
        }
        if (object instanceof VariableElement constant) {
            return constant.getSimpleName().toString();
        }
        return object;
    }

    private static String name(ExecutableElement member) {
        return member.getSimpleName().toString();
    }
}
