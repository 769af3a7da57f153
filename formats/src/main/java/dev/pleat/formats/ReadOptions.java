package dev.pleat.formats;

import java.util.List;

/**
 * How a model file is read.
 *
 * @param inputs the tensors that become inputs, by their name in the file; empty for those of the file
 * @param outputs the tensors that become outputs, by their name in the file; empty for those of the file
 * @param raiseEpsilon whether batch norm's epsilon is raised to 1.001e-5, as TensorFlow's fused kernel did
 * @param clampVariance whether a variance that is slightly negative counts as 0 instead of being refused
 */
public record ReadOptions(List<String> inputs, List<String> outputs, boolean raiseEpsilon, boolean clampVariance) {
    /** Everything as the file says. */
    public static final ReadOptions DEFAULT = new ReadOptions(List.of(), List.of(), false, false);

    /** Makes the lists immutable. */
    public ReadOptions {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
