package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinearWeightsTest {
    private static ChannelAffine map(double scale, double shift) {
        return ChannelAffine.of(new double[] {scale}, new double[] {shift});
    }

    @Test
    void leavesALayerAloneThatNothingSurrounds() {
        LinearWeights weights = LinearWeights.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 3, 2);
        assertThat(weights.kernel()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(weights.bias()).containsExactly(0, 0);
        assertThat(weights.bias(new float[] {7, 8}).bias()).containsExactly(7, 8);
    }

    @Test
    void foldsABatchNormAfterADenseLayer() {
        LinearWeights weights = LinearWeights.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 3, 2)
                .after(ChannelAffine.of(new double[] {10, -2}, new double[] {0.5, 1}));
        assertThat(weights.kernel()).containsExactly(10, -4, 30, -8, 50, -12);
        assertThat(weights.bias()).containsExactly(0.5f, 1);
        assertThat(weights.bias(new float[] {7, 8}).bias()).containsExactly(70.5f, -15);
    }

    @Test
    void foldsABatchNormBeforeADenseLayer() {
        LinearWeights weights = LinearWeights.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 3, 2)
                .before(ChannelAffine.of(new double[] {10, 100, 1000}, new double[] {1, -1, 2}));
        assertThat(weights.kernel()).containsExactly(10, 20, 300, 400, 5000, 6000);
        // 1*1 - 1*3 + 2*5 and 1*2 - 1*4 + 2*6
        assertThat(weights.bias()).containsExactly(8, 10);
        assertThat(weights.bias(new float[] {0.5f, 1}).bias()).containsExactly(8.5f, 11);
    }

    @Test
    void sumsTheShiftOverAllTaps() {
        LinearWeights weights =
                LinearWeights.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 1, 2).before(map(2, 10));
        assertThat(weights.kernel()).containsExactly(2, 4, 6, 8, 10, 12);
        assertThat(weights.bias()).containsExactly(90, 120);
    }

    @Test
    void readsTheTransposedLayout() {
        // [taps 2][outputs 2][inputs 3]
        float[] stored = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        LinearWeights weights = LinearWeights.transposed(stored, 2, 2, 3);
        assertThat(weights.kernel()).containsExactly(1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12);
        LinearWeights folded = weights.before(ChannelAffine.of(new double[] {1, 0, 2}, new double[] {1, 0, -1}))
                .after(ChannelAffine.of(new double[] {1, 10}, new double[] {0, 3}));
        assertThat(folded.kernel()).containsExactly(1, 40, 0, 0, 6, 120, 7, 100, 0, 0, 18, 240);
        // (1 - 3) + (7 - 9) and 10 * ((4 - 6) + (10 - 12)) + 3
        assertThat(folded.bias()).containsExactly(-4, -37);
    }

    @Test
    void scalesADepthwiseKernelByInputAndOutput() {
        // Two inputs with three filters each, one tap: Keras's [1, 1, 2, 3].
        LinearWeights weights = LinearWeights.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 1, 6)
                .groups(2)
                .before(ChannelAffine.of(new double[] {10, 100}, new double[] {1, -1}))
                .after(ChannelAffine.of(new double[] {1, 1, 1, 1, 1, 2}, new double[] {0, 0, 0, 0, 0, 5}));
        assertThat(weights.kernel()).containsExactly(10, 20, 30, 400, 500, 1200);
        assertThat(weights.bias()).containsExactly(1, 2, 3, -4, -5, -7);
    }

    @Test
    void composesMapsInTheOrderOfTheCalls() {
        LinearWeights weights = LinearWeights.of(new float[] {1}, 1, 1, 1);
        // 3 * (2 x + 1) + 4, by either way around the layer
        assertThat(weights.before(map(2, 1)).before(map(3, 4)).bias()).containsExactly(7);
        assertThat(weights.after(map(2, 1)).after(map(3, 4)).bias()).containsExactly(7);
        assertThat(weights.before(map(2, 1)).before(map(3, 4)).kernel()).containsExactly(6);
        assertThat(weights.after(map(2, 1)).before(map(3, 4)).bias()).containsExactly(9);
    }

    @Test
    void takesItsPartsInAnyOrder() {
        LinearWeights first = LinearWeights.of(new float[] {1, 2, 3, 4}, 1, 1, 4)
                .before(ChannelAffine.of(new double[] {1, 2, 3, 4}, new double[] {1, 1, 1, 1}))
                .after(map(2, 1))
                .bias(new float[] {1, 1, 1, 1})
                .groups(4);
        assertThat(first.kernel()).containsExactly(2, 8, 18, 32);
        assertThat(first.bias()).containsExactly(5, 7, 9, 11);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 7, 5, 1, false",
        "9, 3, 8, 1, false",
        "9, 2, 12, 4, false",
        "6, 1, 10, 5, false",
        "4, 1, 6, 6, false",
        "9, 3, 8, 1, true",
        "4, 2, 6, 3, true",
        "1, 1, 1, 1, true"
    })
    void computesWhatTheLayersComputeOneByOne(int taps, int inputs, int outputs, int groups, boolean transposed) {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            float[] kernel = floats(random, taps * inputs * outputs);
            float[] bias = floats(random, outputs);
            ChannelAffine[] maps = {
                map(random, inputs * groups), map(random, 1), map(random, outputs), map(random, outputs)
            };
            LinearWeights weights = transposed
                    ? LinearWeights.transposed(kernel, taps, outputs, inputs)
                    : LinearWeights.of(kernel, taps, inputs, outputs);
            weights = weights.groups(groups)
                    .bias(bias)
                    .before(maps[0])
                    .before(maps[1])
                    .after(maps[2])
                    .after(maps[3]);

            double[][] x = new double[taps][inputs * groups];
            double[][] mapped = new double[taps][inputs * groups];
            for (int t = 0; t < taps; t++) {
                for (int i = 0; i < x[t].length; i++) {
                    x[t][i] = random.nextGaussian();
                    mapped[t][i] = at(maps[1], 0, at(maps[0], i, x[t][i]));
                }
            }
            double[] actual = linear(weights.kernel(), weights.bias(), x, inputs, outputs, groups, false);
            double[] expected = linear(kernel, bias, mapped, inputs, outputs, groups, transposed);
            for (int o = 0; o < outputs; o++) {
                double reference = at(maps[3], o, at(maps[2], o, expected[o]));
                assertThat(actual[o]).as("seed %d, output %d", seed, o).isEqualTo(reference, within(2e-5));
            }
        }
    }

    private static double[] linear(
            float[] kernel, float[] bias, double[][] x, int inputs, int outputs, int groups, boolean transposed) {
        double[] y = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            int group = o / (outputs / groups);
            y[o] = bias[o];
            for (int t = 0; t < x.length; t++) {
                for (int i = 0; i < inputs; i++) {
                    int at = transposed ? (t * outputs + o) * inputs + i : (t * inputs + i) * outputs + o;
                    y[o] += kernel[at] * x[t][group * inputs + i];
                }
            }
        }
        return y;
    }

    private static double at(ChannelAffine map, int channel, double x) {
        return map.scale(channel) * x + map.shift(channel);
    }

    private static float[] floats(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static ChannelAffine map(Random random, int channels) {
        return ChannelAffine.of(
                random.doubles(channels, -2, 2).toArray(),
                random.doubles(channels, -2, 2).toArray());
    }

    @Test
    void computesInDoublePrecisionAndRoundsOnce() {
        // In float32, 1e8 + 1 is 1e8: the 1 would be lost.
        LinearWeights cancelling = LinearWeights.of(new float[] {1, 1, 1}, 1, 3, 1)
                .before(ChannelAffine.of(new double[] {1}, new double[] {1e8, 1, -1e8}));
        assertThat(cancelling.bias()).containsExactly(1);
        double third = 1.0 / 3;
        assertThat(LinearWeights.of(new float[] {3}, 1, 1, 1)
                        .after(map(third, 0))
                        .kernel())
                .containsExactly(1);
        float[] scaled = LinearWeights.of(new float[] {0.7f}, 1, 1, 1)
                .before(map(0.1, 0))
                .after(map(0.3, 0))
                .kernel();
        assertThat(scaled).containsExactly((float) (0.1 * 0.3 * 0.7f));
    }

    @Test
    void flushesSubnormals() {
        LinearWeights weights = LinearWeights.of(new float[] {1, -1, Float.MIN_VALUE}, 1, 1, 3)
                .bias(new float[] {1, -1, 0})
                .after(ChannelAffine.of(new double[] {Float.MIN_NORMAL, 1e-39, 1}, new double[] {0, 0, 1e-40}));
        assertThat(weights.kernel()).containsExactly(Float.MIN_NORMAL, 0, 0);
        assertThat(weights.bias()).containsExactly(Float.MIN_NORMAL, 0, 0);
    }

    @Test
    void namesTheOutputThatFloat32CannotHold() {
        LinearWeights weights =
                LinearWeights.of(new float[] {1, 1e30f}, 1, 1, 2).after(map(1e10, 0));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> weights.named("b3/conv").kernel())
                .withMessageStartingWith("the folded kernel of 'b3/conv' is 1.0")
                .withMessageEndingWith("E40 in output 1, which is not a finite float32");
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> weights.after(map(1, 1e39)).bias())
                .withMessage("the folded bias of a layer is 1.0E39 in output 0, which is not a finite float32");
    }

    @Test
    void refusesSizesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearWeights.of(new float[7], 1, 3, 2))
                .withMessage("a kernel of 7 values is not 1 taps x 3 inputs x 2 outputs");
        assertThatIllegalArgumentException().isThrownBy(() -> LinearWeights.of(new float[0], 65536, 65536, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LinearWeights.of(new float[6], 1, 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> LinearWeights.of(new float[0], 0, 1, 1));
        LinearWeights weights = LinearWeights.of(new float[6], 1, 3, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.groups(3))
                .withMessage("2 outputs are not 3 groups");
        assertThatIllegalArgumentException().isThrownBy(() -> weights.groups(0));
        assertThatIllegalArgumentException().isThrownBy(() -> weights.bias(new float[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> weights.after(ChannelAffine.identity(3)));
        LinearWeights misfit = weights.before(ChannelAffine.identity(2));
        assertThatIllegalArgumentException()
                .isThrownBy(misfit::kernel)
                .withMessage("a map of 2 channels cannot act on 3");
        assertThatIllegalArgumentException().isThrownBy(misfit::bias);
    }

    @Test
    void isNotChangedByItsWithMethods() {
        LinearWeights weights = LinearWeights.of(new float[] {1, 2}, 1, 1, 2);
        float[] bias = {3, 4};
        LinearWeights biased = weights.bias(bias);
        bias[0] = 99;
        weights.after(map(5, 5));
        weights.before(map(5, 5));
        assertThat(weights.bias()).containsExactly(0, 0);
        assertThat(weights.kernel()).containsExactly(1, 2);
        assertThat(biased.bias()).containsExactly(3, 4);
    }
}
