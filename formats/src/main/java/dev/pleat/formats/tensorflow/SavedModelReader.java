package dev.pleat.formats.tensorflow;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads SavedModels of TensorFlow 1 and 2: folders with a {@code saved_model.pb} and, unless the model has no variables, a
 * checkpoint under {@code variables}.
 *
 * <p>Inputs and outputs are those of the signature {@code serving_default}, or of the only one, and are called as there.
 * The options may name them so, or name tensors of the graph as {@link GraphReader} takes them.
 */
public final class SavedModelReader implements ModelReader {
    private static final String FILE = "saved_model.pb";
    private static final String DEFAULT_SIGNATURE = "serving_default";

    /** Creates a reader. */
    public SavedModelReader() {}

    /**
     * Reads a model.
     *
     * @param file the folder, or its {@code saved_model.pb}
     */
    @Override
    public SourceModel read(Path file, ReadOptions options) throws IOException {
        Path graphFile = Files.isDirectory(file) ? file.resolve(FILE) : file;
        if (!Files.isRegularFile(graphFile)) {
            throw new FormatException(file, "this is no SavedModel: it has no " + FILE);
        }
        try {
            Message meta = serving(Message.parse(GraphReader.bytes(graphFile)), file);
            FlatGraph graph = new FlatGraph(meta.message(2));
            Path variablesFolder = graphFile.resolveSibling("variables");
            Variables variables = variables(graph, meta, variablesFolder);
            Signature signature = signature(meta, options, file);
            signature = signature.found(graph);
            GraphReader.check(file, graph, signature.inputs(), signature.outputs());
            long size = Files.size(graphFile) + size(variablesFolder);
            return new Conversion(file, size, graph, variables, options, signature.inputs(), signature.outputs())
                    .convert();
        } catch (FormatException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new FormatException(file, "the SavedModel cannot be read: " + e.getMessage(), e);
        }
    }

    private static long size(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long size = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    /** Returns the graph for serving. */
    private static Message serving(Message model, Path file) throws IOException {
        List<Message> graphs = model.messages(2);
        for (Message graph : graphs) {
            if (graph.message(1).texts(4).contains("serve")) {
                return graph;
            }
        }
        if (graphs.size() != 1) {
            throw new FormatException(file, "none of its " + graphs.size() + " graphs has the tag 'serve'");
        }
        return graphs.get(0);
    }

    private static Variables variables(FlatGraph graph, Message meta, Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve("variables.index"))) {
            return Variables.none(graph);
        }
        Bundle bundle = Bundle.open(CheckpointFiles.of(folder.resolve("variables")));
        return Variables.of(graph, bundle, Ref.parse(meta.message(3).text(3)).node());
    }

    /** The tensors at the ends of a model. */
    private record Signature(List<Wish> inputs, List<Wish> outputs, List<Wish> ends) {
        /** Returns this with tensors found that are within calls of functions, by their names without the calls. */
        Signature found(FlatGraph graph) {
            boolean all = Stream.concat(inputs.stream(), outputs.stream())
                    .allMatch(wish -> graph.has(wish.ref().node()));
            if (all) {
                return this;
            }
            // Planning replaces all calls that lead to the outputs.
            new GraphPlan(
                    graph,
                    Set.of(),
                    ends.stream().map(end -> graph.resolve(end.ref())).toList());
            Map<String, String> names = new HashMap<>();
            graph.nodes().forEach(node -> names.putIfAbsent(FlatGraph.readable(node.name()), node.name()));
            return new Signature(found(graph, names, inputs), found(graph, names, outputs), ends);
        }

        private static List<Wish> found(FlatGraph graph, Map<String, String> names, List<Wish> wishes) {
            return wishes.stream()
                    .map(wish -> {
                        String node = wish.ref().node();
                        Ref ref = new Ref(
                                graph.has(node) ? node : names.getOrDefault(node, node),
                                wish.ref().index());
                        return new Wish(wish.name(), ref, wish.shape());
                    })
                    .toList();
        }
    }

    private static Signature signature(Message meta, ReadOptions options, Path file) throws IOException {
        Map<String, Message> signatures = new TreeMap<>();
        for (Message entry : meta.messages(5)) {
            Message signature = entry.message(2);
            if (!signature.messages(2).isEmpty() && !entry.text(1).startsWith("__saved_model")) {
                signatures.put(entry.text(1), signature);
            }
        }
        Message chosen = signatures.get(DEFAULT_SIGNATURE);
        if (chosen == null && signatures.size() == 1) {
            chosen = signatures.values().iterator().next();
        }
        if (chosen == null && options.outputs().isEmpty()) {
            throw new FormatException(
                    file,
                    "the SavedModel cannot be imported",
                    List.of("it has no signature '%s', but %s".formatted(DEFAULT_SIGNATURE, signatures.keySet())),
                    List.of("name the tensors that are inputs and outputs: --inputs, --outputs"));
        }
        Map<String, Wish> inputs = wishes(chosen, 1);
        Map<String, Wish> outputs = wishes(chosen, 2);
        return new Signature(
                chosen(options.inputs(), inputs), chosen(options.outputs(), outputs), List.copyOf(outputs.values()));
    }

    private static Map<String, Wish> wishes(Message signature, int field) throws IOException {
        Map<String, Wish> wishes = new TreeMap<>();
        if (signature == null) {
            return wishes;
        }
        for (Message entry : signature.messages(field)) {
            Message tensor = entry.message(2);
            if (tensor.text(1).isEmpty()) {
                throw new IOException("'" + entry.text(1) + "' of the signature is no plain tensor");
            }
            long[] shape = tensor.has(3) ? GraphNode.known(tensor.message(3)) : null;
            wishes.put(entry.text(1), new Wish(entry.text(1), Ref.parse(tensor.text(1)), shape));
        }
        return wishes;
    }

    /** Returns what a user asks for, or all of a signature. */
    private static List<Wish> chosen(List<String> asked, Map<String, Wish> signature) {
        if (asked.isEmpty()) {
            return List.copyOf(signature.values());
        }
        List<Wish> chosen = new ArrayList<>();
        for (String text : asked) {
            Wish parsed = Wish.parse(text);
            Wish known = signature.get(parsed.ref().toString());
            if (known == null) {
                for (Wish wish : signature.values()) {
                    known = wish.ref().equals(parsed.ref()) ? wish : known;
                }
            }
            if (known == null) {
                chosen.add(parsed);
            } else {
                chosen.add(parsed.shape() == null ? known : new Wish(known.name(), known.ref(), parsed.shape()));
            }
        }
        return chosen;
    }
}
