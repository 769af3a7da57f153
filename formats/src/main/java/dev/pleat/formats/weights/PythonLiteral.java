package dev.pleat.formats.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses a literal of Python, such as the header of an array: strings, integers, True, False and None, tuples, lists and
 * dictionaries become {@code String}, {@code Long}, {@code Boolean}, null, {@code List} and {@code Map}.
 */
final class PythonLiteral {
    private static final int DEEPEST = 16;

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /**
     * Parses a literal.
     *
     * @throws IllegalArgumentException if it is none, or nested too deeply
     */
    static Object parse(String text) {
        PythonLiteral literal = new PythonLiteral(text);
        Object value = literal.value(0);
        literal.skipSpace();
        if (literal.at < text.length()) {
            throw literal.fault("the end");
        }
        return value;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested more than " + DEEPEST + " deep");
        }
        skipSpace();
        char first = at < text.length() ? text.charAt(at) : '\0';
        return switch (first) {
            case '{' -> dictionary(depth);
            case '(' -> sequence(')', depth);
            case '[' -> sequence(']', depth);
            case '\'', '"' -> string(first);
            default -> Character.isLetter(first) ? constant() : integer();
        };
    }

    private Map<Object, Object> dictionary(int depth) {
        Map<Object, Object> members = new LinkedHashMap<>();
        at++;
        while (!accept('}')) {
            Object key = value(depth + 1);
            expect(':');
            Object value = value(depth + 1);
            if (members.containsKey(key)) {
                throw new IllegalArgumentException("the key " + Quoted.of(String.valueOf(key)) + " occurs twice");
            }
            members.put(key, value);
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        return members;
    }

    private List<Object> sequence(char end, int depth) {
        List<Object> elements = new ArrayList<>();
        at++;
        while (!accept(end)) {
            elements.add(value(depth + 1));
            if (!accept(',')) {
                expect(end);
                break;
            }
        }
        return elements;
    }

    private String string(char quote) {
        int end = text.indexOf(quote, at + 1);
        String inside = end < 0 ? "\\" : text.substring(at + 1, end);
        if (inside.indexOf('\\') >= 0) {
            throw fault("a string without escapes");
        }
        at = end + 1;
        return inside;
    }

    private Object constant() {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        switch (text.substring(start, at)) {
            case "True":
                return true;
            case "False":
                return false;
            case "None":
                return null;
            default:
                at = start;
                throw fault("a value");
        }
    }

    private Long integer() {
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        try {
            Long value = Long.valueOf(text.substring(start, at));
            if (at < text.length() && text.charAt(at) == 'L') {
                at++; // Python 2 wrote long integers so
            }
            return value;
        } catch (NumberFormatException e) {
            at = start;
            throw fault("a number");
        }
    }

    private boolean accept(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw fault("'" + c + "'");
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException fault(String expected) {
        return new IllegalArgumentException("%s expected at character %d".formatted(expected, at));
    }
}
