package dev.pleat.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Convolutions that one thread runs in turns, each for some rows of its image at a time: every one but the first reads what
 * the one before it writes.
 *
 * <p>The values between them are larger than the caches, but only a few rows of each are needed at a time. So those lie
 * where its first rows would: from turn to turn, what is still needed moves up there, and what follows is written behind it.
 * All of a value's memory is used only by the threads of a team, which compute a step at once: other values of the steps may
 * lie there.
 */
public final class Turns {
    /**
     * Bytes of rows between the steps that need not move up yet: they are in a second-level cache, of which processors with
     * vectors of 16 lanes have a megabyte or more, others half of one.
     */
    private static final int CACHED = Simd.LANES == 16 ? 700 << 10 : 300 << 10;

    /** The same where there are several values between steps, for all of them: a step reads and writes two at most. */
    private static final int CACHED_ALL = Simd.LANES == 16 ? 1000 << 10 : 430 << 10;

    private final int step;
    private final int count;
    private final List<TileRows> tiles;
    private final List<Between> between;

    private Turns(int step, int count, List<TileRows> tiles, List<Between> between) {
        this.step = step;
        this.count = count;
        this.tiles = tiles;
        this.between = between;
    }

    /**
     * Returns a step to run in turns with those behind it.
     *
     * @param step its index
     * @param count how many turns there are
     * @param tiles its tiles: how many, how many beside each other, rows of one, and its pixels where the image is one row
     *     to them, else 0
     * @param rows rows of its image
     * @param cols pixels of one
     * @return the step, which others must follow
     */
    public static Turns of(int step, int count, int[] tiles, int rows, int cols) {
        return new Turns(step, count, List.of(tiles(tiles, rows, cols)), List.of());
    }

    /**
     * Returns the steps with the one behind them, which reads what the last of them writes.
     *
     * @param at where the value between begins, with what is left of its first row
     * @param distance the distance of its rows
     * @param room how many of its rows may be there at a time
     * @param stride the stride in rows of the step that reads it
     * @param above rows above a row's own that it reads
     * @param span rows that it reads
     * @param tiles its tiles
     * @param rows rows of its image
     * @param cols pixels of one
     * @return all of them
     */
    public Turns then(
            int at, int distance, int room, int stride, int above, int span, int[] tiles, int rows, int cols) {
        return new Turns(
                step,
                count,
                with(this.tiles, tiles(tiles, rows, cols)),
                with(between, new Between(at, distance, room, stride, above, span)));
    }

    private static TileRows tiles(int[] tiles, int rows, int cols) {
        return new TileRows(tiles[0], tiles[1], tiles[2], tiles[3], rows, cols);
    }

    private static <T> List<T> with(List<T> all, T last) {
        List<T> longer = new ArrayList<>(all);
        longer.add(last);
        return List.copyOf(longer);
    }

    /** Returns the index of the first of the steps. */
    int step() {
        return step;
    }

    /** Returns the index behind the last of the steps. */
    int end() {
        return step + tiles.size();
    }

    /** Returns what to run for them, in order: all of each if rows between them had no room. */
    List<Band> bands(Step[] steps) {
        List<Band> bands = new ArrayList<>();
        int[] done = new int[tiles.size()];
        int[] moved = new int[tiles.size()];
        for (int turn = 0; turn < count; turn++) {
            for (int i = 0; i < tiles.size(); i++) {
                int all = tiles.get(i).tiles();
                int to = i == 0 ? (int) ((long) all * (turn + 1) / count) : readable(i, done);
                if (to > done[i]) {
                    List<Move> moves = new ArrayList<>();
                    if (i > 0 && to == all) {
                        zeroBelow(i, moved[i - 1], moves);
                    }
                    int room = Integer.MAX_VALUE;
                    if (i < between.size()) {
                        room = between.get(i).room;
                        moved[i] += moveUp(i, to, done, moved[i], moves);
                        if (tiles.get(i).begun(to) - moved[i] > room) {
                            return whole(steps);
                        }
                    }
                    Part part = Part.ofTiles(done[i], to, all, i > 0 ? moved[i - 1] : 0, moved[i], room);
                    bands.add(new Band(steps[step + i], step + i, part, moves.toArray(new Move[0])));
                    done[i] = to;
                }
            }
        }
        return bands;
    }

    private List<Band> whole(Step[] steps) {
        List<Band> bands = new ArrayList<>();
        for (int i = step; i < end(); i++) {
            bands.add(new Band(steps[i], i, Part.WHOLE, new Move[0]));
        }
        return bands;
    }

    /** Moves up what is needed of the value that a step is about to write more of, and returns by how many rows. */
    private int moveUp(int step, int to, int[] done, int moved, List<Move> moves) {
        TileRows writer = tiles.get(step);
        Between value = between.get(step);
        int extent = writer.begun(to) - moved;
        long bytes = (long) extent * value.distance * Float.BYTES;
        int firstRead = tiles.get(step + 1).first(done[step + 1]) * value.stride - value.above;
        int rows = Math.min(writer.first(done[step]), firstRead) - moved;
        if (bytes <= cached() && extent <= value.room || rows <= 0) {
            return 0;
        }
        int kept = writer.begun(done[step]) - moved - rows;
        moves.add(new Move(value.at, rows * value.distance, kept * value.distance));
        return rows;
    }

    /** Returns how many bytes of each value need not move up yet. */
    private int cached() {
        return Math.min(CACHED, CACHED_ALL / between.size());
    }

    /** Returns behind which tile a step can get, now that so many of the tiles of the one before it are computed. */
    private int readable(int step, int[] done) {
        TileRows writer = tiles.get(step - 1);
        TileRows reader = tiles.get(step);
        int complete = writer.complete(done[step - 1]);
        int behind = done[step];
        while (behind < reader.tiles() && Math.min(needed(step, behind + 1), writer.rows()) <= complete) {
            behind++;
        }
        return behind;
    }

    /** Returns how many rows a step needs for so many tiles, with those of the border below. */
    private int needed(int step, int tilesOfStep) {
        Between value = between.get(step - 1);
        return (tiles.get(step).begun(tilesOfStep) - 1) * value.stride - value.above + value.span;
    }

    /** Sets the border below the value that a step reads to zero where it is now, if it is not there already. */
    private void zeroBelow(int step, int moved, List<Move> moves) {
        Between value = between.get(step - 1);
        int rows = tiles.get(step - 1).rows();
        int below = needed(step, tiles.get(step).tiles()) - rows;
        if (moved > 0 && below > 0) {
            moves.add(new Move(value.at + (rows - moved) * value.distance, 0, below * value.distance));
        }
    }

    /**
     * A value between two of the steps.
     *
     * @param at where it begins, with what is left of its first row
     * @param distance the distance of its rows
     * @param room how many of its rows may be there at a time
     * @param stride the stride of the step that reads it
     * @param above rows above a row's own that this reads
     * @param span rows that it reads
     */
    private record Between(int at, int distance, int room, int stride, int above, int span) {}

    /**
     * What happens to a value between two steps before one of them runs.
     *
     * @param at where
     * @param from from how far behind floats move there; 0 for zeros
     * @param length how many
     */
    private record Move(int at, int from, int length) {
        void run(float[] s) {
            if (from == 0) {
                Arrays.fill(s, at, at + length, 0f);
            } else {
                System.arraycopy(s, at + from, s, at, length);
            }
        }
    }

    /** A step, of a few rows. */
    static final class Band implements Step {
        private final Step step;
        private final int index;
        private final Part part;
        private final Move[] before;

        private Band(Step step, int index, Part part, Move[] before) {
            this.step = step;
            this.index = index;
            this.part = part;
            this.before = before;
        }

        /** Returns the step, of which this is some rows. */
        Step step() {
            return step;
        }

        /** Returns its index. */
        int index() {
            return index;
        }

        @Override
        public void run(float[] s, Part whole) {
            for (Move move : before) {
                move.run(s);
            }
            step.run(s, part);
        }
    }
}
