package dev.pleat.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.examples.Agreement;
import dev.pleat.examples.Npy;
import dev.pleat.examples.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Loads what training with {@code tf.contrib.slim} left, by name, and compares with the reference outputs. */
final class SpeechCommandsTest {

    @Test
    void agreesWithTheTrainedCheckpoint() throws IOException {
        Path folder = Shared.model("slim_ckpt_20");
        Map<String, float[]> checkpoint = new HashMap<>();
        Npy.readAll(folder.resolve("weights.npz")).forEach((name, array) -> checkpoint.put(name, array.floats()));

        SpeechCommandsModel model = SpeechCommandsModel.load(checkpoint, CheckpointNames.map());

        Agreement.check(model, folder, Map.of("logits", "y_logits", "word", "y"));
    }

    @Test
    void loadsWeightsUnderTheNamesOfTheCheckpoint() {
        SpeechCommandsModel model =
                SpeechCommandsModel.loadResource("SpeechCommands.safetensors", CheckpointNames.map());

        assertThat(model.weights()).noneMatch(weight -> weight.name().endsWith("gamma"));
        float sum = 0;
        for (float probability : model.predict(new float[49 * 13]).word()) {
            sum += probability;
        }
        assertThat(sum).isBetween(0.9999f, 1.0001f);
    }
}
