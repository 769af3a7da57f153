package dev.pleat.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the forms of {@code predict}: from floats and bytes, into new or given arrays, at offsets, in batches, by name. */
final class PredictEmitter {

    private final List<Port> inputs;
    private final List<Port> outputs;

    PredictEmitter(List<Port> inputs, List<Port> outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    void addTo(TypeSpec.Builder type) {
        for (TypeName element : List.of(Names.FLOATS, Names.BYTES)) {
            type.addMethod(returning(element));
            type.addMethod(into(element));
            type.addMethod(at(element));
            type.addMethod(batch(element));
            type.addMethod(batchInto(element));
            type.addMethod(read(element));
        }
        type.addMethod(withScratch());
        type.addMethod(write());
        type.addMethod(byName());
        type.addMethod(byNameInto());
        if (outputs.size() > 1) {
            type.addType(outputsRecord());
        }
    }

    private Stream<Port> ports() {
        return Stream.concat(inputs.stream(), outputs.stream());
    }

    private static CodeBlock bytesNote(TypeName element) {
        return CodeBlock.of(element.equals(Names.BYTES) ? ", from bytes that count from 0 to 255" : "");
    }

    private MethodSpec.Builder method(String name, TypeName element, String what) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L$L.\n\n", what, bytesNote(element));
        return method;
    }

    private void parameters(MethodSpec.Builder method, TypeName element, boolean offsets, boolean results) {
        for (Port port : inputs) {
            method.addParameter(element, port.parameter());
            method.addJavadoc("@param $L {@code $L}\n", port.parameter(), port.shape());
            if (offsets) {
                method.addParameter(int.class, port.at());
            }
        }
        if (!results) {
            return;
        }
        for (Port port : outputs) {
            method.addParameter(Names.FLOATS, port.parameter());
            method.addJavadoc("@param $L gets {@code $L}\n", port.parameter(), port.shape());
            if (offsets) {
                method.addParameter(int.class, port.at());
            }
        }
    }

    private TypeName resultType() {
        return outputs.size() == 1 ? Names.FLOATS : ClassName.get("", "Outputs");
    }

    private void newOutputs(MethodSpec.Builder method, String factor) {
        for (Port port : outputs) {
            method.addStatement("float[] $L = new float[$L$L]", port.parameter(), factor, port.size());
        }
    }

    private void returnOutputs(MethodSpec.Builder method) {
        String names = outputs.stream().map(Port::parameter).collect(Collectors.joining(", "));
        method.addStatement(outputs.size() == 1 ? "return $L" : "return new Outputs($L)", names);
    }

    private MethodSpec returning(TypeName element) {
        MethodSpec.Builder method = method("predict", element, "Predicts one sample into new arrays").returns(resultType());
        parameters(method, element, false, false);
        newOutputs(method, "");
        method.addStatement("predict($L)", names(port -> port.parameter()));
        returnOutputs(method);
        return method.build();
    }

    private String names(java.util.function.Function<Port, String> text) {
        return ports().map(text).collect(Collectors.joining(", "));
    }

    private MethodSpec into(TypeName element) {
        MethodSpec.Builder method =
                method("predict", element, "Predicts one sample into the caller's arrays, without allocating");
        parameters(method, element, false, true);
        ports().forEach(port -> method.addStatement(
                "$T.checkExact($S, $L.length, $L)", Names.ARGUMENTS, port.name(), port.parameter(), port.size()));
        method.addStatement("predict($L)", names(port -> port.parameter() + ", 0"));
        return method.build();
    }

    private MethodSpec at(TypeName element) {
        MethodSpec.Builder method =
                method("predict", element, "Predicts one sample that begins at offsets of larger arrays, without allocating");
        parameters(method, element, true, true);
        ports().forEach(port -> method.addStatement(
                "$T.check($S, $L.length, $L, $L)",
                Names.ARGUMENTS,
                port.name(),
                port.parameter(),
                port.at(),
                port.size()));
        method.addStatement("float[] s = scratch.take()");
        method.beginControlFlow("try");
        body(method);
        method.nextControlFlow("finally").addStatement("scratch.give(s)").endControlFlow();
        return method.build();
    }

    private void body(MethodSpec.Builder method) {
        String in = inputs.stream().map(p -> p.parameter() + ", " + p.at()).collect(Collectors.joining(", "));
        String out = outputs.stream().map(p -> p.parameter() + ", " + p.at()).collect(Collectors.joining(", "));
        method.addStatement("read(s, $L)", in).addStatement("run(s)").addStatement("write(s, $L)", out);
    }

    private MethodSpec withScratch() {
        MethodSpec.Builder method = method(
                        "predict", Names.FLOATS, "Predicts one sample in memory that the caller holds, without allocating")
                .addParameter(Names.SCRATCH, "memory")
                .addJavadoc("@param memory of {@link #newScratch}, used by one thread at a time\n");
        parameters(method, Names.FLOATS, true, true);
        ports().forEach(port -> method.addStatement(
                "$T.check($S, $L.length, $L, $L)",
                Names.ARGUMENTS,
                port.name(),
                port.parameter(),
                port.at(),
                port.size()));
        method.addStatement("float[] s = memory.floats(SCRATCH)");
        body(method);
        return method.build();
    }

    private MethodSpec batch(TypeName element) {
        MethodSpec.Builder method = method("predictBatch", element, "Predicts several samples, one behind the other in each array")
                .returns(resultType())
                .addParameter(int.class, "samples");
        parameters(method, element, false, false);
        method.addStatement("$T.checkSamples(samples)", Names.ARGUMENTS);
        newOutputs(method, "samples * ");
        method.addStatement("predictBatch(samples, $L)", names(Port::parameter));
        returnOutputs(method);
        return method.build();
    }

    private MethodSpec batchInto(TypeName element) {
        MethodSpec.Builder method = method(
                        "predictBatch",
                        element,
                        "Predicts several samples, one behind the other in each array, without allocating")
                .addParameter(int.class, "samples");
        parameters(method, element, false, true);
        method.addStatement("$T.checkSamples(samples)", Names.ARGUMENTS);
        ports().forEach(port -> method.addStatement(
                "$T.check($S, $L.length, 0, (long) samples * $L)",
                Names.ARGUMENTS,
                port.name(),
                port.parameter(),
                port.size()));
        method.beginControlFlow("for (int sample = 0; sample < samples; sample++)");
        method.addStatement("predict($L)", names(port -> port.parameter() + ", sample * " + port.size()));
        return method.endControlFlow().build();
    }

    /** Writes the inputs into the scratch memory. */
    private MethodSpec read(TypeName element) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.FLOATS, "s");
        for (Port port : inputs) {
            method.addParameter(element, port.parameter()).addParameter(int.class, port.at());
            method.addCode(Context.zeroBorder(port.slot()));
            CodeBlock rows = CodeBlock.of(
                    "s, $L, $L, $L, $L",
                    port.slot().at(),
                    port.slot().rowStride(),
                    port.slot().image().rows(),
                    port.slot().image().rowLength());
            if (element.equals(Names.BYTES)) {
                method.addStatement("$T.bytes($L, $L, $L)", Names.COPY, port.parameter(), port.at(), rows);
            } else {
                method.addStatement(
                        "$T.rows($L, $L, $L, $L)",
                        Names.COPY,
                        port.parameter(),
                        port.at(),
                        port.slot().image().rowLength(),
                        rows);
            }
        }
        return method.build();
    }

    /** Writes the results into the caller's arrays. */
    private MethodSpec write() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.FLOATS, "s");
        for (Port port : outputs) {
            method.addParameter(Names.FLOATS, port.parameter()).addParameter(int.class, port.at());
            int length = port.slot().image().rowLength();
            method.addStatement(
                    "$T.rows(s, $L, $L, $L, $L, $L, $L, $L)",
                    Names.COPY,
                    port.slot().at(),
                    port.slot().rowStride(),
                    port.parameter(),
                    port.at(),
                    length,
                    port.slot().image().rows(),
                    length);
        }
        return method.build();
    }

    private MethodSpec byName() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("predict")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Names.ARRAY_MAP)
                .addParameter(Names.ARRAY_MAP, "inputs");
        TypeName map = ParameterizedTypeName.get(
                ClassName.get(LinkedHashMap.class), ClassName.get(String.class), Names.FLOATS);
        method.addStatement("$T outputs = new $T<>()", map, LinkedHashMap.class);
        for (Port port : outputs) {
            method.addStatement("outputs.put($S, new float[$L])", port.name(), port.size());
        }
        return method.addStatement("predict(inputs, outputs)").addStatement("return outputs").build();
    }

    private MethodSpec byNameInto() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("predict")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Names.ARRAY_MAP, "inputs")
                .addParameter(Names.ARRAY_MAP, "outputs");
        method.addStatement("$T.checkCount(inputs, $S, $L)", Names.ARGUMENTS, "input", inputs.size());
        method.addStatement("$T.checkCount(outputs, $S, $L)", Names.ARGUMENTS, "output", outputs.size());
        List<CodeBlock> arrays = new ArrayList<>();
        inputs.forEach(port -> arrays.add(CodeBlock.of("$T.named(inputs, $S, $S)", Names.ARGUMENTS, "input", port.name())));
        outputs.forEach(
                port -> arrays.add(CodeBlock.of("$T.named(outputs, $S, $S)", Names.ARGUMENTS, "output", port.name())));
        return method.addCode("predict(\n$>$>$L);$<$<\n", CodeBlock.join(arrays, ",\n")).build();
    }

    private TypeSpec outputsRecord() {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        outputs.forEach(port -> components.addParameter(Names.FLOATS, port.parameter()));
        TypeSpec.Builder type = TypeSpec.recordBuilder("Outputs")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("What the model returns.\n\n")
                .recordConstructor(components.build());
        outputs.forEach(port -> type.addJavadoc("@param $L {@code $L}\n", port.parameter(), port.shape()));
        return type.build();
    }
}
