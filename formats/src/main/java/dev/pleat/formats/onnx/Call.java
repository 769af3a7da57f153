package dev.pleat.formats.onnx;

import dev.pleat.formats.build.Arithmetic;
import dev.pleat.formats.build.Convolutions;
import dev.pleat.formats.build.Functions;
import dev.pleat.formats.build.NetworkBuilder;
import dev.pleat.formats.build.Norms;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Pools;
import dev.pleat.formats.build.Shapes;
import dev.pleat.formats.build.Value;
import dev.pleat.formats.proto.Message;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A node with what it reads: what the operators ask for, and where they put what they compute. */
final class Call {
    private final Node node;
    private final long opset;
    private final List<Operand> operands;
    private final NetworkBuilder builder;
    private final Tensors tensors;
    private final Set<String> read;
    private final Map<String, Operand> results = new HashMap<>();

    /**
     * Creates a call.
     *
     * @param operands what the node reads, null for what is left out
     * @param read the names of the tensors that any node reads, or that are outputs
     */
    Call(Node node, long opset, List<Operand> operands, NetworkBuilder builder, Tensors tensors, Set<String> read) {
        this.node = node;
        this.opset = opset;
        this.operands = operands;
        this.builder = builder;
        this.tensors = tensors;
        this.read = read;
    }

    String op() {
        return node.op();
    }

    String origin() {
        return node.origin();
    }

    long opset() {
        return opset;
    }

    // What is read

    int count() {
        return operands.size();
    }

    /** Returns an operand, null if it is left out. */
    Operand operand(int index) {
        return index < operands.size() ? operands.get(index) : null;
    }

    boolean has(int index) {
        return operand(index) != null;
    }

    boolean isConstant(int index) {
        return operand(index) instanceof Constant;
    }

    boolean allConstant() {
        return operands.stream().allMatch(operand -> operand == null || operand instanceof Constant);
    }

    /** Returns an operand that a layer computes. */
    Value value(int index) {
        if (operand(index) instanceof Operand.Computed computed) {
            return computed.value();
        }
        if (operand(index) instanceof Constant) {
            throw new NotExpressible("computes of constants alone");
        }
        throw new NotExpressible("lacks input " + index);
    }

    /** Returns an operand that must be known. */
    Constant constant(int index, String what) {
        if (operand(index) instanceof Constant constant) {
            return constant;
        }
        if (operand(index) == null) {
            throw new NotExpressible("lacks its " + what);
        }
        throw new NotExpressible("takes its " + what + " from '" + node.inputs().get(index)
                + "', which is computed; it must be a constant");
    }

    Optional<Constant> optionalConstant(int index, String what) {
        return has(index) ? Optional.of(constant(index, what)) : Optional.empty();
    }

    // Attributes

    boolean hasAttribute(String name) {
        return node.attributes().containsKey(name);
    }

    long integer(String name, long otherwise) {
        return hasAttribute(name) ? read(name, attribute -> attribute.integer(3)) : otherwise;
    }

    double number(String name, double otherwise) {
        return hasAttribute(name) ? read(name, attribute -> (double) attribute.number(2)) : otherwise;
    }

    String text(String name, String otherwise) {
        return hasAttribute(name) ? read(name, attribute -> attribute.text(4)) : otherwise;
    }

    /** Returns integers; null if the attribute is not there. */
    int[] integers(String name) {
        if (!hasAttribute(name)) {
            return null;
        }
        long[] longs = read(name, attribute -> attribute.integers(8));
        return Arrays.stream(longs)
                .mapToInt(n -> (int) Math.max(Math.min(n, Integer.MAX_VALUE), Integer.MIN_VALUE))
                .toArray();
    }

    float[] numbers(String name) {
        return read(name, attribute -> attribute.numbers(7));
    }

    Constant tensor(String name) {
        return read(name, attribute -> tensors.decode(attribute.message(5)));
    }

    /** Reads a part of an attribute. */
    private interface Part<T> {
        /** Returns the part. */
        T of(Message attribute) throws IOException;
    }

    private <T> T read(String name, Part<T> part) {
        try {
            return part.of(node.attributes().get(name));
        } catch (IOException e) {
            throw new UncheckedIOException("attribute '" + name + "': " + e.getMessage(), e);
        }
    }

    /** Returns numbers that are an attribute in old versions and an input in new ones; null if they are left out. */
    int[] axes(int input, String attribute) {
        if (has(input)) {
            return constant(input, attribute).ints();
        }
        return integers(attribute);
    }

    // Results

    boolean isRead(int output) {
        List<String> outputs = node.outputs();
        return output < outputs.size() && !outputs.get(output).isEmpty() && read.contains(outputs.get(output));
    }

    /** Refuses a call that is read for more than its first result. */
    void onlyFirst(String second) {
        for (int i = 1; i < node.outputs().size(); i++) {
            if (isRead(i)) {
                throw new NotExpressible("its output '" + node.outputs().get(i) + "' (" + second + ") is read");
            }
        }
    }

    void result(Value value) {
        result(0, new Operand.Computed(value));
    }

    void result(Operand operand) {
        result(0, operand);
    }

    void result(int output, Operand operand) {
        if (output < node.outputs().size()) {
            results.put(node.outputs().get(output), operand);
        }
    }

    int outputs() {
        return node.outputs().size();
    }

    Map<String, Operand> results() {
        return results;
    }

    // The families of operations

    NetworkBuilder builder() {
        return builder;
    }

    Convolutions convolutions() {
        return builder.convolutions();
    }

    Pools pools() {
        return builder.pools();
    }

    Shapes shapes() {
        return builder.shapes();
    }

    Arithmetic arithmetic() {
        return builder.arithmetic();
    }

    Functions functions() {
        return builder.functions();
    }

    Norms norms() {
        return builder.norms();
    }

    Optional<Tensor> optionalTensor(int index, String what) {
        return optionalConstant(index, what).map(Constant::tensor);
    }
}
