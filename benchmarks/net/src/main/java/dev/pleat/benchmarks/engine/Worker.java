package dev.pleat.benchmarks.engine;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A process with one engine. It reads commands, one a line, and answers each with one line, which begins with
 * {@code @ok} or {@code @error}; all other lines are the engine's and mean nothing.
 */
public final class Worker {
    private final Engine engine;
    private Session session;

    private Worker(Engine engine) {
        this.engine = engine;
    }

    /**
     * Obeys until the input ends.
     *
     * @param args nothing
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] args) throws IOException {
        PrintStream answers = claimOutput();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Worker worker = null;
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String answer;
            try {
                if (worker == null) {
                    worker = new Worker(engine());
                }
                answer = "@ok " + worker.answer(line.split(" "));
            } catch (Exception | LinkageError | AssertionError | OutOfMemoryError e) {
                answer = "@error " + reason(e);
            }
            answers.println(answer);
        }
    }

    /** Engines print to the standard output: what they print in Java goes to the errors. */
    static PrintStream claimOutput() {
        System.setOut(System.err);
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    static Engine engine() {
        return ServiceLoader.load(Engine.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no engine is on the class path"));
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        e.printStackTrace();
        return (e + (e.getCause() == null ? "" : ", because " + cause)).replaceAll("\\s+", " ");
    }

    private String answer(String[] command) throws Exception {
        return switch (command[0]) {
            case "name" -> engine.name();
            case "open" -> open(command);
            case "output" -> {
                session.predict();
                yield numbers(session.output());
            }
            case "warm" -> Warmth.of(session, Double.parseDouble(command[1])).toString();
            case "round" -> numbers(Rounds.of(session, Long.parseLong(command[1])));
            case "allocated" -> String.valueOf(Allocation.of(session, Integer.parseInt(command[1])));
            case "layers" -> LayerTimes.measure(session, Long.parseLong(command[1]));
            case "callers" ->
                String.valueOf(Callers.measure(session, Integer.parseInt(command[1]), Long.parseLong(command[2])));
            default -> throw new IllegalArgumentException("unknown command " + command[0]);
        };
    }

    /** {@code open <model> <samples> <threads> <folder> [<file>]}. */
    private String open(String[] command) throws Exception {
        if (session != null) {
            session.close();
            session = null;
        }
        Task task =
                Task.of(command[1], Integer.parseInt(command[2]), Integer.parseInt(command[3]), Path.of(command[4]));
        if (command.length > 5) {
            task = new Task(
                    task.net(), task.samples(), task.threads(), task.folder(), Optional.of(Path.of(command[5])));
        }
        session = engine.open(task);
        return session.modelBytes() + " " + session.configuration();
    }

    private static String numbers(float[] values) {
        StringBuilder text = new StringBuilder();
        for (float value : values) {
            text.append(value).append(' ');
        }
        return text.toString().strip();
    }

    private static String numbers(long[] values) {
        StringBuilder text = new StringBuilder();
        for (long value : values) {
            text.append(value).append(' ');
        }
        return text.toString().strip();
    }
}
