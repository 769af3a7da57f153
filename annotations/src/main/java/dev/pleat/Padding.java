package dev.pleat;

/** What surrounds the input of a window. */
public enum Padding {
    /** Nothing. */
    VALID,

    /** Zeros on both sides. */
    SAME,

    /** Zeros in front. */
    CAUSAL
}
