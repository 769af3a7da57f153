package dev.pleat.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.reference.RandomSources;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in for vector kernels computes the same, bit for bit, and makes way for them. */
final class StandInsTest {
    private static final String PACKAGE = "standins";

    /** Every way to compute, over sizes that are no multiples of tiles, vectors and panels. */
    private static final String ALL = """
            package standins;

            import dev.pleat.*;

            @Model
            public record All(
                @Input({19, 17, 18}) Layer x,
                @Conv2D(filters = 26, kernelSize = 3, padding = Padding.SAME, activation = ActivationFunction.RELU) Layer winograd,
                @Conv2D(filters = 26, kernelSize = 3, padding = Padding.SAME) Layer again,
                @Add({"winograd", "again"}) Layer sum,
                @Activation(ActivationFunction.RELU6) Layer relu,
                @DepthwiseConv2D(kernelSize = 3, activation = ActivationFunction.HARD_SWISH) Layer depthwise,
                @Conv2D(filters = 520, kernelSize = 1, activation = ActivationFunction.RELU) Layer wide,
                @BatchNormalization Layer norm,
                @Conv2D(filters = 35, kernelSize = 1, activation = ActivationFunction.RELU) Layer pieces,
                @MaxPooling2D(2) Layer pool,
                @Conv2D(filters = 12, kernelSize = 3, strides = 2, activation = ActivationFunction.HARD_SIGMOID) Layer small,
                @BatchNormalization Layer scaled,
                @Conv2DTranspose(filters = 9, kernelSize = 3, strides = 2) Layer transposed,
                @GlobalAveragePooling2D Layer mean,
                @Dense(units = 21) Layer turns,
                @Dense(units = 5) @Output Layer few,
                @From("small") @Conv2D(filters = 3, kernelSize = 3, padding = Padding.SAME) @Output Layer dots) {}
            """;

    private static final String SMALL = """
            package standins;

            import dev.pleat.*;

            @Model
            public record Small(
                @Input({12, 12, 16}) Layer x,
                @Conv2D(filters = 16, kernelSize = 3, padding = Padding.SAME, activation = ActivationFunction.RELU) Layer conv,
                @MaxPooling2D(2) Layer pool,
                @Flatten Layer flat,
                @Dense(units = 10) Layer y) {}
            """;

    @TempDir
    static Path folder;

    private static Build.Result built;
    private static final List<String> MODELS = new ArrayList<>();

    @BeforeAll
    static void build() {
        Map<String, String> sources = new TreeMap<>(RandomSources.of(PACKAGE, 60));
        sources.put(PACKAGE + ".All", ALL);
        built = Build.in(folder)
                .sources(sources)
                .source(PACKAGE + ".Small", SMALL)
                .run()
                .orFail();
        sources.keySet().forEach(name -> MODELS.add(name + "Model"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:UseAVX=3", "-XX:UseAVX=2", "-XX:UseAVX=0"})
    void computeTheSameBits(String instructions) throws Exception {
        List<String> kernels = run("off", instructions, "bits", MODELS);
        List<String> standIns = run("never", instructions, "bits", MODELS);

        assertThat(kernels).hasSizeGreaterThan(2 * MODELS.size());
        assertThat(standIns).isEqualTo(kernels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"background", "load"})
    void makeWay(String mode) throws Exception {
        List<String> lines = run(mode, "-XX:UseAVX=3", "warm", List.of(PACKAGE + ".SmallModel"));

        assertThat(lines).hasSize(6);
        assertThat(lines.subList(2, 4)).isEqualTo(lines.subList(0, 2));
        assertThat(lines.subList(4, 6)).containsExactly("allocated 0", "threads 0");
    }

    @Test
    void areNotThereWithoutTheVectorModule() throws Exception {
        List<String> command = command("background", "-XX:UseAVX=3", "warm", List.of(PACKAGE + ".SmallModel"));
        command.removeAll(List.of("--add-modules", Build.VECTOR_MODULE));

        assertThat(run(command)).hasSize(6).endsWith("allocated 0", "threads 0");
    }

    @Test
    void aWrongPropertyIsToldAndIgnored() throws Exception {
        List<String> command = command("soon", "-XX:UseAVX=3", "bits", List.of(PACKAGE + ".SmallModel"));
        command.add(1, "-Djava.util.logging.SimpleFormatter.format=%5$s%n");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("-Dpleat.warmup=soon is none of background, load, off and never: background it is");
        assertThat(process.waitFor()).isZero();
    }

    private static List<String> command(String mode, String instructions, String what, List<String> models) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", instructions, "-Dpleat.warmup=" + mode));
        command.addAll(List.of("--add-modules", Build.VECTOR_MODULE));
        command.addAll(List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + built.output()));
        command.addAll(List.of(PredictionBits.class.getName(), what));
        command.addAll(models);
        return command;
    }

    private static List<String> run(String mode, String instructions, String what, List<String> models)
            throws IOException, InterruptedException {
        return run(command(mode, instructions, what, models));
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
