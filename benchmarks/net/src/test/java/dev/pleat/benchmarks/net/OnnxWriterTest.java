package dev.pleat.benchmarks.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.pleat.formats.proto.Message;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written can be read again, by field numbers of onnx.proto. */
final class OnnxWriterTest {
    @TempDir
    Path folder;

    private final Net net = Zoo.net("ResNet8");
    private final Map<String, Tensor> weights = Weights.of(net);

    @Test
    void everyNodeIsThereInOrderAndReadsWhatItShould() throws IOException {
        List<Message> nodes = graph(net).messages(1);

        assertThat(nodes).hasSize(net.nodes().size() - 1);
        for (int i = 0; i < nodes.size(); i++) {
            Node node = net.nodes().get(i + 1);
            assertThat(nodes.get(i).texts(2)).containsExactly(node.name());
            assertThat(nodes.get(i).texts(1))
                    .startsWith(node.inputs().stream().map(Node::name).toArray(String[]::new));
        }
        assertThat(nodes.get(0).text(4)).isEqualTo("Conv");
        assertThat(nodes.get(1).text(4)).isEqualTo("BatchNormalization");
        assertThat(nodes.get(nodes.size() - 1).text(4)).isEqualTo("Softmax");
    }

    @Test
    void everyConstantIsThereWithItsShape() throws IOException {
        Map<String, Message> constants = new HashMap<>();
        for (Message constant : graph(net).messages(5)) {
            constants.put(constant.text(8), constant);
        }

        assertThat(constants).hasSize(weights.size());
        assertThat(constants.get("conv/kernel").integers(1)).containsExactly(16, 3, 3, 3);
        assertThat(floats(constants.get("norm/gamma")))
                .isEqualTo(weights.get("norm/gamma").values());
        // Output 5, input 2, row 1, column 0.
        float[] kernel = floats(constants.get("conv/kernel"));
        float[] ours = weights.get("conv/kernel").values();
        assertThat(kernel[((5 * 3 + 2) * 3 + 1) * 3]).isEqualTo(ours[((3 + 0) * 3 + 2) * 16 + 5]);
    }

    @Test
    void stridesAndPaddingAreAttributes() throws IOException {
        Message strided = graph(net).messages(1).stream()
                .filter(node -> text(node).equals("b2/first"))
                .findFirst()
                .orElseThrow();
        Map<String, long[]> attributes = new HashMap<>();
        for (Message attribute : strided.messages(5)) {
            attributes.put(attribute.text(1), attribute.integers(8));
        }

        assertThat(attributes.get("kernel_shape")).containsExactly(3, 3);
        assertThat(attributes.get("strides")).containsExactly(2, 2);
        assertThat(attributes.get("pads")).containsExactly(0, 0, 1, 1);
    }

    @Test
    void inputsAreChannelsFirstWithTheNumberOfSamples() throws IOException {
        Message shape = graph(net).message(11).message(2).message(1).message(2);
        long[] dimensions = new long[4];
        for (int i = 0; i < 4; i++) {
            dimensions[i] = shape.messages(1).get(i).integer(1);
        }

        assertThat(dimensions).containsExactly(2, 3, 32, 32);
    }

    @Test
    void aDenseLayerBehindAnImageReadsChannelsFirst() throws IOException {
        Net digits = Zoo.net("DigitsCnn");
        Node dense = digits.nodes().get(digits.nodes().size() - 2);
        float[] ours = Weights.of(digits).get("digit/kernel").values();
        float[] theirs = ChannelsFirst.kernel(dense, Weights.of(digits));

        // Channel 7 of pixel 3: of 169 pixels and 32 channels, unit 4 of 10.
        assertThat(theirs[(7 * 169 + 3) * 10 + 4]).isEqualTo(ours[(3 * 32 + 7) * 10 + 4]);
        assertThat(Arrays.equals(theirs, ours)).isFalse();
    }

    private Message graph(Net network) throws IOException {
        Path file = folder.resolve("net.onnx");
        OnnxWriter.write(network, weights, 2, file);
        return Message.parse(ByteString.copyFrom(Files.readAllBytes(file))).message(7);
    }

    private static String text(Message node) {
        try {
            return node.text(3);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static float[] floats(Message tensor) throws IOException {
        FloatBuffer buffer = tensor.bytes(9)
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
