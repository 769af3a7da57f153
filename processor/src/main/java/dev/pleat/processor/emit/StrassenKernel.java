package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Contraction.Pixels;
import dev.pleat.processor.plan.Schedule;
import dev.pleat.processor.plan.Strassen;
import dev.pleat.processor.plan.Tile;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the kernel of a 1×1 convolution by Strassen's multiplication: for a chunk of the image, blocks of what is read
 * are added up once, and multiplied with those of the weights of one panel of channels in each half, into four sums.
 */
final class StrassenKernel {

    /** Threads divide fewer runs of pairs, each as long as a tile, by channels, which are more even. */
    private static final int FEWEST_RUNS = 16;

    private final KernelMethods methods;
    private final Kernels kernels;
    private final Contraction contraction;
    private final Tile tile;
    private final Strassen strassen;
    private final int piece;
    private final int chunk;
    private final int half;
    private final int pitch;
    private final int maps;
    private final int sums;
    private final String width;
    private final String lanes;

    StrassenKernel(KernelMethods methods, Schedule schedule, WorkArea area) {
        this.methods = methods;
        this.kernels = methods.kernels();
        this.contraction = methods.contraction();
        this.tile = schedule.tile();
        this.strassen = schedule.strassen();
        this.piece = schedule.blocks().piece();
        this.chunk = (strassen.chunk() + tile.cols() - 1) / tile.cols() * tile.cols();
        this.half = contraction.inputs() / 2;
        this.pitch = Strassen.pitch(contraction);
        this.lanes = kernels.lanes(contraction.outputs());
        this.width = tile.vectors() == 1 ? lanes : tile.vectors() + " * " + lanes;
        int mapped = Strassen.PRODUCTS * chunk * pitch;
        this.maps = area.reserve(
                mapped + 4 * chunk * tile.vectors() * kernels.registers().lanes());
        this.sums = maps + mapped;
    }

    List<MethodSpec> write(String name) {
        String product = name + "Product";
        CodeBlock walk = dividesPairs() ? byPairs(product) : byPanels(product);
        return List.of(methods.walk(name).addCode(walk).build(), product(product));
    }

    private boolean dividesPairs() {
        return strassen.pairs() >= FEWEST_RUNS * tile.cols();
    }

    // private static void strassen_256to256_28x28(float[] s, float[] w, int x, int y, int k, int b, Part part) {
    //   int panels = ...;
    //   int maps = 803852 + part.area();
    //   int t1 = 917324 + part.area();
    //   ... t2, t3 and t4 behind it
    //   int end = Math.min(part.to(56) * 7, 392);
    //   for (int pair = part.from(56) * 7; pair < end; pair += 98) {
    //     int count = Math.min(98, end - pair);
    //     Strassen.input(s, x, ..., pair, 0, count);
    //     for (int p = 0; p < panels; p++) {
    //       ... the panel
    //     }
    //   }
    // }
    private CodeBlock byPairs(String product) {
        CodeBlock.Builder body = CodeBlock.builder();
        int runs = (strassen.pairs() + tile.cols() - 1) / tile.cols();
        begin(body, " + part.area()");
        body.addStatement("int end = Math.min(part.to($L) * $L, $L)", runs, tile.cols(), strassen.pairs());
        body.beginControlFlow("for (int pair = part.from($L) * $L; pair < end; pair += $L)", runs, tile.cols(), chunk);
        body.addStatement("int count = Math.min($L, end - pair)", chunk);
        String padded = strassen.pairs() % tile.cols() == 0
                ? "count"
                : "(count + " + (tile.cols() - 1) + ") / " + tile.cols() + " * " + tile.cols();
        input(body, "0", padded);
        body.beginControlFlow("for (int p = 0; p < panels; p++)");
        panel(body, product);
        return body.endControlFlow().endControlFlow().build();
    }

    /** All parts add up what is read into the first one's work area, and each multiplies its panels with all of it. */
    private CodeBlock byPanels(String product) {
        CodeBlock.Builder body = CodeBlock.builder();
        begin(body, "");
        boolean many = chunk < strassen.pairs();
        if (many) {
            body.beginControlFlow("for (int pair = 0; pair < $1L; pair += $2L)", strassen.pairs(), chunk);
            body.addStatement("int count = Math.min($L, $L - pair)", chunk, strassen.pairs());
        } else {
            body.addStatement("int pair = 0");
            body.addStatement("int count = $L", strassen.pairs());
        }
        input(body, "part.from(" + chunk + ")", "part.to(" + chunk + ")");
        body.addStatement("part.await()");
        body.beginControlFlow("for (int p = part.from(panels), last = part.to(panels); p < last; p++)");
        panel(body, product);
        body.endControlFlow();
        if (many) {
            // The next chunk overwrites what others may still read.
            body.addStatement("part.await()").endControlFlow();
        }
        return body.build();
    }

    private void begin(CodeBlock.Builder body, String area) {
        body.addStatement("int panels = ($L + $L - 1) / ($L)", contraction.outputs() / 2, width, width);
        body.addStatement("int maps = $L$L", maps, area);
        body.addStatement("int t1 = $L + part.area()", sums);
        body.addStatement("int size = $L * $L", chunk * tile.vectors(), lanes);
        body.addStatement("int t2 = t1 + size");
        body.addStatement("int t3 = t2 + size");
        body.addStatement("int t4 = t3 + size");
    }

    private void input(CodeBlock.Builder body, String from, String to) {
        Pixels pixels = contraction.pixels();
        body.addStatement(
                "$T.input(s, x, $L, $L, $L, $L, $L, maps, $L, $L, pair, $L, $L)",
                Names.STRASSEN,
                pixels.xRow(),
                pixels.xCol(),
                pixels.cols(),
                pixels.count(),
                contraction.inputs(),
                chunk * pitch,
                pitch,
                from,
                to);
    }

    /**
     * Writes the products of a panel of each half of the channels, and their ways into the result. Blocks of what is read
     * are called {@code a}, of the weights {@code b}, and of the result {@code c}, as in {@code Strassen}.
     */
    private void panel(CodeBlock.Builder body, String product) {
        String upper = contraction.outputs() / 2 + " + c";
        body.addStatement("int c = Math.min(p * $L, Math.max(0, $L - $L))", width, contraction.outputs() / 2, width);
        body.addStatement("int q = k + p * $L * $L", Strassen.PRODUCTS * half * tile.vectors(), lanes);
        body.addStatement("$T.zero(s, t1, size)", Names.SUMS);
        multiply(body, product, 0, "t1", "a11 b11");
        body.addStatement("$T.copy(s, t1, t2, size)", Names.SUMS);
        multiply(body, product, 1, "t2", "+ (a21 + a22 - a11) (b22 - b12 + b11) = u2");
        multiply(body, product, 2, "t1", "+ a12 b21 = c11");
        output(body, "t1", "-1", false, "c");
        body.addStatement("$T.copy(s, t2, t3, size)", Names.SUMS);
        multiply(body, product, 3, "t3", "+ (a11 - a21) (b22 - b12) = u3");
        body.addStatement("$T.zero(s, t4, size)", Names.SUMS);
        multiply(body, product, 4, "t4", "(a21 + a22) (b12 - b11) = v");
        multiply(body, product, 5, "t2", "u2 + (a12 - a21 - a22 + a11) b22 = c12 - v");
        output(body, "t2", "t4", false, upper);
        body.addStatement("$T.copy(s, t3, t2, size)", Names.SUMS);
        multiply(body, product, 6, "t2", "u3 + a22 (b21 - b22 + b12 - b11) = c21");
        output(body, "t2", "-1", true, "c");
        body.add("// u3 + v = c22\n");
        output(body, "t3", "t4", true, upper);
    }

    /**
     * Writes the call that adds a product to sums.
     *
     * @param index which of the products
     * @param t text of the offset of the sums
     * @param meaning what they are then
     */
    private void multiply(CodeBlock.Builder body, String product, int index, String t, String meaning) {
        body.add("// $L\n", meaning);
        body.addStatement(
                "$L(s, w, maps$L, $L, q$L, count)",
                product,
                KernelMethods.plus(index * chunk * pitch),
                t,
                index == 0 ? "" : " + " + index * half * tile.vectors() + " * " + lanes);
    }

    private MethodSpec product(String name) {
        String kernel = new SumsKernel(kernels, tile, 0, pitch, piece, true, methods.sumsSample(maps, sums)).name();
        CodeBlock.Builder body = CodeBlock.builder();
        boolean pieces = piece < half;
        if (pieces) {
            body.beginControlFlow("for (int l = 0; l < $L; l += $L)", half, piece);
        }
        body.beginControlFlow("for (int i = 0; i < count; i += $L)", tile.cols());
        body.addStatement("$L(s, w, v$L + i * $L, t + i * $L, q)", kernel, pieces ? " + l" : "", pitch, width);
        body.endControlFlow();
        if (pieces) {
            body.addStatement("q += $L * $L", piece * tile.vectors(), lanes).endControlFlow();
        }
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.FLOATS, "s")
                .addParameter(Names.FLOATS, "w")
                .addParameter(int.class, "v")
                .addParameter(int.class, "t")
                .addParameter(int.class, "q")
                .addParameter(int.class, "count")
                .addCode(body.build())
                .build();
    }

    private void output(CodeBlock.Builder body, String t, String v, boolean second, String channel) {
        Pixels pixels = contraction.pixels();
        int outputs = contraction.outputs() / 2;
        int distance = pixels.count() - strassen.pairs();
        boolean odd = second && pixels.count() % 2 == 1;
        body.add("$T.output(\n$>$>", Names.STRASSEN);
        body.add(
                "s, $L, $L, $L, pair$L, count, $L, $L,\n",
                t,
                v,
                tile.vectors(),
                second ? KernelMethods.plus(distance) : "",
                odd ? strassen.pairs() : 0,
                pixels.cols());
        body.add("y + $L, $L, $L,\n", channel, pixels.yRow(), pixels.yCol());
        body.add("$L, $L, $L,\n", methods.residual() ? "r + " + channel : "-1", pixels.addRow(), pixels.addCol());
        body.add(
                "w, b + $L, $L,\n$L);\n$<$<", channel, outputs, methods.finish().bounds());
    }
}
