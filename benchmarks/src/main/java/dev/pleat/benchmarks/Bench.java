package dev.pleat.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the comparison. */
public final class Bench {
    private Bench() {}

    /**
     * Measures, prints the tables and stores them.
     *
     * @param args words as {@code models=ResNet8}; {@code help} lists them
     * @throws IOException if results cannot be stored
     */
    public static void main(String[] args) throws IOException {
        Options options;
        try {
            options = Options.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Progress progress = new Progress();
        Path folder = Files.createTempDirectory("pleat-bench");
        List<Row> rows = new ArrayList<>();
        for (String model : options.models()) {
            try (SideBySide engines = new SideBySide(options, folder, model, progress)) {
                for (int threads : options.threads()) {
                    rows.addAll(engines.latency(threads, 1));
                }
            }
        }
        for (Row row : rows) {
            System.out.println(row);
        }
    }
}
