package dev.pleat.processor.graph;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VerifierTest {

    private static final Shape SHAPE = Shape.of(3);
    private static final Node INPUT = new Node("x", new Input(SHAPE), List.of(), SHAPE);
    private static final Op RELU = new Activate(Activation.RELU);
    private static final Graph.Output OUTPUT = new Graph.Output("y", "y");

    @Test
    void acceptsWhatHolds() {
        assertThatCode(() -> verify(INPUT, new Node("y", RELU, List.of("x"), SHAPE)))
                .doesNotThrowAnyException();
    }

    @Test
    void everyNodeReadsNodesAboveIt() {
        Node early = new Node("y", RELU, List.of("z"), SHAPE);
        Node late = new Node("z", RELU, List.of("x"), SHAPE);

        assertRefused("'y' reads 'z', which is not above it", INPUT, early, late);
        assertRefused("'y' reads 'z', which is not above it", INPUT, early);
    }

    @Test
    void shapesFollowFromInputs() {
        assertRefused("'y' claims [4] but makes [3]", INPUT, new Node("y", RELU, List.of("x"), Shape.of(4)));
    }

    @Test
    void aResidualIsRead() {
        Weighting weights = Weighting.of(new Param("y/kernel", Shape.of(3, 3)), Optional.empty());
        Dense plain = new Dense(3, weights, Epilogue.NONE);

        assertRefused("'y' must read 1 values", INPUT, new Node("y", plain, List.of("x", "x"), SHAPE));
        assertRefused(
                "'y' must read 2 values",
                INPUT,
                new Node("y", plain.withEpilogue(Epilogue.NONE.withResidual()), List.of("x"), SHAPE));
    }

    @Test
    void outputsAreComputed() {
        assertRefused("the output 'y' is not computed", INPUT);
    }

    @Test
    void namesAreUnique() {
        assertRefused("two nodes are called 'x'", INPUT, INPUT);
    }

    private static void assertRefused(String message, Node... nodes) {
        assertThatThrownBy(() -> verify(nodes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    private static void verify(Node... nodes) {
        Verifier.verify(new Graph(List.of(nodes), List.of(OUTPUT)));
    }
}
