package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CopyTest {
    @Test
    void copiesRows() {
        float[] x = Spans.random(100, 1);
        for (int[] steps : new int[][] {{7, 7}, {7, 9}, {10, 7}, {10, 9}}) {
            float[] y = Spans.untouched(60);
            Copy.rows(x, 2, steps[0], y, 3, steps[1], 5, 7);
            for (int i = 0; i < y.length; i++) {
                int row = Math.floorDiv(i - 3, steps[1]);
                int col = Math.floorMod(i - 3, steps[1]);
                boolean inside = row >= 0 && row < 5 && col < 7;
                assertThat(y[i]).isEqualTo(inside ? x[2 + row * steps[0] + col] : Spans.UNTOUCHED);
            }
        }
    }

    @Test
    void fillsRows() {
        for (int yRow : new int[] {7, 9}) {
            float[] y = Spans.untouched(60);
            Copy.fill(y, 3, yRow, 5, 7, -2f);
            for (int i = 0; i < y.length; i++) {
                int row = Math.floorDiv(i - 3, yRow);
                boolean inside = row >= 0 && row < 5 && Math.floorMod(i - 3, yRow) < 7;
                assertThat(y[i]).isEqualTo(inside ? -2f : Spans.UNTOUCHED);
            }
        }
    }

    @Test
    void bytesAreUnsigned() {
        byte[] x = new byte[1500];
        for (int i = 0; i < x.length; i++) {
            x[i] = (byte) (i * 37);
        }
        for (int length : Spans.SIZES) {
            for (int gap : new int[] {0, 4}) {
                float[] y = Spans.untouched(2 * (length + gap) + 5);
                Copy.bytes(x, 1, y, 2, length + gap, 2, length);
                for (int i = 0; i < y.length; i++) {
                    int row = length + gap == 0 ? -1 : Math.floorDiv(i - 2, length + gap);
                    int col = length + gap == 0 ? 0 : Math.floorMod(i - 2, length + gap);
                    boolean inside = row >= 0 && row < 2 && col < length;
                    assertThat(y[i]).isEqualTo(inside ? x[1 + row * length + col] & 0xFF : Spans.UNTOUCHED);
                }
            }
        }
    }

    @Test
    void borderSurroundsTheImage() {
        int yRow = 14; // 2 before, 9 inside, 1 after, 2 of nobody
        float[] y = Spans.untouched(3 + 10 * yRow);
        int at = 3 + 2 * yRow + 2;
        Copy.border(y, at, 4, 9, yRow, 2, 1, 2, 3);
        for (int i = 0; i < y.length; i++) {
            int row = Math.floorDiv(i - 3, yRow);
            int col = Math.floorMod(i - 3, yRow);
            boolean outerRow = row >= 0 && row < 2 || row >= 6 && row < 9;
            boolean side = row >= 2 && row < 6 && (col < 2 || col == 11);
            assertThat(y[i]).as("at %d", i).isEqualTo(outerRow || side ? 0f : Spans.UNTOUCHED);
        }
    }
}
