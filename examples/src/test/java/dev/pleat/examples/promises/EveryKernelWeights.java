package dev.pleat.examples.promises;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Random weights of {@link EveryKernel}. */
final class EveryKernelWeights {

    private final Map<String, float[]> tensors = new HashMap<>();
    private final Random random = new Random(1);
    private final int channels;

    private EveryKernelWeights(int channels) {
        this.channels = channels;
    }

    /** Returns the weights of a model of the block with some number of channels. */
    static Map<String, float[]> of(int channels) {
        EveryKernelWeights weights = new EveryKernelWeights(channels);
        weights.linear("conv", "kernel", 9 * channels);
        weights.norm("convNorm");
        weights.linear("depthwise", "depthwise_kernel", 9);
        weights.norm("depthwiseNorm");
        weights.linear("epilogue", "kernel", channels);
        weights.norm("epilogueNorm");
        weights.linear("residual", "kernel", 9 * channels);
        weights.linear("hidden", "kernel", channels);
        weights.norm("hiddenNorm");
        weights.linear("classes", "kernel", channels);
        return weights.tensors;
    }

    private void linear(String layer, String kernel, int fanIn) {
        put(layer + "/" + kernel, fanIn * channels, 0, Math.sqrt(6.0 / fanIn));
        put(layer + "/bias", channels, 0, 0.2);
    }

    private void norm(String layer) {
        put(layer + "/gamma", channels, 0, 1.2);
        put(layer + "/beta", channels, 0, 0.2);
        put(layer + "/moving_mean", channels, 0, 0.2);
        put(layer + "/moving_variance", channels, 1, 0.5);
    }

    private void put(String name, int size, double middle, double spread) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (middle + spread * (2 * random.nextFloat() - 1));
        }
        tensors.put("net/" + name, values);
    }
}
