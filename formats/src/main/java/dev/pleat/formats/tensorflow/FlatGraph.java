package dev.pleat.formats.tensorflow;

import com.google.protobuf.ByteString;
import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph in which calls of functions are replaced by what they do, each when somebody asks for its result. A node of a
 * function is called after its call: {@code call/node}.
 */
final class FlatGraph {
    private static final int MOST_NODES = 400_000;
    private static final int DEEPEST_CALL = 100;
    private static final Set<String> CALLS = Set.of("PartitionedCall", "StatefulPartitionedCall");

    /** The outputs of operations that have several, in order; all other outputs have one name. */
    private static final Map<String, List<String>> OUTPUTS = Map.of(
            "FusedBatchNorm", List.of("y", "batch_mean", "batch_variance", "reserve_space_1", "reserve_space_2"),
            "FusedBatchNormV2", List.of("y", "batch_mean", "batch_variance", "reserve_space_1", "reserve_space_2"),
            "FusedBatchNormV3", List.of("y", "batch_mean", "batch_variance", "reserve_space_1", "reserve_space_2"),
            "Switch", List.of("output_false", "output_true"),
            "Merge", List.of("output", "value_index"),
            "MaxPoolWithArgmax", List.of("output", "argmax"),
            "TopKV2", List.of("values", "indices"));

    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
    private final Map<String, ByteString> functions = new HashMap<>();
    /** The results of calls that were replaced. */
    private final Map<String, List<Ref>> calls = new HashMap<>();
    /** How deep in calls a node is. */
    private final Map<String, Integer> depths = new HashMap<>();

    /**
     * Reads a graph.
     *
     * @param graph a {@code GraphDef}
     * @throws IOException if it is damaged
     */
    FlatGraph(Message graph) throws IOException {
        for (Message encoded : graph.messages(1)) {
            GraphNode node = GraphNode.parse(encoded);
            if (node.name().isEmpty() || node.op().isEmpty()) {
                throw new IOException("a node has no name or no operation: this is no graph of TensorFlow");
            }
            if (nodes.put(node.name(), node) != null) {
                throw new IOException("there are two nodes '" + node.name() + "'");
            }
        }
        for (ByteString function : graph.message(2).allBytes(1)) {
            Message signature = Message.parse(function).message(1);
            functions.put(signature.text(1), function);
        }
    }

    /** {@return all nodes so far: those of the graph, then those of the calls that were replaced} */
    Collection<GraphNode> nodes() {
        return nodes.values();
    }

    boolean has(String name) {
        return nodes.containsKey(name);
    }

    /** {@return the node with this name} */
    GraphNode node(String name) {
        GraphNode node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("there is no node '" + readable(name) + "', though another reads it");
        }
        return node;
    }

    /** {@return a node's name as people know it: without the calls that it is in} */
    static String readable(String name) {
        return name.replaceAll("(^|/)(Stateful)?PartitionedCall(_\\d+)?(?=/)", "")
                .replaceFirst("^/", "");
    }

    /** {@return what a node reads} */
    Ref input(GraphNode node, int index) {
        if (index >= node.inputs().size()) {
            throw new IllegalArgumentException("'%s' (%s) has only %d inputs"
                    .formatted(readable(node.name()), node.op(), node.inputs().size()));
        }
        return resolve(Ref.parse(node.inputs().get(index)));
    }

    /** {@return what a node reads} */
    List<Ref> inputs(GraphNode node) {
        List<Ref> inputs = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            inputs.add(input(node, i));
        }
        return inputs;
    }

    /** {@return where a value comes from, if it is the result of a call; that is replaced then} */
    Ref resolve(Ref ref) {
        Ref at = ref;
        for (int steps = 0; steps <= DEEPEST_CALL; steps++) {
            GraphNode node = nodes.get(at.node());
            if (node == null || !isCall(node)) {
                return at;
            }
            List<Ref> results = results(node);
            if (at.index() >= results.size()) {
                throw new IllegalArgumentException(
                        "'%s' has only %d results".formatted(readable(node.name()), results.size()));
            }
            at = results.get(at.index());
        }
        throw new IllegalArgumentException("calls of functions lead to each other at '" + readable(ref.node()) + "'");
    }

    private boolean isCall(GraphNode node) {
        return CALLS.contains(node.op()) || functions.containsKey(node.op());
    }

    private List<Ref> results(GraphNode call) {
        List<Ref> known = calls.get(call.name());
        if (known != null) {
            return known;
        }
        GraphFunction function = function(call);
        int depth = depths.getOrDefault(call.name(), 0) + 1;
        if (depth > DEEPEST_CALL) {
            throw new IllegalArgumentException(
                    "functions call each other more than %d deep, '%s' for example: they are recursive"
                            .formatted(DEEPEST_CALL, function.name()));
        }
        if (nodes.size() + function.nodes().size() > MOST_NODES) {
            throw new IllegalArgumentException("calls of functions amount to more than " + MOST_NODES + " nodes");
        }
        Scope scope = new Scope(call, function);
        for (GraphNode node : function.nodes()) {
            String name = call.name() + "/" + node.name();
            List<String> inputs = node.inputs().stream()
                    .map(input -> scope.find(input).toString())
                    .toList();
            if (nodes.put(name, node.renamed(name, inputs)) != null) {
                throw new IllegalArgumentException("there are two nodes '" + name + "'");
            }
            depths.put(name, depth);
        }
        List<Ref> results = function.results().stream().map(scope::find).toList();
        calls.put(call.name(), results);
        return results;
    }

    private GraphFunction function(GraphNode call) {
        String name = CALLS.contains(call.op()) ? call.function("f") : call.op();
        ByteString encoded = functions.get(name);
        if (encoded == null) {
            throw new IllegalArgumentException(
                    "'%s' calls the function '%s', which is not there".formatted(readable(call.name()), name));
        }
        try {
            return GraphFunction.parse(Message.parse(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException("function '" + name + "' is damaged: " + e.getMessage(), e);
        }
    }

    /** What names mean in the body of a function that is called. */
    private static final class Scope {
        private final GraphNode call;
        private final Map<String, String> arguments = new HashMap<>();
        private final Map<String, String> ops = new HashMap<>();

        Scope(GraphNode call, GraphFunction function) {
            this.call = call;
            for (int i = 0; i < Math.min(function.inputs().size(), call.inputs().size()); i++) {
                arguments.put(function.inputs().get(i), call.inputs().get(i));
            }
            function.nodes().forEach(node -> ops.put(node.name(), node.op()));
        }

        /** Finds {@code argument}, or {@code node:output:index}. */
        Ref find(String text) {
            String argument = arguments.get(text);
            if (argument != null) {
                return Ref.parse(argument);
            }
            String[] parts = text.split(":", -1);
            String op = ops.getOrDefault(parts[0], "");
            int index = parts.length < 3 ? 0 : Ref.parse("x:" + parts[2]).index();
            if (parts.length > 1) {
                index += Math.max(0, OUTPUTS.getOrDefault(op, List.of()).indexOf(parts[1]));
            }
            return new Ref(call.name() + "/" + parts[0], index);
        }
    }
}
