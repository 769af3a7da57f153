package dev.pleat.runtime;

/** The memory of one prediction at a time. */
public final class Scratch {

    private final float[] floats;

    /**
     * Allocates scratch memory; models do it in {@code newScratch}.
     *
     * @param size in floats
     */
    public Scratch(int size) {
        floats = new float[size];
    }

    /**
     * Returns the memory.
     *
     * @param size how many floats the model needs
     * @throws IllegalArgumentException if this scratch was made for a model that needs less
     */
    public float[] floats(int size) {
        if (floats.length < size) {
            throw new IllegalArgumentException("the scratch holds " + floats.length + " floats, but the model needs "
                    + size + "; take it from the same model's newScratch()");
        }
        return floats;
    }
}
