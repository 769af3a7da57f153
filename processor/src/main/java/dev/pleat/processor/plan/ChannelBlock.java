package dev.pleat.processor.plan;

/**
 * How many channels of a depthwise convolution are computed at a time. Windows of neighbouring tiles overlap: if a tile went
 * through hundreds of channels, what it shares with the next one would have left the first-level cache by then, and the
 * weights too (ADR 21). With 16 registers all are computed at once.
 */
public final class ChannelBlock {

    /** Channels of a block at most: with a window of 20 pixels and its weights, some 18 KB. */
    private static final int MOST = 128;

    /** Channels that are one block still, and the fewest of a block: calls of tiles are not free. */
    private static final int FEW = 192;

    private static final int LEAST = 64;

    /** Blocks are whole vectors, of up to so many lanes. */
    private static final int LANES = 16;

    private ChannelBlock() {}

    /** Returns the channels of a block, a divisor of all. */
    public static int of(Contraction contraction, Registers registers) {
        int channels = contraction.groups();
        if (registers == Registers.WIDE && channels > FEW) {
            for (int block = MOST; block >= LEAST; block -= LANES) {
                if (channels % block == 0) {
                    return block;
                }
            }
        }
        return channels;
    }
}
