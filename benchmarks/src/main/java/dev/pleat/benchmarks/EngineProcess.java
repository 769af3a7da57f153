package dev.pleat.benchmarks;

import dev.pleat.benchmarks.engine.Worker;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A running {@link Worker}. */
final class EngineProcess implements AutoCloseable {
    private final Installed engine;
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;

    /** Starts a process; what it prints beside its answers goes to a log file. */
    EngineProcess(Installed engine, Path log) throws IOException {
        this.engine = engine;
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        process = new ProcessBuilder(engine.command(java, Worker.class.getName()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .directory(new File("").getAbsoluteFile())
                .start();
        commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    String name() {
        return engine.name();
    }

    Installed engine() {
        return engine;
    }

    /**
     * Sends a command and waits for its answer.
     *
     * @throws EngineFailure if the engine could not do it, or died
     */
    String ask(String command) throws EngineFailure {
        try {
            commands.write(command + "\n");
            commands.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("@ok")) {
                    return line.substring(3).strip();
                }
                if (line.startsWith("@error")) {
                    throw new EngineFailure(line.substring(6).strip());
                }
            }
            throw new EngineFailure("the process ended with exit code " + process.waitFor());
        } catch (IOException e) {
            throw new EngineFailure("the process is gone: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long[] askNumbers(String command) throws EngineFailure {
        return Arrays.stream(ask(command).split(" ")).mapToLong(Long::parseLong).toArray();
    }

    double[] askValues(String command) throws EngineFailure {
        return Arrays.stream(ask(command).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
