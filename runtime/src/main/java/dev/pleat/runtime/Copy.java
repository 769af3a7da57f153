package dev.pleat.runtime;

import java.util.Arrays;

/** Copies and fills rows of floats. Source and destination must not overlap. */
public final class Copy {
    private static final Bytes BYTES = new Bytes();

    private Copy() {}

    /**
     * Copies {@code rows} rows of {@code length} floats, {@code xRow} apart in {@code x} and {@code yRow} apart in
     * {@code y}.
     */
    public static void rows(float[] x, int xAt, int xRow, float[] y, int yAt, int yRow, int rows, int length) {
        if (xRow == length && yRow == length) {
            System.arraycopy(x, xAt, y, yAt, rows * length);
            return;
        }
        for (int r = 0; r < rows; r++) {
            System.arraycopy(x, xAt + r * xRow, y, yAt + r * yRow, length);
        }
    }

    /** Sets {@code rows} rows of {@code length} floats, {@code yRow} apart, to {@code value}. */
    public static void fill(float[] y, int yAt, int yRow, int rows, int length, float value) {
        if (yRow == length) {
            Arrays.fill(y, yAt, yAt + rows * length, value);
            return;
        }
        for (int r = 0; r < rows; r++) {
            Arrays.fill(y, yAt + r * yRow, yAt + r * yRow + length, value);
        }
    }

    /**
     * Copies {@code rows} rows of {@code length} unsigned bytes, 0 to 255, dense in {@code x} and {@code yRow} apart in
     * {@code y}.
     */
    public static void bytes(byte[] x, int xAt, float[] y, int yAt, int yRow, int rows, int length) {
        int count = yRow == length ? 1 : rows;
        int span = yRow == length ? rows * length : length;
        for (int r = 0; r < count; r++) {
            if (Simd.MIN_MAX && Simd.LANES >= 8 && span >= Simd.LANES && BYTES.isReady()) {
                VectorBytes.span(x, xAt + r * span, y, yAt + r * yRow, span);
            } else {
                ScalarBytes.span(x, xAt + r * span, y, yAt + r * yRow, span);
            }
        }
    }

    /**
     * Sets the border of an image to zero: {@code top} rows above and {@code bottom} rows below, of {@code yRow} floats
     * each, and {@code before} and {@code after} floats at the ends of each of its {@code rows} rows.
     *
     * @param at the image's first float; its border begins at {@code at - before - top * yRow}
     * @param rowLength the floats of one row of the image, without its border
     * @param yRow from one row to the next: at least {@code before + rowLength + after}
     */
    public static void border(
            float[] y, int at, int rows, int rowLength, int yRow, int before, int after, int top, int bottom) {
        int first = at - before;
        Arrays.fill(y, first - top * yRow, first, 0f);
        for (int r = 0; r < rows; r++) {
            int row = first + r * yRow;
            few(y, row, before);
            few(y, row + before + rowLength, after);
        }
        int below = first + rows * yRow;
        Arrays.fill(y, below, below + bottom * yRow, 0f);
    }

    /** Sets a handful of floats to zero, for which a call of {@link Arrays#fill} would cost more. */
    private static void few(float[] y, int at, int count) {
        for (int i = at; i < at + count; i++) {
            y[i] = 0f;
        }
    }

    /** The copying of bytes in its vector form. */
    private static final class Bytes extends ColdKernel {
        private static final int VECTORS = 16;

        private final byte[] x = new byte[VECTORS * Simd.LANES];

        @Override
        int floats() {
            return VECTORS * Simd.LANES;
        }

        @Override
        void call(boolean skip) {
            VectorBytes.span(x, 0, s, 0, skip ? -SKIPPED_ROUNDS : s.length);
        }

        @Override
        int operations() {
            return 4 * VECTORS;
        }

        @Override
        int rounds() {
            return VECTORS;
        }
    }
}
