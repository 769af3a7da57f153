package dev.pleat.cli;

import dev.pleat.formats.weights.NpyArray;
import dev.pleat.formats.weights.NpzReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a model's results with those of another program. */
@Command(
        name = "verify",
        description = "Runs a model on reference inputs and compares its outputs with the reference.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Inputs are the array x, or those with the names of inputs. All other arrays are references: by an output's name,"
                    + " else by position among the outputs. <output>_logits, or y_logits, is the value before a final"
                    + " softmax or sigmoid, which hide errors. Errors are relative to the reference's largest absolute"
                    + " value. It exits with 1 if one is above the tolerance, or if an array was left uncompared.",
            "",
            "Example: pleat verify model.h5 --reference io.npz --tolerance 1e-5"
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions options;

    @Option(
            names = {"-r", "--reference"},
            required = true,
            paramLabel = "FILE",
            description = "The .npz file of inputs and expected outputs.")
    private Path reference;

    @Option(
            names = {"-t", "--tolerance"},
            defaultValue = "3e-5",
            paramLabel = "NUMBER",
            description = "The largest relative error that is fine. Default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(
            names = "--ignore",
            paramLabel = "NAME",
            split = ",",
            description = "A reference array to leave uncompared.")
    private List<String> ignore = new ArrayList<>();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (!(tolerance >= 0)) {
            throw Failure.usage("--tolerance must be 0 or more, not " + tolerance);
        }
        PrintWriter err = spec.commandLine().getErr();
        Map<String, NpyArray> arrays = new NpzReader().arrays(reference);
        for (String name : ignore) {
            if (!arrays.containsKey(name)) {
                err.println("pleat: " + reference + " has no array '" + name + "' to ignore");
            }
        }
        Set<String> ignored = new LinkedHashSet<>(ignore);
        ignored.retainAll(arrays.keySet());
        Loader loader = Progress.during(err, "Reading", () -> Loader.of(options));
        Verification verification = new Verification(loader, arrays, reference.toString(), err);
        verification.run(ignored);
        loader.printNotes(err);
        if (verification.comparisons().isEmpty() && verification.uncompared().isEmpty()) {
            throw Failure.badFile(reference + " holds nothing to compare with: its arrays are " + arrays.keySet());
        }
        boolean passed = verification.passed(tolerance);
        if (json) {
            Json.print(spec.commandLine().getOut(), json(verification, ignored, passed));
        } else {
            print(verification, ignored, passed);
        }
        return passed ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private Map<String, Object> json(Verification verification, Set<String> ignored, boolean passed) {
        List<Object> comparisons = new ArrayList<>();
        for (Comparison each : verification.comparisons()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("array", each.array());
            entry.put("output", each.output());
            entry.put("maxAbsoluteError", each.absolute());
            entry.put("maxRelativeError", each.relative());
            entry.put("maxReference", each.largest());
            entry.put("worstSample", each.sample());
            entry.put("passed", each.within(tolerance));
            if (!each.note().isEmpty()) {
                entry.put("note", each.note());
            }
            comparisons.add(entry);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("model", options.model().toString());
        result.put("reference", reference.toString());
        result.put("samples", verification.samples());
        result.put("tolerance", tolerance);
        result.put("passed", passed);
        result.put("comparisons", comparisons);
        result.put("uncompared", verification.uncompared());
        result.put("ignored", List.copyOf(ignored));
        return result;
    }

    private void print(Verification verification, Set<String> ignored, boolean passed) {
        PrintWriter out = spec.commandLine().getOut();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        Table table = new Table("Reference", "Output", "> Max abs error", "> Relative", "> Max |reference|", "");
        for (Comparison each : verification.comparisons()) {
            table.row(
                    each.array(),
                    each.output(),
                    Numbers.error(each.absolute()),
                    Numbers.error(each.relative()),
                    Numbers.significant(each.largest()),
                    each.within(tolerance) ? "ok" : "above, worst in sample " + each.sample());
        }
        out.println(table);
        for (Comparison each : verification.comparisons()) {
            if (!each.note().isEmpty()) {
                out.println("note: " + each.array() + ": '" + each.output() + "' " + each.note());
            }
        }
        verification.uncompared().forEach((name, reason) -> out.println("uncompared: " + name + ": " + reason));
        ignored.forEach(name -> out.println("ignored: " + name));
        String verdict = passed ? "@|bold,green verified|@" : "@|bold,red not verified|@";
        out.println(ansi.string(verdict) + ": " + verification.samples() + " samples, tolerance "
                + Numbers.error(tolerance));
    }
}
