package dev.pleat.formats.tensorflow;

/**
 * An output of a node.
 *
 * @param node the node's name
 * @param index which of its outputs
 */
record Ref(String node, int index) {
    /** {@return what a graph calls {@code name} or {@code name:1}} */
    static Ref parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon > 0 && text.substring(colon + 1).matches("\\d{1,6}")) {
            return new Ref(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }
        return new Ref(text, 0);
    }

    @Override
    public String toString() {
        return index == 0 ? node : node + ":" + index;
    }
}
