package dev.pleat.formats.tensorflow;

import static dev.pleat.formats.tensorflow.GraphWriter.call;
import static dev.pleat.formats.tensorflow.GraphWriter.nodeDef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.CompiledModels;
import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceLayer;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SavedModels of both versions, written here, with variables that share a name. */
final class SavedModelReaderTest {
    private static final float[] KERNEL = {1, 2, 3, 4, 5, 6};
    private static final float[] BIAS = {10, 20};

    @TempDir
    Path folder;

    @Test
    void readsVariablesThroughFunctionsAndTheirRestoration() throws IOException {
        GraphWriter graph = new GraphWriter()
                .placeholder("serving_x", -1, 3)
                // Both are called Variable in Python: only the restoring function tells them apart.
                .node("Variable", "VarHandleOp", Map.of("shared_name", GraphWriter.text("Variable")))
                .node("Variable_1", "VarHandleOp", Map.of("shared_name", GraphWriter.text("Variable")))
                .node("saver_filename", "Placeholder", Map.of("dtype", GraphWriter.type(7)))
                .node(
                        "StatefulPartitionedCall",
                        "StatefulPartitionedCall",
                        Map.of("f", GraphWriter.function("wrapper")),
                        "serving_x",
                        "Variable_1",
                        "Variable")
                .node(
                        "Restore",
                        "StatefulPartitionedCall",
                        Map.of("f", GraphWriter.function("restore")),
                        "saver_filename",
                        "Variable",
                        "Variable_1")
                .function(
                        "wrapper",
                        new String[] {"a", "b", "c"},
                        "Identity:output:0",
                        call("PartitionedCall_1", "body", "a", "b", "c"),
                        nodeDef("Identity", "Identity", Map.of(), "PartitionedCall_1:output:0", "^PartitionedCall_1"))
                .function(
                        "body",
                        new String[] {"x", "k", "b"},
                        "model/dense/BiasAdd:output:0",
                        nodeDef("model/dense/MatMul/Read", "ReadVariableOp", Map.of(), "k"),
                        nodeDef("model/dense/MatMul", "MatMul", Map.of(), "x", "model/dense/MatMul/Read:value:0"),
                        nodeDef("model/dense/BiasAdd/Read", "ReadVariableOp", Map.of(), "b"),
                        nodeDef(
                                "model/dense/BiasAdd",
                                "BiasAdd",
                                Map.of(),
                                "model/dense/MatMul:product:0",
                                "model/dense/BiasAdd/Read:value:0"))
                .function(
                        "restore",
                        new String[] {"file", "v0", "v1"},
                        "Identity_1:output:0",
                        nodeDef(
                                "names",
                                "Const",
                                Map.of(
                                        "value",
                                        GraphWriter.texts(
                                                "bias/.ATTRIBUTES/VARIABLE_VALUE",
                                                "kernel/.ATTRIBUTES/VARIABLE_VALUE"))),
                        nodeDef("slices", "Const", Map.of("value", GraphWriter.texts("", ""))),
                        nodeDef("RestoreV2", "RestoreV2", Map.of(), "file", "names:output:0", "slices:output:0"),
                        nodeDef("Identity", "Identity", Map.of(), "RestoreV2:tensors:0"),
                        nodeDef("Assign", "AssignVariableOp", Map.of(), "v0", "Identity:output:0"),
                        nodeDef("Identity_1", "Identity", Map.of(), "RestoreV2:tensors:1"),
                        nodeDef("Assign_1", "AssignVariableOp", Map.of(), "v1", "Identity_1:output:0"));
        Path variables = Files.createDirectory(folder.resolve("variables"));
        new CheckpointWriter()
                .add("bias/.ATTRIBUTES/VARIABLE_VALUE", BIAS, 2)
                .add("kernel/.ATTRIBUTES/VARIABLE_VALUE", KERNEL, 3, 2)
                .write(variables.resolve("variables"));
        save(graph, "Restore", "StatefulPartitionedCall:0", 3);
        check(read(ReadOptions.DEFAULT));
        SourceModel named = read(new ReadOptions(List.of("serving_x:0"), List.of("model/dense/MatMul"), false, false));
        assertThat(named.layers().get(1).weights()).containsOnlyKeys("kernel");
        assertThat(named.layers().get(0).name()).isEqualTo("image");
    }

    @Test
    void readsVariablesOfTensorFlow1AlsoPartitionedOnes() throws IOException {
        GraphWriter graph = new GraphWriter()
                .placeholder("serving_x", -1, 3)
                .node("dense/kernel/part_0", "VariableV2")
                .node("dense/kernel/part_1", "VariableV2")
                .node("dense/bias", "VariableV2")
                .node("dense/kernel/part_0/read", "Identity", "dense/kernel/part_0")
                .node("dense/kernel/part_1/read", "Identity", "dense/kernel/part_1")
                .node("axis", "Const", Map.of("value", GraphWriter.ints(0)))
                .integers("zero", 0)
                .node("dense/kernel", "ConcatV2", "dense/kernel/part_0/read", "dense/kernel/part_1/read", "zero")
                .node("dense/MatMul", "MatMul", "serving_x", "dense/kernel")
                .node("dense/BiasAdd", "BiasAdd", "dense/MatMul", "dense/bias")
                .node("save/names", "Const", Map.of("value", GraphWriter.texts("dense/kernel", "dense/kernel")))
                .node("save/slices", "Const", Map.of("value", GraphWriter.texts("3 2 0,1:-", "3 2 1,2:0,2")))
                .node("save/Const", "Const", Map.of("value", GraphWriter.texts("model")))
                .node("save/RestoreV2", "RestoreV2", "save/Const", "save/names", "save/slices")
                .node("save/Assign", "Assign", "dense/kernel/part_0", "save/RestoreV2")
                .node("save/Assign_1", "Assign", "dense/kernel/part_1", "save/RestoreV2:1")
                .node("save/restore_all", "NoOp", "^save/Assign", "^save/Assign_1");
        Path variables = Files.createDirectory(folder.resolve("variables"));
        new CheckpointWriter()
                .add("dense/kernel", KERNEL, 3, 2)
                .add("dense/bias", BIAS, 2)
                .write(variables.resolve("variables"));
        save(graph, "save/restore_all", "dense/BiasAdd:0", 3);
        check(read(ReadOptions.DEFAULT));
    }

    @Test
    void refusesRecursiveFunctionsAndVariablesThatAreNowhere() throws IOException {
        GraphWriter recursive = new GraphWriter()
                .placeholder("serving_x", -1, 3)
                .node("Call", "PartitionedCall", Map.of("f", GraphWriter.function("f")), "serving_x")
                .function("f", new String[] {"a"}, "g:output:0", call("g", "g", "a"))
                .function("g", new String[] {"a"}, "f:output:0", call("f", "f", "a"));
        save(recursive, "", "Call:0", 3);
        assertThatThrownBy(() -> read(ReadOptions.DEFAULT))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("recursive");
        GraphWriter deeper = new GraphWriter()
                .placeholder("serving_x", -1, 3)
                .node("Call", "PartitionedCall", Map.of("f", GraphWriter.function("f")), "serving_x")
                .function(
                        "f",
                        new String[] {"a"},
                        "add:z:0",
                        call("f1", "f", "a"),
                        call("f2", "f", "a"),
                        nodeDef("add", "AddV2", Map.of(), "f1:output:0", "f2:output:0"));
        save(deeper, "", "Call:0", 3);
        assertThatThrownBy(() -> read(ReadOptions.DEFAULT))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("recursive");
        GraphWriter nowhere = new GraphWriter()
                .placeholder("serving_x", -1, 3)
                .node("w", "VarHandleOp")
                .node("read", "ReadVariableOp", "w")
                .node("y", "MatMul", "serving_x", "read");
        save(nowhere, "", "y:0", 3);
        assertThatThrownBy(() -> read(ReadOptions.DEFAULT)).hasMessageContaining("variable 'w', whose value is not");
    }

    @Test
    void refusesFunctionsThatCallOthersTwiceEach() throws IOException {
        GraphWriter laughs = new GraphWriter()
                .placeholder("serving_x", -1, 3)
                .node("Call", "PartitionedCall", Map.of("f", GraphWriter.function("f0")), "serving_x");
        for (int i = 0; i < 60; i++) {
            laughs.function(
                    "f" + i,
                    new String[] {"a"},
                    "add:z:0",
                    call("f1", "f" + (i + 1), "a"),
                    call("f2", "f" + (i + 1), "a"),
                    nodeDef("add", "AddV2", Map.of(), "f1:output:0", "f2:output:0"));
        }
        laughs.function("f60", new String[] {"a"}, "r:activations:0", nodeDef("r", "Relu", Map.of(), "a"));
        save(laughs, "", "Call:0", 3);
        assertThatThrownBy(() -> read(ReadOptions.DEFAULT))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("nodes");
    }

    @Test
    void saysWhichSignaturesThereAre() throws IOException {
        GraphWriter graph = new GraphWriter().placeholder("x", -1, 3).node("y", "Relu", "x");
        ProtoWriter meta = new ProtoWriter().message(2, graph.toMessage());
        for (String name : List.of("first", "second")) {
            meta.message(5, new ProtoWriter().text(1, name).message(2, signature("x:0", "y:0", 3)));
        }
        Files.write(
                folder.resolve("saved_model.pb"),
                new ProtoWriter().message(2, meta).toBytes());
        assertThatThrownBy(() -> read(ReadOptions.DEFAULT))
                .hasMessageContaining("[first, second]")
                .hasMessageContaining("--outputs");
        SourceModel model = read(new ReadOptions(List.of(), List.of("y"), false, false));
        assertThat(model.outputs()).containsExactly("y");
        assertThatThrownBy(() -> new SavedModelReader().read(folder.resolve("none"), ReadOptions.DEFAULT))
                .hasMessageContaining("no saved_model.pb");
    }

    private SourceModel read(ReadOptions options) throws IOException {
        return new SavedModelReader().read(folder, options);
    }

    private void save(GraphWriter graph, String restore, String output, int... inputs) throws IOException {
        ProtoWriter meta = new ProtoWriter()
                .message(1, new ProtoWriter().text(4, "serve"))
                .message(2, graph.toMessage())
                .message(3, new ProtoWriter().text(3, restore))
                .message(
                        5,
                        new ProtoWriter()
                                .text(1, "serving_default")
                                .message(2, signature("serving_x:0", output, inputs)));
        Files.write(
                folder.resolve("saved_model.pb"),
                new ProtoWriter().message(2, meta).toBytes());
    }

    private static ProtoWriter signature(String input, String output, int... sizes) {
        int[] shape = new int[sizes.length + 1];
        shape[0] = -1;
        System.arraycopy(sizes, 0, shape, 1, sizes.length);
        ProtoWriter in = new ProtoWriter().text(1, input).integer(2, 1).message(3, CheckpointWriter.shape(shape));
        ProtoWriter out = new ProtoWriter().text(1, output).integer(2, 1);
        return new ProtoWriter()
                .message(1, new ProtoWriter().text(1, "image").message(2, in))
                .message(2, new ProtoWriter().text(1, "scores").message(2, out));
    }

    private static void check(SourceModel model) {
        assertThat(model.layers()).extracting(SourceLayer::name).containsExactly("image", "scores");
        assertThat(model.outputs()).containsExactly("scores");
        float[] x = {1, 2, 3, 0, -1, 1};
        float[] expected = {1 + 6 + 15 + 10, 2 + 8 + 18 + 20, -3 + 5 + 10, -4 + 6 + 20};
        Graphs.compare(CompiledModels.of(model), x, expected, 1e-6);
    }
}
