package dev.pleat.processor.plan;

/**
 * Where cache lines of 64 bytes begin in an array of floats that begins one itself, as large ones do under G1 and those of
 * the runtime's {@code AlignedFloats}: the header takes the first 16 bytes. Vectors that straddle lines are read and written in two steps.
 */
public final class CacheLines {

    /** The offset of the first element of a model's memory. */
    public static final int FIRST = 12;

    private static final int LINE = 16;
    private static final int HEADER = LINE - FIRST;

    private CacheLines() {}

    /** Returns the least offset, from another on, at which a line begins. */
    public static int next(int offset) {
        return whole(Math.addExact(offset, HEADER)) - HEADER;
    }

    /** Returns a number of floats rounded up to whole lines. */
    public static int whole(int floats) {
        return Math.addExact(floats, LINE - 1) / LINE * LINE;
    }
}
