package dev.pleat.runtime;

/**
 * The weights of a dense layer or a convolution, with the affine maps around it folded into them.
 *
 * <p>With the maps {@code before} the layer, x to s x + t, and {@code after} it, y to u y + v:
 *
 * <pre>
 *   kernel[., i, o] = u[o] * s[i] * W[., i, o]
 *   bias[o]         = u[o] * (b[o] + sum of t[i] * W[., i, o]) + v[o]
 * </pre>
 *
 * <p>All is computed in double precision and rounded once; subnormal results become 0. The object is immutable, save that
 * it reads the kernel it was made of, uncopied, whenever {@link #kernel()} or {@link #bias()} is called: leave that array
 * unchanged.
 *
 * <p>A shift before a layer that pads its input with zeros is not this layer's to fold: at the border, the padding would
 * have to be shifted too.
 */
public final class LinearWeights {
    private final Source source;
    private final String name;
    private final int groups;
    private final float[] bias;
    private final ChannelAffine before;
    private final ChannelAffine after;

    private LinearWeights(
            Source source, String name, int groups, float[] bias, ChannelAffine before, ChannelAffine after) {
        this.source = source;
        this.name = name;
        this.groups = groups;
        this.bias = bias;
        this.before = before;
        this.after = after;
    }

    /** The kernel as given: element {@code [t, i, o]} is at {@code t * inputs * outputs + i * inputStep + o * outputStep}. */
    private record Source(float[] values, int taps, int inputs, int outputs, int inputStep, int outputStep) {
        Source {
            if (taps < 1 || inputs < 1 || outputs < 1) {
                throw new IllegalArgumentException(
                        "taps, inputs and outputs must be at least 1, not %d, %d, %d".formatted(taps, inputs, outputs));
            }
            // Divisions, since the product may overflow.
            int perTap = values.length / taps;
            if (values.length % taps != 0 || perTap % inputs != 0 || perTap / inputs != outputs) {
                throw new IllegalArgumentException("a kernel of %d values is not %d taps x %d inputs x %d outputs"
                        .formatted(values.length, taps, inputs, outputs));
            }
        }

        /** Returns where the elements {@code [t, i, .]} begin, for a row {@code t * inputs + i}. */
        int rowStart(int row) {
            return row / inputs * inputs * outputs + row % inputs * inputStep;
        }
    }

    /**
     * Returns the weights of a layer without bias, in one group.
     *
     * @param kernel the kernel {@code [taps, inputs, outputs]}, last dimension fastest; not copied
     * @param taps how many positions the kernel covers: 1 for a dense layer, height * width for a convolution
     * @param inputs the input channels of a group
     * @param outputs the output channels of all groups
     * @return the weights
     * @throws IllegalArgumentException if the kernel is of another size
     */
    public static LinearWeights of(float[] kernel, int taps, int inputs, int outputs) {
        return of(new Source(kernel, taps, inputs, outputs, outputs, 1));
    }

    /**
     * Returns the weights of a layer whose kernel Keras stores with the outputs before the inputs: a transposed
     * convolution.
     *
     * @param kernel the kernel {@code [taps, outputs, inputs]}, last dimension fastest; not copied
     * @param taps how many positions the kernel covers
     * @param outputs the output channels of all groups
     * @param inputs the input channels of a group
     * @return the weights
     * @throws IllegalArgumentException if the kernel is of another size
     */
    public static LinearWeights transposed(float[] kernel, int taps, int outputs, int inputs) {
        return of(new Source(kernel, taps, inputs, outputs, 1, inputs));
    }

    private static LinearWeights of(Source source) {
        ChannelAffine none = ChannelAffine.identity(1);
        return new LinearWeights(source, "a layer", 1, null, none, none);
    }

    /**
     * Returns these weights under a name for messages.
     *
     * @param layer the path of the layer
     * @return the named weights
     */
    public LinearWeights named(String layer) {
        return new LinearWeights(source, "'" + layer + "'", groups, bias, before, after);
    }

    /**
     * Returns these weights in groups: output {@code o} reads the inputs of group {@code o / (outputs / groups)}. A
     * depthwise convolution has a group for each input channel, and one input in each.
     *
     * @param count the number of groups, a divisor of the outputs
     * @return the grouped weights
     * @throws IllegalArgumentException if the outputs cannot be divided so
     */
    public LinearWeights groups(int count) {
        if (count < 1 || source.outputs % count != 0) {
            throw new IllegalArgumentException("%d outputs are not %d groups".formatted(source.outputs, count));
        }
        return new LinearWeights(source, name, count, bias, before, after);
    }

    /**
     * Returns these weights with the layer's own bias, instead of the one they had.
     *
     * @param values one number per output; copied
     * @return the weights with bias
     * @throws IllegalArgumentException if there are more or fewer numbers than outputs
     */
    public LinearWeights bias(float[] values) {
        if (values.length != source.outputs) {
            throw new IllegalArgumentException(
                    "a bias of %d numbers for %d outputs".formatted(values.length, source.outputs));
        }
        return new LinearWeights(source, name, groups, values.clone(), before, after);
    }

    /**
     * Returns these weights with a map of the layer's input folded in. The map of the first call is the first that the
     * input meets; that of the last call is nearest to the layer.
     *
     * @param map a map of all input channels, {@code inputs * groups}, or of one for all; the number is checked when the
     *     weights are folded, so that {@link #groups} may follow
     * @return the weights with the map
     */
    public LinearWeights before(ChannelAffine map) {
        return new LinearWeights(source, name, groups, bias, before.then(map), after);
    }

    /**
     * Returns these weights with a map of the layer's output folded in. The map of the first call is nearest to the
     * layer.
     *
     * @param map a map of all output channels, or of one for all
     * @return the weights with the map
     * @throws IllegalArgumentException if it is of another number of channels
     */
    public LinearWeights after(ChannelAffine map) {
        return new LinearWeights(source, name, groups, bias, before, after.then(map.spread(source.outputs)));
    }

    /**
     * Returns the folded kernel.
     *
     * @return a new array {@code [taps, inputs, outputs]}, last dimension fastest, also of a transposed kernel
     * @throws WeightsException if a result is too large for float32, naming the layer and the output
     * @throws IllegalArgumentException if a map before the layer is of another number of channels than its input
     */
    public float[] kernel() {
        ChannelAffine in = before.spread(Math.multiplyExact(source.inputs, groups));
        ChannelAffine out = after.spread(source.outputs);
        float[] folded = new float[source.values.length];
        int perGroup = source.outputs / groups;
        for (int row = 0; row < source.taps * source.inputs; row++) {
            int from = source.rowStart(row);
            for (int g = 0; g < groups; g++) {
                double scale = in.scale(g * source.inputs + row % source.inputs);
                fold(scale, out, from, g * perGroup, (g + 1) * perGroup, folded, row * source.outputs);
            }
        }
        return folded;
    }

    /** Folds some outputs of a row. A method of its own is compiled after a few calls, a loop much later. */
    private void fold(double scale, ChannelAffine out, int from, int begin, int end, float[] to, int at) {
        float zeros = 0;
        for (int o = begin; o < end; o++) {
            float folded = Float32.folded(scale * out.scale(o) * source.values[from + o * source.outputStep]);
            to[at + o] = folded;
            zeros += folded * 0; // of infinities and NaNs, no zero
        }
        for (int o = begin; zeros != 0 && o < end; o++) {
            checked(scale * out.scale(o) * source.values[from + o * source.outputStep], "kernel", o);
        }
    }

    /**
     * Returns the folded bias.
     *
     * @return a new array, one number per output; 0 where nothing adds to the output
     * @throws WeightsException if a result is too large for float32, naming the layer and the output
     * @throws IllegalArgumentException if a map before the layer is of another number of channels than its input
     */
    public float[] bias() {
        double[] sums = new double[source.outputs];
        for (int o = 0; o < source.outputs; o++) {
            sums[o] = bias == null ? 0 : bias[o];
        }
        addShiftedInputs(sums);
        ChannelAffine out = after.spread(source.outputs);
        float[] folded = new float[source.outputs];
        for (int o = 0; o < source.outputs; o++) {
            folded[o] = checked(out.scale(o) * sums[o] + out.shift(o), "bias", o);
        }
        return folded;
    }

    // What the layer makes of the shift of its input: the same at every position.
    private void addShiftedInputs(double[] sums) {
        ChannelAffine in = before.spread(Math.multiplyExact(source.inputs, groups));
        int perGroup = source.outputs / groups;
        for (int row = 0; row < source.taps * source.inputs; row++) {
            int from = source.rowStart(row);
            for (int g = 0; g < groups; g++) {
                double shift = in.shift(g * source.inputs + row % source.inputs);
                // Few layers have a shift before them: do not read the kernel for nothing.
                for (int o = g * perGroup; shift != 0 && o < (g + 1) * perGroup; o++) {
                    sums[o] += shift * source.values[from + o * source.outputStep];
                }
            }
        }
    }

    private float checked(double value, String what, int output) {
        float folded = Float32.folded(value);
        if (!Float.isFinite(folded)) {
            throw new WeightsException("the folded %s of %s is %s in output %d, which is not a finite float32"
                    .formatted(what, name, value, output));
        }
        return folded;
    }
}
