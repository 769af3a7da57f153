package dev.pleat.processor.emit;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Param;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.read.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The text of {@code summary()}: the layers as written, as Keras lists them, what they became, and what the model takes. */
final class Summary {

    /** Statistics of the training data, which training does not learn. */
    private static final Set<String> STATISTICS = Set.of("moving_mean", "moving_variance", "mean", "variance");

    private static final List<String> HEADER = List.of("Layer (type)", "Output Shape", "Param #", "Multiply-adds");

    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB");

    private final Model model;
    private final Graph read;
    private final Plan plan;
    private final List<String> notes;
    private final Map<Node, Step> steps;
    private final Context context;
    private final BandOrder order;
    private final Optional<BatchEmitter> batches;

    /**
     * @param notes what was folded where, one sentence a layer
     * @param steps what became of the nodes
     * @param context what the steps' emitters left behind
     * @param order in which one thread runs the steps
     * @param batches what computes several samples at a time, if anything does
     */
    Summary(
            Model model,
            Plan plan,
            List<String> notes,
            Map<Node, Step> steps,
            Context context,
            BandOrder order,
            Optional<BatchEmitter> batches) {
        this.model = model;
        this.read = model.graph();
        this.plan = plan;
        this.notes = notes;
        this.steps = steps;
        this.context = context;
        this.order = order;
        this.batches = batches;
    }

    /** One layer, which may be several nodes. */
    private record Row(Shape shape, long parameters, long multiplyAdds) {

        Row with(Shape last, long moreParameters, long moreMultiplyAdds) {
            return new Row(last, parameters + moreParameters, multiplyAdds + moreMultiplyAdds);
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Model: \"" + model.type().getSimpleName() + "\"");
        table(lines);
        totals(lines);
        lines.add("");
        folded(lines);
        lines.add("");
        lines.add("Steps: " + plan.steps().size());
        if (steps.values().stream().anyMatch(step -> !step.schedule().isEmpty())) {
            lines.add("Tiles:");
            schedules(steps, lines);
        }
        order.groups().forEach(group -> lines.add("In turns: " + group));
        batches.ifPresent(batch -> {
            lines.add("Batches: " + batch.samples() + " samples at a time, as pixels, from '" + batch.from() + "' on");
            schedules(batch.steps(), lines);
        });
        lines.add("Packed weights: " + thousands(4 * context.weights().size()) + " bytes");
        lines.add("Scratch memory: " + thousands(4L * context.work().end()) + " bytes per prediction"
                + batches.map(batch -> ", " + thousands(4L * batch.scratch()) + " more per batch")
                        .orElse(""));
        return lines;
    }

    private static void schedules(Map<Node, Step> steps, List<String> lines) {
        steps.forEach((node, step) -> {
            if (!step.schedule().isEmpty()) {
                lines.add("  " + node.name() + ": " + String.join("; ", step.schedule()));
            }
        });
    }

    private void table(List<String> lines) {
        List<List<String>> cells = new ArrayList<>(List.of(HEADER));
        rows().forEach((layer, row) -> cells.add(List.of(
                layer + " (" + model.kinds().getOrDefault(layer, "Layer") + ")",
                keras(row.shape()),
                thousands(row.parameters()),
                thousands(row.multiplyAdds()))));
        int[] widths = new int[HEADER.size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> text = cells.stream().map(row -> line(row, widths)).toList();
        int width = text.get(0).length() + 1;
        lines.add("_".repeat(width));
        lines.add(text.get(0));
        lines.add("=".repeat(width));
        lines.addAll(text.subList(1, text.size()));
        lines.add("=".repeat(width));
    }

    /** Returns a row: two columns of words, two of numbers. */
    private static String line(List<String> row, int[] widths) {
        String format = " %-" + widths[0] + "s   %-" + widths[1] + "s   %" + widths[2] + "s   %" + widths[3] + "s";
        return String.format(Locale.ROOT, format, row.toArray());
    }

    private Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        Set<Param> counted = new LinkedHashSet<>();
        for (Node node : read.nodes()) {
            Row row = rows.getOrDefault(layer(node), new Row(node.shape(), 0, 0));
            long parameters = node.op().params().stream()
                    .filter(counted::add)
                    .mapToLong(param -> param.shape().count())
                    .sum();
            rows.put(layer(node), row.with(node.shape(), parameters, node.op().multiplyAdds(read.inputShapes(node))));
        }
        return rows;
    }

    private static String keras(Shape shape) {
        return shape.dims().stream().map(dim -> ", " + dim).collect(Collectors.joining("", "(None", ")"));
    }

    private void totals(List<String> lines) {
        Set<Param> params = new LinkedHashSet<>();
        read.nodes().forEach(node -> params.addAll(node.op().params()));
        long all = 0;
        long statistics = 0;
        for (Param param : params) {
            all += param.shape().count();
            String weight = param.name().substring(param.name().lastIndexOf('/') + 1);
            statistics += STATISTICS.contains(weight) ? param.shape().count() : 0;
        }
        long multiplyAdds =
                rows().values().stream().mapToLong(Row::multiplyAdds).sum();
        lines.add("Total params: " + parameters(all));
        lines.add("Trainable params: " + parameters(all - statistics));
        lines.add("Non-trainable params: " + parameters(statistics));
        lines.add("Multiply-adds: " + thousands(multiplyAdds));
    }

    private static String parameters(long count) {
        double size = 4.0 * count;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.size() - 1) {
            size /= 1024;
            unit++;
        }
        return thousands(count) + String.format(Locale.ROOT, " (%.2f %s)", size, UNITS.get(unit));
    }

    private void folded(List<String> lines) {
        lines.add("Folded and fused:");
        int before = lines.size();
        notes.forEach(note -> lines.add("  " + note));
        for (Node node : plan.steps()) {
            if (node.op() instanceof Linear linear && !linear.epilogue().isEmpty()) {
                String kernel = linear.weights().kernel().name();
                String source = kernel.substring(0, kernel.lastIndexOf('/'));
                lines.add("  " + layer(node) + ": one step with " + source + linear.epilogue());
            } else if (node.op() instanceof Pool pool && !pool.before().isEmpty()) {
                lines.add("  " + layer(node) + ": one step with the maximum of each" + pool.before());
            }
        }
        if (lines.size() == before) {
            lines.add("  nothing");
        }
    }

    /** Returns the name of the layer that a node belongs to. */
    static String layer(Node node) {
        int end = node.name().indexOf('#');
        return end < 0 ? node.name() : node.name().substring(0, end);
    }

    private static String thousands(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
