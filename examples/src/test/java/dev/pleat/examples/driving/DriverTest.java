package dev.pleat.examples.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pleat.runtime.Safetensors;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Computes the model once more, in plain loops of doubles, and compares. */
final class DriverTest {

    private static final DoubleUnaryOperator RELU = x -> Math.max(x, 0);
    private static final DoubleUnaryOperator SIGMOID = x -> 1 / (1 + Math.exp(-x));

    private final DriverModel model = DriverModel.load();
    private final Map<String, Tensor> weights;

    DriverTest() throws IOException {
        try (InputStream in = Driver.class.getResourceAsStream("Driver.safetensors")) {
            weights = Safetensors.read(in);
        }
    }

    @Test
    void agreesWithPlainLoops() {
        Random random = new Random(7);
        for (int sample = 0; sample < 5; sample++) {
            float[] camera = randomFloats(random, 32 * 48 * 3);
            float[] car = randomFloats(random, 3);

            DriverModel.Outputs outputs = model.predict(camera, car);

            double[] joint = joint(doubles(camera), doubles(car));
            assertThat((double) outputs.steering()[0]).isCloseTo(dense(joint, "steering", Math::tanh)[0], within(2e-6));
            assertThat((double) outputs.brake()[0]).isCloseTo(dense(joint, "brake", SIGMOID)[0], within(2e-6));
        }
    }

    @Test
    void namedArraysGiveTheSame() {
        Random random = new Random(8);
        float[] camera = randomFloats(random, 32 * 48 * 3);
        float[] car = randomFloats(random, 3);

        Map<String, float[]> outputs = model.predict(Map.of("car", car, "camera", camera));

        assertThat(outputs.keySet()).containsExactly("steering", "brake");
        assertThat(outputs.get("steering"))
                .containsExactly(model.predict(camera, car).steering());
        assertThat(outputs.get("brake"))
                .containsExactly(model.predict(camera, car).brake());
    }

    private double[] joint(double[] camera, double[] car) {
        double[] stem = apply(norm(conv(camera, 32, 48, 3, "stem", 2, true), "stemNorm"), RELU);
        double[] first = apply(norm(conv(stem, 16, 24, 16, "first", 1, true), "firstNorm"), RELU);
        double[] second = norm(conv(first, 16, 24, 16, "second", 1, true), "secondNorm");
        double[] gate = dense(dense(means(second, 16), "reduced", RELU), "gate", SIGMOID);
        double[] seen = new double[second.length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = Math.max(0, stem[i] + second[i] * gate[i % 16]);
        }
        double[] down = apply(conv(seen, 16, 24, 16, "down", 2, false), RELU);
        double[] features = means(down, 24);
        double[] state = dense(car, "state", RELU);
        double[] all = Arrays.copyOf(features, features.length + state.length);
        System.arraycopy(state, 0, all, features.length, state.length);
        return dense(all, "joint", RELU);
    }

    private double[] conv(double[] x, int height, int width, int channels, String layer, int stride, boolean same) {
        Tensor kernel = weights.get(layer + "/kernel");
        int size = kernel.shape().get(0);
        int filters = kernel.shape().get(3);
        int rows = same ? (height + stride - 1) / stride : (height - size) / stride + 1;
        int columns = same ? (width + stride - 1) / stride : (width - size) / stride + 1;
        int top = same ? Math.max(0, (rows - 1) * stride + size - height) / 2 : 0;
        int left = same ? Math.max(0, (columns - 1) * stride + size - width) / 2 : 0;
        Tensor bias = weights.get(layer + "/bias");
        double[] y = new double[rows * columns * filters];
        for (int i = 0; i < y.length; i++) {
            int f = i % filters;
            int column = i / filters % columns;
            int row = i / filters / columns;
            y[i] = bias == null ? 0 : bias.values()[f];
            for (int k = 0; k < size * size * channels; k++) {
                int h = row * stride - top + k / channels / size;
                int w = column * stride - left + k / channels % size;
                if (h >= 0 && h < height && w >= 0 && w < width) {
                    y[i] += x[(h * width + w) * channels + k % channels] * (double) kernel.values()[k * filters + f];
                }
            }
        }
        return y;
    }

    private double[] norm(double[] x, String layer) {
        float[] gamma = weights.get(layer + "/gamma").values();
        float[] beta = weights.get(layer + "/beta").values();
        float[] mean = weights.get(layer + "/moving_mean").values();
        float[] variance = weights.get(layer + "/moving_variance").values();
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            int c = i % gamma.length;
            y[i] = gamma[c] * (x[i] - mean[c]) / Math.sqrt(variance[c] + 0.001) + beta[c];
        }
        return y;
    }

    private double[] dense(double[] x, String layer, DoubleUnaryOperator activation) {
        float[] kernel = weights.get(layer + "/kernel").values();
        double[] y = doubles(weights.get(layer + "/bias").values());
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                y[j] += x[i] * kernel[i * y.length + j];
            }
        }
        return apply(y, activation);
    }

    private static double[] means(double[] x, int channels) {
        double[] y = new double[channels];
        for (int i = 0; i < x.length; i++) {
            y[i % channels] += x[i] * channels / x.length;
        }
        return y;
    }

    private static double[] apply(double[] x, DoubleUnaryOperator activation) {
        return Arrays.stream(x).map(activation).toArray();
    }

    private static double[] doubles(float[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i];
        }
        return y;
    }

    private static float[] randomFloats(Random random, int count) {
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = random.nextFloat();
        }
        return x;
    }
}
