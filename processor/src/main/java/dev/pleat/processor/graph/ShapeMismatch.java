package dev.pleat.processor.graph;

/** Says why an operation does not accept the shapes that it was given; the reader turns it into a problem. */
public final class ShapeMismatch extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ShapeMismatch(String format, Object... args) {
        super(String.format(format, args));
    }
}
