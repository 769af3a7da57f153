package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NetworkBuilder;
import dev.pleat.formats.build.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The operations that the model begins behind: they only prepare its input, as the decoding of sound and images does, and
 * no layers can be made of them.
 */
final class CutOff {
    /** Operations that may belong to what prepares an input, if its shape is not known there. */
    private static final Set<String> PREPARING = Set.of(
            "Cast",
            "ExpandDims",
            "Squeeze",
            "Reshape",
            "Transpose",
            "StridedSlice",
            "Slice",
            "Split",
            "SplitV",
            "Pack",
            "Unpack",
            "ConcatV2",
            "Pad",
            "PadV2",
            "Tile",
            "Add",
            "AddV2",
            "Sub",
            "Mul",
            "RealDiv",
            "Div",
            "Neg",
            "Abs",
            "Maximum",
            "Minimum",
            "Square",
            "Sqrt",
            "Log",
            "Exp",
            "Mean",
            "Max",
            "Sum",
            "Shape",
            "ResizeBilinear",
            "ResizeNearestNeighbor");

    private final FlatGraph graph;
    /** The nodes that were cut off, with the values that they read and that are not known before the model runs. */
    private final Map<String, List<Ref>> cut = new LinkedHashMap<>();

    private final Set<String> unsupported = new HashSet<>();

    CutOff(FlatGraph graph) {
        this.graph = graph;
    }

    /** Cuts off an operation that has a layer, but needs the shape of what it reads. */
    boolean throughPreparing(GraphNode node, List<Result> inputs) {
        return PREPARING.contains(node.op()) && through(node, inputs);
    }

    /** {@return where a value comes from, through operations that have layers} */
    Ref root(Ref ref) {
        Ref at = ref;
        while (cut.containsKey(at.node())
                && PREPARING.contains(graph.node(at.node()).op())
                && cut.get(at.node()).size() == 1) {
            at = cut.get(at.node()).get(0);
        }
        return at;
    }

    /**
     * Cuts a node off, if no layer leads to it.
     *
     * @param node the node
     * @param inputs what it reads
     * @return whether it is cut off
     */
    boolean through(GraphNode node, List<Result> inputs) {
        List<Ref> sources = new ArrayList<>();
        boolean constant = true;
        for (Result input : inputs) {
            if (input instanceof Result.Pending pending) {
                sources.add(pending.ref());
            } else if (!(input instanceof Constant) && input != Result.Mark.NOTHING) {
                return false;
            }
            constant &= input instanceof Constant;
        }
        if (constant && !inputs.isEmpty()) {
            return false;
        }
        cut.put(node.name(), sources);
        unsupported.add(node.name());
        return true;
    }

    boolean isCut(String node) {
        return cut.containsKey(node);
    }

    /** {@return the nodes that were cut off on the way to a value} */
    private Set<String> before(Ref ref) {
        Set<String> found = new LinkedHashSet<>();
        List<Ref> open = new ArrayList<>(List.of(ref));
        while (!open.isEmpty()) {
            String node = open.remove(open.size() - 1).node();
            if (cut.containsKey(node) && found.add(node)) {
                open.addAll(cut.get(node));
            }
        }
        return found;
    }

    /** {@return the operations that were cut off on the way to a value, as messages list them} */
    String list(Ref ref) {
        Set<String> names = before(ref);
        return cut.keySet().stream()
                .filter(names::contains)
                .map(graph::node)
                .map(node -> "'" + FlatGraph.readable(node.name()) + "' (" + node.op() + ")")
                .collect(Collectors.joining(", "));
    }

    /** {@return what is wrong: operations that read an input which layers read too cannot be cut off} */
    List<String> mistakes(Set<Ref> inputs) {
        List<String> mistakes = new ArrayList<>();
        for (Ref input : inputs) {
            for (String name : before(input)) {
                boolean shared = cut.get(name).stream()
                        .anyMatch(source -> !cut.containsKey(source.node()) && inputs.contains(source));
                GraphNode node = graph.node(name);
                if (shared && unsupported.remove(name)) {
                    mistakes.add("'%s' (%s): is not supported, and reads what layers read too"
                            .formatted(FlatGraph.readable(name), node.op()));
                }
            }
        }
        return mistakes;
    }

    /** Notes what was cut off in front of each input. */
    void notes(Map<Ref, Value> inputs, NetworkBuilder builder) {
        inputs.forEach((ref, value) -> {
            if (cut.containsKey(ref.node())) {
                builder.note("cut off %s: the input '%s' of shape %s is what they compute"
                        .formatted(list(ref), value.layer(), value.shape()));
            }
        });
    }
}
