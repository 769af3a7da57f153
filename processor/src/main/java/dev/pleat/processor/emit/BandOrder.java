package dev.pleat.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.plan.Bands;
import dev.pleat.processor.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The order in which one thread runs steps that it computes in bands: how far each has to lag behind the one before, so that
 * all rows that it reads are written.
 */
final class BandOrder {

    /** With a longer lag, what is read would no longer be cached. */
    private static final int LONGEST_LAG = 3;

    private final Plan plan;
    private final Map<Node, Step> steps;
    private final List<Group> groups = new ArrayList<>();

    /**
     * Steps that are run in turns.
     *
     * @param first the index of the first of them
     * @param nodes what they compute
     * @param bands in how many bands
     * @param lags by how many bands each lags behind the first
     */
    private record Group(int first, List<Node> nodes, int bands, List<Integer> lags) {

        CodeBlock code() {
            CodeBlock.Builder code = CodeBlock.builder().add("new int[] {$L, $L", first, bands);
            lags.forEach(lag -> code.add(", $L", lag));
            return code.add("}").build();
        }

        @Override
        public String toString() {
            return nodes.stream().map(Node::name).collect(Collectors.joining(", ")) + ", in " + bands
                    + " bands of rows";
        }
    }

    BandOrder(Plan plan, Map<Node, Step> steps) {
        this.plan = plan;
        this.steps = steps;
        plan.bands().forEach(this::add);
    }

    /** Returns the field of the steps. */
    FieldSpec field() {
        FieldSpec.Builder field = FieldSpec.builder(
                        ArrayTypeName.of(Names.STEP), "steps", Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("What a prediction runs, in order.\n");
        return (groups.isEmpty() ? field.initializer("new $T[$L]", Names.STEP, steps.size()) : field).build();
    }

    /** Returns the statements that list the steps. */
    CodeBlock list() {
        if (groups.isEmpty()) {
            return CodeBlock.of("list(steps, divided);\n");
        }
        return CodeBlock.builder()
                .addStatement("$1T[] whole = new $1T[$2L]", Names.STEP, steps.size())
                .addStatement("list(whole, divided)")
                .addStatement(
                        "steps = $L ? $T.order(\nwhole,\n$L) : whole",
                        "WIDE || FUSED",
                        Names.BANDS,
                        CodeBlock.join(groups.stream().map(Group::code).toList(), ",\n"))
                .build();
    }

    /** Returns for people which steps one thread runs in turns. */
    List<String> groups() {
        return groups.stream().map(Group::toString).toList();
    }

    private void add(Bands bands) {
        int first = 0;
        List<Integer> lags = new ArrayList<>(List.of(0));
        for (int i = 1; i < bands.nodes().size(); i++) {
            int lag = lag(bands, i);
            if (lag < 0) {
                addGroup(bands, first, lags);
                first = i;
                lags = new ArrayList<>(List.of(0));
            } else {
                lags.add(lags.get(lags.size() - 1) + lag);
            }
        }
        addGroup(bands, first, lags);
    }

    private void addGroup(Bands bands, int first, List<Integer> lags) {
        if (lags.size() > 1) {
            List<Node> nodes = bands.nodes().subList(first, first + lags.size());
            groups.add(new Group(plan.steps().indexOf(nodes.get(0)), nodes, bands.count(), lags));
        }
    }

    /** Returns by how many bands a step lags behind the one before, -1 if it has to wait for too many. */
    private int lag(Bands bands, int index) {
        List<Progress> before = steps.get(bands.nodes().get(index - 1)).progress();
        List<Progress> behind = steps.get(bands.nodes().get(index)).progress();
        int rows = Image.of(bands.nodes().get(index - 1).shape()).rows();
        int most = before.isEmpty() || behind.isEmpty() ? -1 : 0;
        for (int i = 0; i < behind.size() && most >= 0; i++) {
            int lag = lag(before.get(i), behind.get(i), bands.count(), rows);
            most = lag > LONGEST_LAG ? -1 : Math.max(most, lag);
        }
        return most;
    }

    private static int lag(Progress before, Progress behind, int bands, int rows) {
        int lag = 0;
        for (int band = 0; band < bands; band++) {
            int needed = Math.min(behind.needed(band, bands), rows);
            while (before.written(Math.min(band + lag, bands - 1), bands) < needed) {
                lag++;
            }
        }
        return lag;
    }
}
