package dev.pleat.processor.emit;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Param;
import dev.pleat.processor.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The text of {@code summary()}: the layers as written, what they became, and what the model takes. */
final class Summary {

    private Summary() {}

    /**
     * Returns the lines.
     *
     * @param read the graph as the user wrote it
     * @param notes what was folded where, one sentence a layer
     */
    static List<String> of(String model, Graph read, Plan plan, List<String> notes, long weightFloats) {
        List<String> lines = new ArrayList<>();
        lines.add("Model: " + model);
        layers(read, plan, lines);
        lines.add("");
        lines.add("Folded and fused:");
        notes.forEach(note -> lines.add("  " + note));
        fused(plan, lines);
        if (lines.get(lines.size() - 1).equals("Folded and fused:")) {
            lines.add("  nothing");
        }
        lines.add("");
        totals(read, plan, weightFloats, lines);
        return lines;
    }

    private static void layers(Graph read, Plan plan, List<String> lines) {
        Map<String, String[]> rows = new LinkedHashMap<>();
        Set<String> steps = new TreeSet<>(plan.steps().stream().map(Node::name).toList());
        for (Node node : read.nodes()) {
            String layer = layer(node.name());
            long parameters = node.op().params().stream().mapToLong(p -> p.shape().count()).sum();
            long multiplyAdds = node.op().multiplyAdds(read.inputShapes(node));
            String[] old = rows.get(layer);
            long before = old == null ? 0 : Long.parseLong(old[2]);
            long work = old == null ? 0 : Long.parseLong(old[3]);
            String kind = old == null || kindLength(node) > old[1].length() ? kind(node) : old[1];
            rows.put(layer, new String[] {
                node.shape().toString(),
                kind,
                Long.toString(before + parameters),
                Long.toString(work + multiplyAdds),
                steps.contains(layer) ? "a step" : ""
            });
        }
        int name = Math.max(5, rows.keySet().stream().mapToInt(String::length).max().orElse(0));
        int shape = Math.max(5, rows.values().stream().mapToInt(r -> r[0].length()).max().orElse(0));
        int kind = Math.max(9, rows.values().stream().mapToInt(r -> r[1].length()).max().orElse(0));
        String format = "%-" + name + "s  %-" + kind + "s  %-" + shape + "s  %12s  %15s";
        String header = String.format(format, "layer", "operation", "shape", "parameters", "multiply-adds");
        lines.add("=".repeat(header.length()));
        lines.add(header);
        lines.add("-".repeat(header.length()));
        rows.forEach((layer, r) -> lines.add(
                String.format(format, layer, r[1], r[0], thousands(Long.parseLong(r[2])), thousands(Long.parseLong(r[3])))));
        lines.add("=".repeat(header.length()));
    }

    private static int kindLength(Node node) {
        return node.op() instanceof dev.pleat.processor.graph.Linear ? Integer.MAX_VALUE : 0;
    }

    /** Returns what an operation is, without its weights. */
    private static String kind(Node node) {
        String text = node.op().toString();
        int end = text.length();
        for (Param param : node.op().params()) {
            int at = text.indexOf(param.name());
            end = at >= 0 ? Math.min(end, at) : end;
        }
        int by = text.indexOf(" by [");
        return text.substring(0, by >= 0 ? Math.min(by, end) : end).strip();
    }

    private static String layer(String node) {
        int end = node.indexOf('#');
        return end < 0 ? node : node.substring(0, end);
    }

    private static void fused(Plan plan, List<String> lines) {
        for (Node node : plan.steps()) {
            if (node.op() instanceof dev.pleat.processor.graph.Linear linear && !linear.epilogue().isEmpty()) {
                String kernel = linear.weights().kernel().name();
                String source = kernel.substring(0, kernel.lastIndexOf('/'));
                lines.add("  " + layer(node.name()) + ": one step with " + source + linear.epilogue());
            }
        }
    }

    private static void totals(Graph read, Plan plan, long weightFloats, List<String> lines) {
        Map<String, Param> params = new LinkedHashMap<>();
        read.nodes().forEach(node -> node.op().params().forEach(p -> params.put(p.name(), p)));
        long parameters = params.values().stream().mapToLong(p -> p.shape().count()).sum();
        long multiplyAdds = read.nodes().stream()
                .mapToLong(node -> node.op().multiplyAdds(read.inputShapes(node)))
                .sum();
        lines.add("Steps:          " + plan.steps().size());
        lines.add("Parameters:     " + thousands(parameters));
        lines.add("Multiply-adds:  " + thousands(multiplyAdds));
        lines.add("Weights:        " + thousands(4 * weightFloats) + " bytes, packed");
        lines.add("Scratch memory: " + thousands(4L * plan.scratch()) + " bytes");
    }

    private static String thousands(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
