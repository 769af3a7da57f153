package dev.pleat.benchmarks.kernels;

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

/** Dense layers of several samples, each in JVMs of its own; times are those of a whole batch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Batches {

    /** Predicts a batch. */
    private interface Many {
        /** Predicts {@code samples} samples, one behind the other in each array. */
        void predict(int samples, float[] x, float[] y);
    }

    private float[] x = {};
    private float[] y = {};
    private Many many = (samples, from, to) -> {};

    /** The model of one layer. */
    @Param({"Dense784x128", "Dense2048x1000"})
    public String kernel;

    /** Samples in the batch. */
    @Param({"1", "4", "32"})
    public int samples;

    /** Loads the model with random weights, and fills its inputs. */
    @Setup
    public void load() {
        SplittableRandom random = new SplittableRandom(1);
        var model = OneLayer.load(kernel, random);
        x = OneLayer.numbers(samples * model.inputs().get(0).size(), random);
        y = new float[samples * model.outputs().get(0).size()];
        many = model instanceof Dense784x128Model dense
                ? dense::predictBatch
                : ((Dense2048x1000Model) model)::predictBatch;
    }

    /** Predicts. */
    @Benchmark
    public void predict() {
        many.predict(samples, x, y);
    }
}
