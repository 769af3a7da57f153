package dev.pleat.formats.tensorflow;

import com.google.protobuf.ByteString;
import dev.pleat.formats.FormatException;
import dev.pleat.formats.ModelReader;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads frozen graphs of TensorFlow, {@code .pb}: graphs whose variables have become constants.
 *
 * <p>Inputs are the placeholders, outputs what nobody reads, unless the options name others. A tensor is named as in
 * TensorFlow, {@code name} or {@code name:1}; an input whose shape the graph does not tell can be given one, without the
 * batch: {@code name[49,10,1]}.
 */
public final class GraphReader implements ModelReader {
    private static final long LARGEST = Integer.MAX_VALUE - 8;
    /** What ends a graph without being a result of it. */
    private static final Set<String> NO_RESULTS = Set.of(
            "NoOp",
            "Assert",
            "Const",
            "Placeholder",
            "PlaceholderWithDefault",
            "PlaceholderV2",
            "SaveV2",
            "RestoreV2",
            "Assign",
            "AssignVariableOp",
            "AssignAddVariableOp",
            "VarHandleOp",
            "VariableV2",
            "Variable",
            "ReadVariableOp",
            "VarIsInitializedOp",
            "IsVariableInitialized",
            "ScalarSummary",
            "HistogramSummary",
            "ImageSummary",
            "MergeSummary",
            "Print",
            "MergeV2Checkpoints",
            "ShardedFilename");

    /** Creates a reader. */
    public GraphReader() {}

    @Override
    public SourceModel read(Path file, ReadOptions options) throws IOException {
        if (Files.isDirectory(file) || "saved_model.pb".equals(String.valueOf(file.getFileName()))) {
            return new SavedModelReader().read(file, options);
        }
        try {
            ByteString bytes = bytes(file);
            FlatGraph graph = new FlatGraph(Message.parse(bytes));
            if (graph.nodes().isEmpty()) {
                throw new FormatException(file, "this is no frozen graph: it has no nodes");
            }
            List<Wish> inputs = options.inputs().stream().map(Wish::parse).toList();
            List<Wish> outputs = new ArrayList<>();
            for (String output : options.outputs()) {
                outputs.add(Wish.parse(output));
            }
            if (outputs.isEmpty()) {
                outputs.addAll(ends(graph));
            }
            check(file, graph, inputs, outputs);
            return new Conversion(file, bytes.size(), graph, Variables.none(graph), options, inputs, outputs).convert();
        } catch (FormatException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new FormatException(file, "the graph cannot be read: " + e.getMessage(), e);
        }
    }

    /** {@return the bytes of a file} */
    static ByteString bytes(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("a file of " + Files.size(file) + " bytes is too large");
        }
        return ByteString.copyFrom(Files.readAllBytes(file));
    }

    /** Checks that the tensors that a user named are there. */
    static void check(Path file, FlatGraph graph, List<Wish> inputs, List<Wish> outputs) throws FormatException {
        List<String> problems = new ArrayList<>();
        for (Wish wish : inputs) {
            if (!graph.has(wish.ref().node())) {
                problems.add("there is no tensor '" + wish.ref() + "' for an input");
            }
        }
        for (Wish wish : outputs) {
            if (!graph.has(wish.ref().node())) {
                problems.add("there is no tensor '" + wish.ref() + "' for an output");
            }
        }
        if (outputs.isEmpty()) {
            problems.add("no node is a result");
        }
        if (!problems.isEmpty()) {
            throw new FormatException(
                    file, "the graph cannot be imported", problems, List.of("name tensors as the graph does"));
        }
    }

    private static List<Wish> ends(FlatGraph graph) {
        Set<String> read = new HashSet<>();
        for (GraphNode node : graph.nodes()) {
            for (String input : node.inputs()) {
                read.add(Ref.parse(input).node());
            }
        }
        List<Wish> ends = new ArrayList<>();
        for (GraphNode node : graph.nodes()) {
            if (!read.contains(node.name()) && !NO_RESULTS.contains(node.op())) {
                ends.add(new Wish(node.name(), new Ref(node.name(), 0), null));
            }
        }
        return ends;
    }
}
