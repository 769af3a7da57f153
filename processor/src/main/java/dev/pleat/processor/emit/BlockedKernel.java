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
        this.work = area.reserveSums(blocks.sums(tile, kernels.registers().lanes()));
        this.lanes = kernels.lanes(contraction.outputs());
    }

    // private static void conv1x1_384to96_1x196(float[] s, float[] w, int x, int y, int k, int b, Part part) {
    //   int panels = ...;
    //   int sums = 803852 + part.area();
    //   for (int p = 0; p < panels; p++) {
    //     int end = part.to(28);
    //     for (int first = part.from(28); first < end; first += 14) {
    //       int last = Math.min(first + 14, end);
    //       int c = p * 2 * L16;
    //       int q = k + p * 768 * L16;
    //       int t = sums;
    //       Sums.zero(s, t, (last - first) * 14 * L16);
    //       for (int l = 0; l < 384; l += 192) {
    //         for (int i = first; i < last; i++) {
    //           int col = i * 7;
    //           sums1x7x2_384_192(s, w, x + l + col * 384, t, q);
    //           t += 14 * L16;
    //         }
    //         t = sums;
    //         q += 384 * L16;
    //       }
    //       ... Sums.finish of each tile
    //     }
    //   }
    // }
    List<MethodSpec> write(String name) {
        Pixels pixels = contraction.pixels();
        String sums = new SumsKernel(
                        kernels,
                        tile,
                        pixels.xRow(),
                        pixels.xCol(),
                        blocks.piece(),
                        true,
                        methods.sumsSample(contraction.x(), work))
                .name();
        CodeBlock.Builder body = CodeBlock.builder();
        body.addStatement("int panels = ($L + $L - 1) / ($L)", contraction.outputs(), width(), width());
        body.addStatement("int sums = $L + part.area()", work);
        int open = chunks(body);
        body.addStatement("int c = Math.min(p * $L, Math.max(0, $L - $L))", width(), contraction.outputs(), width());
        body.addStatement("int q = k + p * $L * $L", contraction.depth() * tile.vectors(), lanes);
        body.addStatement("int t = sums");
        int sumsOfTile = tile.pixels() * tile.vectors();
        body.addStatement("$T.zero(s, t, (last - first) * $L * $L)", Names.SUMS, sumsOfTile, lanes);
        pieces(body, sums);
        finish(body);
        close(body, open);
        return List.of(methods.walk(name).addCode(body.build()).build());
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

    /** Opens the loops over panels and over chunks of tiles, {@code first} to {@code last}, of which a part has some. */
    private int chunks(CodeBlock.Builder body) {
        String tiles = methods.tiles().text();
        body.add(methods.tiles().count());
        int chunk = sumsPerChunk() / (tile.pixels() * tile.vectors());
        if (methods.tiles().dividesPixels()) {
            body.beginControlFlow("for (int p = 0; p < panels; p++)");
            body.addStatement("int end = part.to($L)", tiles);
            body.beginControlFlow("for (int first = part.from($1L); first < end; first += $2L)", tiles, chunk);
            body.addStatement("int last = Math.min(first + $L, end)", chunk);
            return 2;
        }
        body.addStatement("int end = part.to(panels * $L)", tiles);
        body.addStatement("int next = part.from(panels * $L)", tiles);
        body.beginControlFlow("while (next < end)");
        body.addStatement("int p = next / $L", tiles);
        body.addStatement("int first = next % $L", tiles);
        String most = chunk < methods.tiles().number() ? "Math.min(first + " + chunk + ", " + tiles + ")" : tiles;
        body.addStatement("int last = Math.min($L, first + end - next)", most);
        body.addStatement("next += last - first");
        return 1;
    }

    /** Writes the loops over rows and columns of the window and over pieces of its innermost run. */
    private void pieces(CodeBlock.Builder body, String sums) {
        String from = "x";
        int open = 0;
        String[] variables = {"h", "j"};
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
        tiles(body);
        body.addStatement("$L(s, w, $L, t, q)", sums, methods.places().xOfTile(from));
        body.addStatement("t += $L * $L", tile.pixels() * tile.vectors(), lanes);
        body.endControlFlow();
        body.addStatement("t = sums");
        body.addStatement("q += $L * $L", blocks.piece() * tile.vectors(), lanes);
        close(body, open);
    }

    /** Opens the loop over the tiles of a chunk. */
    private void tiles(CodeBlock.Builder body) {
        body.beginControlFlow("for (int i = first; i < last; i++)")
                .add(methods.tiles().places());
    }

    /** Writes the way of the sums into the result: bias, residual, and an activation that is a clip. */
    private void finish(CodeBlock.Builder body) {
        Pixels pixels = contraction.pixels();
        TilePlaces places = methods.places();
        boolean joined = places.joinsRows();
        tiles(body);
        List<Object> arguments = new ArrayList<>();
        arguments.add(Names.SUMS);
        arguments.add("s, t, " + (joined ? "" : tile.rows() + ", ") + tile.cols() + ", " + tile.vectors());
        arguments.add(places.yOfTile() + " + c, " + places.yRow() + ", " + pixels.yCol());
        String residual = methods.residual() ? places.addOfTile() + " + c" : "-1";
        arguments.add(residual + ", " + places.addRow() + ", " + pixels.addCol());
        arguments.add("w, b + c, " + contraction.outputs());
        arguments.add(methods.finish().bounds() + (joined ? ", " + places.next() : ""));
        body.add("$T.finish(\n$>$>$L,\n$L,\n$L,\n$L,\n$L);\n$<$<", arguments.toArray());
        body.addStatement("t += $L * $L", tile.pixels() * tile.vectors(), lanes);
        body.endControlFlow();
    }
}
