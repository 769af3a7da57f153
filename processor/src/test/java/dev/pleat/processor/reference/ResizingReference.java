package dev.pleat.processor.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Padding, cropping and upsampling. */
final class ResizingReference implements LayerReference {
    @Override
    public Set<String> types() {
        return Set.of("ZeroPadding1D", "ZeroPadding2D", "Cropping1D", "Cropping2D", "UpSampling1D", "UpSampling2D");
    }

    @Override
    public int[] shape(LayerSpec layer, List<int[]> inputs) {
        Illegal.unless(inputs.size() == 1, "'%s' reads one layer", layer.name());
        Grid image = Grid.of(layer, inputs.get(0));
        return out(layer, image).shape();
    }

    @Override
    public Tensor run(LayerSpec layer, List<Tensor> inputs, Map<String, Tensor> weights) {
        Tensor x = inputs.get(0);
        Grid image = Grid.of(layer, x.shape());
        Grid out = out(layer, image);
        Tensor y = Tensor.zeros(out.shape());
        for (int row = 0; row < out.rows(); row++) {
            for (int column = 0; column < out.columns(); column++) {
                for (int channel = 0; channel < out.channels(); channel++) {
                    y.data()[out.index(row, column, channel)] = value(layer, x, image, row, column, channel);
                }
            }
        }
        return y;
    }

    private static Grid out(LayerSpec layer, Grid image) {
        if (layer.type().startsWith("Up")) {
            int[] size = layer.downAndAcross("size", 1, 2);
            return image.resized(image.rows() * size[0], image.columns() * size[1], image.channels());
        }
        int[] margins = margins(layer);
        return image.resized(
                image.rows() + margins[0] + margins[1], image.columns() + margins[2] + margins[3], image.channels());
    }

    private static double value(LayerSpec layer, Tensor x, Grid image, int row, int column, int channel) {
        if (layer.type().startsWith("Up")) {
            int[] size = layer.downAndAcross("size", 1, 2);
            return layer.text("interpolation", "NEAREST").equals("NEAREST")
                    ? x.data()[image.index(row / size[0], column / size[1], channel)]
                    : bilinear(x, image, (row + 0.5) / size[0] - 0.5, (column + 0.5) / size[1] - 0.5, channel);
        }
        int[] margins = margins(layer);
        int fromRow = row - margins[0];
        int fromColumn = column - margins[2];
        boolean inside = fromRow >= 0 && fromRow < image.rows() && fromColumn >= 0 && fromColumn < image.columns();
        return inside ? x.data()[image.index(fromRow, fromColumn, channel)] : 0;
    }

    // Pixels have centres at halves, as TensorFlow's resize has it; beyond the outermost centres, their values go on.
    private static double bilinear(Tensor x, Grid image, double row, double column, int channel) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double down = row - top;
        double across = column - left;
        double upper =
                (1 - across) * pixel(x, image, top, left, channel) + across * pixel(x, image, top, left + 1, channel);
        double lower = (1 - across) * pixel(x, image, top + 1, left, channel)
                + across * pixel(x, image, top + 1, left + 1, channel);
        return (1 - down) * upper + down * lower;
    }

    private static double pixel(Tensor x, Grid image, int row, int column, int channel) {
        int nearestRow = Math.min(Math.max(row, 0), image.rows() - 1);
        int nearestColumn = Math.min(Math.max(column, 0), image.columns() - 1);
        return x.data()[image.index(nearestRow, nearestColumn, channel)];
    }

    /** {@return what is added at the top, bottom, left and right; less than zero where the layer crops} */
    private static int[] margins(LayerSpec layer) {
        boolean crops = layer.type().startsWith("Cropping");
        int[] given = crops
                ? layer.integers("cropping", layer.twoDimensional() ? new int[] {0} : new int[] {1, 1})
                : layer.integers("padding", 1);
        int[] margins;
        if (!layer.twoDimensional()) {
            Illegal.unless(given.length == 1 || given.length == 2, "'%s' has %d margins", layer.name(), given.length);
            margins = new int[] {0, 0, given[0], given[given.length - 1]};
        } else {
            margins = switch (given.length) {
                case 1 -> new int[] {given[0], given[0], given[0], given[0]};
                case 2 -> new int[] {given[0], given[0], given[1], given[1]};
                default -> given.clone();
            };
            Illegal.unless(margins.length == 4, "'%s' has %d margins", layer.name(), given.length);
        }
        for (int i = 0; i < 4; i++) {
            Illegal.unless(margins[i] >= 0, "'%s' has a negative margin", layer.name());
            margins[i] = crops ? -margins[i] : margins[i];
        }
        return margins;
    }
}
