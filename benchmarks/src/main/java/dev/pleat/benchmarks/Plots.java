package dev.pleat.benchmarks;

import dev.pleat.benchmarks.net.Zoo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws findings, without a screen. */
final class Plots {
    private final Findings findings;

    Plots(Findings findings) {
        this.findings = findings;
        System.setProperty("java.awt.headless", "true");
    }

    /** Stores those that there are data for. */
    void store(Path folder, String name) throws IOException {
        List<Row> rows = findings.latency.stream()
                .filter(row -> row.succeeded() && row.threads() == 1)
                .toList();
        if (!rows.isEmpty()) {
            save(latency(rows), folder.resolve(name + "-latency.png"));
        }
        if (!findings.layers.isEmpty()) {
            save(roofline(), folder.resolve(name + "-roofline.png"));
        }
    }

    private static void save(CategoryChart chart, Path file) throws IOException {
        ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
    }

    private static CategoryChart latency(List<Row> rows) {
        Set<String> models = rows.stream().map(Row::model).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> engines = rows.stream().map(Row::engine).collect(Collectors.toCollection(LinkedHashSet::new));
        CategoryChart chart = chart("Median latency, one thread, in µs (logarithmic)", "µs", 1400);
        chart.getStyler().setYAxisLogarithmic(true);
        double least =
                rows.stream().mapToDouble(row -> row.timing().median()).min().orElse(1);
        chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(least))));
        for (String engine : engines) {
            List<Double> medians = new ArrayList<>();
            for (String model : models) {
                medians.add(rows.stream()
                        .filter(row -> row.model().equals(model) && row.engine().equals(engine))
                        .map(row -> row.timing().median())
                        .findFirst()
                        .orElse(null));
            }
            chart.addSeries(engine, new ArrayList<>(models), medians);
        }
        return chart;
    }

    private CategoryChart roofline() {
        List<String> names = new ArrayList<>();
        List<Double> percents = new ArrayList<>();
        for (Map.Entry<String, Findings.Profile> model : findings.layers.entrySet()) {
            Roofline roofline = Roofline.of(findings.machine, Zoo.net(model.getKey()));
            for (Layer layer : model.getValue().layers()) {
                if (layer.multiplyAdds() > 0) {
                    names.add(model.getKey() + " " + layer.name());
                    percents.add(100 * roofline.micros(layer.nodes()) / layer.micros());
                }
            }
        }
        CategoryChart chart = chart("Percent of the roofline by layer", "%", Math.max(800, 22 * names.size()));
        chart.getStyler().setXAxisLabelRotation(90);
        chart.getStyler().setLegendVisible(false);
        chart.addSeries("roofline", names, percents);
        return chart;
    }

    private static CategoryChart chart(String title, String axis, int width) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(width)
                .height(700)
                .title(title)
                .yAxisTitle(axis)
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        return chart;
    }
}
