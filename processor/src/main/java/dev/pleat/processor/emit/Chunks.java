package dev.pleat.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes methods of many statements in pieces, since HotSpot compiles no method of more than 8,000 bytes. */
final class Chunks {

    /** Calls or entries in one generated method. */
    private static final int MOST = 100;

    private Chunks() {}

    /**
     * Adds a private method, which calls others that do its work if that is too much for one.
     *
     * @param parameters of the method and of its pieces
     */
    static void add(
            TypeSpec.Builder type,
            Names names,
            String name,
            boolean isStatic,
            List<ParameterSpec> parameters,
            List<CodeBlock> statements) {
        String arguments = parameters.stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
        List<CodeBlock> level = statements;
        while (level.size() > MOST) {
            List<CodeBlock> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += MOST) {
                String piece = names.free(name + "Part" + (i / MOST + 1));
                type.addMethod(method(piece, isStatic, parameters, level.subList(i, Math.min(level.size(), i + MOST))));
                above.add(CodeBlock.of("$L($L);\n", piece, arguments));
            }
            level = above;
        }
        type.addMethod(method(name, isStatic, parameters, level));
    }

    private static MethodSpec method(
            String name, boolean isStatic, List<ParameterSpec> parameters, List<CodeBlock> statements) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
        if (isStatic) {
            method.addModifiers(Modifier.STATIC);
        }
        method.addParameters(parameters);
        statements.forEach(method::addCode);
        return method.build();
    }

    /** Adds a private method that returns a new list. */
    static void addList(TypeSpec.Builder type, Names names, String name, ClassName element, List<CodeBlock> entries) {
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), element);
        if (entries.isEmpty()) {
            type.addMethod(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(list)
                    .addStatement("return $T.of()", List.class)
                    .build());
            return;
        }
        String fill = "add" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        type.addMethod(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(list)
                .addStatement("$T $L = new $T<>()", list, name, ArrayList.class)
                .addStatement("$L($L)", fill, name)
                .addStatement("return $L", name)
                .build());
        List<CodeBlock> statements = entries.stream()
                .map(entry -> CodeBlock.of("$L.add($L);\n", name, entry))
                .toList();
        add(type, names, fill, true, List.of(ParameterSpec.builder(list, name).build()), statements);
    }
}
