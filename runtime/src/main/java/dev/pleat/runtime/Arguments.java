package dev.pleat.runtime;

import java.util.Map;

/** Checks what callers pass to a model; kernels behind it check nothing. */
public final class Arguments {

    private Arguments() {}

    /**
     * Checks that an array holds a value at an offset.
     *
     * @param name of the input or output
     * @param length of the array
     * @param needed number of elements
     * @throws IllegalArgumentException if it does not
     */
    public static void check(String name, int length, int at, long needed) {
        if (at < 0 || at > length - needed) {
            throw tooShort(name, length, at, needed);
        }
    }

    /**
     * Checks that an array is exactly one value.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static void checkExact(String name, int length, long needed) {
        if (length != needed) {
            throw new IllegalArgumentException("'" + name + "' has " + length + " elements; it must have " + needed);
        }
    }

    /**
     * Checks the number of samples of a batch.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static void checkSamples(int samples) {
        if (samples < 0) {
            throw new IllegalArgumentException("the batch has " + samples + " samples; it must have at least 0");
        }
    }

    /**
     * Returns an array that the caller passed by name.
     *
     * @throws IllegalArgumentException if it is missing
     */
    public static float[] named(Map<String, float[]> arrays, String kind, String name) {
        float[] array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no array for the " + kind + " '" + name + "' among " + arrays.keySet());
        }
        return array;
    }

    /**
     * Checks that the caller passed no arrays of unknown names.
     *
     * @throws IllegalArgumentException if so
     */
    public static void checkCount(Map<String, float[]> arrays, String kind, int count) {
        if (arrays.size() != count) {
            throw new IllegalArgumentException(
                    "the model has " + count + " " + kind + "s but was given " + arrays.keySet());
        }
    }

    private static IllegalArgumentException tooShort(String name, int length, int at, long needed) {
        return new IllegalArgumentException("'" + name + "' needs " + needed + " elements from offset " + at
                + ", but the array has " + length);
    }
}
