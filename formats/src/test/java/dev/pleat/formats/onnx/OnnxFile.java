package dev.pleat.formats.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes ONNX files for tests. */
final class OnnxFile {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private int names;

    /** What is written into a message. */
    interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    static byte[] message(Fields fields) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            fields.write(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(int field, byte[] message) {
        graph.writeBytes(message(out -> out.writeByteArray(field, message)));
    }

    /** Returns the model. */
    byte[] bytes(int opset) {
        return message(out -> {
            out.writeInt64(1, 10);
            out.writeByteArray(7, graph.toByteArray());
            out.writeByteArray(8, message(version -> version.writeInt64(2, opset)));
        });
    }

    /** Adds an input or output of floats; a dimension of 0 is open. */
    private void declare(int field, String name, int type, int... dims) {
        byte[] shape = message(out -> {
            for (int dim : dims) {
                out.writeByteArray(1, message(size -> {
                    if (dim == 0) {
                        size.writeString(2, "N");
                    } else {
                        size.writeInt64(1, dim);
                    }
                }));
            }
        });
        byte[] tensor = message(out -> {
            out.writeInt32(1, type);
            out.writeByteArray(2, shape);
        });
        add(field, message(out -> {
            out.writeString(1, name);
            out.writeByteArray(2, message(kind -> kind.writeByteArray(1, tensor)));
        }));
    }

    OnnxFile input(String name, int... dims) {
        declare(11, name, FLOAT, dims);
        return this;
    }

    OnnxFile output(String name, int... dims) {
        declare(12, name, FLOAT, dims);
        return this;
    }

    /** Adds a tensor of floats under a new name, which is returned. */
    String floats(double[] values, int... dims) {
        String name = "w" + names++;
        floats(name, values, dims);
        return name;
    }

    void floats(String name, double[] values, int... dims) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            raw.putFloat((float) value);
        }
        add(5, tensor(name, FLOAT, raw.array(), dims));
    }

    /** Adds a vector of integers under a new name, which is returned. */
    String integers(long... values) {
        String name = "w" + names++;
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        add(5, tensor(name, INT64, raw.array(), values.length));
        return name;
    }

    private static byte[] tensor(String name, int type, byte[] raw, int... dims) {
        return message(out -> {
            for (int dim : dims) {
                out.writeInt64(1, dim);
            }
            out.writeInt32(2, type);
            out.writeString(8, name);
            out.writeByteArray(9, raw);
        });
    }

    /** Attributes: names and values by turns. */
    static Map<String, Object> with(Object... attributes) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            map.put((String) attributes[i], attributes[i + 1]);
        }
        return map;
    }

    /** Adds a node whose result gets a new name, which is returned. */
    String node(String op, Map<String, Object> attributes, String... inputs) {
        String result = "t" + names++;
        node(op, result, attributes, inputs);
        return result;
    }

    void node(String op, String result, Map<String, Object> attributes, String... inputs) {
        add(1, message(out -> {
            for (String input : inputs) {
                out.writeString(1, input);
            }
            out.writeString(2, result);
            out.writeString(4, op);
            for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
                out.writeByteArray(5, attribute(attribute.getKey(), attribute.getValue()));
            }
        }));
    }

    private static byte[] attribute(String name, Object value) {
        return message(out -> {
            out.writeString(1, name);
            if (value instanceof Integer number) {
                out.writeInt64(3, number);
            } else if (value instanceof Double number) {
                out.writeFloat(2, number.floatValue());
            } else if (value instanceof String text) {
                out.writeString(4, text);
            } else {
                for (int number : (int[]) value) {
                    out.writeInt64(8, number);
                }
            }
        });
    }
}
