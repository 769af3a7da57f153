package dev.pleat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Help, usage, completion, and that the reference in the docs is what the command says of itself. */
final class HelpTest {
    private static final Path REFERENCE = Path.of("..", "docs", "cli.md");

    static Iterable<String> commands() {
        return Pleat.commandLine().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(String command) {
        Result result = Shell.pleat(command, "--help");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("Usage: pleat " + command).contains("--help", "--stacktrace");
        String[] footer = Pleat.commandLine()
                .getSubcommands()
                .get(command)
                .getCommandSpec()
                .usageMessage()
                .footer();
        assertThat(footer).hasSizeGreaterThan(1);
    }

    @Test
    void tellsCommandsAndExitCodes() {
        Result result = Shell.pleat("--help");
        assertThat(result.code()).isZero();
        for (String command : commands()) {
            assertThat(result.out()).containsPattern("(?m)^  " + command + " ");
        }
        assertThat(result.out()).contains("Exit codes:").containsPattern("1 +a verification failed");
        assertThat(Shell.pleat("--version").out()).startsWith("pleat ");
    }

    @Test
    void wrongArgumentsAreExplained() {
        assertThat(Shell.pleat().code()).isEqualTo(ExitCode.USAGE);
        Result misspelt = Shell.pleat("inspct", "x");
        assertThat(misspelt.code()).isEqualTo(ExitCode.USAGE);
        assertThat(misspelt.err()).contains("inspct").contains("Did you mean: pleat inspect");
        Result missing = Shell.pleat("run", "model.h5", "--input", "in.npz");
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err())
                .contains("Missing required option: '--output=FILE'")
                .contains("Usage: pleat run");
        assertThat(Shell.pleat("verify", "m.h5", "-r", "io.npz", "-t", "small").code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void stackTracesAreForThoseWhoAsk() {
        assertThat(Shell.pleat("inspect", "absent.h5").err()).isEqualTo("pleat: there is no file absent.h5\n");
        assertThat(Shell.pleat("inspect", "absent.h5", "--stacktrace").err()).contains("\tat dev.pleat");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        String script = Shell.pleat("completion").out();
        assertThat(script)
                .startsWith("#!/usr/bin/env bash")
                .contains("inspect", "--raise-epsilon", "--tolerance", "TORCH");
    }

    /** With -Dpleat.docs.update=true it writes the reference instead. */
    @Test
    void theReferenceIsUpToDate() throws IOException {
        String expected = reference();
        if (Boolean.getBoolean("pleat.docs.update")) {
            Files.writeString(REFERENCE, expected);
        }
        assertThat(REFERENCE).hasContent(expected);
    }

    private static String reference() {
        StringBuilder text = new StringBuilder("""
                # The `pleat` command

                What follows is what `pleat --help` and `pleat COMMAND --help` print. `./pleat` at the root of the project builds the command when it must;
                `java --add-modules jdk.incubator.vector -jar cli/target/pleat.jar` is the same without a shell.

                """);
        append(text, "pleat", Pleat.commandLine());
        Pleat.commandLine().getSubcommands().forEach((name, command) -> append(text, "pleat " + name, command));
        return text.toString().stripTrailing() + "\n";
    }

    private static void append(StringBuilder text, String name, CommandLine command) {
        String usage = command.setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .getUsageMessage()
                .replace("\r\n", "\n");
        text.append("## ")
                .append(name)
                .append("\n\n```\n")
                .append(usage.stripTrailing())
                .append("\n```\n\n");
    }
}
