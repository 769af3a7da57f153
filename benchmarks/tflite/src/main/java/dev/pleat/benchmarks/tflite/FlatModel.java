package dev.pleat.benchmarks.tflite;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** A model of TensorFlow Lite's schema, version 3, while it is built: field numbers are those of schema.fbs. */
final class FlatModel {
    private static final int VERSION = 3;
    private static final int ALIGNMENT = 16;
    private static final int INT32 = 2;

    private final FlatBufferBuilder builder;
    private final List<Integer> buffers = new ArrayList<>();
    private final List<Integer> tensors = new ArrayList<>();
    private final List<Integer> operators = new ArrayList<>();
    private final Map<Integer, Integer> codes = new LinkedHashMap<>();

    /** Begins a model of about so many bytes. */
    FlatModel(int bytes) {
        builder = new FlatBufferBuilder(bytes);
        // The first buffer is that of all tensors without values.
        buffers.add(table(1, none -> {}));
    }

    /** {@return the number of a new tensor that is computed} */
    int tensor(String name, int... shape) {
        return tensor(name, 0, 0, shape);
    }

    /** {@return the number of a new constant} */
    int constant(String name, float[] values, int... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return tensor(name, 0, buffer(data.array()), shape);
    }

    /** {@return the number of a new constant} */
    int constant(String name, int[] values, int... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asIntBuffer().put(values);
        return tensor(name, INT32, buffer(data.array()), shape);
    }

    private int buffer(byte[] data) {
        builder.createUnintializedVector(1, data.length, ALIGNMENT).put(data);
        int vector = builder.endVector();
        buffers.add(table(1, none -> builder.addOffset(0, vector, 0)));
        return buffers.size() - 1;
    }

    private int tensor(String name, int type, int buffer, int... shape) {
        int text = builder.createString(name);
        int dimensions = ints(shape);
        tensors.add(table(8, none -> {
            builder.addOffset(0, dimensions, 0);
            builder.addByte(1, (byte) type, 0);
            builder.addInt(2, buffer, 0);
            builder.addOffset(3, text, 0);
        }));
        return tensors.size() - 1;
    }

    /**
     * Adds an operator.
     *
     * @param code the number of the operator among the built-in ones
     * @param optionsType the number of its options' type
     * @param fields how many fields the options have
     * @param options adds them
     * @param inputs the numbers of tensors
     * @param output the number of a tensor
     */
    void operator(int code, int optionsType, int fields, Options options, int[] inputs, int output) {
        int index = codes.computeIfAbsent(code, none -> codes.size());
        int reads = ints(inputs);
        int writes = ints(output);
        int table = table(fields, none -> options.addTo(builder));
        operators.add(table(5, none -> {
            builder.addInt(0, index, 0);
            builder.addOffset(1, reads, 0);
            builder.addOffset(2, writes, 0);
            builder.addByte(3, (byte) optionsType, 0);
            builder.addOffset(4, table, 0);
        }));
    }

    /** Adds the options of an operator. */
    interface Options {
        void addTo(FlatBufferBuilder builder);
    }

    /** {@return the complete model} */
    ByteBuffer finish(int input, int output) {
        int inputs = ints(input);
        int outputs = ints(output);
        int allTensors = offsets(tensors);
        int allOperators = offsets(operators);
        int graph = table(5, none -> {
            builder.addOffset(0, allTensors, 0);
            builder.addOffset(1, inputs, 0);
            builder.addOffset(2, outputs, 0);
            builder.addOffset(3, allOperators, 0);
        });
        List<Integer> kinds = codes.keySet().stream()
                .map(code -> table(4, none -> {
                    builder.addByte(0, code.byteValue(), 0);
                    builder.addInt(2, 1, 0);
                    builder.addInt(3, code, 0);
                }))
                .toList();
        int graphs = offsets(List.of(graph));
        int allCodes = offsets(kinds);
        int allBuffers = offsets(buffers);
        int model = table(5, none -> {
            builder.addInt(0, VERSION, 0);
            builder.addOffset(1, allCodes, 0);
            builder.addOffset(2, graphs, 0);
            builder.addOffset(4, allBuffers, 0);
        });
        builder.finish(model, "TFL3");
        return builder.dataBuffer();
    }

    private int table(int fields, IntConsumer add) {
        builder.startTable(fields);
        add.accept(0);
        return builder.endTable();
    }

    private int ints(int... values) {
        builder.startVector(Integer.BYTES, values.length, Integer.BYTES);
        for (int i = values.length - 1; i >= 0; i--) {
            builder.addInt(values[i]);
        }
        return builder.endVector();
    }

    private int offsets(List<Integer> values) {
        builder.startVector(Integer.BYTES, values.size(), Integer.BYTES);
        for (int i = values.size() - 1; i >= 0; i--) {
            builder.addOffset(values.get(i));
        }
        return builder.endVector();
    }
}
