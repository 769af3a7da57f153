package dev.pleat.cli;

/** What the command returns to the shell. */
final class ExitCode {
    /** Everything is fine. */
    static final int OK = 0;

    /** A verification failed: an error above the tolerance, or a reference that nothing was compared with. */
    static final int DIFFERENT = 1;

    /** The arguments are wrong. */
    static final int USAGE = 2;

    /** A model, a weight file or arrays are missing, damaged, or not what they should be. */
    static final int BAD_FILE = 3;

    /** Results cannot be written. */
    static final int NOT_WRITTEN = 4;

    /** A defect of Pleat, or too little memory. */
    static final int DEFECT = 5;

    private ExitCode() {}
}
