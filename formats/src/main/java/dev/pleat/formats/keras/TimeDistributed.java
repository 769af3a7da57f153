package dev.pleat.formats.keras;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** {@code TimeDistributed}: a layer applied to each step, where that is the same as applying it to all at once. */
final class TimeDistributed {
    private static final Set<String> LAST_AXIS = Set.of("Dense", "Rescaling", "Softmax", "LayerNormalization");

    private static final Set<String> EACH_NUMBER = Set.of(
            "Activation",
            "ReLU",
            "ThresholdedReLU",
            "LeakyReLU",
            "ELU",
            "Dropout",
            "AlphaDropout",
            "GaussianDropout",
            "GaussianNoise",
            "ActivityRegularization",
            "Identity");

    private TimeDistributed() {}

    /** Maps the layer within. */
    static void map(Call call) throws IOException {
        KerasLayer inner = KerasLayer.of(Json.map(call.attributes().raw("layer")));
        Attributes attributes = call.attributes().inner("layer", inner);
        Call within = call.of(inner, attributes);
        String name = inner.className();
        Optional<LayerMappings.LayerMapping> mapping = LayerMappings.of(name);
        if (name.equals("Flatten") && call.shape() != null && call.shape().length > 1) {
            flatten(within);
        } else if (name.equals("BatchNormalization") && lastAxis(within)) {
            mapping.orElseThrow().map(within);
        } else if (EACH_NUMBER.contains(name) || LAST_AXIS.contains(name) && lastAxis(within)) {
            mapping.orElseThrow().map(within);
        } else {
            call.attributes().problem("it distributes '%s' over time, which cannot be expressed".formatted(name));
        }
        attributes.finish();
        within.steps().forEach(step -> call.add(step.annotation(), step.attributes(), step.weights()));
    }

    // The axis counts without the steps; the last one is last with them too.
    private static boolean lastAxis(Call within) {
        if (!within.attributes().has("axis")) {
            return true;
        }
        int[] axes = within.attributes().integers("axis", -1);
        boolean last = axes.length == 1 && axes[0] == -1;
        boolean counted = axes.length == 1 && within.shape() != null && axes[0] == within.shape().length - 1;
        if (counted) {
            within.attributes().replace("axis", -1);
        }
        return last || counted;
    }

    private static void flatten(Call within) {
        Attributes attributes = within.attributes();
        if (attributes.text("data_format", "channels_last").equals("channels_first")) {
            attributes.refuse("data_format", "cannot be expressed within TimeDistributed");
        }
        int[] shape = within.shape();
        int rest = Shapes.size(Arrays.copyOfRange(shape, 1, shape.length));
        within.add("Reshape", "targetShape", new int[] {shape[0], rest});
    }
}
