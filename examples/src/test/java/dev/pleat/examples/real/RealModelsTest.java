package dev.pleat.examples.real;

import dev.pleat.examples.Agreement;
import dev.pleat.examples.Npy;
import dev.pleat.examples.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs networks that others trained and published, and compares with their reference outputs. */
final class RealModelsTest {

    @Test
    void miniXceptionAgreesWithTheReference() throws IOException {
        Path folder = Shared.model("xception_emotion");

        EmotionXceptionModel model = EmotionXceptionModel.load(folder.resolve("weights.safetensors"));

        Agreement.check(model, folder, Map.of("global_average_pooling2d_1", "y_logits", "predictions", "y"));
    }

    @Test
    void eegNetAgreesWithTheReference() throws IOException {
        Path folder = Shared.model("eegnet");

        EegNetModel model = EegNetModel.load(folder.resolve("weights.safetensors"));

        Agreement.check(model, folder, Map.of("dense", "y_logits", "softmax", "y"));
    }

    @Test
    void spliceDonorAgreesWithTheReference() throws IOException {
        Path folder = Shared.model("splice_donor");

        SpliceDonorModel model = SpliceDonorModel.load(folder.resolve("weights.safetensors"));

        Agreement.check(model, folder, Map.of("dense_1", "y_logits", "donor", "y"));
    }

    @Test
    void frozenDsCnnAgreesWithTheReference() throws IOException {
        Path folder = Shared.model("dscnn_tf1_S");
        Map<String, String> names = new HashMap<>();
        frozen(names, "conv1", "conv_1", "conv_1/batch_norm", "kernel", "weights");
        for (int i = 1; i <= 4; i++) {
            String scope = "conv_ds_" + i;
            frozen(
                    names,
                    "dw" + i,
                    scope + "/depthwise_conv",
                    scope + "/dw_batch_norm",
                    "depthwise_kernel",
                    "depthwise_weights");
            frozen(names, "pw" + i, scope + "/pointwise_conv", scope + "/pw_batch_norm", "kernel", "weights");
        }
        names.put("logits/kernel", "MobileNet/fc1/weights");
        names.put("logits/bias", "MobileNet/fc1/biases");

        FrozenDsCnnModel model = FrozenDsCnnModel.load(arrays(folder), names);

        Agreement.check(model, folder, Map.of("logits", "y_logits", "word", "y"));
    }

    private static void frozen(
            Map<String, String> names, String layer, String scope, String norm, String kernel, String weights) {
        names.put(layer + "/" + kernel, "MobileNet/" + scope + "/" + weights);
        names.put(layer + "/bias", "MobileNet/" + scope + "/biases");
        names.put(layer + "Norm", "MobileNet/" + norm);
    }

    @Test
    void faceDetectorAgreesWithTheReference() throws IOException {
        Path folder = Shared.model("face_slim320");
        Map<String, Npy> torch = Npy.readAll(folder.resolve("weights.npz"));

        FaceDetectorModel model = FaceDetectorModel.load(FaceDetectorWeights.of(torch));

        Agreement.check(model, folder, Map.of("boxes", "boxes", "scores", "scores"));
    }

    private static Map<String, float[]> arrays(Path folder) throws IOException {
        Map<String, float[]> arrays = new HashMap<>();
        Npy.readAll(folder.resolve("weights.npz")).forEach((name, array) -> arrays.put(name, array.floats()));
        return arrays;
    }
}
