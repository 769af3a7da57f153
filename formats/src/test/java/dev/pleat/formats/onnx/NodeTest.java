package dev.pleat.formats.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.pleat.formats.proto.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One of ONNX's tests of operators.
 *
 * @param name the folder's name
 * @param model the model's bytes
 * @param inputs the tensors of the test's inputs, in the graph's order; null for one that is no tensor
 * @param outputs the expected outputs; null for one that is no tensor
 */
record NodeTest(String name, ByteString model, List<ByteString> inputs, List<ByteString> outputs) {
    private static final int GRAPH = 7;
    private static final int INITIALISER = 5;
    private static final int TENSOR_NAME = 8;

    static NodeTest read(Path folder) throws IOException {
        return new NodeTest(
                folder.getFileName().toString(),
                ByteString.copyFrom(Files.readAllBytes(folder.resolve("model.onnx"))),
                tensors(folder.resolve("test_data_set_0"), "input_"),
                tensors(folder.resolve("test_data_set_0"), "output_"));
    }

    private static List<ByteString> tensors(Path folder, String prefix) throws IOException {
        List<ByteString> tensors = new ArrayList<>();
        for (Path file = folder.resolve(prefix + "0.pb");
                Files.exists(file);
                file = folder.resolve(prefix + tensors.size() + ".pb")) {
            tensors.add(ByteString.copyFrom(Files.readAllBytes(file)));
        }
        return tensors;
    }

    Graph graph() throws IOException {
        return Graph.of(model);
    }

    /** Returns the operators of the model's nodes, each once. */
    Set<String> operators() throws IOException {
        Set<String> operators = new LinkedHashSet<>();
        graph().nodes().forEach(node -> operators.add(node.op()));
        return operators;
    }

    /** Returns an input or output decoded; null if it is no tensor of numbers. */
    static Constant decoded(ByteString tensor) {
        try {
            return new Tensors(new ExternalData(Path.of("."))).decode(Message.parse(tensor));
        } catch (IOException e) {
            return null;
        }
    }

    /** Returns the model with all inputs but the first as initialisers, as they stand in files of real models. */
    ByteString withWeights() throws IOException {
        List<Declared> declared = graph().inputs();
        ByteArrayOutputStream graph = new ByteArrayOutputStream();
        CodedOutputStream fields = CodedOutputStream.newInstance(graph);
        for (int i = 1; i < inputs.size(); i++) {
            ByteArrayOutputStream name = new ByteArrayOutputStream();
            CodedOutputStream field = CodedOutputStream.newInstance(name);
            field.writeString(TENSOR_NAME, declared.get(i).name());
            field.flush();
            fields.writeBytes(INITIALISER, inputs.get(i).concat(ByteString.copyFrom(name.toByteArray())));
        }
        fields.flush();
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        CodedOutputStream outer = CodedOutputStream.newInstance(model);
        outer.writeByteArray(GRAPH, graph.toByteArray());
        outer.flush();
        return this.model.concat(ByteString.copyFrom(model.toByteArray()));
    }
}
