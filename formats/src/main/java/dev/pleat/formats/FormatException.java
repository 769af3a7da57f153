package dev.pleat.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that cannot be used: damaged, of an unknown kind, or with layers that the language does not have.
 *
 * <p>The message names the file, lists every problem that was found, one per line with its layer, and how to fix it.
 */
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception of one problem.
     *
     * @param file the file
     * @param problem what is wrong where, one sentence without a full stop
     */
    public FormatException(Path file, String problem) {
        super(file + ": " + problem);
    }

    /**
     * Creates an exception of one problem that another exception told of.
     *
     * @param file the file
     * @param problem what is wrong where
     * @param cause what led to it
     */
    public FormatException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }

    /**
     * Creates an exception of several problems.
     *
     * @param file the file
     * @param headline what cannot be done
     * @param problems each with its layer
     * @param fixes what to do about it
     */
    public FormatException(Path file, String headline, List<String> problems, List<String> fixes) {
        super(listing(file + ": " + headline, problems, fixes));
    }

    private static String listing(String headline, List<String> problems, List<String> fixes) {
        StringBuilder message = new StringBuilder(headline);
        problems.forEach(problem -> message.append("\n  ").append(problem));
        fixes.forEach(fix -> message.append("\n  fix: ").append(fix));
        return message.toString();
    }
}
