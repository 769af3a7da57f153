package dev.pleat.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.runtime.Safetensors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes the random weights of this project again. */
final class RandomWeightsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiny/Autoencoder",
                "tiny/KeywordSpotting",
                "tiny/VisualWakeWords",
                "tiny/ImageClassification",
                "driving/Driver",
                "migration/SpeechCommands"
            })
    void areWhatTheGeneratorMakes(String name) throws IOException {
        byte[] file;
        try (InputStream in = RandomWeights.class.getResourceAsStream(name + ".safetensors")) {
            file = in.readAllBytes();
        }

        assertThat(RandomWeights.file(Safetensors.read(new ByteArrayInputStream(file))))
                .isEqualTo(file);
    }
}
