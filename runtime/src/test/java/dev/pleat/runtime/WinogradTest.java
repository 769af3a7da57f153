package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The maps of Winograd's convolution: both forms agree to the bit, and with weights they make a convolution. */
final class WinogradTest {
    private static final int FLOATS = 20_000;

    @Test
    void theLargeMapsAgree() {
        assumeThat(Simd.AVAILABLE).isTrue();
        int lanes = Simd.LANES;
        float[] scalar = Spans.random(FLOATS, 1);
        float[] vector = scalar.clone();
        ScalarWinograd.input(scalar, 5, 6 * lanes + 1, lanes + 2, 7000, 7 * lanes, lanes);
        VectorWinograd.input(vector, 5, 6 * lanes + 1, lanes + 2, 7000, 7 * lanes, lanes);
        assertThat(vector).containsExactly(scalar);
        ScalarWinograd.rows(scalar, 9, lanes + 3, 7000);
        VectorWinograd.rows(vector, 9, lanes + 3, 7000);
        assertThat(vector).containsExactly(scalar);
        ScalarWinograd.columns(scalar, 7000);
        VectorWinograd.columns(vector, 7000);
        assertThat(vector).containsExactly(scalar);
    }

    @Test
    void theSmallMapsAgree() {
        assumeThat(Simd.AVAILABLE).isTrue();
        int lanes = Simd.LANES;
        float[] scalar = Spans.random(FLOATS, 1);
        float[] vector = scalar.clone();
        ScalarSmallWinograd.input(scalar, 5, 4 * lanes + 1, lanes + 2, 7000, 5 * lanes, lanes);
        VectorSmallWinograd.input(vector, 5, 4 * lanes + 1, lanes + 2, 7000, 5 * lanes, lanes);
        assertThat(vector).containsExactly(scalar);
        ScalarSmallWinograd.rows(scalar, 9, lanes + 3, 7000);
        VectorSmallWinograd.rows(vector, 9, lanes + 3, 7000);
        assertThat(vector).containsExactly(scalar);
        ScalarSmallWinograd.columns(scalar, 7000);
        VectorSmallWinograd.columns(vector, 7000);
        assertThat(vector).containsExactly(scalar);
    }

    /** An image of {@code rows × cols} results, the last tiles of which overlap. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void areAConvolution(int size) {
        assumeThat(Simd.AVAILABLE).isTrue();
        int rows = 7;
        int cols = 5;
        int channels = Simd.LANES;
        int xRow = (cols + 2) * channels;
        float[] x = Spans.random((rows + 2) * xRow, 2);
        float[] kernel = Spans.random(9, 3);
        float[] weights = Winograd.kernel(size, kernel, 1);
        int tiles = (rows + size - 1) / size * ((cols + size - 1) / size);
        int positions = (size + 2) * (size + 2);
        int y = x.length;
        int maps = y + rows * cols * channels;
        int products = maps + (positions * tiles + positions) * channels;
        float[] s = Arrays.copyOf(x, products + positions * (tiles + 1) * channels);
        Winograd.input(
                size, s, 0, xRow, channels, maps, tiles, products - positions * channels, 0, tiles, 0, rows, cols);
        for (int i = 0; i < positions * tiles * channels; i++) {
            s[products + i] = s[maps + i] * weights[i / (tiles * channels)];
        }
        float least = Float.NEGATIVE_INFINITY;
        float most = Float.POSITIVE_INFINITY;
        Winograd.output(
                size,
                s,
                products,
                tiles,
                1,
                tiles,
                0,
                y,
                cols * channels,
                channels,
                rows,
                cols,
                -1,
                0,
                new float[channels],
                0,
                channels,
                least,
                most);
        for (int i = 0; i < rows * cols * channels; i++) {
            int row = i / (cols * channels);
            int rest = i % (cols * channels);
            double expected = 0;
            for (int tap = 0; tap < 9; tap++) {
                expected += (double) kernel[tap] * x[(row + tap / 3) * xRow + tap % 3 * channels + rest];
            }
            assertThat((double) s[y + i]).as("result %d", i).isCloseTo(expected, within(1e-4));
        }
    }
}
