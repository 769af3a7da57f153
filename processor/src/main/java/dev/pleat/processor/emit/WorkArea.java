package dev.pleat.processor.emit;

import dev.pleat.processor.plan.CacheLines;

/**
 * Scratch memory behind that of the values, in which every step may keep what it needs only while it runs. Each thread of
 * a team has one; those of the others lie behind the first one's.
 */
final class WorkArea {

    private final int values;
    private final int start;
    private int size;
    private boolean holdsSums;

    /**
     * @param values floats of scratch memory that the values take
     */
    WorkArea(int values) {
        this.values = values;
        this.start = CacheLines.next(values);
    }

    /** Returns the offset of at least that many floats, which other steps use too. */
    int reserve(int floats) {
        size = Math.max(size, floats);
        return start;
    }

    /** Returns the same for sums that are yet to be clipped and written. */
    int reserveSums(int floats) {
        holdsSums = true;
        return reserve(floats);
    }

    /** Returns whether any step keeps sums there that are yet to be clipped and written. */
    boolean holdsSums() {
        return holdsSums;
    }

    /** Returns the floats of all scratch memory of one thread. */
    int end() {
        return size == 0 ? values : Math.addExact(start, size());
    }

    /** Returns the floats of the area of one thread: whole cache lines, so that threads do not share one. */
    int size() {
        return CacheLines.whole(size);
    }
}
