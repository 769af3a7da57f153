package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.diagnostics.Origin;
import dev.pleat.processor.diagnostics.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** Reads the body of a block and returns the node of its last layer. */
    String expand(Member use, Attributes attributes, String path, List<String> inputs) {
        TypeElement annotation =
                (TypeElement) use.annotation().getAnnotationType().asElement();
        List<Member> members = members(use, annotation);
        if (members.isEmpty()) {
            assembly.incomplete();
            return path;
        }
        open.push(annotation.getQualifiedName().toString());
        try {
            Map<String, Map<String, Attributes.Sent>> sent = new HashMap<>();
            if (!send(use, attributes, annotation, members, sent)) {
                assembly.incomplete();
                return path;
            }
            Scope scope =
                    new Scope(path + "/", members.stream().map(Member::name).toList());
            List<String> given = given(use, path, inputs, members);
            BodyReader reader = new BodyReader(assembly, diagnostics, this, scope, given, sent);
            String last = reader.read(members, given.get(0));
            assembly.block(path, last, use.origin());
            return last;
        } finally {
            open.pop();
        }
    }

    /** Returns the members of a block's body, none after a problem. */
    private List<Member> members(Member use, TypeElement annotation) {
        String name = annotation.getSimpleName().toString();
        AnnotationMirror block = find(annotation, BLOCK);
        Origin definition = inSources.test(annotation) ? new Origin(annotation, block) : use.origin();
        if (open.contains(annotation.getQualifiedName().toString())) {
            diagnostics.error(definition, null, Problem.BLOCK_RECURSION, name, trail(annotation));
            return List.of();
        }
        if (!Attributes.isResolved(block)) {
            diagnostics.unresolved();
            return List.of();
        }
        TypeMirror type = (TypeMirror) new Attributes(block, Map.of()).get("value");
        if (!(type instanceof DeclaredType declared) || declared.asElement().getKind() != ElementKind.RECORD) {
            diagnostics.error(definition, "value", Problem.BLOCK_BODY_NOT_RECORD, name, type);
            return List.of();
        }
        TypeElement body = (TypeElement) declared.asElement();
        List<Member> members = new Members(diagnostics, inSources.test(body) ? null : use.origin()).of(body);
        if (members.stream().allMatch(Member::isInput)) {
            Origin origin = inSources.test(body) ? Origin.of(body) : use.origin();
            diagnostics.error(origin, null, Problem.NO_LAYERS, body.getSimpleName());
            return List.of();
        }
        return members;
    }

    /** Returns the nodes that the inputs of a body stand for; those of a wrong use have no shape. */
    private List<String> given(Member use, String path, List<String> inputs, List<Member> members) {
        int wanted = (int) Math.max(1, members.stream().filter(Member::isInput).count());
        if (inputs != null && inputs.size() == wanted) {
            return inputs;
        }
        if (inputs != null) {
            String takes = wanted == 1 ? "one layer" : wanted + " layers";
            String reads = inputs.size() == 1 ? "one" : "" + inputs.size();
            String fix =
                    wanted == 1 ? "name one with @From" : "name " + wanted + " with @From, in the order of its inputs";
            diagnostics.error(use.fromOrigin(), "value", Problem.BLOCK_INPUTS, path, takes, reads, fix);
        }
        assembly.incomplete();
        return Collections.nCopies(wanted, path + "#unresolved");
    }

    /** Collects what the attributes of a block send; returns false after a problem, since the body lacks numbers then. */
    private boolean send(
            Member use,
            Attributes attributes,
            TypeElement annotation,
            List<Member> members,
            Map<String, Map<String, Attributes.Sent>> sent) {
        boolean complete = true;
        for (ExecutableElement attribute : ElementFilter.methodsIn(annotation.getEnclosedElements())) {
            AnnotationMirror to = find(attribute, TO);
            Origin blame = inSources.test(attribute) ? new Origin(attribute, to) : use.origin();
            String from = attribute.getSimpleName().toString();
            if (to == null) {
                String block = annotation.getSimpleName().toString();
                diagnostics.error(blame, null, Problem.BLOCK_ATTRIBUTE_UNUSED, block, from);
                complete = false;
            } else if (!Attributes.isResolved(to) || attribute.getReturnType().getKind() == TypeKind.ERROR) {
                diagnostics.unresolved();
                complete = false;
            } else {
                // What an outer block sends is to blame on the use of that one.
                Attributes.Sent outer = attributes.sent(from);
                Attributes.Sent value =
                        outer != null ? outer : new Attributes.Sent(attributes.get(from), use.origin(), from);
                for (String target : Members.strings(new Attributes(to, Map.of()).get("value"))) {
                    complete &= send(blame, annotation, attribute, target, members, value, sent);
                }
            }
        }
        return complete;
    }

    private boolean send(
            Origin blame,
            TypeElement annotation,
            ExecutableElement attribute,
            String target,
            List<Member> members,
            Attributes.Sent value,
            Map<String, Map<String, Attributes.Sent>> sent) {
        String block = annotation.getSimpleName().toString();
        if (!check(blame, block, attribute, target, members)) {
            return false;
        }
        int dot = target.indexOf('.');
        Map<String, Attributes.Sent> layer = sent.computeIfAbsent(target.substring(0, dot), k -> new HashMap<>());
        if (layer.put(target.substring(dot + 1), value) == null) {
            return true;
        }
        diagnostics.error(
                blame,
                "value",
                Problem.BLOCK_CONFLICT,
                block,
                sender(annotation, target),
                attribute.getSimpleName(),
                target);
        return false;
    }

    /** Returns the first attribute that sends to a target. */
    private static String sender(TypeElement annotation, String target) {
        return ElementFilter.methodsIn(annotation.getEnclosedElements()).stream()
                .filter(attribute -> find(attribute, TO) != null)
                .filter(attribute -> Members.strings(new Attributes(find(attribute, TO), Map.of()).get("value"))
                        .contains(target))
                .map(attribute -> attribute.getSimpleName().toString())
                .findFirst()
                .orElseThrow();
    }

    /** Returns whether an attribute of the body can take the value, and reports it if not. */
    private boolean check(
            Origin blame, String block, ExecutableElement attribute, String target, List<Member> members) {
        String from = attribute.getSimpleName().toString();
        int dot = target.indexOf('.');
        String layer = dot < 0 ? target : target.substring(0, dot);
        Member member =
                members.stream().filter(m -> m.name().equals(layer)).findFirst().orElse(null);
        if (dot < 0 || member == null || member.isInput()) {
            String why = dot < 0
                    ? "it names no attribute"
                    : member == null
                            ? "the body has no layer '" + layer + "'"
                            : "'" + layer + "' is an input, whose shape is that of what the block reads";
            String layers =
                    members.stream().filter(m -> !m.isInput()).map(Member::name).collect(Collectors.joining(", "));
            String fix = "write \"layer.attribute\" with one of the layers " + layers;
            diagnostics.error(blame, "value", Problem.BLOCK_TARGET_UNKNOWN, block, from, target, why, fix);
            return false;
        } else if (!member.readable()) {
            return false;
        }
        String wanted = target.substring(dot + 1);
        List<ExecutableElement> attributes = ElementFilter.methodsIn(
                member.annotation().getAnnotationType().asElement().getEnclosedElements());
        ExecutableElement found = attributes.stream()
                .filter(a -> a.getSimpleName().contentEquals(wanted))
                .findFirst()
                .orElse(null);
        if (found == null) {
            String why = "@" + member.kind() + " has no attribute '" + wanted + "'";
            List<String> names = attributes.stream()
                    .map(a -> a.getSimpleName().toString())
                    .sorted()
                    .toList();
            diagnostics.error(
                    blame,
                    "value",
                    Problem.BLOCK_TARGET_UNKNOWN,
                    block,
                    from,
                    target,
                    why,
                    "use one of " + String.join(", ", names));
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

    private static AnnotationMirror find(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> Members.qualifiedName(mirror).equals(annotation))
                .findFirst()
                .orElse(null);
    }
}
