package dev.pleat.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Param;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.read.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class of a compiled model. */
public final class ModelEmitter {

    /** Calls or entries in one generated method; HotSpot compiles no method of more than 8,000 bytes. */
    private static final int CHUNK = 100;

    private static final TypeName SPECS =
            ParameterizedTypeName.get(ClassName.get(List.class), Names.TENSOR_SPEC);

    private final Model model;
    private final Plan plan;
    private final List<String> notes;
    private final boolean vectors;
    private final boolean generatedAnnotation;

    /**
     * @param notes what was folded where
     * @param vectors whether the user's module can see the vector module
     * @param generatedAnnotation whether it can see {@code javax.annotation.processing.Generated}
     */
    public ModelEmitter(Model model, Plan plan, List<String> notes, boolean vectors, boolean generatedAnnotation) {
        this.model = model;
        this.plan = plan;
        this.notes = notes;
        this.vectors = vectors;
        this.generatedAnnotation = generatedAnnotation;
    }

    /** Returns the source file. */
    public JavaFile emit() {
        Context context = Context.of(plan, vectors ? KernelSets.empty() : null);
        Names names = new Names("run", "load", "read", "write", "predict", "summary", "inputs", "outputs", "weights");
        List<MethodSpec> steps = new ArrayList<>();
        List<MethodSpec> loads = new ArrayList<>();
        for (Node node : plan.steps()) {
            Step step = OpEmitters.emit(node, context);
            steps.add(stepMethod(names.step(node.name()), node, step));
            if (!step.load().isEmpty()) {
                loads.add(loadMethod(names.load(node.name()), node, step));
            }
        }
        TypeSpec.Builder type = head();
        fields(type, context);
        new LoadEmitter(self(), model.type().getSimpleName() + ".safetensors", model.type().getSimpleName().toString())
                .addTo(type);
        new PredictEmitter(inputs(), outputs()).addTo(type);
        face(type, context);
        chunked(type, "run", steps.stream().map(m -> CodeBlock.of("$N(s);\n", m)).toList(), false);
        type.addMethods(steps);
        chunked(type, "pack", loads.stream().map(m -> CodeBlock.of("$N(weights, w);\n", m)).toList(), true);
        type.addMethods(loads);
        if (vectors) {
            kernels(type, context);
        }
        return JavaFile.builder(model.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private ClassName self() {
        return ClassName.get(model.packageName(), model.name());
    }

    private TypeSpec.Builder head() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self())
                .addOriginatingElement(model.type())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(Names.COMPILED_MODEL)
                .addJavadoc(
                        "The model {@link $L}, compiled: immutable and safe to share between threads.\n",
                        model.type().getQualifiedName());
        if (model.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (generatedAnnotation) {
            type.addAnnotation(AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
                    .addMember("value", "$S", "dev.pleat.processor.ModelProcessor")
                    .build());
        }
        return type;
    }

    private void fields(TypeSpec.Builder type, Context context) {
        if (vectors) {
            type.addField(constant(boolean.class, "VECTOR", CodeBlock.of("$T.readableFrom($T.class)", Names.SIMD, self())));
            type.addField(constant(boolean.class, "WIDE", CodeBlock.of("VECTOR && $T.REGISTERS == 32", Names.SIMD)));
            type.addField(constant(boolean.class, "FUSED", CodeBlock.of("VECTOR && $T.MIN_MAX", Names.SIMD)));
        }
        type.addField(constant(int.class, "SCRATCH", CodeBlock.of("$L", plan.scratch())));
        context.constants().forEach(type::addField);
        type.addField(FieldSpec.builder(Names.FLOATS, "w", Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("All weights, folded and packed in the order in which the kernels read them.\n")
                .build());
        type.addField(FieldSpec.builder(Names.SCRATCH_POOL, "scratch", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T(SCRATCH)", Names.SCRATCH_POOL)
                .build());
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.WEIGHTS, "weights")
                .addStatement("w = new float[$L]", context.weights().size())
                .addStatement("pack(weights, w)")
                .build());
    }

    private static FieldSpec constant(Class<?> type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private List<Port> inputs() {
        NameAllocator allocator = parameterNames();
        return plan.graph().inputs().stream()
                .map(node -> new Port(node.name(), allocator.newName(node.name()), node.shape(), plan.slot(node)))
                .toList();
    }

    private List<Port> outputs() {
        NameAllocator allocator = parameterNames();
        plan.graph().inputs().forEach(node -> allocator.newName(node.name()));
        return plan.graph().outputs().stream()
                .map(output -> {
                    Node node = plan.graph().node(output.node());
                    return new Port(output.name(), allocator.newName(output.name()), node.shape(), plan.slot(node));
                })
                .toList();
    }

    private static NameAllocator parameterNames() {
        NameAllocator allocator = new NameAllocator();
        List.of("s", "w", "samples", "sample", "memory", "scratch", "SCRATCH").forEach(allocator::newName);
        // What a record component must not be called.
        List.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait")
                .forEach(allocator::newName);
        return allocator;
    }

    /** Adds what {@code CompiledModel} asks for. */
    private void face(TypeSpec.Builder type, Context context) {
        type.addMethod(override("inputs", SPECS).addStatement("return $T.of($L)", List.class, specs(inputs())).build());
        type.addMethod(override("outputs", SPECS).addStatement("return $T.of($L)", List.class, specs(outputs())).build());
        type.addMethod(override("weights", SPECS).addStatement("return specs()").build());
        type.addMethod(override("newScratch", Names.SCRATCH)
                .addStatement("return new $T(SCRATCH)", Names.SCRATCH)
                .build());
        String name = model.type().getSimpleName().toString();
        List<String> lines = Summary.of(name, model.graph(), plan, notes, context.weights().size());
        listMethod(type, "specs", "specs", Names.TENSOR_SPEC, params().stream().map(ModelEmitter::spec).toList());
        listMethod(
                type,
                "lines",
                "lines",
                ClassName.get(String.class),
                lines.stream().map(line -> CodeBlock.of("$S", line)).toList());
        type.addMethod(override("summary", ClassName.get(String.class))
                .addStatement("return String.join($S, lines())", "\n")
                .build());
    }

    private static MethodSpec.Builder override(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }

    private static CodeBlock specs(List<Port> ports) {
        return ports.stream()
                .map(port -> CodeBlock.of(
                        "$T.of($S, $L)", Names.TENSOR_SPEC, port.name(), dims(port.shape().dims())))
                .collect(CodeBlock.joining(", "));
    }

    private static String dims(List<Integer> dims) {
        return dims.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Returns the weights in the order of the layers, each once. */
    private List<Param> params() {
        Map<String, Param> params = new LinkedHashMap<>();
        Graph graph = model.graph();
        graph.nodes().forEach(node -> node.op().params().forEach(p -> params.putIfAbsent(p.name(), p)));
        return List.copyOf(params.values());
    }

    private static CodeBlock spec(Param param) {
        String comma = param.shape().rank() == 0 ? "" : ", ";
        return CodeBlock.of(
                "$T.of($S$L$L)", Names.TENSOR_SPEC, param.name(), comma, dims(param.shape().dims()));
    }

    /** Adds a method that returns a list, in pieces that HotSpot compiles. */
    private static void listMethod(
            TypeSpec.Builder type, String name, String variable, ClassName element, List<CodeBlock> entries) {
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), element);
        MethodSpec.Builder whole = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(list)
                .addStatement("$T $L = new $T<>()", list, variable, ArrayList.class);
        List<MethodSpec> pieces = new ArrayList<>();
        for (int i = 0; i < entries.size(); i += CHUNK) {
            MethodSpec.Builder piece = MethodSpec.methodBuilder(name + i / CHUNK)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(list, variable);
            entries.subList(i, Math.min(entries.size(), i + CHUNK))
                    .forEach(entry -> piece.addStatement("$L.add($L)", variable, entry));
            pieces.add(piece.build());
            whole.addStatement("$L($L)", name + i / CHUNK, variable);
        }
        type.addMethod(whole.addStatement("return $L", variable).build());
        type.addMethods(pieces);
    }

    /** Adds a method that calls many others, through methods in between if they are too many for one. */
    private static void chunked(TypeSpec.Builder type, String name, List<CodeBlock> calls, boolean loads) {
        List<CodeBlock> level = calls;
        int part = 0;
        while (level.size() > CHUNK) {
            List<CodeBlock> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += CHUNK) {
                String piece = name + "Part" + part++;
                type.addMethod(caller(piece, level.subList(i, Math.min(level.size(), i + CHUNK)), loads));
                above.add(CodeBlock.of(loads ? "$L(weights, w);\n" : "$L(s);\n", piece));
            }
            level = above;
        }
        type.addMethod(caller(name, level, loads));
    }

    private static MethodSpec caller(String name, List<CodeBlock> calls, boolean loads) {
        MethodSpec.Builder method = signature(name, loads);
        calls.forEach(method::addCode);
        return method.build();
    }

    private static MethodSpec.Builder signature(String name, boolean loads) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
        if (loads) {
            return method.addModifiers(Modifier.STATIC)
                    .addParameter(Names.WEIGHTS, "weights")
                    .addParameter(Names.FLOATS, "w");
        }
        return method.addParameter(Names.FLOATS, "s");
    }

    private MethodSpec stepMethod(String name, Node node, Step step) {
        return signature(name, false)
                .addJavadoc("{@code $L}\n", node.toString().replace("@", ""))
                .addCode(step.run())
                .build();
    }

    private static MethodSpec loadMethod(String name, Node node, Step step) {
        return signature(name, true).addCode(step.load()).build();
    }

    private void kernels(TypeSpec.Builder type, Context context) {
        boolean used = !context.kernels().wide().isEmpty();
        if (used) {
            type.addMethod(MethodSpec.methodBuilder("vectors")
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(int.class)
                    .addJavadoc("Returns how many vectors of channels the kernels that run compute at once, 0 for none.\n")
                    .addParameter(int.class, "wide")
                    .addParameter(int.class, "narrow")
                    .addStatement("return WIDE ? wide : VECTOR ? narrow : 0")
                    .build());
            type.addType(context.kernels().wide().type());
            type.addType(context.kernels().narrow().type());
        }
    }
}
