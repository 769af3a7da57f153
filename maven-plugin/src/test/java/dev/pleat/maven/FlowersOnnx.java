package dev.pleat.maven;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Writes the example's model: {@code softmax(B · relu(norm(A · x + a)) + b)} with random weights, in ONNX's wire format.
 */
final class FlowersOnnx {

    private static final int INPUTS = 4;
    private static final int HIDDEN = 8;
    private static final int CLASSES = 3;

    /** Where the numbers of a network come from. */
    record Weights(
            float[] first,
            float[] firstBias,
            float[] scale,
            float[] shift,
            float[] mean,
            float[] variance,
            float[] last,
            float[] lastBias) {

        static Weights of(long seed) {
            Random random = new Random(seed);
            return new Weights(
                    numbers(random, INPUTS * HIDDEN, -1),
                    numbers(random, HIDDEN, -1),
                    numbers(random, HIDDEN, 0.5f),
                    numbers(random, HIDDEN, -1),
                    numbers(random, HIDDEN, -1),
                    numbers(random, HIDDEN, 0.5f),
                    numbers(random, HIDDEN * CLASSES, -1),
                    numbers(random, CLASSES, -1));
        }

        private static float[] numbers(Random random, int count, float from) {
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = from + random.nextInt(64) / 32f;
            }
            return numbers;
        }

        /** Returns what the network answers, computed as it is written. */
        double[] predict(float[] x) {
            double[] hidden = new double[HIDDEN];
            for (int h = 0; h < HIDDEN; h++) {
                double sum = firstBias[h];
                for (int i = 0; i < INPUTS; i++) {
                    sum += (double) x[i] * first[i * HIDDEN + h];
                }
                double norm = scale[h] * (sum - mean[h]) / Math.sqrt(variance[h] + 1e-5) + shift[h];
                hidden[h] = Math.max(0, norm);
            }
            double[] result = new double[CLASSES];
            double total = 0;
            for (int c = 0; c < CLASSES; c++) {
                double sum = lastBias[c];
                for (int h = 0; h < HIDDEN; h++) {
                    sum += hidden[h] * last[h * CLASSES + c];
                }
                result[c] = Math.exp(sum);
                total += result[c];
            }
            for (int c = 0; c < CLASSES; c++) {
                result[c] /= total;
            }
            return result;
        }
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private FlowersOnnx() {}

    /** Returns the file's bytes. */
    static byte[] file(Weights w) {
        FlowersOnnx graph = new FlowersOnnx()
                .message(1, node("Gemm", "first", "measures", "A", "a"))
                .message(1, node("BatchNormalization", "norm", "first", "scale", "shift", "mean", "variance"))
                .message(1, node("Relu", "active", "norm"))
                .message(1, node("Gemm", "last", "active", "B", "b"))
                .message(1, node("Softmax", "kind", "last"))
                .text(2, "flowers")
                .message(5, tensor("A", w.first(), INPUTS, HIDDEN))
                .message(5, tensor("a", w.firstBias(), HIDDEN))
                .message(5, tensor("scale", w.scale(), HIDDEN))
                .message(5, tensor("shift", w.shift(), HIDDEN))
                .message(5, tensor("mean", w.mean(), HIDDEN))
                .message(5, tensor("variance", w.variance(), HIDDEN))
                .message(5, tensor("B", w.last(), HIDDEN, CLASSES))
                .message(5, tensor("b", w.lastBias(), CLASSES))
                .message(11, value("measures", INPUTS))
                .message(12, value("kind", CLASSES));
        return new FlowersOnnx()
                .number(1, 8)
                .text(2, "pleat example")
                .message(7, graph)
                .message(8, new FlowersOnnx().text(1, "").number(2, 17))
                .bytes
                .toByteArray();
    }

    private static FlowersOnnx node(String type, String output, String... inputs) {
        FlowersOnnx node = new FlowersOnnx();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(3, output).text(4, type);
    }

    private static FlowersOnnx tensor(String name, float[] values, int... dims) {
        FlowersOnnx tensor = new FlowersOnnx();
        for (int dim : dims) {
            tensor.number(1, dim);
        }
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor.number(2, 1).text(8, name).data(9, raw.array());
    }

    /** A float32 matrix of any number of rows. */
    private static FlowersOnnx value(String name, int columns) {
        FlowersOnnx shape = new FlowersOnnx()
                .message(1, new FlowersOnnx().text(2, "N"))
                .message(1, new FlowersOnnx().number(1, columns));
        FlowersOnnx type =
                new FlowersOnnx().message(1, new FlowersOnnx().number(1, 1).message(2, shape));
        return new FlowersOnnx().text(1, name).message(2, type);
    }

    private FlowersOnnx number(int field, long value) {
        varint(field << 3);
        varint(value);
        return this;
    }

    private FlowersOnnx text(int field, String text) {
        return data(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private FlowersOnnx message(int field, FlowersOnnx message) {
        return data(field, message.bytes.toByteArray());
    }

    private FlowersOnnx data(int field, byte[] data) {
        varint(field << 3 | 2);
        varint(data.length);
        bytes.writeBytes(data);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while (rest > 127) {
            bytes.write((int) (rest & 127 | 128));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
