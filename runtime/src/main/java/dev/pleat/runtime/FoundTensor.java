package dev.pleat.runtime;

/** A tensor that a source of weights holds, as far as it is known before its values are read. */
sealed interface FoundTensor permits StoredTensor, GivenTensor {
    /** Returns the tensor's name in the source. */
    String name();

    /** Tells whether the tensor has the shape that the model expects, or can have. */
    boolean fits(TensorSpec spec);

    /** Tells whether the tensor holds the same dimensions as the model expects, in another order. */
    boolean isPermutationOf(TensorSpec spec);

    /** Tells whether the values are of a type that can be read. */
    boolean isReadable();

    /** Returns what is known of the tensor's size, for messages: its shape. */
    String extent();

    /** Returns the type of the values, for messages. */
    String type();
}
