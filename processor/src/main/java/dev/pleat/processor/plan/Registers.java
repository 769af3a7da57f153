package dev.pleat.processor.plan;

/** The vector registers that kernels are compiled for; which of the two run is known when the model's class is loaded. */
public enum Registers {
    /** AVX-512 and NEON: 32 registers. */
    WIDE(32, 16),
    /** AVX2 and SSE: 16 registers. */
    NARROW(16, 8);

    private final int count;
    private final int lanes;

    Registers(int count, int lanes) {
        this.count = count;
        this.lanes = lanes;
    }

    /** Returns the number of registers. */
    public int count() {
        return count;
    }

    /** Returns the lanes to choose tiles for; kernels run with any number. */
    public int lanes() {
        return lanes;
    }

    /** Returns the lanes of the vectors that a number of channels is computed in. */
    int lanes(int channels) {
        return Math.min(Integer.highestOneBit(channels), lanes);
    }
}
