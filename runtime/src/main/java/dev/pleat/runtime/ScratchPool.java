package dev.pleat.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few pieces of scratch memory that a model lends to its predictions. Taking and giving back never blocks and, once
 * every thread has had its turn, never allocates; more predictions at once than places allocate for themselves.
 */
public final class ScratchPool {

    private final Place[] places;
    private final int size;

    /** How many pieces were made with alignment: no more than are kept. */
    private final AtomicInteger aligned = new AtomicInteger();

    /**
     * @param size of each piece, in floats
     */
    public ScratchPool(int size) {
        this.size = size;
        places = new Place[Math.max(8, 2 * Runtime.getRuntime().availableProcessors())];
        for (int i = 0; i < places.length; i++) {
            places[i] = new Place();
        }
    }

    /** Returns a piece that nobody else holds; its contents are arbitrary. */
    public float[] take() {
        for (Place place : places) {
            float[] piece = place.take();
            if (piece != null) {
                return piece;
            }
        }
        boolean kept = aligned.getPlain() < places.length && aligned.incrementAndGet() <= places.length;
        return kept ? AlignedFloats.allocate(size) : new float[size];
    }

    /** Gives a piece back; it is dropped if all places are full. */
    public void give(float[] piece) {
        for (Place place : places) {
            if (place.give(piece)) {
                return;
            }
        }
    }

    /** Holds a piece or none. The first compare-and-set of a reference takes a fresh process milliseconds, of an int none. */
    private static final class Place {
        private static final int EMPTY = 0;
        private static final int CHANGING = 1;
        private static final int FULL = 2;

        private final AtomicInteger state = new AtomicInteger(EMPTY);
        private float[] piece;

        float[] take() {
            if (state.getPlain() != FULL || !state.compareAndSet(FULL, CHANGING)) {
                return null;
            }
            float[] taken = piece;
            piece = null;
            state.lazySet(EMPTY);
            return taken;
        }

        boolean give(float[] returned) {
            if (state.getPlain() != EMPTY || !state.compareAndSet(EMPTY, CHANGING)) {
                return false;
            }
            piece = returned;
            state.lazySet(FULL);
            return true;
        }
    }
}
