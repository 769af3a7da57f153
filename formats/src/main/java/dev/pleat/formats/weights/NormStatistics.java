package dev.pleat.formats.weights;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Checks the variances of norms. Zero and denormal ones are as good as others, since epsilon is added; negative ones come
 * of damaged training, and count as zero only on request.
 */
final class NormStatistics {
    private NormStatistics() {}

    /** Checks all variances among tensors, and replaces those that may count as zero. */
    static void check(Map<String, Tensor> tensors, boolean clamp, List<String> problems, List<String> notes) {
        tensors.replaceAll((name, tensor) -> {
            if (!name.endsWith("/moving_variance") && !name.endsWith("/variance")) {
                return tensor;
            }
            float[] values = tensor.values().clone();
            int negative = 0;
            int least = 0;
            for (int channel = 0; channel < values.length; channel++) {
                negative += values[channel] < 0 ? 1 : 0;
                least = values[channel] < values[least] ? channel : least;
            }
            if (negative == 0) {
                return tensor;
            }
            String which = "%s: %d of %d variances are negative, the least %s in channel %d"
                    .formatted(Quoted.of(name), negative, values.length, values[least], least);
            if (!clamp) {
                problems.add(which + "; they can count as 0 on request");
                return tensor;
            }
            notes.add(which + "; they count as 0");
            for (int channel = 0; channel < values.length; channel++) {
                values[channel] = Math.max(values[channel], 0);
            }
            return new Tensor(tensor.shape(), values);
        });
    }
}
