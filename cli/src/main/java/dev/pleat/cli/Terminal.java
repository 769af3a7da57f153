package dev.pleat.cli;

import picocli.CommandLine.Help.Ansi;

/**
 * What is known of where output goes. Java cannot tell whether one stream is a terminal, so the launcher says it in
 * {@code pleat.terminal}, a list of {@code out} and {@code err}.
 */
final class Terminal {
    private static final String KNOWN = System.getProperty("pleat.terminal");

    private Terminal() {}

    /** Returns whether to colour what goes to the standard output. */
    static Ansi colours() {
        if (KNOWN == null) {
            return Ansi.AUTO;
        }
        boolean dumb = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return KNOWN.contains("out") && KNOWN.contains("err") && !dumb ? Ansi.ON : Ansi.OFF;
    }

    /** Returns whether somebody watches the standard error, where progress is shown. */
    static boolean isWatched() {
        return KNOWN != null && KNOWN.contains("err");
    }
}
