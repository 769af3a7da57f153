package dev.pleat.runtime;

/**
 * How long each step of one prediction took.
 *
 * <p>Pass it to {@link CompiledModel#predict(java.util.Map, java.util.Map, StepTimes)}; each prediction replaces the
 * times of the one before. A prediction without it measures nothing and costs nothing. Not for use by several threads
 * at once.
 */
public final class StepTimes {
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
     * @return the time in nanoseconds, some 20 of which are the clock's own
     */
    public long nanos(int step) {
        return nanos[step];
    }

    /**
     * Runs the steps of a prediction; compiled models call it.
     *
     * @param steps the steps, in order
     * @param s the scratch memory
     */
    public void run(Step[] steps, float[] s) {
        if (nanos.length != steps.length) {
            nanos = new long[steps.length];
        }
        long before = System.nanoTime();
        for (int i = 0; i < steps.length; i++) {
            steps[i].run(s, Part.WHOLE);
            long after = System.nanoTime();
            nanos[i] = after - before;
            before = after;
        }
    }
}
