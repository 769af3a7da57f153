package dev.pleat.formats.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.pleat.formats.FormatException;
import dev.pleat.formats.ModelReader;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads ONNX models: graphs of float32 operators, opset 7 and newer, as exporters write them for inference.
 *
 * <p>The first dimension of the inputs is a batch if the graph lets it be one: if no node computes along it. Else, if it
 * is 1 or open, it is taken as 1, and a graph whose inputs have other first dimensions is read as it stands, without a
 * batch. Graphs keep their channels first; the compiler chooses another layout where that is better.
 */
public final class OnnxReader implements ModelReader {
    private static final long OLDEST = 7;
    private static final long LARGEST = Integer.MAX_VALUE - 8;

    /** Creates a reader. */
    public OnnxReader() {}

    @Override
    public SourceModel read(Path file, ReadOptions options) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new FormatException(file, "has 2 GB or more; keep its weights in files beside it");
        }
        ByteString bytes = UnsafeByteOperations.unsafeWrap(Files.readAllBytes(file));
        try {
            return read(file, Graph.of(bytes), options);
        } catch (InvalidProtocolBufferException e) {
            throw new FormatException(file, "is no ONNX model, or is damaged: " + e.getMessage(), e);
        } catch (Tensors.Damaged e) {
            throw new FormatException(file, e.getMessage(), e);
        }
    }

    private static SourceModel read(Path file, Graph graph, ReadOptions options) throws IOException {
        if (graph.opset() < OLDEST) {
            String problem = "has opset " + graph.opset() + "; " + OLDEST + " and newer are read: export it anew";
            throw new FormatException(file, problem);
        }
        Path folder = file.toAbsolutePath().getParent();
        Tensors tensors = new Tensors(new ExternalData(folder));
        Map<String, Constant> decoded = new HashMap<>();
        Import best = null;
        for (Batch batch : Batch.of(chosen(graph, options))) {
            Import attempt = new Import(file.getFileName().toString(), graph, options, tensors, batch, decoded);
            SourceModel model = attempt.run();
            if (model != null) {
                return model;
            }
            if (best == null || best.isWorseThan(attempt)) {
                best = attempt;
            }
            if (!attempt.isOfBatch()) {
                break;
            }
        }
        throw new FormatException(
                file,
                "cannot be written in the language",
                best.problems(),
                List.of("export the model without these, or choose a part of it with inputs and outputs"));
    }

    private static List<Declared> chosen(Graph graph, ReadOptions options) {
        if (options.inputs().isEmpty()) {
            return graph.inputs();
        }
        return options.inputs().stream()
                .map(name -> graph.known().getOrDefault(name, new Declared(name, ElementType.FLOAT, List.of(0L))))
                .toList();
    }
}
