package dev.pleat.benchmarks.net;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Map;

/**
 * What a batch norm does to each channel: {@code scale · x + shift}.
 *
 * @param scale {@code gamma / √(moving_variance + epsilon)}
 * @param shift {@code beta - scale · moving_mean}
 */
public record Affine(double[] scale, double[] shift) {

    /** {@return what a node with a batch norm does} */
    public static Affine of(Node node, double epsilon, Map<String, Tensor> weights) {
        int channels = node.shape().channels();
        double[] scale = new double[channels];
        double[] shift = new double[channels];
        for (int c = 0; c < channels; c++) {
            double variance = weights.get(node.name() + "/moving_variance").values()[c];
            scale[c] = weights.get(node.name() + "/gamma").values()[c] / Math.sqrt(variance + epsilon);
            double mean = weights.get(node.name() + "/moving_mean").values()[c];
            shift[c] = weights.get(node.name() + "/beta").values()[c] - scale[c] * mean;
        }
        return new Affine(scale, shift);
    }
}
