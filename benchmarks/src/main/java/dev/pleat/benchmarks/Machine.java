package dev.pleat.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one core of this machine can do at most, measured.
 *
 * @param gflops fused multiply-adds of float32, in GFLOP/s
 * @param gigabytes GB/s by the bytes that are read again and again, up to those the speed holds
 */
record Machine(double gflops, NavigableMap<Long, Double> gigabytes) {
    private static final int KIB = 1 << 10;
    private static final int MIB = 1 << 20;

    /** {@return this machine, measured in about two seconds} */
    static Machine measure() {
        // Sizes that fill three quarters of usual caches: 32 or 48 KiB, 1 or 2 MiB, and what lies behind.
        int[] sizes = {24 * KIB, 512 * KIB, 4 * MIB, 16 * MIB, 256 * MIB};
        NavigableMap<Long, Double> gigabytes = new TreeMap<>();
        Bandwidth bandwidth = new Bandwidth();
        bandwidth.measure(sizes[0]);
        for (int size : sizes) {
            gigabytes.put((long) size, bandwidth.measure(size));
        }
        FmaPeak.measure();
        return new Machine(FmaPeak.measure(), gigabytes);
    }

    /**
     * Returns the better of two measurements in each figure: what one core can do at most is seen only where nobody
     * disturbs it.
     */
    Machine or(Machine other) {
        NavigableMap<Long, Double> best = new TreeMap<>(gigabytes);
        other.gigabytes.forEach((size, speed) -> best.merge(size, speed, Math::max));
        return new Machine(Math.max(gflops, other.gflops), best);
    }

    /** {@return the GB/s for data of so many bytes, which are read once in each prediction} */
    double gigabytes(long bytes) {
        Map.Entry<Long, Double> level = gigabytes.ceilingEntry(bytes);
        return (level == null ? gigabytes.lastEntry() : level).getValue();
    }

    /** {@return the name of the processor and the number of its threads} */
    static String processor() {
        String name = "unknown processor";
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            name = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(name);
        } catch (IOException e) {
            // Not Linux: the architecture has to do.
            name = System.getProperty("os.arch");
        }
        return name + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    }

    @Override
    public String toString() {
        String reads = gigabytes.entrySet().stream()
                .map(level -> "%s %s GB/s".formatted(size(level.getKey()), Table.text(level.getValue())))
                .collect(Collectors.joining(", "));
        return "%s GFLOP/s (FMA peak), reading of %s".formatted(Table.text(gflops), reads);
    }

    private static String size(long bytes) {
        return bytes < MIB ? bytes / KIB + " KiB" : bytes / MIB + " MiB";
    }
}
