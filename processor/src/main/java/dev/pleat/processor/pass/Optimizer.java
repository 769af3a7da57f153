package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the passes in order, over and over until none finds anything, and verifies the graph after each. */
public final class Optimizer {

    /** All passes, in the order in which they run; the comment says why each stands where it does. */
    private static final List<Pass> PASSES = List.of(
            // First what hides neighbours from each other.
            new RemoveIdentities(),
            new MergePermutes(),
            new SinkPermutes(),
            new FoldPadding(),
            new ComposeScalings(),
            // Into the producer is best, into the consumer next; both cost nothing.
            new FoldBackward(),
            new FoldForward(),
            // What cannot be folded joins the loop that produces its input.
            new FuseResidual(),
            // A max pool first: it leaves more of the work out than the layer before could.
            new FuseMaximum(),
            new FuseActivation(),
            new FuseScaling(),
            new RemoveDeadNodes());

    private static final int MAX_SWEEPS = 100;

    private final Set<String> skipped;
    private final Observer observer;

    /**
     * @param skipped names of passes that do not run
     * @param observer is told what happens
     */
    public Optimizer(Set<String> skipped, Observer observer) {
        this.skipped = Set.copyOf(skipped);
        this.observer = observer;
    }

    /** Is told what happens to a graph. */
    @FunctionalInterface
    public interface Observer {

        /** A pass is through, for now, and has changed the graph. */
        void ran(String pass, Graph after);

        /** A pass has rewritten the graph at one place. */
        default void rewrote(String pass, Graph before, Graph after) {}

        /** Returns an observer that tells this one, then another. */
        default Observer and(Observer other) {
            Observer self = this;
            return new Observer() {
                @Override
                public void ran(String pass, Graph after) {
                    self.ran(pass, after);
                    other.ran(pass, after);
                }

                @Override
                public void rewrote(String pass, Graph before, Graph after) {
                    self.rewrote(pass, before, after);
                    other.rewrote(pass, before, after);
                }
            };
        }
    }

    /** Returns the names of all passes, in order. */
    public static List<String> passes() {
        return PASSES.stream().map(Pass::name).toList();
    }

    /** Returns the graph with all passes applied. */
    public Graph optimize(Graph graph, Notes notes) {
        Verifier.verify(graph);
        Graph result = graph;
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            Graph before = result;
            for (Pass pass : PASSES) {
                if (!skipped.contains(pass.name())) {
                    result = run(pass, result, notes);
                }
            }
            if (result == before) {
                return result;
            }
        }
        throw new IllegalStateException("the passes undo each other:\n" + result);
    }

    private Graph run(Pass pass, Graph graph, Notes notes) {
        Graph result = graph;
        Optional<Graph> changed = rewriteOnce(pass, result, notes);
        while (changed.isPresent()) {
            observer.rewrote(pass.name(), result, changed.get());
            result = changed.get();
            changed = rewriteOnce(pass, result, notes);
        }
        if (result != graph) {
            verify(pass, result);
            observer.ran(pass.name(), result);
        }
        return result;
    }

    private static Optional<Graph> rewriteOnce(Pass pass, Graph graph, Notes notes) {
        for (Node node : graph.nodes()) {
            Optional<Graph> changed = pass.rewrite(graph, node, notes);
            if (changed.isPresent()) {
                return changed;
            }
        }
        return Optional.empty();
    }

    private static void verify(Pass pass, Graph graph) {
        try {
            Verifier.verify(graph);
        } catch (RuntimeException e) {
            throw new IllegalStateException("after " + pass.name() + ": " + e.getMessage() + "\n" + graph, e);
        }
    }
}
