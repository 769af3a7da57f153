package dev.pleat.runtime;

/**
 * One step of a prediction.
 *
 * <p>Compiled models call their steps through this interface, for HotSpot's sake: it would inline direct calls one into
 * the other until it runs out of nodes in the middle of a kernel, and box that kernel's vectors.
 */
@FunctionalInterface
public interface Step {

    /**
     * Computes a value from others in the model's scratch memory, or a part of it.
     *
     * @param s the scratch memory
     * @param part what to compute: {@link Part#WHOLE}, or one part for each thread of a team
     */
    void run(float[] s, Part part);
}
