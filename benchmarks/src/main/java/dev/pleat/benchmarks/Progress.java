package dev.pleat.benchmarks;

import java.util.Locale;

/** Tells what is going on. */
final class Progress {
    private final long begin = System.nanoTime();

    void say(String format, Object... arguments) {
        String text = String.format(Locale.ROOT, format, arguments);
        System.err.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, text);
    }
}
