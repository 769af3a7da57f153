package dev.pleat.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pleat.processor.graph.Activation;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Contraction.Loop;
import dev.pleat.processor.plan.Contraction.Pixels;
import dev.pleat.processor.plan.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes what computes tiles until HotSpot has compiled them: an object of the runtime for each, the choice between the
 * two, and what warms them up.
 */
final class StandIns {

    /** The nested class of the tiles themselves. */
    static final String TILES = "Tiles";

    /** HotSpot compiles no method of more than 8,000 bytes: constants and cases in one. */
    private static final int MOST = 80;

    /** What a tile begins with: a call that computes nothing, but goes round a loop, which HotSpot counts. */
    static final CodeBlock SKIP = CodeBlock.builder()
            .beginControlFlow("if (k < 0)")
            .beginControlFlow("for (int i = k; i < 0; i++)")
            .endControlFlow()
            .addStatement("return")
            .endControlFlow()
            .build();

    private StandIns() {}

    /**
     * A tile that something can stand in for.
     *
     * @param method its method
     * @param standIn an expression for its stand-in
     * @param sample arguments with which it can be called
     */
    record Replaceable(MethodSpec method, CodeBlock standIn, List<String> sample) {

        private String field() {
            return method.name() + "StandIn";
        }

        private String arguments() {
            return method.parameters().stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
        }

        /** Returns whether the tile takes something: {@code d} and {@code j} are the distances of a second panel. */
        private boolean has(String parameter) {
            return method.parameters().stream().anyMatch(each -> each.name().equals(parameter));
        }

        /** Returns the method that calls the tile or its stand-in. */
        MethodSpec switching() {
            return MethodSpec.methodBuilder(method.name())
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameters(method.parameters())
                    .beginControlFlow("if ($L.isOver())", field())
                    .addStatement("$L.$L($L)", TILES, method.name(), arguments())
                    .nextControlFlow("else")
                    .addCode(standIn("", ""))
                    .addCode(has("d") ? standIn(" + d", " + j") : CodeBlock.of(""))
                    .endControlFlow()
                    .build();
        }

        /**
         * Returns the call of the stand-in.
         *
         * @param channels text to add to the offsets of channels
         * @param weights text to add to that of the weights
         */
        private CodeBlock standIn(String channels, String weights) {
            return CodeBlock.builder()
                    .addStatement(
                            "$L.tile(s, w, x, $L, $L, k$L, $L, $L$L)",
                            field(),
                            (has("y") ? "y" : "t") + channels,
                            has("r") ? "r" + channels : "-1",
                            weights,
                            has("b") ? "b" + channels : "-1",
                            has("e") ? "e" + channels : "-1",
                            has("next") ? ", next" : "")
                    .build();
        }

        private CodeBlock call(int index) {
            return CodeBlock.builder()
                    .add("case $L:\n$>", index)
                    .addStatement("$L.$L($L)", TILES, method.name(), String.join(", ", skipping()))
                    .addStatement("break")
                    .add("$<")
                    .build();
        }

        private List<String> skipping() {
            List<String> arguments = new ArrayList<>(sample);
            for (int i = 0; i < arguments.size(); i++) {
                if (method.parameters().get(i).name().equals("k")) {
                    arguments.set(i, "skip ? -StandIn.SKIPPED_ROUNDS : " + arguments.get(i));
                }
            }
            return arguments;
        }
    }

    /** Returns the expression for the stand-in of a tile of a dense layer or convolution. */
    static CodeBlock of(KernelMethods methods) {
        Contraction contraction = methods.contraction();
        Pixels pixels = contraction.pixels();
        Tile tile = methods.tile();
        CodeBlock.Builder code = CodeBlock.builder();
        code.add(
                "$T.matrix(\n$>$>$L, $L, $L, $L, // tile: rows, columns, vectors, sums in turn\n",
                Names.STAND_IN,
                tile.rows(),
                tile.cols(),
                tile.vectors(),
                tile.unroll());
        TilePlaces places = methods.places();
        code.add("$L, $L, $L, $L, ", pixels.xRow(), pixels.xCol(), places.yRow(), pixels.yCol());
        code.add("$L, $L, // distances: reads, writes, adds\n", places.addRow(), pixels.addCol());
        Loop rows = contraction.reduction().get(0);
        Loop cols = contraction.reduction().get(1);
        int inner = contraction.depthwise()
                ? methods.channelsAtOnce()
                : contraction.reduction().get(2).count();
        code.add("$L, $L, $L, $L, $L, // window\n", rows.count(), rows.stride(), cols.count(), cols.stride(), inner);
        code.add(
                "$L)$<$<$L",
                methods.width(),
                contraction.depthwise() ? ".depthwise()" : tile.half() ? ".withHalfVector()" : "");
        return code.add(finish(methods.finish())).build();
    }

    private static CodeBlock finish(Finish finish) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!finish.isInline()) {
            return code.build();
        }
        Activation activation = finish.activation();
        switch (activation.kind()) {
            case RELU ->
                code.add(
                        ".relu($L, $L)",
                        Names.floatLiteral(activation.parameter(0)),
                        Names.floatLiteral(activation.parameter(1)));
            case HARD_SIGMOID -> code.add(".hardSigmoid(1f / 6)");
            case HARD_SIGMOID_KERAS2 -> code.add(".hardSigmoid(0.2f)");
            case HARD_SWISH -> code.add(".hardSwish()");
            default -> {
                // Nothing happens before the scaling.
            }
        }
        return finish.scales()
                ? code.add(".scaled($L)", finish.shift() - finish.scale()).build()
                : code.build();
    }

    /** Returns the expression for the stand-in of a tile that adds to sums, or writes them. */
    static CodeBlock sums(Tile tile, int xRow, int xCol, int count, boolean adds) {
        return CodeBlock.of(
                "$T.$L($L, $L, $L, $L, $L, $L)",
                Names.STAND_IN,
                adds ? "sums" : "products",
                tile.rows(),
                tile.cols(),
                tile.vectors(),
                xRow,
                xCol,
                count);
    }

    /** Adds the stand-ins to the class of kernels, and what calls the tiles to have them compiled. */
    static void addTo(TypeSpec.Builder type, List<Replaceable> tiles) {
        type.addSuperinterface(Names.VECTOR_KERNELS);
        for (int i = 0; i < tiles.size(); i++) {
            Replaceable tile = tiles.get(i);
            CodeBlock standIn = tile.standIn();
            if (tiles.size() > MOST) {
                String factory = "standIn" + i;
                type.addMethod(MethodSpec.methodBuilder(factory)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(Names.STAND_IN)
                        .addStatement("return $L", standIn)
                        .build());
                standIn = CodeBlock.of("$L()", factory);
            }
            type.addField(
                    FieldSpec.builder(Names.STAND_IN, tile.field(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                            .initializer(standIn)
                            .build());
        }
        String fields = tiles.stream().map(Replaceable::field).collect(Collectors.joining(",\n"));
        type.addMethod(MethodSpec.methodBuilder("standIns")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ArrayTypeName.of(Names.STAND_IN))
                .addStatement("return new $T[] {\n$L\n}", Names.STAND_IN, fields)
                .build());
        calls(type, tiles);
    }

    private static MethodSpec.Builder callMethod(String name) {
        boolean first = name.equals("call");
        return MethodSpec.methodBuilder(name)
                .addModifiers(first ? List.of(Modifier.PUBLIC) : List.of(Modifier.PRIVATE, Modifier.STATIC))
                .addParameter(int.class, "kernel")
                .addParameter(Names.FLOATS, "s")
                .addParameter(Names.FLOATS, "w")
                .addParameter(boolean.class, "skip");
    }

    /** Adds the method that calls a tile by its index; of many tiles, the rest is another method's. */
    private static void calls(TypeSpec.Builder type, List<Replaceable> tiles) {
        for (int first = 0; first == 0 || first < tiles.size(); first += MOST) {
            int end = Math.min(tiles.size(), first + MOST);
            MethodSpec.Builder method = callMethod(first == 0 ? "call" : "callFrom" + first);
            if (first == 0) {
                method.addAnnotation(Override.class);
            }
            method.beginControlFlow("switch (kernel)");
            for (int i = first; i < end; i++) {
                method.addCode(tiles.get(i).call(i));
            }
            method.addCode("default:\n$>");
            if (end < tiles.size()) {
                method.addStatement("callFrom$L(kernel, s, w, skip)", end);
            } else {
                method.addStatement("throw new IndexOutOfBoundsException(kernel)");
            }
            type.addMethod(method.addCode("$<").endControlFlow().build());
        }
    }

    /** Returns the statements of the constructor that begin to warm up. */
    static CodeBlock begin() {
        return CodeBlock.builder()
                .beginControlFlow("if (VECTOR)")
                .addStatement("$T.begin(kernels(), SCRATCH, w)", Names.WARM_UP)
                .endControlFlow()
                .beginControlFlow("if ($T.isAtLoad())", Names.WARM_UP)
                .addStatement("warmUp()")
                .endControlFlow()
                .build();
    }

    /** Returns the method that tells which kernels run. */
    static MethodSpec kernels(String wide, String narrow) {
        return MethodSpec.methodBuilder("kernels")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Names.VECTOR_KERNELS)
                .addStatement("return WIDE ? new $L() : new $L()", wide, narrow)
                .build();
    }

    /**
     * Returns the method that waits for what warms up.
     *
     * @param kernels whether the model has kernels of its own
     */
    static MethodSpec warmUp(boolean kernels) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("warmUp").addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
        if (kernels) {
            method.beginControlFlow("if (VECTOR)")
                    .addStatement("$T.await(kernels())", Names.WARM_UP)
                    .endControlFlow();
        }
        return method.addStatement("float[] s = new float[SCRATCH]")
                .beginControlFlow("for (int i = 0; i < $T.ROUNDS; i++)", Names.WARM_UP)
                .addStatement("run(s)")
                .addStatement("$T.awaitIdle()", Names.WARM_UP)
                .endControlFlow()
                .build();
    }
}
