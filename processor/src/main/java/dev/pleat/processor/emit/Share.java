package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.plan.Plan;

/**
 * How the code of a step names its share of the work, {@code part}: of a step that is divided among the threads of a
 * team, or of one that the first thread does alone.
 *
 * @param divided whether the step is divided
 * @param samples how many samples the first dimension has room for, 0 where values are of one sample; the variable
 *     {@code samples} says how many there are
 */
record Share(boolean divided, int samples) {

    /** Of a step of one sample that is not divided. */
    static final Share ALONE = new Share(false, 0);

    /** What reading or writing a float counts for, in multiply-adds. */
    private static final int PER_FLOAT = 4;

    /** Returns whether a step has work enough that dividing it pays. */
    static Share of(Node node, Plan plan, long least) {
        long work = node.op() instanceof Linear linear
                ? linear.multiplyAdds(plan.graph().inputShapes(node))
                : PER_FLOAT
                        * (plan.graph().node(node.input()).shape().count()
                                + node.shape().count());
        return new Share(work >= least, 0);
    }

    /** Returns what a kernel gets as its part. */
    CodeBlock part() {
        return divided ? CodeBlock.of("part") : CodeBlock.of("$T.WHOLE", Names.PART);
    }

    /**
     * Returns the text that follows a value which moves up by rows while it is computed in turns, where it is read.
     *
     * @param row floats of a row, 0 if it does not move
     */
    String inputMoved(int row) {
        return divided && row > 0 ? " - part.inputMoved() * " + row : "";
    }

    /** Returns the same text where the value is written. */
    String moved(int row) {
        return divided && row > 0 ? " - part.moved() * " + row : "";
    }

    /** Returns the text that moves an offset to the first of the share's items. */
    String from(int items, int stride) {
        return divided ? " + " + distance(items, stride) : "";
    }

    /** Returns the text that takes the distance of the first of the share's items off. */
    String less(int items, int stride) {
        return divided ? " - " + distance(items, stride) : "";
    }

    private static String distance(int items, int stride) {
        return "part.from(" + items + ")" + (stride == 1 ? "" : " * " + stride);
    }

    /** Returns the text of the number of items of the share. */
    String size(int items) {
        return divided ? "part.size(" + items + ")" : count(items);
    }

    boolean hasSamples() {
        return samples > 0;
    }

    /** Returns the text of a number that counts along the first dimension, or along it and those behind it. */
    private String count(int items) {
        if (!hasSamples()) {
            return "" + items;
        }
        int each = items / samples;
        return each == 1 ? "samples" : "samples * " + each;
    }

    /** Returns the head of a loop over the share's items. */
    CodeBlock loop(String variable, int items) {
        return divided
                ? CodeBlock.of("for (int $1L = part.from($2L); $1L < part.to($2L); $1L++)", variable, items)
                : CodeBlock.of("for (int $1L = 0; $1L < $2L; $1L++)", variable, count(items));
    }

    /** Returns the statement that waits for the other threads, between what some write and others read. */
    CodeBlock await() {
        return divided ? CodeBlock.of("part.await();\n") : CodeBlock.of("");
    }

    /** Returns statements that only the first thread runs. */
    CodeBlock first(CodeBlock statements) {
        if (!divided || statements.isEmpty()) {
            return statements;
        }
        return CodeBlock.builder()
                .beginControlFlow("if (part.isFirst())")
                .add(statements)
                .endControlFlow()
                .build();
    }
}
