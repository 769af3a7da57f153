package dev.pleat.formats.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.protobuf.ByteString;
import dev.pleat.formats.CompiledModels;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.formats.proto.Message;
import dev.pleat.processor.InMemoryCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Graphs that TensorFlow 2.18 wrote, one or a few operations each, against what it computed. {@code WriteGraphs.java.txt} beside
 * them, which is run by hand, writes them.
 */
final class GraphCasesTest {
    private static final Path CASES = Path.of("src/test/resources/tensorflow/graphs.zip");
    private static final double TOLERANCE = 1e-5;

    @TempDir
    static Path folder;

    @TestFactory
    List<DynamicTest> computesWhatTensorFlowComputed() throws IOException {
        Map<String, SourceModel> models = new LinkedHashMap<>();
        Map<String, byte[]> graphs = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(CASES.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                String name = entry.getName().replace(".pb", "");
                byte[] graph = zip.getInputStream(entry).readAllBytes();
                Path file = Files.write(folder.resolve(entry.getName()), graph);
                graphs.put(name, graph);
                try {
                    models.put(
                            name, new GraphReader().read(file, new ReadOptions(List.of(), List.of("y"), false, false)));
                } catch (IOException | RuntimeException e) {
                    refused.put(name, e.toString());
                }
            }
        }
        assertThat(graphs).hasSizeGreaterThan(140);
        InMemoryCompiler.Result compiled = CompiledModels.compile(models);
        List<DynamicTest> tests = new ArrayList<>();
        graphs.forEach((name, graph) -> tests.add(dynamicTest(name, () -> {
            assertThat(refused.get(name)).as("why it is refused").isNull();
            assertThat(compiled.errors()).isEmpty();
            SourceModel model = models.get(name);
            try {
                Graphs.compare(
                        CompiledModels.load(compiled, name, model),
                        reference(graph, "reference/x"),
                        reference(graph, "reference/y"),
                        TOLERANCE);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + CompiledModels.source(name, model), e);
            }
        })));
        return tests;
    }

    private static float[] reference(byte[] graph, String name) throws IOException {
        for (Message encoded : Message.parse(ByteString.copyFrom(graph)).messages(1)) {
            GraphNode node = GraphNode.parse(encoded);
            if (node.name().equals(name)) {
                return ((Constant) TensorProto.read(node.tensor("value").orElseThrow()))
                        .tensor()
                        .values();
            }
        }
        throw new AssertionError("no " + name);
    }
}
