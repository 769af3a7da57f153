package dev.pleat.formats.tensorflow;

import com.google.protobuf.ByteString;
import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The objects of which a checkpoint of TensorFlow 2 holds the variables: TensorFlow's {@code TrackableObjectGraph}, which
 * says what each tensor's variable is called.
 */
final class ObjectGraph {
    /** The name of the tensor that holds the encoded graph. */
    static final String KEY = "_CHECKPOINTABLE_OBJECT_GRAPH";

    private static final String SUFFIX = "/.ATTRIBUTES/VARIABLE_VALUE";
    /** What an object holds that is no part of the model. */
    private static final Set<String> NOT_MODEL = Set.of(
            "optimizer", "_optimizer", "save_counter", "keras_api", "compiled_metrics", "compiled_loss", "_metrics");

    private final List<Message> nodes;

    private ObjectGraph(List<Message> nodes) {
        this.nodes = nodes;
    }

    /**
     * Reads a graph.
     *
     * @param encoded the encoded message
     * @return the graph
     * @throws IOException if it is damaged
     */
    static ObjectGraph parse(ByteString encoded) throws IOException {
        return new ObjectGraph(Message.parse(encoded).messages(1));
    }

    /**
     * Names the variables of the model, leaving out those of optimizers and metrics.
     *
     * <p>A variable is called as it was in Python, {@code conv2d/kernel}, if that tells all variables apart. Otherwise, as
     * where Keras 3 calls all of them {@code kernel}, each has its place in the graph of objects as its name:
     * {@code layer_with_weights-0/kernel}.
     *
     * @return the keys of their tensors by name, in the order in which the objects hold each other
     * @throws IOException if the graph is damaged
     */
    Map<String, String> keysByName() throws IOException {
        Map<String, String> namesByKey = new LinkedHashMap<>();
        Set<Long> slots = slots();
        for (int node : inOrder()) {
            if (!slots.contains((long) node)) {
                attributes(nodes.get(node), namesByKey);
            }
        }
        Set<String> names = new HashSet<>(namesByKey.values());
        boolean tellApart =
                names.size() == namesByKey.size() && names.stream().noneMatch(name -> name.indexOf('/') <= 0);
        Map<String, String> keys = new LinkedHashMap<>();
        namesByKey.forEach((key, name) ->
                keys.put(tellApart ? name : key.substring(0, key.length() - SUFFIX.length()), key));
        return keys;
    }

    /** {@return the key of the tensor of each variable by its name in Python, of those whose name no other has} */
    Map<String, String> keysByFullName() throws IOException {
        Map<String, String> keys = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (Message node : nodes) {
            Map<String, String> names = new LinkedHashMap<>();
            attributes(node, names);
            names.forEach((key, name) -> {
                if (keys.put(name, key) != null) {
                    twice.add(name);
                }
            });
        }
        keys.keySet().removeAll(twice);
        return keys;
    }

    private static void attributes(Message node, Map<String, String> namesByKey) throws IOException {
        for (Message attribute : node.messages(2)) {
            String key = attribute.text(3);
            if (attribute.text(1).equals("VARIABLE_VALUE") && key.endsWith(SUFFIX)) {
                namesByKey.put(key, attribute.text(2));
            }
        }
    }

    private Set<Long> slots() throws IOException {
        Set<Long> slots = new HashSet<>();
        for (Message node : nodes) {
            for (Message slot : node.messages(3)) {
                slots.add(slot.integer(3));
            }
        }
        return slots;
    }

    /** {@return the objects that the first one leads to without optimizers and metrics, each before those it holds} */
    private List<Integer> inOrder() throws IOException {
        List<Integer> order = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        // A stack of our own: objects may refer to each other in circles, and chains may be long.
        Deque<Integer> open = new ArrayDeque<>(nodes.isEmpty() ? List.of() : List.of(0));
        while (!open.isEmpty()) {
            int node = open.pop();
            if (!seen.add(node)) {
                continue;
            }
            order.add(node);
            List<Message> children = nodes.get(node).messages(1);
            for (int i = children.size() - 1; i >= 0; i--) {
                long child = children.get(i).integer(1);
                if (child < 0 || child >= nodes.size()) {
                    throw new IOException("object " + node + " holds object " + child + " of " + nodes.size());
                }
                if (!NOT_MODEL.contains(children.get(i).text(2)) && !seen.contains((int) child)) {
                    open.push((int) child);
                }
            }
        }
        return order;
    }
}
