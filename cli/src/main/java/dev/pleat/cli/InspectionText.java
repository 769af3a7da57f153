package dev.pleat.cli;

import dev.pleat.processor.Explanation.Fate;
import dev.pleat.processor.Explanation.Node;
import dev.pleat.processor.Explanation.Outcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** An inspection for people. */
final class InspectionText {
    private final Inspection inspection;
    private final Ansi ansi;

    InspectionText(Inspection inspection, Ansi ansi) {
        this.inspection = inspection;
        this.ansi = ansi;
    }

    void print(PrintWriter out) {
        out.println(heading(Printable.of(inspection.origin().file().getFileName() + "")));
        layers(out);
        totals(out);
        decisions(out);
        steps(out);
        out.println();
        out.println("Packed weights: " + Numbers.bytes(inspection.packedBytes()));
        out.println("Scratch memory: " + Numbers.bytes(inspection.scratchBytes()) + " a prediction");
        notes(out);
    }

    private String heading(String text) {
        return ansi.string("@|bold " + text.replace("|@", "") + "|@");
    }

    private void layers(PrintWriter out) {
        boolean renamed = inspection.layers().stream()
                .anyMatch(layer -> !fileName(layer.fate()).equals(layer.fate().layer()));
        Table table = renamed
                ? new Table("Layer", "Type", "In the file", "Shape", "> Parameters", "> Multiply-adds", "Becomes")
                : new Table("Layer", "Type", "Shape", "> Parameters", "> Multiply-adds", "Becomes");
        for (Inspection.Layer layer : inspection.layers()) {
            String[] cells = {
                layer.fate().layer(),
                layer.fate().kind(),
                fileName(layer.fate()),
                layer.shape().toString(),
                Numbers.whole(layer.parameters()),
                Numbers.whole(layer.multiplyAdds()),
                becomes(layer.fate())
            };
            table.row(renamed ? cells : new String[] {cells[0], cells[1], cells[3], cells[4], cells[5], cells[6]});
        }
        out.println(table);
    }

    private String fileName(Fate fate) {
        return Printable.of(inspection.origin().nameInFile(fate.layer()));
    }

    private String becomes(Fate fate) {
        String outcome = fate.outcome().name().toLowerCase(Locale.ROOT);
        boolean elsewhere = fate.outcome() == Outcome.FOLDED || fate.outcome() == Outcome.FUSED;
        String owners = fate.steps().stream()
                .map(inspection::owner)
                .filter(owner -> !owner.equals(fate.layer()))
                .distinct()
                .collect(Collectors.joining(", "));
        return elsewhere && !owners.isEmpty() ? outcome + " into " + owners : outcome;
    }

    private void totals(PrintWriter out) {
        out.println();
        out.println("Parameters:     " + Numbers.whole(inspection.parameters()) + ", of which "
                + Numbers.whole(inspection.statistics()) + " are statistics of norms");
        out.println("Multiply-adds:  " + Numbers.whole(inspection.multiplyAdds()) + " a prediction");
    }

    private void decisions(PrintWriter out) {
        List<Fate> told = inspection.layers().stream()
                .map(Inspection.Layer::fate)
                .filter(fate -> fate.outcome() != Outcome.INPUT)
                .filter(fate ->
                        fate.outcome() != Outcome.STEP || !fate.reasons().isEmpty())
                .toList();
        if (told.isEmpty()) {
            return;
        }
        out.println();
        out.println(heading("What folds, and what does not"));
        for (Fate fate : told) {
            out.println("  " + fate.layer() + ": " + fate.sentence());
            fate.reasons().forEach(reason -> out.println("      " + reason));
        }
    }

    private void steps(PrintWriter out) {
        out.println();
        out.println(heading("Steps of a prediction"));
        Table table = new Table("Step", "Computes", "Layers", "Shape", "> Multiply-adds");
        for (Node step : inspection.steps()) {
            table.row(
                    step.name(),
                    step.detail(),
                    step.layers().stream().collect(Collectors.joining(", ")),
                    step.shape().toString(),
                    Numbers.whole(step.multiplyAdds()));
        }
        out.println(table);
    }

    private void notes(PrintWriter out) {
        if (!inspection.origin().notes().isEmpty()) {
            out.println();
            out.println(heading("Notes"));
            inspection.origin().notes().forEach(note -> out.println("  " + Printable.of(note)));
        }
        if (!inspection.origin().batched()) {
            out.println();
            out.println("The file's model has no batch dimension: shapes are those of whole arrays.");
        }
    }
}
