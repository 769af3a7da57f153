package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.diagnostics.Origin;
import dev.pleat.processor.diagnostics.Problem;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Param;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.ShapeMismatch;
import java.util.Arrays;
import java.util.List;

/**
 * One layer while it is read: its attributes and its inputs. A reader asks for all attributes first and for shapes then,
 * so that every problem of a layer is reported.
 */
final class LayerContext extends LayerAttributes {

    private final List<String> inputs;
    private final Assembly assembly;

    /**
     * @param kind the simple name of the annotation
     * @param shorthand the attribute that {@code value} stands for, null if the annotation has none
     * @param inputs the nodes that the layer reads; null if they could not be resolved
     */
    LayerContext(
            String path,
            Origin origin,
            String kind,
            Attributes attributes,
            String shorthand,
            List<String> inputs,
            Assembly assembly,
            Diagnostics diagnostics) {
        super(path, origin, kind, attributes, shorthand, diagnostics);
        this.inputs = inputs;
        this.assembly = assembly;
    }

    // Inputs

    /** Returns the nodes that the layer reads, all of known shape. */
    List<String> inputs() {
        if (isIncomplete() || inputs == null || inputs.stream().anyMatch(input -> assembly.shape(input) == null)) {
            throw new Refused();
        }
        return inputs;
    }

    Shape shape(String node) {
        return assembly.shape(node);
    }

    /** Returns the shape of the only input. */
    Shape input() {
        return assembly.shape(inputs().get(0));
    }

    /**
     * Returns the shape of the only input, which must have one of the ranks that {@code what} names.
     *
     * @param what as {@code [height, width, channels]}
     */
    Shape input(int rank, String what) {
        Shape shape = input();
        if (shape.rank() != rank) {
            throw refuse(
                    Problem.WRONG_RANK,
                    null,
                    what,
                    inputs.get(0),
                    shape,
                    "bring it to that shape with @Reshape, or use the layer of another rank; the shapes so far: "
                            + assembly.shapesSoFar());
        }
        return shape;
    }

    String inputName() {
        return inputs.get(0);
    }

    /** Returns an axis, which counts the batch as 0, as an index of the sample's shape. */
    int axis(String attribute, int axis, Shape shape) {
        int rank = shape.rank();
        if (axis == 0) {
            throw refuse(Problem.AXIS_IS_BATCH, attribute);
        }
        if (axis > rank || axis < -rank) {
            String legal = rank == 1 ? "1" : "1 to " + rank;
            throw refuse(Problem.AXIS_OUT_OF_RANGE, attribute, axis, shape, legal);
        }
        return axis > 0 ? axis - 1 : axis + rank;
    }

    int[] axes(String attribute, Shape shape) {
        int[] axes = Arrays.stream(integers(attribute))
                .map(axis -> axis(attribute, axis, shape))
                .sorted()
                .toArray();
        for (int i = 1; i < axes.length; i++) {
            if (axes[i] == axes[i - 1]) {
                throw refuse(Problem.DUPLICATE_AXIS, attribute, axes[i] + 1);
            }
        }
        return axes;
    }

    // Results

    Param param(String weight, int... dims) {
        long count = 1;
        for (int dim : dims) {
            count *= dim;
            if (count > MOST) {
                String what = "weights of the shape " + Arrays.toString(dims) + " in " + weight;
                throw refuse(Problem.TOO_LARGE, null, what);
            }
        }
        return new Param(path() + "/" + weight, Shape.of(dims));
    }

    /** Begins the operations that make up the layer. */
    Chain chain() {
        return new Chain(this, inputs());
    }

    String shapesSoFar() {
        return assembly.shapesSoFar();
    }

    Node add(String name, Op op, List<String> reads) {
        if (isRefused()) {
            throw new Refused();
        }
        try {
            Node node = assembly.add(name, op, reads);
            if (node.shape().count() > MOST) {
                throw tooLarge("the shape " + node.shape());
            }
            return node;
        } catch (ShapeMismatch mismatch) {
            throw refuse(
                    Problem.SHAPE_MISMATCH,
                    null,
                    mismatch.getMessage(),
                    "give it another shape",
                    assembly.shapesSoFar());
        } catch (ArithmeticException overflow) {
            throw tooLarge("a shape of more than 2^31 numbers");
        }
    }

    /** Reports that the layer's result has too many numbers. */
    Refused tooLarge(String what) {
        return refuse(Problem.TOO_LARGE, null, what);
    }
}
