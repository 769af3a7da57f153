package dev.pleat.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.pass.Notes;
import dev.pleat.processor.pass.Optimizer;
import dev.pleat.processor.read.Graphs;
import dev.pleat.processor.reference.ModelSpec;
import dev.pleat.processor.reference.RandomModels;
import dev.pleat.processor.reference.SourcePrinter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MemoryPlannerTest {

    private static final int MODELS = 200;

    @Test
    void noValueIsOverwrittenWhileItIsNeeded() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (long seed = 20_000; seed < 20_000 + MODELS; seed++) {
            ModelSpec model = RandomModels.next(seed);
            sources.put("random." + model.name(), SourcePrinter.print(model, "random"));
        }
        Map<String, Graph> graphs = Graphs.of(sources);
        assertThat(graphs).hasSize(MODELS);
        graphs.forEach((name, graph) -> {
            check(name, MemoryPlanner.plan(graph));
            check(name, plan(graph));
        });
    }

    /** Runs the plan with the names of values instead of values: every cell, borders too, knows whose it is. */
    private static void check(String model, Plan plan) {
        Graph graph = plan.graph();
        String[] cells = new String[plan.scratch()];
        graph.inputs().forEach(input -> fill(cells, plan, input.name()));
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Input || Views.isView(node)) {
                continue;
            }
            node.inputs().forEach(input -> assertOwned(model, cells, plan, input));
            fill(cells, plan, node.name());
            // What a step reads must survive its writing, which is not all done at once.
            node.inputs().forEach(input -> assertOwned(model, cells, plan, input));
        }
        graph.outputs().forEach(output -> assertOwned(model, cells, plan, output.node()));
        long sum = graph.nodes().stream()
                .filter(node -> !Views.isView(node))
                .mapToLong(node -> (plan.slot(node).size() + 15) / 16 * 16)
                .sum();
        assertThat((long) plan.scratch()).as(model).isLessThanOrEqualTo(sum);
    }

    @Test
    void noValueIsOverwrittenWhileStepsAreRunInTurns() {
        Plan plan = plan(Graphs.of("""
            @Input({112, 112, 16}) Layer image,
            @Conv2D(filters = 96, kernelSize = 1, activation = RELU6) Layer expand,
            @DepthwiseConv2D(kernelSize = 3, padding = SAME, activation = RELU6) Layer depthwise,
            @Conv2D(filters = 16, kernelSize = 1) Layer project,
            @Add({"project", "image"}) Layer sum,
            @Conv2D(filters = 64, kernelSize = 1, activation = RELU) Layer wide,
            @DepthwiseConv2D(kernelSize = 3, padding = SAME, activation = RELU) Layer again,
            @Conv2D(filters = 128, kernelSize = 1, activation = RELU) Layer wider,
            @DepthwiseConv2D(kernelSize = 3, strides = 2, activation = RELU) Layer last
            """));

        assertThat(plan.bands())
                .extracting(group -> group.nodes().stream().map(Node::name).toList())
                .containsExactly(List.of("expand", "depthwise", "sum"), List.of("wide", "again", "wider", "last"));
        check("blocks", plan);
        String[] cells = new String[plan.scratch()];
        fill(cells, plan, "image");
        for (Bands group : plan.bands()) {
            // All of the group's steps write before the others have read everything.
            group.nodes().forEach(node -> fillInTurns(cells, plan, node));
            group.nodes().forEach(node -> assertOwnedInTurns(cells, plan, node));
            group.nodes().get(0).inputs().forEach(input -> assertOwned("blocks", cells, plan, input));
        }
        int longest = plan.bands().get(1).nodes().stream()
                .mapToInt(node -> plan.slot(node).size())
                .sum();
        assertThat(plan.scratch()).as("values of a group share memory").isLessThan(longest);
    }

    private static void fillInTurns(String[] cells, Plan plan, Node node) {
        int start = plan.slot(node).start();
        Arrays.fill(cells, start, start + sizeInTurns(plan, node), node.name());
    }

    private static void assertOwnedInTurns(String[] cells, Plan plan, Node node) {
        int start = plan.slot(node).start();
        assertThat(Arrays.asList(cells).subList(start, start + sizeInTurns(plan, node)))
                .containsOnly(node.name());
    }

    private static int sizeInTurns(Plan plan, Node node) {
        Slot slot = plan.slot(node);
        return plan.moves(node.name()) ? slot.size(plan.room(node)) : slot.size();
    }

    private static void fill(String[] cells, Plan plan, String name) {
        Slot slot = plan.slot(name);
        Arrays.fill(cells, slot.start(), slot.start() + slot.size(), name);
    }

    private static void assertOwned(String model, String[] cells, Plan plan, String name) {
        String storage = Views.storage(plan.graph(), name);
        Slot slot = plan.slot(name);
        Slot all = plan.slot(storage);
        assertThat(slot.at()).as(model).isBetween(all.start(), all.start() + all.size() - 1);
        for (int i = all.start(); i < all.start() + all.size(); i++) {
            if (!storage.equals(cells[i])) {
                throw new AssertionError(model + ": " + cells[i] + " is written over " + name + "\n" + plan.graph());
            }
        }
    }

    @Test
    void aChainTakesTheMemoryOfItsTwoLargestNeighbours() {
        Plan plan = plan(Graphs.of("""
            @Input({16, 16, 8}) Layer image,
            @Activation(TANH) Layer a,
            @Activation(SIGMOID) Layer b,
            @Activation(TANH) Layer c,
            @Activation(SIGMOID) Layer d
            """));

        assertThat(plan.scratch()).isEqualTo(CacheLines.FIRST + 2 * 16 * 16 * 8);
    }

    @Test
    void aConvolutionReadsABorderOfZeros() {
        Plan plan = plan(Graphs.of("""
            @Input({8, 8, 4}) Layer image,
            @Conv2D(filters = 4, kernelSize = 3, padding = SAME) Layer conv
            """));

        Slot image = plan.slot("image");
        assertThat(image.border()).hasToString("(1, 1, 1, 1)");
        assertThat(image.size()).isEqualTo(10 * 10 * 4);
        assertThat(image.at() - image.start()).isEqualTo(11 * 4);
        assertThat(image.rowStride()).isEqualTo(10 * 4);
    }

    @Test
    void aReshapeIsAnotherLookAtTheSameMemory() {
        Plan plan =
                plan(Graphs.of("@Input({8, 8, 4}) Layer image, @Flatten Layer flat, @Dense(units = 3) Layer dense"));

        assertThat(plan.slot("flat").at()).isEqualTo(plan.slot("image").at());
        assertThat(plan.steps()).extracting(Node::name).isEqualTo(List.of("dense"));
    }

    private static Plan plan(Graph graph) {
        return MemoryPlanner.plan(new Optimizer(Set.of(), (pass, changed) -> {}).optimize(graph, new Notes()));
    }
}
