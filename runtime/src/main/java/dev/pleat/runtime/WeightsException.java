package dev.pleat.runtime;

import java.util.List;

/**
 * Weights that a model cannot use: a damaged file, tensors that are missing, superfluous or wrongly shaped, numbers that
 * no network can compute with.
 *
 * <p>The message says where the weights came from, lists every problem that was found, one per line, and how to fix it.
 */
public final class WeightsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_NAME = 300;

    /**
     * Creates an exception.
     *
     * @param message what is wrong with which weights
     */
    public WeightsException(String message) {
        super(message);
    }

    /**
     * Creates an exception that another one caused.
     *
     * @param message what is wrong with which weights
     * @param cause what led to it
     */
    public WeightsException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns an exception with a line for the headline, one for each problem, and one for each fix. */
    static WeightsException listing(String headline, List<String> problems, List<String> fixes) {
        StringBuilder message = new StringBuilder(headline);
        problems.forEach(problem -> message.append("\n  ").append(problem));
        fixes.forEach(fix -> message.append("\n  fix: ").append(fix));
        return new WeightsException(message.toString());
    }

    /** Returns a name from outside in quotes, with control characters escaped, so that it cannot break a message. */
    static String quote(String name) {
        StringBuilder quoted = new StringBuilder("'");
        name.chars().limit(MAX_NAME).forEach(c -> {
            if (Character.isISOControl(c)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append(name.length() > MAX_NAME ? "...'" : "'").toString();
    }
}
