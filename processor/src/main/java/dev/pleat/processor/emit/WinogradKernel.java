package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.plan.CacheLines;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Contraction.Pixels;
import dev.pleat.processor.plan.Schedule;
import dev.pleat.processor.plan.Tile;
import dev.pleat.processor.plan.Winograd;
import java.util.List;

/**
 * Writes the kernel of a 3×3 convolution by Winograd's F(4×4, 3×3) or F(2×2, 3×3): for a chunk of the image, what is read is
 * mapped once, multiplied with the mapped weights of one panel of channels at each of 36 or 16 positions, and mapped back.
 */
final class WinogradKernel {

    /** Threads divide fewer runs of tiles, each as long as a tile of sums, by channels, which are more even. */
    private static final int FEWEST_RUNS = 16;

    private final KernelMethods methods;
    private final Kernels kernels;
    private final Contraction contraction;
    private final Tile tile;
    private final Winograd winograd;
    private final int piece;
    private final int chunk;
    private final int maps;
    private final int meanwhile;
    private final int products;
    private final String lanes;
    private final String width;

    WinogradKernel(KernelMethods methods, Schedule schedule, WorkArea area) {
        this.methods = methods;
        this.kernels = methods.kernels();
        this.contraction = methods.contraction();
        this.tile = schedule.tile();
        this.winograd = schedule.winograd();
        this.piece = schedule.blocks().piece();
        this.chunk = (winograd.chunk() + tile.cols() - 1) / tile.cols() * tile.cols();
        this.lanes = kernels.lanes(contraction.outputs());
        this.width = tile.vectors() == 1 ? lanes : tile.vectors() + " * " + lanes;
        int widest = kernels.registers().lanes();
        int mapped = CacheLines.whole(winograd.products() * chunk * contraction.inputs());
        int between = winograd.products() * widest;
        this.maps = area.reserveSums(mapped + between + winograd.products() * (chunk * tile.vectors() + 1) * widest);
        this.meanwhile = maps + mapped;
        this.products = meanwhile + between;
    }

    List<MethodSpec> write(String name) {
        CodeBlock body = dividesTiles() ? byTiles() : byPanels();
        return List.of(methods.walk(name).addCode(body).build());
    }

    /**
     * Returns whether threads divide the tiles rather than the channels. Where tiles overlap, the last of them must win,
     * since they are not rounded alike.
     */
    private boolean dividesTiles() {
        Pixels pixels = contraction.pixels();
        return pixels.rows() % winograd.size() == 0
                && pixels.cols() % winograd.size() == 0
                && winograd.tiles() >= FEWEST_RUNS * tile.cols();
    }

    // private static void winograd_64to64_56x56(float[] s, float[] w, int x, int y, int k, int b, Part part) {
    //   int panels = ...;
    //   int maps = 803852 + part.area();
    //   int products = 917324 + part.area();
    //   int end = part.to(28) * 7;
    //   for (int tile = part.from(28) * 7; tile < end; tile += 49) {
    //     int count = Math.min(49, end - tile);
    //     Winograd.input(4, s, x, 3712, 64, maps, 49, products - 576, 0, count, tile, 56, 56);
    //     for (int p = 0; p < panels; p++) {
    //       int c = p * 2 * L16;
    //       int q = k + p * 4608 * L16;
    //       Sums.zero(s, products, 3528 * L16);
    //       int t = products;
    //       for (int v = maps; v < maps + 112896; v += 3136) {
    //         for (int i = 0; i < count; i += 7) {
    //           sums1x7x2_64_64(s, w, v + i * 64, t + i * 2 * L16, q);
    //         }
    //         q += 128 * L16;
    //         t += 98 * L16;
    //       }
    //       Winograd.output(4, s, products, 49, 2, count, tile, y + c, ...);
    //     }
    //   }
    // }
    private CodeBlock byTiles() {
        CodeBlock.Builder body = CodeBlock.builder();
        int runs = (winograd.tiles() + tile.cols() - 1) / tile.cols();
        begin(body, " + part.area()");
        body.addStatement("int end = part.to($L) * $L", runs, tile.cols());
        body.beginControlFlow("for (int tile = part.from($L) * $L; tile < end; tile += $L)", runs, tile.cols(), chunk);
        body.addStatement("int count = Math.min($L, end - tile)", chunk);
        input(body, "0", "count");
        body.beginControlFlow("for (int p = 0; p < panels; p++)");
        panel(body, "count");
        boolean whole = winograd.tiles() % tile.cols() == 0;
        output(body, whole ? "count" : "Math.min(count, " + winograd.tiles() + " - tile)");
        return body.endControlFlow().endControlFlow().build();
    }

    /** All parts map what is read into the first one's work area, and each multiplies its panels with all of it. */
    private CodeBlock byPanels() {
        CodeBlock.Builder body = CodeBlock.builder();
        begin(body, "");
        boolean many = winograd.chunk() < winograd.tiles();
        if (many) {
            body.beginControlFlow("for (int tile = 0; tile < $L; tile += $L)", winograd.tiles(), winograd.chunk());
        } else {
            body.addStatement("int tile = 0");
        }
        input(body, "part.from(" + chunk + ")", "part.to(" + chunk + ")");
        body.addStatement("part.await()");
        body.beginControlFlow("for (int p = part.from(panels), end = part.to(panels); p < end; p++)");
        panel(body, "" + chunk);
        boolean whole = winograd.tiles() % winograd.chunk() == 0;
        output(
                body,
                whole ? "" + winograd.chunk() : "Math.min(" + winograd.chunk() + ", " + winograd.tiles() + " - tile)");
        body.endControlFlow();
        if (many) {
            // The next chunk overwrites what others may still read.
            body.addStatement("part.await()").endControlFlow();
        }
        return body.build();
    }

    private void begin(CodeBlock.Builder body, String area) {
        body.addStatement("int panels = ($L + $L - 1) / ($L)", contraction.outputs(), width, width);
        body.addStatement("int maps = $L$L", maps, area);
        body.addStatement("int products = $L + part.area()", products);
    }

    private void input(CodeBlock.Builder body, String from, String to) {
        Pixels pixels = contraction.pixels();
        body.addStatement(
                "$T.input($L, s, x, $L, $L, maps, $L, products - $L, $L, $L, tile, $L, $L)",
                Names.WINOGRAD,
                winograd.size(),
                pixels.xRow(),
                contraction.inputs(),
                chunk,
                products - meanwhile,
                from,
                to,
                pixels.rows(),
                pixels.cols());
    }

    /**
     * Writes the products of a panel.
     *
     * @param count text of the count of tiles
     */
    private void panel(CodeBlock.Builder body, String count) {
        int inputs = contraction.inputs();
        body.addStatement("int c = Math.min(p * $L, Math.max(0, $L - $L))", width, contraction.outputs(), width);
        body.addStatement("int q = k + p * $L * $L", winograd.products() * inputs * tile.vectors(), lanes);
        if (inPieces()) {
            body.addStatement(
                    "$T.zero(s, products, $L * $L)", Names.SUMS, winograd.products() * chunk * tile.vectors(), lanes);
        }
        products(body, count);
    }

    private boolean inPieces() {
        return piece < contraction.inputs();
    }

    private void products(CodeBlock.Builder body, String count) {
        int inputs = contraction.inputs();
        int plane = chunk * inputs;
        String sums =
                new SumsKernel(kernels, tile, 0, inputs, piece, inPieces(), methods.sumsSample(maps, products)).name();
        body.addStatement("int t = products");
        body.beginControlFlow("for (int v = maps; v < maps + $L; v += $L)", winograd.products() * plane, plane);
        if (inPieces()) {
            body.beginControlFlow("for (int l = 0; l < $L; l += $L)", inputs, piece);
        }
        body.beginControlFlow("for (int i = 0; i < $L; i += $L)", count, tile.cols());
        body.addStatement("$L(s, w, v$L + i * $L, t + i * $L, q)", sums, inPieces() ? " + l" : "", inputs, width);
        body.endControlFlow();
        body.addStatement("q += $L * $L", piece * tile.vectors(), lanes);
        if (inPieces()) {
            body.endControlFlow();
        }
        body.addStatement("t += $L * $L", chunk * tile.vectors(), lanes);
        body.endControlFlow();
    }

    private void output(CodeBlock.Builder body, String count) {
        Pixels pixels = contraction.pixels();
        body.add("$T.output(\n$>$>", Names.WINOGRAD);
        body.add("$L, s, products, $L, $L, $L, tile,\n", winograd.size(), chunk, tile.vectors(), count);
        body.add("y + c, $L, $L, $L, $L,\n", pixels.yRow(), pixels.yCol(), pixels.rows(), pixels.cols());
        body.add("$L, $L,\n", methods.residual() ? "r + c" : "-1", pixels.addRow());
        body.add(
                "w, b + c, $L,\n$L);\n$<$<",
                contraction.outputs(),
                methods.finish().bounds());
    }
}
