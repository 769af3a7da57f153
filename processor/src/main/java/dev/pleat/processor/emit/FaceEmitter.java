package dev.pleat.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Param;
import dev.pleat.processor.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes what every compiled model tells of itself: its inputs, outputs, weights and steps, its memory and its summary. */
final class FaceEmitter {

    private static final TypeName SPECS = ParameterizedTypeName.get(ClassName.get(List.class), Names.TENSOR_SPEC);

    private static final TypeName STEPS = ParameterizedTypeName.get(ClassName.get(List.class), Names.STEP_SPEC);

    /** Elements that {@code List.of} takes without an array. */
    private static final int FEW = 10;

    private final Port.All ports;
    private final Graph read;
    private final Plan plan;
    private final List<String> summary;

    /**
     * @param read the graph as the user wrote it
     * @param plan what became of it
     * @param summary its lines
     */
    FaceEmitter(Port.All ports, Graph read, Plan plan, List<String> summary) {
        this.ports = ports;
        this.read = read;
        this.plan = plan;
        this.summary = summary;
    }

    void addTo(TypeSpec.Builder type, Names names) {
        ports(type, names, "inputs", ports.inputs());
        ports(type, names, "outputs", ports.outputs());
        type.addMethod(override("weights", SPECS).addStatement("return specs()").build());
        type.addMethod(
                override("steps", STEPS).addStatement("return stepSpecs()").build());
        type.addMethod(override("newScratch", Names.SCRATCH)
                .addStatement("return new $T(SCRATCH)", Names.SCRATCH)
                .build());
        type.addMethod(override("newScratch", Names.SCRATCH)
                .addParameter(Names.TEAM, "team")
                .addStatement("return new $T(SCRATCH, AREA, team)", Names.SCRATCH)
                .build());
        type.addMethod(override("summary", ClassName.get(String.class))
                .addStatement("return String.join($S, lines())", "\n")
                .build());
        Chunks.addList(type, names, "specs", Names.TENSOR_SPEC, params());
        Chunks.addList(type, names, "stepSpecs", Names.STEP_SPEC, steps());
        Chunks.addList(
                type,
                names,
                "lines",
                ClassName.get(String.class),
                summary.stream().map(line -> CodeBlock.of("$S", line)).toList());
    }

    private static MethodSpec.Builder override(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }

    private static void ports(TypeSpec.Builder type, Names names, String method, List<Port> ports) {
        List<CodeBlock> specs = ports.stream()
                .map(port -> spec(port.name(), port.shape().dims()))
                .toList();
        if (ports.size() <= FEW) {
            type.addMethod(override(method, SPECS)
                    .addStatement("return $T.of($L)", List.class, CodeBlock.join(specs, ", "))
                    .build());
            return;
        }
        String list = method.substring(0, method.length() - 1) + "Specs";
        type.addMethod(override(method, SPECS).addStatement("return $L()", list).build());
        Chunks.addList(type, names, list, Names.TENSOR_SPEC, specs);
    }

    /** Returns the weights in the order of the layers, each once. */
    private List<CodeBlock> params() {
        Map<String, Param> params = new LinkedHashMap<>();
        read.nodes().forEach(node -> node.op().params().forEach(p -> params.putIfAbsent(p.name(), p)));
        return params.values().stream()
                .map(param -> spec(param.name(), param.shape().dims()))
                .toList();
    }

    private List<CodeBlock> steps() {
        return plan.steps().stream().map(this::step).toList();
    }

    private CodeBlock step(Node node) {
        String line = node.toString();
        return CodeBlock.of(
                "new $T($S, $S, $LL)",
                Names.STEP_SPEC,
                node.name(),
                ModelEmitter.ascii(line.substring(line.indexOf(" = ") + 3)),
                node.op().multiplyAdds(plan.graph().inputShapes(node)));
    }

    private static CodeBlock spec(String name, List<Integer> dims) {
        String numbers = dims.stream().map(dim -> ", " + dim).collect(Collectors.joining());
        return CodeBlock.of("$T.of($S$L)", Names.TENSOR_SPEC, name, numbers);
    }
}
