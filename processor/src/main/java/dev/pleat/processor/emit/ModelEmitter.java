package dev.pleat.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.plan.BatchedTail;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.read.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the class of a compiled model. */
public final class ModelEmitter {

    private static final TypeName STEPS = ArrayTypeName.of(Names.STEP);

    private static final List<ParameterSpec> LISTING = List.of(
            ParameterSpec.builder(STEPS, "steps").build(),
            ParameterSpec.builder(boolean[].class, "divided").build());

    private static final List<ParameterSpec> LOADING = List.of(
            ParameterSpec.builder(Names.WEIGHTS, "weights").build(),
            ParameterSpec.builder(Names.FLOATS, "w").build());

    private final Model model;
    private final Plan plan;
    private final List<String> notes;
    private final boolean vectors;
    private final boolean generatedAnnotation;
    private final long leastDivided;

    /**
     * @param notes what was folded where
     * @param vectors whether the user's module can see the vector module
     * @param generatedAnnotation whether it can see {@code javax.annotation.processing.Generated}
     * @param leastDivided multiply-adds of the smallest step that is divided among the threads of a team
     */
    public ModelEmitter(
            Model model,
            Plan plan,
            List<String> notes,
            boolean vectors,
            boolean generatedAnnotation,
            long leastDivided) {
        this.model = model;
        this.plan = plan;
        this.notes = notes;
        this.vectors = vectors;
        this.generatedAnnotation = generatedAnnotation;
        this.leastDivided = leastDivided;
    }

    /**
     * What was written.
     *
     * @param file the source file
     * @param schedules how each step is computed, by the name of its node
     * @param weightFloats length of the array of packed weights
     * @param scratchFloats length of the array of scratch memory, with what steps need while they run
     */
    public record Emission(JavaFile file, Map<String, List<String>> schedules, long weightFloats, long scratchFloats) {}

    /** Returns the source file and what it was decided for. */
    public Emission emit() {
        Context context = Context.of(plan, vectors ? KernelSets.empty(model.name()) : null, leastDivided);
        Names names = new Names(
                "run", "list", "load", "read", "write", "predict", "summary", "inputs", "outputs", "weights", "steps",
                "warmUp", "kernels");
        Map<Node, Step> emitted = new LinkedHashMap<>();
        plan.steps().forEach(node -> emitted.put(node, OpEmitters.emit(node, context)));
        BandOrder order = new BandOrder(plan, emitted);
        Port.All ports = Port.All.of(plan);
        Optional<BatchEmitter> batches = batches(ports, context);
        batches.ifPresent(batch -> BatchEmitter.METHODS.forEach(names::free));
        List<MethodSpec> steps = new ArrayList<>();
        List<MethodSpec> loads = new ArrayList<>();
        emitted.forEach((node, step) -> {
            steps.add(stepMethod(names.step(node.name()), node, step));
            if (!step.load().isEmpty()) {
                loads.add(loadMethod(names.load(node.name()), step));
            }
        });
        String name = model.type().getSimpleName().toString();
        List<String> lines = new Summary(model, plan, notes, emitted, context, order, batches).lines();
        TypeSpec.Builder type = head();
        new LoadEmitter(self(), name + ".safetensors", name).addTo(type);
        boolean clipsBits =
                context.clipsBits() || batches.map(BatchEmitter::clipsBits).orElse(false);
        new PredictEmitter(ports, self(), batches, clipsBits).addTo(type, names);
        new FaceEmitter(
                        ports,
                        model.graph(),
                        plan,
                        lines.stream().map(ModelEmitter::ascii).toList())
                .addTo(type, names);
        List<CodeBlock> entries = new ArrayList<>();
        for (Step step : emitted.values()) {
            int index = entries.size();
            CodeBlock.Builder entry = CodeBlock.builder().addStatement("steps[$L] = this::$N", index, steps.get(index));
            if (step.share().divided()) {
                entry.addStatement("divided[$L] = true", index);
            }
            entries.add(entry.build());
        }
        Chunks.add(type, names, "list", false, LISTING, entries);
        type.addMethod(run());
        type.addMethods(steps);
        batches.ifPresent(batch -> batch.addMethods(type, names));
        Chunks.add(type, names, "pack", true, LOADING, calls("$N(weights, w);\n", loads));
        type.addMethods(loads);
        // Without the kernels, which are most of the text and mention nothing that the rest does not.
        String code = type.build().toString() + order.list();
        if (vectors) {
            kernels(type, context, code);
            type.addMethod(StandIns.warmUp(warms(context)));
        }
        fields(type, context, code, order);
        batches.ifPresent(batch -> batch.addFields(type));
        type.addMethod(constructor(context, batches.isPresent(), order));
        JavaFile file = JavaFile.builder(model.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        return new Emission(
                file,
                schedules(emitted),
                context.weights().size(),
                context.work().end());
    }

    /** Returns what writes batches, nothing if they are loops over samples. */
    private Optional<BatchEmitter> batches(Port.All ports, Context context) {
        return BatchEmitter.fits(ports)
                ? BatchedTail.of(plan).map(tail -> new BatchEmitter(tail, ports, context))
                : Optional.empty();
    }

    private static Map<String, List<String>> schedules(Map<Node, Step> steps) {
        Map<String, List<String>> schedules = new LinkedHashMap<>();
        steps.forEach((node, step) -> schedules.put(node.name(), Schedules.of(step)));
        return schedules;
    }

    private static List<CodeBlock> calls(String format, List<MethodSpec> methods) {
        return methods.stream().map(method -> CodeBlock.of(format, method)).toList();
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

    /**
     * Adds the fields, among them the constants that steps and kernels mention: all of them do, but for {@code FUSED}.
     *
     * @param code the class without them and without its kernels
     */
    private void fields(TypeSpec.Builder type, Context context, String code, BandOrder order) {
        if (warms(context)) {
            type.addField(
                    constant(boolean.class, "VECTOR", CodeBlock.of("$T.readableFrom($T.class)", Names.SIMD, self())));
            type.addField(constant(boolean.class, "WIDE", CodeBlock.of("VECTOR && $T.REGISTERS == 32", Names.SIMD)));
            type.addField(constant(boolean.class, "FMA", CodeBlock.of("$T.FMA", Names.SIMD)));
            if (code.contains("FUSED")) {
                type.addField(constant(boolean.class, "FUSED", CodeBlock.of("VECTOR && $T.MIN_MAX", Names.SIMD)));
            }
        }
        type.addField(
                constant(int.class, "SCRATCH", CodeBlock.of("$L", context.work().end())));
        type.addField(
                constant(int.class, "AREA", CodeBlock.of("$L", context.work().size())));
        context.constants().forEach(type::addField);
        type.addField(FieldSpec.builder(Names.FLOATS, "w", Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("All weights, folded and packed in the order in which the kernels read them.\n")
                .build());
        type.addField(FieldSpec.builder(Names.SCRATCH_POOL, "scratch", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T(SCRATCH)", Names.SCRATCH_POOL)
                .build());
        type.addField(order.field());
        type.addField(FieldSpec.builder(boolean[].class, "divided", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new boolean[$L]", plan.steps().size())
                .addJavadoc("Which of the steps the threads of a team divide among themselves.\n")
                .build());
    }

    private MethodSpec constructor(Context context, boolean batches, BandOrder order) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.WEIGHTS, "weights")
                .addStatement(
                        "w = $T.allocate($L)",
                        Names.ALIGNED_FLOATS,
                        context.weights().size())
                .addStatement("pack(weights, w)")
                .addCode(order.list());
        if (batches) {
            constructor.addStatement("listBatch(batchSteps)");
        }
        constructor.addCode(warms(context) ? StandIns.begin() : CodeBlock.of(""));
        return constructor.build();
    }

    private static MethodSpec run() {
        return MethodSpec.methodBuilder("run")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.FLOATS, "s")
                .beginControlFlow("for ($T step : steps)", Names.STEP)
                .addStatement("step.run(s, $T.WHOLE)", Names.PART)
                .endControlFlow()
                .build();
    }

    private static FieldSpec constant(Class<?> type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private static MethodSpec stepMethod(String name, Node node, Step step) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.FLOATS, "s")
                .addParameter(Names.PART, "part")
                .addJavadoc("{@code $L}\n", Names.documented(node.toString()))
                .addCode(step.run())
                .build();
    }

    private static MethodSpec loadMethod(String name, Step step) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameters(LOADING)
                .addCode(step.load())
                .build();
    }

    /** Source files are written in the encoding of the user's build, which may be ASCII. */
    static String ascii(String text) {
        return text.replace('×', 'x');
    }

    private boolean warms(Context context) {
        return vectors && !context.kernels().wide().isEmpty();
    }

    private static void kernels(TypeSpec.Builder type, Context context, String code) {
        if (context.kernels().wide().isEmpty()) {
            return;
        }
        // Weights of depthwise convolutions lie as in the file, whatever the vectors are.
        if (code.contains(" vectors(")) {
            type.addMethod(MethodSpec.methodBuilder("vectors")
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(int.class)
                    .addJavadoc(
                            "Returns how many vectors of channels the kernels that run compute at once, 0 for none.\n")
                    .addParameter(int.class, "wide")
                    .addParameter(int.class, "narrow")
                    .addStatement("return WIDE ? wide : VECTOR ? narrow : 0")
                    .build());
        }
        type.addMethod(StandIns.kernels(
                context.kernels().wide().className(), context.kernels().narrow().className()));
        type.addType(context.kernels().wide().type());
        type.addType(context.kernels().narrow().type());
    }
}
