package dev.pleat.runtime;

import java.util.Arrays;

/**
 * How long each step of one prediction took.
 *
 * <p>Pass it to {@link CompiledModel#predict(java.util.Map, java.util.Map, StepTimes)}; each prediction replaces the
 * times of the one before. A prediction without it measures nothing and costs nothing. Not for use by several threads
 * at once.
 */
public final class StepTimes {
    private static final Step[] NOTHING = {};

    private Step[] timed = NOTHING;
    private int[] indices = {};
    private long[] nanos = {};

    /** Creates times that are empty until the first prediction. */
    public StepTimes() {}

    /**
     * Returns how many steps the last prediction had.
     *
     * @return the number of steps, 0 before the first prediction
     */
    public int size() {
        return nanos.length;
    }

    /**
     * Returns how long a step took in the last prediction.
     *
     * @param step its index in {@link CompiledModel#steps}
     * @return the time in nanoseconds, some 20 of which are the clock's own, or 20 for each of the bands that the step runs in
     */
    public long nanos(int step) {
        return nanos[step];
    }

    /**
     * Runs the steps of a prediction; compiled models call it.
     *
     * @param order the steps, in order, or {@link Bands} of them
     * @param s the scratch memory
     */
    public void run(Step[] order, float[] s) {
        prepare(order);
        Arrays.fill(nanos, 0);
        long before = System.nanoTime();
        for (int i = 0; i < order.length; i++) {
            order[i].run(s, Part.WHOLE);
            long after = System.nanoTime();
            nanos[indices[i]] += after - before;
            before = after;
        }
    }

    @SuppressWarnings("ReferenceEquality") // the array itself is meant: it never changes
    private void prepare(Step[] order) {
        if (timed != order) {
            timed = order;
            indices = Bands.indices(order);
            nanos = new long[Arrays.stream(indices).max().orElse(-1) + 1];
        }
    }
}
