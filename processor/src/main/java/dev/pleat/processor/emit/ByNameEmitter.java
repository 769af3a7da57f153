package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the forms of {@code predict} that take arrays by name. */
final class ByNameEmitter {

    private static final ParameterSpec INPUTS =
            ParameterSpec.builder(Names.ARRAY_MAP, "inputs").build();
    private static final ParameterSpec OUTPUTS =
            ParameterSpec.builder(Names.ARRAY_MAP, "outputs").build();
    private static final ParameterSpec TIMES =
            ParameterSpec.builder(Names.STEP_TIMES, "times").build();
    private static final ParameterSpec MEMORY =
            ParameterSpec.builder(Names.SCRATCH, "memory").build();
    private static final ParameterSpec S =
            ParameterSpec.builder(Names.FLOATS, "s").build();

    private final Port.All ports;
    private final boolean clipsBits;

    /**
     * @param clipsBits whether steps clip sums on their bits
     */
    ByNameEmitter(Port.All ports, boolean clipsBits) {
        this.ports = ports;
        this.clipsBits = clipsBits;
    }

    void addTo(TypeSpec.Builder type, Names names) {
        type.addMethod(returning());
        if (ports.fitParameters()) {
            type.addMethod(into());
            type.addMethod(timed());
            type.addMethod(inScratch());
            return;
        }
        type.addMethod(many(method().addParameter(INPUTS).addParameter(OUTPUTS), "run(s)"));
        type.addMethod(manyInScratch());
        MethodSpec.Builder timed =
                method().addParameter(INPUTS).addParameter(OUTPUTS).addParameter(TIMES);
        type.addMethod(many(timed, "times.run(steps, s)"));
        List<CodeBlock> allocations = new ArrayList<>();
        List<CodeBlock> reads = new ArrayList<>();
        List<CodeBlock> writes = new ArrayList<>();
        for (Port port : ports.inputs()) {
            reads.add(checked(port, "input"));
            reads.add(Copies.read(port, port.parameter(), "0", false, clipsBits));
        }
        for (Port port : ports.outputs()) {
            allocations.add(CodeBlock.of("outputs.put($S, new float[$L]);\n", port.name(), port.size()));
            writes.add(checked(port, "output"));
            writes.add(Copies.write(port, port.parameter(), "0"));
        }
        Chunks.add(type, names, "allocate", true, List.of(OUTPUTS), allocations);
        Chunks.add(type, names, "read", true, List.of(S, INPUTS), reads);
        Chunks.add(type, names, "write", true, List.of(S, OUTPUTS), writes);
    }

    private static MethodSpec.Builder method() {
        return MethodSpec.methodBuilder("predict").addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private MethodSpec returning() {
        TypeName map = Names.ARRAY_MAP;
        MethodSpec.Builder method = method().returns(map).addParameter(INPUTS);
        method.addStatement("$T outputs = new $T<>()", map, LinkedHashMap.class);
        if (ports.fitParameters()) {
            for (Port port : ports.outputs()) {
                method.addStatement("outputs.put($S, new float[$L])", port.name(), port.size());
            }
        } else {
            method.addStatement("allocate(outputs)");
        }
        return method.addStatement("predict(inputs, outputs)")
                .addStatement("return outputs")
                .build();
    }

    private MethodSpec into() {
        MethodSpec.Builder method = method().addParameter(INPUTS).addParameter(OUTPUTS);
        arrays(method);
        CodeBlock arrays =
                ports.stream().map(port -> CodeBlock.of("$L", port.parameter())).collect(CodeBlock.joining(", "));
        return method.addStatement("predict($L)", arrays).build();
    }

    /** Declares a variable for each array that the caller passed. */
    private void arrays(MethodSpec.Builder method) {
        ports.inputs().forEach(port -> method.addCode(named(port, "input")));
        ports.outputs().forEach(port -> method.addCode(named(port, "output")));
        checkCounts(method);
    }

    private MethodSpec inScratch() {
        MethodSpec.Builder method =
                method().addParameter(MEMORY).addParameter(INPUTS).addParameter(OUTPUTS);
        arrays(method);
        ports.stream().forEach(port -> method.addCode(checkExact(port)));
        return method.addStatement("predict(memory, $L)", firsts(ports.stream().toList()))
                .build();
    }

    private MethodSpec manyInScratch() {
        MethodSpec.Builder method =
                method().addParameter(MEMORY).addParameter(INPUTS).addParameter(OUTPUTS);
        checkCounts(method);
        return method.addStatement("float[] s = memory.floats(SCRATCH, AREA)")
                .addStatement("read(s, inputs)")
                .addStatement("memory.run(steps, divided)")
                .addStatement("write(s, outputs)")
                .build();
    }

    /** The steps run one by one, each with a look at the clock. */
    private MethodSpec timed() {
        MethodSpec.Builder method =
                method().addParameter(INPUTS).addParameter(OUTPUTS).addParameter(TIMES);
        arrays(method);
        ports.stream().forEach(port -> method.addCode(checkExact(port)));
        return method.addStatement("float[] s = scratch.take()")
                .beginControlFlow("try")
                .addStatement("read(s, $L)", firsts(ports.inputs()))
                .addStatement("times.run(this.steps, s)")
                .addStatement("write(s, $L)", firsts(ports.outputs()))
                .nextControlFlow("finally")
                .addStatement("scratch.give(s)")
                .endControlFlow()
                .build();
    }

    private static String firsts(List<Port> ports) {
        return ports.stream().map(port -> port.parameter() + ", 0").collect(Collectors.joining(", "));
    }

    private void checkCounts(MethodSpec.Builder method) {
        method.addStatement(
                "$T.checkCount(inputs, $S, $L)",
                Names.ARGUMENTS,
                "input",
                ports.inputs().size());
        method.addStatement(
                "$T.checkCount(outputs, $S, $L)",
                Names.ARGUMENTS,
                "output",
                ports.outputs().size());
    }

    private static CodeBlock named(Port port, String kind) {
        return CodeBlock.of(
                "float[] $L = $T.named($Ls, $S, $S);\n", port.parameter(), Names.ARGUMENTS, kind, kind, port.name());
    }

    /** Where ports are too many for parameters, maps go where arrays would. */
    private MethodSpec many(MethodSpec.Builder method, String run) {
        checkCounts(method);
        return method.addStatement("float[] s = scratch.take()")
                .beginControlFlow("try")
                .addStatement("read(s, inputs)")
                .addStatement(run)
                .addStatement("write(s, outputs)")
                .nextControlFlow("finally")
                .addStatement("scratch.give(s)")
                .endControlFlow()
                .build();
    }

    private static CodeBlock checked(Port port, String kind) {
        return CodeBlock.builder().add(named(port, kind)).add(checkExact(port)).build();
    }

    private static CodeBlock checkExact(Port port) {
        return CodeBlock.of(
                "$T.checkExact($S, $L.length, $L);\n", Names.ARGUMENTS, port.name(), port.parameter(), port.size());
    }
}
