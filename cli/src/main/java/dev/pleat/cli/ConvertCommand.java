package dev.pleat.cli;

import dev.pleat.formats.FileKind;
import dev.pleat.formats.WeightFiles;
import dev.pleat.formats.weights.NamedWeights;
import dev.pleat.runtime.Safetensors;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns any weight file into safetensors. */
@Command(
        name = "convert",
        description = "Writes the tensors of any weight or model file as safetensors, or lists them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Tensors keep the names and layouts of the file; those of an ONNX or TensorFlow graph get the names and layouts"
                    + " of the class that pleat generate writes. Values become float32.",
            "",
            "Examples: pleat convert model.ckpt-12000 --list",
            "          pleat convert model.ckpt-12000 --for src/main/java/com/acme/Net.java -o Net.safetensors"
        })
final class ConvertCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "WEIGHTS",
            description = "A checkpoint by its prefix or .index, .pth or .pt, .npz, .npy, .safetensors, Keras .h5 or"
                    + " .keras, or a model file.")
    private Path weights;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The .safetensors file to write.")
    private Path output;

    @Option(
            names = "--for",
            paramLabel = "MODEL",
            description = "A .java file with an annotated class: write its weights alone, with its names and layouts.")
    private Path model;

    @Mixin
    private NamingOptions naming;

    @Option(names = "--list", description = "List the tensors: names, shapes, ranges.")
    private boolean list;

    @Override
    public Integer call() throws Exception {
        if (output == null && !list) {
            throw Failure.usage("nothing to do\n  fix: -o FILE writes the tensors, --list lists them");
        }
        if (FileKind.of(weights) == FileKind.JAVA) {
            throw Failure.usage(weights + " is source, which holds no weights");
        }
        if (model == null && naming.given()) {
            throw Failure.usage("--naming and --map say how a class finds its weights\n  fix: name it, --for Net.java");
        }
        Map<String, Tensor> tensors = Progress.during(spec.commandLine().getErr(), "Reading", this::read);
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            list(out, tensors);
        }
        if (output != null) {
            write(tensors);
            out.println(tensors.size() + " tensors written to " + output);
        }
        return ExitCode.OK;
    }

    private Map<String, Tensor> read() throws IOException {
        if (model == null) {
            return WeightFiles.read(weights);
        }
        Origin origin = Origins.source(model);
        Compiled compiled = Compiled.of(origin, null, false);
        NamedWeights found = naming.find(weights, compiled.weights(), false);
        compiled.load(weights.toString(), found.tensors());
        PrintWriter err = spec.commandLine().getErr();
        found.notes().forEach(note -> err.println("pleat: " + Printable.of(note)));
        found.unused().forEach(name -> err.println("pleat: not used: " + Printable.of(name)));
        return found.tensors();
    }

    private void write(Map<String, Tensor> tensors) {
        try {
            Safetensors.write(output, new LinkedHashMap<>(tensors));
        } catch (IOException e) {
            throw new Failure(ExitCode.NOT_WRITTEN, "cannot write " + output + ": " + e, e);
        }
    }

    private static void list(PrintWriter out, Map<String, Tensor> tensors) {
        Table table = new Table("Tensor", "Shape", "> Values", "> Least", "> Mean", "> Largest");
        long all = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            float[] values = entry.getValue().values();
            double sum = 0;
            float least = Float.POSITIVE_INFINITY;
            float largest = Float.NEGATIVE_INFINITY;
            for (float value : values) {
                sum += value;
                least = Math.min(least, value);
                largest = Math.max(largest, value);
            }
            all += values.length;
            boolean some = values.length > 0;
            table.row(
                    Printable.of(entry.getKey()),
                    entry.getValue().shape().toString(),
                    Numbers.whole(values.length),
                    some ? Numbers.significant(least) : "",
                    some ? Numbers.significant(sum / values.length) : "",
                    some ? Numbers.significant(largest) : "");
        }
        out.println(table);
        out.println(tensors.size() + " tensors, " + Numbers.whole(all) + " values");
    }
}
