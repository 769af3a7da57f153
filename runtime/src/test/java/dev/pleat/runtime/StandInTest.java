package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forms of what stands in for kernels agree to the bit; the vector forms run, and the scalar ones are called. */
final class StandInTest {
    private static final int FLOATS = 20_000;

    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(float[].class);

    private final Random random = new Random(1);

    @BeforeEach
    void vectors() {
        assumeThat(Simd.AVAILABLE).isTrue();
    }

    @Test
    void nothingStandsInWhereThatIsSwitchedOff() {
        assumeThat(WarmUp.isUsed()).isFalse();
        assertThat(StandIn.sums(1, 4, 1, 0, 8, 8).isOver()).isTrue();
    }

    @Test
    void theSharedKernelComputesAsTheScalarOne() {
        int lanes = Simd.LANES;
        for (int channels : new int[] {lanes, lanes + 1, 2 * lanes - 1, 3 * lanes + 2}) {
            for (int pixels : new int[] {1, 2, 3, 4, 5, 8, 11}) {
                StandIn tile = StandIn.matrix(
                        2,
                        pixels,
                        2,
                        1,
                        700,
                        9,
                        50 * channels,
                        channels,
                        40 * channels,
                        channels,
                        3,
                        90,
                        2,
                        13,
                        7,
                        channels);
                assertSameTile(tile, -1);
                assertSameTile(tile, 9000);
                assertSameTile(tile.relu(0, 6), 9000);
                assertSameTile(tile.relu(0, Float.POSITIVE_INFINITY), -1);
            }
        }
        assertSameTile(StandIn.sums(2, 3, 2, 400, 11, 29), -1);
    }

    private void assertSameTile(StandIn tile, int r) {
        assertSameTile(tile, r, tile.cols);
    }

    private void assertSameTile(StandIn tile, int r, int next) {
        float[] w = floats();
        float[] scalar = floats();
        float[] vector = scalar.clone();
        ScalarTile.matrix(tile, scalar, w, 3, 4000, r, 500, 17, -1, next);
        VectorTile.matrix(tile, vector, w, 3, 4000, r, 500, 17, next);
        assertSameBits(scalar, vector);
    }

    /** Tiles overlap where they do not divide an image, and another thread may clip what it finds there: no part of a sum. */
    @Test
    void nothingButCompleteSumsIsStored() throws InterruptedException {
        int n = Simd.LANES;
        StandIn tile = StandIn.matrix(1, 4, 1, 1, 0, 9, 0, n, 0, n, 1, 0, 1, 0, 64, n);
        assertStoresCompleteSums(tile, -1);
        assertStoresCompleteSums(tile, 9000);
        assertStoresCompleteSums(tile.hardSwish(), -1);
    }

    private void assertStoresCompleteSums(StandIn tile, int r) throws InterruptedException {
        int y = 4000;
        float[] w = floats();
        float[] s = floats();
        ScalarTile.matrix(tile, s, w, 3, y, r, 500, 17, -1, tile.cols);
        float[] complete = s.clone();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 20_000; i++) {
                ScalarTile.matrix(tile, s, w, 3, y, r, 500, 17, -1, tile.cols);
            }
        });
        writer.start();
        int parts = 0;
        while (writer.isAlive()) {
            for (int i = y; i < y + tile.cols * tile.channels; i++) {
                parts += (float) ELEMENT.getOpaque(s, i) == complete[i] ? 0 : 1;
            }
        }
        writer.join();
        assertThat(parts).isZero();
    }

    /** Computes a tile whose pixels go on in the next row, in both forms, and as two tiles: one of each row. */
    @Test
    void tilesGoOnInTheNextRow() {
        int n = 2 * Simd.LANES + 1;
        int gap = 3 * n;
        for (int next = 1; next <= 5; next++) {
            StandIn tile = StandIn.matrix(1, 5, 3, 1, 0, 9, gap, n, 2 * gap, n, 1, 0, 1, 0, 30, n);
            assertSameTile(tile, 9000, next);
            float[] w = floats();
            float[] joined = floats();
            float[] apart = joined.clone();
            tile.tile(joined, w, 3, 4000, 9000, 500, 17, -1, next);
            here(next, n).tile(apart, w, 3, 4000, 9000, 500, 17, -1);
            int behind = next * n;
            here(5 - next, n).tile(apart, w, 3 + next * 9, 4000 + behind + gap, 9000 + behind + 2 * gap, 500, 17, -1);
            assertSameBits(apart, joined);
        }
    }

    private static StandIn here(int pixels, int channels) {
        return StandIn.matrix(1, pixels, 3, 1, 0, 9, 0, channels, 0, channels, 1, 0, 1, 0, 30, channels);
    }

    @Test
    void sumsGoOnInTheNextRow() {
        int lanes = Simd.LANES;
        float least = Float.NEGATIVE_INFINITY;
        for (int next = 1; next <= 6; next++) {
            float[] w = floats();
            float[] joined = floats();
            float[] apart = joined.clone();
            Sums.finish(joined, 3, 4, 2, 5000, 70, 2 * lanes, 9000, 50, 2 * lanes, w, 9, 2 * lanes, least, 1f, next);
            for (int pixel = 0; pixel < 4; pixel++) {
                int t = 3 + pixel * 2 * lanes;
                int y = 5000 + pixel * 2 * lanes + (pixel < next ? 0 : 70);
                int r = 9000 + pixel * 2 * lanes + (pixel < next ? 0 : 50);
                Sums.finish(apart, t, 1, 1, 2, y, 0, 0, r, 0, 0, w, 9, 2 * lanes, least, 1f);
            }
            assertSameBits(apart, joined);
        }
    }

    @Test
    void pixelsAreClippedRowByRow() {
        int lanes = Simd.LANES;
        for (int from = 0; from < 9; from++) {
            float[] counted = floats();
            float[] single = counted.clone();
            Clipping.pixels(counted, 7, 3, 5 * lanes, lanes, from, 10, lanes, 0f, 0.2f);
            for (int pixel = from; pixel < 10; pixel++) {
                int at = 7 + pixel / 3 * 5 * lanes + pixel % 3 * lanes;
                Clipping.image(single, at, 0, 0, 1, 1, lanes, 0f, 0.2f);
            }
            assertSameBits(single, counted);
        }
    }

    @Test
    void imagesAreClippedAlike() {
        assumeThat(Simd.MIN_MAX).isTrue();
        int row = 900;
        for (int channels : new int[] {Simd.LANES, Simd.LANES + 3, 3 * Simd.LANES - 1}) {
            for (int gap : new int[] {0, 2}) {
                for (float most : new float[] {0.7f, Float.POSITIVE_INFINITY}) {
                    float[] scalar = floats();
                    scalar[3 + row] = Float.NaN;
                    scalar[4 + row] = Float.NEGATIVE_INFINITY;
                    scalar[5 + row] = Float.POSITIVE_INFINITY;
                    scalar[6 + row] = -0f;
                    float[] vector = scalar.clone();
                    Clipping.scalar(scalar, 3, row, channels + gap, 3, 4, channels, 0f, most);
                    Clipping.vector(vector, 3, row, channels + gap, 3, 4, channels, 0f, most);
                    assertSameBits(scalar, vector);
                }
            }
        }
    }

    @Test
    void sumsAreWrittenAlike() {
        int lanes = Simd.LANES;
        float[] w = floats();
        float[] scalar = floats();
        float[] vector = scalar.clone();
        int row = 5 * lanes;
        SumsTile.scalar(scalar, 3, row, lanes, 5000, 9 * lanes, lanes + 5, -1, 0, 0, 2, 4, w, 9, 0f, 0.7f);
        VectorSums.write(vector, 3, row, lanes, 5000, 9 * lanes, lanes + 5, -1, 0, 0, 2, 4, w, 9, 0f, 0.7f);
        assertSameBits(scalar, vector);
        float least = Float.NEGATIVE_INFINITY;
        SumsTile.scalar(scalar, 3, row, lanes, 5000, 9 * lanes, lanes + 5, 9000, 80, lanes, 2, 4, w, 9, least, 0.7f);
        VectorSums.write(vector, 3, row, lanes, 5000, 9 * lanes, lanes + 5, 9000, 80, lanes, 2, 4, w, 9, least, 0.7f);
        assertSameBits(scalar, vector);
    }

    @Test
    void poolsAgree() {
        for (int channels : new int[] {Simd.LANES, Simd.LANES + 3, 2 * Simd.LANES, 5 * Simd.LANES - 1}) {
            for (int size = 1; size <= 3; size++) {
                float[] scalar = floats();
                float[] vector = scalar.clone();
                ScalarPooling.average(scalar, 1, 4 * channels, size, size, channels, scalar, 9000);
                VectorPooling.average(vector, 1, 4 * channels, size, size, channels, vector, 9000);
                assertSameBits(scalar, vector);
                if (Simd.MIN_MAX) {
                    ScalarPooling.max(scalar, 1, 4 * channels, size, size, channels, scalar, 9000);
                    VectorPooling.max(vector, 1, 4 * channels, size, size, channels, vector, 9000);
                    assertSameBits(scalar, vector);
                }
            }
        }
    }

    @Test
    void bytesAreCopiedAlike() {
        assumeThat(Simd.MIN_MAX && Simd.LANES >= 8).isTrue();
        byte[] bytes = new byte[3 * Simd.LANES + 5];
        random.nextBytes(bytes);
        float[] scalar = new float[bytes.length];
        float[] vector = new float[bytes.length];
        ScalarBytes.span(bytes, 0, scalar, 0, bytes.length);
        VectorBytes.span(bytes, 0, vector, 0, bytes.length);
        assertSameBits(scalar, vector);
    }

    @Test
    void arithmeticAgrees() {
        int n = 3 * Simd.LANES + 1;
        for (int[] steps : new int[][] {{1, 1}, {1, 0}, {0, 1}, {0, 0}}) {
            int x = steps[0];
            int y = steps[1];
            float[] scalar = floats();
            scalar[5] = Float.NaN;
            scalar[6] = Float.POSITIVE_INFINITY;
            float[] vector = scalar.clone();
            ScalarArithmetic.add(scalar, 0, x, scalar, 100, y, scalar, 1000, n);
            VectorArithmetic.add(vector, 0, x, vector, 100, y, vector, 1000, n);
            ScalarArithmetic.subtract(scalar, 0, x, scalar, 100, y, scalar, 2000, n);
            VectorArithmetic.subtract(vector, 0, x, vector, 100, y, vector, 2000, n);
            ScalarArithmetic.multiply(scalar, 0, x, scalar, 100, y, scalar, 3000, n);
            VectorArithmetic.multiply(vector, 0, x, vector, 100, y, vector, 3000, n);
            ScalarArithmetic.scale(scalar, 0, scalar, 4000, n, 0.3f);
            VectorArithmetic.scale(vector, 0, vector, 4000, n, 0.3f);
            if (Simd.MIN_MAX) {
                ScalarArithmetic.maximum(scalar, 0, x, scalar, 100, y, scalar, 5000, n);
                VectorArithmetic.maximum(vector, 0, x, vector, 100, y, vector, 5000, n);
                ScalarArithmetic.minimum(scalar, 0, x, scalar, 100, y, scalar, 6000, n);
                VectorArithmetic.minimum(vector, 0, x, vector, 100, y, vector, 6000, n);
            }
            assertSameBits(scalar, vector);
        }
    }

    /** Some of them are negative zeros, whose sums are easily got wrong. */
    private float[] floats() {
        float[] floats = new float[FLOATS];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = random.nextInt(4) == 0 ? -0f : random.nextFloat() - 0.5f;
        }
        return floats;
    }

    private static void assertSameBits(float[] expected, float[] actual) {
        int[] bits = new int[expected.length];
        int[] others = new int[actual.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(expected[i]));
        Arrays.setAll(others, i -> Float.floatToIntBits(actual[i]));
        assertThat(others).isEqualTo(bits);
    }
}
