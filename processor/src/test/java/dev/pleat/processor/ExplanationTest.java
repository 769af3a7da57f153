package dev.pleat.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.Explanation.Change;
import dev.pleat.processor.Explanation.Fate;
import dev.pleat.processor.Explanation.Interval;
import dev.pleat.processor.Explanation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An explanation tells of every layer, every change, every step and every float of scratch memory. */
final class ExplanationTest {

    private static final String RESIDUAL = """
            @Input({16, 16, 4}) Layer image,
            @Rescaling(scale = 0.5) Layer scaled,
            @ZeroPadding2D(1) Layer pad,
            @Conv2D(filters = 8, kernelSize = 3, useBias = false) Layer conv,
            @BatchNormalization Layer norm,
            @ReLU Layer relu,
            @Conv2D(filters = 8, kernelSize = 3, padding = SAME, activation = RELU) Layer second,
            @BatchNormalization Layer behind,
            @Dropout(0.5) Layer drop,
            @Conv2D(filters = 8, kernelSize = 1) Layer third,
            @Add({"relu", "third"}) Layer sum,
            @ReLU Layer last,
            @MaxPooling2D(2) Layer pool,
            @Activation(TANH) Layer tanh,
            @Flatten Layer flat,
            @Dense(units = 5, activation = SOFTMAX) Layer answer""";

    @Test
    void everyLayerHasAFate() {
        Map<String, String> fates = new java.util.TreeMap<>();
        for (Fate fate : explain(RESIDUAL).fates()) {
            fates.put(fate.layer(), fate.outcome() + " " + fate.steps() + " " + fate.sentence());
        }

        assertThat(fates)
                .containsEntry("image", "INPUT [image] what the caller passes")
                .containsEntry("scaled", "FOLDED [relu] folded forward into 'conv'")
                .containsEntry("pad", "FUSED [relu] 'pad' becomes the border of zeros that 'conv' reads")
                .containsEntry("conv", "STEP [relu] a step of its own")
                .containsEntry("norm", "FOLDED [relu] folded into 'conv'")
                .containsEntry(
                        "relu", "FUSED [relu] 'relu' (relu) is applied to the sums of 'conv' before they are stored")
                .containsEntry("behind", "FOLDED [last] folded forward into 'third'")
                .containsEntry("drop", "REMOVED [] 'drop' is removed: dropout does nothing when a model predicts")
                .containsEntry("sum", "FUSED [last] 'sum' is where the sums of 'third' start, instead of an addition")
                .containsEntry("pool", "STEP [pool] a step of its own")
                .containsEntry(
                        "flat", "VIEW [flat] another look at the memory of 'tanh': nothing is computed or copied")
                .containsEntry("answer", "STEP [answer#linear, answer] 2 steps of its own")
                .hasSize(16);
    }

    @Test
    void refusalsAreTold() {
        Explanation explanation = explain("""
                @Input({8, 8, 4}) Layer image,
                @Conv2D(filters = 4, kernelSize = 3, padding = SAME, activation = RELU) Layer conv,
                @BatchNormalization Layer norm,
                @Add({"image", "norm"}) Layer sum,
                @ReLU Layer relu""");

        assertThat(fate(explanation, "norm").outcome()).isEqualTo(Outcome.FUSED);
        assertThat(fate(explanation, "norm").reasons())
                .containsExactly(
                        "not folded into 'conv': its relu stands between",
                        "not forward: 'sum' combines it with other values");
        assertThat(fate(explanation, "sum").reasons())
                .containsExactly(
                        "not fused into 'image': it is an input without sums to start",
                        "not fused into 'norm': its result is changed (relu, then [norm]) before it is added");
        assertThat(fate(explanation, "relu").reasons())
                .containsExactly("not fused: 'sum' is a step (add), and only sums are finished where they are stored");
    }

    @Test
    void changesFollowEachOther() {
        List<String> changes = explain(RESIDUAL).stages().stream()
                .flatMap(stage -> stage.changes().stream())
                .map(change -> change.pass() + " " + change.layers() + " -> " + change.into())
                .toList();

        assertThat(changes)
                .contains(
                        "FoldPadding [pad] -> conv",
                        "FoldBackward [norm] -> conv",
                        "FoldForward [scaled] -> conv",
                        "FuseActivation [relu] -> conv",
                        "FuseResidual [sum] -> third",
                        "FuseActivation [last] -> third",
                        "RemoveIdentities [drop] -> ");
    }

    @Test
    void permutationsChangePlaces() {
        List<Change> changes = explain("""
                @Input({8, 8, 4}) Layer image,
                @Permute({3, 1, 2}) Layer first,
                @Activation(TANH) Layer tanh,
                @Permute({2, 3, 1}) Layer back""").stages().stream()
                .flatMap(stage -> stage.changes().stream())
                .toList();

        assertThat(changes)
                .extracting(Change::sentence)
                .contains(
                        "'tanh' changes places with a permutation: the values are the same in any order",
                        "'first' and the permutation 'back' become one",
                        "'first', 'back' are removed: together they change nothing");
    }

    @Test
    void layersOfNodesCoverTheModel() {
        Explanation explanation = explain(RESIDUAL);
        List<String> layers = new ArrayList<>();
        explanation.planned().nodes().forEach(node -> layers.addAll(node.layers()));

        assertThat(layers)
                .contains("pad", "norm", "relu", "sum", "last", "scaled")
                .doesNotContain("drop");
        assertThat(explanation.read().nodes()).hasSize(18);
        assertThat(explanation
                        .stages()
                        .get(explanation.stages().size() - 1)
                        .after()
                        .nodes())
                .hasSameSizeAs(explanation.planned().nodes());
    }

    @Test
    void stepsTellTheirKernels() {
        Explanation explanation = explain(RESIDUAL);

        assertThat(explanation.steps())
                .extracting(Explanation.Step::node)
                .containsExactly("relu", "second", "last", "pool", "tanh", "answer#linear", "answer");
        assertThat(explanation.steps().get(0).schedule())
                .hasSizeGreaterThan(2)
                .first()
                .asString()
                .startsWith("Wide.conv3x3_4to8");
        assertThat(explanation.steps().get(0).owner()).isEqualTo("conv");
        assertThat(explanation.steps())
                .allSatisfy(step -> assertThat(step.schedule()).isNotEmpty());
        assertThat(explanation.packedFloats()).isGreaterThan(1000);
        assertThat(explanation.className()).isEqualTo("demo.NetModel");
    }

    @Test
    void memoryNeverHoldsTwoValuesAtOnce() {
        Explanation explanation = explain(RESIDUAL);
        List<Interval> intervals = explanation.memory().intervals();

        for (Interval a : intervals) {
            assertThat(a.offset() + a.length())
                    .isLessThanOrEqualTo((int) explanation.memory().floats());
            for (Interval b : intervals) {
                boolean meets = a != b && a.first() <= b.last() && b.first() <= a.last();
                boolean overlaps = a.offset() < b.offset() + b.length() && b.offset() < a.offset() + a.length();
                assertThat(meets && overlaps).as("%s and %s", a, b).isFalse();
            }
        }
        assertThat(intervals.stream().filter(i -> i.first() == -1)).hasSize(1);
        assertThat(intervals.stream()
                        .filter(i -> i.last() == explanation.steps().size()))
                .hasSize(1);
        assertThat(new TreeSet<>(intervals.stream().map(Interval::value).toList()))
                .doesNotContain("flat");
    }

    @Test
    void oneThatIsRefusedIsNotExplained() {
        List<Explanation> told = new ArrayList<>();
        InMemoryCompiler.compile(
                Map.of("demo.Net", source("@Input(3) Layer x, @Dense(units = 0) Layer y")),
                List.of(new ModelProcessor(told::add)),
                List.of());

        assertThat(told).isEmpty();
    }

    private static Fate fate(Explanation explanation, String layer) {
        return explanation.fates().stream()
                .filter(fate -> fate.layer().equals(layer))
                .findFirst()
                .orElseThrow();
    }

    private static Explanation explain(String layers) {
        List<Explanation> told = new ArrayList<>();
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                Map.of("demo.Net", source(layers)),
                List.of(new ModelProcessor(told::add)),
                List.of("--add-modules", "jdk.incubator.vector"));
        assertThat(result.errors()).isEmpty();
        assertThat(told).hasSize(1);
        return told.get(0);
    }

    private static String source(String layers) {
        return """
                package demo;

                import static dev.pleat.ActivationFunction.*;
                import static dev.pleat.Padding.*;

                import dev.pleat.*;

                @Model
                record Net(
                %s) {}
                """.formatted(layers);
    }
}
