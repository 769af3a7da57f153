package dev.pleat.benchmarks;

import dev.pleat.benchmarks.net.Net;
import dev.pleat.benchmarks.net.Zoo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Findings as tables. */
final class Tables {
    private final Findings findings;

    Tables(Findings findings) {
        this.findings = findings;
    }

    /** {@return each engine's times for each model, beside the others' and what the machine can do} */
    Table latency(List<Row> rows, String title) {
        Table table = new Table(
                title,
                "model",
                "threads",
                "samples",
                "engine",
                "min µs",
                "median µs",
                "p99 µs",
                "µs a sample",
                "slower than Pleat",
                "GFLOP/s",
                "% FMA peak",
                "% roofline",
                "bytes allocated",
                "error / range",
                "weights MB",
                "remarks");
        for (Row row : rows) {
            Timing timing = row.timing();
            if (timing == null) {
                table.add(
                        row.model(),
                        row.threads(),
                        row.samples(),
                        row.engine(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        row.error(),
                        null,
                        row.failure());
                continue;
            }
            Net net = Zoo.net(row.model());
            double sample = timing.median() / row.samples();
            double gflops = 2e-3 * net.multiplyAdds() / sample;
            double roofline = Roofline.of(findings.machine, net).micros(net);
            table.add(
                    row.model(),
                    row.threads(),
                    row.samples(),
                    row.engine(),
                    timing.min(),
                    timing.median(),
                    timing.p99(),
                    sample,
                    ratio(row, rows).orElse(Double.NaN),
                    gflops,
                    100 * gflops / findings.machine.gflops() / row.threads(),
                    100 * roofline / sample / row.threads(),
                    row.allocated(),
                    row.error(),
                    row.modelBytes() / 1e6,
                    Double.isNaN(row.error()) ? "other weights: not compared" : row.failure());
        }
        return table;
    }

    /** How many times Pleat's median an engine takes. */
    private static Optional<Double> ratio(Row row, List<Row> rows) {
        return find(rows, row.model(), "pleat", row.threads(), row.samples())
                .map(pleat -> row.timing().median() / pleat.timing().median());
    }

    private static Optional<Row> find(List<Row> rows, String model, String engine, int threads, int samples) {
        return rows.stream()
                .filter(row -> row.succeeded()
                        && row.model().equals(model)
                        && row.engine().equals(engine))
                .filter(row -> row.threads() == threads && row.samples() == samples)
                .findFirst();
    }

    /**
     * Returns how many times as fast as each engine Pleat is, in the geometric mean over the models that both have; and how
     * many times it would be, were no layer slower than its roofline: more cannot be had by better kernels, but only by
     * fewer multiplications.
     */
    Table means() {
        Table table = new Table(
                "Geometric means: how many times Pleat's median others take",
                "engine",
                "threads",
                "models",
                "times",
                "times, were all layers at their roofline");
        List<Row> rows = findings.latency;
        TreeSet<Integer> threads = new TreeSet<>(rows.stream().map(Row::threads).toList());
        for (int count : threads) {
            for (String engine : Options.ENGINES.subList(1, Options.ENGINES.size())) {
                Map<String, Double> ratios = new TreeMap<>();
                rows.stream()
                        .filter(row -> row.succeeded() && row.engine().equals(engine) && row.threads() == count)
                        .forEach(row -> ratio(row, rows).ifPresent(ratio -> ratios.put(row.model(), ratio)));
                addMean(table, engine, count, ratios);
            }
            addMean(table, "the best of each model", count, bestOthers(rows, count));
        }
        return table;
    }

    private static Map<String, Double> bestOthers(List<Row> rows, int threads) {
        Map<String, Double> best = new TreeMap<>();
        rows.stream()
                .filter(row -> row.succeeded() && !row.engine().equals("pleat") && row.threads() == threads)
                .forEach(row -> ratio(row, rows).ifPresent(ratio -> best.merge(row.model(), ratio, Math::min)));
        return best;
    }

    /** Adds a row, with the roofline if the layers of all models were timed; they are by one thread. */
    private void addMean(Table table, String engine, int threads, Map<String, Double> ratios) {
        if (ratios.isEmpty()) {
            return;
        }
        Object limit = "";
        if (threads == 1 && findings.layers.keySet().containsAll(ratios.keySet())) {
            limit = geometricMean(ratios.entrySet().stream()
                    .map(ratio -> ratio.getValue() * aboveRoofline(ratio.getKey()))
                    .toList());
        }
        table.add(engine, threads, ratios.size(), geometricMean(ratios.values()), limit);
    }

    /** Returns how many times as long a model's layers take as if none were slower than its roofline. */
    private double aboveRoofline(String model) {
        Roofline roofline = Roofline.of(findings.machine, Zoo.net(model));
        double micros = 0;
        double least = 0;
        for (Layer layer : findings.layers.get(model).layers()) {
            micros += layer.micros();
            least += Math.min(layer.micros(), roofline.micros(layer.nodes()));
        }
        return micros / least;
    }

    static double geometricMean(Collection<Double> values) {
        return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
    }

    /** {@return where Pleat's time goes} */
    Table layers() {
        Table table = new Table(
                "Layers of Pleat's models, timed within the prediction",
                "model",
                "layer",
                "computes",
                "µs",
                "% of model",
                "MFLOP",
                "GFLOP/s",
                "% FMA peak",
                "bound by",
                "% roofline");
        findings.layers.forEach((model, profile) -> {
            List<Layer> layers = profile.layers();
            Roofline roofline = Roofline.of(findings.machine, Zoo.net(model));
            double total = layers.stream().mapToDouble(Layer::micros).sum();
            for (Layer layer : layers) {
                double gflops = 2e-3 * layer.multiplyAdds() / layer.micros();
                boolean arithmetic = roofline.arithmetic(layer.nodes()) >= roofline.memory(layer.nodes());
                table.add(
                        model,
                        layer.name(),
                        layer.description(),
                        layer.micros(),
                        100 * layer.micros() / total,
                        2e-6 * layer.multiplyAdds(),
                        gflops,
                        100 * gflops / findings.machine.gflops(),
                        arithmetic ? "arithmetic" : "bytes",
                        100 * roofline.micros(layer.nodes()) / layer.micros());
            }
            table.add(
                    model,
                    "sum",
                    "all layers, of a prediction of %s µs".formatted(Table.text(profile.whole())),
                    total,
                    100 * total / profile.whole(),
                    null,
                    null,
                    null,
                    null,
                    null);
        });
        return table;
    }

    /** {@return what two callers get of one model} */
    Table callers() {
        Table table = new Table(
                "Two threads share one model", "model", "engine", "one thread, 1/s", "two threads, 1/s", "times");
        for (Findings.Callers callers : findings.callers) {
            table.add(callers.model(), callers.engine(), callers.one(), callers.two(), callers.two() / callers.one());
        }
        return table;
    }

    /** {@return how fresh JVMs begin} */
    Table starts() {
        Table table = new Table(
                "A fresh JVM, start of the process included",
                "model",
                "engine",
                "JDK",
                "first prediction ms",
                "at 90 % of peak ms",
                "steady µs",
                "worst after 200 / steady",
                "remarks");
        for (Findings.Start start : findings.starts) {
            table.add(
                    start.model(),
                    start.engine(),
                    start.java(),
                    start.firstMillis(),
                    start.peakMillis() == 0 ? "not reached" : start.peakMillis(),
                    start.steadyMicros(),
                    start.worst() == 0 ? Double.NaN : start.worst(),
                    start.failure());
        }
        return table;
    }

    /** {@return what an application has to ship} */
    static Table sizes(List<String> engines) {
        Table table = new Table("Size of the libraries, without models", "engine", "MB");
        engines.stream()
                .map(Installed::find)
                .flatMap(Optional::stream)
                .forEach(engine -> table.add(engine.name(), engine.bytes() / 1e6));
        return table;
    }

    /** {@return how each engine was set up} */
    Table configurations() {
        Table table = new Table("Configurations", "engine", "threads", "configuration");
        TreeSet<String> seen = new TreeSet<>();
        for (Row row : findings.latency) {
            if (row.succeeded() && seen.add(Objects.hash(row.engine(), row.threads()) + row.configuration())) {
                table.add(row.engine(), row.threads(), row.configuration());
            }
        }
        return table;
    }
}
