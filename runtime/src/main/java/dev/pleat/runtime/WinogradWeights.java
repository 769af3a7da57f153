package dev.pleat.runtime;

/**
 * Maps the weights of F(4×4, 3×3), see {@link Winograd}. Short methods without loops: a fresh process, which runs them a few
 * thousand times, interprets loops for longer, and compiles them for longer than it runs them.
 */
final class WinogradWeights {
    private static final int WINDOW = 6;

    /** What the matrix G makes of the columns of a window, {@code [point][column]}. */
    private final double[] rows = new double[WINDOW * 3];

    private WinogradWeights() {}

    static float[] map(float[] kernel, int perTap) {
        float[] mapped = new float[WINDOW * WINDOW * perTap];
        WinogradWeights window = new WinogradWeights();
        for (int i = 0; i < perTap; i++) {
            window.map(kernel, perTap, i, mapped);
        }
        return mapped;
    }

    private void map(float[] kernel, int perTap, int i, float[] mapped) {
        column(kernel, i, 3 * perTap, 0);
        column(kernel, i + perTap, 3 * perTap, 1);
        column(kernel, i + 2 * perTap, 3 * perTap, 2);
        int row = WINDOW * perTap;
        row(0, mapped, i, perTap);
        row(3, mapped, i + row, perTap);
        row(6, mapped, i + 2 * row, perTap);
        row(9, mapped, i + 3 * row, perTap);
        row(12, mapped, i + 4 * row, perTap);
        row(15, mapped, i + 5 * row, perTap);
    }

    /** G is {@code {1/4, 0, 0}, {-1/6, ±1/6, -1/6}, {1/24, ±1/12, 1/6}, {0, 0, 1}}. */
    private void column(float[] kernel, int at, int step, int col) {
        double first = kernel[at];
        double second = kernel[at + step];
        double third = kernel[at + 2 * step];
        double outer = (first + third) * (-1 / 6.0);
        double inner = second * (1 / 6.0);
        double far = first * (1 / 24.0) + third * (1 / 6.0);
        double half = second * (1 / 12.0);
        rows[col] = first * 0.25;
        rows[3 + col] = outer - inner;
        rows[6 + col] = outer + inner;
        rows[9 + col] = far + half;
        rows[12 + col] = far - half;
        rows[15 + col] = third;
    }

    /** The same of a row. */
    private void row(int row, float[] mapped, int at, int step) {
        double first = rows[row];
        double second = rows[row + 1];
        double third = rows[row + 2];
        double outer = (first + third) * (-1 / 6.0);
        double inner = second * (1 / 6.0);
        double far = first * (1 / 24.0) + third * (1 / 6.0);
        double half = second * (1 / 12.0);
        mapped[at] = Float32.folded(first * 0.25);
        mapped[at + step] = Float32.folded(outer - inner);
        mapped[at + 2 * step] = Float32.folded(outer + inner);
        mapped[at + 3 * step] = Float32.folded(far + half);
        mapped[at + 4 * step] = Float32.folded(far - half);
        mapped[at + 5 * step] = Float32.folded(third);
    }
}
