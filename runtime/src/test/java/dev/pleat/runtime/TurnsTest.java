package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Steps that are run in turns compute what they compute one behind the other. */
final class TurnsTest {

    /** Memory in front of the value between, which nothing may touch. */
    private static final int FRONT = 100;

    /** A convolution of one channel, {@code span} rows high, behind a step that writes its input, in tiles of both. */
    private record Pair(
            int rows,
            int cols,
            int distance,
            int[] writer,
            int stride,
            int above,
            int below,
            int span,
            int rowsOfResult,
            int[] reader) {

        int at() {
            return FRONT + above * distance;
        }

        int result() {
            return at() + (rows + below) * distance;
        }

        int floats() {
            return result() + rowsOfResult * cols;
        }

        Step[] steps() {
            return new Step[] {this::write, this::read};
        }

        Turns turns(int count) {
            return Turns.of(
                    0, count, at(), distance, rows, cols, writer, stride, above, span, rowsOfResult, cols, reader);
        }

        private void write(float[] s, Part part) {
            int y = at() - part.moved() * distance;
            if (part.isFirst()) {
                Copy.border(s, at(), rows, distance, distance, 0, 0, above, below);
            }
            for (int tile = part.from(writer[0]); tile < part.to(writer[0]); tile++) {
                int first = writer[3] > 0 ? Math.min(tile * writer[3], rows * cols - writer[3]) : 0;
                int pixels = writer[3] > 0 ? writer[3] : writer[2] * perTile(writer);
                for (int i = 0; i < pixels; i++) {
                    int row = writer[3] > 0 ? (first + i) / cols : row(writer, tile, rows) + i / perTile(writer);
                    int col = writer[3] > 0 ? (first + i) % cols : col(writer, tile) + i % perTile(writer);
                    s[y + row * distance + col] = 1 + row * cols + col;
                }
            }
        }

        private void read(float[] s, Part part) {
            int x = at() - part.moved() * distance;
            for (int tile = part.from(reader[0]); tile < part.to(reader[0]); tile++) {
                for (int i = 0; i < reader[2] * perTile(reader); i++) {
                    int row = row(reader, tile, rowsOfResult) + i / perTile(reader);
                    int col = col(reader, tile) + i % perTile(reader);
                    float sum = 0;
                    for (int tap = 0; tap < span; tap++) {
                        sum += (tap + 1) * s[x + (row * stride - above + tap) * distance + col];
                    }
                    s[result() + row * cols + col] = sum;
                }
            }
        }

        private int perTile(int[] tiles) {
            return (cols + tiles[1] - 1) / tiles[1];
        }

        private static int row(int[] tiles, int tile, int rows) {
            return Math.min(tile / tiles[1] * tiles[2], rows - tiles[2]);
        }

        private int col(int[] tiles, int tile) {
            return Math.min(tile % tiles[1] * perTile(tiles), cols - perTile(tiles));
        }

        static Pair random(Random random) {
            int rows = 1 + random.nextInt(70);
            int cols = 1 + random.nextInt(9);
            int span = 1 + random.nextInt(5);
            int above = random.nextInt(span);
            int below = Math.max(random.nextInt(span), span - above - rows);
            int stride = 1 + random.nextInt(3);
            int result = (rows + above + below - span) / stride + 1;
            int[] writer = tiles(random, rows, cols);
            if (random.nextBoolean()) {
                int pixels = 1 + random.nextInt(Math.min(8, rows * cols));
                writer = new int[] {(rows * cols + pixels - 1) / pixels, 1, 1, pixels};
            }
            int distance = 5_000 + random.nextInt(20_000);
            return new Pair(
                    rows, cols, distance, writer, stride, above, below, span, result, tiles(random, result, cols));
        }

        private static int[] tiles(Random random, int rows, int cols) {
            int height = 1 + random.nextInt(Math.min(rows, 7));
            int beside = 1 + random.nextInt(cols);
            return new int[] {(rows + height - 1) / height * beside, beside, height, 0};
        }
    }

    @Test
    void computeWhatTheyDoOneBehindTheOther() {
        Random random = new Random(1);
        int moved = 0;
        for (int i = 0; i < 300; i++) {
            Pair pair = Pair.random(random);
            float[] expected = garbage(pair.floats());
            for (Step step : pair.steps()) {
                step.run(expected, Part.WHOLE);
            }
            float[] actual = garbage(pair.floats());
            Step[] order = Bands.order(pair.steps(), pair.turns(1 + random.nextInt(pair.writer()[0])));
            for (Step step : order) {
                step.run(actual, Part.WHOLE);
            }
            for (int at = pair.result(); at < pair.floats(); at++) {
                assertThat(actual[at]).as("%s at %s", pair, at).isEqualTo(expected[at]);
            }
            for (int at = 0; at < FRONT; at++) {
                assertThat(actual[at]).as("%s at %s", pair, at).isEqualTo(-1f);
            }
            moved += actual[pair.at()] == expected[pair.at()] ? 0 : 1;
        }
        assertThat(moved).as("values that moved").isGreaterThan(50);
    }

    private static float[] garbage(int floats) {
        float[] all = new float[floats];
        Arrays.fill(all, -1f);
        return all;
    }
}
