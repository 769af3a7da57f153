package dev.pleat.processor.read;

/** Ends the reading of one layer whose problems are reported, or whose input has no shape because of another's. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused() {
        super(null, null, false, false);
    }
}
