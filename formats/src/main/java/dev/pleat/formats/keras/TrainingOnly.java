package dev.pleat.formats.keras;

import java.util.LinkedHashMap;
import java.util.Map;

/** Layers that return their input in inference. */
final class TrainingOnly {
    private TrainingOnly() {}

    /** Dropouts and noise. */
    static void noise(Call call, String annotation) {
        Attributes attributes = call.attributes();
        attributes.ignore("noise_shape", "dim_ordering", "data_format", "rng");
        refuseTraining(call);
        boolean gaussian = annotation.equals("GaussianNoise");
        String key = gaussian ? attributes.first("stddev", "sigma") : attributes.first("rate", "p");
        double value = attributes.number(key, 0);
        if (value < 0 || !gaussian && value > 1) {
            attributes.refuse(key, "is out of range");
        }
        call.add(annotation, gaussian ? "stddev" : "rate", value);
    }

    /** {@code ActivityRegularization}. */
    static void regularization(Call call) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("l1", Math.max(0, call.attributes().number("l1", 0)));
        values.put("l2", Math.max(0, call.attributes().number("l2", 0)));
        call.add("ActivityRegularization", values, Map.of());
    }

    /** Random changes of images. */
    static void augmentation(Call call) {
        call.attributes().ignoreAll();
        refuseTraining(call);
        call.add("Identity");
        call.attributes().note("it changes images in training only and is left out");
    }

    /** Refuses an application that does in inference what the layer does in training. */
    static void refuseTraining(Call call) {
        Object training = call.argument("training");
        if (training != null
                && !Boolean.FALSE.equals(training)
                && !Integer.valueOf(0).equals(training)) {
            call.attributes()
                    .problem("it is called with training = %s, so it is not what it is in inference"
                            .formatted(Attributes.shown(training)));
        }
    }
}
