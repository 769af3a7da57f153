package dev.pleat.cli;

import java.util.List;
import java.util.Locale;

/** Numbers for people. */
final class Numbers {
    private static final List<String> UNITS = List.of("bytes", "KB", "MB", "GB", "TB");

    private Numbers() {}

    /** Returns an error: {@code 1.3e-06}, {@code 0}. */
    static String error(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
    }

    /** Returns four significant digits. */
    static String significant(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.4g", value);
    }

    /** Returns a whole number with separators. */
    static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Returns a number of bytes in a fitting unit. */
    static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.size() - 1) {
            size /= 1024;
            unit++;
        }
        return unit == 0 ? whole(bytes) + " bytes" : String.format(Locale.ROOT, "%.1f %s", size, UNITS.get(unit));
    }

    /** Returns a time in microseconds. */
    static String micros(double nanos) {
        double micros = nanos / 1000;
        return String.format(Locale.ROOT, micros < 100 ? "%.2f" : "%,.0f", micros);
    }

    /** Returns a number with one digit behind the point. */
    static String tenths(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
