package dev.pleat.formats.tensorflow;

import com.google.protobuf.ByteString;
import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation of a graph: TensorFlow's {@code NodeDef}. Attributes that have their default may be absent.
 *
 * @param name its name, unique in its graph or function
 * @param op what it does
 * @param inputs what it reads, as written; control inputs are left out
 * @param attributes its attributes, encoded
 */
record GraphNode(String name, String op, List<String> inputs, Map<String, ByteString> attributes) {
    private static final int LIST = 1;
    private static final int TEXT = 2;
    private static final int INTEGER = 3;
    private static final int NUMBER = 4;
    private static final int FLAG = 5;
    private static final int TYPE = 6;
    private static final int SHAPE = 7;
    private static final int TENSOR = 8;
    private static final int FUNCTION = 10;

    /** {@return the node of an encoded message} */
    static GraphNode parse(Message node) throws IOException {
        List<String> inputs = new ArrayList<>();
        for (String input : node.texts(3)) {
            if (!input.startsWith("^")) {
                inputs.add(input);
            }
        }
        Map<String, ByteString> attributes = new HashMap<>();
        for (Message entry : node.messages(5)) {
            attributes.put(entry.text(1), entry.bytes(2));
        }
        return new GraphNode(node.text(1), node.text(2), inputs, attributes);
    }

    /** {@return this node under another name, with other inputs} */
    GraphNode renamed(String newName, List<String> newInputs) {
        return new GraphNode(newName, op, newInputs, attributes);
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    long integer(String attribute, long otherwise) {
        return read(attribute, value -> value.integer(INTEGER)).orElse(otherwise);
    }

    boolean flag(String attribute, boolean otherwise) {
        return read(attribute, value -> value.integer(FLAG) != 0).orElse(otherwise);
    }

    /** {@return a number as it was written: a float's shortest decimal} */
    double number(String attribute, double otherwise) {
        return read(attribute, value -> Double.parseDouble(Float.toString(value.number(NUMBER))))
                .orElse(otherwise);
    }

    String text(String attribute, String otherwise) {
        return read(attribute, value -> value.text(TEXT)).orElse(otherwise);
    }

    long type(String attribute, DataType otherwise) {
        return read(attribute, value -> value.integer(TYPE)).orElse((long) otherwise.number());
    }

    int[] integers(String attribute, int... otherwise) {
        return read(attribute, value -> {
                    long[] all = value.message(LIST).integers(INTEGER);
                    int[] some = new int[all.length];
                    for (int i = 0; i < all.length; i++) {
                        some[i] = (int) Math.max(Math.min(all[i], Integer.MAX_VALUE), Integer.MIN_VALUE);
                    }
                    return some;
                })
                .orElse(otherwise);
    }

    /** {@return a shape, -1 for dimensions that are open; empty if even their number is} */
    Optional<long[]> shape(String attribute) {
        return read(attribute, value -> value.has(SHAPE) ? known(value.message(SHAPE)) : null);
    }

    /** {@return the shape of an output as the graph notes it} */
    Optional<long[]> notedShape(int output) {
        return read("_output_shapes", value -> {
            List<Message> shapes = value.message(LIST).messages(SHAPE);
            return output < shapes.size() ? known(shapes.get(output)) : null;
        });
    }

    Optional<Message> tensor(String attribute) {
        return read(attribute, value -> value.has(TENSOR) ? value.message(TENSOR) : null);
    }

    /** {@return the name of a function, empty if there is none} */
    String function(String attribute) {
        return read(attribute, value -> value.message(FUNCTION).text(1)).orElse("");
    }

    /** {@return the dimensions of a {@code TensorShapeProto}; null if their number is open} */
    static long[] known(Message shape) throws IOException {
        return shape.integer(3) != 0 ? null : BundleEntry.shape(shape);
    }

    /** Reads something of a value. */
    private interface Reading<T> {
        /** Returns what is read. */
        T of(Message value) throws IOException;
    }

    private <T> Optional<T> read(String attribute, Reading<T> reading) {
        ByteString encoded = attributes.get(attribute);
        if (encoded == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(reading.of(Message.parse(encoded)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "attribute '%s' of node '%s' is damaged: %s".formatted(attribute, name, e.getMessage()), e);
        }
    }
}
