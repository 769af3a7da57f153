package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DotConvolutionTest {
    private static final int ROWS = 3;
    private static final int X_ROW = 1000;
    private static final int X_COL = 40;
    private static final int Y = 5000;
    private static final int ADD = 7000;
    private static final int WORK = 8000;

    /** What a window reads, in groups, for some pixels of a row, with and without a residual. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 16, 1, 1, 9, false",
        "3, 1, 48, 1, 3, 8, true",
        "3, 3, 17, 1, 2, 7, true",
        "1, 2, 31, 2, 1, 6, false",
        "2, 1, 33, 2, 3, 5, true",
        "1, 1, 100, 1, 1, 4, true",
        "2, 2, 20, 3, 2, 3, false",
        "1, 1, 64, 1, 3, 1, true"
    })
    void agreesWithTheScalarKernel(int n2, int n1, int n0, int groups, int outputs, int cols, boolean residual) {
        int depth = n2 * n1 * n0;
        int channels = groups * outputs;
        float[] w = Spans.random(channels * (depth + 1), 1);
        int bias = channels * depth;
        int add = residual ? ADD : -1;
        float[] expected = Spans.random(10_000, 2);
        float[] actual = expected.clone();
        ScalarConvolution.apply(
                expected,
                0,
                X_ROW,
                X_COL,
                Y,
                200,
                channels,
                add,
                100,
                channels,
                w,
                0,
                outputs * depth,
                bias,
                ROWS,
                cols,
                n2,
                700,
                n1,
                90,
                n0,
                groups,
                7,
                outputs);
        DotConvolution.pack(w, 0, groups, depth, outputs);
        DotConvolution.apply(
                actual,
                0,
                X_ROW,
                X_COL,
                Y,
                200,
                channels,
                add,
                100,
                channels,
                w,
                0,
                outputs * depth,
                bias,
                ROWS,
                cols,
                n2,
                700,
                n1,
                90,
                n0,
                groups,
                7,
                outputs,
                WORK);

        System.arraycopy(expected, WORK, actual, WORK, DotConvolution.WORK);
        Spans.assertClose("all but the sums", actual, Spans.doubles(expected), 1e-6 * depth);
        assertThat(actual[Y]).isNotZero();
    }

    /** The last vector of a run reads some numbers again, which must not count. */
    @ParameterizedTest
    @ValueSource(ints = {16, 19, 23, 40})
    void infinitiesStayInfinite(int count) {
        int y = 4 * count;
        float[] s = new float[y + 4 + DotConvolution.WORK];
        s[10] = Float.POSITIVE_INFINITY;
        float[] w = new float[count + 1];
        Arrays.fill(w, 0, count, 1f);
        w[count] = 0.5f;
        DotConvolution.apply(
                s, 0, 0, count, y, 0, 1, -1, 0, 0, w, 0, count, count, 1, 4, 1, 0, 1, 0, count, 1, count, 1, y + 4);

        assertThat(Arrays.copyOfRange(s, y, y + 4)).containsExactly(Float.POSITIVE_INFINITY, 0.5f, 0.5f, 0.5f);
    }
}
