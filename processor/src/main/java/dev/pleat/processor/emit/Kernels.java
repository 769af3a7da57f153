package dev.pleat.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.pleat.processor.plan.Registers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/**
 * The micro-kernels of one model for one register budget: a nested class of its own, so that its vector types load only
 * where there are some. Layers of equal geometry share a kernel.
 */
final class Kernels {

    private static final TypeName VECTOR_CLASS =
            ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));

    private final Registers registers;
    private final String className;
    private final Map<String, String> byGeometry = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final List<StandIns.Replaceable> tiles = new ArrayList<>();
    private final List<MethodSpec> batchTiles = new ArrayList<>();
    private final TreeSet<Integer> species = new TreeSet<>();
    private final TreeSet<Integer> integers = new TreeSet<>();
    private boolean clipsBehind;

    /**
     * @param outer the name of the model's class, which a nested one cannot have too
     */
    Kernels(Registers registers, String outer) {
        this.registers = registers;
        String name = registers == Registers.WIDE ? "Wide" : "Narrow";
        this.className = name.equals(outer) ? name + "Kernels" : name;
    }

    Registers registers() {
        return registers;
    }

    String className() {
        return className;
    }

    /** Writes the methods of a kernel under the name it gets. */
    @FunctionalInterface
    interface Writer {
        /** Returns the methods of the kernel, the first of them of the given name. */
        List<MethodSpec> write(String name);
    }

    /** Returns the name of the kernel of a geometry, which is written the first time. */
    String share(String geometry, String name, Writer writer) {
        String known = byGeometry.get(geometry);
        if (known != null) {
            return known;
        }
        String unique = name;
        for (int count = 2; !names.add(unique); count++) {
            unique = name + "_" + count;
        }
        byGeometry.put(geometry, unique);
        methods.addAll(writer.write(unique));
        return unique;
    }

    /** Writes the method of a tile under the name it gets. */
    @FunctionalInterface
    interface TileWriter {
        /** Returns the tile's method. */
        MethodSpec write(String name);
    }

    /**
     * Returns the name of the method for a tile of a geometry, which is written the first time: it calls the tile or, as
     * long as HotSpot has not compiled that, its stand-in.
     *
     * @param standIn an expression for the stand-in
     * @param sample arguments with which the tile can be called
     */
    String shareTile(String geometry, String name, CodeBlock standIn, List<String> sample, TileWriter writer) {
        return share(geometry, name, unique -> {
            StandIns.Replaceable tile = new StandIns.Replaceable(writer.write(unique), standIn, sample);
            tiles.add(tile);
            return List.of(tile.switching());
        });
    }

    /** Returns the name of the method for a tile of a batch, for which nothing stands in. */
    String shareBatchTile(String geometry, String name, TileWriter writer) {
        String unique = share("batch" + geometry, name, free -> {
            batchTiles.add(writer.write(free));
            return List.of();
        });
        return StandIns.TILES + "." + unique;
    }

    /** Returns the constant of the widest species that a number of channels fills. */
    String species(int channels) {
        return "S" + speciesClass(channels);
    }

    /** Returns the constant of that species' lanes. */
    String lanes(int channels) {
        return "L" + speciesClass(channels);
    }

    private int speciesClass(int channels) {
        int widest = Math.min(16, Integer.highestOneBit(channels));
        species.add(widest);
        return widest;
    }

    /** Returns the constant of the species of as many integers. */
    String integers(int channels) {
        return "I" + integerClass(channels);
    }

    private int integerClass(int channels) {
        int widest = speciesClass(channels);
        integers.add(widest);
        return widest;
    }

    /** Returns whether sums are clipped on their bits. */
    boolean clipsBits() {
        return clipsBehind || !integers.isEmpty();
    }

    /** Says that a walk has what its tiles wrote clipped on its bits. */
    void clipBehindTiles() {
        clipsBehind = true;
    }

    boolean isEmpty() {
        return methods.isEmpty();
    }

    /**
     * Returns a vector as one of known class. HotSpot forgets the class of what went round a loop, and HotSpot 17 does not
     * know that of any result while it decides what to inline; where a program uses vectors of several sizes it would then box what is called on it or with it.
     */
    CodeBlock exact(int channels, Object vector) {
        return CodeBlock.of("($L)", cast(channels, vector));
    }

    /** Returns {@link #exact} as an argument: in parentheses, javac would attribute it twice. */
    CodeBlock cast(int channels, Object vector) {
        return CodeBlock.of("($T) C$L.cast($L)", Names.FLOAT_VECTOR, speciesClass(channels), vector);
    }

    /** Returns a vector of integers as one of known class: see {@link #exact}. */
    CodeBlock castInts(int channels, Object vector) {
        return CodeBlock.of("($T) D$L.cast($L)", Names.INT_VECTOR, integerClass(channels), vector);
    }

    /** Returns the vector that is at an index of an array of floats, of known class. */
    CodeBlock load(int channels, String array, String index) {
        return cast(
                channels,
                CodeBlock.of("$T.fromArray($L, $L, $L)", Names.FLOAT_VECTOR, species(channels), array, index));
    }

    /** Returns a vector whose lanes all have one value, of known class. */
    CodeBlock broadcast(int channels, String value) {
        return cast(channels, CodeBlock.of("$T.broadcast($L, $L)", Names.FLOAT_VECTOR, species(channels), value));
    }

    /**
     * Returns the first lanes of a vector, of known class. It is no instruction: HotSpot's registers overlap so.
     *
     * @param channels as many as the lanes, or more
     */
    CodeBlock first(int channels, Object vector) {
        return cast(channels, CodeBlock.of("$L.reinterpretShape($L, 0)", vector, species(channels)));
    }

    /** Returns a vector of zeros, of known class. */
    CodeBlock zero(int channels) {
        return cast(channels, CodeBlock.of("$T.zero($L)", Names.FLOAT_VECTOR, species(channels)));
    }

    /**
     * Returns {@code a·b + c}; only kernels of 16 registers meet processors without such an instruction.
     *
     * @param a of known class, as {@code b}
     */
    CodeBlock fma(int channels, Object a, Object b, Object c) {
        CodeBlock sum = cast(channels, c);
        if (registers == Registers.WIDE) {
            return CodeBlock.of("$L.fma($L, $L)", a, b, sum);
        }
        CodeBlock product = exact(channels, CodeBlock.of("$L.mul($L)", a, b));
        return CodeBlock.of("(FMA ? $L.fma($L, $L) : $L.add($L))", a, b, sum, product, sum);
    }

    /** Returns the nested class, in which there is another for the tiles: whoever walks over tiles loads no vectors yet. */
    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(className())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "Kernels for processors with $L vector registers ($L). Nothing in them depends on the number of "
                                + "lanes but {@code static final} constants.",
                        registers.count(),
                        registers == Registers.WIDE ? "AVX-512, NEON" : "AVX2, SSE");
        for (int channels : species) {
            type.addField(
                    FieldSpec.builder(int.class, "L" + channels, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                            .initializer("$T.lanes($L)", Names.SIMD, channels)
                            .build());
        }
        StandIns.addTo(type, tiles);
        return type.addMethods(methods).addType(tileType()).build();
    }

    private TypeSpec tileType() {
        TypeSpec.Builder type = TypeSpec.classBuilder(StandIns.TILES)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Tiles: what HotSpot has to compile before it is fast.\n");
        for (int channels : species) {
            type.addField(FieldSpec.builder(
                            Names.FLOAT_SPECIES, "S" + channels, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$T.of($L)", Names.SPECIES, channels)
                    .build());
            type.addField(
                    FieldSpec.builder(VECTOR_CLASS, "C" + channels, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                            .initializer("S$L.vectorType()", channels)
                            .build());
        }
        for (int channels : integers) {
            type.addField(FieldSpec.builder(
                            Names.INT_SPECIES, "I" + channels, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("S$L.withLanes(int.class)", channels)
                    .build());
            type.addField(
                    FieldSpec.builder(VECTOR_CLASS, "D" + channels, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                            .initializer("I$L.vectorType()", channels)
                            .build());
        }
        tiles.forEach(tile -> type.addMethod(tile.method()));
        return type.addMethods(batchTiles).build();
    }
}
