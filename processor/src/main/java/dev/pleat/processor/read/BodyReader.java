package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.diagnostics.Origin;
import dev.pleat.processor.diagnostics.Problem;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the layers of a model, or of one use of a block, from top to bottom. */
final class BodyReader {

    private final Assembly assembly;
    private final Diagnostics diagnostics;
    private final Blocks blocks;
    private final Scope scope;
    private final List<String> given;
    private final Map<String, Map<String, Attributes.Sent>> sent;
    private int taken;

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

    /**
     * Reads the members and returns the node of the last one.
     *
     * @param above what the first one reads, null if there is nothing
     */
    String read(List<Member> members, String above) {
        String last = above;
        for (Member member : members) {
            last = node(member, last);
            scope.define(member.name(), last);
            if (member.output()) {
                assembly.output(scope.path(member.name()), last);
            }
        }
        Member bottom = members.get(members.size() - 1);
        if (bottom.isInput()) {
            String what = "the last member, so it is the output";
            outputProblem(bottom, what, "move it above the layers that read it");
        }
        return last;
    }

    private String node(Member member, String above) {
        if (!member.readable()) {
            String path = scope.path(member.name());
            assembly.layer(path, "", List.of(), member.origin());
            assembly.incomplete();
            return path;
        }
        return member.isInput() ? input(member) : layer(member, above);
    }

    private void outputProblem(Member member, String what, String fix) {
        diagnostics.error(member.origin(), null, Problem.INPUT_IS_OUTPUT, scope.path(member.name()), what, fix);
        assembly.incomplete();
    }

    private String input(Member member) {
        String path = scope.path(member.name());
        if (member.from() != null) {
            diagnostics.error(member.fromOrigin(), "value", Problem.INPUT_READS, path);
            assembly.incomplete();
        }
        if (member.output()) {
            outputProblem(member, "marked @Output", "remove @Output");
        }
        List<?> dims = (List<?>) listOf(member.attributes(Map.of()).get("value"));
        if (given != null) {
            if (!dims.isEmpty()) {
                diagnostics.error(member.origin(), "value", Problem.BLOCK_INPUT_SHAPE, path);
            }
            taken++;
            return taken <= given.size() ? given.get(taken - 1) : path;
        }
        assembly.layer(path, "InputLayer", List.of(), member.origin());
        if (dims.isEmpty()) {
            String example = "it without the batch, as in @Input({28, 28, 1})";
            diagnostics.error(member.origin(), "value", Problem.MISSING_ATTRIBUTE, path, "shape", example);
        } else if (dims.stream().anyMatch(dim -> (Integer) dim < 1)) {
            diagnostics.error(member.origin(), "value", Problem.NOT_POSITIVE, path, "the shape", dims);
        } else {
            declare(
                    member,
                    path,
                    new Shape(dims.stream().map(dim -> (Integer) dim).toList()));
        }
        return path;
    }

    private void declare(Member member, String path, Shape shape) {
        boolean fits;
        try {
            fits = shape.count() <= LayerContext.MOST;
        } catch (ArithmeticException overflow) {
            fits = false;
        }
        if (!fits) {
            diagnostics.error(member.origin(), "value", Problem.TOO_LARGE, path, "the shape " + shape);
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
        assembly.layer(path, member.kind(), inputs == null ? List.of() : inputs, member.origin());
        LayerContext context = new LayerContext(
                path, member.origin(), member.kind(), attributes, entry.shorthand(), inputs, assembly, diagnostics);
        try {
            entry.reader().read(context);
            assembly.describe(path, assembly.shape(path));
        } catch (ArithmeticException overflow) {
            context.tooLarge("a shape of more than 2^31 numbers");
        } catch (Refused refused) {
            // Its problems are reported, or those of what it reads; what reads it goes without a shape.
        }
        return path;
    }

    /** Returns the nodes that a layer reads, null after a problem. */
    private List<String> inputs(Member member, Attributes attributes, String above, boolean merges, boolean block) {
        List<String> nodes = merges ? merged(member, attributes) : read(member, above, block);
        if (nodes == null) {
            assembly.incomplete();
        }
        return nodes;
    }

    private List<String> merged(Member member, Attributes attributes) {
        String path = scope.path(member.name());
        List<String> named = Members.strings(attributes.get("value"));
        Origin origin = member.origin();
        if (member.from() != null) {
            if (!named.isEmpty() && !named.equals(member.from())) {
                String from = "@From(" + quoted(member.from()) + ")";
                diagnostics.error(
                        origin, "value", Problem.CONTRADICTION, path, quoted(named), from, "name the layers once");
            }
            origin = named.isEmpty() ? member.fromOrigin() : origin;
            named = named.isEmpty() ? member.from() : named;
        }
        if (named.size() < 2) {
            String found = named.isEmpty() ? "none" : "only " + quoted(named);
            diagnostics.error(origin, "value", Problem.TOO_FEW_INPUTS, path, found, member.kind());
            return null;
        } else if (named.size() > 2 && member.kind().equals("Subtract")) {
            diagnostics.error(
                    origin, "value", Problem.TOO_MANY_INPUTS, path, "two layers", quoted(named), "name two of them");
            return null;
        }
        return resolve(member, origin, named);
    }

    private List<String> read(Member member, String above, boolean block) {
        String path = scope.path(member.name());
        if (member.from() == null || member.from().isEmpty()) {
            if (above == null) {
                diagnostics.error(member.origin(), null, Problem.NOTHING_ABOVE, path);
                return null;
            }
            return List.of(above);
        }
        if (!block && member.from().size() > 1) {
            String fix = "name one, or combine them with a layer such as @Add";
            String names = quoted(member.from());
            diagnostics.error(member.fromOrigin(), "value", Problem.TOO_MANY_INPUTS, path, "one layer", names, fix);
            return null;
        }
        return resolve(member, member.fromOrigin(), member.from());
    }

    private List<String> resolve(Member member, Origin origin, List<String> names) {
        List<String> nodes = new ArrayList<>();
        for (String name : names) {
            String node = scope.node(name);
            if (node != null) {
                nodes.add(node);
                continue;
            }
            String path = scope.path(member.name());
            if (name.equals(member.name())) {
                diagnostics.error(origin, "value", Problem.SELF_REFERENCE, path);
            } else if (scope.declares(name)) {
                diagnostics.error(origin, "value", Problem.FORWARD_REFERENCE, path, name);
            } else {
                diagnostics.error(origin, "value", Problem.UNKNOWN_LAYER, path, name, scope.suggestion(name));
            }
        }
        return nodes.size() == names.size() ? nodes : null;
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    private static List<?> listOf(Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }
}
