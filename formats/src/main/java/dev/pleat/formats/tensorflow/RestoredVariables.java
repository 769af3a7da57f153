package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which tensor of a checkpoint a variable gets, the way TensorFlow does: by the operations that restore it. This
 * tells apart variables of the same name too.
 */
final class RestoredVariables {
    private static final int LONGEST_CHAIN = 16;

    private final FlatGraph graph;
    private final Map<String, List<String>> texts = new HashMap<>();

    private RestoredVariables(FlatGraph graph) {
        this.graph = graph;
    }

    /**
     * Where the value of a variable is.
     *
     * @param key the name of a tensor
     * @param slice which part of it, {@code 4 300 -:0,100}; empty for all of it
     */
    record Stored(String key, String slice) {
        /** {@return the part of the tensor} */
        Constant part(Constant whole) {
            if (slice.isBlank()) {
                return whole;
            }
            String[] words = slice.strip().split(" ", -1);
            String[] extents = words[words.length - 1].split(":", -1);
            int[] begin = new int[extents.length];
            int[] sizes = whole.shape();
            int[] steps = new int[extents.length];
            Arrays.fill(steps, 1);
            if (sizes.length != extents.length) {
                throw new NotExpressible("reads the part " + slice + " of " + Arrays.toString(sizes));
            }
            for (int i = 0; i < extents.length; i++) {
                if (!extents[i].equals("-")) {
                    String[] extent = extents[i].split(",", 2);
                    begin[i] = Integer.parseInt(extent[0]);
                    int size = Integer.parseInt(extent[extent.length - 1]);
                    if (begin[i] < 0 || size < 0 || begin[i] > sizes[i] - size) {
                        throw new NotExpressible("reads the part " + slice + " of " + Arrays.toString(sizes));
                    }
                    sizes[i] = size;
                }
            }
            return Numbers.slice(whole, begin, sizes, steps);
        }
    }

    /** {@return where the variables of a graph are, by the nodes that make them} */
    static Map<String, Stored> of(FlatGraph graph, String restore) throws IOException {
        if (!restore.isEmpty() && graph.has(restore)) {
            // In TensorFlow 2 this calls a function; asking for its result brings its nodes into the graph.
            graph.resolve(new Ref(restore, 0));
        }
        Map<String, Stored> stored = new HashMap<>();
        RestoredVariables variables = new RestoredVariables(graph);
        for (GraphNode node : new ArrayList<>(graph.nodes())) {
            boolean assigns = node.op().equals("AssignVariableOp") || node.op().equals("Assign");
            if (assigns && node.inputs().size() == 2) {
                Optional<Stored> place = variables.stored(node);
                if (place.isPresent()) {
                    stored.put(variables.source(graph.input(node, 0)).node(), place.get());
                }
            }
        }
        return stored;
    }

    private Optional<Stored> stored(GraphNode assign) throws IOException {
        Ref value = source(graph.input(assign, 1));
        GraphNode restore = graph.has(value.node()) ? graph.node(value.node()) : assign;
        if (!restore.op().equals("RestoreV2") || restore.inputs().size() < 3) {
            return Optional.empty();
        }
        List<String> names = texts(source(graph.input(restore, 1)));
        List<String> slices = texts(source(graph.input(restore, 2)));
        int index = value.index();
        if (index >= names.size()) {
            return Optional.empty();
        }
        return Optional.of(new Stored(names.get(index), index < slices.size() ? slices.get(index) : ""));
    }

    /** Follows a value to where it comes from. */
    private Ref source(Ref ref) {
        Ref at = ref;
        for (int i = 0; i < LONGEST_CHAIN && graph.has(at.node()); i++) {
            GraphNode node = graph.node(at.node());
            if (!node.op().equals("Identity")) {
                return at;
            }
            at = graph.input(node, 0);
        }
        return at;
    }

    private List<String> texts(Ref ref) throws IOException {
        List<String> known = texts.get(ref.node());
        if (known == null) {
            Optional<Message> tensor =
                    graph.has(ref.node()) ? graph.node(ref.node()).tensor("value") : Optional.empty();
            known = tensor.isPresent() ? TensorProto.texts(tensor.get()) : List.of();
            texts.put(ref.node(), known);
        }
        return known;
    }
}
