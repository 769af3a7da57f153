package dev.pleat.cli;

/** Ends a command with a message for the user, without a stack trace. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    Failure(int code, String message) {
        super(message);
        this.code = code;
    }

    Failure(int code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns a failure of arguments that contradict each other. */
    static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message);
    }

    /** Returns a failure of a file that is not what it should be. */
    static Failure badFile(String message) {
        return new Failure(ExitCode.BAD_FILE, message);
    }

    int code() {
        return code;
    }
}
