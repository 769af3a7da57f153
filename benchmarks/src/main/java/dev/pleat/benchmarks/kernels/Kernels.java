package dev.pleat.benchmarks.kernels;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
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
import org.openjdk.jmh.annotations.Warmup;

/** Single layers, each in JVMs of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Kernels {
    private final Map<String, float[]> inputs = new HashMap<>();
    private final Map<String, float[]> outputs = new HashMap<>();
    private dev.pleat.runtime.CompiledModel model;

    /** The model of one layer. */
    @Param({
        "ConvStem",
        "Conv56x64",
        "Conv28x128",
        "Conv14x256",
        "Conv7x512",
        "Conv32x16",
        "Conv20x26",
        "Pointwise112x32",
        "Pointwise14x512",
        "Pointwise14x172",
        "Depthwise112x32",
        "Depthwise56x128Stride2",
        "Depthwise14x512",
        "Dense784x128",
        "Dense2048x1000",
        "MaxPool112x64",
        "MeanPool7x2048",
        "Softmax1000"
    })
    public String kernel;

    /** Loads the model with random weights, and fills its input. */
    @Setup
    public void load() {
        SplittableRandom random = new SplittableRandom(1);
        model = OneLayer.load(kernel, random);
        model.inputs().forEach(input -> inputs.put(input.name(), OneLayer.numbers(input.size(), random)));
        model.outputs().forEach(output -> outputs.put(output.name(), new float[output.size()]));
    }

    /** Predicts. */
    @Benchmark
    public void predict() {
        model.predict(inputs, outputs);
    }
}
