package dev.pleat.processor.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Convolutions: plain, grouped, depthwise and separable, of sequences and images. */
final class ConvolutionReference implements LayerReference {
    @Override
    public Set<String> types() {
        return Set.of("Conv1D", "Conv2D", "DepthwiseConv1D", "DepthwiseConv2D", "SeparableConv1D", "SeparableConv2D");
    }

    @Override
    public int[] shape(LayerSpec layer, List<int[]> inputs) {
        Illegal.unless(inputs.size() == 1, "'%s' reads one layer", layer.name());
        Grid image = Grid.of(layer, inputs.get(0));
        boolean causal = layer.text("padding", "VALID").equals("CAUSAL");
        Illegal.unless(!causal || layer.type().equals("Conv1D"), "'%s' cannot be causal", layer.name());
        int groups = layer.integer("groups", 1);
        Illegal.unless(groups >= 1 && image.channels() % groups == 0, "%d groups", groups);
        int filters = filters(layer, image);
        Illegal.unless(filters % groups == 0, "%d filters in %d groups", filters, groups);
        Slide[] slides = slides(layer, image);
        return image.resized(slides[0].windows(), slides[1].windows(), filters).shape();
    }

    @Override
    public Map<String, int[]> weights(LayerSpec layer, List<int[]> inputs) {
        Grid image = Grid.of(layer, inputs.get(0));
        int[] window = layer.integers("kernelSize");
        if (layer.twoDimensional() && window.length == 1) {
            window = new int[] {window[0], window[0]};
        }
        int filters = filters(layer, image);
        int multiplier = layer.integer("depthMultiplier", 1);
        Map<String, int[]> weights = new LinkedHashMap<>();
        if (layer.type().startsWith("Conv")) {
            weights.put("kernel", followed(window, image.channels() / layer.integer("groups", 1), filters));
        } else {
            weights.put("depthwise_kernel", followed(window, image.channels(), multiplier));
        }
        if (layer.type().startsWith("Separable")) {
            int[] ones = new int[window.length];
            Arrays.fill(ones, 1);
            weights.put("pointwise_kernel", followed(ones, image.channels() * multiplier, filters));
        }
        if (layer.flag("useBias", true)) {
            weights.put("bias", new int[] {filters});
        }
        return weights;
    }

    @Override
    public Tensor run(LayerSpec layer, List<Tensor> inputs, Map<String, Tensor> weights) {
        Tensor x = inputs.get(0);
        Grid image = Grid.of(layer, x.shape());
        Slide[] slides = slides(layer, image);
        Tensor y;
        Grid out;
        if (layer.type().startsWith("Conv")) {
            out = Grid.of(layer, shape(layer, List.of(x.shape())));
            y = convolve(x, image, weights.get("kernel"), slides, out);
        } else {
            int channels = image.channels() * layer.integer("depthMultiplier", 1);
            out = image.resized(slides[0].windows(), slides[1].windows(), channels);
            y = depthwise(x, image, weights.get("depthwise_kernel"), slides, out);
        }
        if (layer.type().startsWith("Separable")) {
            Grid deep = out;
            out = deep.resized(deep.rows(), deep.columns(), filters(layer, image));
            y = convolve(y, deep, weights.get("pointwise_kernel"), pointwise(deep), out);
        }
        addBias(y, out, weights.get("bias"));
        return ActivationReference.activate(layer, layer.text("activation", "LINEAR"), y);
    }

    /** Adds the bias of each channel to an image, in place; none if {@code bias} is null. */
    static void addBias(Tensor y, Grid image, Tensor bias) {
        if (bias == null) {
            return;
        }
        for (int row = 0; row < image.rows(); row++) {
            for (int column = 0; column < image.columns(); column++) {
                for (int channel = 0; channel < image.channels(); channel++) {
                    y.data()[image.index(row, column, channel)] += bias.data()[channel];
                }
            }
        }
    }

    private static int filters(LayerSpec layer, Grid image) {
        return layer.type().startsWith("Depthwise")
                ? image.channels() * layer.integer("depthMultiplier", 1)
                : layer.integer("filters", 0);
    }

    private static Slide[] slides(LayerSpec layer, Grid image) {
        return Slide.both(layer, image, layer.downAndAcross("kernelSize", 1), layer.downAndAcross("strides", 1, 1));
    }

    private static Slide[] pointwise(Grid image) {
        return new Slide[] {Slide.of(image.rows(), 1, 1, 1, "VALID"), Slide.of(image.columns(), 1, 1, 1, "VALID")};
    }

    private static int[] followed(int[] window, int in, int out) {
        int[] shape = Arrays.copyOf(window, window.length + 2);
        shape[window.length] = in;
        shape[window.length + 1] = out;
        return shape;
    }

    // Kernel: [rows, columns, channels of a group, filters]; the filters of a group are neighbours.
    private static Tensor convolve(Tensor x, Grid image, Tensor kernel, Slide[] slides, Grid out) {
        int filters = out.channels();
        int depth = kernel.shape()[kernel.shape().length - 2];
        int groups = image.channels() / depth;
        Tensor y = Tensor.zeros(out.shape());
        for (int row = 0; row < out.rows(); row++) {
            for (int column = 0; column < out.columns(); column++) {
                for (int filter = 0; filter < filters; filter++) {
                    int firstChannel = filter / (filters / groups) * depth;
                    double sum = 0;
                    for (int down = 0; down < slides[0].kernel(); down++) {
                        for (int across = 0; across < slides[1].kernel(); across++) {
                            int fromRow = slides[0].at(row, down);
                            int fromColumn = slides[1].at(column, across);
                            int tap = (down * slides[1].kernel() + across) * depth;
                            for (int i = 0; fromRow >= 0 && fromColumn >= 0 && i < depth; i++) {
                                sum += x.data()[image.index(fromRow, fromColumn, firstChannel + i)]
                                        * kernel.data()[(tap + i) * filters + filter];
                            }
                        }
                    }
                    y.data()[out.index(row, column, filter)] = sum;
                }
            }
        }
        return y;
    }

    // Kernel: [rows, columns, channels, multiplier]; the outputs of a channel are neighbours.
    private static Tensor depthwise(Tensor x, Grid image, Tensor kernel, Slide[] slides, Grid out) {
        int multiplier = out.channels() / image.channels();
        Tensor y = Tensor.zeros(out.shape());
        for (int row = 0; row < out.rows(); row++) {
            for (int column = 0; column < out.columns(); column++) {
                for (int channel = 0; channel < out.channels(); channel++) {
                    double sum = 0;
                    for (int down = 0; down < slides[0].kernel(); down++) {
                        for (int across = 0; across < slides[1].kernel(); across++) {
                            int fromRow = slides[0].at(row, down);
                            int fromColumn = slides[1].at(column, across);
                            int tap = (down * slides[1].kernel() + across) * out.channels();
                            if (fromRow >= 0 && fromColumn >= 0) {
                                sum += x.data()[image.index(fromRow, fromColumn, channel / multiplier)]
                                        * kernel.data()[tap + channel];
                            }
                        }
                    }
                    y.data()[out.index(row, column, channel)] = sum;
                }
            }
        }
        return y;
    }
}
