package dev.pleat.formats;

/** Text of others, made safe to stand in Java source: nothing in a model file can end a comment or begin code. */
final class JavaText {
    private JavaText() {}

    /** Returns text for the rest of a line behind {@code //}. */
    static String lineComment(String text) {
        return escaped(text.strip(), false);
    }

    /** Returns text for a Javadoc comment, outside of inline tags. */
    static String javadoc(String text) {
        return escaped(text.strip(), true);
    }

    private static String escaped(String text, boolean html) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (html && "&<>@{}*/\\".indexOf(c) >= 0) {
                // A slash or a star alone is harmless and common; together they end the comment.
                boolean plain = c == '/' && !endsWith(safe, '*') || c == '*' && !endsWith(safe, '/');
                safe.append(plain ? Character.toString(c) : "&#" + c + ";");
            } else if (c == '\\') {
                safe.append("\\\\");
            } else if (c < ' ' || c == 0x7f) {
                safe.append(' ');
            } else if (c < 0x7f) {
                safe.append((char) c);
            } else {
                for (char unit : Character.toChars(c)) {
                    safe.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return safe.toString();
    }

    private static boolean endsWith(StringBuilder text, char c) {
        return text.length() > 0 && text.charAt(text.length() - 1) == c;
    }

    /** Returns a string literal. */
    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f) {
                // An octal escape is no line end to the compiler, as a Unicode escape would be.
                literal.append(c < ' ' ? String.format("\\%03o", (int) c) : String.format("\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    /**
     * Returns the shortest text that means exactly this number where a {@code double} is asked for: {@code 1e-5f} is
     * what a file of float32 calls 9.999999747378752e-6.
     */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "Double.NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9 && !isNegativeZero(value)) {
            return Integer.toString((int) value);
        }
        String exact = plain(Double.toString(value));
        String narrow = plain(Float.toString((float) value)) + "f";
        return (float) value == value && narrow.length() < exact.length() ? narrow : exact;
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    /** Turns {@code 1.0E-5} into {@code 1e-5}. */
    private static String plain(String number) {
        return number.replace(".0E", "e").replace('E', 'e');
    }
}
