package dev.pleat.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints findings and stores them by date. */
final class Report {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

    private final Options options;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Findings findings;

    Report(Options options, Findings findings) {
        this.options = options;
        this.findings = findings;
        Tables all = new Tables(findings);
        add("latency", all.latency(findings.latency, "Latency"));
        add("means", all.means());
        add("layers", all.layers());
        add("batch", all.latency(findings.batches, "Batches"));
        add("callers", all.callers());
        add("start", all.starts());
        add("sizes", Tables.sizes(options.engines()));
        add("configurations", all.configurations());
    }

    private void add(String name, Table table) {
        if (!table.isEmpty()) {
            tables.put(name, table);
        }
    }

    /** {@return everything as Markdown} */
    String markdown() {
        StringBuilder text = new StringBuilder(
                "# Benchmarks, %s\n\n".formatted(LocalDateTime.now().format(TIME)));
        text.append("""
                - %s
                - Java %s (%s), %s %s
                - One core: %s
                - Figures are float32. Engines have a process each and take turns: %d rounds, %s s for each engine, model and \
                number of threads, once it is warm. Outputs are compared with float64 arithmetic, batch norm unfolded.

                """.formatted(
                        Machine.processor(),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        findings.machine,
                        options.rounds(),
                        Table.text(options.seconds())));
        tables.values().forEach(table -> text.append(table.markdown()));
        return text.toString();
    }

    /**
     * Stores the tables as Markdown and each as CSV, and the plots.
     *
     * @return the files
     */
    List<Path> store() throws IOException {
        String label = options.label().isBlank() ? "" : "-" + options.label();
        String name = LocalDateTime.now().format(TIME) + label;
        Files.createDirectories(options.results());
        Path markdown = options.results().resolve(name + ".md");
        Files.writeString(markdown, markdown());
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            Path csv = options.results().resolve(name + "-" + table.getKey() + ".csv");
            Files.writeString(csv, table.getValue().csv());
        }
        Plots plots = new Plots(findings);
        plots.store(options.results(), name);
        return List.of(markdown);
    }
}
