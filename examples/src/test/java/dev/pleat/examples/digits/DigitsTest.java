package dev.pleat.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pleat.examples.Npy;
import dev.pleat.runtime.Safetensors;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compares both networks with the probabilities that TensorFlow's arithmetic gives, in float64 and unfolded. */
final class DigitsTest {

    private static final int DIGITS = 10;
    private static final double TOLERANCE = 1e-5;

    private final TestSet test = TestSet.load();

    DigitsTest() throws IOException {}

    @Test
    void denseNetworkAgreesWithTheReferenceEverywhere() throws IOException {
        DigitsMlpModel model = DigitsMlpModel.load();

        assertAgrees(model::predict, "expected-mlp.npy");
        assertThat(test.accuracy(model::predict)).isEqualTo(0.981);
    }

    @Test
    void convolutionalNetworkAgreesWithTheReferenceEverywhere() throws IOException {
        DigitsCnnModel model = DigitsCnnModel.load();

        assertAgrees(model::predict, "expected-cnn.npy");
        assertThat(test.accuracy(model::predict)).isEqualTo(0.980);
    }

    @Test
    void pixelsFromZeroToOneAgreeToo() throws IOException {
        UnitDigitsCnnModel model = UnitDigitsCnnModel.loadResource("DigitsCnn.safetensors");

        assertAgrees(pixels -> model.predict(floats(pixels, 255)), "expected-cnn.npy");
    }

    @Test
    void bytesGiveWhatFloatsGive() {
        DigitsMlpModel mlp = DigitsMlpModel.load();
        DigitsCnnModel cnn = DigitsCnnModel.load();

        for (DigitImage image : test.images()) {
            float[] floats = floats(image.pixels(), 1);
            assertThat(mlp.predict(image.pixels())).containsExactly(mlp.predict(floats));
            assertThat(cnn.predict(image.pixels())).containsExactly(cnn.predict(floats));
        }
    }

    @Test
    void normsAreFolded() {
        assertThat(DigitsMlpModel.load().summary()).contains("norm").contains("hidden");
        assertThat(DigitsCnnModel.load().summary()).contains("norm").contains("conv");
    }

    /** Why the norm behind a relu must not go into the convolution: what the wrong fold would do to this network. */
    @Test
    void foldingThroughTheReluWouldBeWrong() throws IOException {
        FoldedThroughReluModel model = FoldedThroughReluModel.load(foldedThroughRelu());

        assertThat(test.accuracy(model::predict)).isCloseTo(0.32, within(0.01));
    }

    private static Map<String, float[]> foldedThroughRelu() throws IOException {
        Map<String, Tensor> trained;
        try (InputStream in = DigitsCnn.class.getResourceAsStream("DigitsCnn.safetensors")) {
            trained = Safetensors.read(in);
        }
        float[] kernel = trained.get("conv/kernel").values().clone();
        float[] bias = trained.get("conv/bias").values().clone();
        int channels = bias.length;
        for (int c = 0; c < channels; c++) {
            float variance = trained.get("norm/moving_variance").values()[c];
            float scale = (float) (trained.get("norm/gamma").values()[c] / Math.sqrt(variance + 0.001));
            for (int i = c; i < kernel.length; i += channels) {
                kernel[i] *= scale;
            }
            float mean = trained.get("norm/moving_mean").values()[c];
            bias[c] = (bias[c] - mean) * scale + trained.get("norm/beta").values()[c];
        }
        Map<String, float[]> weights = new HashMap<>();
        weights.put("conv/kernel", kernel);
        weights.put("conv/bias", bias);
        weights.put("digit/kernel", trained.get("digit/kernel").values());
        weights.put("digit/bias", trained.get("digit/bias").values());
        return weights;
    }

    private void assertAgrees(TestSet.Classifier classifier, String resource) throws IOException {
        Npy expected;
        try (InputStream in = DigitsTest.class.getResourceAsStream(resource)) {
            expected = Npy.read(in);
        }
        assertThat(expected.shape()).containsExactly(test.images().size(), DIGITS);
        for (int i = 0; i < test.images().size(); i++) {
            float[] probabilities =
                    classifier.probabilities(test.images().get(i).pixels());
            assertThat(probabilities).hasSize(DIGITS);
            for (int d = 0; d < DIGITS; d++) {
                double error = Math.abs(probabilities[d] - expected.values()[i * DIGITS + d]);
                assertThat(error).as("image %d, digit %d", i, d).isLessThanOrEqualTo(TOLERANCE);
            }
        }
    }

    private static float[] floats(byte[] pixels, float divisor) {
        float[] floats = new float[pixels.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = Byte.toUnsignedInt(pixels[i]) / divisor;
        }
        return floats;
    }
}
