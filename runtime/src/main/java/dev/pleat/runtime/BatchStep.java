package dev.pleat.runtime;

/**
 * One step of a prediction of several samples at a time.
 *
 * <p>As with {@link Step}, the interface keeps HotSpot from inlining the steps of a model into each other.
 */
@FunctionalInterface
public interface BatchStep {

    /**
     * Computes a value from others in scratch memory that has room for a number of samples.
     *
     * @param s the scratch memory, in which the samples of a value lie one behind the other
     * @param samples how many there are, at least 1
     */
    void run(float[] s, int samples);
}
