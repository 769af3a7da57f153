package dev.pleat.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.plan.BatchedTail;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.plan.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes what batches need where the end of a model is computed for several samples at a time: the steps of that end,
 * and the method that predicts a block of samples.
 */
final class BatchEmitter {

    /** Java allows a method 255 words of parameters; {@code predictBlock} has two for each port, and four more. */
    private static final int MOST_PORTS = 125;

    /** The names of the methods that are written beside the steps. */
    static final List<String> METHODS = List.of("predictBlock", "runHead", "runBatch", "listBatch");

    private static final TypeName STEPS = ArrayTypeName.of(Names.BATCH_STEP);

    private static final List<ParameterSpec> LISTING =
            List.of(ParameterSpec.builder(STEPS, "steps").build());

    private final BatchedTail tail;
    private final Port.All ports;
    private final Context context;
    private final Map<Node, Step> steps = new LinkedHashMap<>();

    /**
     * @param context that of the steps of one sample, which are written already
     */
    BatchEmitter(BatchedTail tail, Port.All ports, Context context) {
        this.tail = tail;
        this.ports = ports;
        this.context = context.ofSamples(tail.many(), tail.samples());
        for (Node node : tail.many().steps()) {
            steps.put(node, OpEmitters.emit(node, this.context));
        }
    }

    static boolean fits(Port.All ports) {
        return ports.stream().count() <= MOST_PORTS;
    }

    /** Returns the steps of several samples, by their nodes. */
    Map<Node, Step> steps() {
        return steps;
    }

    /** Returns the samples that are computed at a time. */
    int samples() {
        return tail.samples();
    }

    /** Returns whether the steps of several samples clip sums on their bits. */
    boolean clipsBits() {
        return context.clipsBits();
    }

    /** Returns the layer that the first step belongs to. */
    String from() {
        return Summary.layer(tail.many().steps().get(0));
    }

    /** Returns the floats of scratch memory of a batch, beside that of one prediction if that is needed. */
    int scratch() {
        return context.work().end();
    }

    /** Returns what users must know, as Javadoc. */
    String note() {
        return "<p>From {@code " + from() + "} on, up to " + tail.samples()
                + " samples are computed at a time, in memory that is allocated when it is\n"
                + "needed first, and kept. Numbers are added up in another order than for one sample, so results may differ\n"
                + "from those of {@code predict} in their last bits.\n\n";
    }

    void addMethods(TypeSpec.Builder type, Names names) {
        List<CodeBlock> entries = new ArrayList<>();
        List<MethodSpec> methods = new ArrayList<>();
        steps.forEach((node, step) -> {
            MethodSpec method = step(names.batch(node.name()), node, step);
            methods.add(method);
            entries.add(CodeBlock.of("steps[$L] = this::$N;\n", entries.size(), method));
        });
        type.addMethod(block(Names.FLOATS));
        type.addMethod(block(Names.BYTES));
        if (tail.hasHead()) {
            type.addMethod(head());
        }
        type.addMethod(run());
        Chunks.add(type, names, "listBatch", false, LISTING, entries);
        type.addMethods(methods);
    }

    void addFields(TypeSpec.Builder type) {
        type.addField(FieldSpec.builder(Names.SCRATCH_POOL, "batchScratch", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T($L)", Names.SCRATCH_POOL, scratch())
                .build());
        type.addField(FieldSpec.builder(STEPS, "batchSteps", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T[$L]", Names.BATCH_STEP, steps.size())
                .addJavadoc("What a block of a batch runs, in order, behind what runs for each of its samples.\n")
                .build());
    }

    private static MethodSpec step(String name, Node node, Step step) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.FLOATS, "s")
                .addParameter(int.class, "samples")
                .addJavadoc("{@code $L} for {@code samples} of them.\n", Names.documented(node.toString()))
                .addCode(step.run())
                .build();
    }

    /** The steps before the tail, for one sample. */
    private MethodSpec head() {
        return MethodSpec.methodBuilder("runHead")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.FLOATS, "s")
                .beginControlFlow(
                        "for (int step = 0; step < steps.length - $L; step++)",
                        tail.one().steps().size() - tail.headSteps())
                .addStatement("steps[step].run(s, $T.WHOLE)", Names.PART)
                .endControlFlow()
                .build();
    }

    private static MethodSpec run() {
        return MethodSpec.methodBuilder("runBatch")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.FLOATS, "s")
                .addParameter(int.class, "samples")
                .beginControlFlow("for ($T step : batchSteps)", Names.BATCH_STEP)
                .addStatement("step.run(s, samples)")
                .endControlFlow()
                .build();
    }

    /**
     * Returns the statements that predict {@code samples} samples from the beginning of each array. The last few that are
     * left alone are predicted one by one: kernels of several samples would take longer.
     */
    CodeBlock loop() {
        String arrays = ports.stream()
                .map(port -> port.parameter() + ", sample * " + port.size())
                .collect(Collectors.joining(", "));
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("int sample = 0");
        int fewest = tail.fewestTogether();
        code.beginControlFlow("if (samples >= $L)", fewest);
        if (tail.hasHead()) {
            code.addStatement("float[] s = scratch.take()");
        }
        code.addStatement("float[] memory = batchScratch.take()");
        code.beginControlFlow("try");
        code.beginControlFlow("for (; sample <= samples - $L; sample += $L)", fewest, tail.samples());
        code.addStatement(
                "predictBlock($Lmemory, Math.min($L, samples - sample), $L)",
                tail.hasHead() ? "s, " : "",
                tail.samples(),
                arrays);
        code.endControlFlow();
        code.nextControlFlow("finally");
        code.addStatement("batchScratch.give(memory)");
        if (tail.hasHead()) {
            code.addStatement("scratch.give(s)");
        }
        code.endControlFlow().endControlFlow();
        code.beginControlFlow("for (; sample < samples; sample++)");
        code.addStatement("predict($L)", arrays);
        return code.endControlFlow().build();
    }

    /** The prediction of as many samples as there is room for. All inputs are read before a result is written. */
    private MethodSpec block(TypeName element) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("predictBlock")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("Predicts at most $L samples.\n", tail.samples());
        if (tail.hasHead()) {
            method.addParameter(Names.FLOATS, "s");
        }
        method.addParameter(Names.FLOATS, "memory").addParameter(int.class, "samples");
        ports.inputs()
                .forEach(port -> method.addParameter(element, port.parameter()).addParameter(int.class, port.at()));
        ports.outputs()
                .forEach(port ->
                        method.addParameter(Names.FLOATS, port.parameter()).addParameter(int.class, port.at()));
        given(method, element);
        if (tail.hasHead()) {
            method.beginControlFlow("for (int sample = 0; sample < samples; sample++)");
            Stream<String> arrays = ports.inputs().stream()
                    .map(port -> port.parameter() + ", " + port.at() + " + sample * " + port.size());
            method.addStatement("read(s, $L)", arrays.collect(Collectors.joining(", ")));
            method.addStatement("runHead(s)");
            handOver(method);
            method.endControlFlow();
        }
        method.addStatement("runBatch(memory, samples)");
        results(method);
        return method.build();
    }

    /** Reads what the tail gets from the caller. */
    private void given(MethodSpec.Builder method, TypeName element) {
        for (Node boundary : tail.many().graph().inputs()) {
            tail.givenAs(boundary)
                    .ifPresent(name -> method.addCode(Copies.readSamples(
                            input(name), tail.many().slot(boundary), element.equals(Names.BYTES), clipsBits())));
        }
    }

    private Port input(String name) {
        return ports.inputs().stream()
                .filter(port -> port.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Copies what one sample's steps computed to where the tail reads it, and the outputs among it to the caller. */
    private void handOver(MethodSpec.Builder method) {
        Plan one = tail.one();
        for (Node boundary : tail.many().graph().inputs()) {
            if (tail.givenAs(boundary).isEmpty()) {
                Slot to = tail.many().slot(boundary);
                method.addCode(Copies.sample(one.slot(boundary.name()), to));
            }
        }
        List<Graph.Output> outputs = one.graph().outputs();
        for (int i = 0; i < outputs.size(); i++) {
            if (!tail.computes(outputs.get(i))) {
                Port port = ports.outputs().get(i);
                method.addCode(Copies.write(port, port.parameter(), port.at() + " + sample * " + port.size()));
            }
        }
    }

    private void results(MethodSpec.Builder method) {
        List<Graph.Output> outputs = tail.one().graph().outputs();
        for (int i = 0; i < outputs.size(); i++) {
            if (tail.computes(outputs.get(i))) {
                Slot from = tail.many().slot(outputs.get(i).node());
                method.addCode(Copies.writeSamples(ports.outputs().get(i), from));
            }
        }
    }
}
