package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.diagnostics.Origin;
import dev.pleat.processor.diagnostics.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Puts the layers of a block where the block is used, with the values that its attributes send. */
final class Blocks {

    private static final String BLOCK = Members.LANGUAGE + ".Block";
    private static final String TO = Members.LANGUAGE + ".To";

    private final Assembly assembly;
    private final Diagnostics diagnostics;
    private final Types types;
    private final Predicate<Element> inSources;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean wrongReference;

    /**
     * @param inSources whether problems can be reported at an element, because it is being compiled
     */
    Blocks(Assembly assembly, Diagnostics diagnostics, Types types, Predicate<Element> inSources) {
        this.assembly = assembly;
        this.diagnostics = diagnostics;
        this.types = types;
        this.inSources = inSources;
    }

    static boolean isBlock(AnnotationMirror annotation) {
        return find(annotation.getAnnotationType().asElement(), BLOCK) != null;
    }

    boolean hasWrongReference() {
        return wrongReference;
    }

    /** Reads the body of a block and returns the node of its last layer. */
    String expand(Member use, Attributes attributes, String path, List<String> inputs) {
        TypeElement annotation = (TypeElement) use.annotation().getAnnotationType().asElement();
        String name = annotation.getSimpleName().toString();
        Origin definition = inSources.test(annotation) ? Origin.of(annotation) : use.origin();
        if (open.contains(annotation.getQualifiedName().toString())) {
            diagnostics.error(definition, null, Problem.BLOCK_RECURSION, name, trail(annotation));
            return path;
        }
        TypeElement body = body(annotation);
        if (body == null || body.getKind() != ElementKind.RECORD) {
            diagnostics.error(definition, null, Problem.BLOCK_BODY_NOT_RECORD, name, body == null ? "missing" : body.getSimpleName());
            return path;
        }
        open.push(annotation.getQualifiedName().toString());
        try {
            return expand(use, attributes, path, inputs, annotation, body);
        } finally {
            open.pop();
        }
    }

    private String expand(
            Member use, Attributes attributes, String path, List<String> inputs, TypeElement annotation, TypeElement body) {
        boolean here = inSources.test(annotation);
        List<Member> members = new Members(diagnostics, inSources.test(body) ? null : use.origin()).of(body);
        long wanted = Math.max(1, members.stream().filter(m -> m.kind().equals("Input")).count());
        if (inputs != null && inputs.size() != wanted) {
            diagnostics.error(use.origin(), null, Problem.BLOCK_INPUTS, path, wanted, inputs.size());
            inputs = null;
        }
        if (members.isEmpty()) {
            diagnostics.error(here ? Origin.of(body) : use.origin(), null, Problem.NO_LAYERS, body.getSimpleName());
            return path;
        }
        Map<String, Map<String, Attributes.Sent>> sent = send(use, attributes, annotation, members);
        // Inputs that could not be resolved have no node: the layers below go without a shape.
        List<String> given = inputs == null ? java.util.Collections.nCopies((int) wanted, path + "#unresolved") : inputs;
        Scope scope = new Scope(path + "/", members.stream().map(Member::name).toList());
        BodyReader reader = new BodyReader(assembly, diagnostics, this, scope, given, sent);
        String last = reader.read(members);
        wrongReference |= reader.hasWrongReference();
        return last;
    }

    private Map<String, Map<String, Attributes.Sent>> send(
            Member use, Attributes attributes, TypeElement annotation, List<Member> members) {
        Map<String, Map<String, Attributes.Sent>> sent = new HashMap<>();
        String name = annotation.getSimpleName().toString();
        for (ExecutableElement attribute : ElementFilter.methodsIn(annotation.getEnclosedElements())) {
            String from = attribute.getSimpleName().toString();
            AnnotationMirror to = find(attribute, TO);
            Origin blame = inSources.test(attribute) ? new Origin(attribute, to) : use.origin();
            if (to == null) {
                diagnostics.error(blame, null, Problem.BLOCK_ATTRIBUTE_UNUSED, name, from);
                continue;
            }
            for (String target : Members.strings(new Attributes(to, Map.of()).get("value"))) {
                if (check(blame, name, attribute, target, members)) {
                    int dot = target.indexOf('.');
                    var old = sent.computeIfAbsent(target.substring(0, dot), k -> new HashMap<>())
                            .put(target.substring(dot + 1), new Attributes.Sent(attributes.get(from), use.origin(), from));
                    if (old != null) {
                        diagnostics.error(blame, "value", Problem.BLOCK_CONFLICT, name, old.attribute(), from, target);
                    }
                }
            }
        }
        return sent;
    }

    /** Returns whether an attribute of the body can take the value, and reports it if not. */
    private boolean check(Origin blame, String block, ExecutableElement attribute, String target, List<Member> members) {
        String from = attribute.getSimpleName().toString();
        int dot = target.indexOf('.');
        String layer = dot < 0 ? target : target.substring(0, dot);
        Member member = members.stream().filter(m -> m.name().equals(layer)).findFirst().orElse(null);
        if (dot < 0 || member == null) {
            String why = dot < 0 ? "it names no attribute" : "the body has no layer '" + layer + "'";
            String fix = "write \"layer.attribute\" with one of the layers " + members.stream().map(Member::name).toList();
            diagnostics.error(blame, "value", Problem.BLOCK_TARGET_UNKNOWN, block, from, target, why, fix);
            return false;
        }
        String wanted = target.substring(dot + 1);
        List<ExecutableElement> attributes =
                ElementFilter.methodsIn(member.annotation().getAnnotationType().asElement().getEnclosedElements());
        ExecutableElement found = attributes.stream()
                .filter(a -> a.getSimpleName().contentEquals(wanted))
                .findFirst()
                .orElse(null);
        if (found == null) {
            String why = "@" + member.kind() + " has no attribute '" + wanted + "'";
            List<String> names = attributes.stream().map(a -> a.getSimpleName().toString()).sorted().toList();
            diagnostics.error(
                    blame, "value", Problem.BLOCK_TARGET_UNKNOWN, block, from, target, why, "use one of " + names);
            return false;
        }
        if (!fits(attribute.getReturnType(), found.getReturnType())) {
            diagnostics.error(
                    blame,
                    "value",
                    Problem.BLOCK_TYPE_MISMATCH,
                    block,
                    from,
                    attribute.getReturnType(),
                    target,
                    found.getReturnType());
            return false;
        }
        return true;
    }

    /** A single value also fits an array. */
    private boolean fits(TypeMirror from, TypeMirror to) {
        return types.isSameType(from, to)
                || to.getKind() == TypeKind.ARRAY && types.isSameType(from, ((ArrayType) to).getComponentType());
    }

    private String trail(TypeElement annotation) {
        List<String> names = new ArrayList<>();
        open.descendingIterator().forEachRemaining(name -> names.add("@" + name.substring(name.lastIndexOf('.') + 1)));
        names.add("@" + annotation.getSimpleName());
        return String.join(" → ", names);
    }

    private static TypeElement body(TypeElement annotation) {
        Object type = new Attributes(find(annotation, BLOCK), Map.of()).get("value");
        return type instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    private static AnnotationMirror find(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> Members.qualifiedName(mirror).equals(annotation))
                .findFirst()
                .orElse(null);
    }
}
