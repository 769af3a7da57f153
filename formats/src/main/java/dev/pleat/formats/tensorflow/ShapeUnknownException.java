package dev.pleat.formats.tensorflow;

/** Says that a value cannot become an input yet, since its shape is not known there. */
final class ShapeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Ref ref;

    ShapeUnknownException(Ref ref) {
        super("the shape of '" + FlatGraph.readable(ref.toString()) + "' is not known");
        this.ref = ref;
    }

    Ref ref() {
        return ref;
    }
}
