package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ChannelAffineTest {
    private static final double FLOAT_EPSILON = 0.0010000000474974513;

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double at(ChannelAffine map, int channel, double x) {
        return map.scale(channel) * x + map.shift(channel);
    }

    @Test
    void batchNormIsItsFormula() {
        ChannelAffine norm =
                ChannelAffine.batchNorm(floats(2, -3), floats(0.5, 4), floats(10, -1), floats(4, 0), 0.001);
        assertThat(norm.channels()).isEqualTo(2);
        assertThat(norm.scale(0)).isEqualTo(2 / Math.sqrt(4 + FLOAT_EPSILON));
        assertThat(norm.shift(0)).isEqualTo(0.5 - 10 * (2 / Math.sqrt(4 + FLOAT_EPSILON)));
        assertThat(norm.scale(1)).isEqualTo(-3 / Math.sqrt(FLOAT_EPSILON));
        assertThat(at(norm, 1, 7)).isEqualTo(-3 * (7 + 1) / Math.sqrt(FLOAT_EPSILON) + 4, within(1e-12));
        // Not the epsilon of double precision: this bound would fail with 0.001.
        assertThat(norm.scale(1)).isNotCloseTo(-3 / Math.sqrt(0.001), within(1e-6));
    }

    @Test
    void batchNormMayLackGammaAndBeta() {
        ChannelAffine norm = ChannelAffine.batchNorm(null, null, floats(3), floats(0.25), 0);
        assertThat(norm.scale(0)).isEqualTo(2);
        assertThat(norm.shift(0)).isEqualTo(-6);
        assertThat(ChannelAffine.batchNorm(floats(5), null, floats(3), floats(0.25), 0)
                        .shift(0))
                .isEqualTo(-30);
        assertThat(ChannelAffine.batchNorm(null, floats(7), floats(3), floats(0.25), 0)
                        .shift(0))
                .isEqualTo(1);
    }

    @Test
    void batchNormRefusesVarianceThatIsNotPositive() {
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> ChannelAffine.batchNorm(null, null, new float[4], floats(1, -0.5, 0, -0.001), 0.001))
                .withMessage("variance plus epsilon (0.001) is not positive in channels 1, 3");
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> ChannelAffine.batchNorm(null, null, new float[1], floats(0), 0))
                .withMessage("variance plus epsilon (0.0) is not positive in channel 0");
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> ChannelAffine.batchNorm(null, null, new float[20], new float[20], 0))
                .withMessageEndingWith("in channels 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10 more");
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> ChannelAffine.batchNorm(null, null, new float[1], floats(Double.NaN), 1));
    }

    @Test
    void batchNormTakesSlightlyNegativeVariance() {
        assertThat(ChannelAffine.batchNorm(null, null, floats(0), floats(-1e-5), 0.001)
                        .scale(0))
                .isEqualTo(1 / Math.sqrt((float) -1e-5 + FLOAT_EPSILON));
    }

    @Test
    void batchNormRefusesOtherLengthsAndValuesThatAreNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelAffine.batchNorm(null, floats(1, 2), floats(1), floats(1), 0.1))
                .withMessage("beta has 2 channels, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelAffine.batchNorm(null, null, floats(1), floats(1, 1), 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelAffine.batchNorm(floats(), null, floats(1), floats(1), 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelAffine.batchNorm(null, null, floats(), floats(), 0.1));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> ChannelAffine.batchNorm(null, null, floats(0, Double.NaN), floats(1, 1), 0.1))
                .withMessage("scale or shift is not finite in channel 1");
    }

    @Test
    void normalizationIsKeras() {
        ChannelAffine norm = ChannelAffine.normalization(new double[] {5, 1}, new double[] {4, 0}, false);
        assertThat(at(norm, 0, 9)).isEqualTo(2);
        assertThat(norm.scale(1)).isEqualTo(1e7, within(1e-6));
        assertThat(norm.shift(1)).isEqualTo(-1e7, within(1e-6));
        ChannelAffine inverse = ChannelAffine.normalization(new double[] {5, 1}, new double[] {4, 0}, true);
        assertThat(at(inverse, 0, 2)).isEqualTo(9);
        assertThat(at(inverse, 1, 2)).isEqualTo(1 + 2e-7);
        // The deviation is bounded, not the variance.
        assertThat(ChannelAffine.normalization(new double[1], new double[] {1e-12}, false)
                        .scale(0))
                .isEqualTo(1e6, within(1e-3));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> ChannelAffine.normalization(new double[2], new double[] {1, -1e-9}, false))
                .withMessage("variance is negative in channel 1");
    }

    @Test
    void oneNumberActsOnAllChannels() {
        ChannelAffine rescaling = ChannelAffine.of(new double[] {2}, new double[] {1, 2, 3});
        assertThat(rescaling.scales()).containsExactly(2, 2, 2);
        assertThat(rescaling.shifts()).containsExactly(1, 2, 3);
        assertThat(ChannelAffine.normalization(new double[] {1, 2}, new double[] {4}, false)
                        .scales())
                .containsExactly(0.5f, 0.5f);
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelAffine.of(new double[2], new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelAffine.of(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelAffine.of(new double[0], new double[1]));
    }

    @Test
    void thenActsInOrder() {
        ChannelAffine first = ChannelAffine.of(new double[] {2, 3}, new double[] {1, -1});
        ChannelAffine second = ChannelAffine.of(new double[] {-5}, new double[] {10});
        ChannelAffine both = first.then(second);
        for (int c = 0; c < 2; c++) {
            assertThat(at(both, c, 7)).isEqualTo(at(second, 0, at(first, c, 7)));
        }
        assertThat(second.then(first).shifts()).containsExactly(21, 29);
        assertThat(ChannelAffine.identity(2).then(first).scales()).containsExactly(2, 3);
        assertThat(first.then(ChannelAffine.identity(2)).shifts()).containsExactly(1, -1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.then(ChannelAffine.identity(3)))
                .withMessage("2 channels cannot meet 3");
    }

    @Test
    void repeatTilesTheChannels() {
        ChannelAffine map =
                ChannelAffine.of(new double[] {2, 3}, new double[] {4, 5}).repeat(3);
        assertThat(map.scales()).containsExactly(2, 3, 2, 3, 2, 3);
        assertThat(map.shifts()).containsExactly(4, 5, 4, 5, 4, 5);
        assertThatIllegalArgumentException().isThrownBy(() -> map.repeat(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelAffine.identity(0));
    }

    @Test
    void roundsOnceAndFlushesSubnormals() {
        double barelyAbove = 1 + 0x1.000001p-24;
        ChannelAffine map = ChannelAffine.of(
                new double[] {0.1, barelyAbove, Float.MIN_NORMAL, -Float.MIN_NORMAL / 2, -0.0},
                new double[] {-0x1p-149, Float.MIN_NORMAL * (1 - 0x1p-30), 0, 1e-310, Float.MAX_VALUE});
        assertThat(map.scales()).containsExactly(0.1f, Math.nextUp(1f), Float.MIN_NORMAL, 0, 0);
        assertThat(map.shifts()).containsExactly(0, Float.MIN_NORMAL, 0, 0, Float.MAX_VALUE);
    }

    @Test
    void refusesWhatFloat32CannotHold() {
        ChannelAffine map = ChannelAffine.of(new double[] {1, 1e39}, new double[] {-1e300, 0});
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(map::scales)
                .withMessage("scale is too large for float32 in channel 1");
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(map::shifts)
                .withMessage("shift is too large for float32 in channel 0");
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> ChannelAffine.of(new double[] {1}, new double[] {1, Double.POSITIVE_INFINITY}))
                .withMessage("scale or shift is not finite in channel 1");
        ChannelAffine huge = ChannelAffine.of(new double[] {1e200}, new double[] {0});
        assertThatExceptionOfType(WeightsException.class).isThrownBy(() -> huge.then(huge));
    }

    @Test
    void doesNotChangeWithItsArrays() {
        double[] scale = {2};
        ChannelAffine map = ChannelAffine.of(scale, new double[] {1});
        scale[0] = 9;
        map.scales()[0] = 9;
        assertThat(map.scale(0)).isEqualTo(2);
        assertThat(map).hasToString("2.0 * x + 1.0");
        assertThat(map.repeat(2)).hasToString("affine map of 2 channels");
    }
}
