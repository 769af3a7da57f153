package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.plan.Blocks;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Contraction.Loop;
import dev.pleat.processor.plan.Contraction.Pixels;
import dev.pleat.processor.plan.Tile;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the kernel of a convolution whose weights exceed the first-level cache: the sums of a chunk of the image lie in
 * a work area, and one piece of the weights after the other is multiplied with the whole chunk.
 */
final class BlockedKernel {

    private final KernelMethods methods;
    private final Kernels kernels;
    private final Contraction contraction;
    private final Tile tile;
    private final Blocks blocks;
    private final int work;
    private final String lanes;

    /**
     * @param area where the sums of a chunk are collected
     */
    BlockedKernel(KernelMethods methods, Blocks blocks, WorkArea area) {
        this.methods = methods;
        this.kernels = methods.kernels();
        this.contraction = methods.contraction();
        this.tile = methods.tile();
        this.blocks = blocks;
        this.work = area.reserve(blocks.sums(tile, kernels.registers().lanes()));
        this.lanes = kernels.lanes(contraction.outputs());
    }

    /** Returns the kernel: the walk over panels, chunks, pieces and tiles. */
    List<MethodSpec> write(String name) {
        Pixels pixels = contraction.pixels();
        String sums = new SumsKernel(
                        kernels,
                        tile,
                        pixels.xRow(),
                        pixels.xCol(),
                        blocks.piece(),
                        methods.sumsSample(contraction.x(), work))
                .name();
        MethodSpec.Builder method = methods.method(name, "k", "b");
        CodeBlock.Builder body = CodeBlock.builder();
        body.addStatement("int panels = ($L + $L - 1) / ($L)", contraction.outputs(), width(), width());
        body.beginControlFlow("for (int p = 0; p < panels; p++)");
        body.addStatement("int c = Math.min(p * $L, Math.max(0, $L - $L))", width(), contraction.outputs(), width());
        int open = chunks(body);
        body.addStatement("int q = k + p * $L * $L", contraction.depth() * tile.vectors(), lanes);
        body.addStatement("int t = $L", work);
        body.addStatement("$T.zero(s, t, $L * $L)", Names.SUMS, sumsPerChunk(), lanes);
        pieces(body, sums);
        finish(body);
        close(body, open);
        body.endControlFlow();
        return List.of(method.addCode(body.build()).build());
    }

    private int sumsPerChunk() {
        return blocks.sums(tile, 1);
    }

    private String width() {
        return tile.vectors() == 1 ? lanes : tile.vectors() + " * " + lanes;
    }

    private static void close(CodeBlock.Builder body, int open) {
        for (int i = 0; i < open; i++) {
            body.endControlFlow();
        }
    }

    /** Opens the loops over chunks of rows or columns. */
    private int chunks(CodeBlock.Builder body) {
        int open = 0;
        if (blocks.rows() < contraction.pixels().rows()) {
            body.beginControlFlow(
                    "for (int row0 = 0; row0 < $1L; row0 += $2L)",
                    contraction.pixels().rows(),
                    blocks.rows());
            open++;
        }
        if (blocks.cols() < contraction.pixels().cols()) {
            body.beginControlFlow(
                    "for (int col0 = 0; col0 < $1L; col0 += $2L)",
                    contraction.pixels().cols(),
                    blocks.cols());
            open++;
        }
        return open;
    }

    /** Writes the loops over rows and columns of the window and over pieces of its innermost run. */
    private void pieces(CodeBlock.Builder body, String sums) {
        String from = "x";
        int open = 0;
        String[] variables = {"h", "i"};
        for (int level = 0; level < 2; level++) {
            Loop loop = contraction.reduction().get(level);
            if (loop.count() > 1) {
                body.beginControlFlow(
                        "for (int $1L = $2L; $1L < $2L + $3L; $1L += $4L)",
                        variables[level],
                        from,
                        loop.count() * loop.stride(),
                        loop.stride());
                from = variables[level];
                open++;
            }
        }
        int inner = contraction.reduction().get(2).count();
        if (blocks.piece() < inner) {
            body.beginControlFlow("for (int l = 0; l < $L; l += $L)", inner, blocks.piece());
            from += " + l";
            open++;
        }
        int tiles = tiles(body);
        Pixels pixels = contraction.pixels();
        body.addStatement("$L(s, w, $L$L, t, q)", sums, from, place(pixels.xRow(), pixels.xCol()));
        body.addStatement("t += $L * $L", tile.pixels() * tile.vectors(), lanes);
        close(body, tiles);
        body.addStatement("t = $L", work);
        body.addStatement("q += $L * $L", blocks.piece() * tile.vectors(), lanes);
        close(body, open);
    }

    /** Opens the loops over the tiles of a chunk; the last ones overlap those before. */
    private int tiles(CodeBlock.Builder body) {
        int open = 0;
        Pixels pixels = contraction.pixels();
        open += loop(body, "row", pixels.rows(), blocks.rows(), tile.rows());
        open += loop(body, "col", pixels.cols(), blocks.cols(), tile.cols());
        return open;
    }

    private static int loop(CodeBlock.Builder body, String name, int count, int chunk, int step) {
        if (count <= step) {
            return 0;
        }
        String from = chunk < count ? name + "0" : "0";
        String to = chunk < count
                ? count % chunk == 0 ? name + "0 + " + chunk : "Math.min(" + name + "0 + " + chunk + ", " + count + ")"
                : "" + count;
        String counter = name + "1";
        body.beginControlFlow("for (int $1L = $2L; $1L < $3L; $1L += $4L)", counter, from, to, step);
        body.addStatement("int $L = Math.min($L, $L)", name, counter, count - step);
        return 1;
    }

    private String place(int rowStride, int colStride) {
        String row = contraction.pixels().rows() > tile.rows() ? " + row * " + rowStride : "";
        String col = contraction.pixels().cols() > tile.cols() ? " + col * " + colStride : "";
        return row + col;
    }

    /** Writes the way of the sums into the result: bias, residual, and an activation that is a clip. */
    private void finish(CodeBlock.Builder body) {
        Pixels pixels = contraction.pixels();
        int open = tiles(body);
        List<Object> arguments = new ArrayList<>();
        String residual = methods.residual() ? "r" + place(pixels.addRow(), pixels.addCol()) + " + c" : "-1";
        arguments.add(Names.SUMS);
        arguments.add("s, t, " + tile.rows() + ", " + tile.cols() + ", " + tile.vectors());
        arguments.add("y" + place(pixels.yRow(), pixels.yCol()) + " + c, " + pixels.yRow() + ", " + pixels.yCol());
        arguments.add(residual + ", " + pixels.addRow() + ", " + pixels.addCol());
        arguments.add("w, b + c, " + contraction.outputs());
        arguments.add(methods.finish().bounds());
        body.add("$T.finish(\n$>$>$L,\n$L,\n$L,\n$L,\n$L);\n$<$<", arguments.toArray());
        body.addStatement("t += $L * $L", tile.pixels() * tile.vectors(), lanes);
        close(body, open);
    }
}
