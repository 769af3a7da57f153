package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.DotProducts;
import java.util.List;

/** Writes dense layers of few outputs, see {@link DotProducts}: calls of the runtime, and what is left to do with the sums. */
final class DotProductsEmitter {

    private DotProductsEmitter() {}

    static Step emit(Node node, Linear op, Context context) {
        Contraction contraction = Contraction.of(node, context.plan()).get(0);
        int kernel = context.weights().reserve(Math.multiplyExact(contraction.depth(), op.outputs()));
        int bias = context.weights().reserve(op.outputs());
        boolean scales = !op.epilogue().scalings().isEmpty();
        int scale = scales ? context.weights().reserve(op.outputs()) : -1;
        int shift = scales ? context.weights().reserve(op.outputs()) : -1;
        Finish finish = Finish.of(op.epilogue(), scale, shift, op.outputs());
        Share share = context.share(node);
        CodeBlock run = CodeBlock.builder()
                .add(Context.zeroBorder(context.output(node), share))
                .add(run(contraction, kernel, bias, share, context.work().reserve(DotProducts.WORK)))
                .add(finish.pass(context.output(node), share))
                .build();
        return new Step(share, run, load(op, contraction, kernel, bias, finish), List.of("dot products"), null);
    }

    private static CodeBlock run(Contraction contraction, int kernel, int bias, Share share, int work) {
        int inputs = contraction.depth();
        int outputs = contraction.outputs();
        if (share.hasSamples()) {
            return CodeBlock.of(
                    "$T.samples(s, $L, $L, w, $L, $L, $L, $L, $L, samples);\n",
                    Names.DOT_PRODUCTS,
                    contraction.x(),
                    contraction.y(),
                    kernel,
                    bias,
                    inputs,
                    outputs,
                    work);
        }
        return CodeBlock.of(
                "$T.apply(s, $L, $L, w, $L, $L, $L, $L, $L);\n",
                Names.DOT_PRODUCTS,
                contraction.x(),
                contraction.y() + share.from(outputs, 1),
                kernel + share.from(outputs, inputs),
                bias + share.from(outputs, 1),
                inputs,
                share.divided() ? share.size(outputs) : outputs,
                work + (share.divided() ? " + part.area()" : ""));
    }

    private static CodeBlock load(Linear op, Contraction contraction, int kernel, int bias, Finish finish) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T linear = $L;\n", Names.LINEAR_WEIGHTS, LinearLoad.folded(op, contraction))
                .addStatement(
                        "$T.pack(linear.kernel(), $L, $L, w, $L)",
                        Names.DOT_PRODUCTS,
                        contraction.depth(),
                        op.outputs(),
                        kernel)
                .addStatement("$T.copy(linear.bias(), w, $L)", Names.PANELS, bias);
        if (finish.scales()) {
            code.add(LinearLoad.loadScalings(op.epilogue().scalings(), finish.scale(), finish.shift(), op.outputs()));
        }
        return code.build();
    }
}
