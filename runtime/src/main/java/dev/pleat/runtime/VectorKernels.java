package dev.pleat.runtime;

/** The vector kernels of a compiled model that {@link WarmUp} has HotSpot compile. Compiled models implement it. */
public interface VectorKernels {

    /**
     * Returns what stands in for the kernels.
     *
     * @return one stand-in for each kernel, the same objects every time
     */
    StandIn[] standIns();

    /**
     * Calls a kernel.
     *
     * @param kernel its index
     * @param s scratch memory of its own
     * @param w the weights
     * @param skip whether it shall compute nothing, and only be counted by HotSpot
     */
    void call(int kernel, float[] s, float[] w, boolean skip);
}
