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
     * Returns the length of an array for a batch of results.
     *
     * @param name of the output
     * @param size of one sample's result
     * @throws IllegalArgumentException if no array is as long
     */
    public static int elements(String name, int samples, int size) {
        long elements = (long) samples * size;
        if (elements > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("'" + name + "' of " + samples + " samples has " + elements
                    + " elements, more than an array holds; predict fewer samples at once");
        }
        return (int) elements;
    }

    /**
     * Checks that an input and an output are not one array, where results are larger than inputs: they would be written
     * over samples that are yet to be read.
     *
     * @throws IllegalArgumentException if they are
     */
    @SuppressWarnings("ReferenceEquality") // the array itself is meant, not its contents
    public static void checkApart(String inputName, float[] input, String outputName, float[] output) {
        if (input == output) {
            throw new IllegalArgumentException("'" + inputName + "' and '" + outputName
                    + "' are one array, but results would overwrite samples that are yet to be read");
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
     * Checks that the caller passed no arrays of unknown names, once those of the known names were found.
     *
     * @throws IllegalArgumentException if so
     */
    public static void checkCount(Map<String, float[]> arrays, String kind, int count) {
        if (arrays.size() != count) {
            String all = count == 1 ? "one " + kind : count + " " + kind + "s";
            throw new IllegalArgumentException(
                    "the model has " + all + ", but was given arrays for " + arrays.keySet());
        }
    }

    private static IllegalArgumentException tooShort(String name, int length, int at, long needed) {
        return new IllegalArgumentException(
                "'" + name + "' needs " + needed + " elements from offset " + at + ", but the array has " + length);
    }
}
