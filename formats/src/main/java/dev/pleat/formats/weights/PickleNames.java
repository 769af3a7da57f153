package dev.pleat.formats.weights;

import java.util.List;

/**
 * What the names in a pickle mean. This decides all that a pickle can do: it makes no class known and calls no code but
 * through these methods. They say what is wrong by an {@link IllegalArgumentException}.
 */
interface PickleNames {
    /**
     * Returns what stands for a class or a function.
     *
     * @throws IllegalArgumentException if it is none that a pickle may name
     */
    Object find(String module, String name);

    /**
     * Returns what a class or a function makes of arguments.
     *
     * @param callable what {@link #find} returned, or any other value of the pickle
     * @param arguments any values of the pickle
     */
    Object call(Object callable, List<?> arguments);

    /**
     * Returns the object that lies outside the pickle.
     *
     * @param id any value of the pickle
     */
    Object persistent(Object id);
}
