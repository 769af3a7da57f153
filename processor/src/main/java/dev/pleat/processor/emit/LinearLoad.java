package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.emit.LinearEmitter.Part;
import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Param;
import dev.pleat.processor.graph.Scaling;
import dev.pleat.processor.graph.TransposedConvolution;
import dev.pleat.processor.graph.Weighting;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Winograd;
import java.util.List;

/** Writes the loading of dense layers and convolutions: folding, and packing in the order in which the kernels read. */
final class LinearLoad {

    private LinearLoad() {}

    /** Returns how often the bias of a layer is in the packed weights. */
    static int biases(Linear op) {
        return op instanceof Convolution convolution && convolution.depthwise() ? 1 : MatrixKernel.BIASES;
    }

    static CodeBlock load(Linear op, List<Part> parts, int bias, Finish finish) {
        CodeBlock.Builder code = CodeBlock.builder();
        int kernelCols = kernelCols(op);
        code.add(
                "$T linear = $L;\n",
                Names.LINEAR_WEIGHTS,
                folded(op, parts.get(0).contraction()));
        code.addStatement("float[] kernel = linear.kernel()");
        for (Part part : parts) {
            Contraction c = part.contraction();
            if (c.depth() == 0) {
                continue;
            }
            if (c.depthwise()) {
                code.addStatement("$T.copy(kernel, w, $L)", Names.PANELS, part.kernel());
                continue;
            }
            if (part.isWinograd()) {
                code.beginControlFlow("if (VECTOR)");
                code.add(packWinograd(part));
                code.nextControlFlow("else");
                code.add(pack("pack", part, kernelCols, CodeBlock.of("0")));
                code.endControlFlow();
            } else if (part.vectorizes() && part.wide().tile().half()) {
                CodeBlock wide = CodeBlock.of("$L", part.wide().tile().vectors());
                code.beginControlFlow("if (WIDE)").add(pack("packWithHalf", part, kernelCols, wide));
                code.nextControlFlow("else").add(pack("pack", part, kernelCols, vectors(part)));
                code.endControlFlow();
            } else {
                code.add(pack("pack", part, kernelCols, vectors(part)));
            }
            if (part.isDots()) {
                code.addStatement(
                        "$T.pack(w, $L, $L, $L, $L)",
                        Names.DOT_CONVOLUTION,
                        part.kernel(),
                        c.groups(),
                        c.depth(),
                        c.outputs());
            }
        }
        code.addStatement("$T.repeat(linear.bias(), $L, w, $L)", Names.PANELS, biases(op), bias);
        if (finish.scales()) {
            code.add(loadScalings(op.epilogue().scalings(), finish.scale(), finish.shift(), op.outputs()));
        }
        return code.build();
    }

    private static CodeBlock vectors(Part part) {
        return part.vectorizes()
                ? CodeBlock.of(
                        "vectors($L, $L)",
                        part.wide().tile().vectors(),
                        part.narrow().tile().vectors())
                : CodeBlock.of("0");
    }

    private static CodeBlock pack(String method, Part part, int kernelCols, CodeBlock vectors) {
        Contraction c = part.contraction();
        return CodeBlock.builder()
                .addStatement(
                        "$T.$L(kernel, $L, $L, $L, $L, $L, $L, $L, w, $L, $L)",
                        Names.PANELS,
                        method,
                        kernelCols,
                        taps(c.rowTaps()),
                        taps(c.colTaps()),
                        c.groups(),
                        c.inputs(),
                        c.outputs(),
                        vectors,
                        part.kernel(),
                        part.stride())
                .build();
    }

    private static CodeBlock packWinograd(Part part) {
        Contraction c = part.contraction();
        Winograd winograd = part.wide().winograd();
        return CodeBlock.builder()
                .addStatement(
                        "$T.pack($T.kernel($L, kernel, $L), $L, new int[] {0, 1, 1}, new int[] {0, 1, $L}, 1, $L, $L, $L, w, $L, $L)",
                        Names.PANELS,
                        Names.WINOGRAD,
                        winograd.size(),
                        c.inputs() * c.outputs(),
                        winograd.products(),
                        winograd.products(),
                        c.inputs(),
                        c.outputs(),
                        vectors(part),
                        part.kernel(),
                        part.stride())
                .build();
    }

    /** Returns the statements that load scalings that are applied as they are. */
    static CodeBlock loadScalings(List<Scaling> scalings, int scale, int shift, int channels) {
        return CodeBlock.builder()
                .addStatement("$T scaling = $L", Names.CHANNEL_AFFINE, ScalingCode.of(scalings))
                .addStatement("$T.copy(scaling.scales(), w, $L)", Names.PANELS, scale)
                .addStatement("$T.copy(scaling.shifts(), w, $L)", Names.PANELS, shift)
                .build();
    }

    private static int kernelCols(Linear op) {
        if (op instanceof Convolution convolution) {
            return convolution.window().cols();
        }
        return op instanceof TransposedConvolution transposed
                ? transposed.window().cols()
                : 1;
    }

    private static CodeBlock taps(Contraction.Taps taps) {
        return CodeBlock.of("new int[] {$L, $L, $L}", taps.first(), taps.step(), taps.count());
    }

    static CodeBlock folded(Linear op, Contraction contraction) {
        Weighting weights = op.weights();
        Param kernel = weights.kernel();
        int taps = 1;
        if (op instanceof Convolution convolution) {
            taps = convolution.window().taps();
        } else if (op instanceof TransposedConvolution transposed) {
            taps = transposed.window().taps();
        }
        CodeBlock.Builder code = CodeBlock.builder();
        if (op instanceof TransposedConvolution) {
            code.add(
                    "$T.transposed(weights.get($S), $L, $L, $L)",
                    Names.LINEAR_WEIGHTS,
                    kernel.name(),
                    taps,
                    op.outputs(),
                    contraction.inputs());
        } else {
            code.add(
                    "$T.of(weights.get($S), $L, $L, $L)",
                    Names.LINEAR_WEIGHTS,
                    kernel.name(),
                    taps,
                    contraction.inputs(),
                    op.outputs());
        }
        code.add("$>$>\n.named($S)", kernel.name().substring(0, kernel.name().lastIndexOf('/')));
        if (contraction.groups() > 1) {
            code.add("\n.groups($L)", contraction.groups());
        }
        weights.bias().ifPresent(b -> code.add("\n.bias(weights.get($S))", b.name()));
        if (!weights.before().isEmpty()) {
            code.add("\n.before($L)", ScalingCode.of(weights.before()));
        }
        if (!weights.after().isEmpty()) {
            code.add("\n.after($L)", ScalingCode.of(weights.after()));
        }
        return code.add("$<$<").build();
    }
}
