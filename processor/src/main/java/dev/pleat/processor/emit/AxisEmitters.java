package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.pleat.processor.graph.Concat;
import dev.pleat.processor.graph.LayerNorm;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Permute;
import dev.pleat.processor.graph.Repeat;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.Softmax;
import dev.pleat.processor.plan.Slot;
import javax.lang.model.element.Modifier;

/** Writes operations along one or more axes of a value whose elements lie without gaps. */
final class AxisEmitters {

    private AxisEmitters() {}

    static Step softmax(Node node, Softmax op, Context context) {
        Shape shape = node.shape();
        return step(
                node,
                context,
                Share.ALONE,
                CodeBlock.of(
                        "$T.apply(s, $L, s, $L, $L, $L, $L);\n",
                        Names.SOFTMAX,
                        context.input(node).at(),
                        context.output(node).at(),
                        context.alone().size(shape.product(0, op.axis())),
                        shape.dim(op.axis()),
                        shape.product(op.axis() + 1, shape.rank())));
    }

    static Step layerNorm(Node node, LayerNorm op, Context context) {
        Shape shape = node.shape();
        int length = shape.product(shape.rank() - op.axes(), shape.rank());
        int gamma = op.gamma().isPresent() ? context.weights().reserve(length) : -1;
        int beta = op.beta().isPresent() ? context.weights().reserve(length) : -1;
        CodeBlock.Builder load = CodeBlock.builder();
        op.gamma().ifPresent(g -> load.addStatement("$T.copy(weights.get($S), w, $L)", Names.PANELS, g.name(), gamma));
        op.beta().ifPresent(b -> load.addStatement("$T.copy(weights.get($S), w, $L)", Names.PANELS, b.name(), beta));
        int rows = shape.size() / length;
        Share share = context.share(node);
        Step run = step(
                node,
                context,
                share,
                CodeBlock.of(
                        "$T.apply(s, $L, s, $L, w, $L, $L, $L, $L, $L);\n",
                        Names.LAYER_NORM,
                        context.input(node).at() + share.from(rows, length),
                        context.output(node).at() + share.from(rows, length),
                        gamma,
                        beta,
                        share.size(rows),
                        length,
                        Names.floatLiteral(op.epsilon())));
        return new Step(share, run.run(), load.build());
    }

    static Step concat(Node node, Concat op, Context context) {
        int outer = node.shape().product(0, op.axis());
        int stride = node.shape().size() / outer;
        int next = context.output(node).at();
        Share share = context.share(node);
        CodeBlock.Builder code = CodeBlock.builder();
        for (String input : node.inputs()) {
            Slot x = context.plan().slot(input);
            int length = context.plan().graph().node(input).shape().size() / outer;
            code.addStatement(
                    "$T.rows(s, $L, $L, s, $L, $L, $L, $L)",
                    Names.COPY,
                    x.at() + share.from(outer, length),
                    length,
                    next + share.from(outer, stride),
                    stride,
                    share.size(outer),
                    length);
            next += length;
        }
        return step(node, context, share, code.build());
    }

    static Step repeat(Node node, Repeat op, Context context) {
        int length = node.shape().size() / op.times();
        return step(
                node,
                context,
                Share.ALONE,
                CodeBlock.of(
                        "$T.rows(s, $L, 0, s, $L, $L, $L, $L);\n",
                        Names.COPY,
                        context.input(node).at(),
                        context.output(node).at(),
                        length,
                        op.times(),
                        length));
    }

    static Step permute(Node node, Permute op, Context context) {
        String constant = "PERMUTATION_" + context.constants().size();
        Shape shape = context.plan().graph().node(node.input()).shape();
        String dims = op.dims().toString();
        String sizes = shape.toString();
        context.constants()
                .add(FieldSpec.builder(Names.PERMUTATION, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.of(new int[] {$L}, $L)",
                                Names.PERMUTATION,
                                sizes.substring(1, sizes.length() - 1),
                                dims.substring(1, dims.length() - 1))
                        .build());
        return step(
                node,
                context,
                Share.ALONE,
                CodeBlock.of(
                        "$L.apply(s, $L, s, $L);\n",
                        constant,
                        context.input(node).at(),
                        context.output(node).at()));
    }

    private static Step step(Node node, Context context, Share share, CodeBlock code) {
        return Step.of(
                share,
                CodeBlock.builder()
                        .add(Context.zeroBorder(context.output(node), share))
                        .add(code)
                        .build());
    }
}
