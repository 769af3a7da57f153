package dev.pleat.runtime;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Kernels that add up a row give the same bits before and after HotSpot has compiled them. */
final class LastBitsTest {
    private static final int LENGTH = 203;
    private static final int CALLS = 30_000;

    @Test
    void ofSoftmax() {
        float[] x = Spans.random(LENGTH, 3);
        staysTheSame(y -> Softmax.apply(x, 0, y, 0, 1, LENGTH, 1));
    }

    @Test
    void ofLayerNorm() {
        float[] x = Spans.random(LENGTH, 3);
        staysTheSame(y -> LayerNorm.apply(x, 0, y, 0, x, -1, -1, 1, LENGTH, 1e-3f));
    }

    private static void staysTheSame(Consumer<float[]> kernel) {
        float[] first = new float[LENGTH];
        kernel.accept(first);
        float[] y = new float[LENGTH];
        for (int i = 0; i < CALLS; i++) {
            kernel.accept(y);
            Spans.assertClose("call " + i, y, Spans.doubles(first), 0);
        }
    }
}
