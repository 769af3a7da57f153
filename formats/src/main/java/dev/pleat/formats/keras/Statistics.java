package dev.pleat.formats.keras;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Map;

/** Checks the numbers of a batch norm, which folding multiplies into the weights of other layers. */
final class Statistics {
    private Statistics() {}

    /** Refuses what is not finite, and variances below zero unless the options let them count as zero. */
    static void check(Call call, Map<String, Tensor> weights, double epsilon) {
        weights.forEach((name, weight) -> {
            for (int channel = 0; channel < weight.values().length; channel++) {
                if (!Float.isFinite(weight.values()[channel])) {
                    call.attributes()
                            .problem("%s[%d] = %s is not finite".formatted(name, channel, weight.values()[channel]));
                    return;
                }
            }
        });
        Tensor variance = weights.get("moving_variance");
        Tensor mean = weights.get("moving_mean");
        if (variance == null) {
            return;
        }
        weights.put("moving_variance", notNegative(call, variance));
        boolean untrained = mean != null && all(mean, 0) && all(variance, 1);
        if (untrained && mean.values().length > 1) {
            call.attributes().note("all means are 0 and all variances 1: were the moving statistics ever updated?");
        }
        for (int channel = 0; channel < variance.values().length; channel++) {
            if (variance.values()[channel] == 0 && epsilon <= 0) {
                call.attributes().problem("moving_variance[%d] + epsilon is 0".formatted(channel));
                return;
            }
        }
    }

    private static Tensor notNegative(Call call, Tensor variance) {
        float[] values = variance.values().clone();
        int negative = 0;
        int least = 0;
        for (int channel = 0; channel < values.length; channel++) {
            if (values[channel] < 0) {
                negative++;
                least = values[channel] < values[least] ? channel : least;
            }
        }
        if (negative == 0) {
            return variance;
        }
        String which = "%d of %d variances are negative, the least moving_variance[%d] = %s"
                .formatted(negative, values.length, least, values[least]);
        if (!call.options().clampVariance()) {
            call.attributes().problem(which + "; reading with clampVariance counts them as 0");
            return variance;
        }
        call.attributes().note(which + "; they count as 0");
        for (int channel = 0; channel < values.length; channel++) {
            values[channel] = Math.max(values[channel], 0);
        }
        return new Tensor(variance.shape(), values);
    }

    private static boolean all(Tensor tensor, float value) {
        for (float one : tensor.values()) {
            if (one != value) {
                return false;
            }
        }
        return true;
    }
}
