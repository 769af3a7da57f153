package dev.pleat.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A few pieces of scratch memory that a model lends to its predictions. Taking and giving back never blocks and, once
 * every thread has had its turn, never allocates; more predictions at once than places allocate for themselves.
 */
public final class ScratchPool {

    private final AtomicReferenceArray<float[]> places;
    private final int size;

    /** How many pieces were made with alignment: no more than are kept. */
    private final AtomicInteger aligned = new AtomicInteger();

    /**
     * @param size of each piece, in floats
     */
    public ScratchPool(int size) {
        this.size = size;
        places = new AtomicReferenceArray<>(Math.max(8, 2 * Runtime.getRuntime().availableProcessors()));
    }

    /** Returns a piece that nobody else holds; its contents are arbitrary. */
    public float[] take() {
        for (int i = 0; i < places.length(); i++) {
            float[] piece = places.getPlain(i);
            if (piece != null && places.compareAndSet(i, piece, null)) {
                return piece;
            }
        }
        boolean kept = aligned.getPlain() < places.length() && aligned.incrementAndGet() <= places.length();
        return kept ? AlignedFloats.allocate(size) : new float[size];
    }

    /** Gives a piece back; it is dropped if all places are full. */
    public void give(float[] piece) {
        for (int i = 0; i < places.length(); i++) {
            if (places.getPlain(i) == null && places.compareAndSet(i, null, piece)) {
                return;
            }
        }
    }
}
