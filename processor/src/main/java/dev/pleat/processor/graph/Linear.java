package dev.pleat.processor.graph;

import java.util.ArrayList;
import java.util.List;

/** A layer that multiplies by a kernel: what batch norm folds into and what activations fuse with. */
public sealed interface Linear extends Op permits Dense, Convolution, TransposedConvolution {

    /** Returns the weights. */
    Weighting weights();

    /** Returns what happens to each result before it is stored. */
    Epilogue epilogue();

    /** Returns the number of output channels, always the last dimension of the result. */
    int outputs();

    /** Returns whether some sums reach over the edge of the input, where zeros stand. */
    boolean padded();

    /** Returns this operation with other weights. */
    Linear withWeights(Weighting weights);

    /** Returns this operation with another epilogue. */
    Linear withEpilogue(Epilogue epilogue);

    @Override
    default List<Param> params() {
        List<Param> params = new ArrayList<>(weights().params());
        epilogue().scalings().forEach(scaling -> params.addAll(scaling.params()));
        return params;
    }
}
