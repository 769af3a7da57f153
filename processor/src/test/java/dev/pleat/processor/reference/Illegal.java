package dev.pleat.processor.reference;

/** Says that a model has no meaning; the compiler should refuse it too. */
public final class Illegal extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private Illegal(String message) {
        super(message);
    }

    /** Throws unless {@code legal}. */
    static void unless(boolean legal, String format, Object... arguments) {
        if (!legal) {
            throw new Illegal(String.format(format, arguments));
        }
    }
}
