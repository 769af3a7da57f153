package dev.pleat.benchmarks.pleat;

import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole models, each in JVMs of its own. Large ones need a longer warm-up: {@code -wi 10 -w 10}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class Models {
    private Path folder;
    private Session session;

    /** The network, by the name in the zoo. */
    @Param({
        "DigitsMlp",
        "DigitsCnn",
        "Autoencoder",
        "KeywordSpotting",
        "VisualWakeWords",
        "ResNet8",
        "MobileNetV1",
        "MobileNetV2",
        "ResNet18",
        "ResNet50",
        "Vgg16"
    })
    public String model;

    /**
     * Loads the model with the weights that all engines get.
     *
     * @throws Exception if its file cannot be written
     */
    @Setup
    public void load() throws Exception {
        folder = Files.createTempDirectory("pleat-jmh");
        session = new Pleat().open(Task.of(model, 1, 1, folder));
    }

    /**
     * Deletes the model's file.
     *
     * @throws Exception if it cannot be deleted
     */
    @TearDown
    public void delete() throws Exception {
        session.close();
        Files.delete(folder.resolve(model + ".safetensors"));
        Files.delete(folder);
    }

    /**
     * Predicts.
     *
     * @throws Exception never
     */
    @Benchmark
    public void predict() throws Exception {
        session.predict();
    }
}
