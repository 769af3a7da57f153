package dev.pleat.formats.tensorflow;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a checkpoint of TensorFlow 1 holds beside the weights: optimizers' slots, counters, shadows of moving averages.
 * TensorFlow calls them after the variable that they belong to.
 */
final class TrainingLeftovers {
    /** The slots of TensorFlow's optimizers, also the second of a kind, and what keeps averages. */
    private static final Pattern SLOT = Pattern.compile("(Adam|AdaMax|Adamax|Nadam|Momentum|RMSProp|Adagrad|AdagradDA|"
            + "Adadelta|Ftrl|Lamb|LARSOptimizer|LarsOptimizer|gradient_accumulator|gradient_squared_accumulator|"
            + "adam_m|adam_v|lamb_m|lamb_v|ExponentialMovingAverage|biased|local_step)(_\\d+)?");

    private static final Pattern COUNTER =
            Pattern.compile("(.*/)?(global_step|beta1_power|beta2_power|save_counter)(_\\d+)?");

    private TrainingLeftovers() {}

    /**
     * Drops what is not a weight.
     *
     * @param names the names of all tensors
     * @param bundle where they are
     * @return those of weights, in the same order
     */
    static Set<String> drop(Set<String> names, Bundle bundle) {
        Set<String> weights = new LinkedHashSet<>();
        for (String name : names) {
            String last = name.substring(name.lastIndexOf('/') + 1);
            boolean slot = SLOT.matcher(last).matches() && name.length() > last.length();
            if (!slot && !COUNTER.matcher(name).matches() && !isShadow(name, names, bundle)) {
                weights.add(name);
            }
        }
        return weights;
    }

    /** {@return whether a tensor is named after another of the same shape, as slots of unknown optimizers are} */
    private static boolean isShadow(String name, Set<String> names, Bundle bundle) {
        int slash = name.lastIndexOf('/');
        String owner = slash < 0 ? "" : name.substring(0, slash);
        return names.contains(owner)
                && Arrays.equals(bundle.entry(owner).shape(), bundle.entry(name).shape());
    }

    /**
     * Drops the variables of batch norms: they have been folded into the weights already, but are still there.
     *
     * @param names the names of weights
     * @return those without
     */
    static Set<String> dropNorms(Set<String> names) {
        Set<String> scopes = new HashSet<>();
        for (String name : names) {
            if (name.endsWith("/moving_variance")) {
                scopes.add(name.substring(0, name.lastIndexOf('/')));
            }
        }
        Set<String> rest = new LinkedHashSet<>(names);
        for (String scope : scopes) {
            List.of("gamma", "beta", "moving_mean", "moving_variance").forEach(part -> rest.remove(scope + "/" + part));
        }
        return rest;
    }
}
