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
            "@param names what tensors are called in the file, by their name here or by the path of their layer\n";

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

    void addTo(TypeSpec.Builder type) {
        type.addMethod(MethodSpec.methodBuilder("load")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model)
                .addJavadoc("Loads the class-path resource {@code $L} beside this class.\n", resource)
                .addStatement("return loadResource($S)", resource)
                .build());
        form(type, "loadResource", "Loads a class-path resource, named as in {@link Class#getResourceAsStream}.",
                ParameterSpec.builder(String.class, "resource").build(),
                CodeBlock.of("$1T.readResource($2S, specs(), $3T.class, $3T.class::getResourceAsStream, resource, names)", Names.WEIGHTS, modelName, model),
                false);
        form(type, "load", "Loads a safetensors file.",
                ParameterSpec.builder(Path.class, "file").build(),
                CodeBlock.of("$T.read($S, specs(), file, names)", Names.WEIGHTS, modelName),
                true);
        form(type, "load", "Loads a safetensors stream, which stays open.",
                ParameterSpec.builder(InputStream.class, "stream").build(),
                CodeBlock.of("$T.read($S, specs(), stream, names)", Names.WEIGHTS, modelName),
                true);
        form(type, "load", "Loads arrays by name, row-major in Keras's layouts.",
                ParameterSpec.builder(Names.ARRAY_MAP, "tensors").build(),
                CodeBlock.of("$T.of($S, specs(), tensors, names)", Names.WEIGHTS, modelName),
                false);
    }

    private void form(
            TypeSpec.Builder type, String name, String what, ParameterSpec from, CodeBlock read, boolean throwsIo) {
        for (boolean mapped : new boolean[] {false, true}) {
            MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .returns(model)
                    .addParameter(from)
                    .addJavadoc("$L\n", what);
            if (mapped) {
                method.addJavadoc("\n" + NAMES).addParameter(Names.STRING_MAP, "names");
                method.addStatement("return new $T($L)", model, read);
            } else {
                method.addStatement("return $L($L, $T.of())", name, from.name(), Map.class);
            }
            if (throwsIo) {
                method.addException(IOException.class);
            }
            type.addMethod(method.build());
        }
    }
}
