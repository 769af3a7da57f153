package dev.pleat.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two steps that one thread runs in turns, each for some rows of its image at a time: a convolution, and a depthwise one
 * that reads what it writes.
 *
 * <p>The value between them is larger than the caches, but only a few of its rows are needed at a time. So those lie where
 * its first rows would: from turn to turn, what is still needed moves up there, and what follows is written behind it. All
 * of the value's memory is used in the first turns only, or by the threads of a team, which compute a step at once.
 */
public final class Turns {
    /**
     * Bytes of rows between the steps that need not move up yet: they are in a second-level cache, of which processors with
     * vectors of 16 lanes have a megabyte or more, others half of one.
     */
    private static final int CACHED = Simd.LANES == 16 ? 700 << 10 : 300 << 10;

    private final int step;
    private final int count;

    /** Where the value between begins, with what is left of its first row, and the distance of its rows. */
    private final int at;

    private final int distance;

    private final TileRows writer;
    private final TileRows reader;

    /** What the reader reads for a row: it begins {@code above} rows above that row's, and has {@code span} rows. */
    private final int stride;

    private final int above;
    private final int span;

    private Turns(
            int step,
            int count,
            int at,
            int distance,
            TileRows writer,
            int stride,
            int above,
            int span,
            TileRows reader) {
        this.step = step;
        this.count = count;
        this.at = at;
        this.distance = distance;
        this.writer = writer;
        this.stride = stride;
        this.above = above;
        this.span = span;
        this.reader = reader;
    }

    /**
     * Returns two steps to run in turns.
     *
     * @param step index of the first of them
     * @param count how many turns there are
     * @param at where the value between begins, with what is left of its first row
     * @param distance the distance of its rows
     * @param rows its rows
     * @param cols pixels of one
     * @param writer the first step's tiles: how many, how many beside each other, rows of one, and its pixels where the
     *     image is one row to them, else 0
     * @param stride the second step's stride
     * @param above rows above a row's own that it reads
     * @param span rows that it reads
     * @param rowsOfResult its rows
     * @param colsOfResult pixels of one
     * @param reader its tiles
     * @return the steps
     */
    public static Turns of(
            int step,
            int count,
            int at,
            int distance,
            int rows,
            int cols,
            int[] writer,
            int stride,
            int above,
            int span,
            int rowsOfResult,
            int colsOfResult,
            int[] reader) {
        return new Turns(
                step,
                count,
                at,
                distance,
                tiles(writer, rows, cols),
                stride,
                above,
                span,
                tiles(reader, rowsOfResult, colsOfResult));
    }

    private static TileRows tiles(int[] tiles, int rows, int cols) {
        return new TileRows(tiles[0], tiles[1], tiles[2], tiles[3], rows, cols);
    }

    /** Returns the index of the first of the steps. */
    int step() {
        return step;
    }

    /** Returns what to run for them, in order. */
    List<Band> bands(Step[] steps) {
        List<Band> bands = new ArrayList<>();
        int written = 0;
        int read = 0;
        int moved = 0;
        for (int turn = 0; turn < count; turn++) {
            int toWrite = (int) ((long) writer.tiles() * (turn + 1) / count);
            int up = rowsToMove(written, toWrite, read, moved);
            int kept = writer.begun(written) - moved - up;
            moved += up;
            Move move = up > 0 ? new Move(at, up * distance, kept * distance) : null;
            bands.add(new Band(steps[step], step, Part.ofTiles(written, toWrite, writer.tiles(), moved), move));
            written = toWrite;
            int toRead = readable(written, read);
            if (toRead > read) {
                Move below = turn == count - 1 ? below(moved) : null;
                Part part = Part.ofTiles(read, toRead, reader.tiles(), moved);
                bands.add(new Band(steps[step + 1], step + 1, part, below));
            }
            read = toRead;
        }
        return bands;
    }

    /** Returns by how many rows what the next turn needs moves up. */
    private int rowsToMove(int written, int toWrite, int read, int moved) {
        int needed = Math.min(writer.first(written), reader.first(read) * stride - above);
        long bytes = (long) (writer.begun(toWrite) - moved) * distance * Float.BYTES;
        return bytes > CACHED ? Math.max(0, needed - moved) : 0;
    }

    /** Returns behind which tile the reader can get, from one on, once so many of the writer's are computed. */
    private int readable(int written, int read) {
        int complete = writer.complete(written);
        int behind = read;
        while (behind < reader.tiles() && Math.min(needed(behind + 1), writer.rows()) <= complete) {
            behind++;
        }
        return behind;
    }

    /** Returns how many rows the reader needs for so many tiles, with those of the border below. */
    private int needed(int tiles) {
        return (reader.begun(tiles) - 1) * stride - above + span;
    }

    /** Returns what sets the border below the value to zero where it is now, null if it is there already. */
    private Move below(int moved) {
        int rows = needed(reader.tiles()) - writer.rows();
        return moved > 0 && rows > 0 ? new Move(at + (writer.rows() - moved) * distance, 0, rows * distance) : null;
    }

    /**
     * What happens to the value between before a step runs.
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
        private final Move before;

        private Band(Step step, int index, Part part, Move before) {
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
            if (before != null) {
                before.run(s);
            }
            step.run(s, part);
        }
    }
}
