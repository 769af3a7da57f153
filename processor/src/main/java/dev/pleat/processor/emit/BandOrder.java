package dev.pleat.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Window;
import dev.pleat.processor.plan.Bands;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.plan.Slot;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The order in which one thread runs steps, some of which it computes in turns: see {@link Bands}. */
final class BandOrder {

    private final Plan plan;
    private final Map<Node, Step> steps;
    private final List<Bands> pairs;

    BandOrder(Plan plan, Map<Node, Step> steps) {
        this.plan = plan;
        this.steps = steps;
        this.pairs = plan.bands().stream()
                .filter(each -> steps.get(each.writer()).progress() != null)
                .filter(each -> steps.get(each.reader()).progress() != null)
                .toList();
    }

    /** Returns the field of the steps. */
    FieldSpec field() {
        FieldSpec.Builder field = FieldSpec.builder(
                        ArrayTypeName.of(Names.STEP), "steps", Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("What a prediction runs, in order.\n");
        return (pairs.isEmpty() ? field.initializer("new $T[$L]", Names.STEP, steps.size()) : field).build();
    }

    /** Returns the statements that list the steps. */
    CodeBlock list() {
        if (pairs.isEmpty()) {
            return CodeBlock.of("list(steps, divided);\n");
        }
        return CodeBlock.builder()
                .addStatement("$1T[] whole = new $1T[$2L]", Names.STEP, steps.size())
                .addStatement("list(whole, divided)")
                .addStatement(
                        "steps = WIDE || FUSED ? $T.order(\nwhole,\n$L) : whole",
                        Names.BANDS,
                        CodeBlock.join(pairs.stream().map(this::turns).toList(), ",\n"))
                .build();
    }

    private CodeBlock turns(Bands pair) {
        Slot slot = plan.slot(pair.writer());
        Window window = ((Convolution) pair.reader().op()).window();
        Image result = Image.of(pair.reader().shape());
        int at = slot.at() - slot.border().left() * slot.pitch();
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("$T.of(\n$>$>", Names.TURNS);
        code.add("$L, $L, // first step, turns\n", plan.steps().indexOf(pair.writer()), pair.count());
        code.add(
                "$L, $L, $L, $L, // between: ",
                at,
                slot.rowStride(),
                slot.image().rows(),
                slot.image().cols());
        code.add("memory, distance of rows, rows, columns\n");
        code.add("$L, // tiles: number, beside each other, rows, pixels of a single row\n", progress(pair.writer()));
        int span = (window.rows() - 1) * window.dilationRows() + 1;
        code.add("$L, $L, $L, ", window.strideRows(), window.padding().top(), span);
        code.add(
                "$L, $L, // reader: stride, rows above, rows of a window, rows, columns\n",
                result.rows(),
                result.cols());
        return code.add("$L)$<$<", progress(pair.reader())).build();
    }

    private CodeBlock progress(Node node) {
        return steps.get(node).progress().code();
    }

    /** Returns for people which steps one thread runs in turns. */
    List<String> groups() {
        return pairs.stream()
                .map(pair ->
                        pair.writer().name() + ", " + pair.reader().name() + ", in " + pair.count() + " bands of rows")
                .toList();
    }
}
