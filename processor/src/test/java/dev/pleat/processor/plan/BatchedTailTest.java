package dev.pleat.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.graph.Node;
import dev.pleat.processor.pass.Notes;
import dev.pleat.processor.pass.Optimizer;
import dev.pleat.processor.read.Graphs;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which part of a graph batches compute for several samples at a time. */
final class BatchedTailTest {

    @Test
    void isAllOfDenseLayersOnly() {
        assertTail("""
                @Input(100) Layer x, @Dense(units = 64, activation = TANH) Layer a, @Dense(units = 10) Layer b,
                @Softmax Layer y
                """, """
                x = input () : [32, 100]
                a = dense a/kernel[100, 64] + a/bias[64], tanh (x) : [32, 64]
                b = dense b/kernel[64, 10] + b/bias[10] (a) : [32, 10]
                y = softmax axis 1 (b) : [32, 10]
                output y
                """);
    }

    @Test
    void beginsBehindTheConvolutions() {
        BatchedTail tail = assertTail("""
                @Input({8, 8, 4}) Layer image, @Conv2D(filters = 16, kernelSize = 3) Layer conv,
                @Output @MaxPooling2D(2) Layer pool, @Flatten Layer flat, @ReLU Layer relu, @Dense(units = 40) Layer y
                """, """
                relu = input () : [32, 144]
                y = dense y/kernel[144, 40] + y/bias[40] (relu) : [32, 40]
                output y
                """);
        assertThat(tail.headSteps()).isEqualTo(3);
        assertThat(tail.hasHead()).isTrue();
        assertThat(tail.givenAs(tail.many().graph().node("relu"))).isEmpty();
    }

    @Test
    void takesAFlattenedInputFromTheCaller() {
        BatchedTail tail = assertTail("@Input({10, 10}) Layer x, @Flatten Layer flat, @Dense(units = 64) Layer y", """
                flat = input () : [32, 100]
                y = dense y/kernel[100, 64] + y/bias[64] (flat) : [32, 64]
                output y
                """);
        assertThat(tail.hasHead()).isFalse();
        assertThat(tail.givenAs(tail.many().graph().node("flat"))).hasValue("x");
    }

    @Test
    void includesConvolutionsOfOnePixel() {
        assertTail("""
                @Input({2, 2, 64}) Layer image, @GlobalAveragePooling2D(keepdims = true) Layer mean,
                @Conv2D(filters = 100, kernelSize = 1) Layer conv, @PReLU Layer prelu,
                @Reshape({4, 25}) Layer view, @Activation(SIGMOID) Layer y
                """, """
                mean = input () : [32, 64]
                conv = dense conv/kernel[1, 1, 64, 100] + conv/bias[100] (mean) : [32, 100]
                prelu = prelu prelu/alpha[1, 100] (conv) : [32, 100]
                view = view (prelu) : [32, 100]
                y = sigmoid (view) : [32, 100]
                output y
                """);
    }

    /** What a layer of images reads is needed for each sample by itself. */
    @Test
    void leavesOutWhatIsReadElsewhere() {
        BatchedTail tail = assertTail("""
                @Input({4, 4, 64}) Layer image, @GlobalAveragePooling2D Layer mean, @Dense(units = 64) Layer gate,
                @Reshape({1, 1, 64}) Layer spread, @Multiply({"image", "spread"}) Layer gated,
                @Flatten Layer flat, @Dense(units = 7) Layer y
                """, """
                flat = input () : [32, 1024]
                y = dense y/kernel[1024, 7] + y/bias[7] (flat) : [32, 7]
                output y
                """);
        assertThat(names(tail)).containsExactly("y");
    }

    @Test
    void comesLastInEveryPrediction() {
        BatchedTail tail = tail("""
                @Input({8, 8, 4}) Layer image, @Flatten Layer flat, @Dense(units = 64) Layer dense,
                @Conv2D(filters = 4, kernelSize = 3) @From("image") Layer conv, @GlobalMaxPooling2D Layer most,
                @Dense(units = 64) Layer other, @Add({"dense", "other"}) Layer y
                """).orElseThrow();
        assertThat(tail.one().steps().stream().map(Node::name).toList())
                .containsExactly("conv", "most#pool", "dense", "y");
        assertThat(tail.headSteps()).isEqualTo(2);
    }

    @Test
    void isNothingWhereItWouldGainLittle() {
        assertThat(tail("@Input(40) Layer x, @Dense(units = 100) Layer y"))
                .as("few weights")
                .isEmpty();
        assertThat(tail("""
                @Input({64, 64, 32}) Layer x, @Conv2D(filters = 64, kernelSize = 3, padding = SAME) Layer a,
                @GlobalMaxPooling2D Layer b, @Dense(units = 100) Layer y
                """)).as("a small part of the time").isEmpty();
        assertThat(tail("@Input({6, 100}) Layer x, @Dense(units = 100) Layer y"))
                .as("rows of its own")
                .isEmpty();
        assertThat(tail("@Input(600_000) Layer x, @Dense(units = 8) Layer y"))
                .as("too much memory")
                .isEmpty();
    }

    @Test
    void knowsFromHowManySamplesOnItIsFaster() {
        assertThat(tail("@Input(100) Layer x, @Dense(units = 64) Layer y")
                        .orElseThrow()
                        .fewestTogether())
                .isEqualTo(2);
        assertThat(tail("@Input(1000) Layer x, @Dense(units = 10) Layer y")
                        .orElseThrow()
                        .fewestTogether())
                .isEqualTo(4);
    }

    private static BatchedTail assertTail(String layers, String expected) {
        BatchedTail tail = tail(layers).orElseThrow();
        assertThat(tail.many().graph().toString()).isEqualTo(expected);
        return tail;
    }

    private static Set<String> names(BatchedTail tail) {
        return tail.many().steps().stream().map(Node::name).collect(Collectors.toSet());
    }

    private static Optional<BatchedTail> tail(String layers) {
        return BatchedTail.of(MemoryPlanner.plan(
                new Optimizer(Set.of(), (pass, graph) -> {}).optimize(Graphs.of(layers), new Notes())));
    }
}
