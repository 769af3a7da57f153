package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Problem;
import dev.pleat.processor.graph.Concat;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Reshape;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.ShapeMismatch;
import java.util.ArrayList;
import java.util.List;

/** Reads the layers that combine others. */
final class Merges {

    private Merges() {}

    static void elementwise(LayerContext layer, Merge.Kind kind) {
        List<String> inputs = layer.inputs();
        int rank = inputs.stream()
                .mapToInt(input -> layer.shape(input).rank())
                .max()
                .orElseThrow();
        List<String> aligned = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            aligned.add(align(layer, inputs.get(i), i, rank));
        }
        add(layer, new Merge(kind), inputs, aligned);
    }

    /** Brings a value of fewer axes to {@code rank} by dimensions of 1 in front, as Keras does. */
    private static String align(LayerContext layer, String input, int index, int rank) {
        Shape shape = layer.shape(input);
        if (shape.rank() == rank) {
            return input;
        }
        int[] dims = new int[rank];
        for (int i = 0; i < rank; i++) {
            int from = i - (rank - shape.rank());
            dims[i] = from < 0 ? 1 : shape.dim(from);
        }
        Node node = layer.add(layer.path() + "#operand" + (index + 1), new Reshape(Shape.of(dims)), List.of(input));
        return node.name();
    }

    static void concatenate(LayerContext layer) {
        int axis = layer.integer("axis");
        List<String> inputs = layer.inputs();
        int index = layer.axis("axis", axis, layer.shape(inputs.get(0)));
        add(layer, new Concat(index), inputs, inputs);
    }

    private static void add(LayerContext layer, Op op, List<String> named, List<String> reads) {
        try {
            op.resultShape(reads.stream().map(layer::shape).toList());
        } catch (ShapeMismatch mismatch) {
            List<String> operands = named.stream()
                    .map(input -> layer.shape(input) + " from '" + input + "'")
                    .toList();
            String fix = op instanceof Concat concat
                    ? "make them equal in all axes but " + (concat.axis() + 1)
                    : "make them equal, or 1 in the axes that shall repeat";
            throw layer.refuse(
                    Problem.SHAPE_MISMATCH, "value", verb(op) + " " + list(operands), fix, layer.shapesSoFar());
        }
        layer.add(layer.path(), op, reads);
    }

    private static String verb(Op op) {
        if (op instanceof Merge merge) {
            return switch (merge.kind()) {
                case ADD -> "adds";
                case SUBTRACT -> "subtracts";
                case MULTIPLY -> "multiplies";
                case AVERAGE -> "averages";
                case MAXIMUM -> "takes the maximum of";
                case MINIMUM -> "takes the minimum of";
            };
        }
        return "joins";
    }

    private static String list(List<String> operands) {
        int last = operands.size() - 1;
        return String.join(", ", operands.subList(0, last)) + " and " + operands.get(last);
    }
}
