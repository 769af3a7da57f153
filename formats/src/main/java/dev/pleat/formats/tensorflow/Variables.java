package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The values of a graph's variables, which are in the checkpoint beside it. */
final class Variables {
    private final FlatGraph graph;
    /** The checkpoint; null if there is none. */
    private final Bundle bundle;

    private final Map<String, RestoredVariables.Stored> stored;
    private final Map<String, String> keysByFullName;

    private Variables(
            FlatGraph graph,
            Bundle bundle,
            Map<String, RestoredVariables.Stored> stored,
            Map<String, String> keysByFullName) {
        this.graph = graph;
        this.bundle = bundle;
        this.stored = stored;
        this.keysByFullName = keysByFullName;
    }

    /** {@return the variables of a graph that has none} */
    static Variables none(FlatGraph graph) {
        return new Variables(graph, null, Map.of(), Map.of());
    }

    /**
     * Finds the variables of a graph in a checkpoint.
     *
     * @param graph the graph
     * @param bundle the checkpoint
     * @param restore the name of the operation that restores all variables; empty if there is none
     * @return the variables
     * @throws IOException if the checkpoint is damaged
     */
    static Variables of(FlatGraph graph, Bundle bundle, String restore) throws IOException {
        Map<String, String> names = new HashMap<>();
        if (bundle.names().contains(ObjectGraph.KEY)) {
            names.putAll(ObjectGraph.parse(bundle.text(ObjectGraph.KEY)).keysByFullName());
        }
        return new Variables(graph, bundle, RestoredVariables.of(graph, restore), names);
    }

    /** {@return the value of the variable that a node makes} */
    Constant value(String node) {
        return value(graph.node(node));
    }

    /** {@return the value of the variable that a node makes} */
    Constant value(GraphNode node) {
        String name = FlatGraph.readable(node.name());
        if (bundle == null) {
            throw new NotExpressible("reads the variable '" + name
                    + "', whose value is not in this file: freeze the graph, or give the folder of the SavedModel");
        }
        RestoredVariables.Stored place = place(node);
        if (place == null) {
            throw new NotExpressible("reads the variable '" + name + "', which the checkpoint does not have");
        }
        try {
            Tensor tensor = bundle.tensor(place.key());
            int[] shape = tensor.shape().stream().mapToInt(Integer::intValue).toArray();
            return place.part(Constant.of(tensor.values(), shape));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private RestoredVariables.Stored place(GraphNode node) {
        RestoredVariables.Stored place = stored.get(node.name());
        if (place != null && bundle.names().contains(place.key())) {
            return place;
        }
        String shared = node.text("shared_name", "");
        for (String name : new String[] {shared, node.name()}) {
            if (!name.isEmpty() && bundle.names().contains(name)) {
                return new RestoredVariables.Stored(name, "");
            }
            String key = keysByFullName.get(name);
            if (key != null && bundle.names().contains(key)) {
                return new RestoredVariables.Stored(key, "");
            }
        }
        return null;
    }
}
