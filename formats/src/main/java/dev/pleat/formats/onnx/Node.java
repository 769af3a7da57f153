package dev.pleat.formats.onnx;

import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One node of a graph.
 *
 * @param name what it is called; may be empty
 * @param op its operator, with its domain in front unless that is ONNX's own
 * @param inputs the names of the tensors that it reads; empty for one that is left out
 * @param outputs the names of those that it computes
 * @param attributes its attributes by name
 */
record Node(String name, String op, List<String> inputs, List<String> outputs, Map<String, Message> attributes) {
    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int NAME = 3;
    private static final int OP_TYPE = 4;
    private static final int ATTRIBUTE = 5;
    private static final int DOMAIN = 7;
    private static final int ATTRIBUTE_NAME = 1;

    static Node of(Message message) throws IOException {
        Map<String, Message> attributes = new LinkedHashMap<>();
        for (Message attribute : message.messages(ATTRIBUTE)) {
            attributes.put(attribute.text(ATTRIBUTE_NAME), attribute);
        }
        String domain = message.text(DOMAIN);
        String op = message.text(OP_TYPE);
        return new Node(
                message.text(NAME),
                domain.isEmpty() || domain.equals("ai.onnx") ? op : domain + "." + op,
                message.texts(INPUT),
                message.texts(OUTPUT),
                attributes);
    }

    /** Returns the tensors that it computes and somebody may read. */
    List<String> results() {
        List<String> named = new ArrayList<>(outputs);
        named.removeIf(String::isEmpty);
        return named;
    }

    /** Returns what its layer is named after: its own name, that of what it computes, or its operator. */
    String origin() {
        if (!name.isEmpty()) {
            return name;
        }
        boolean telling = !outputs.isEmpty() && outputs.get(0).matches(".*[A-Za-z].*");
        String kind = op.substring(op.lastIndexOf('.') + 1);
        if (telling || kind.isEmpty()) {
            return outputs.isEmpty() ? "node" : outputs.get(0);
        }
        return Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
    }

    /** Returns how messages call it. */
    String text() {
        String what = name.isEmpty() ? outputs.isEmpty() ? "" : outputs.get(0) : name;
        return op + " '" + what + "'";
    }
}
