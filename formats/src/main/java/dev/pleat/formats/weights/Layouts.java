package dev.pleat.formats.weights;

import dev.pleat.runtime.Safetensors.Tensor;
import dev.pleat.runtime.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns tensors of a file into the language's layouts. */
final class Layouts {
    private Layouts() {}

    /** Tells whether a tensor holds as many values as a model expects, or a single one for all. */
    static boolean couldBe(TensorSpec spec, Tensor tensor) {
        return tensor.values().length == spec.size() || tensor.values().length == 1;
    }

    /** Returns a tensor in the shape that is expected, if it has it, but for dimensions of 1. */
    static Optional<Tensor> same(TensorSpec spec, Tensor tensor) {
        if (!withoutOnes(spec.shape()).equals(withoutOnes(tensor.shape()))) {
            return Optional.empty();
        }
        return Optional.of(new Tensor(spec.shape(), tensor.values()));
    }

    /** Returns a tensor of PyTorch in the language's layout, if that gives the shape that is expected. */
    static Optional<Tensor> torch(String weight, TensorSpec spec, Tensor tensor) {
        List<Integer> shape = tensor.shape();
        int rank = shape.size();
        Optional<Tensor> converted = switch (weight) {
            case "kernel", "pointwise_kernel" -> Optional.of(permuted(tensor, kernelOrder(rank)));
            case "depthwise_kernel" -> depthwise(spec, tensor);
            case "alpha", "gamma", "beta" -> spread(weight, spec, tensor);
            default -> Optional.of(tensor);
        };
        boolean exact = weight.endsWith("kernel") && rank == spec.shape().size();
        return converted.flatMap(
                found -> exact && !found.shape().equals(spec.shape()) ? Optional.empty() : same(spec, found));
    }

    // [out, in, ...] becomes [..., in, out]; of transposed convolutions, [in, out, ...] becomes [..., out, in].
    private static int[] kernelOrder(int rank) {
        int[] order = new int[rank];
        for (int i = 0; i < rank; i++) {
            order[i] = i < rank - 2 ? i + 2 : rank - 1 - i;
        }
        return order;
    }

    private static Optional<Tensor> depthwise(TensorSpec spec, Tensor tensor) {
        List<Integer> shape = tensor.shape();
        int rank = shape.size();
        int channels = spec.shape().get(Math.max(0, spec.shape().size() - 2));
        if (rank != spec.shape().size()
                || rank < 3
                || shape.get(1) != 1
                || channels == 0
                || shape.get(0) % channels != 0) {
            return Optional.empty();
        }
        // [in * m, 1, ...] is [in, m, ...], which becomes [..., in, m].
        int[] split = shape.stream().mapToInt(Integer::intValue).toArray();
        split[0] = channels;
        split[1] = shape.get(0) / channels;
        int[] order = new int[rank];
        for (int i = 0; i < rank; i++) {
            order[i] = i < rank - 2 ? i + 2 : i - rank + 2;
        }
        return Optional.of(permuted(Tensor.of(tensor.values(), split), order));
    }

    // One slope for all is a slope for each; of [channels, height, width] channels become the last dimension.
    private static Optional<Tensor> spread(String weight, TensorSpec spec, Tensor tensor) {
        if (weight.equals("alpha") && tensor.values().length == 1) {
            float[] values = new float[spec.size()];
            Arrays.fill(values, tensor.values()[0]);
            return Optional.of(new Tensor(spec.shape(), values));
        }
        int rank = tensor.shape().size();
        boolean first = rank > 1 && !withoutOnes(spec.shape()).equals(withoutOnes(tensor.shape()));
        int[] order = new int[rank];
        for (int i = 0; i < rank; i++) {
            order[i] = (i + 1) % rank;
        }
        return Optional.of(first ? permuted(tensor, order) : tensor);
    }

    private static Tensor permuted(Tensor tensor, int... order) {
        int rank = order.length;
        if (rank < 2) {
            return tensor;
        }
        int[] from = tensor.shape().stream().mapToInt(Integer::intValue).toArray();
        long[] strides = new long[rank];
        long stride = 1;
        for (int axis = rank - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= from[axis];
        }
        int[] shape = new int[rank];
        long[] moved = new long[rank];
        for (int i = 0; i < rank; i++) {
            shape[i] = from[order[i]];
            moved[i] = strides[order[i]];
        }
        Numbers values = new Strides(shape, moved, 0).copy(new Numbers.Floats(tensor.values()));
        return Tensor.of(values.floats(), shape);
    }

    private static List<Integer> withoutOnes(List<Integer> shape) {
        return shape.stream().filter(dimension -> dimension != 1).toList();
    }
}
