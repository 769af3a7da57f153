package dev.pleat.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the forms of {@code predict}: from floats and bytes, into new or given arrays, at offsets, in batches, by name. */
final class PredictEmitter {

    private static final String INTO = "into the caller's arrays, without allocating";
    private static final String WRONG_LENGTH = "@throws IllegalArgumentException if an array has another length\n";
    private static final String TOO_SHORT = "@throws IllegalArgumentException if an array is too short";

    private final Port.All ports;
    private final ClassName results;
    private final Optional<BatchEmitter> batches;
    private final boolean clipsBits;

    /**
     * @param model the generated class
     * @param batches what computes several samples at a time, if anything does
     * @param clipsBits whether steps clip sums on their bits
     */
    PredictEmitter(Port.All ports, ClassName model, Optional<BatchEmitter> batches, boolean clipsBits) {
        this.ports = ports;
        this.clipsBits = clipsBits;
        this.batches = batches;
        // A class cannot have the name of the one around it.
        this.results = ClassName.get("", model.simpleName().equals("Outputs") ? "Outputs_" : "Outputs");
    }

    void addTo(TypeSpec.Builder type, Names names) {
        if (!ports.fitParameters()) {
            new ByNameEmitter(ports, clipsBits).addTo(type, names);
            return;
        }
        for (TypeName element : List.of(Names.FLOATS, Names.BYTES)) {
            type.addMethod(returning(element));
            type.addMethod(into(element));
            type.addMethod(at(element));
            type.addMethod(batch(element));
            type.addMethod(batchInto(element));
        }
        type.addMethod(withScratch());
        new ByNameEmitter(ports, clipsBits).addTo(type, names);
        type.addMethod(read(Names.FLOATS));
        type.addMethod(read(Names.BYTES));
        type.addMethod(write());
        if (ports.outputs().size() > 1) {
            type.addType(outputsRecord());
        }
    }

    private static MethodSpec.Builder method(String name, TypeName element, String what) {
        String bytes = element.equals(Names.BYTES) ? ", from bytes that count from 0 to 255" : "";
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
        return method.addJavadoc("$L$L.\n\n", what, bytes);
    }

    private void parameters(
            MethodSpec.Builder method, TypeName element, boolean offsets, boolean results, String each) {
        for (Port port : ports.inputs()) {
            method.addParameter(element, port.parameter());
            method.addJavadoc("@param $L {@code $L}$L\n", port.parameter(), port.shape(), each);
            offset(method, port, offsets);
        }
        for (Port port : results ? ports.outputs() : List.<Port>of()) {
            method.addParameter(Names.FLOATS, port.parameter());
            method.addJavadoc("@param $L gets {@code $L}$L\n", port.parameter(), port.shape(), each);
            offset(method, port, offsets);
        }
    }

    private static void offset(MethodSpec.Builder method, Port port, boolean offsets) {
        if (offsets) {
            method.addParameter(int.class, port.at());
            method.addJavadoc("@param $L where it begins in {@code $L}\n", port.at(), port.parameter());
        }
    }

    private void results(MethodSpec.Builder method, Function<Port, CodeBlock> size, String each) {
        boolean one = ports.outputs().size() == 1;
        method.returns(one ? Names.FLOATS : results);
        String what = one ? "{@code " + ports.outputs().get(0).shape() + "}" : "the outputs";
        method.addJavadoc("@return $L$L\n", what, each);
        for (Port port : ports.outputs()) {
            method.addStatement("float[] $L = new float[$L]", port.parameter(), size.apply(port));
        }
    }

    private void returnResults(MethodSpec.Builder method) {
        String names = ports.outputs().stream().map(Port::parameter).collect(Collectors.joining(", "));
        if (ports.outputs().size() == 1) {
            method.addStatement("return $L", names);
        } else {
            method.addStatement("return new $T($L)", results, names);
        }
    }

    private String each(Function<Port, String> text) {
        return ports.stream().map(text).collect(Collectors.joining(", "));
    }

    private MethodSpec returning(TypeName element) {
        MethodSpec.Builder method = method("predict", element, "Predicts one sample into new arrays");
        parameters(method, element, false, false, "");
        results(method, port -> CodeBlock.of("$L", port.size()), "");
        method.addJavadoc(WRONG_LENGTH);
        method.addStatement("predict($L)", each(Port::parameter));
        returnResults(method);
        return method.build();
    }

    private MethodSpec into(TypeName element) {
        MethodSpec.Builder method = method("predict", element, "Predicts one sample " + INTO);
        parameters(method, element, false, true, "");
        method.addJavadoc(WRONG_LENGTH);
        ports.stream()
                .forEach(port -> method.addStatement(
                        "$T.checkExact($S, $L.length, $L)",
                        Names.ARGUMENTS,
                        port.name(),
                        port.parameter(),
                        port.size()));
        method.addStatement("predict($L)", each(port -> port.parameter() + ", 0"));
        return method.build();
    }

    private MethodSpec at(TypeName element) {
        MethodSpec.Builder method = method(
                "predict", element, "Predicts one sample that begins at offsets of larger arrays, without allocating");
        parameters(method, element, true, true, "");
        method.addJavadoc(TOO_SHORT + ", or an offset is negative\n");
        checkOffsets(method);
        method.addStatement("float[] s = scratch.take()");
        method.beginControlFlow("try");
        body(method, "run(s)");
        method.nextControlFlow("finally").addStatement("scratch.give(s)").endControlFlow();
        return method.build();
    }

    private void checkOffsets(MethodSpec.Builder method) {
        ports.stream()
                .forEach(port -> method.addStatement(
                        "$T.check($S, $L.length, $L, $L)",
                        Names.ARGUMENTS,
                        port.name(),
                        port.parameter(),
                        port.at(),
                        port.size()));
    }

    private void body(MethodSpec.Builder method, String run) {
        Function<Port, String> text = port -> port.parameter() + ", " + port.at();
        String in = ports.inputs().stream().map(text).collect(Collectors.joining(", "));
        String out = ports.outputs().stream().map(text).collect(Collectors.joining(", "));
        method.addStatement("read(s, $L)", in).addStatement(run).addStatement("write(s, $L)", out);
    }

    private MethodSpec withScratch() {
        MethodSpec.Builder method = method(
                        "predict",
                        Names.FLOATS,
                        "Predicts one sample in memory that the caller holds, on its team if it has one, without allocating")
                .addParameter(Names.SCRATCH, "memory")
                .addJavadoc("@param memory of {@link #newScratch}, used by one thread at a time\n");
        parameters(method, Names.FLOATS, true, true, "");
        method.addJavadoc(TOO_SHORT + ", an offset is negative, or the memory is another model's\n");
        method.addJavadoc("@throws IllegalStateException if its team is closed\n");
        checkOffsets(method);
        method.addStatement("float[] s = memory.floats(SCRATCH, AREA)");
        body(method, "memory.run(this.steps, this.divided)");
        return method.build();
    }

    private MethodSpec.Builder batchMethod(TypeName element, String where) {
        MethodSpec.Builder method = method(
                "predictBatch", element, "Predicts several samples, one behind the other in each array, " + where);
        batches.ifPresent(batch -> method.addJavadoc(batch.note()));
        return method.addParameter(int.class, "samples").addJavadoc("@param samples how many, 0 or more\n");
    }

    private MethodSpec batch(TypeName element) {
        MethodSpec.Builder method = batchMethod(element, "into new arrays");
        parameters(method, element, false, false, " for each sample");
        checkBatch(method, ports.inputs());
        results(
                method,
                port -> CodeBlock.of("$T.elements($S, samples, $L)", Names.ARGUMENTS, port.name(), port.size()),
                " for each sample");
        method.addJavadoc(TOO_SHORT + ", or the results would not fit one\n");
        method.addStatement("predictBatch(samples, $L)", each(Port::parameter));
        returnResults(method);
        return method.build();
    }

    private MethodSpec batchInto(TypeName element) {
        MethodSpec.Builder method = batchMethod(element, INTO);
        parameters(method, element, false, true, " for each sample");
        method.addJavadoc(TOO_SHORT + "$L\n", element.equals(Names.FLOATS) ? overlapNote() : "");
        checkBatch(method, ports.stream().toList());
        if (element.equals(Names.FLOATS)) {
            checkOverlap(method);
        }
        return method.addCode(batches.map(BatchEmitter::loop).orElseGet(this::oneByOne))
                .build();
    }

    private CodeBlock oneByOne() {
        return CodeBlock.builder()
                .beginControlFlow("for (int sample = 0; sample < samples; sample++)")
                .addStatement("predict($L)", each(port -> port.parameter() + ", sample * " + port.size()))
                .endControlFlow()
                .build();
    }

    private static void checkBatch(MethodSpec.Builder method, List<Port> checked) {
        method.addStatement("$T.checkSamples(samples)", Names.ARGUMENTS);
        checked.forEach(port -> method.addStatement(
                "$T.check($S, $L.length, 0, (long) samples * $L)",
                Names.ARGUMENTS,
                port.name(),
                port.parameter(),
                port.size()));
    }

    /** A result that is larger than an input would be written over samples that are yet to be read. */
    private boolean overwrites(Port output, Port input) {
        return output.size() > input.size();
    }

    private String overlapNote() {
        boolean any = ports.outputs().stream()
                .anyMatch(output -> ports.inputs().stream().anyMatch(input -> overwrites(output, input)));
        return any ? ", or one would be written before it is read" : "";
    }

    private void checkOverlap(MethodSpec.Builder method) {
        for (Port output : ports.outputs()) {
            for (Port input : ports.inputs()) {
                if (overwrites(output, input)) {
                    method.addStatement(
                            "$T.checkApart($S, $L, $S, $L)",
                            Names.ARGUMENTS,
                            input.name(),
                            input.parameter(),
                            output.name(),
                            output.parameter());
                }
            }
        }
    }

    /** Writes the inputs into the scratch memory. */
    private MethodSpec read(TypeName element) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.FLOATS, "s");
        for (Port port : ports.inputs()) {
            method.addParameter(element, port.parameter()).addParameter(int.class, port.at());
            method.addCode(Copies.read(port, port.parameter(), port.at(), element.equals(Names.BYTES), clipsBits));
        }
        return method.build();
    }

    /** Writes the results into the caller's arrays. */
    private MethodSpec write() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.FLOATS, "s");
        for (Port port : ports.outputs()) {
            method.addParameter(Names.FLOATS, port.parameter()).addParameter(int.class, port.at());
            method.addCode(Copies.write(port, port.parameter(), port.at()));
        }
        return method.build();
    }

    private TypeSpec outputsRecord() {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        ports.outputs().forEach(port -> components.addParameter(Names.FLOATS, port.parameter()));
        TypeSpec.Builder type = TypeSpec.recordBuilder(results.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("What the model returns.\n\n")
                .recordConstructor(components.build());
        ports.outputs().forEach(port -> type.addJavadoc("@param $L {@code $L}\n", port.parameter(), port.shape()));
        return type.build();
    }
}
