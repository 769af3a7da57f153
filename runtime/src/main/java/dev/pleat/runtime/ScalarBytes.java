package dev.pleat.runtime;

/** The scalar form of {@link Copy#bytes}, of one span. */
final class ScalarBytes {
    private ScalarBytes() {}

    static void span(byte[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = x[xAt + i] & 0xFF;
        }
    }
}
