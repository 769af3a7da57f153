package dev.pleat;

/**
 * What surrounds the input of a window.
 *
 * <p>In the formulas, {@code n} is a side of the input, {@code span = (kernelSize - 1) * dilationRate + 1} the input a
 * window covers (for pooling {@code poolSize}), and division is exact before {@code floor} and {@code ceil}.
 *
 * <table class="striped">
 * <caption>Sides of the output</caption>
 * <thead>
 * <tr>
 * <th scope="col">Padding</th>
 * <th scope="col">Output</th>
 * <th scope="col">Added before</th>
 * <th scope="col">Added after</th>
 * </tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@link #VALID}</th><td>{@code floor((n - span) / strides) + 1}</td><td>0</td><td>0</td></tr>
 * <tr>
 * <th scope="row">{@link #SAME}</th>
 * <td>{@code o = ceil(n / strides)}</td>
 * <td>{@code floor(p / 2)}</td>
 * <td>{@code ceil(p / 2)}, where {@code p = max((o - 1) * strides + span - n, 0)}</td>
 * </tr>
 * <tr><th scope="row">{@link #CAUSAL}</th><td>{@code ceil(n / strides)}</td><td>{@code span - 1}</td><td>0</td></tr>
 * </tbody>
 * </table>
 *
 * <p>Transposed convolutions have formulas of their own, see {@link Conv2DTranspose}.
 */
public enum Padding {
    /** Nothing: windows lie within the input, which must be at least as large as one. Keras's {@code valid}. */
    VALID,

    /**
     * As much as it takes for an output of {@code ceil(n / strides)}, the odd one at the end. Keras's {@code same}.
     *
     * <p>Numeric source: TensorFlow. A side of 28 under a window of 3 at strides 2 becomes 14, with nothing before and
     * one after; PyTorch's {@code padding=1} puts one on each side and gives other results. In convolutions what is
     * added is zero; in pooling it does not count.
     */
    SAME,

    /**
     * Zeros before the first step only, so that no output depends on a later step. Keras's {@code causal}.
     *
     * <p>For 1-D convolutions; others refuse it.
     */
    CAUSAL
}
