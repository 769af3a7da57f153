package dev.pleat.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strict reader of JSON (RFC 8259) for the headers of weight files.
 *
 * <p>An object becomes a {@code Map} in the order of the text, an array a {@code List}, an integer that fits a {@code
 * Long}, any other number a {@code Double}, {@code null} null. Keys that repeat and values nested deeper than {@value
 * #MAX_DEPTH} are refused.
 */
final class Json {
    /** How deep objects and arrays may nest. */
    static final int MAX_DEPTH = 16;

    private final String text;

    /**
     * The text, and NUL, which no grammar rule accepts, for its end. An array, since a fresh process interprets this, and
     * to ask the text for each character takes it ten times as long.
     */
    private final char[] chars;

    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
        this.chars = Arrays.copyOf(text.toCharArray(), text.length() + 1);
    }

    /**
     * Returns the value that a text holds.
     *
     * @throws IllegalArgumentException if the text is not one JSON value, saying what was expected at which character
     */
    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.expected("the end");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        enter();
        if (skip('}')) {
            depth--;
            return members;
        }
        do {
            skipSpace();
            int start = at;
            String key = string();
            skipSpace();
            expect(':');
            Object value = value();
            if (members.containsKey(key)) {
                throw error("the key " + WeightsException.quote(key) + " is repeated", start);
            }
            members.put(key, value);
        } while (more('}'));
        return members;
    }

    private List<Object> array() {
        List<Object> values = new ArrayList<>(4);
        enter();
        if (skip(']')) {
            depth--;
            return values;
        }
        do {
            values.add(value());
        } while (more(']'));
        return values;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw error("values are nested deeper than " + MAX_DEPTH, at);
        }
        at++;
        skipSpace();
    }

    private boolean more(char end) {
        skipSpace();
        if (skip(',')) {
            return true;
        }
        if (!skip(end)) {
            throw expected("',' or '" + end + "'");
        }
        depth--;
        return false;
    }

    private String string() {
        expect('"');
        int start = at;
        skipPlain();
        if (chars[at] == '"') {
            return text.substring(start, at++);
        }
        StringBuilder string = new StringBuilder();
        while (chars[at] != '"') {
            if (chars[at] < ' ') {
                throw at == text.length() ? expected("'\"'") : error("a string holds a control character", at);
            }
            string.append(text, start, at);
            // what stopped it: a backslash
            at++;
            string.append(escaped());
            start = at;
            skipPlain();
        }
        return string.append(text, start, at++).toString();
    }

    /** Goes on to what does not stand for itself in a string, or to its end. */
    private void skipPlain() {
        int next = at;
        while (chars[next] >= ' ' && chars[next] != '"' && chars[next] != '\\') {
            next++;
        }
        at = next;
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw error("a string holds an unknown escape", at - 1);
        };
    }

    private char hexadecimal() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            // Character.digit also takes the digits of other scripts.
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw expected("four hexadecimal digits");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private Object number() {
        int start = at;
        skip('-');
        if (!skip('0') && !skipDigits()) {
            at = start;
            throw expected("a value");
        }
        boolean whole = true;
        if (skip('.')) {
            whole = false;
            if (!skipDigits()) {
                throw expected("a digit");
            }
        }
        if (skip('e') || skip('E')) {
            whole = false;
            if (!skip('+')) {
                skip('-');
            }
            if (!skipDigits()) {
                throw expected("a digit");
            }
        }
        return numberOf(text.substring(start, at), whole);
    }

    private static Object numberOf(String digits, boolean whole) {
        if (whole && digits.length() <= 20) {
            try {
                return Long.valueOf(digits);
            } catch (NumberFormatException tooLarge) {
                return Double.valueOf(digits);
            }
        }
        return Double.valueOf(digits);
    }

    private boolean skipDigits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at > start;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw expected("a value");
        }
        at += word.length();
        return value;
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    private boolean skip(char c) {
        boolean found = at < text.length() && chars[at] == c;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw expected("'" + c + "'");
        }
    }

    private char peek() {
        return at < text.length() ? chars[at] : 0;
    }

    private IllegalArgumentException expected(String what) {
        String found = at < text.length() ? WeightsException.quote(text.substring(at, at + 1)) : "the end";
        return error("expected " + what + " but found " + found, at);
    }

    private static IllegalArgumentException error(String what, int at) {
        return new IllegalArgumentException(what + " at character " + at);
    }
}
