package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.plan.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * What the emitters of steps share while one model is written.
 *
 * @param work scratch memory behind that of the values, for one step at a time; grows
 * @param weights where weights go; grows
 * @param kernels the micro-kernels so far; grows. Null if the user's module cannot see the vector module
 * @param constants fields that steps declare; grows
 * @param leastDivided multiply-adds of the smallest step that is divided among the threads of a team
 */
record Context(
        Plan plan,
        WorkArea work,
        WeightLayout weights,
        KernelSets kernels,
        List<FieldSpec> constants,
        long leastDivided) {

    static Context of(Plan plan, KernelSets kernels, long leastDivided) {
        return new Context(
                plan, new WorkArea(plan.scratch()), new WeightLayout(), kernels, new ArrayList<>(), leastDivided);
    }

    /** Returns whether the step of a node is divided among threads. */
    Share share(Node node) {
        return Share.of(node, plan, leastDivided);
    }

    Slot input(Node node) {
        return plan.slot(node.input());
    }

    Slot output(Node node) {
        return plan.slot(node);
    }

    /** Returns the statement by which the first thread makes the border around a value zero, nothing if it has none. */
    static CodeBlock zeroBorder(Slot slot, Share share) {
        return share.first(zeroBorder(slot));
    }

    /** Returns the statement that makes the border around a value zero, nothing if it has none. */
    static CodeBlock zeroBorder(Slot slot) {
        if (slot.border().isEmpty()) {
            return CodeBlock.of("");
        }
        int channels = slot.image().channels();
        return CodeBlock.of(
                "$T.border(s, $L, $L, $L, $L, $L, $L, $L, $L);\n",
                Names.COPY,
                slot.at(),
                slot.image().rows(),
                slot.image().rowLength(),
                slot.rowStride(),
                slot.border().left() * channels,
                slot.border().right() * channels,
                slot.border().top(),
                slot.border().bottom());
    }
}
