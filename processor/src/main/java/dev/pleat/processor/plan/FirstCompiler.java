package dev.pleat.processor.plan;

/**
 * What HotSpot's first compiler (C1) can compile. It inlines all vector operations of a kernel, and gives up at 10,000
 * virtual registers, of which it needs most when it profiles and replaces a running method. If it has compiled the method
 * without profile before, which it does while the second compiler is busy, the method stays in that for ever, with
 * vectors that are objects (ADR 8, point 4).
 *
 * <p>What operations take was measured with methods of one kind of operations, by {@code -XX:TieredStopAtLevel=3
 * -XX:+PrintCompilation} on JDK 17; JDK 25 needs less. It says "COMPILE SKIPPED: out of virtual registers".
 */
public final class FirstCompiler {

    /** Virtual registers that a kernel may take, with a margin for what is not counted. */
    private static final int MOST = 9_000;

    private static final int LOAD = 160;
    private static final int BROADCAST = 105;
    private static final int STORE = 152;
    private static final int ARITHMETIC = 45;

    /** For each of the operations by which {@link Tiles#operations} counts what happens to a sum before it is stored. */
    private static final int FINISH = 200;

    private FirstCompiler() {}

    /**
     * Returns whether it can compile a kernel.
     *
     * @param loads vectors that are loaded
     * @param broadcasts vectors that are made of one number
     * @param arithmetic multiply-adds
     * @param sums results, which are finished and stored
     * @param operations vector operations for each of these: see {@link Tiles#operations}
     */
    public static boolean takes(int loads, int broadcasts, int arithmetic, int sums, double operations) {
        double ofSum = STORE + FINISH * (operations - Tiles.operations(false, 0));
        return LOAD * loads + BROADCAST * broadcasts + ARITHMETIC * arithmetic + ofSum * sums <= MOST;
    }
}
