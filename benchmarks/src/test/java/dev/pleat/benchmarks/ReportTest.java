package dev.pleat.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.benchmarks.net.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was found becomes tables and plots. */
final class ReportTest {
    @TempDir
    Path folder;

    private final Findings findings = new Findings(new Machine(100, new TreeMap<>(Map.of(1L << 30, 100.0))));

    @Test
    void ratiosAndMeansAreThoseOfTheMedians() {
        findings.latency.add(row("ResNet8", "pleat", 100));
        findings.latency.add(row("ResNet8", "onnxruntime", 200));
        findings.latency.add(row("ResNet8", "tflite", 400));
        findings.latency.add(row("DigitsMlp", "pleat", 10));
        findings.latency.add(row("DigitsMlp", "onnxruntime", 80));
        findings.latency.add(Row.failed("DigitsMlp", "tflite", 1, 1, "not built: add -Ptflite"));

        String means = new Tables(findings).means().csv();

        assertThat(means).contains("onnxruntime,1,2,4.00").contains("tflite,1,1,4.00");
        assertThat(means).contains("the best of each model,1,2,4.00");
        String latency =
                new Tables(findings).latency(findings.latency, "Latency").csv();
        // 2 · 12,501,632 operations in 100 µs.
        assertThat(latency).contains("ResNet8,1,1,pleat,90.0,100,110,100,1.00,250,250,");
        assertThat(latency).contains("not built: add -Ptflite");
    }

    /** 25 million operations at 100 GFLOP/s are 250 µs: half of what the only layer takes. */
    @Test
    void aMeanSaysWhatTheRooflineLeavesToGain() {
        findings.latency.add(row("ResNet8", "pleat", 500));
        findings.latency.add(row("ResNet8", "onnxruntime", 1000));
        assertThat(new Tables(findings).means().csv()).contains("onnxruntime,1,1,2.00,\n");

        Map<String, Double> times = new LinkedHashMap<>(Map.of("label", 500.0));
        findings.layers.put("ResNet8", new Findings.Profile(500, Layer.assign(Zoo.net("ResNet8"), times)));
        assertThat(new Tables(findings).means().csv()).contains("onnxruntime,1,1,2.00,4.00\n");
    }

    @Test
    void layersAddUp() {
        Map<String, Double> times = new LinkedHashMap<>(Map.of("label", 50.0));
        findings.layers.put("ResNet8", new Findings.Profile(52, Layer.assign(Zoo.net("ResNet8"), times)));

        String layers = new Tables(findings).layers().csv();

        assertThat(layers).contains("\"all layers, of a prediction of 52.0 µs\",50.0,96.2");
    }

    @Test
    void everythingIsStoredByDate() throws IOException {
        findings.latency.add(row("ResNet8", "pleat", 100));
        findings.latency.add(row("ResNet8", "onnxruntime", 200));
        Map<String, Double> times = new LinkedHashMap<>(Map.of("label", 50.0));
        findings.layers.put("ResNet8", new Findings.Profile(52, Layer.assign(Zoo.net("ResNet8"), times)));
        Options options = Options.parse(List.of("results=" + folder, "label=test", "engines=pleat"));

        new Report(options, findings).store();

        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString().replaceFirst("^[0-9-]{15}", "DATE"))
                    .toList();
            assertThat(names)
                    .contains(
                            "DATE-test.md",
                            "DATE-test-latency.csv",
                            "DATE-test-layers.csv",
                            "DATE-test-latency.png",
                            "DATE-test-roofline.png");
        }
    }

    private static Row row(String model, String engine, double median) {
        Timing timing = new Timing(10, 0.9 * median, median, 1.1 * median);
        return new Row(model, engine, 1, 1, timing, 0, 1e-7, 1000, "as it comes", "");
    }
}
