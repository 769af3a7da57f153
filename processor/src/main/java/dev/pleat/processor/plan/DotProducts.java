package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Dense;
import dev.pleat.processor.graph.Linear;

/**
 * Which dense layers are computed as dot products of all inputs with a row of weights for each output: those of so few
 * outputs that a vector of them would be empty in many lanes, for which weights would have to be read all the same.
 */
public final class DotProducts {

    /** Lanes of the widest vectors, of which inputs must be a multiple. */
    private static final int LANES = Registers.WIDE.lanes();

    /** Outputs beyond which vectors of them are full enough. */
    private static final int MOST_OUTPUTS = 12;

    /** Inputs of a row from which on it does not matter that its lanes are added up in the end. */
    private static final int FEWEST_INPUTS = 256;

    /** Samples that are computed at a time. */
    static final int SAMPLES = 2;

    /** Floats that a kernel needs for itself: those of the runtime's {@code DotProducts.WORK}. */
    public static final int WORK = 10 * LANES;

    private DotProducts() {}

    /** Returns whether a layer whose result has one pixel is computed so. */
    public static boolean apply(Linear op) {
        boolean dense = op instanceof Dense
                || op instanceof Convolution convolution
                        && convolution.window().isPointwise()
                        && convolution.groups() == 1;
        long inputs = op.weights().kernel().shape().count() / op.outputs();
        return dense
                && op.outputs() <= MOST_OUTPUTS
                && inputs >= FEWEST_INPUTS
                && inputs % LANES == 0
                && !op.epilogue().residual();
    }
}
