package dev.pleat.benchmarks;

/** An engine that could not do what it was asked for; the message goes into the table. */
final class EngineFailure extends Exception {
    private static final long serialVersionUID = 1;

    EngineFailure(String message) {
        super(message);
    }
}
