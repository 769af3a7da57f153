package dev.pleat.processor;

import dev.pleat.processor.Explanation.Change;
import dev.pleat.processor.Explanation.Fate;
import dev.pleat.processor.Explanation.Outcome;
import dev.pleat.processor.Explanation.Stage;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Input;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.pass.Notes;
import dev.pleat.processor.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what became of every layer. */
final class Fates {

    private final Explainer explainer;
    private final Graph read;
    private final Notes notes;
    private final Plan plan;
    private final List<Stage> stages;
    private final Set<String> steps = new HashSet<>();

    Fates(Explainer explainer, Graph read, Notes notes, Plan plan, List<Stage> stages) {
        this.explainer = explainer;
        this.read = read;
        this.notes = notes;
        this.plan = plan;
        this.stages = stages;
        plan.steps().forEach(step -> steps.add(step.name()));
    }

    List<Fate> list() {
        Map<String, Set<String>> layers = new LinkedHashMap<>();
        for (Node node : read.nodes()) {
            layers.computeIfAbsent(Wording.layer(node.name()), layer -> new LinkedHashSet<>())
                    .add(node.name());
        }
        List<Fate> fates = new ArrayList<>();
        layers.forEach((layer, nodes) -> fates.add(fate(layer, nodes)));
        return fates;
    }

    private Fate fate(String layer, Set<String> written) {
        List<Node> holders = plan.graph().nodes().stream()
                .filter(node -> explainer.work(node).stream().anyMatch(written::contains))
                .toList();
        List<Node> own = holders.stream()
                .filter(node ->
                        steps.contains(node.name()) && explainer.owner(node).equals(layer))
                .toList();
        Outcome outcome = outcome(layer, holders, own);
        List<String> places = (outcome == Outcome.STEP ? own : holders)
                .stream().map(Node::name).toList();
        return new Fate(
                layer,
                explainer.kind(layer),
                outcome,
                places,
                sentence(layer, outcome, own, holders),
                reasons(layer, outcome, own));
    }

    private Outcome outcome(String layer, List<Node> holders, List<Node> own) {
        if (holders.stream().anyMatch(node -> node.op() instanceof Input)) {
            return Outcome.INPUT;
        } else if (notes.folded(layer).isPresent()) {
            return Outcome.FOLDED;
        } else if (!own.isEmpty()) {
            return Outcome.STEP;
        } else if (holders.isEmpty()) {
            return Outcome.REMOVED;
        }
        boolean computed = holders.stream().anyMatch(node -> steps.contains(node.name()));
        return computed ? Outcome.FUSED : Outcome.VIEW;
    }

    private String sentence(String layer, Outcome outcome, List<Node> own, List<Node> holders) {
        return switch (outcome) {
            case INPUT -> "what the caller passes";
            case FOLDED -> notes.folded(layer).orElseThrow();
            case VIEW ->
                "another look at the memory of '"
                        + Wording.layer(plan.graph()
                                .node(holders.get(holders.size() - 1).input())
                                .name())
                        + "': nothing is computed or copied";
            case STEP -> own.size() == 1 ? "a step of its own" : own.size() + " steps of its own";
            case FUSED -> told(layer, false);
            case REMOVED -> told(layer, true);
        };
    }

    /** Returns what the last change said that moved a layer's work to another, or removed it. */
    private String told(String layer, boolean removed) {
        String told = "part of another layer's step";
        for (Stage stage : stages) {
            for (Change change : stage.changes()) {
                if (change.layers().contains(layer) && change.into().isEmpty() == removed) {
                    told = change.sentence();
                }
            }
        }
        return told;
    }

    private List<String> reasons(String layer, Outcome outcome, List<Node> own) {
        List<String> reasons = new ArrayList<>(notes.refusals(layer));
        if (outcome == Outcome.STEP) {
            for (Node node : own) {
                reasons.addAll(Reasons.of(plan.graph(), node));
                reasons.addAll(Reasons.ofCopies(plan.graph(), node));
            }
        }
        return reasons;
    }
}
