package dev.pleat.formats.weights;

/** Names from outside, as messages show them. */
final class Quoted {
    private static final int LONGEST = 200;

    private Quoted() {}

    /** Returns a name in quotes, control characters escaped and the rest of a long one left out. */
    static String of(String name) {
        StringBuilder quoted = new StringBuilder("'");
        name.chars().limit(LONGEST).forEach(c -> {
            if (Character.isISOControl(c)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append(name.length() > LONGEST ? "...'" : "'").toString();
    }
}
