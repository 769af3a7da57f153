package dev.pleat.cli;

import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Simd;
import dev.pleat.runtime.StepSpec;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast a model runs. */
@Command(
        name = "bench",
        description = "Measures a model: time of a prediction, operations a second, and where the time goes.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Inputs are random numbers. A multiply-add counts as two operations; the peak is that of fused multiply-adds,"
                    + " measured on this machine with as many threads. Times of steps are medians of predictions that are"
                    + " measured inside, by one caller.",
            "",
            "Example: pleat bench model.h5 --threads 4"
        })
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 1024;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions options;

    @Option(
            names = "--threads",
            defaultValue = "1",
            paramLabel = "N",
            description = "Callers at once that share the model. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--warmup",
            defaultValue = "5",
            paramLabel = "SECONDS",
            description =
                    "How long to predict before measuring: HotSpot compiles meanwhile. Default: ${DEFAULT-VALUE}.")
    private double warmup;

    @Option(
            names = "--seconds",
            defaultValue = "3",
            paramLabel = "SECONDS",
            description = "How long to measure. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** What was measured, besides the times: the peak in GFLOP/s of all threads, and of one. */
    private record Peaks(double all, double one) {}

    @Override
    public Integer call() throws Exception {
        if (threads < 1 || threads > MOST_THREADS) {
            throw Failure.usage("--threads must be from 1 to " + MOST_THREADS + ", not " + threads);
        }
        if (!(warmup >= 0) || !(seconds > 0) || warmup > 1e6 || seconds > 1e6) {
            throw Failure.usage("--warmup and --seconds must be positive numbers of seconds");
        }
        PrintWriter err = spec.commandLine().getErr();
        Loader loader = Progress.during(err, "Reading", () -> Loader.of(options));
        CompiledModel model = Progress.during(err, "Compiling", () -> loader.load(loader.compile(false)));
        loader.printNotes(err);
        Stopwatch stopwatch = new Stopwatch(model, threads);
        try (Progress progress = new Progress(err, "Warming up", (long) (warmup * 1000))) {
            stopwatch.run(warmup, progress);
        }
        Stopwatch.Result result;
        try (Progress progress = new Progress(err, "Measuring", (long) (seconds * 1000))) {
            result = stopwatch.run(seconds, progress);
        }
        double[] steps = Progress.during(err, "Measuring steps", () -> stopwatch.steps(Math.min(seconds, 2)));
        // Last, when HotSpot has compiled the model and has time for this.
        Peaks peaks = Progress.during(err, "Measuring the peak", () -> {
            double all = Peak.measure(threads);
            return new Peaks(all, threads == 1 ? all : Math.max(Peak.measure(), all / threads));
        });
        if (json) {
            Json.print(spec.commandLine().getOut(), json(model, result, steps, peaks));
        } else {
            print(model, result, steps, peaks);
        }
        return ExitCode.OK;
    }

    private static long multiplyAdds(CompiledModel model) {
        return model.steps().stream().mapToLong(StepSpec::multiplyAdds).sum();
    }

    /** Returns billions of operations a second, all callers together. */
    private double gflops(CompiledModel model, Stopwatch.Result result) {
        return threads == 1
                ? 2.0 * multiplyAdds(model) / result.median()
                : 2.0 * multiplyAdds(model) * result.perSecond() / 1e9;
    }

    private Map<String, Object> json(CompiledModel model, Stopwatch.Result result, double[] steps, Peaks peaks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", options.model().toString());
        json.put("threads", threads);
        json.put("vectors", Simd.AVAILABLE);
        json.put("lanes", Simd.LANES);
        json.put("predictions", result.predictions());
        json.put("predictionsPerSecond", result.perSecond());
        json.put("medianMicros", result.median() / 1000);
        json.put("p99Micros", result.p99() / 1000);
        json.put("multiplyAdds", multiplyAdds(model));
        json.put("gflops", gflops(model, result));
        json.put("peakGflops", peaks.all());
        json.put("percentOfPeak", 100 * gflops(model, result) / peaks.all());
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            StepSpec step = model.steps().get(i);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", step.name());
            entry.put("operation", step.operation());
            entry.put("medianMicros", steps[i] / 1000);
            entry.put("multiplyAdds", step.multiplyAdds());
            entry.put("gflops", 2.0 * step.multiplyAdds() / Math.max(1, steps[i]));
            entry.put("percentOfPeak", 100 * 2.0 * step.multiplyAdds() / Math.max(1, steps[i]) / peaks.one());
            entries.add(entry);
        }
        json.put("steps", entries);
        return json;
    }

    private void print(CompiledModel model, Stopwatch.Result result, double[] steps, Peaks peaks) {
        PrintWriter out = spec.commandLine().getOut();
        double gflops = gflops(model, result);
        out.printf(
                "%s us median, %s us p99, %s predictions a second by %d %s%n",
                Numbers.micros(result.median()),
                Numbers.micros(result.p99()),
                Numbers.whole(Math.round(result.perSecond())),
                threads,
                threads == 1 ? "caller" : "callers");
        out.printf(
                "%s GFLOP/s of %s multiply-adds, %s %% of the peak of %s GFLOP/s%s%n%n",
                Numbers.tenths(gflops),
                Numbers.whole(multiplyAdds(model)),
                Numbers.tenths(100 * gflops / peaks.all()),
                Numbers.tenths(peaks.all()),
                Simd.AVAILABLE ? "" : ", of scalar code: see pleat doctor");
        Table table = new Table("Step", "Computes", "> us", "> Share %", "> Multiply-adds", "> GFLOP/s", "> % of peak");
        double all = 0;
        for (double time : steps) {
            all += time;
        }
        for (int i = 0; i < steps.length; i++) {
            StepSpec step = model.steps().get(i);
            double speed = 2.0 * step.multiplyAdds() / Math.max(1, steps[i]);
            table.row(
                    step.name(),
                    step.operation(),
                    Numbers.micros(steps[i]),
                    Numbers.tenths(100 * steps[i] / Math.max(1, all)),
                    Numbers.whole(step.multiplyAdds()),
                    step.multiplyAdds() == 0 ? "" : Numbers.tenths(speed),
                    step.multiplyAdds() == 0 ? "" : Numbers.tenths(100 * speed / peaks.one()));
        }
        out.println(table);
    }
}
