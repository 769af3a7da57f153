package dev.pleat.processor.graph;

import java.util.List;

/**
 * One operation. Layers become operations of channels-last values when they are read, so this family is smaller than
 * that of the layers; every record's {@code toString} is its text in the dump.
 */
public sealed interface Op
        permits Input,
                Linear,
                Scale,
                Activate,
                Softmax,
                PRelu,
                LayerNorm,
                Pool,
                Reshape,
                Permute,
                Pad,
                Crop,
                UpSample,
                Repeat,
                Merge,
                Concat,
                Identity {

    /**
     * Returns the shape of the result.
     *
     * @throws ShapeMismatch if the inputs do not fit
     */
    Shape resultShape(List<Shape> inputs);

    /** Returns the multiply-adds of one prediction. */
    default long multiplyAdds(List<Shape> inputs) {
        return 0;
    }

    /** Returns the weights that this operation reads, in the order in which Keras lists them. */
    default List<Param> params() {
        return List.of();
    }
}
