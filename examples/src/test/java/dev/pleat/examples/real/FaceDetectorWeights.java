package dev.pleat.examples.real;

import dev.pleat.examples.Npy;
import java.util.HashMap;
import java.util.Map;

/** The face detector's weights, from PyTorch's names and layouts to Keras's. */
final class FaceDetectorWeights {

    private final Map<String, Npy> torch;
    private final Map<String, float[]> keras = new HashMap<>();

    private FaceDetectorWeights(Map<String, Npy> torch) {
        this.torch = torch;
    }

    /** Returns the arrays that the model loads. */
    static Map<String, float[]> of(Map<String, Npy> torch) {
        FaceDetectorWeights weights = new FaceDetectorWeights(torch);
        weights.base();
        weights.heads("classification_headers", "scores", "lastScores");
        weights.heads("regression_headers", "boxes", "lastBoxes");
        weights.linear("extra1", "extras.0.0", "kernel");
        weights.linear("extra2", "extras.0.2.0", "depthwise_kernel");
        weights.linear("extra3", "extras.0.2.2", "kernel");
        return weights.keras;
    }

    private void base() {
        kernel("conv/kernel", "base_net.0.0.weight");
        norm("norm", "base_net.0.1");
        for (int i = 1; i <= 12; i++) {
            kernel("b" + i + "/depthwise/depthwise_kernel", "base_net." + i + ".0.weight");
            norm("b" + i + "/depthwiseNorm", "base_net." + i + ".1");
            kernel("b" + i + "/pointwise/kernel", "base_net." + i + ".3.weight");
            norm("b" + i + "/pointwiseNorm", "base_net." + i + ".4");
        }
    }

    private void heads(String torchName, String name, String last) {
        for (int i = 0; i < 3; i++) {
            linear(name + i + "/depthwise", torchName + "." + i + ".0", "depthwise_kernel");
            linear(name + i + "/pointwise", torchName + "." + i + ".2", "kernel");
        }
        linear(last, torchName + ".3", "kernel");
    }

    private void linear(String layer, String name, String kernel) {
        kernel(layer + "/" + kernel, name + ".weight");
        keras.put(layer + "/bias", torch.get(name + ".bias").floats());
    }

    private void norm(String layer, String name) {
        keras.put(layer + "/gamma", torch.get(name + ".weight").floats());
        keras.put(layer + "/beta", torch.get(name + ".bias").floats());
        keras.put(layer + "/moving_mean", torch.get(name + ".running_mean").floats());
        keras.put(layer + "/moving_variance", torch.get(name + ".running_var").floats());
    }

    /** Turns {@code [out, in, height, width]} into {@code [height, width, in, out]}; depthwise kernels have one in. */
    private void kernel(String name, String torchName) {
        Npy from = torch.get(torchName);
        int area = from.shape()[2] * from.shape()[3];
        // The result is the transposed matrix of [out * in, area] and, unless depthwise, of [out, in] within.
        boolean depthwise = name.endsWith("depthwise_kernel");
        int out = depthwise ? 1 : from.shape()[0];
        int in = from.shape()[0] * from.shape()[1] / out;
        float[] to = new float[from.values().length];
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < in; i++) {
                for (int k = 0; k < area; k++) {
                    to[(k * in + i) * out + o] = (float) from.values()[(o * in + i) * area + k];
                }
            }
        }
        keras.put(name, to);
    }
}
