package dev.pleat.runtime;

/** Maps the weights of F(2×2, 3×3), as {@link WinogradWeights} those of F(4×4, 3×3). */
final class SmallWinogradWeights {
    private static final int WINDOW = 4;

    /** What the matrix G makes of the columns of a window, {@code [point][column]}. */
    private final double[] rows = new double[WINDOW * 3];

    private SmallWinogradWeights() {}

    static float[] map(float[] kernel, int perTap) {
        float[] mapped = new float[WINDOW * WINDOW * perTap];
        SmallWinogradWeights window = new SmallWinogradWeights();
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
    }

    /** G is {@code {1, 0, 0}, {1/2, ±1/2, 1/2}, {0, 0, 1}}. */
    private void column(float[] kernel, int at, int step, int col) {
        double first = kernel[at];
        double second = kernel[at + step];
        double third = kernel[at + 2 * step];
        rows[col] = first;
        rows[3 + col] = (first + second + third) * 0.5;
        rows[6 + col] = (first - second + third) * 0.5;
        rows[9 + col] = third;
    }

    /** The same of a row. */
    private void row(int row, float[] mapped, int at, int step) {
        double first = rows[row];
        double second = rows[row + 1];
        double third = rows[row + 2];
        mapped[at] = Float32.folded(first);
        mapped[at + step] = Float32.folded((first + second + third) * 0.5);
        mapped[at + 2 * step] = Float32.folded((first - second + third) * 0.5);
        mapped[at + 3 * step] = Float32.folded(third);
    }
}
