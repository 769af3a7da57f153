package dev.pleat.processor.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pooling, by windows and over everything. What lies outside the image counts neither as a value nor as one of many. */
final class PoolingReference implements LayerReference {
    @Override
    public Set<String> types() {
        return Set.of(
                "MaxPooling1D",
                "MaxPooling2D",
                "AveragePooling1D",
                "AveragePooling2D",
                "GlobalMaxPooling1D",
                "GlobalMaxPooling2D",
                "GlobalAveragePooling1D",
                "GlobalAveragePooling2D");
    }

    @Override
    public int[] shape(LayerSpec layer, List<int[]> inputs) {
        Illegal.unless(inputs.size() == 1, "'%s' reads one layer", layer.name());
        Grid image = Grid.of(layer, inputs.get(0));
        if (global(layer) && !layer.flag("keepdims", false)) {
            return new int[] {image.channels()};
        }
        return pooled(image, slides(layer, image)).shape();
    }

    @Override
    public Tensor run(LayerSpec layer, List<Tensor> inputs, Map<String, Tensor> weights) {
        Tensor x = inputs.get(0);
        Grid image = Grid.of(layer, x.shape());
        Slide[] slides = slides(layer, image);
        Grid out = pooled(image, slides);
        Tensor y = Tensor.zeros(shape(layer, List.of(x.shape())));
        boolean max = layer.type().contains("Max");
        for (int row = 0; row < out.rows(); row++) {
            for (int column = 0; column < out.columns(); column++) {
                for (int channel = 0; channel < out.channels(); channel++) {
                    y.data()[out.index(row, column, channel)] = pool(x, image, slides, row, column, channel, max);
                }
            }
        }
        return y;
    }

    private static double pool(Tensor x, Grid image, Slide[] slides, int row, int column, int channel, boolean max) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int count = 0;
        for (int down = 0; down < slides[0].kernel(); down++) {
            for (int across = 0; across < slides[1].kernel(); across++) {
                int fromRow = slides[0].at(row, down);
                int fromColumn = slides[1].at(column, across);
                if (fromRow >= 0 && fromColumn >= 0) {
                    double value = x.data()[image.index(fromRow, fromColumn, channel)];
                    largest = Math.max(largest, value);
                    sum += value;
                    count++;
                }
            }
        }
        return max ? largest : sum / count;
    }

    private static boolean global(LayerSpec layer) {
        return layer.type().startsWith("Global");
    }

    private static Slide[] slides(LayerSpec layer, Grid image) {
        if (global(layer)) {
            int[] everything = {image.rows(), image.columns()};
            return Slide.both(layer, image, everything, new int[] {1, 1});
        }
        Illegal.unless(!layer.text("padding", "VALID").equals("CAUSAL"), "'%s' cannot be causal", layer.name());
        int[] window = layer.downAndAcross("poolSize", 1, 2);
        boolean given = layer.integers("strides").length > 0 && layer.integer("strides", 0) != 0;
        return Slide.both(layer, image, window, given ? layer.downAndAcross("strides", 1) : window);
    }

    private static Grid pooled(Grid image, Slide[] slides) {
        return image.resized(slides[0].windows(), slides[1].windows(), image.channels());
    }
}
