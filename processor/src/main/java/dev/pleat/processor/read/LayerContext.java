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
import java.util.stream.IntStream;

/**
 * One layer while it is read: its attributes, checked as they are asked for, and its inputs. A reader asks for all
 * attributes first and for shapes then, so that every problem of a layer is reported.
 */
final class LayerContext {

    private final String path;
    private final Origin origin;
    private final Attributes attributes;
    private final String shorthand;
    private final List<String> inputs;
    private final Assembly assembly;
    private final Diagnostics diagnostics;
    private boolean refused;

    /**
     * @param shorthand the attribute that {@code value} stands for, null if the annotation has none
     * @param inputs the nodes that the layer reads; null if they could not be resolved
     */
    LayerContext(
            String path,
            Origin origin,
            Attributes attributes,
            String shorthand,
            List<String> inputs,
            Assembly assembly,
            Diagnostics diagnostics) {
        this.path = path;
        this.origin = origin;
        this.attributes = attributes;
        this.shorthand = shorthand;
        this.inputs = inputs;
        this.assembly = assembly;
        this.diagnostics = diagnostics;
        if (shorthand != null) {
            checkShorthand();
        }
    }

    String path() {
        return path;
    }

    /** Reports a problem whose first argument is the layer's path, and goes on. */
    void problem(Problem problem, String attribute, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = path;
        System.arraycopy(args, 0, all, 1, args.length);
        Attributes.Sent sent = attribute == null ? null : attributes.sent(spelled(attribute));
        if (sent == null) {
            diagnostics.error(origin, spelled(attribute), problem, all);
        } else {
            diagnostics.error(sent.origin(), sent.attribute(), problem, all);
        }
        refused = true;
    }

    /** Reports a problem and ends the reading of this layer. */
    Refused refuse(Problem problem, String attribute, Object... args) {
        problem(problem, attribute, args);
        return new Refused();
    }

    // Attributes

    private void checkShorthand() {
        boolean both = attributes.isSet("value") && attributes.isSet(shorthand);
        if (both && !list(attributes.get("value")).equals(list(attributes.get(shorthand)))) {
            problem(
                    Problem.CONTRADICTION,
                    shorthand,
                    shorthand + " = " + attributes.get(shorthand),
                    "its shorthand value = " + attributes.get("value"),
                    "write one of them");
        }
    }

    /** Returns the spelling in which an attribute is written: {@code value}, if that is its shorthand. */
    private String spelled(String attribute) {
        return attribute != null && attribute.equals(shorthand) && !attributes.isSet(attribute) ? "value" : attribute;
    }

    boolean isSet(String attribute) {
        return attributes.isSet(spelled(attribute));
    }

    private Object value(String attribute) {
        String spelled = spelled(attribute);
        Object value = attributes.get(spelled);
        if (list(value).contains(Integer.MIN_VALUE) || value == null) {
            if (attributes.isSet(spelled)) {
                throw refuse(Problem.GIVEN_UNSET, attribute, attribute, localName() + "." + attribute);
            }
            throw refuse(Problem.MISSING_ATTRIBUTE, attribute, attribute, attribute);
        }
        return value;
    }

    private String localName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }

    int integer(String attribute) {
        return (Integer) list(value(attribute)).get(0);
    }

    int positive(String attribute) {
        int number = integer(attribute);
        if (number < 1) {
            problem(Problem.NOT_POSITIVE, attribute, attribute, number);
        }
        return Math.max(number, 1);
    }

    int[] integers(String attribute) {
        return list(value(attribute)).stream().mapToInt(n -> (Integer) n).toArray();
    }

    /** Returns {@code count} numbers of at least 1; one number stands for all. */
    int[] positives(String attribute, int count) {
        int[] numbers = counted(attribute, count);
        for (int i = 0; i < count; i++) {
            if (numbers[i] < 1) {
                problem(Problem.NOT_POSITIVE, attribute, attribute, Arrays.toString(numbers));
                return IntStream.generate(() -> 1).limit(count).toArray();
            }
        }
        return numbers;
    }

    /** Returns {@code count} numbers; one number stands for all. */
    private int[] counted(String attribute, int count) {
        int[] numbers = integers(attribute);
        if (numbers.length == count) {
            return numbers;
        }
        if (numbers.length != 1) {
            problem(Problem.WRONG_COUNT, attribute, numbers.length, attribute, count == 1 ? "1" : "1 or " + count);
        }
        int only = numbers.length == 0 ? 1 : numbers[0];
        return IntStream.generate(() -> only).limit(count).toArray();
    }

    double number(String attribute) {
        return ((Number) list(value(attribute)).get(0)).doubleValue();
    }

    double finite(String attribute) {
        double number = number(attribute);
        if (!Double.isFinite(number)) {
            problem(Problem.NOT_FINITE, attribute, attribute, number);
        }
        return number;
    }

    /** Returns a number of a layer that may lack the attribute. */
    double finiteOr(String attribute, double otherwise) {
        return attributes.has(attribute) ? finite(attribute) : otherwise;
    }

    double[] numbers(String attribute) {
        double[] numbers = list(value(attribute)).stream()
                .mapToDouble(n -> ((Number) n).doubleValue())
                .toArray();
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            problem(Problem.NOT_FINITE, attribute, attribute, Arrays.toString(numbers));
        }
        return numbers;
    }

    boolean flag(String attribute) {
        return (Boolean) value(attribute);
    }

    /** Returns a string or the name of an enum constant. */
    String text(String attribute) {
        return list(value(attribute)).get(0).toString();
    }

    boolean channelsFirst() {
        return text("dataFormat").equals("CHANNELS_FIRST");
    }

    // Inputs

    /** Returns the nodes that the layer reads, all of known shape. */
    List<String> inputs() {
        if (refused || inputs == null || inputs.stream().anyMatch(input -> assembly.shape(input) == null)) {
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
        return new Param(path + "/" + weight, Shape.of(dims));
    }

    /** Begins the operations that make up the layer. */
    Chain chain() {
        return new Chain(this, inputs());
    }

    String shapesSoFar() {
        return assembly.shapesSoFar();
    }

    Node add(String name, Op op, List<String> reads) {
        if (refused) {
            throw new Refused();
        }
        try {
            Node node = assembly.add(name, op, reads);
            if (node.shape().count() > Integer.MAX_VALUE / 8) {
                throw refuse(Problem.TOO_LARGE, null, node.shape().count());
            }
            return node;
        } catch (ShapeMismatch mismatch) {
            throw refuse(Problem.SHAPE_MISMATCH, null, mismatch.getMessage(), assembly.shapesSoFar());
        } catch (ArithmeticException overflow) {
            throw refuse(Problem.TOO_LARGE, null, "more than 2^31");
        }
    }
}
