package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Contraction.Loop;
import dev.pleat.processor.plan.FirstCompiler;
import dev.pleat.processor.plan.Registers;
import dev.pleat.processor.plan.Tile;
import dev.pleat.processor.plan.Tiles;
import java.util.List;

/**
 * Writes the kernel of a dense layer or convolution: all strides are constants, all sums of a tile stay in registers, and
 * every number that is read multiplies a whole panel of output channels.
 */
final class MatrixKernel {

    /**
     * How many copies of the bias lie behind each other. With 16 registers, a tile takes all of them; if its sums began as
     * the same vector, HotSpot would keep some in memory for the whole loop, now and then (ADR 8).
     */
    static final int BIASES = 6;

    /** Numbers of a round with 32 registers: the sums of one pixel are few beside the instructions that count and check. */
    private static final int NUMBERS_OF_ONE_PIXEL = 4;

    private final KernelMethods methods;
    private final Kernels kernels;
    private final Contraction contraction;
    private final Tile tile;
    private final PanelVectors panel;
    private final int outputs;
    private final int vectors;

    private final MatrixWalk walk;

    MatrixKernel(KernelMethods methods) {
        this.methods = methods.ofTiles();
        this.kernels = methods.kernels();
        this.contraction = methods.contraction();
        this.tile = methods.tile();
        this.outputs = contraction.outputs();
        this.vectors = tile.panels() * tile.vectors();
        this.panel = new PanelVectors(kernels, tile, outputs);
        this.walk = new MatrixWalk(this.methods, methods.clipsBehind() ? methods.finish() : null, panel);
    }

    /** Returns the kernel: the walk over groups, panels and tiles, and the tile. */
    List<MethodSpec> write(String name, String tileName) {
        String shared = methods.shareTile(tileName, this::tile);
        return List.of(walk.write(name, shared));
    }

    // private static void conv3x3_16to32Tile(float[] s, float[] w, int x, int y, int k, int b) {
    //   FloatVector a0_0 = FloatVector.fromArray(S16, w, b);
    //   for (int i = x; i < x + 480; i += 160) {
    //     for (int l = 0; l < 48; l++) {
    //       int q = k + l * (2 * L16);
    //       FloatVector w0 = FloatVector.fromArray(S16, w, q);
    //       FloatVector v = FloatVector.broadcast(S16, s[i + l]);
    //       a0_0 = v.fma(w0, a0_0);
    //     }
    //     k += 96 * L16;
    //   }
    //   a0_0.intoArray(s, y);
    // }
    private MethodSpec tile(String name) {
        MethodSpec.Builder method = methods.method(name);
        if (tile.panels() > 1) {
            method.addParameter(int.class, "d").addParameter(int.class, "j");
        }
        if (methods.places().joinsRows()) {
            method.addParameter(int.class, "next");
        }
        CodeBlock.Builder body = CodeBlock.builder().add(StandIns.SKIP);
        begin(body);
        reduce(body);
        body.add(methods.bounds());
        joinUnrolled(body);
        body.add(methods.places().declareY());
        for (int vector = 0; vector < vectors; vector++) {
            body.add(methods.scaling(vector, panel.channel(vector)));
        }
        for (int pixel = 0; pixel < tile.pixels(); pixel++) {
            for (int vector = 0; vector < vectors; vector++) {
                body.add(methods.store(
                        panel.channels(vector), sum(0, pixel, vector), pixel, vector, panel.channel(vector)));
            }
        }
        return method.addCode(body.build()).build();
    }

    private static String sum(int part, int pixel, int vector) {
        return (part == 0 ? "a" : "a" + part + "_") + pixel + "_" + vector;
    }

    private void begin(CodeBlock.Builder body) {
        body.add(panel.offsets());
        if (methods.residual()) {
            body.add(methods.places().declareAdd());
        }
        for (int vector = 0; vector < vectors; vector++) {
            String channel = panel.channel(vector);
            if (sharesBias()) {
                body.addStatement(
                        "$T bias$L = $L",
                        Names.FLOAT_VECTOR,
                        vector,
                        kernels.load(panel.channels(vector), "w", "b" + channel));
            }
            for (int pixel = 0; pixel < tile.pixels(); pixel++) {
                CodeBlock start = sharesBias() ? CodeBlock.of("bias$L", vector) : ownBias(pixel, channel);
                if (methods.residual()) {
                    String at = methods.places().add(pixel) + channel;
                    start = CodeBlock.of("bias$L.add($L)", vector, kernels.load(panel.channels(vector), "s", at));
                }
                body.addStatement("$T $L = $L", Names.FLOAT_VECTOR, sum(0, pixel, vector), start);
                for (int part = 1; part < tile.unroll(); part++) {
                    body.addStatement(
                            "$T $L = $L", Names.FLOAT_VECTOR, sum(part, pixel, vector), kernels.zero(outputs));
                }
            }
        }
    }

    private boolean sharesBias() {
        return kernels.registers() == Registers.WIDE || methods.residual();
    }

    private CodeBlock ownBias(int pixel, String channel) {
        int copy = pixel % BIASES * contraction.groups() * outputs;
        return kernels.load(outputs, "w", "b" + TilePlaces.plus(copy) + channel);
    }

    /**
     * Writes the loops over the window. The offset of the weights follows from the innermost counter and advances between
     * its rounds only: carried through the innermost loop it would keep HotSpot 17 from unboxing the sums. So would three
     * loops that carry the sums: where rows and columns have gaps between them, one loop counts both.
     */
    private void reduce(CodeBlock.Builder body) {
        if (contraction.depth() == 0) {
            return;
        }
        Loop rows = contraction.reduction().get(0);
        Loop cols = contraction.reduction().get(1);
        int count = contraction.reduction().get(2).count();
        if (rows.count() == 1 && cols.count() == 1) {
            innermost(body, "x", count);
            return;
        }
        if (rows.count() > 1 && cols.count() > 1) {
            body.beginControlFlow("for (int h = 0; h < $L; h++)", rows.count() * cols.count());
            body.addStatement("int i = x + h / $1L * $2L + h % $1L * $3L", cols.count(), rows.stride(), cols.stride());
        } else {
            Loop loop = rows.count() > 1 ? rows : cols;
            int span = loop.count() * loop.stride();
            body.beginControlFlow("for (int i = x; i < x + $L; i += $L)", span, loop.stride());
        }
        innermost(body, "i", count);
        body.addStatement("k += $L", panel.weights(count));
        body.endControlFlow();
    }

    private void innermost(CodeBlock.Builder body, String from, int count) {
        int step = numbersPerRound(count);
        int whole = count / step * step;
        body.beginControlFlow("for (int l = 0; l < $L; $L)", whole, step == 1 ? "l++" : "l += " + step);
        body.addStatement("int n = $L + l", from);
        body.addStatement("int q = k + l * $L", panel.width());
        for (int i = 0; i < step; i++) {
            if (i > 0 && tile.unroll() == 1 && kernels.registers() == Registers.NARROW) {
                body.add(KernelMethods.BARRIER);
            }
            multiply(body, i, "n" + TilePlaces.plus(i), "q", i, i % tile.unroll());
        }
        body.endControlFlow();
        for (int i = whole; i < count; i++) {
            multiply(body, step + i - whole, from + TilePlaces.plus(i), "k", i, i % tile.unroll());
        }
    }

    private int numbersPerRound(int count) {
        if (tile.unroll() > 1) {
            return tile.unroll();
        }
        if (kernels.registers() == Registers.WIDE) {
            return tile.pixels() > 1 ? 1 : numbersOfOnePixel(count);
        }
        boolean plain = methods.finish().operations() == 0;
        return plain ? Tiles.numbersPerRound(kernels.registers(), count, contraction.depth()) : 1;
    }

    private int numbersOfOnePixel(int count) {
        int numbers = Math.min(NUMBERS_OF_ONE_PIXEL, count);
        while (numbers > 1 && !isCompiled(numbers + count % numbers)) {
            numbers /= 2;
        }
        return numbers;
    }

    /** Returns whether HotSpot's first compiler takes the kernel of one pixel, with so many numbers spelled out. */
    private boolean isCompiled(int numbers) {
        double operations =
                Tiles.operations(methods.residual(), methods.finish().operations());
        return FirstCompiler.takes(vectors * (1 + numbers), numbers, vectors * numbers, vectors, operations);
    }

    /**
     * Multiplies one number of every pixel.
     *
     * @param name distinguishes the variables
     * @param weights text of the offset of the weights of the first number
     * @param step how many numbers behind that
     * @param part which of the unrolled sums it is added to
     */
    private void multiply(CodeBlock.Builder body, int name, String number, String weights, int step, int part) {
        for (int vector = 0; vector < vectors; vector++) {
            CodeBlock weight = kernels.load(panel.channels(vector), "w", weights + panel.weight(step, vector));
            body.addStatement("$T w$L_$L = $L", Names.FLOAT_VECTOR, name, vector, weight);
        }
        if (tile.half()) {
            // All halves before the first multiplication: see HalfVectors.
            for (int pixel = 0; pixel < tile.pixels(); pixel++) {
                broadcast(body, name, number, pixel);
            }
        }
        for (int pixel = 0; pixel < tile.pixels(); pixel++) {
            if (!tile.half()) {
                broadcast(body, name, number, pixel);
            }
            for (int vector = 0; vector < vectors; vector++) {
                String sum = sum(part, pixel, vector);
                String v = (panel.half(vector) ? "hv" : "v") + name + "_" + pixel;
                String w = "w" + name + "_" + vector;
                body.addStatement("$L = $L", sum, kernels.fma(panel.channels(vector), v, w, sum));
            }
        }
    }

    private void broadcast(CodeBlock.Builder body, int name, String number, int pixel) {
        String v = "v" + name + "_" + pixel;
        String at = number + TilePlaces.plus(methods.places().xOffset(pixel));
        body.addStatement("$T $L = $L", Names.FLOAT_VECTOR, v, kernels.broadcast(outputs, "s[" + at + "]"));
        if (tile.half()) {
            body.addStatement("$T h$L = $L", Names.FLOAT_VECTOR, v, kernels.first(Tile.HALF, v));
        }
    }

    private void joinUnrolled(CodeBlock.Builder body) {
        for (int part = 1; part < tile.unroll(); part++) {
            for (int pixel = 0; pixel < tile.pixels(); pixel++) {
                for (int vector = 0; vector < vectors; vector++) {
                    String sum = sum(0, pixel, vector);
                    CodeBlock other = kernels.cast(outputs, sum(part, pixel, vector));
                    body.addStatement("$L = $L.add($L)", sum, kernels.exact(outputs, sum), other);
                }
            }
        }
    }
}
