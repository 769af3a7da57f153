package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.diagnostics.Problem;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the layers of a model, or of one use of a block, from top to bottom. */
final class BodyReader {

    private final Assembly assembly;
    private final Diagnostics diagnostics;
    private final Blocks blocks;
    private final Scope scope;
    private final List<String> given;
    private final Map<String, Map<String, Attributes.Sent>> sent;
    private int taken;
    private boolean wrongReference;

    /**
     * @param given the nodes that a block reads; null for a model, whose inputs are its own
     * @param sent what the block sends: layer, attribute, value
     */
    BodyReader(
            Assembly assembly,
            Diagnostics diagnostics,
            Blocks blocks,
            Scope scope,
            List<String> given,
            Map<String, Map<String, Attributes.Sent>> sent) {
        this.assembly = assembly;
        this.diagnostics = diagnostics;
        this.blocks = blocks;
        this.scope = scope;
        this.given = given;
        this.sent = sent;
    }

    /** Reads the members and returns the node of the last one. */
    String read(List<Member> members) {
        String above = given == null || given.isEmpty() ? null : given.get(0);
        Set<String> names = new HashSet<>();
        for (Member member : members) {
            if (!names.add(member.name())) {
                diagnostics.error(member.origin(), null, Problem.DUPLICATE_LAYER, scope.path(member.name()));
                continue;
            }
            above = member.kind().equals("Input") ? input(member) : layer(member, above);
            scope.define(member.name(), above);
            if (member.output()) {
                assembly.output(scope.path(member.name()), above);
            }
        }
        return above;
    }

    /** Returns whether a layer named another that cannot be read, so that others may seem unreachable. */
    boolean hasWrongReference() {
        return wrongReference;
    }

    private String input(Member member) {
        String path = scope.path(member.name());
        if (member.from() != null) {
            diagnostics.error(member.origin(), null, Problem.INPUT_READS, path);
        }
        List<?> dims = (List<?>) listOf(member.attributes(Map.of()).get("value"));
        if (given != null) {
            if (!dims.isEmpty()) {
                diagnostics.error(member.origin(), "value", Problem.BLOCK_INPUT_SHAPE, path);
            }
            taken++;
            return taken <= given.size() ? given.get(taken - 1) : path;
        }
        assembly.layer(path, "InputLayer", List.of());
        if (dims.isEmpty()) {
            diagnostics.error(member.origin(), "value", Problem.MISSING_ATTRIBUTE, path, "shape", "the shape without the batch, as in @Input({28, 28, 1})");
        } else if (dims.stream().anyMatch(dim -> (Integer) dim < 1)) {
            diagnostics.error(member.origin(), "value", Problem.NOT_POSITIVE, path, "the shape", dims);
        } else {
            declare(member, path, new Shape(dims.stream().map(dim -> (Integer) dim).toList()));
        }
        return path;
    }

    private void declare(Member member, String path, Shape shape) {
        boolean fits;
        try {
            fits = shape.count() <= Integer.MAX_VALUE / 8;
        } catch (ArithmeticException overflow) {
            fits = false;
        }
        if (!fits) {
            diagnostics.error(member.origin(), "value", Problem.TOO_LARGE, path, "the product of " + shape);
            return;
        }
        assembly.add(path, new Input(shape), List.of());
        assembly.describe(path, shape);
    }

    private String layer(Member member, String above) {
        String path = scope.path(member.name());
        Attributes attributes = member.attributes(sent.getOrDefault(member.name(), Map.of()));
        LayerReaders.Entry entry = LayerReaders.entry(member.kind());
        boolean block = Blocks.isBlock(member.annotation());
        List<String> inputs = inputs(member, attributes, above, !block && entry.merges(), block);
        if (block) {
            return blocks.expand(member, attributes, path, inputs);
        }
        assembly.layer(path, member.kind(), inputs == null ? List.of() : inputs);
        LayerContext context =
                new LayerContext(path, member.origin(), attributes, entry.shorthand(), inputs, assembly, diagnostics);
        try {
            entry.reader().read(context);
            assembly.describe(path, assembly.shape(path));
        } catch (Refused refused) {
            // Its problems are reported, or those of what it reads; what reads it goes without a shape.
        }
        return path;
    }

    /** Returns the nodes that a layer reads, null after a problem. */
    private List<String> inputs(Member member, Attributes attributes, String above, boolean merges, boolean block) {
        String path = scope.path(member.name());
        List<String> named = merges ? Members.strings(attributes.get("value")) : List.of();
        if (merges && member.from() != null) {
            if (!named.isEmpty() && !named.equals(member.from())) {
                String from = "@From(" + member.from() + ")";
                diagnostics.error(
                        member.origin(), "value", Problem.CONTRADICTION, path, named, from, "name the layers once");
            }
            named = named.isEmpty() ? member.from() : named;
        } else if (member.from() != null) {
            named = member.from();
        }
        if (merges && named.size() < 2) {
            String found = named.isEmpty() ? "none" : "only " + named;
            diagnostics.error(
                    member.origin(), "value", Problem.TOO_FEW_INPUTS, path, found, "two", member.kind());
            wrongReference = true;
            return null;
        }
        if (!merges && !block && named.size() > 1) {
            diagnostics.error(member.origin(), null, Problem.TOO_MANY_INPUTS, path, named);
            return null;
        }
        if (named.isEmpty()) {
            if (above == null) {
                diagnostics.error(member.origin(), null, Problem.NOTHING_ABOVE, path);
                return null;
            }
            return List.of(above);
        }
        return resolve(member, named);
    }

    private List<String> resolve(Member member, List<String> names) {
        List<String> nodes = new ArrayList<>();
        for (String name : names) {
            String node = scope.node(name);
            if (node != null) {
                nodes.add(node);
                continue;
            }
            wrongReference = true;
            String path = scope.path(member.name());
            if (name.equals(member.name())) {
                diagnostics.error(member.origin(), "value", Problem.SELF_REFERENCE, path);
            } else if (scope.declares(name)) {
                diagnostics.error(member.origin(), "value", Problem.FORWARD_REFERENCE, path, name);
            } else {
                diagnostics.error(
                        member.origin(), "value", Problem.UNKNOWN_LAYER, path, name, scope.suggestion(name));
            }
        }
        return nodes.size() == names.size() ? nodes : null;
    }

    private static List<?> listOf(Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }
}
