package dev.pleat.cli;

import dev.pleat.formats.FormatException;
import dev.pleat.runtime.WeightsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a message and an exit code; stack traces are for those who ask. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Pleat pleat;

    Failures(Pleat pleat) {
        this.pleat = pleat;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult arguments) {
        return report(thrown, command);
    }

    /** Prints what went wrong and returns the exit code. */
    int report(Throwable thrown, CommandLine command) {
        Failure failure = failure(thrown instanceof UncheckedIOException unchecked ? unchecked.getCause() : thrown);
        print(command, failure.getMessage());
        if (pleat.stacktrace()) {
            thrown.printStackTrace(command.getErr());
        }
        return failure.code();
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        print(command, wrong.getMessage());
        PrintWriter err = command.getErr();
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            command.usage(err, command.getColorScheme());
        }
        return ExitCode.USAGE;
    }

    private static void print(CommandLine command, String message) {
        String text = Printable.of(message.replace("\r\n", "\n"));
        command.getErr()
                .println(command.getColorScheme().ansi().string("@|bold,red pleat:|@ ") + text.replace("\n", "\n  "));
        command.getErr().flush();
    }

    private static Failure failure(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            return failure;
        }
        if (thrown instanceof FormatException || thrown instanceof WeightsException) {
            return new Failure(ExitCode.BAD_FILE, thrown.getMessage(), thrown);
        }
        if (thrown instanceof NoSuchFileException missing) {
            return new Failure(ExitCode.BAD_FILE, "there is no file " + missing.getFile(), thrown);
        }
        if (thrown instanceof AccessDeniedException denied) {
            return new Failure(ExitCode.BAD_FILE, "no permission to use " + denied.getFile(), thrown);
        }
        if (thrown instanceof FileAlreadyExistsException exists) {
            return new Failure(ExitCode.NOT_WRITTEN, exists.getMessage(), thrown);
        }
        if (thrown instanceof IOException) {
            return new Failure(ExitCode.BAD_FILE, "cannot read or write: " + thrown.getMessage(), thrown);
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Failure(
                    ExitCode.DEFECT,
                    "too little memory\n  fix: PLEAT_JVM=-Xmx8g pleat ..., or as much as there is",
                    thrown);
        }
        return new Failure(
                ExitCode.DEFECT,
                "a defect of Pleat, please report it with the output of --stacktrace: " + thrown,
                thrown);
    }
}
