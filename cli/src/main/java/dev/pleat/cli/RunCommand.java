package dev.pleat.cli;

import dev.pleat.formats.weights.NpyArray;
import dev.pleat.formats.weights.NpzReader;
import dev.pleat.formats.weights.NpzWriter;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.TensorSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a model on arrays of a file. */
@Command(
        name = "run",
        description = "Compiles a model in memory and runs it on the arrays of a NumPy file.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Arrays are matched to inputs by name, else by position; the first axis counts samples. A single sample may be"
                    + " without that axis: so are its results then. Results are float32, called as the outputs.",
            "",
            "Example: pleat run model.onnx --input in.npz --output out.npz"
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions options;

    @Option(
            names = {"-i", "--input"},
            required = true,
            paramLabel = "FILE",
            description = "The inputs: .npz, or .npy for a model of one input.")
    private Path input;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The .npz file to write.")
    private Path output;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Loader loader = Progress.during(err, "Reading", () -> Loader.of(options));
        CompiledModel model = Progress.during(err, "Compiling", () -> loader.load(loader.compile(false)));
        loader.printNotes(err);
        Map<String, NpyArray> arrays = new NpzReader().arrays(input);
        List<Ports> inputs = model.inputs().stream()
                .map(port -> Ports.of(port, loader.origin()))
                .toList();
        Feed feed = Feed.of(
                input.toString(),
                arrays,
                inputs,
                Feed.BY_POSITION,
                loader.origin().batched());
        Predictions predictions;
        try (Progress progress = new Progress(err, "Running", feed.batch().samples())) {
            predictions = Predictions.of(model, feed, progress);
        }
        write(model, loader.origin(), feed.batch(), predictions);
        return ExitCode.OK;
    }

    /** Writes the outputs under the names that they have in the model's file. */
    private void write(CompiledModel model, Origin origin, Batch batch, Predictions predictions) {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, NpyArray> results = new LinkedHashMap<>();
        for (TensorSpec port : model.outputs()) {
            int[] shape = IntStream.concat(
                            batch.counted() ? IntStream.of(batch.samples()) : IntStream.empty(),
                            port.shape().stream().mapToInt(dim -> dim))
                    .toArray();
            String name = Ports.of(port, origin).nameInFile();
            NpyArray values = NpyArray.of(predictions.outputs().get(port.name()), shape);
            results.put(results.containsKey(name) ? port.name() : name, values);
        }
        try {
            NpzWriter.write(output, results);
        } catch (IOException e) {
            throw new Failure(ExitCode.NOT_WRITTEN, "cannot write " + output + ": " + e, e);
        }
        results.forEach((name, array) -> out.println(name + " " + array.shape()));
        out.println("written to " + output);
    }
}
