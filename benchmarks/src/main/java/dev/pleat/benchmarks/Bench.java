package dev.pleat.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the comparison. */
public final class Bench {
    private final Options options;
    private final Progress progress = new Progress();
    private final Path folder;
    private final Findings findings;

    private Bench(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
        progress.say("measuring the machine");
        findings = new Findings(Machine.measure());
    }

    /**
     * Measures, prints the tables and stores them.
     *
     * @param args words as {@code models=ResNet8}; {@code help} lists them
     * @throws IOException if results cannot be stored
     */
    public static void main(String[] args) throws IOException {
        if (List.of(args).contains("help")) {
            System.out.println(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Path folder = Files.createTempDirectory("pleat-bench");
        try {
            new Bench(options, folder).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws IOException {
        for (String model : options.models()) {
            try (SideBySide engines = new SideBySide(options, folder, model, progress)) {
                measure(model, engines);
            }
            findings.machine = findings.machine.or(Machine.measure());
            if (options.measures("start")) {
                new Starts(options, folder, progress).measure(model, findings);
            }
            delete(folder.resolve(model + ".safetensors"));
            delete(folder.resolve(model + ".onnx"));
        }
        progress.say("%s", findings.machine);
        Report report = new Report(options, findings);
        System.out.println(report.markdown());
        progress.say("stored in %s", report.store());
    }

    private void measure(String model, SideBySide engines) {
        if (options.measures("latency")) {
            for (int threads : options.threads()) {
                findings.latency.addAll(engines.latency(threads, 1));
            }
        }
        if (options.measures("layers")) {
            engines.layers().ifPresent(layers -> findings.layers.put(model, layers));
        }
        if (options.measures("callers")) {
            findings.callers.addAll(engines.callers());
        }
        if (options.measures("batch")) {
            findings.batches.addAll(engines.latency(1, 1));
            findings.batches.addAll(engines.latency(1, SideBySide.BATCH));
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> files = Files.exists(path) ? Files.walk(path) : Stream.empty()) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
