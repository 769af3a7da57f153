package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.Value;
import dev.pleat.formats.build.Window;

/** What is known of an output of a node. */
sealed interface Result
        permits Constant,
                Result.Live,
                Result.Pending,
                Result.Handle,
                Result.Rows,
                Result.Blocks,
                Result.Deferred,
                Result.Mark {

    /** What a layer computes. */
    record Live(Value value) implements Result {}

    /**
     * What a placeholder holds, or an operation computes that the model begins behind: it becomes an input as soon as an
     * operation needs it and its shape is known.
     *
     * @param ref where it comes from
     */
    record Pending(Ref ref) implements Result {}

    /** A variable that can be read: the node that made it. */
    record Handle(String node) implements Result {}

    /**
     * A value that is seen as a matrix, all but its last dimension being rows, those of all samples.
     *
     * @param value the value as it is
     */
    record Rows(Value value) implements Result {}

    /**
     * A value whose pixels were dealt out to batches, every so manyth into the same one, for a dilated convolution.
     *
     * @param value the value as it was
     * @param dilations the number of batches in each dimension, that of the batch counted
     * @param before what was padded in front in each
     * @param after what was padded behind
     */
    record Blocks(Value value, int[] dilations, int[] before, int[] after) implements Result {}

    /**
     * A convolution of {@link Blocks}, which is known only when these are put together again and cut.
     *
     * @param blocks what is convolved
     * @param depthwise whether each channel by itself
     * @param origin what it is called
     * @param kernel its kernel
     * @param window its window, with dilations
     * @param squeezed the axes that were taken away since, each counted after those before it
     */
    record Deferred(Blocks blocks, boolean depthwise, String origin, Constant kernel, Window window, int[] squeezed)
            implements Result {}

    /** What needs no more said. */
    enum Mark implements Result {
        /** Which elements a dropout keeps: all, when a model is used. */
        DROPOUT,
        /** The branch not taken. */
        DEAD,
        /** Something that is no number: a text, an operation done for its effect. */
        NOTHING,
        /** The result of an operation that was reported already. */
        BROKEN
    }
}
