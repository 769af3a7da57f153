package dev.pleat.processor.graph;

/**
 * Rows and columns around an image.
 *
 * @param top rows above
 * @param bottom rows below
 * @param left columns before
 * @param right columns behind
 */
public record Border(int top, int bottom, int left, int right) {

    /** No border. */
    public static final Border NONE = new Border(0, 0, 0, 0);

    /** Returns whether there is no border. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Returns the smallest border that contains both. */
    public Border union(Border other) {
        return new Border(
                Math.max(top, other.top),
                Math.max(bottom, other.bottom),
                Math.max(left, other.left),
                Math.max(right, other.right));
    }

    /** Returns the border of this one around the other. */
    public Border plus(Border other) {
        return new Border(top + other.top, bottom + other.bottom, left + other.left, right + other.right);
    }

    @Override
    public String toString() {
        return "(" + top + ", " + bottom + ", " + left + ", " + right + ")";
    }
}
