package dev.pleat.cli;

import dev.pleat.runtime.Simd;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.ToolProvider;

/**
 * What this process has of what fast predictions need.
 *
 * @param facts what was found, by name
 * @param fixes what to change, a sentence each; nothing where all is well
 */
record Diagnosis(Map<String, Object> facts, List<String> fixes) {
    private static final String MODULE = "jdk.incubator.vector";

    /** Vectors of four lanes would be four times as fast; below half of that something is wrong. */
    private static final double ALIVE = 2;

    static Diagnosis measure() {
        Diagnosis diagnosis = new Diagnosis(new LinkedHashMap<>(), new ArrayList<>());
        diagnosis.java();
        diagnosis.vectors();
        diagnosis.speed();
        return diagnosis;
    }

    private void java() {
        facts.put("java", System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"));
        facts.put("javaHome", System.getProperty("java.home"));
        facts.put("vm", System.getProperty("java.vm.name") + ", " + System.getProperty("java.vm.info"));
        facts.put("architecture", System.getProperty("os.arch") + ", " + System.getProperty("os.name"));
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        boolean compiler = ToolProvider.getSystemJavaCompiler() != null;
        facts.put("compiler", compiler);
        if (!compiler) {
            fixes.add("this Java has no compiler, which all commands with a MODEL need: use a JDK, not a JRE");
        }
        String mode = String.valueOf(System.getProperty("java.vm.info"));
        if (mode.contains("interpreted")) {
            fixes.add("this JVM interprets everything: remove -Xint");
        }
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.matches("-XX:TieredStopAtLevel=[0-3]|-XX:-UseCompiler|-Xcomp.*|-XX:-EnableVectorSupport")) {
                fixes.add("vector code is not compiled well with " + argument + ": remove it");
            }
        }
    }

    private void vectors() {
        boolean present = ModuleLayer.boot().findModule(MODULE).isPresent();
        facts.put("vectorModule", present);
        facts.put("vectorsUsed", Simd.AVAILABLE);
        facts.put("lanes", Simd.LANES);
        facts.put("registers", Simd.AVAILABLE ? Simd.REGISTERS : 0);
        facts.put("fma", Simd.FMA);
        facts.put("species", Simd.AVAILABLE ? "float, " + 32 * Simd.LANES + " bits" : "none");
        if (!present) {
            fixes.add("the vector module is absent, so that scalar code runs: java --add-modules " + MODULE
                    + ", or JDK_JAVA_OPTIONS=\"--add-modules " + MODULE + "\"");
        } else if ("scalar".equals(System.getProperty("pleat.simd"))) {
            fixes.add("-Dpleat.simd=scalar asks for scalar code: remove it");
        } else if (!Simd.AVAILABLE) {
            fixes.add(
                    "this JVM has no vectors of four floats or more: remove -XX:UseAVX and -XX:UseSSE, and see that it"
                            + " is HotSpot with C2, or GraalVM");
        }
        narrow();
    }

    /** Tells if the processor has wider vectors than the JVM uses. */
    private void narrow() {
        String flags = processorFlags();
        if (!Simd.AVAILABLE || flags.isEmpty()) {
            return;
        }
        if (Simd.LANES < 16 && flags.contains(" avx512f ") && flags.contains(" avx512dq ")) {
            fixes.add("the processor has AVX-512, of which the JVM uses " + 32 * Simd.LANES
                    + " bits: try -XX:UseAVX=3, unless the JVM avoids it on this model because it slows the clock");
        } else if (Simd.LANES < 8 && flags.contains(" avx2 ")) {
            fixes.add("the processor has AVX2, which the JVM does not use: remove -XX:UseAVX=0 or 1");
        }
    }

    private static String processorFlags() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line ->
                            " " + line.substring(line.indexOf(':') + 1).strip().toLowerCase(Locale.ROOT) + " ")
                    .orElse("");
        } catch (IOException e) {
            return ""; // not Linux
        }
    }

    private void speed() {
        double scalar = Peak.scalar();
        facts.put("scalarPeakGflops", scalar);
        if (!Simd.AVAILABLE) {
            facts.put("vectorPeakGflops", 0.0);
            facts.put("intrinsicsAlive", false);
            return;
        }
        double vector = Peak.measure();
        boolean alive = vector > ALIVE * scalar;
        facts.put("vectorPeakGflops", vector);
        facts.put("intrinsicsAlive", alive);
        if (!alive) {
            fixes.add(String.format(
                    Locale.ROOT,
                    "vector code runs at %.1f times the speed of scalar code: the JVM does not turn it into instructions;"
                            + " use HotSpot with C2 without options that turn compilers off, or another JDK",
                    vector / scalar));
        }
    }
}
