package dev.pleat.cli;

/** Text of files, made safe for terminals: what would move a cursor or change colours becomes a question mark. */
final class Printable {
    private Printable() {}

    /** Returns the text without control characters but line ends. */
    static String of(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
