package dev.pleat.benchmarks.engine;

/** An inference engine in its best documented configuration; found by {@link java.util.ServiceLoader}. */
public interface Engine {

    /** {@return the name and version} */
    String name();

    /**
     * Makes the engine's model of a task, ready to predict.
     *
     * @param task what to predict, and how
     * @return the model with its input
     * @throws Exception if the engine cannot; the message is shown in the table
     */
    Session open(Task task) throws Exception;
}
