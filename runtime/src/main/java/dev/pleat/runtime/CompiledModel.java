package dev.pleat.runtime;

import java.util.List;
import java.util.Map;

/**
 * Any compiled model: immutable, and safe to share between threads, virtual ones included.
 *
 * <p>The compiled class itself offers more: {@code load} from a file, and {@code predict} with one named array per input
 * and output, which allocates nothing.
 */
public interface CompiledModel {

    /** Returns the inputs, in the order of the source, with their shapes without the batch. */
    List<TensorSpec> inputs();

    /** Returns the outputs, in the order of the source, with their shapes without the batch. */
    List<TensorSpec> outputs();

    /** Returns the weights that the model loads, in the order of its layers. */
    List<TensorSpec> weights();

    /**
     * Predicts one sample.
     *
     * @param inputs one array per input, by name, row-major
     * @return one array per output, by name, in the order of {@link #outputs}
     * @throws IllegalArgumentException if an input is missing, unknown, or of the wrong length
     */
    Map<String, float[]> predict(Map<String, float[]> inputs);

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param inputs one array per input, by name, row-major
     * @param outputs one array per output, by name
     * @throws IllegalArgumentException if an array is missing, unknown, or of the wrong length
     */
    void predict(Map<String, float[]> inputs, Map<String, float[]> outputs);

    /**
     * Returns what a prediction computes, step by step: what is left of the layers after folding and fusion.
     *
     * @return the steps, in the order in which they run
     */
    List<StepSpec> steps();

    /**
     * Predicts one sample into the caller's arrays and measures how long each step takes.
     *
     * @param inputs one array per input, by name, row-major
     * @param outputs one array per output, by name
     * @param times gets the time of each of the {@link #steps}
     * @throws IllegalArgumentException if an array is missing, unknown, or of the wrong length
     */
    void predict(Map<String, float[]> inputs, Map<String, float[]> outputs, StepTimes times);

    /**
     * Waits until HotSpot has compiled the model's vector kernels, so that predictions are as fast as they will be; it
     * takes about a tenth of a second for each, once in a process. Predictions before and meanwhile give the same results
     * by slower code, which is why nobody has to call this; but a service may want to before it takes requests.
     */
    default void warmUp() {
        // Without vector kernels there is nothing to wait for.
    }

    /**
     * Returns memory for predictions of one thread at a time, for callers that hold their own instead of the model's
     * pool.
     */
    Scratch newScratch();

    /**
     * Returns memory for predictions on a team: those that it is passed to run in the caller's thread and in the team's.
     * The results are the same, bit for bit.
     *
     * @param team who computes, also with other memory
     */
    Scratch newScratch(Team team);

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch()}, used by one thread at a time
     * @param inputs one array per input, by name, row-major
     * @param outputs one array per output, by name
     * @throws IllegalArgumentException if an array is missing, unknown, or of the wrong length, or the memory is another
     *     model's
     * @throws IllegalStateException if the team is closed
     */
    void predict(Scratch memory, Map<String, float[]> inputs, Map<String, float[]> outputs);

    /**
     * Returns a table of the layers as Keras prints it, with what was folded and fused where, and the model's
     * parameters, multiply-adds and scratch memory.
     */
    String summary();
}
