package dev.pleat.formats.onnx;

import com.google.protobuf.ByteString;
import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as its file has it.
 *
 * @param opset the version of ONNX's own operators
 * @param nodes the nodes, in the file's order
 * @param inputs the inputs that are no initialisers
 * @param outputs the outputs
 * @param known what is said of the tensors between
 * @param initialisers the tensors of weights, not yet decoded
 */
record Graph(
        long opset,
        List<Node> nodes,
        List<Declared> inputs,
        List<Declared> outputs,
        Map<String, Declared> known,
        Map<String, Message> initialisers) {
    private static final int MODEL_GRAPH = 7;
    private static final int MODEL_OPSETS = 8;
    private static final int NODE = 1;
    private static final int INITIALISER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;
    private static final int VALUE_INFO = 13;
    private static final int SPARSE = 15;
    private static final int TENSOR_NAME = 8;

    static Graph of(ByteString bytes) throws IOException {
        Message model = Message.parse(bytes);
        if (!model.has(MODEL_GRAPH)) {
            throw new Tensors.Damaged("it has no graph");
        }
        Message graph = model.message(MODEL_GRAPH);
        if (graph.has(SPARSE)) {
            throw new Tensors.Damaged("it has sparse initialisers, which are not read");
        }
        Map<String, Message> initialisers = new LinkedHashMap<>();
        for (Message tensor : graph.messages(INITIALISER)) {
            initialisers.put(tensor.text(TENSOR_NAME), tensor);
        }
        List<Node> nodes = new ArrayList<>();
        for (Message node : graph.messages(NODE)) {
            nodes.add(Node.of(node));
        }
        List<Declared> inputs = declared(graph, INPUT);
        inputs.removeIf(input -> initialisers.containsKey(input.name()));
        List<Declared> outputs = declared(graph, OUTPUT);
        Map<String, Declared> known = new LinkedHashMap<>();
        for (Declared value : declared(graph, VALUE_INFO)) {
            known.put(value.name(), value);
        }
        inputs.forEach(value -> known.put(value.name(), value));
        outputs.forEach(value -> known.putIfAbsent(value.name(), value));
        return new Graph(opset(model), nodes, inputs, outputs, known, initialisers);
    }

    private static long opset(Message model) throws IOException {
        for (Message opset : model.messages(MODEL_OPSETS)) {
            String domain = opset.text(1);
            if (domain.isEmpty() || domain.equals("ai.onnx")) {
                return opset.integer(2);
            }
        }
        return 1;
    }

    private static List<Declared> declared(Message graph, int field) throws IOException {
        List<Declared> all = new ArrayList<>();
        for (Message info : graph.messages(field)) {
            all.add(Declared.of(info));
        }
        return all;
    }
}
