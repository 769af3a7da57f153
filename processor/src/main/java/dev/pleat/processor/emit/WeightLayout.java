package dev.pleat.processor.emit;

/**
 * Where each weight goes in the one array that holds a model's weights. Every piece begins a cache line, if the array
 * does, as large ones do under G1: an array's header takes the first 16 bytes of its line, 4 floats.
 */
final class WeightLayout {

    private static final int LINE = 16;
    private static final int HEADER = 4;

    private long next = LINE - HEADER;

    /** Returns the offset of a new piece. */
    int reserve(int floats) {
        long at = next;
        next = (at + floats + HEADER + LINE - 1) / LINE * LINE - HEADER;
        return Math.toIntExact(at);
    }

    /** Returns the floats of the whole array. */
    long size() {
        return next;
    }
}
