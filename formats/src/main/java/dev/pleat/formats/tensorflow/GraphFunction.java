package dev.pleat.formats.tensorflow;

import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function of a graph's library: TensorFlow's {@code FunctionDef}.
 *
 * @param name its name
 * @param inputs the names of its arguments
 * @param results what it returns, as its nodes call it
 * @param nodes its nodes
 */
record GraphFunction(String name, List<String> inputs, List<String> results, List<GraphNode> nodes) {
    /** {@return the function of an encoded message} */
    static GraphFunction parse(Message function) throws IOException {
        Message signature = function.message(1);
        List<String> inputs = new ArrayList<>();
        for (Message input : signature.messages(2)) {
            inputs.add(input.text(1));
        }
        Map<String, String> returned = new HashMap<>();
        for (Message entry : function.messages(4)) {
            returned.put(entry.text(1), entry.text(2));
        }
        List<String> results = new ArrayList<>();
        for (Message output : signature.messages(3)) {
            results.add(returned.getOrDefault(output.text(1), ""));
        }
        List<GraphNode> nodes = new ArrayList<>();
        for (Message node : function.messages(3)) {
            nodes.add(GraphNode.parse(node));
        }
        return new GraphFunction(signature.text(1), inputs, results, nodes);
    }
}
