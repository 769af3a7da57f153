package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Contraction.Loop;
import dev.pleat.processor.plan.Sliding;
import dev.pleat.processor.plan.Tile;
import java.util.List;

/**
 * Writes the kernel of a depthwise convolution that goes down a strip of columns, one vector of channels at a time: a row
 * of the input is read once, and multiplied for every row of results whose window it is in.
 */
final class SlidingKernel {

    private final KernelMethods methods;
    private final Kernels kernels;
    private final Contraction contraction;
    private final Tile tile;
    private final Sliding sliding;
    private final Loop rowTaps;
    private final Loop colTaps;
    private final int sums;
    private final int channels;
    private final String lanes;

    SlidingKernel(KernelMethods methods) {
        this.kernels = methods.kernels();
        this.contraction = methods.contraction();
        this.tile = methods.tile();
        this.sliding = Sliding.of(contraction, tile);
        this.rowTaps = contraction.reduction().get(0);
        this.colTaps = contraction.reduction().get(1);
        this.sums = sliding.sums();
        this.channels = contraction.groups();
        this.methods = methods.after(sliding.loads(contraction), 0, sliding.multiplications(contraction, tile));
        this.lanes = kernels.lanes(channels);
    }

    /** Returns the kernel: the walk over strips, and the strip. */
    List<MethodSpec> write(String name, String stripName) {
        String strip = methods.shareTile(stripName, this::strip);
        return List.of(methods.walk(name).addCode(methods.depthwiseTiles(strip)).build());
    }

    // private static void depthwise3x3_64Strip(float[] s, float[] w, int x, int y, int k, int b) {
    //   for (int n = 0; n < 64; n += L16) {
    //     int c = Math.min(n, 64 - L16);
    //     FloatVector w0 = FloatVector.fromArray(S16, w, k + c);        // and the other weights
    //     FloatVector a0_0 = bias;                                      // sums of the next rows of results: a0, a1
    //     ...                                                           // rows 0 and 1 of the input
    //     for (int i = 0; i < 14; i++) {
    //       int h = x + c + i * 1024;
    //       FloatVector a2_0 = bias;
    //       FloatVector v2_0 = FloatVector.fromArray(S16, s, h + 2048); // row i + 2 of the input
    //       a0_0 = v2_0.fma(w6, a0_0);
    //       a1_0 = v2_0.fma(w3, a1_0);
    //       a2_0 = v2_0.fma(w0, a2_0);
    //       ...
    //       a0_0.intoArray(s, y + c + i * 896);
    //       a0_0 = a1_0;
    //       a1_0 = a2_0;
    //     }
    //   }
    // }
    private MethodSpec strip(String name) {
        CodeBlock.Builder body = CodeBlock.builder().add(StandIns.SKIP);
        body.beginControlFlow("for (int n = 0; n < $L; n += $L)", methods.channelsAtOnce(), lanes);
        body.addStatement("int c = Math.min(n, $L - $L)", methods.channelsAtOnce(), lanes);
        weights(body);
        body.add(methods.bounds());
        body.add(methods.scaling(0, " + c"));
        int first = Math.max(0, rowTaps.count() - sliding.steps());
        for (int sum = 0; sum < sums - 1; sum++) {
            start(body, sum, "" + Math.min(sum, tile.rows() - 1));
        }
        for (int row = 0; row < first; row++) {
            multiply(body, row, "x + c");
        }
        body.beginControlFlow("for (int i = 0; i < $L; i++)", tile.rows());
        body.addStatement("int h = x + c + i * $L", contraction.pixels().xRow());
        int ahead = sums - 1;
        start(body, ahead, ahead == 0 ? "i" : "Math.min(i + " + ahead + ", " + (tile.rows() - 1) + ")");
        for (int row = first; row < rowTaps.count(); row++) {
            multiply(body, row, "h");
        }
        finish(body);
        body.endControlFlow();
        body.endControlFlow();
        return methods.method(name).addCode(body.build()).build();
    }

    private void weights(CodeBlock.Builder body) {
        body.addStatement("$T bias = $L", Names.FLOAT_VECTOR, kernels.load(channels, "w", "b + c"));
        for (int tap = 0; tap < contraction.depth(); tap++) {
            String at = "k + c" + TilePlaces.plus(tap * channels);
            body.addStatement("$T w$L = $L", Names.FLOAT_VECTOR, tap, kernels.load(channels, "w", at));
        }
    }

    /**
     * Begins the sums of a row of results.
     *
     * @param row text of which one; behind the last, that one again, for sums that nobody uses
     */
    private void start(CodeBlock.Builder body, int sum, String row) {
        for (int col = 0; col < tile.cols(); col++) {
            CodeBlock start = CodeBlock.of("bias");
            if (methods.residual()) {
                String offset = TilePlaces.plus(methods.places().addOffset(col));
                int stride = contraction.pixels().addRow();
                String at = "r" + offset + " + c + " + row + " * " + stride;
                start = CodeBlock.of("bias.add($L)", kernels.load(channels, "s", at));
            }
            body.addStatement("$T $L = $L", Names.FLOAT_VECTOR, name(sum, col), start);
        }
    }

    private static String name(int sum, int col) {
        return "a" + sum + "_" + col;
    }

    /**
     * Multiplies a row of the input for all rows of results whose window it is in.
     *
     * @param row counted in rows of taps, from the first row of the window of the next row of results
     * @param from text of the offset of that window
     */
    private void multiply(CodeBlock.Builder body, int row, String from) {
        int column = 0;
        for (int offset : sliding.columns()) {
            String v = "v" + row + "_" + column++;
            String at = from + TilePlaces.plus(row * rowTaps.stride() + offset);
            body.addStatement("$T $L = $L", Names.FLOAT_VECTOR, v, kernels.load(channels, "s", at));
            for (int sum = 0; sum < sums && row - sum * sliding.steps() >= 0; sum++) {
                multiply(body, v, offset, sum, row - sum * sliding.steps());
            }
        }
    }

    private void multiply(CodeBlock.Builder body, String v, int offset, int sum, int rowTap) {
        for (int col = 0; col < tile.cols(); col++) {
            int within = offset - col * contraction.pixels().xCol();
            for (int tap = 0; tap < colTaps.count(); tap++) {
                if (within == tap * colTaps.stride()) {
                    String weight = "w" + (rowTap * colTaps.count() + tap);
                    String name = name(sum, col);
                    body.addStatement("$L = $L", name, kernels.fma(channels, v, weight, name));
                }
            }
        }
    }

    /** Writes the sums of the row that is complete, and moves on the others. */
    private void finish(CodeBlock.Builder body) {
        for (int col = 0; col < tile.cols(); col++) {
            String name = name(0, col);
            String row = " + c + i * " + contraction.pixels().yRow();
            body.add(methods.store(name, col, 0, row));
        }
        for (int sum = 0; sum + 1 < sums; sum++) {
            for (int col = 0; col < tile.cols(); col++) {
                body.addStatement("$L = $L", name(sum, col), name(sum + 1, col));
            }
        }
    }
}
