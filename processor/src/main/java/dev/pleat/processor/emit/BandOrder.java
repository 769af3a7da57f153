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
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The order in which one thread runs steps, some of which it computes in turns: see {@link Bands}. */
final class BandOrder {

    private final Plan plan;
    private final Map<Node, Step> steps;
    private final List<Bands> groups;

    BandOrder(Plan plan, Map<Node, Step> steps) {
        this.plan = plan;
        this.steps = steps;
        this.groups = plan.bands().stream()
                .filter(group ->
                        group.nodes().stream().allMatch(node -> steps.get(node).progress() != null))
                .toList();
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
                .add(
                        "// Of: first step, turns; tiles: number, beside each other, rows, pixels if all rows are one; rows, columns.\n")
                .add(
                        "// Then: the value between, distance of its rows, room for rows; stride, rows above, rows of a window; tiles, rows, columns.\n")
                .addStatement(
                        "steps = WIDE || FUSED ? $T.order(\nwhole,\n$L) : whole",
                        Names.BANDS,
                        CodeBlock.join(groups.stream().map(this::turns).toList(), ",\n"))
                .build();
    }

    private CodeBlock turns(Bands group) {
        Node first = group.nodes().get(0);
        CodeBlock.Builder code = CodeBlock.builder();
        int step = plan.steps().indexOf(first);
        code.add("$T.of($L, $L, $L)$>$>", Names.TURNS, step, group.count(), tiles(first));
        for (int i = 1; i < group.nodes().size(); i++) {
            code.add(then(group.nodes().get(i - 1), group.nodes().get(i)));
        }
        return code.add("$<$<").build();
    }

    private CodeBlock then(Node writer, Node reader) {
        Slot slot = plan.slot(writer);
        Window window = ((Convolution) reader.op()).window();
        int at = slot.at() - slot.border().left() * slot.pitch();
        return CodeBlock.of(
                "\n.then($L, $L, $L, $L, $L, $L, $L)",
                at,
                slot.rowStride(),
                plan.room(writer),
                window.strideRows(),
                window.padding().top(),
                window.extentRows(),
                tiles(reader));
    }

    private CodeBlock tiles(Node node) {
        Image image = Image.of(node.shape());
        return CodeBlock.of("$L, $L, $L", steps.get(node).progress().code(), image.rows(), image.cols());
    }

    /** Returns for people which steps one thread runs in turns. */
    List<String> groups() {
        return groups.stream()
                .map(group -> group.nodes().stream().map(Node::name).collect(Collectors.joining(", ")) + ", in "
                        + group.count() + " bands of rows")
                .toList();
    }
}
