package dev.pleat.benchmarks;

import dev.pleat.benchmarks.net.Net;
import dev.pleat.benchmarks.net.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A step of a compiled model, with the nodes of the network that it computes.
 *
 * @param name the step's name: that of the layer in which it ends
 * @param nodes the nodes, in the order of the network
 * @param micros the time that it takes within a prediction
 */
record Layer(String name, List<Node> nodes, double micros) {

    /**
     * Gives each step the nodes between it and the steps before.
     *
     * @param net the network
     * @param times microseconds by step, in the order in which they run
     */
    static List<Layer> assign(Net net, Map<String, Double> times) {
        return merged(net, wholeLayers(times));
    }

    /** A layer of several steps, {@code label#linear} and {@code label}, is timed as one, in the place of the last. */
    private static Map<String, Double> wholeLayers(Map<String, Double> times) {
        Map<String, Double> whole = new LinkedHashMap<>();
        times.forEach((step, micros) -> {
            String layer = step.replaceFirst("#.*", "");
            double before = whole.containsKey(layer) ? whole.remove(layer) : 0;
            whole.put(layer, before + micros);
        });
        return whole;
    }

    private static List<Layer> merged(Net net, Map<String, Double> times) {
        Map<String, Node> ends = new HashMap<>();
        for (String step : times.keySet()) {
            for (Node node : net.nodes()) {
                // The activation of a layer is a node of its own: layer.relu.
                if (node.name().equals(step) || node.name().startsWith(step + ".")) {
                    ends.put(step, node);
                }
            }
        }
        Set<Node> taken = new HashSet<>(List.of(net.input()));
        List<Layer> layers = new ArrayList<>();
        times.forEach((step, micros) -> {
            Set<Node> within = new HashSet<>();
            if (ends.containsKey(step)) {
                collect(ends.get(step), taken, within);
            }
            List<Node> nodes = net.nodes().stream().filter(within::contains).toList();
            layers.add(new Layer(step, nodes, micros));
        });
        return layers;
    }

    private static void collect(Node end, Set<Node> taken, Set<Node> within) {
        Deque<Node> open = new ArrayDeque<>(List.of(end));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (taken.add(node)) {
                within.add(node);
                open.addAll(node.inputs());
            }
        }
    }

    /** {@return the multiply-adds} */
    long multiplyAdds() {
        return nodes.stream().mapToLong(Node::multiplyAdds).sum();
    }

    /** {@return what it computes, and the shape: {@code Conv+BatchNorm+Relu [56, 56, 64]}} */
    String description() {
        if (nodes.isEmpty()) {
            return "copies";
        }
        List<String> operations =
                nodes.stream().map(node -> node.op().getClass().getSimpleName()).toList();
        return String.join("+", operations) + " " + nodes.get(nodes.size() - 1).shape();
    }
}
