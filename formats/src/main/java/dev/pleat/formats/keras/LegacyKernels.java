package dev.pleat.formats.keras;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings kernels that Keras 1 or Theano wrote into the layout of Keras 2. */
final class LegacyKernels {
    private LegacyKernels() {}

    /**
     * Converts.
     *
     * @param annotation the convolution
     * @param values its attributes in the language
     * @param weights its weights as the file has them
     */
    static Map<String, Tensor> converted(
            Call call, String annotation, Map<String, Object> values, Map<String, Tensor> weights) {
        Map<String, Tensor> converted = new LinkedHashMap<>(weights);
        boolean first = values.containsKey("dataFormat");
        int rank = annotation.contains("2D") ? 2 : 1;
        if (call.origin().major() == 1) {
            boolean separable = annotation.startsWith("Separable");
            converted.replaceAll((name, weight) -> weight.shape().size() != 4 || name.equals("bias")
                    ? weight
                    : rank == 1
                            ? series(weight, values)
                            : separable && !first ? weight : image(annotation, weight, first));
        }
        // Theano's convolution turns its kernel round; its depthwise one is told not to.
        if (call.origin().flipsKernels() && annotation.startsWith("Conv") && converted.containsKey("kernel")) {
            Tensor kernel = converted.get("kernel");
            if (kernel.shape().size() == rank + 2) {
                converted.put("kernel", Kernels.flipped(kernel, rank));
            }
        }
        return converted;
    }

    // [steps, 1, in, out] since Keras 1.1, [out, in, steps, 1] before.
    private static Tensor series(Tensor kernel, Map<String, Object> values) {
        List<Integer> shape = kernel.shape();
        boolean recent = shape.get(0).equals(values.get("kernelSize"))
                && shape.get(1) == 1
                && shape.get(3).equals(values.get("filters"));
        if (!recent && shape.get(3) != 1) {
            return kernel;
        }
        Tensor ordered = recent ? kernel : Kernels.transposed(kernel, 2, 3, 1, 0);
        List<Integer> four = ordered.shape();
        return four.get(1) == 1 ? Kernels.reshaped(ordered, four.get(0), four.get(2), four.get(3)) : ordered;
    }

    // Channels first: [out, in, rows, columns]; channels last: [rows, columns, in, out].
    private static Tensor image(String annotation, Tensor kernel, boolean first) {
        if (annotation.endsWith("Transpose")) {
            return first ? Kernels.transposed(kernel, 2, 3, 0, 1) : Kernels.transposed(kernel, 0, 1, 3, 2);
        }
        return first ? Kernels.transposed(kernel, 2, 3, 1, 0) : kernel;
    }
}
