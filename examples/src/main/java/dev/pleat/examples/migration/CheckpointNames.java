package dev.pleat.examples.migration;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the variables of {@link SpeechCommands} are called in TensorFlow's checkpoint.
 *
 * <p>A batch norm's variables are called the same, so the names of the layers are enough; a convolution's {@code
 * weights} are Pleat's {@code kernel}.
 */
final class CheckpointNames {

    private static final String SCOPE = "DS-CNN/";

    private CheckpointNames() {}

    /** Returns the checkpoint's names by the model's. */
    static Map<String, String> map() {
        Map<String, String> names = new TreeMap<>();
        linear(names, "conv1", "conv_1");
        for (int i = 1; i <= 4; i++) {
            depthwise(names, "dw" + i, "conv_ds_" + i + "/dw_conv");
            linear(names, "pw" + i, "conv_ds_" + i + "/pw_conv");
        }
        names.put("logits/kernel", SCOPE + "fc1/weights");
        names.put("logits/bias", SCOPE + "fc1/biases");
        return names;
    }

    private static void linear(Map<String, String> names, String layer, String scope) {
        names.put(layer + "/kernel", SCOPE + scope + "/weights");
        names.put(layer + "/bias", SCOPE + scope + "/biases");
        names.put(layer + "Norm", SCOPE + scope + "/batch_norm");
    }

    private static void depthwise(Map<String, String> names, String layer, String scope) {
        linear(names, layer, scope);
        names.remove(layer + "/kernel");
        names.put(layer + "/depthwise_kernel", SCOPE + scope + "/depthwise_weights");
    }
}
