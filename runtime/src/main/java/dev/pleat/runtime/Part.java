package dev.pleat.runtime;

/**
 * What one thread of a {@link Team} does of every step: its share of the work, and where it may keep what it needs only
 * meanwhile. Compiled models ask it, and so does work of the caller's own ({@link Team#run}).
 *
 * <p>All parts of a team run all steps. Shares are contiguous, in the order of the parts, and cover all of the work.
 */
public final class Part {

    /** All of the work: what a prediction in one thread does. */
    public static final Part WHOLE = new Part(0, 1, 0, null);

    /** Floats of which a share of a span is a multiple: no vector that one thread computes reaches into another's. */
    private static final int SPAN = 64;

    /** The share, in parts of {@code of}: from {@code begin} to {@code end}. */
    private final int begin;

    private final int end;
    private final int of;

    private final int area;
    private final Team team;
    private final int inputMoved;
    private final int moved;
    private final int room;

    /**
     * @param index from 0
     * @param count how many parts there are
     * @param area how far behind that of the first part its work area lies, in floats
     * @param team whom to wait for, null for nobody
     */
    Part(int index, int count, int area, Team team) {
        this(index, index + 1, count, area, team, 0, 0, Integer.MAX_VALUE);
    }

    private Part(int begin, int end, int of, int area, Team team, int inputMoved, int moved, int room) {
        this.begin = begin;
        this.end = end;
        this.of = of;
        this.area = area;
        this.team = team;
        this.inputMoved = inputMoved;
        this.moved = moved;
        this.room = room;
    }

    /** Returns some of the tiles of a step that one thread runs in {@link Turns} with another. */
    static Part ofTiles(int begin, int end, int tiles, int inputMoved, int moved, int room) {
        return new Part(begin, end, tiles, 0, null, inputMoved, moved, room);
    }

    /** Returns whether this is the part that does what is not divided. */
    public boolean isFirst() {
        return begin == 0;
    }

    /** Returns by how many rows the value that this step reads has moved up, of steps that are run in {@link Turns}. */
    public int inputMoved() {
        return inputMoved;
    }

    /** Returns by how many rows the value that this step writes has moved up, of steps that are run in {@link Turns}. */
    public int moved() {
        return moved;
    }

    /**
     * Returns for how many rows of the value that this step writes there is room.
     *
     * @param all its rows
     */
    public int rows(int all) {
        return Math.min(all, room);
    }

    /** Returns how far behind the first part's work area this one's lies, in floats. */
    public int area() {
        return area;
    }

    /**
     * Returns the first of this part's items.
     *
     * @param items how many there are for all parts
     */
    public int from(int items) {
        return (int) ((long) items * begin / of);
    }

    /**
     * Returns the first item behind this part's, {@link #from} if it has none.
     *
     * @param items how many there are for all parts
     */
    public int to(int items) {
        return (int) ((long) items * end / of);
    }

    /**
     * Returns how many items are this part's.
     *
     * @param items how many there are for all parts
     */
    public int size(int items) {
        return to(items) - from(items);
    }

    /**
     * Returns where this part's share of a span begins.
     *
     * @param floats in the whole span
     */
    public int start(int floats) {
        return from(floats / SPAN) * SPAN;
    }

    /**
     * Returns the floats in this part's share of a span.
     *
     * @param floats in the whole span
     */
    public int length(int floats) {
        // The last share takes what is left over, so that it is no shorter than a vector.
        int to = end == of ? floats : to(floats / SPAN) * SPAN;
        return to - start(floats);
    }

    /** Waits until all parts are here: what they wrote before, all may read behind. */
    public void await() {
        if (team != null) {
            team.meet(begin);
        }
    }
}
