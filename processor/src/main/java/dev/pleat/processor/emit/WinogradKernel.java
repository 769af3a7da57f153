package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Contraction.Pixels;
import dev.pleat.processor.plan.Schedule;
import dev.pleat.processor.plan.Tile;
import dev.pleat.processor.plan.Winograd;
import java.util.List;

/**
 * Writes the kernel of a 3×3 convolution by Winograd's F(4×4, 3×3): for a chunk of the image, what is read is mapped
 * once, multiplied with the mapped weights of one panel of channels at each of 36 positions, and mapped back.
 */
final class WinogradKernel {

    private final KernelMethods methods;
    private final Kernels kernels;
    private final Contraction contraction;
    private final Tile tile;
    private final Winograd winograd;
    private final int piece;
    private final int chunk;
    private final int maps;
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
        int mapped = WorkArea.aligned(Winograd.PRODUCTS * (chunk * contraction.inputs() + widest));
        int all = mapped + Winograd.PRODUCTS * (chunk * tile.vectors() + 1) * widest;
        this.maps = area.reserve(all);
        this.products = maps + mapped;
    }

    // private static void winograd_64to64_56x56(float[] s, float[] w, int x, int y, int k, int b) {
    //   int panels = ...;
    //   for (int tile = 0; tile < 196; tile += 49) {
    //     Winograd.input(s, x, 3712, 64, 803852, 49, tile, 56, 56);
    //     for (int p = 0; p < panels; p++) {
    //       int c = p * 2 * L16;
    //       int q = k + p * 4608 * L16;
    //       Sums.zero(s, 916816, 3528 * L16);
    //       int t = 916816;
    //       for (int v = 803852; v < 803852 + 112896; v += 3136) {
    //         for (int i = 0; i < 49; i += 7) {
    //           sums1x7x2_64_64(s, w, v + i * 64, t + i * 2 * L16, q);
    //         }
    //         q += 128 * L16;
    //         t += 98 * L16;
    //       }
    //       Winograd.output(s, 916816, 49, 2, Math.min(49, 196 - tile), tile, y + c, ...);
    //     }
    //   }
    // }
    List<MethodSpec> write(String name) {
        CodeBlock.Builder body = CodeBlock.builder();
        int inputs = contraction.inputs();
        Pixels pixels = contraction.pixels();
        body.addStatement("int panels = ($L + $L - 1) / ($L)", contraction.outputs(), width, width);
        body.beginControlFlow("for (int tile = 0; tile < $L; tile += $L)", winograd.tiles(), winograd.chunk());
        body.addStatement(
                "$T.input(s, x, $L, $L, $L, $L, tile, $L, $L)",
                Names.WINOGRAD,
                pixels.xRow(),
                inputs,
                maps,
                chunk,
                pixels.rows(),
                pixels.cols());
        body.beginControlFlow("for (int p = 0; p < panels; p++)");
        body.addStatement("int c = Math.min(p * $L, Math.max(0, $L - $L))", width, contraction.outputs(), width);
        body.addStatement("int q = k + p * $L * $L", Winograd.PRODUCTS * inputs * tile.vectors(), lanes);
        body.addStatement(
                "$T.zero(s, $L, $L * $L)", Names.SUMS, products, Winograd.PRODUCTS * chunk * tile.vectors(), lanes);
        products(body);
        output(body);
        body.endControlFlow();
        body.endControlFlow();
        return List.of(methods.method(name, "k", "b").addCode(body.build()).build());
    }

    private void products(CodeBlock.Builder body) {
        int inputs = contraction.inputs();
        int plane = chunk * inputs;
        String sums = new SumsKernel(kernels, tile, 0, inputs, piece, methods.sumsSample(maps, products)).name();
        body.addStatement("int t = $L", products);
        body.beginControlFlow("for (int v = $1L; v < $1L + $2L; v += $3L)", maps, Winograd.PRODUCTS * plane, plane);
        boolean pieces = piece < inputs;
        if (pieces) {
            body.beginControlFlow("for (int l = 0; l < $L; l += $L)", inputs, piece);
        }
        body.beginControlFlow("for (int i = 0; i < $L; i += $L)", chunk, tile.cols());
        body.addStatement("$L(s, w, v$L + i * $L, t + i * $L, q)", sums, pieces ? " + l" : "", inputs, width);
        body.endControlFlow();
        body.addStatement("q += $L * $L", piece * tile.vectors(), lanes);
        if (pieces) {
            body.endControlFlow();
        }
        body.addStatement("t += $L * $L", chunk * tile.vectors(), lanes);
        body.endControlFlow();
    }

    private void output(CodeBlock.Builder body) {
        Pixels pixels = contraction.pixels();
        boolean whole = winograd.tiles() % winograd.chunk() == 0;
        String count =
                whole ? "" + winograd.chunk() : "Math.min(" + winograd.chunk() + ", " + winograd.tiles() + " - tile)";
        body.add("$T.output(\n$>$>", Names.WINOGRAD);
        body.add("s, $L, $L, $L, $L, tile,\n", products, chunk, tile.vectors(), count);
        body.add("y + c, $L, $L, $L, $L,\n", pixels.yRow(), pixels.yCol(), pixels.rows(), pixels.cols());
        body.add("$L, $L,\n", methods.residual() ? "r + c" : "-1", pixels.addRow());
        body.add(
                "w, b + c, $L,\n$L);\n$<$<",
                contraction.outputs(),
                methods.finish().bounds());
    }
}
