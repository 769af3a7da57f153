package dev.pleat.processor;

import dev.pleat.processor.Explanation.Change;
import dev.pleat.processor.Explanation.Drawing;
import dev.pleat.processor.Explanation.Stage;
import dev.pleat.processor.Explanation.Weight;
import dev.pleat.processor.emit.ModelEmitter.Emission;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Param;
import dev.pleat.processor.pass.Notes;
import dev.pleat.processor.pass.Optimizer;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.read.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Watches one compilation and tells of it. */
final class Explainer implements Optimizer.Observer {

    private final Model model;
    private final Graph read;
    private final Lineage lineage;
    private final Drawing drawn;
    private final List<Change> changes = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();

    Explainer(Model model) {
        this.model = model;
        this.read = model.graph();
        this.lineage = new Lineage(read);
        this.drawn = draw(read);
    }

    @Override
    public void rewrote(String pass, Graph before, Graph after) {
        Set<String> dead = new HashSet<>();
        before.nodes().stream()
                .filter(node -> !after.contains(node.name()))
                .forEach(node -> dead.addAll(lineage.of(node.name())));
        List<Lineage.Move> moves = lineage.follow(before, after);
        if (moves.isEmpty()) {
            // Others do the work of what goes already.
            List<String> gone = written(dead);
            changes.add(new Change(pass, layers(gone), "", Wording.gone(layers(gone))));
        }
        for (Lineage.Move move : moves) {
            // Of two that change places, one is told of.
            if (pass.equals("SinkPermutes") && before.contains(move.into().name())) {
                continue;
            }
            String into = move.into() == null ? "" : owner(move.into());
            List<String> moved = written(move.newcomers());
            changes.add(new Change(pass, layers(moved), into, Wording.change(pass, read, moved, into)));
        }
    }

    @Override
    public void ran(String pass, Graph after) {
        stages.add(new Stage(pass, Wording.purpose(pass), changes, draw(after)));
        changes.clear();
    }

    /** Returns all that happened. */
    Explanation explain(Notes notes, Plan plan, Emission emission) {
        String qualified = model.packageName().isEmpty() ? model.name() : model.packageName() + "." + model.name();
        List<Explanation.Step> steps = plan.steps().stream()
                .map(node -> new Explanation.Step(
                        node.name(), owner(node), emission.schedules().getOrDefault(node.name(), List.of())))
                .toList();
        return new Explanation(
                model.type().getSimpleName().toString(),
                qualified,
                drawn,
                stages,
                draw(plan.graph()),
                new Fates(this, read, notes, plan, stages).list(),
                steps,
                Lifetimes.of(plan, emission.scratchFloats()),
                emission.weightFloats());
    }

    /** Returns the name of the annotation of a layer, empty if it has none. */
    String kind(String layer) {
        return model.kinds().getOrDefault(layer, "");
    }

    /** Returns the nodes as written whose work a node does. */
    Set<String> work(Node node) {
        return lineage.of(node.name());
    }

    /** Returns the layer that a node's step is called after. */
    String owner(Node node) {
        String owner = Wording.owner(node);
        for (String written : lineage.of(node.name())) {
            boolean sameKind = read.node(written).op().getClass() == node.op().getClass();
            if (sameKind && !Wording.layer(written).equals(owner)) {
                boolean named = lineage.of(node.name()).stream()
                        .anyMatch(w -> Wording.layer(w).equals(owner));
                return named ? owner : Wording.layer(written);
            }
        }
        return owner;
    }

    /** Returns nodes of the model as written in its order. */
    private List<String> written(Collection<String> nodes) {
        return read.nodes().stream().map(Node::name).filter(nodes::contains).toList();
    }

    private static List<String> layers(List<String> written) {
        return written.stream().map(Wording::layer).distinct().toList();
    }

    private Drawing draw(Graph graph) {
        List<Explanation.Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            List<Weight> weights = node.op().params().stream()
                    .distinct()
                    .map(param -> new Weight(param.name(), param.shape().dims()))
                    .toList();
            long parameters = node.op().params().stream()
                    .distinct()
                    .map(Param::shape)
                    .mapToLong(shape -> shape.count())
                    .sum();
            String layer = owner(node);
            nodes.add(new Explanation.Node(
                    node.name(),
                    layer,
                    kind(layer),
                    Wording.operation(node.op()),
                    node.op().toString(),
                    node.shape().dims(),
                    node.inputs(),
                    weights,
                    parameters,
                    node.op().multiplyAdds(graph.inputShapes(node)),
                    layers(written(lineage.of(node.name())))));
        }
        return new Drawing(
                nodes,
                graph.outputs().stream()
                        .map(output -> new Explanation.Output(output.name(), output.node()))
                        .toList());
    }
}
