package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.plan.Slot;
import java.util.ArrayList;
import java.util.List;

/** Writes sums, products and the like of several values: the first two into the result, then the others onto it. */
final class MergeEmitter {

    /** One loop over axes that all three values walk evenly. */
    private record Axis(int count, int xStep, int yStep, int zStep) {

        /** Returns this axis and the next inner one as one, null if one of the values does not walk them evenly. */
        Axis with(Axis inner) {
            boolean even = xStep == inner.xStep * inner.count
                    && yStep == inner.yStep * inner.count
                    && zStep == inner.zStep * inner.count;
            return even ? new Axis(count * inner.count, inner.xStep, inner.yStep, inner.zStep) : null;
        }
    }

    private MergeEmitter() {}

    static Step emit(Node node, Merge op, Context context) {
        Slot z = context.output(node);
        Share share = context.share(node);
        CodeBlock.Builder code = CodeBlock.builder().add(Context.zeroBorder(z, share));
        String method = switch (op.kind()) {
            case ADD, AVERAGE -> "add";
            case SUBTRACT -> "subtract";
            case MULTIPLY -> "multiply";
            case MAXIMUM -> "maximum";
            case MINIMUM -> "minimum";
        };
        String left = node.inputs().get(0);
        for (String right : node.inputs().subList(1, node.inputs().size())) {
            if (left.equals(node.name())) {
                // What the others share may be divided elsewhere.
                code.add(share.await());
            }
            code.add(combine(method, node, left, right, share, context));
            left = node.name();
        }
        if (op.kind() == Merge.Kind.AVERAGE) {
            String factor = "1f / " + node.inputs().size();
            code.add(share.await());
            code.add(Spans.each(
                    z,
                    z,
                    share,
                    (from, to, length) -> CodeBlock.of(
                            "$T.scale(s, $L, s, $L, $L, $L);\n", Names.ARITHMETIC, from, to, length, factor)));
        }
        return Step.of(share, code.build());
    }

    private static CodeBlock combine(
            String method, Node node, String left, String right, Share share, Context context) {
        Slot x = context.plan().slot(left);
        Slot y = context.plan().slot(right);
        Slot z = context.output(node);
        List<Axis> axes = axes(node, left, right, context);
        CodeBlock.Builder code = CodeBlock.builder();
        StringBuilder xAt = new StringBuilder().append(x.at());
        StringBuilder yAt = new StringBuilder().append(y.at());
        StringBuilder zAt = new StringBuilder().append(z.at());
        for (int i = 0; i < axes.size() - 1; i++) {
            Axis axis = axes.get(i);
            String variable = "i" + i;
            code.beginControlFlow("$L", (i == 0 ? share : Share.ALONE).loop(variable, axis.count()));
            step(xAt, variable, axis.xStep());
            step(yAt, variable, axis.yStep());
            step(zAt, variable, axis.zStep());
        }
        Axis inner = axes.get(axes.size() - 1);
        boolean dividesRun = axes.size() == 1 && share.divided();
        if (dividesRun) {
            String start = "part.start(" + inner.count() + ")";
            step(xAt, start, inner.xStep());
            step(yAt, start, inner.yStep());
            step(zAt, start, inner.zStep());
        }
        code.addStatement(
                "$T.$L(s, $L, $L, s, $L, $L, s, $L, $L)",
                Names.ARITHMETIC,
                method,
                xAt,
                inner.xStep(),
                yAt,
                inner.yStep(),
                zAt,
                dividesRun
                        ? "part.length(" + inner.count() + ")"
                        : (axes.size() == 1 ? share : Share.ALONE).size(inner.count()));
        for (int i = 0; i < axes.size() - 1; i++) {
            code.endControlFlow();
        }
        return code.build();
    }

    private static void step(StringBuilder offset, String variable, int step) {
        if (step != 0) {
            offset.append(" + ").append(variable).append(step == 1 ? "" : " * " + step);
        }
    }

    /** Returns the loops, outermost first, with axes merged that all values walk evenly; the innermost steps are 0 or 1. */
    private static List<Axis> axes(Node node, String left, String right, Context context) {
        Shape shape = node.shape();
        int[] x = steps(left, shape, context);
        int[] y = steps(right, shape, context);
        int[] z = steps(node.name(), shape, context);
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < shape.rank(); i++) {
            Axis axis = new Axis(shape.dim(i), x[i], y[i], z[i]);
            if (axis.count() == 1) {
                continue;
            }
            Axis merged = axes.isEmpty() ? null : axes.get(axes.size() - 1).with(axis);
            if (merged == null) {
                axes.add(axis);
            } else {
                axes.set(axes.size() - 1, merged);
            }
        }
        return axes.isEmpty() ? List.of(new Axis(1, 1, 1, 1)) : axes;
    }

    /** Returns how far apart the elements of each axis are, 0 where a value repeats. */
    private static int[] steps(String name, Shape result, Context context) {
        Shape shape = context.plan().graph().node(name).shape();
        Slot slot = context.plan().slot(name);
        int[] steps = new int[result.rank()];
        int step = 1;
        for (int i = result.rank() - 1; i >= 0; i--) {
            steps[i] = shape.dim(i) == 1 && result.dim(i) != 1 ? 0 : step;
            step *= shape.dim(i);
        }
        if (!slot.contiguous()) {
            // Only images of three axes have rows that are apart.
            steps[0] = slot.rowStride();
        }
        return steps;
    }
}
