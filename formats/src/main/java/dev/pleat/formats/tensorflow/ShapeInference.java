package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.Dims;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Finds the shapes of inputs: what the graph says of them, and what follows from the operations that read them. */
final class ShapeInference {
    private static final long OPEN = -1;
    private static final int FARTHEST = 64;
    private static final Set<String> KEEP_SHAPE = Set.of(
            "Identity",
            "StopGradient",
            "CheckNumerics",
            "PlaceholderWithDefault",
            "Cast",
            "Add",
            "AddV2",
            "Sub",
            "Mul",
            "RealDiv",
            "Relu",
            "Relu6",
            "BiasAdd",
            "Pad",
            "FusedBatchNorm",
            "FusedBatchNormV2",
            "FusedBatchNormV3");

    private final FlatGraph graph;
    private final GraphPlan plan;
    private final Map<Ref, Wish> wishes;
    private final Function<Ref, Result> known;

    ShapeInference(FlatGraph graph, GraphPlan plan, Map<Ref, Wish> wishes, Function<Ref, Result> known) {
        this.graph = graph;
        this.plan = plan;
        this.wishes = wishes;
        this.known = known;
    }

    /**
     * The shape of an input.
     *
     * @param sample its dimensions without the batch
     * @param batched whether a batch is in front
     */
    record Shape(Dims sample, boolean batched) {}

    /** {@return the size of the batch that all placeholders agree on; 0 if it is open} */
    int batch() {
        List<Ref> inputs = new ArrayList<>(wishes.keySet());
        for (GraphNode node : plan.order()) {
            if (node.op().startsWith("Placeholder") && node.type("dtype", DataType.FLOAT) == DataType.FLOAT.number()) {
                inputs.add(new Ref(node.name(), 0));
            }
        }
        Set<Long> sizes = new HashSet<>();
        for (Ref input : inputs) {
            long[] shape = noted(input);
            if (shape != null && shape.length > 1) {
                sizes.add(shape[0]);
            }
        }
        long only = sizes.size() == 1 ? sizes.iterator().next() : OPEN;
        return only > 0 && only < 1 << 20 ? (int) only : 0;
    }

    /** {@return the shape of a value that becomes an input; null if it is not known} */
    Shape shape(Ref ref) {
        long[] shape = noted(ref);
        if (shape == null || LongStream.of(shape).skip(1).anyMatch(n -> n < 0)) {
            shape = followed(ref, shape);
        }
        if (shape == null || LongStream.of(shape).skip(1).anyMatch(n -> n < 0)) {
            return null;
        }
        // A row without an open dimension is one sample.
        boolean batched = shape.length > 1 || shape.length == 1 && shape[0] < 0;
        int[] sizes = LongStream.of(shape)
                .skip(batched ? 1 : 0)
                .mapToInt(n -> (int) Math.min(n, Integer.MAX_VALUE))
                .toArray();
        return new Shape(Dims.of(sizes), batched);
    }

    /** Returns what the graph says of a shape, the batch in front; null if nothing. */
    private long[] noted(Ref ref) {
        Wish wish = wishes.get(ref);
        if (wish != null && wish.shape() != null) {
            return wish.shape();
        }
        if (!graph.has(ref.node())) {
            return null;
        }
        GraphNode node = graph.node(ref.node());
        Optional<long[]> noted = node.notedShape(ref.index());
        if (noted.isEmpty() && node.op().startsWith("Placeholder")) {
            noted = node.shape("shape");
            // A shape without dimensions is what an old graph has where it knows none.
            noted = noted.filter(shape -> shape.length > 0);
        }
        if (noted.isEmpty() && node.op().startsWith("Resize") && node.inputs().size() == 2) {
            Result size = known.apply(plan.reads(node).get(1));
            if (size instanceof Constant constant && constant.size() == 2) {
                return new long[] {OPEN, (long) constant.get(0), (long) constant.get(1), OPEN};
            }
        }
        return noted.map(long[]::clone).orElse(null);
    }

    /** Returns what follows from the operations that read a value, through those that keep its shape. */
    private long[] followed(Ref from, long[] noted) {
        long[] shape = noted;
        List<Ref> open = new ArrayList<>(List.of(from));
        Set<Ref> seen = new HashSet<>(open);
        for (int i = 0; i < Math.min(open.size(), FARTHEST); i++) {
            Ref ref = open.get(i);
            for (GraphNode reader : plan.readers(ref)) {
                long[] wanted = wanted(reader, plan.reads(reader).indexOf(ref), shape);
                shape = merged(shape, wanted);
                Ref next = new Ref(reader.name(), 0);
                if (keepsShape(reader, ref) && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return shape;
    }

    private boolean keepsShape(GraphNode reader, Ref ref) {
        if (!KEEP_SHAPE.contains(reader.op())) {
            return false;
        }
        if (reader.op().equals("Pad")) {
            return false;
        }
        for (Ref other : plan.reads(reader)) {
            boolean small =
                    other.equals(ref) || known.apply(other) instanceof Constant constant && constant.rank() <= 1;
            if (!small) {
                return false;
            }
        }
        return true;
    }

    /** Returns what an operation wants its input to be; null if it does not care. */
    private long[] wanted(GraphNode reader, int input, long[] shape) {
        if (input != 0 || plan.reads(reader).size() < 2) {
            return null;
        }
        if (!(known.apply(plan.reads(reader).get(1)) instanceof Constant other)) {
            return null;
        }
        boolean first = reader.text("data_format", "NHWC").startsWith("NC");
        return switch (reader.op()) {
            case "Reshape" -> reshaped(other, shape);
            case "MatMul" ->
                other.rank() == 2 && !reader.flag("transpose_a", false)
                        ? new long[] {OPEN, other.shape()[reader.flag("transpose_b", false) ? 1 : 0]}
                        : null;
            case "Conv2D", "DepthwiseConv2dNative" -> other.rank() == 4 ? image(other.shape()[2], first) : null;
            case "FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3" -> image(other.size(), first);
            default -> null;
        };
    }

    private static long[] image(long channels, boolean first) {
        return first ? new long[] {OPEN, channels, OPEN, OPEN} : new long[] {OPEN, OPEN, OPEN, channels};
    }

    /** What is reshaped has as many numbers as the result, whose first dimension is the batch. */
    private static long[] reshaped(Constant target, long[] shape) {
        long size = 1;
        for (int i = 1; i < target.size(); i++) {
            if (target.get(i) < 1 || target.isPerBatch(i)) {
                return null;
            }
            size *= (long) target.get(i);
        }
        boolean batch = target.size() > 1 && (target.isPerBatch(0) || target.get(0) == OPEN || target.get(0) == 1);
        if (!batch || size > Integer.MAX_VALUE) {
            return null;
        }
        if (shape == null) {
            return new long[] {OPEN, size};
        }
        long[] solved = shape.clone();
        int open = -1;
        for (int i = 1; i < solved.length; i++) {
            if (solved[i] < 0 && open >= 0) {
                return null;
            }
            open = solved[i] < 0 ? i : open;
            size = solved[i] < 0 ? size : size / Math.max(1, solved[i]);
        }
        if (open >= 0) {
            solved[open] = size;
        }
        return solved;
    }

    /** Returns a shape with what another one knows of it. */
    private static long[] merged(long[] shape, long[] more) {
        if (shape == null || more == null || shape.length != more.length) {
            return shape == null ? more : shape;
        }
        long[] merged = shape.clone();
        Arrays.setAll(merged, i -> shape[i] < 0 ? more[i] : shape[i]);
        return merged;
    }
}
