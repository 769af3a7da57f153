package dev.pleat.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code pleat} command. */
@Command(
        name = "pleat",
        description = {
            "Turns trained models into plain Java classes that run them.",
            "",
            "MODEL is a Keras .h5 or .keras file, a TensorFlow SavedModel folder or frozen .pb, an .onnx file, or a"
                    + " .java file with an annotated class, whose weights --weights names."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InspectCommand.class,
            GenerateCommand.class,
            RunCommand.class,
            VerifyCommand.class,
            ConvertCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        },
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:a verification failed: an error above the tolerance, or a reference left uncompared",
            "2:wrong arguments",
            "3:a model, weight file or array is missing, damaged, or not what it should be",
            "4:results cannot be written",
            "5:a defect of Pleat, or too little memory"
        },
        footer = {
            "",
            "Begin with one of:",
            "  pleat inspect model.h5",
            "  pleat generate model.h5 --class com.acme.Net -o src/main/java --resources src/main/resources",
            "",
            "Shell completion: source <(pleat completion)"
        })
public final class Pleat implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "With an error, also print where in Pleat it came from.")
    private boolean stacktrace;

    private Pleat() {}

    /**
     * Runs the command.
     *
     * @param arguments those of the shell
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = execute(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs the command with its output going to the given writers, and returns the exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine command = commandLine().setOut(out).setErr(err);
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError thrown) {
            return new Failures(command.getCommand()).report(thrown, command);
        }
    }

    /** Returns the command with all its subcommands. */
    static CommandLine commandLine() {
        Pleat pleat = new Pleat();
        CommandLine command = new CommandLine(pleat);
        Failures failures = new Failures(pleat);
        return command.setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.colours()))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setExecutionStrategy(new CommandLine.RunLast());
    }

    boolean stacktrace() {
        return stacktrace;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }
}
