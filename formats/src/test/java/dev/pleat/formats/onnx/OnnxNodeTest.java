package dev.pleat.formats.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * ONNX's own tests of its operators: those of the operators that must be read pass, every other one passes or is refused
 * by its operator's name, and {@code docs/onnx-operators.md} says which and why.
 *
 * <p>{@code -Dpleat.onnx.update=true} rewrites that page.
 */
final class OnnxNodeTest {
    private static final Path TESTS = Path.of("..", "..", "shared", "conformance", "onnx-node");
    private static final Path PAGE = Path.of("..", "docs", "onnx-operators.md");

    /** The operators that are read in every form that the language can express. */
    private static final Set<String> MUST = Set.of(
            "Add",
            "AveragePool",
            "BatchNormalization",
            "Clip",
            "Concat",
            "Conv",
            "ConvTranspose",
            "Dropout",
            "Elu",
            "Flatten",
            "Gelu",
            "Gemm",
            "GlobalAveragePool",
            "GlobalMaxPool",
            "HardSigmoid",
            "HardSwish",
            "Identity",
            "LeakyRelu",
            "MatMul",
            "Max",
            "MaxPool",
            "Mean",
            "Min",
            "Mish",
            "Mul",
            "PRelu",
            "Pad",
            "ReduceMean",
            "Relu",
            "Reshape",
            "Selu",
            "Sigmoid",
            "Softmax",
            "Softplus",
            "Softsign",
            "Squeeze",
            "Sub",
            "Sum",
            "Tanh",
            "Transpose",
            "Unsqueeze");

    /** What is refused nevertheless. */
    private static final Map<String, String> EXCUSED = Map.ofEntries(
            Map.entry("test_batchnorm_epsilon_training_mode", "training"),
            Map.entry("test_batchnorm_example_training_mode", "training"),
            Map.entry("test_convtranspose_3d", "three axes"),
            Map.entry("test_dropout_default_mask", "the mask is no float32"),
            Map.entry("test_dropout_default_mask_ratio", "the mask is no float32"),
            Map.entry("test_edge_pad", "not constant"),
            Map.entry("test_maxpool_with_argmax_2d_precomputed_pads", "two outputs"),
            Map.entry("test_maxpool_with_argmax_2d_precomputed_strides", "two outputs"),
            Map.entry("test_reflect_pad", "not constant"),
            Map.entry("test_reshape_allowzero_reordered", "no numbers at all"),
            Map.entry("test_wrap_pad", "not constant"));

    @TempDir
    Path scratch;

    @Test
    void passOrAreRefusedByName() throws IOException, ReflectiveOperationException {
        assumeTrue(Files.isDirectory(TESTS), "skipped: ONNX's tests are not at " + TESTS.toAbsolutePath());
        List<NodeTest> tests = new ArrayList<>();
        try (Stream<Path> folders = Files.list(TESTS)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                tests.add(NodeTest.read(folder));
            }
        }
        List<NodeTests.Outcome> outcomes = new NodeTests(scratch).run(tests);
        for (NodeTests.Outcome outcome : outcomes) {
            check(outcome);
        }
        String page = OperatorTable.of(outcomes);
        if (Boolean.getBoolean("pleat.onnx.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("rewrite it with -Dpleat.onnx.update=true, and review the difference")
                .hasContent(page);
    }

    private static void check(NodeTests.Outcome outcome) throws IOException {
        String name = outcome.test().name();
        if (!outcome.refused()) {
            assertThat(outcome.reason()).as(name + "\n" + outcome.source()).isEmpty();
            return;
        }
        Set<String> operators = outcome.test().operators();
        boolean must = MUST.containsAll(operators) && isFloat(outcome.test());
        assertThat(!must || EXCUSED.containsKey(name))
                .as(name + " must pass but was refused: " + outcome.reason())
                .isTrue();
        assertThat(operators)
                .as(name + " is refused by an operator's name: " + outcome.reason())
                .anyMatch(operator -> outcome.reason().contains(operator + " '"));
    }

    /** Returns whether a test's first input and output are float32. */
    private static boolean isFloat(NodeTest test) {
        return Stream.of(test.inputs().get(0), test.outputs().get(0)).allMatch(OnnxNodeTest::isFloat);
    }

    private static boolean isFloat(ByteString tensor) {
        Constant decoded = NodeTest.decoded(tensor);
        return decoded != null && decoded.type() == ElementType.FLOAT;
    }
}
