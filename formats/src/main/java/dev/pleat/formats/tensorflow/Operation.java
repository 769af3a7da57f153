package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NetworkBuilder;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** An operation that is being translated: its node, and what is known of what it reads. */
final class Operation {
    /** The last part of the name of an operation that has a layer's scope to itself. */
    private static final Set<String> NAMED_BY_SCOPE = Set.of(
            "Conv2D",
            "DepthwiseConv2dNative",
            "Conv2DBackpropInput",
            "MatMul",
            "BatchMatMul",
            "BatchMatMulV2",
            "BatchMatMulV3",
            "FusedBatchNorm",
            "FusedBatchNormV2",
            "FusedBatchNormV3");

    private final GraphNode node;
    private final List<Result> inputs;
    private final NetworkBuilder builder;
    private final Function<Result.Pending, Value> inputMaker;
    private final String scope;

    /**
     * Creates an operation.
     *
     * @param node its node
     * @param inputs what it reads
     * @param builder builds the model
     * @param inputMaker makes inputs of the model
     * @param scope what the names of all layers begin with, and is left out; empty or with a slash behind
     */
    Operation(
            GraphNode node,
            List<Result> inputs,
            NetworkBuilder builder,
            Function<Result.Pending, Value> inputMaker,
            String scope) {
        this.scope = scope;
        this.node = node;
        this.inputs = inputs;
        this.builder = builder;
        this.inputMaker = inputMaker;
    }

    GraphNode node() {
        return node;
    }

    NetworkBuilder builder() {
        return builder;
    }

    /** {@return what its layer is called after: the scope of a layer's main operation, the name of any other} */
    String origin() {
        String name = FlatGraph.readable(node.name());
        int slash = name.lastIndexOf('/');
        String layer = slash > 0 && isNamedByScope(node) ? name.substring(0, slash) : name;
        return layer.startsWith(scope) ? layer.substring(scope.length()) : layer;
    }

    /** {@return whether the operation is the one that its scope is called for} */
    static boolean isNamedByScope(GraphNode node) {
        return NAMED_BY_SCOPE.contains(node.op());
    }

    int count() {
        return inputs.size();
    }

    Result input(int index) {
        if (index >= inputs.size()) {
            throw new NotExpressible("has only " + inputs.size() + " inputs");
        }
        return inputs.get(index);
    }

    boolean isConstant(int index) {
        return index < inputs.size() && inputs.get(index) instanceof Constant;
    }

    boolean areConstant() {
        return inputs.stream().allMatch(input -> input instanceof Constant);
    }

    /** {@return an input that must be known before the model runs} */
    Constant constant(int index) {
        if (input(index) instanceof Constant constant) {
            return constant;
        }
        throw new NotExpressible(
                "takes constants as its input " + (index + 1) + ", which here depends on the model's input");
    }

    /** {@return an input that a layer computes} */
    Value live(int index) {
        Result input = input(index);
        if (input instanceof Result.Live live) {
            return live.value();
        }
        if (input instanceof Result.Pending pending) {
            return inputMaker.apply(pending);
        }
        if (input instanceof Constant) {
            throw new NotExpressible("takes a constant as its input " + (index + 1) + ", where layers take a value");
        }
        throw new NotExpressible("takes what is no value of a layer as its input " + (index + 1));
    }

    /** {@return whether images have their channels in front} */
    boolean isChannelsFirst() {
        String format = node.text("data_format", "NHWC");
        if (!Set.of("NHWC", "NCHW", "NWC", "NCW", "N...C", "NC...").contains(format)) {
            throw new NotExpressible("has the data format " + format);
        }
        return format.startsWith("NC");
    }
}
