package dev.pleat.benchmarks.net;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Map;

/** Inputs and weights in the layouts of engines whose images are {@code [channels, height, width]}. */
public final class ChannelsFirst {
    private ChannelsFirst() {}

    /** {@return images with channels first} */
    public static float[] images(float[] images, Shape shape, int samples) {
        int channels = shape.channels();
        float[] moved = new float[images.length];
        for (int s = 0; s < samples; s++) {
            int image = s * shape.size();
            for (int p = 0; p < shape.pixels(); p++) {
                for (int c = 0; c < channels; c++) {
                    moved[image + c * shape.pixels() + p] = images[image + p * channels + c];
                }
            }
        }
        return moved;
    }

    /** {@return the shape of samples} */
    public static long[] shape(Shape shape, int samples) {
        return shape.flat()
                ? new long[] {samples, shape.channels()}
                : new long[] {samples, shape.channels(), shape.height(), shape.width()};
    }

    /** {@return the kernel of a linear node: {@code [out, in, height, width]}, or {@code [in, out]} of a dense one} */
    public static float[] kernel(Node node, Map<String, Tensor> weights) {
        if (node.op() instanceof Op.Dense) {
            return rows(node, weights.get(node.name() + "/kernel").values());
        }
        boolean depthwise = node.op() instanceof Op.Depthwise;
        float[] kernel = weights.get(node.name() + (depthwise ? "/depthwise_kernel" : "/kernel"))
                .values();
        int filters = node.shape().channels();
        int in = depthwise ? 1 : node.input().shape().channels();
        int taps = kernel.length / in / filters;
        float[] moved = new float[kernel.length];
        for (int tap = 0; tap < taps; tap++) {
            for (int c = 0; c < in; c++) {
                for (int f = 0; f < filters; f++) {
                    moved[(f * in + c) * taps + tap] = kernel[(tap * in + c) * filters + f];
                }
            }
        }
        return moved;
    }

    /** {@return the shape of that kernel} */
    public static long[] kernelShape(Node node) {
        Shape in = node.input().shape();
        int out = node.shape().channels();
        if (node.op() instanceof Op.Dense) {
            return new long[] {in.size(), out};
        }
        Window window = node.op() instanceof Op.Conv conv ? conv.window() : ((Op.Depthwise) node.op()).window();
        return new long[] {out, node.op() instanceof Op.Conv ? in.channels() : 1, window.height(), window.width()};
    }

    /** A dense layer behind a flattened image reads its values in another order. */
    private static float[] rows(Node node, float[] kernel) {
        Node flat = node.input();
        if (!(flat.op() instanceof Op.Flatten) || flat.input().shape().pixels() == 1) {
            return kernel;
        }
        Shape image = flat.input().shape();
        int units = node.shape().channels();
        float[] moved = new float[kernel.length];
        for (int p = 0; p < image.pixels(); p++) {
            for (int c = 0; c < image.channels(); c++) {
                int to = (c * image.pixels() + p) * units;
                System.arraycopy(kernel, (p * image.channels() + c) * units, moved, to, units);
            }
        }
        return moved;
    }
}
