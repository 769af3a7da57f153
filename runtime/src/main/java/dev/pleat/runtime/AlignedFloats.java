package dev.pleat.runtime;

/**
 * Arrays whose elements 12, 28, 44 and so on begin a cache line, as far as a Java program can have that: vectors that
 * straddle lines are loaded and stored in two steps.
 *
 * <p>HotSpot aligns objects to 8 bytes only, but G1, which it uses on all but small machines, gives an array of more than
 * half a heap region regions of its own and never moves it. So arrays that are not much smaller are made so large. Where
 * that costs too much or another collector runs, all is the same, but for the time it takes.
 */
public final class AlignedFloats {

    /** Smaller arrays are not worth it, in floats. */
    private static final int FEWEST = (16 << 10) / Float.BYTES;

    /** What an array is made as large as, at most, in floats: that is for heaps of up to 8 GB. */
    private static final long MOST = (2 << 20) / Float.BYTES;

    /** Of a smaller heap, which has another collector on most machines, nothing is wasted. */
    private static final long SMALLEST_HEAP = 256L << 20;

    // G1 aims at 2,048 regions, whose size is a power of two: HotSpot, g1HeapRegion.cpp.
    private static final int REGIONS = 2048;
    private static final long SMALLEST_REGION = 1 << 20;
    private static final long LARGEST_REGION = 32 << 20;

    private AlignedFloats() {}

    /**
     * Returns a new array of zeros.
     *
     * @param size how many floats it has at least
     * @return the array, of {@code size} floats or, if less than 2 MB would not be aligned, up to 2 MB
     */
    public static float[] allocate(int size) {
        Runtime runtime = Runtime.getRuntime();
        // With one processor, HotSpot uses another collector.
        return new float[runtime.availableProcessors() == 1 ? size : length(size, runtime.maxMemory())];
    }

    /**
     * Returns the length of the array to allocate.
     *
     * @param heap the size that the heap can have, in bytes
     */
    static int length(int size, long heap) {
        long alone = regionSize(heap) / 2 / Float.BYTES;
        boolean pays = size >= FEWEST && size < alone && alone <= MOST && heap >= SMALLEST_HEAP;
        return pays ? (int) alone : size;
    }

    /** Returns the size of G1's regions, in bytes. */
    private static long regionSize(long heap) {
        long size = SMALLEST_REGION;
        while (size < LARGEST_REGION && size * REGIONS < heap) {
            size *= 2;
        }
        return size;
    }
}
