package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import dev.pleat.runtime.Safetensors.Tensor;
import dev.pleat.runtime.TensorSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a kind of file calls and lays out weights, and how an annotated class finds its own among them.
 *
 * <p>A layer of the class is matched with a group of tensors by its path. Case, underscores, dots and slashes do not matter,
 * so {@code conv1Norm} finds {@code conv1_norm} and {@code conv_1/norm}; nor does a scope in front that all layers of a
 * model share. Where several groups could be meant, or none, nothing is guessed: the message lists what would fit.
 */
public enum WeightNaming {
    /**
     * Keras's names: {@code dense/kernel}, {@code dense/dense/kernel:0}, {@code /model_weights/dense/dense/kernel:0};
     * layers that a file numbers, as {@code layer_with_weights-0} or {@code layers/conv2d_1/vars/0}, are taken in order.
     */
    KERAS('/'),
    /**
     * TensorFlow 1's: {@code scope/weights}, {@code scope/biases}, {@code scope/BatchNorm/beta}, {@code conv2d/kernel}. The
     * norm of a convolution may also be found in the convolution's scope.
     */
    TF1('/'),
    /**
     * PyTorch's: {@code features.0.weight}, {@code bn1.running_mean}. Kernels are brought into Keras's order of dimensions.
     */
    TORCH('.');

    private final char separator;

    WeightNaming(char separator) {
        this.separator = separator;
    }

    /**
     * Finds a model's weights among the tensors of a file.
     *
     * @param file the file, for messages
     * @param tensors its tensors by name, as a reader gave them
     * @param expected the tensors of the model: {@code <path of the layer>/<weight>} in the language's layouts
     * @param names the model's names of tensors, layers or blocks, to those of the file's tensors or groups of tensors;
     *     they go before all that is found by name
     * @param clampVariance whether a variance that is negative counts as 0 instead of being refused
     * @return the model's tensors, and what was left over or assumed
     * @throws FormatException that lists every tensor that was not found, with those of the file that would fit
     */
    public NamedWeights apply(
            Path file,
            Map<String, Tensor> tensors,
            List<TensorSpec> expected,
            Map<String, String> names,
            boolean clampVariance)
            throws FormatException {
        return new WeightMatching(this, tensors, expected, names, clampVariance).run(file);
    }

    /** Returns what stands between the parts of a name. */
    char separator() {
        return separator;
    }

    /** Returns a name without what the format adds to all. */
    String clean(String name) {
        if (this == TORCH) {
            return name;
        }
        String clean = name.replaceFirst("^/+", "").replaceFirst(":0$", "");
        clean = clean.replaceFirst("/\\.ATTRIBUTES/VARIABLE_VALUE$", "");
        if (this == KERAS) {
            clean = clean.replaceFirst("^model_weights/", "").replaceFirst("/vars/([0-9]+)$", "/$1");
        }
        return clean;
    }

    /** Returns what a tensor is in the language, by the last part of its name; empty if it is nothing for inference. */
    String role(String part) {
        if (this == TORCH) {
            return switch (part) {
                case "running_mean" -> "moving_mean";
                case "running_var" -> "moving_variance";
                case "num_batches_tracked" -> "";
                default -> part;
            };
        }
        return switch (part) {
            case "weights", "weight", "W", "w" -> "kernel";
            case "biases", "b" -> "bias";
            case "depthwise_weights" -> "depthwise_kernel";
            case "pointwise_weights" -> "pointwise_kernel";
            case "alphas" -> "alpha";
            case "running_mean" -> "moving_mean";
            // Keras 1 called the variance so.
            case "running_std", "running_var", "moving_var" -> "moving_variance";
            default -> part;
        };
    }

    /** Returns the role of the tensor of a layer that is a certain weight. */
    Optional<String> find(ExpectedLayer expected, String weight, FileLayer layer) {
        if (layer.tensors().containsKey("0")) {
            int index = List.copyOf(expected.weights().keySet()).indexOf(weight);
            boolean complete = layer.tensors().size() == expected.weights().size();
            return Optional.of(String.valueOf(index))
                    .filter(role -> complete && layer.tensors().containsKey(role));
        }
        List<String> roles = switch (weight) {
            case "kernel", "gamma", "alpha" -> this == TORCH ? List.of("weight") : List.of(weight);
            case "beta" -> this == TORCH ? List.of("bias") : List.of(weight);
            case "depthwise_kernel" -> this == TORCH ? List.of("weight") : List.of(weight, "kernel");
            default -> List.of(weight);
        };
        return roles.stream().filter(layer.tensors()::containsKey).findFirst();
    }

    /** Returns a tensor in the language's layout, if it has a shape that can be brought into it. */
    Optional<Tensor> convert(String weight, TensorSpec spec, Tensor tensor) {
        return this == TORCH ? Layouts.torch(weight, spec, tensor) : Layouts.same(spec, tensor);
    }
}
