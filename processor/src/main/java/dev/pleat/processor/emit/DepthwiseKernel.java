package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Contraction.Loop;
import dev.pleat.processor.plan.DepthwiseTiles;
import dev.pleat.processor.plan.Tile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the kernel of a depthwise convolution: for a tile of pixels it walks over the channels, one vector at a time,
 * with the taps of the window spelled out, so that the compiler sees which pixels neighbouring windows share.
 */
final class DepthwiseKernel {

    private final KernelMethods methods;
    private final Kernels kernels;
    private final Contraction contraction;
    private final Tile tile;
    private final int channels;
    private final String lanes;

    DepthwiseKernel(KernelMethods methods) {
        this.kernels = methods.kernels();
        this.contraction = methods.contraction();
        this.tile = methods.tile();
        int taps = DepthwiseTiles.spelled(contraction);
        int loads = taps + DepthwiseTiles.numbers(contraction, tile);
        this.methods = methods.after(loads, 0, taps * tile.pixels());
        this.channels = contraction.groups();
        this.lanes = kernels.lanes(channels);
    }

    /** Returns the kernel: the walk over tiles, and the tile. */
    List<MethodSpec> write(String name, String tileName) {
        String shared = methods.shareTile(tileName, this::tile);
        return List.of(
                methods.walk(name).addCode(methods.depthwiseTiles(shared)).build());
    }

    // private static void depthwise3x3_64Tile(float[] s, float[] w, int x, int y, int k, int b) {
    //   for (int i = 0; i < 64; i += L16) {
    //     int c = Math.min(i, 64 - L16);
    //     FloatVector a0 = FloatVector.fromArray(S16, w, b + c);
    //     FloatVector w0 = FloatVector.fromArray(S16, w, k + c);
    //     a0 = FloatVector.fromArray(S16, s, x + c).fma(w0, a0);
    //     a0.intoArray(s, y + c);
    //   }
    // }
    private MethodSpec tile(String name) {
        CodeBlock.Builder body = CodeBlock.builder().add(StandIns.SKIP);
        body.beginControlFlow("for (int n = 0; n < $L; n += $L)", methods.channelsAtOnce(), lanes);
        body.addStatement("int c = Math.min(n, $L - $L)", methods.channelsAtOnce(), lanes);
        begin(body);
        taps(body);
        body.add(methods.bounds());
        body.add(methods.scaling(0, " + c"));
        for (int pixel = 0; pixel < tile.pixels(); pixel++) {
            body.add(methods.store("a" + pixel, pixel, 0, " + c"));
        }
        body.endControlFlow();
        return methods.method(name).addCode(body.build()).build();
    }

    private void begin(CodeBlock.Builder body) {
        body.addStatement("$T bias = $L", Names.FLOAT_VECTOR, kernels.load(channels, "w", "b + c"));
        for (int pixel = 0; pixel < tile.pixels(); pixel++) {
            CodeBlock start = CodeBlock.of("bias");
            if (methods.residual()) {
                String at = "r" + TilePlaces.plus(methods.places().addOffset(pixel)) + " + c";
                start = CodeBlock.of("bias.add($L)", kernels.load(channels, "s", at));
            }
            body.addStatement("$T a$L = $L", Names.FLOAT_VECTOR, pixel, start);
        }
    }

    private void taps(CodeBlock.Builder body) {
        Loop rows = contraction.reduction().get(0);
        Loop cols = contraction.reduction().get(1);
        boolean spellCols = DepthwiseTiles.spellsCols(contraction);
        boolean spellRows = DepthwiseTiles.spellsRows(contraction);
        String from = "x + c";
        String weights = "k + c";
        if (!spellRows) {
            body.beginControlFlow("for (int h = 0; h < $L; h++)", rows.count());
            from += " + h * " + rows.stride();
            weights += " + h * " + cols.count() * channels;
        }
        if (!spellCols) {
            body.beginControlFlow("for (int i = 0; i < $L; i++)", cols.count());
            from += " + i * " + cols.stride();
            weights += " + i * " + channels;
        }
        Set<Integer> loaded = new HashSet<>();
        for (int row = 0; row < DepthwiseTiles.rows(contraction); row++) {
            for (int col = 0; col < DepthwiseTiles.cols(contraction); col++) {
                int tap = row * cols.count() + col;
                multiply(body, tap, from, row * rows.stride() + col * cols.stride(), weights, loaded);
            }
        }
        if (!spellCols) {
            body.endControlFlow();
        }
        if (!spellRows) {
            body.endControlFlow();
        }
    }

    /**
     * Multiplies what a tap reads for every pixel.
     *
     * @param loaded the offsets of numbers that an earlier tap has read, named after them
     */
    private void multiply(
            CodeBlock.Builder body, int tap, String from, int offset, String weights, Set<Integer> loaded) {
        String w = "w" + tap;
        String at = weights + TilePlaces.plus(tap * channels);
        body.addStatement("$T $L = $L", Names.FLOAT_VECTOR, w, kernels.load(channels, "w", at));
        for (int pixel = 0; pixel < tile.pixels(); pixel++) {
            int number = offset + methods.places().xOffset(pixel);
            String v = "v" + number;
            if (loaded.add(number)) {
                CodeBlock load = kernels.load(channels, "s", from + TilePlaces.plus(number));
                body.addStatement("$T $L = $L", Names.FLOAT_VECTOR, v, load);
            }
            String sum = "a" + pixel;
            body.addStatement("$L = $L", sum, kernels.fma(channels, v, w, sum));
        }
    }
}
