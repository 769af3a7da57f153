package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Pool;
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
 * @param samples how many samples every value has room for in its first dimension, 0 where values are of one sample
 */
record Context(
        Plan plan,
        WorkArea work,
        WeightLayout weights,
        KernelSets kernels,
        List<FieldSpec> constants,
        long leastDivided,
        int samples) {

    static Context of(Plan plan, KernelSets kernels, long leastDivided) {
        return new Context(
                plan, new WorkArea(plan.scratch()), new WeightLayout(), kernels, new ArrayList<>(), leastDivided, 0);
    }

    /**
     * Returns the context of steps that compute several samples with the same weights and kernels.
     *
     * @param many where the values of {@code samples} samples are
     */
    Context ofSamples(Plan many, int samples) {
        return new Context(many, new WorkArea(many.scratch()), weights, kernels, constants, Long.MAX_VALUE, samples);
    }

    boolean hasSamples() {
        return samples > 0;
    }

    /** Returns whether any step so far clips numbers on their bits, for which NaNs must be positive. */
    boolean clipsBits() {
        boolean pools = plan.steps().stream()
                .anyMatch(
                        node -> node.op() instanceof Pool pool && !pool.before().isEmpty());
        return pools || work.holdsSums() || kernels != null && kernels.clipsBits();
    }

    /** Returns how the code of the step of a node names its share of the work. */
    Share share(Node node) {
        return hasSamples() ? alone() : Share.of(node, plan, leastDivided);
    }

    /** Returns how the code of a step that is not divided among threads names its work. */
    Share alone() {
        return new Share(false, samples);
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

    /** Returns the same for a value that moves up while it is computed in turns: around the rows that have room. */
    static CodeBlock zeroBorderOfTurns(Slot slot, Share share) {
        int rows = slot.image().rows();
        return share.first(zeroBorder(slot, share.divided() ? "part.rows(" + rows + ")" : "" + rows));
    }

    /** Returns the statement that makes the border around a value zero, nothing if it has none. */
    static CodeBlock zeroBorder(Slot slot) {
        return zeroBorder(slot, "" + slot.image().rows());
    }

    private static CodeBlock zeroBorder(Slot slot, String rows) {
        if (slot.border().isEmpty()) {
            return CodeBlock.of("");
        }
        return CodeBlock.of(
                "$T.border(s, $L, $L, $L, $L, $L, $L, $L, $L);\n",
                Names.COPY,
                slot.at(),
                rows,
                slot.image().cols() * slot.pitch(),
                slot.rowStride(),
                slot.border().left() * slot.pitch(),
                slot.border().right() * slot.pitch(),
                slot.border().top(),
                slot.border().bottom());
    }
}
