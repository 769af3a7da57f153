package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.plan.Tile;
import dev.pleat.processor.plan.Tiles;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the kernel that computes products and adds them to the sums of a tile: nothing in it depends on a layer but the distances between
 * the pixels and the length of a piece, so layers that agree in these share it, whatever their windows are.
 */
final class SumsKernel {

    /** Any number of output channels that fills the widest vectors. */
    private static final int WIDEST = 16;

    private final Kernels kernels;
    private final Tile tile;
    private final int xRow;
    private final int xCol;
    private final int count;
    private final boolean adds;
    private final List<String> sample;
    private final String lanes;

    /**
     * @param count numbers of each pixel that are multiplied
     * @param adds whether there are sums to add to; else they are only written
     * @param sample arguments with which the kernel can be called, empty if nothing stands in for it
     */
    SumsKernel(Kernels kernels, Tile tile, int xRow, int xCol, int count, boolean adds, List<String> sample) {
        this.count = count;
        this.adds = adds;
        this.sample = sample;
        this.kernels = kernels;
        this.tile = tile;
        this.xRow = xRow;
        this.xCol = xCol;
        this.lanes = kernels.lanes(WIDEST);
    }

    /** Returns the kernel's name, having written it if it is the first of its geometry. */
    String name() {
        String name = (adds ? "sums" : "products") + tile.rows() + "x" + tile.cols() + "x" + tile.vectors() + "_" + xCol
                + "_" + count;
        int rowStride = tile.rows() == 1 ? 0 : xRow;
        String geometry = List.of("sums", adds, tile, rowStride, xCol, count).toString();
        return sample.isEmpty()
                ? kernels.shareBatchTile(geometry, name, this::write)
                : kernels.shareTile(geometry, name, StandIns.sums(tile, xRow, xCol, count, adds), sample, this::write);
    }

    // private static void sums1x7x2_128_384(float[] s, float[] w, int x, int t, int k) {
    //   FloatVector a0_0 = FloatVector.fromArray(S16, s, t);
    //   for (int l = 0; l < 384; l++) {
    //     int n = x + l;
    //     int q = k + l * (2 * L16);
    //     FloatVector w0 = FloatVector.fromArray(S16, w, q);
    //     FloatVector v = FloatVector.broadcast(S16, s[n]);
    //     a0_0 = v.fma(w0, a0_0);
    //   }
    //   a0_0.intoArray(s, t);
    // }
    private MethodSpec write(String name) {
        CodeBlock.Builder body = CodeBlock.builder().add(StandIns.SKIP);
        for (int sum = 0; sum < tile.pixels() * tile.vectors(); sum++) {
            CodeBlock start = adds ? kernels.load(WIDEST, "s", "t" + vectors(sum)) : kernels.zero(WIDEST);
            body.addStatement("$T $L = $L", Names.FLOAT_VECTOR, sum(sum), start);
        }
        int step = Tiles.numbersPerRoundOfSums(kernels.registers(), count);
        int whole = count / step * step;
        body.beginControlFlow("for (int l = 0; l < $L; $L)", whole, step == 1 ? "l++" : "l += " + step);
        body.addStatement("int n = x + l");
        body.addStatement("int q = k + l * ($L)", tile.vectors() == 1 ? lanes : tile.vectors() + " * " + lanes);
        for (int i = 0; i < step; i++) {
            if (i > 0) {
                body.add(KernelMethods.BARRIER);
            }
            multiply(body, "" + i, "n" + TilePlaces.plus(i), "q", i);
        }
        body.endControlFlow();
        for (int i = whole; i < count; i++) {
            multiply(body, "" + (step + i - whole), "x" + TilePlaces.plus(i), "k", i);
        }
        for (int sum = 0; sum < tile.pixels() * tile.vectors(); sum++) {
            body.addStatement("$L.intoArray(s, t$L)", kernels.exact(WIDEST, sum(sum)), vectors(sum));
        }
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.FLOATS, "s")
                .addParameter(Names.FLOATS, "w")
                .addParameter(int.class, "x")
                .addParameter(int.class, "t")
                .addParameter(int.class, "k")
                .addCode(body.build())
                .build();
    }

    private void multiply(CodeBlock.Builder body, String name, String number, String weights, int index) {
        for (int vector = 0; vector < tile.vectors(); vector++) {
            CodeBlock weight = kernels.load(WIDEST, "w", weights + vectors(index * tile.vectors() + vector));
            body.addStatement("$T w$L_$L = $L", Names.FLOAT_VECTOR, name, vector, weight);
        }
        for (int pixel = 0; pixel < tile.pixels(); pixel++) {
            int offset = pixel / tile.cols() * xRow + pixel % tile.cols() * xCol;
            String v = "v" + name + "_" + pixel;
            CodeBlock value = kernels.broadcast(WIDEST, "s[" + number + TilePlaces.plus(offset) + "]");
            body.addStatement("$T $L = $L", Names.FLOAT_VECTOR, v, value);
            for (int vector = 0; vector < tile.vectors(); vector++) {
                String sum = sum(pixel * tile.vectors() + vector);
                body.addStatement("$L = $L", sum, kernels.fma(WIDEST, v, "w" + name + "_" + vector, sum));
            }
        }
    }

    private String sum(int index) {
        return "a" + index / tile.vectors() + "_" + index % tile.vectors();
    }

    private String vectors(int count) {
        return count == 0 ? "" : count == 1 ? " + " + lanes : " + " + count + " * " + lanes;
    }
}
