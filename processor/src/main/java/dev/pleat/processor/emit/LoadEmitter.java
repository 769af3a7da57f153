package dev.pleat.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the forms of {@code load}: from a file, a stream, a class-path resource, or arrays; each with names mapped. */
final class LoadEmitter {

    private static final String NAMES =
            "what tensors are called there, by their name here or by the path of their layer, where that differs";

    private final ClassName model;
    private final String resource;
    private final String modelName;

    /**
     * @param model the generated class
     * @param resource the class-path resource that is loaded by default
     * @param modelName the user's name of the model, for messages
     */
    LoadEmitter(ClassName model, String resource, String modelName) {
        this.model = model;
        this.resource = resource;
        this.modelName = modelName;
    }

    /**
     * One form of loading.
     *
     * @param what first sentence of its Javadoc
     * @param about its parameter
     * @param read the expression that reads the weights
     * @param throwsIo whether reading can fail
     */
    private record Form(String name, String what, ParameterSpec from, String about, CodeBlock read, boolean throwsIo) {}

    void addTo(TypeSpec.Builder type) {
        type.addMethod(builder("load", "Loads the class-path resource {@code $L} beside this class.", resource)
                .addJavadoc(returns())
                .addStatement("return loadResource($S)", resource)
                .build());
        add(type, fromResource());
        add(
                type,
                new Form(
                        "load",
                        "Loads a safetensors file.",
                        ParameterSpec.builder(Path.class, "file").build(),
                        "the file",
                        CodeBlock.of("$T.read($S, specs(), file, names)", Names.WEIGHTS, modelName),
                        true));
        add(
                type,
                new Form(
                        "load",
                        "Loads a stream in the format safetensors.",
                        ParameterSpec.builder(InputStream.class, "stream").build(),
                        "the stream, which stays open",
                        CodeBlock.of("$T.read($S, specs(), stream, names)", Names.WEIGHTS, modelName),
                        true));
        add(
                type,
                new Form(
                        "load",
                        "Takes weights from arrays.",
                        ParameterSpec.builder(Names.ARRAY_MAP, "tensors").build(),
                        "every tensor of {@link #weights} by name, last dimension fastest; copied",
                        CodeBlock.of("$T.of($S, specs(), tensors, names)", Names.WEIGHTS, modelName),
                        false));
    }

    private Form fromResource() {
        return new Form(
                "loadResource",
                "Loads a class-path resource in the format safetensors.",
                ParameterSpec.builder(String.class, "resource").build(),
                "its name, as {@link Class#getResourceAsStream} takes it",
                CodeBlock.of(
                        "$1T.readResource(\n$2S, specs(), $3T.class, name -> $3T.class.getResourceAsStream(name), resource, names)",
                        Names.WEIGHTS,
                        modelName,
                        model),
                false);
    }

    /** Adds a form without and with names. */
    private void add(TypeSpec.Builder type, Form form) {
        for (boolean mapped : new boolean[] {false, true}) {
            MethodSpec.Builder method = builder(form.name(), form.what())
                    .addParameter(form.from())
                    .addJavadoc("@param $L $L\n", form.from().name(), form.about());
            if (mapped) {
                method.addJavadoc("@param names $L\n", NAMES).addParameter(Names.STRING_MAP, "names");
                method.addStatement("return new $T($L)", model, form.read());
            } else {
                method.addStatement(
                        "return $L($L, $T.of())", form.name(), form.from().name(), Map.class);
            }
            method.addJavadoc(returns());
            if (form.throwsIo()) {
                method.addException(IOException.class).addJavadoc("@throws IOException if it cannot be read\n");
            }
            type.addMethod(method.build());
        }
    }

    private MethodSpec.Builder builder(String name, String what, Object... args) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model)
                .addJavadoc(what + "\n\n", args);
    }

    private static String returns() {
        return "@return the model\n@throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model\n";
    }
}
