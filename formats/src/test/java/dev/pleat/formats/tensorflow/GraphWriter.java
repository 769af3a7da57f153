package dev.pleat.formats.tensorflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes graphs of TensorFlow, and functions. */
final class GraphWriter {
    private final ProtoWriter graph = new ProtoWriter();
    private final ProtoWriter library = new ProtoWriter();

    /** Adds a node. */
    GraphWriter node(String name, String op, Map<String, ProtoWriter> attributes, String... inputs) {
        graph.message(1, nodeDef(name, op, attributes, inputs));
        return this;
    }

    /** Adds a node without attributes. */
    GraphWriter node(String name, String op, String... inputs) {
        return node(name, op, Map.of(), inputs);
    }

    /** Adds a placeholder; -1 for the batch. */
    GraphWriter placeholder(String name, int... shape) {
        ProtoWriter dims = new ProtoWriter();
        for (int size : shape) {
            dims.message(2, new ProtoWriter().integer(1, size));
        }
        ProtoWriter value = new ProtoWriter().message(7, dims);
        return node(name, "Placeholder", Map.of("dtype", type(1), "shape", value));
    }

    /** Adds a constant of float32. */
    GraphWriter constant(String name, float[] values, int... shape) {
        return node(name, "Const", Map.of("dtype", type(1), "value", floats(values, shape)));
    }

    /** Adds a constant of whole numbers. */
    GraphWriter integers(String name, int... values) {
        return node(name, "Const", Map.of("dtype", type(3), "value", ints(values)));
    }

    /** Adds a function: its arguments, its result, and its nodes. */
    GraphWriter function(String name, String[] arguments, String result, ProtoWriter... nodes) {
        ProtoWriter signature = new ProtoWriter().text(1, name);
        for (String argument : arguments) {
            signature.message(2, new ProtoWriter().text(1, argument).integer(3, 1));
        }
        signature.message(3, new ProtoWriter().text(1, "out").integer(3, 1));
        ProtoWriter function = new ProtoWriter().message(1, signature);
        for (ProtoWriter node : nodes) {
            function.message(3, node);
        }
        library.message(1, function.message(4, new ProtoWriter().text(1, "out").text(2, result)));
        return this;
    }

    /** {@return the graph} */
    ProtoWriter toMessage() {
        return new ProtoWriter().message(2, library).append(graph);
    }

    /** Writes the graph. */
    Path write(Path file) throws IOException {
        return Files.write(file, toMessage().toBytes());
    }

    /** {@return a node} */
    static ProtoWriter nodeDef(String name, String op, Map<String, ProtoWriter> attributes, String... inputs) {
        ProtoWriter node = new ProtoWriter().text(1, name).text(2, op);
        for (String input : inputs) {
            node.text(3, input);
        }
        attributes.forEach(
                (key, value) -> node.message(5, new ProtoWriter().text(1, key).message(2, value)));
        return node;
    }

    /** {@return a call of a function} */
    static ProtoWriter call(String name, String function, String... inputs) {
        return nodeDef(name, "StatefulPartitionedCall", Map.of("f", function(function)), inputs);
    }

    static ProtoWriter function(String name) {
        return new ProtoWriter().message(10, new ProtoWriter().text(1, name));
    }

    static ProtoWriter type(int number) {
        return new ProtoWriter().integer(6, number);
    }

    static ProtoWriter text(String value) {
        return new ProtoWriter().text(2, value);
    }

    static ProtoWriter list(int... values) {
        ProtoWriter list = new ProtoWriter();
        for (int value : values) {
            list.integer(3, value);
        }
        return new ProtoWriter().message(1, list);
    }

    static ProtoWriter floats(float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        ProtoWriter tensor = new ProtoWriter()
                .integer(1, 1)
                .message(2, CheckpointWriter.shape(shape))
                .bytes(4, bytes.array());
        return new ProtoWriter().message(8, tensor);
    }

    static ProtoWriter ints(int... values) {
        ProtoWriter tensor = new ProtoWriter().integer(1, 3).message(2, CheckpointWriter.shape(values.length));
        for (int value : values) {
            tensor.integer(7, value);
        }
        return new ProtoWriter().message(8, tensor);
    }

    static ProtoWriter texts(String... values) {
        ProtoWriter tensor = new ProtoWriter().integer(1, 7).message(2, CheckpointWriter.shape(values.length));
        for (String value : values) {
            tensor.text(8, value);
        }
        return new ProtoWriter().message(8, tensor);
    }
}
