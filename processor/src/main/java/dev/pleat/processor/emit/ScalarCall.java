package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.emit.LinearEmitter.Part;
import dev.pleat.processor.plan.Contraction;
import java.util.List;

/** Writes the call of the runtime's kernel for a dense layer or convolution that has none of its own. */
final class ScalarCall {
    private ScalarCall() {}

    /** Returns the call, for what belongs to a share. */
    static CodeBlock of(Part part, int bias, Share share) {
        Contraction c = part.contraction();
        Contraction.Pixels p = c.pixels();
        boolean byRows = p.rows() > 1;
        int items = byRows ? p.rows() : p.cols();
        CodeBlock.Builder code = CodeBlock.builder();
        boolean depthwise = c.depthwise();
        code.add(
                "$T.$L(\n$>$>",
                part.isDots() ? Names.DOT_CONVOLUTION : Names.SCALAR_CONVOLUTION,
                depthwise ? "depthwise" : "apply");
        code.add(
                "s, $L, $L, $L, // reads: first, row, column\n",
                c.x() + share.from(items, byRows ? p.xRow() : p.xCol()),
                p.xRow(),
                p.xCol());
        code.add(
                "$L, $L, $L, // writes\n", c.y() + share.from(items, byRows ? p.yRow() : p.yCol()), p.yRow(), p.yCol());
        String add = c.residual() < 0 ? "-1" : c.residual() + share.from(items, byRows ? p.addRow() : p.addCol());
        code.add("$L, $L, $L, // adds\n", add, p.addRow(), p.addCol());
        if (depthwise) {
            code.add("w, $L, $L, // kernel, bias\n", part.kernel(), bias);
        } else {
            code.add("w, $L, $L, $L, // kernel, a group of it, bias\n", part.kernel(), part.stride(), bias);
        }
        code.add("$L, $L, // pixels\n", byRows ? share.size(items) : "1", byRows ? "" + p.cols() : share.size(items));
        List<Contraction.Loop> loops = c.reduction();
        code.add(
                "$L, $L, $L, $L,",
                loops.get(0).count(),
                loops.get(0).stride(),
                loops.get(1).count(),
                loops.get(1).stride());
        if (depthwise) {
            code.add(" // window\n$L);\n$<$<", c.groups());
        } else {
            code.add(" $L, // window\n$L, $L, $L", loops.get(2).count(), c.groups(), c.inputs(), c.outputs());
            if (part.isDots()) {
                code.add(", // groups, inputs, outputs\n$L", part.work() + (share.divided() ? " + part.area()" : ""));
            }
            code.add(");\n$<$<");
        }
        return code.build();
    }
}
