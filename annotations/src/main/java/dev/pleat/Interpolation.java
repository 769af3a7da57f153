package dev.pleat;

/** How values between are found. */
public enum Interpolation {
    /** The nearest value. */
    NEAREST,

    /** Between the four nearest. */
    BILINEAR
}
