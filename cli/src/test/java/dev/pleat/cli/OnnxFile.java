package dev.pleat.cli;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the one ONNX model that these tests need: {@code softmax(x * W + b)}, with names that are no Java. */
final class OnnxFile {
    static final float[] KERNEL = {1, 2, 3, 4, 5, 6};
    static final float[] BIAS = {1, 0, -1};

    private OnnxFile() {}

    /** Writes a model whose operator for the first step has the given name; {@code Gemm} is the one that works. */
    static Path write(Path file, String operator) throws IOException {
        byte[] graph = message(out -> {
            out.writeByteArray(1, node(operator, "net/dense", new String[] {"x:0", "W", "b"}, "net/dense:0"));
            out.writeByteArray(1, node("Softmax", "chance", new String[] {"net/dense:0"}, "chance:0"));
            out.writeString(2, "graph");
            out.writeByteArray(5, tensor("W", KERNEL, 2, 3));
            out.writeByteArray(5, tensor("b", BIAS, 3));
            out.writeByteArray(11, port("x:0", 2));
            out.writeByteArray(12, port("chance:0", 3));
        });
        return Files.write(file, message(out -> {
            out.writeInt64(1, 8);
            out.writeByteArray(7, graph);
            out.writeByteArray(8, message(opset -> opset.writeInt64(2, 13)));
        }));
    }

    private static byte[] node(String operator, String name, String[] inputs, String output) {
        return message(out -> {
            for (String input : inputs) {
                out.writeString(1, input);
            }
            out.writeString(2, output);
            out.writeString(3, name);
            out.writeString(4, operator);
        });
    }

    private static byte[] tensor(String name, float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return message(out -> {
            for (int dim : shape) {
                out.writeInt64(1, dim);
            }
            out.writeInt32(2, 1);
            out.writeByteArray(8, name.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(9, ByteString.copyFrom(bytes.array()));
        });
    }

    private static byte[] port(String name, int size) {
        byte[] shape = message(out -> {
            out.writeByteArray(1, message(batch -> batch.writeString(2, "N")));
            out.writeByteArray(1, message(dim -> dim.writeInt64(1, size)));
        });
        byte[] type = message(out -> {
            out.writeInt32(1, 1);
            out.writeByteArray(2, shape);
        });
        return message(out -> {
            out.writeString(1, name);
            out.writeByteArray(2, message(kind -> kind.writeByteArray(1, type)));
        });
    }

    /** Writes fields. */
    private interface Fields {
        void to(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            fields.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
