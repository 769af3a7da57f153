package dev.pleat.processor.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Layers that move values about, and those that leave them alone at inference. */
final class ShapeReference implements LayerReference {
    private static final Set<String> TYPES = Set.of(
            "Flatten",
            "Reshape",
            "Permute",
            "RepeatVector",
            "Dropout",
            "SpatialDropout1D",
            "SpatialDropout2D",
            "AlphaDropout",
            "GaussianDropout",
            "GaussianNoise",
            "ActivityRegularization",
            "Identity");

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public int[] shape(LayerSpec layer, List<int[]> inputs) {
        Illegal.unless(inputs.size() == 1, "'%s' reads one layer", layer.name());
        int[] shape = inputs.get(0);
        return switch (layer.type()) {
            case "Flatten" -> new int[] {Tensor.size(shape)};
            case "Reshape" -> reshaped(layer, shape);
            case "Permute" -> permuted(shape, order(layer, shape.length));
            case "RepeatVector" -> {
                Illegal.unless(shape.length == 1, "'%s' repeats a vector", layer.name());
                yield new int[] {layer.integer("n", 0), shape[0]};
            }
            default -> unchanged(layer, shape);
        };
    }

    @Override
    public Tensor run(LayerSpec layer, List<Tensor> inputs, Map<String, Tensor> weights) {
        Tensor x = inputs.get(0);
        int rank = x.shape().length;
        double[] data = x.data();
        if (layer.type().equals("Permute")) {
            data = permute(x, order(layer, rank)).data();
        } else if (layer.type().equals("Flatten") && layer.channelsFirst()) {
            // Channels move last first, so that a model gives the same vector in both formats.
            data = permute(x, IntStream.rangeClosed(1, rank).map(i -> i % rank).toArray())
                    .data();
        } else if (layer.type().equals("RepeatVector")) {
            double[] row = x.data();
            data = IntStream.range(0, layer.integer("n", 0) * row.length)
                    .mapToDouble(i -> row[i % row.length])
                    .toArray();
        }
        return new Tensor(shape(layer, List.of(x.shape())), data);
    }

    private static int[] unchanged(LayerSpec layer, int[] shape) {
        boolean spatial = layer.type().startsWith("Spatial");
        int rank = layer.twoDimensional() ? 3 : 2;
        Illegal.unless(!spatial || shape.length == rank, "'%s' expects %d dimensions", layer.name(), rank);
        return shape;
    }

    private static int[] reshaped(LayerSpec layer, int[] shape) {
        int[] target = layer.integers("targetShape").clone();
        int size = Tensor.size(shape);
        int known = Arrays.stream(target).filter(n -> n != -1).reduce(1, (a, b) -> a * b);
        for (int i = 0; i < target.length; i++) {
            target[i] = target[i] == -1 ? size / known : target[i];
        }
        Illegal.unless(Tensor.size(target) == size, "'%s' cannot reshape", layer.name());
        return target;
    }

    private static int[] order(LayerSpec layer, int rank) {
        int[] dims = layer.integers("dims");
        int[] order = Arrays.stream(dims).map(dim -> dim - 1).toArray();
        boolean whole = Arrays.equals(
                Arrays.stream(order).sorted().toArray(),
                IntStream.range(0, rank).toArray());
        Illegal.unless(whole, "'%s' permutes %s", layer.name(), Arrays.toString(dims));
        return order;
    }

    private static int[] permuted(int[] shape, int[] order) {
        return Arrays.stream(order).map(from -> shape[from]).toArray();
    }

    private static Tensor permute(Tensor x, int[] order) {
        int[] shape = permuted(x.shape(), order);
        Tensor y = Tensor.zeros(shape);
        int[] to = new int[order.length];
        int[] from = new int[order.length];
        for (int i = 0; i < y.data().length; i++) {
            for (int d = 0; d < order.length; d++) {
                from[order[d]] = to[d];
            }
            int place = 0;
            for (int d = 0; d < order.length; d++) {
                place = place * x.shape()[d] + from[d];
            }
            y.data()[i] = x.data()[place];
            Axes.step(to, shape);
        }
        return y;
    }
}
