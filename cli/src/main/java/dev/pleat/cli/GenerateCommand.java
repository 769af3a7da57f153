package dev.pleat.cli;

import dev.pleat.formats.SourceFiles;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a model as source. */
@Command(
        name = "generate",
        description = "Writes a model as an annotated class, to be compiled like one written by hand, and its weights.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "For com.acme.Net it writes com/acme/Net.java and com/acme/Net.safetensors, both or none. NetModel.load() finds"
                    + " the weights if the folder is on the class path. Files that Pleat did not write, or that were edited"
                    + " since, are kept.",
            "",
            "Example: pleat generate model.h5 --class com.acme.Net -o src/main/java --resources src/main/resources"
        })
final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions options;

    @Option(names = "--class", required = true, paramLabel = "CLASS", description = "The qualified name of the class.")
    private String className;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The root of the sources, src/main/java for example.")
    private Path output;

    @Option(
            names = "--resources",
            paramLabel = "DIR",
            description = "The root of the resources, where the weights go; by default that of the sources.")
    private Path resources;

    @Option(names = "--force", description = "Overwrite files that Pleat did not write, or that were edited since.")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        if (!SourceVersion.isName(className, SourceVersion.RELEASE_17)) {
            throw Failure.usage("'" + className + "' is no name of a Java class");
        }
        Loader loader = Progress.during(spec.commandLine().getErr(), "Reading", () -> Loader.of(options));
        SourceModel model = loader.origin()
                .read()
                .orElseThrow(() -> Failure.usage(options.model() + " is source already\n  fix: pleat convert WEIGHTS"
                        + " --for " + options.model().getFileName() + " -o FILE writes weights for it"));
        // What does not compile is not written; a defect of a reader must not become the user's.
        Progress.during(spec.commandLine().getErr(), "Checking", () -> loader.load(loader.compile(false)));
        SourceFiles files = SourceFiles.of(className, output, resources == null ? output : resources);
        write(files, model);
        tell(files, model);
        return ExitCode.OK;
    }

    private void write(SourceFiles files, SourceModel model) throws FileAlreadyExistsException {
        try {
            files.write(model, className, force);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            throw new Failure(ExitCode.NOT_WRITTEN, "cannot write " + files.source() + ": " + e, e);
        }
    }

    private void tell(SourceFiles files, SourceModel model) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s  %d layers%n", files.source(), model.layers().size());
        out.printf("%s  %,d bytes%n", files.weights(), Files.size(files.weights()));
        model.notes().forEach(note -> out.println("note: " + Printable.of(note)));
        String simple = className.substring(className.lastIndexOf('.') + 1);
        out.println("Compiled with Pleat's processor it becomes " + simple + "Model: " + simple + "Model.load()"
                + (model.outputs().size() == 1 ? ".predict(...)" : ", predict(...)"));
    }
}
