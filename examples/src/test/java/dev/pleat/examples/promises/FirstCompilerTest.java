package dev.pleat.examples.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.runtime.Simd;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Checks that HotSpot's first compiler takes every kernel, as a method and in the middle of a loop. It gives up on what is too
 * long; if it has compiled a kernel without profile before, that kernel stays slow, and allocates, for ever.
 */
final class FirstCompilerTest {

    private static final int PREDICTIONS = 3;

    /** The first compiler alone, which takes methods at their second call, and loops at some rounds. */
    private static final List<String> FIRST_COMPILER = List.of(
            "-XX:TieredStopAtLevel=3",
            "-XX:Tier3InvocationThreshold=2",
            "-XX:Tier3MinInvocationThreshold=1",
            "-XX:Tier3CompileThreshold=2",
            "-XX:Tier3BackEdgeThreshold=60",
            "-XX:Tier0InvokeNotifyFreqLog=1",
            "-XX:Tier0BackedgeNotifyFreqLog=5",
            "-XX:-BackgroundCompilation",
            "-XX:+PrintCompilation",
            "-Dpleat.warmup=off");

    @Test
    void takesEveryKernel() throws IOException, InterruptedException {
        assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(), "there are no vectors");

        List<String> lines = run(FIRST_COMPILER);

        assertThat(lines)
                .as("kernels compiled")
                .anyMatch(line -> line.contains("DigitsMlpModel$"))
                .anyMatch(line -> line.contains(" % ") && line.contains("Tile @ "));
        assertThat(lines)
                .as("kernels that are too long")
                .filteredOn(line -> line.contains("dev.pleat") && !isKnown(line))
                .noneMatch(line -> line.contains("COMPILE SKIPPED"));
    }

    /** Returns whether it is a strip without FMA, where each tap takes two operations (ADR 8, point 4). */
    private static boolean isKnown(String line) {
        return !Simd.FMA && line.contains("Strip @ ");
    }

    private static List<String> run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ofThisProcess());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Predictions.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as("exit of a process that said:%n%s", text)
                    .isZero();
            return text.lines().toList();
        } finally {
            process.destroy();
        }
    }

    /** Returns the options that choose the vectors of this process. */
    private static List<String> ofThisProcess() {
        List<String> options = new ArrayList<>();
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (option.startsWith("--add-modules") || option.startsWith("-XX:")) {
                options.add(option);
            }
        }
        return options;
    }

    /** What the other process does: a few predictions of each model. */
    static final class Predictions {

        private Predictions() {}

        /** Predicts. */
        public static void main(String[] args) {
            Subject.all().forEach(subject -> {
                Map<String, float[]> inputs = subject.inputs(1);
                for (int i = 0; i < PREDICTIONS; i++) {
                    subject.model().predict(inputs, subject.newOutputs());
                }
            });
        }
    }
}
