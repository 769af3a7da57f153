package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.PRelu;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.plan.Slot;

/** Writes operations that map each number by itself. */
final class ElementwiseEmitters {

    private ElementwiseEmitters() {}

    static Step activate(Node node, Activate op, Context context) {
        Slot y = context.output(node);
        Share share = context.share(node);
        CodeBlock runs = Spans.each(
                context.input(node), y, share, (from, to, length) -> Spans.activation(op.function(), from, to, length));
        return Step.of(
                share,
                CodeBlock.builder().add(Context.zeroBorder(y, share)).add(runs).build());
    }

    static Step scale(Node node, Scale op, Context context) {
        Shape shape = node.shape();
        int channels = shape.dim(op.axis());
        int scale = context.weights().reserve(channels);
        int shift = context.weights().reserve(channels);
        Slot x = context.input(node);
        Slot y = context.output(node);
        boolean perPixel = op.axis() == shape.rank() - 1;
        Share share = perPixel ? context.share(node) : context.alone();
        CodeBlock.Builder run = CodeBlock.builder().add(Context.zeroBorder(y, share));
        if (perPixel) {
            run.add(Spans.scale(x, y, share, scale, shift, channels));
        } else {
            run.addStatement(
                    "$T.apply(s, $L, s, $L, w, $L, $L, $L, $L, $L)",
                    Names.AFFINE,
                    x.at(),
                    y.at(),
                    scale,
                    shift,
                    shape.product(0, op.axis()),
                    channels,
                    shape.product(op.axis() + 1, shape.rank()));
        }
        return new Step(share, run.build(), LinearLoad.loadScalings(op.scalings(), scale, shift, channels));
    }

    static Step prelu(Node node, PRelu op, Context context) {
        Shape shape = node.shape();
        Shape alpha = op.alpha().shape();
        int shared = 0;
        while (shared < shape.rank() && alpha.dim(shared) == 1) {
            shared++;
        }
        int period = shape.product(shared, shape.rank());
        boolean whole = alpha.size() == period;
        int at = context.weights().reserve(period);
        CodeBlock run = CodeBlock.of(
                "$T.apply(s, $L, s, $L, w, $L, $L, $L);\n",
                Names.PRELU,
                context.input(node).at(),
                context.output(node).at(),
                at,
                context.alone().size(shape.size()),
                period);
        CodeBlock values = CodeBlock.of("weights.get($S)", op.alpha().name());
        if (!whole) {
            String from = ints(alpha, shared);
            String to = ints(shape, shared);
            values = CodeBlock.of("$T.broadcast($L, new int[] {$L}, new int[] {$L})", Names.PANELS, values, from, to);
        }
        CodeBlock zero = Context.zeroBorder(context.output(node));
        return new Step(
                Share.ALONE,
                CodeBlock.builder().add(zero).add(run).build(),
                CodeBlock.of("$T.copy($L, w, $L);\n", Names.PANELS, values, at));
    }

    private static String ints(Shape shape, int from) {
        String text = shape.dims().subList(from, shape.rank()).toString();
        return text.substring(1, text.length() - 1);
    }
}
