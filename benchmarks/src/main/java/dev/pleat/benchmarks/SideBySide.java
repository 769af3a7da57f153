package dev.pleat.benchmarks;

import dev.pleat.benchmarks.engine.Task;
import dev.pleat.benchmarks.net.Reference;
import dev.pleat.benchmarks.net.Zoo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures all engines on one model, taking turns. */
final class SideBySide implements AutoCloseable {
    /** The samples of a batch. */
    static final int BATCH = 32;

    private final Options options;
    private final Path folder;
    private final String model;
    private final Progress progress;
    private final List<EngineProcess> processes = new ArrayList<>();
    private final List<Row> missing = new ArrayList<>();
    private final Map<Integer, double[]> references = new HashMap<>();

    SideBySide(Options options, Path folder, String model, Progress progress) throws IOException {
        this.options = options;
        this.folder = folder;
        this.model = model;
        this.progress = progress;
        for (String name : options.engines()) {
            var engine = Installed.find(name);
            if (engine.isPresent()) {
                processes.add(new EngineProcess(engine.get(), folder.resolve(name + ".log")));
            } else {
                missing.add(Row.failed(model, name, 0, 0, "not built: add -P" + name));
            }
        }
    }

    /** {@return one row for each engine} */
    List<Row> latency(int threads, int samples) {
        Map<EngineProcess, Row> rows = new LinkedHashMap<>();
        for (EngineProcess process : processes) {
            rows.put(process, open(process, threads, samples));
        }
        Map<EngineProcess, List<long[]>> rounds = new LinkedHashMap<>();
        rows.forEach((process, row) -> {
            if (row.failure().isEmpty() && !warm(process, rows)) {
                return;
            }
            if (row.configuration().length() > 0) {
                rounds.put(process, new ArrayList<>());
            }
        });
        for (int round = 0; round < options.rounds(); round++) {
            rounds.forEach((process, nanos) -> round(process, nanos, roundMillis(), rows));
        }
        rounds.forEach((process, nanos) -> {
            Row row = rows.get(process);
            if (!nanos.isEmpty()) {
                rows.put(process, timed(process, row, Timing.of(nanos)));
            }
        });
        List<Row> all = new ArrayList<>(rows.values());
        for (Row row : missing) {
            all.add(Row.failed(model, row.engine(), threads, samples, row.failure()));
        }
        return all;
    }

    /** {@return the times of Pleat's layers, within predictions on one thread; empty if Pleat does not run} */
    Optional<Findings.Profile> layers() {
        return processes.stream()
                .filter(process -> process.name().equals("pleat"))
                .findFirst()
                .flatMap(this::layers);
    }

    private Optional<Findings.Profile> layers(EngineProcess process) {
        try {
            reopen(process);
            long millis = (long) (1e3 * options.seconds());
            // The timed form of a prediction has to be compiled too.
            process.ask("layers " + millis);
            String[] words = process.ask("layers " + millis).split(" ");
            Map<String, Double> times = new LinkedHashMap<>();
            for (int i = 1; i < words.length; i += 2) {
                times.put(words[i], Double.parseDouble(words[i + 1]) / 1e3);
            }
            double whole = Double.parseDouble(words[0]) / 1e3;
            return Optional.of(new Findings.Profile(whole, Layer.assign(Zoo.net(model), times)));
        } catch (EngineFailure e) {
            progress.say("%s: layers: %s", model, e.getMessage());
            return Optional.empty();
        }
    }

    /** Opens the model for one sample and one thread, and warms it up. */
    private void reopen(EngineProcess process) throws EngineFailure {
        Row row = open(process, 1, 1);
        if (!row.failure().isEmpty()) {
            throw new EngineFailure(row.failure());
        }
        progress.say("%s: %s warm after %s", model, process.name(), process.ask("warm " + options.warm()));
    }

    /** {@return what two threads predict that share a model, for each engine that can} */
    List<Findings.Callers> callers() {
        List<Findings.Callers> all = new ArrayList<>();
        for (EngineProcess process : processes) {
            try {
                reopen(process);
                all.add(callers(process));
            } catch (EngineFailure e) {
                progress.say("%s: %s: %s", model, process.name(), e.getMessage());
            }
        }
        return all;
    }

    /** One thread and two take turns, since the speed of a machine changes from second to second. */
    private Findings.Callers callers(EngineProcess process) throws EngineFailure {
        double[] one = new double[options.rounds()];
        double[] two = new double[options.rounds()];
        for (int round = 0; round < options.rounds(); round++) {
            one[round] = Double.parseDouble(process.ask("callers 1 " + roundMillis()));
            two[round] = Double.parseDouble(process.ask("callers 2 " + roundMillis()));
        }
        return new Findings.Callers(
                model, process.name(), Median.of(Arrays.stream(one)), Median.of(Arrays.stream(two)));
    }

    private long roundMillis() {
        return (long) Math.ceil(options.seconds() * 1e3 / options.rounds());
    }

    private Row open(EngineProcess process, int threads, int samples) {
        progress.say("%s: %s opens, %d threads, %d samples", model, process.name(), threads, samples);
        try {
            Path given = process.name().equals("tflite") ? options.tflite().get(model) : null;
            String answer = process.ask("open %s %d %d %s%s"
                    .formatted(model, samples, threads, folder, given == null ? "" : " " + given.toAbsolutePath()));
            int blank = answer.indexOf(' ');
            long bytes = Long.parseLong(answer.substring(0, blank));
            double error = given == null ? error(process.askValues("output"), samples) : Double.NaN;
            String failure = error > Agreement.TOLERANCE || error != error && given == null
                    ? "disagrees with the reference by " + Table.text(error)
                    : "";
            return new Row(
                    model,
                    process.name(),
                    threads,
                    samples,
                    null,
                    Double.NaN,
                    error,
                    bytes,
                    answer.substring(blank + 1),
                    failure);
        } catch (EngineFailure e) {
            return Row.failed(model, process.name(), threads, samples, e.getMessage());
        }
    }

    /** Compares the first and the last sample. */
    private double error(double[] output, int samples) {
        int size = output.length / samples;
        double first = Agreement.error(Arrays.copyOf(output, size), reference(0, samples));
        double[] last = Arrays.copyOfRange(output, output.length - size, output.length);
        return samples == 1 ? first : Math.max(first, Agreement.error(last, reference(samples - 1, samples)));
    }

    private double[] reference(int sample, int samples) {
        return references.computeIfAbsent(sample, key -> {
            progress.say("%s: reference in float64", model);
            Task task = Task.of(model, samples, 1, folder);
            int size = task.net().input().shape().size();
            float[] input = Arrays.copyOfRange(task.input(), sample * size, (sample + 1) * size);
            return Reference.output(task.net(), task.weights(), input);
        });
    }

    private boolean warm(EngineProcess process, Map<EngineProcess, Row> rows) {
        try {
            progress.say("%s: %s warm after %s", model, process.name(), process.ask("warm " + options.warm()));
            return true;
        } catch (EngineFailure e) {
            fail(process, rows, e);
            return false;
        }
    }

    private void round(EngineProcess process, List<long[]> nanos, long millis, Map<EngineProcess, Row> rows) {
        try {
            if (rows.get(process).failure().isEmpty()) {
                nanos.add(process.askNumbers("round " + millis));
            }
        } catch (EngineFailure e) {
            fail(process, rows, e);
        }
    }

    private static void fail(EngineProcess process, Map<EngineProcess, Row> rows, EngineFailure e) {
        Row row = rows.get(process);
        rows.put(process, Row.failed(row.model(), row.engine(), row.threads(), row.samples(), e.getMessage()));
    }

    private Row timed(EngineProcess process, Row row, Timing timing) {
        double allocated = Double.NaN;
        try {
            long predictions = Math.max(1, Math.min(1000, (long) (2e5 / timing.median())));
            allocated = Double.parseDouble(process.ask("allocated " + predictions));
        } catch (EngineFailure e) {
            progress.say("%s: %s: %s", model, process.name(), e.getMessage());
        }
        return new Row(
                row.model(),
                row.engine(),
                row.threads(),
                row.samples(),
                timing,
                allocated,
                row.error(),
                row.modelBytes(),
                row.configuration(),
                row.failure());
    }

    @Override
    public void close() {
        processes.forEach(EngineProcess::close);
    }
}
