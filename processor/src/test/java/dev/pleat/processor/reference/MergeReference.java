package dev.pleat.processor.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges. Shapes broadcast as Keras has it: ones in front of the shorter one, then ones stretch. */
final class MergeReference implements LayerReference {
    @Override
    public Set<String> types() {
        return Set.of("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate");
    }

    @Override
    public int[] shape(LayerSpec layer, List<int[]> inputs) {
        Illegal.unless(inputs.size() >= 2, "'%s' merges at least two layers", layer.name());
        if (layer.type().equals("Concatenate")) {
            return concatenated(layer, inputs);
        }
        Illegal.unless(!layer.type().equals("Subtract") || inputs.size() == 2, "'%s' subtracts two", layer.name());
        int[] shape =
                new int[inputs.stream().mapToInt(input -> input.length).max().orElseThrow()];
        Arrays.fill(shape, 1);
        for (int[] input : inputs) {
            int[] aligned = aligned(input, shape.length);
            for (int d = 0; d < shape.length; d++) {
                boolean fits = shape[d] == aligned[d] || shape[d] == 1 || aligned[d] == 1;
                Illegal.unless(fits, "'%s' cannot merge %s", layer.name(), Arrays.toString(input));
                shape[d] = shape[d] == 1 ? aligned[d] : shape[d];
            }
        }
        return shape;
    }

    @Override
    public Tensor run(LayerSpec layer, List<Tensor> inputs, Map<String, Tensor> weights) {
        int[] shape = shape(layer, inputs.stream().map(Tensor::shape).toList());
        if (layer.type().equals("Concatenate")) {
            return concatenate(layer, inputs, shape);
        }
        double[] y = broadcast(inputs.get(0), shape);
        for (Tensor input : inputs.subList(1, inputs.size())) {
            double[] x = broadcast(input, shape);
            for (int i = 0; i < y.length; i++) {
                y[i] = merge(layer.type(), y[i], x[i]);
            }
        }
        if (layer.type().equals("Average")) {
            y = Arrays.stream(y).map(sum -> sum / inputs.size()).toArray();
        }
        return new Tensor(shape, y);
    }

    private static double merge(String type, double a, double b) {
        return switch (type) {
            case "Add", "Average" -> a + b;
            case "Subtract" -> a - b;
            case "Multiply" -> a * b;
            case "Maximum" -> Math.max(a, b);
            default -> Math.min(a, b);
        };
    }

    private static int[] aligned(int[] shape, int rank) {
        int[] aligned = new int[rank];
        Arrays.fill(aligned, 1);
        System.arraycopy(shape, 0, aligned, rank - shape.length, shape.length);
        return aligned;
    }

    private static double[] broadcast(Tensor x, int[] shape) {
        int[] from = aligned(x.shape(), shape.length);
        double[] y = new double[Tensor.size(shape)];
        int[] position = new int[shape.length];
        for (int i = 0; i < y.length; i++) {
            int place = 0;
            for (int d = 0; d < shape.length; d++) {
                place = place * from[d] + (from[d] == 1 ? 0 : position[d]);
            }
            y[i] = x.data()[place];
            Axes.step(position, shape);
        }
        return y;
    }

    private static int[] concatenated(LayerSpec layer, List<int[]> inputs) {
        int[] shape = inputs.get(0).clone();
        int axis = Axes.dimension(layer.integer("axis", -1), shape.length);
        shape[axis] = 0;
        for (int[] input : inputs) {
            Illegal.unless(input.length == shape.length, "'%s' joins different ranks", layer.name());
            for (int d = 0; d < shape.length; d++) {
                Illegal.unless(d == axis || input[d] == shape[d], "'%s' joins different shapes", layer.name());
            }
            shape[axis] += input[axis];
        }
        return shape;
    }

    private static Tensor concatenate(LayerSpec layer, List<Tensor> inputs, int[] shape) {
        int axis = Axes.dimension(layer.integer("axis", -1), shape.length);
        int inner = Tensor.size(Arrays.copyOfRange(shape, axis + 1, shape.length));
        int outer = Tensor.size(Arrays.copyOf(shape, axis));
        Tensor y = Tensor.zeros(shape);
        int offset = 0;
        for (Tensor x : inputs) {
            int run = x.shape()[axis] * inner;
            for (int i = 0; i < outer; i++) {
                System.arraycopy(x.data(), i * run, y.data(), i * shape[axis] * inner + offset, run);
            }
            offset += run;
        }
        return y;
    }
}
