package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.plan.ChannelBlock;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Registers;
import dev.pleat.processor.plan.Tile;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * What the two kinds of kernels have in common: their parameters, the walk over the tiles of an image, and how a tile's
 * sums begin and end.
 *
 * @param residual whether a value is added to the sums
 * @param samples whether the pixels are samples, of which callers say how many there are
 * @param weights offset of the weights of the layer for which the kernel is written
 * @param bias offset of that layer's bias
 * @param onBits whether sums are clipped on their bits
 */
record KernelMethods(
        Kernels kernels,
        Contraction contraction,
        Tile tile,
        boolean residual,
        Finish finish,
        boolean samples,
        int weights,
        int bias,
        boolean onBits) {

    /**
     * What stands between two numbers of a round: a branch that is never taken, since there are more floats than numbers.
     * HotSpot moves no multiplication across it; else it would load the second number's weights beside the first's, which
     * exceeds 16 registers.
     */
    static final CodeBlock BARRIER = CodeBlock.builder()
            .beginControlFlow("if (l == s.length)")
            .addStatement("break")
            .endControlFlow()
            .build();

    /**
     * Returns the same for a kernel of so many operations before its sums are complete.
     *
     * @see Clips#maySucceed
     */
    KernelMethods after(int loads, int broadcasts, int multiplications) {
        boolean clipsOnBits = Clips.maySucceed(loads, broadcasts, multiplications);
        return new KernelMethods(kernels, contraction, tile, residual, finish, samples, weights, bias, clipsOnBits);
    }

    boolean clipsBehind() {
        return finish.clipsBehind(contraction, kernels.registers(), samples);
    }

    /** Returns the same for the tiles alone, which leave clips to what runs behind them. */
    KernelMethods ofTiles() {
        Finish own = clipsBehind() ? Finish.nothing(finish.channels()) : finish;
        return new KernelMethods(kernels, contraction, tile, residual, own, samples, weights, bias, onBits);
    }

    boolean scales() {
        return finish.isInline() && finish.scales();
    }

    /** Returns the name of the method for a tile of this geometry, which is written the first time. */
    String shareTile(String name, Kernels.TileWriter writer) {
        if (samples) {
            return kernels.shareBatchTile(tileGeometry(), name, writer);
        }
        List<String> sample = new ArrayList<>(List.of("s", "w", "" + contraction.x(), "" + contraction.y()));
        if (residual) {
            sample.add("" + contraction.residual());
        }
        sample.addAll(List.of("" + weights, "" + bias));
        if (scales()) {
            sample.add("" + finish.scale());
        }
        if (tile.panels() > 1) {
            sample.addAll(List.of("0", "0"));
        }
        if (places().joinsRows()) {
            sample.add("" + tile.cols());
        }
        return kernels.shareTile(tileGeometry(), name, StandIns.of(this), sample, writer);
    }

    /** Returns arguments for a kernel that adds to sums, empty if nothing calls it to have it compiled. */
    List<String> sumsSample(int x, int t) {
        return samples ? List.of() : List.of("s", "w", "" + x, "" + t, "" + weights);
    }

    /** Begins a method that computes what belongs to a part of a team. */
    MethodSpec.Builder walk(String name) {
        MethodSpec.Builder method = method(name);
        if (samples) {
            method.addParameter(int.class, "samples");
        }
        return method.addParameter(Names.PART, "part");
    }

    /** Begins a method that computes one tile. */
    MethodSpec.Builder method(String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Names.FLOATS, "s")
                .addParameter(Names.FLOATS, "w")
                .addParameter(int.class, "x")
                .addParameter(int.class, "y");
        if (residual) {
            method.addParameter(int.class, "r");
        }
        method.addParameter(int.class, "k").addParameter(int.class, "b");
        if (scales()) {
            method.addParameter(int.class, "e");
        }
        return method;
    }

    /** Returns where tiles and their pixels are. */
    TilePlaces places() {
        return new TilePlaces(contraction.pixels(), tile);
    }

    /** Returns the tiles that cover the image. */
    TileWalk tiles() {
        return new TileWalk(contraction, tile, samples);
    }

    // for (int c = 0; c < 512; c += 128) {
    //   ... the tiles of these channels
    // }
    /** Returns the walk over blocks of channels and the tiles of a depthwise convolution. */
    CodeBlock depthwiseTiles(String call) {
        int channels = contraction.groups();
        if (channelsAtOnce() == channels) {
            return tiles().own(tile(call, "", "k"));
        }
        return CodeBlock.builder()
                .beginControlFlow("for (int c = 0; c < $L; c += $L)", channels, channelsAtOnce())
                .add(tiles().own(tile(call, " + c", "k + c")))
                .endControlFlow()
                .build();
    }

    /** Returns how many channels a tile of a depthwise convolution has. */
    int channelsAtOnce() {
        return ChannelBlock.of(contraction, kernels.registers());
    }

    /**
     * Returns the call of the tile {@code i}, counted along rows. Where tiles do not divide the image, the last ones overlap
     * the ones before: they compute some pixels twice, to the same result.
     *
     * @param call the tile's method
     * @param channel text to add to the offsets of channels, empty for 0
     * @param kernel text of the offset of the weights
     * @param more what else it takes
     */
    CodeBlock tile(String call, String channel, String kernel, String... more) {
        List<String> arguments = new ArrayList<>(List.of("s", "w"));
        arguments.add(places().xOfTile("x") + (contraction.depthwise() ? channel : ""));
        arguments.add(places().yOfTile() + channel);
        if (residual) {
            arguments.add(places().addOfTile() + channel);
        }
        arguments.add(kernel);
        arguments.add("b" + channel);
        if (scales()) {
            arguments.add("e" + channel);
        }
        arguments.addAll(List.of(more));
        if (places().joinsRows()) {
            arguments.add(places().next());
        }
        return CodeBlock.builder()
                .add(tiles().places())
                .addStatement("$L($L)", call, String.join(", ", arguments))
                .build();
    }

    /**
     * Returns what the code of a tile depends on: the distances between its pixels, but not how many tiles there are.
     * Layers that agree in it share the tile, which is the part that takes HotSpot long to compile.
     */
    String tileGeometry() {
        String finished = finish.isInline() ? finish.word() + (finish.shift() - finish.scale()) : "";
        return List.of(
                        "tile",
                        contraction.depthwise() ? contraction.groups() : 0,
                        contraction.outputs(),
                        contraction.reduction(),
                        tile,
                        places().geometry(residual),
                        residual,
                        finished)
                .toString();
    }

    /** Returns the statements that read the scales and shifts of a vector of channels, for {@link #store}. */
    CodeBlock scaling(int vector, String channel) {
        if (!scales()) {
            return CodeBlock.of("");
        }
        String shift = TilePlaces.plus(finish.shift() - finish.scale());
        return CodeBlock.builder()
                .addStatement("$T scale$L = $L", Names.FLOAT_VECTOR, vector, kernels.load(width(), "w", "e" + channel))
                .addStatement(
                        "$T shift$L = $L",
                        Names.FLOAT_VECTOR,
                        vector,
                        kernels.load(width(), "w", "e" + shift + channel))
                .build();
    }

    /** Returns the number of channels that decides how wide the vectors are. */
    int width() {
        return contraction.depthwise() ? contraction.groups() : contraction.outputs();
    }

    private Clips clips() {
        return new Clips(kernels, width(), onBits);
    }

    /** Returns the statements that declare what {@link #store} names. */
    CodeBlock bounds() {
        return finish.bounds(clips());
    }

    /**
     * Returns the statement that stores a vector of sums. Everything is spelled out: HotSpot inlines no helper of ours into
     * a method that has inlined as many vector operations as a kernel, and would box the vector it passes.
     *
     * @param channel text to add to the offsets of channels
     */
    CodeBlock store(String sum, int pixel, int vector, String channel) {
        return store(width(), sum, pixel, vector, channel);
    }

    /**
     * Returns the same for a vector of its own width, where the sums are all.
     *
     * @param channels the number of channels that decides how wide it is
     */
    CodeBlock store(int channels, String sum, int pixel, int vector, String channel) {
        CodeBlock value = kernels.exact(channels, sum);
        if (finish.isInline()) {
            value = finish.inRegister(clips(), value);
            if (scales()) {
                value = kernels.exact(
                        width(), CodeBlock.of("$L.fma($L, $L)", value, "scale" + vector, "shift" + vector));
            }
            if (kernels.registers() == Registers.NARROW) {
                // Where minima and maxima are no vector instructions, the step finishes in a pass of its own.
                value = CodeBlock.of("(FUSED ? $L : $L)", value, kernels.exact(width(), sum));
            }
        }
        return CodeBlock.of("$L.intoArray(s, $L$L);\n", value, places().y(pixel), channel);
    }
}
