package dev.pleat.benchmarks.engine;

import java.util.List;

/** A model with an input: whatever can be prepared before a prediction has been. Used by one thread at a time. */
public interface Session extends AutoCloseable {

    /** {@return what an expert would want to know of how the engine is set up} */
    String configuration();

    /** {@return the size of the file with the model's weights, or 0 if there is none} */
    long modelBytes();

    /** Predicts. */
    void predict() throws Exception;

    /** {@return the output of the last prediction, all samples one behind the other} */
    float[] output() throws Exception;

    /** {@return a session for another thread that shares this one's model} */
    Session another() throws Exception;

    /** {@return the layers that can be timed, in the order in which they run; empty if the engine has none} */
    default List<String> layers() {
        return List.of();
    }

    /**
     * Predicts, and adds the time of each layer.
     *
     * @param nanos one sum for each of {@link #layers}
     */
    default void predictTimed(long[] nanos) {
        throw new UnsupportedOperationException("layers are not timed");
    }

    @Override
    void close();
}
