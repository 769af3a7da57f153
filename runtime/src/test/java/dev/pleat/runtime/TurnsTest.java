package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Steps that are run in turns compute what they compute one behind the other. */
final class TurnsTest {

    /** Memory in front of the values, which nothing may touch. */
    private static final int FRONT = 100;

    /**
     * A convolution of one channel along the rows, and where its result lies; the first layer writes what the others read.
     *
     * @param above rows of the border above its result, for the next layer
     * @param below rows of the border below
     * @param tiles as {@link Turns} takes them
     * @param stride of its window, whose {@code span} rows begin {@code up} rows above a row's own
     */
    private record Layer(
            int at,
            int rows,
            int cols,
            int distance,
            int room,
            int above,
            int below,
            int[] tiles,
            int stride,
            int up,
            int span) {

        int end() {
            return at + (rows + below) * distance;
        }

        Step reading(Layer input) {
            return (s, part) -> {
                if (part.isFirst()) {
                    Copy.border(s, at, part.rows(rows), distance, distance, 0, 0, above, below);
                }
                for (int tile = part.from(tiles[0]); tile < part.to(tiles[0]); tile++) {
                    for (int i = 0; i < pixels(); i++) {
                        int pixel = pixel(tile, i);
                        int row = pixel / cols;
                        int col = pixel % cols;
                        float sum = input == null ? 1 + pixel : 0;
                        for (int tap = 0; input != null && tap < span; tap++) {
                            int from = row * stride - up + tap - part.inputMoved();
                            sum += (tap + 1) * s[input.at + from * input.distance + col];
                        }
                        s[at + (row - part.moved()) * distance + col] = sum % 10_007;
                    }
                }
            };
        }

        private int pixels() {
            return tiles[3] > 0 ? tiles[3] : tiles[2] * colsOfTile();
        }

        private int pixel(int tile, int i) {
            if (tiles[3] > 0) {
                return Math.min(tile * tiles[3], rows * cols - tiles[3]) + i;
            }
            int row = Math.min(tile / tiles[1] * tiles[2], rows - tiles[2]) + i / colsOfTile();
            int col = Math.min(tile % tiles[1] * colsOfTile(), cols - colsOfTile()) + i % colsOfTile();
            return row * cols + col;
        }

        private int colsOfTile() {
            return (cols + tiles[1] - 1) / tiles[1];
        }
    }

    @Test
    void computeWhatTheyDoOneBehindTheOther() {
        Random random = new Random(1);
        int moved = 0;
        int inTurns = 0;
        for (int i = 0; i < 400; i++) {
            List<Layer> layers = layers(2 + random.nextInt(4), random);
            Layer first = layers.get(0);
            Layer last = layers.get(layers.size() - 1);
            Step[] steps = steps(layers);
            float[] expected = garbage(last.end());
            for (Step step : steps) {
                step.run(expected, Part.WHOLE);
            }
            float[] actual = garbage(last.end());
            Step[] order = Bands.order(steps, turns(layers, 1 + random.nextInt(first.tiles[0])));
            for (Step step : order) {
                step.run(actual, Part.WHOLE);
            }
            for (int at = last.at; at < last.end(); at++) {
                assertThat(actual[at]).as("%s at %s", layers, at).isEqualTo(expected[at]);
            }
            assertUntouched(actual, 0, FRONT, layers);
            boolean turns = order.length > steps.length;
            inTurns += turns ? 1 : 0;
            for (Layer layer : layers.subList(0, layers.size() - 1)) {
                moved += actual[layer.at] == expected[layer.at] ? 0 : 1;
                int room = layer.at + (layer.room + layer.below) * layer.distance;
                assertUntouched(actual, turns ? room : layer.end(), layer.end(), layers);
            }
        }
        assertThat(inTurns).as("layers that had room").isBetween(100, 350);
        assertThat(moved).as("values that moved").isGreaterThan(100);
    }

    private static void assertUntouched(float[] s, int from, int to, List<Layer> layers) {
        for (int at = from; at < to; at++) {
            assertThat(s[at]).as("%s at %s", layers, at).isEqualTo(-1f);
        }
    }

    private static Step[] steps(List<Layer> layers) {
        Step[] steps = new Step[layers.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = layers.get(i).reading(i == 0 ? null : layers.get(i - 1));
        }
        return steps;
    }

    private static Turns turns(List<Layer> layers, int count) {
        Layer before = layers.get(0);
        Turns turns = Turns.of(0, count, before.tiles, before.rows, before.cols);
        for (Layer layer : layers.subList(1, layers.size())) {
            turns = turns.then(
                    before.at,
                    before.distance,
                    before.room,
                    layer.stride,
                    layer.up,
                    layer.span,
                    layer.tiles,
                    layer.rows,
                    layer.cols);
            before = layer;
        }
        return turns;
    }

    private static List<Layer> layers(int count, Random random) {
        List<Layer> layers = new ArrayList<>();
        int at = FRONT;
        int rows = 1 + random.nextInt(70);
        int cols = 1 + random.nextInt(9);
        int stride = 0;
        int up = 0;
        int span = 0;
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            int nextSpan = 1 + random.nextInt(5);
            int above = last ? 0 : random.nextInt(nextSpan);
            int below = last ? 0 : Math.max(random.nextInt(nextSpan), nextSpan - above - rows);
            int distance = last ? cols : 5_000 + random.nextInt(20_000);
            int[] tiles = tiles(random, rows, cols);
            int room = Math.min(rows, 8 + random.nextInt(40));
            int first = at + above * distance;
            layers.add(new Layer(first, rows, cols, distance, room, above, below, tiles, stride, up, span));
            at = layers.get(i).end();
            stride = 1 + random.nextInt(3);
            up = above;
            span = nextSpan;
            rows = (rows + above + below - span) / stride + 1;
        }
        return layers;
    }

    private static int[] tiles(Random random, int rows, int cols) {
        if (random.nextInt(3) == 0) {
            int pixels = 1 + random.nextInt(Math.min(8, rows * cols));
            return new int[] {(rows * cols + pixels - 1) / pixels, 1, 1, pixels};
        }
        int height = 1 + random.nextInt(Math.min(rows, 7));
        int beside = 1 + random.nextInt(cols);
        return new int[] {(rows + height - 1) / height * beside, beside, height, 0};
    }

    private static float[] garbage(int floats) {
        float[] all = new float[floats];
        Arrays.fill(all, -1f);
        return all;
    }
}
