package dev.pleat.cli;

import dev.pleat.cli.report.HtmlReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what is in a model and what becomes of it. */
@Command(
        name = "inspect",
        description =
                "Shows a model's layers, what folds where and what does not and why, and what a prediction takes.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "--html writes one page without links to the network: the graph before and after folding, every step, the"
                    + " scratch memory as a picture, and every decision explained.",
            "",
            "Example: pleat inspect model.onnx --html report.html"
        })
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions options;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a report of the compilation as a web page.")
    private Path html;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Loader loader = Progress.during(err, "Reading", () -> Loader.of(options));
        Compiled compiled = Progress.during(err, "Compiling", () -> loader.compile(false));
        Inspection inspection = new Inspection(loader.origin(), compiled.explanation());
        if (html != null) {
            write(loader.origin(), compiled);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, inspection.json());
        } else {
            new InspectionText(inspection, spec.commandLine().getColorScheme().ansi()).print(out);
            if (html != null) {
                out.println();
                out.println("report written to " + html);
            }
        }
        return ExitCode.OK;
    }

    private void write(Origin origin, Compiled compiled) {
        try {
            HtmlReport.write(compiled.explanation(), origin.read().orElse(null), html);
        } catch (IOException e) {
            throw new Failure(ExitCode.NOT_WRITTEN, "cannot write " + html + ": " + e, e);
        }
    }
}
