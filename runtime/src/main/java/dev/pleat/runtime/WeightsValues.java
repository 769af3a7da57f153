package dev.pleat.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at the values of weights: refuses what cannot be computed with, warns of what was never trained. */
final class WeightsValues {
    private WeightsValues() {}

    /**
     * Checks that all values are finite.
     *
     * @throws WeightsException that names every tensor with one that is not, and the index of its first
     */
    static void checkFinite(String model, String source, List<TensorSpec> expected, Map<String, float[]> tensors) {
        List<String> problems = new ArrayList<>();
        for (TensorSpec spec : expected) {
            float[] values = tensors.get(spec.name());
            int index = Float32.firstNonFinite(values);
            if (index >= 0) {
                problems.add("not finite: '%s' %s holds %s at index %d, as float32"
                        .formatted(spec.name(), spec.shape(), values[index], index));
            }
        }
        if (!problems.isEmpty()) {
            throw WeightsException.listing(
                    "the weights in %s do not fit the model %s".formatted(source, model),
                    problems,
                    List.of("save weights from before the training diverged"));
        }
    }

    /** Warns, once, of the batch norms whose moving averages still are what training begins with: mean 0, variance 1. */
    static void warnOfUntrained(String model, String source, List<TensorSpec> expected, Map<String, float[]> tensors) {
        List<String> layers = new ArrayList<>();
        for (TensorSpec spec : expected) {
            if (spec.name().endsWith("/moving_mean")) {
                String layer = spec.name().substring(0, spec.name().lastIndexOf('/'));
                float[] variance = tensors.get(layer + "/moving_variance");
                if (variance != null && isAll(tensors.get(spec.name()), 0) && isAll(variance, 1)) {
                    layers.add("'" + layer + "'");
                }
            }
        }
        if (!layers.isEmpty()) {
            System.getLogger("dev.pleat.runtime")
                    .log(
                            System.Logger.Level.WARNING,
                            "{0}: the moving averages of {1} in {2} are exactly 0 and 1, as before training. If the model was"
                                    + " trained, they were never updated, and its predictions will be wrong.",
                            model,
                            String.join(", ", layers),
                            source);
        }
    }

    private static boolean isAll(float[] values, float wanted) {
        for (float value : values) {
            if (value != wanted) {
                return false;
            }
        }
        return values.length > 0;
    }
}
