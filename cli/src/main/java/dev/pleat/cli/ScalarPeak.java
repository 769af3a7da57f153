package dev.pleat.cli;

/** The multiply-adds that this machine does at most without vectors. */
final class ScalarPeak {
    /** Independent sums, as many as {@link VectorPeak} has. */
    static final int CHAINS = 10;

    private ScalarPeak() {}

    static void run(float[] data, int rounds) {
        float x = data[10];
        float y = data[11];
        float a0 = data[0];
        float a1 = data[1];
        float a2 = data[2];
        float a3 = data[3];
        float a4 = data[4];
        float a5 = data[5];
        float a6 = data[6];
        float a7 = data[7];
        float a8 = data[8];
        float a9 = data[9];
        for (int i = 0; i < rounds; i++) {
            a0 = a0 * x + y;
            a1 = a1 * x + y;
            a2 = a2 * x + y;
            a3 = a3 * x + y;
            a4 = a4 * x + y;
            a5 = a5 * x + y;
            a6 = a6 * x + y;
            a7 = a7 * x + y;
            a8 = a8 * x + y;
            a9 = a9 * x + y;
        }
        data[0] = a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9;
    }
}
