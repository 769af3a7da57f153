package dev.pleat.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.TransposedConvolution;
import dev.pleat.processor.plan.ChannelBlock;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.DotConvolution;
import dev.pleat.processor.plan.DotProducts;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.plan.Registers;
import dev.pleat.processor.plan.Schedule;
import dev.pleat.processor.plan.Slot;
import dev.pleat.processor.plan.Tiles;
import java.util.ArrayList;
import java.util.List;

/** Writes dense layers and convolutions: a specialised kernel for each register budget, and the scalar one. */
final class LinearEmitter implements OpEmitter<Linear> {

    /**
     * One contraction with its weights placed and its schedules chosen, null where it runs without vectors of channels.
     *
     * @param work what it needs for itself if it is computed as dot products, else -1
     * @param xMoves floats of a row of what it reads if that moves up by rows, see {@link BandOrder}, else 0
     * @param yMoves the same for what it writes
     */
    record Part(
            Contraction contraction,
            int kernel,
            int stride,
            Schedule wide,
            Schedule narrow,
            int work,
            int xMoves,
            int yMoves) {

        boolean vectorizes() {
            return wide != null;
        }

        boolean isDots() {
            return work >= 0;
        }

        boolean isWinograd() {
            return vectorizes() && wide.winograd() != null;
        }
    }

    @Override
    public Step emit(Node node, Linear op, Context context) {
        boolean onePixel = context.hasSamples() || node.shape().count() == op.outputs();
        if (onePixel && DotProducts.apply(op)) {
            return DotProductsEmitter.emit(node, op, context);
        }
        int bias = context.weights().reserve(Math.multiplyExact(LinearLoad.biases(op), op.outputs()));
        boolean scales = !op.epilogue().scalings().isEmpty();
        int scale = scales ? context.weights().reserve(op.outputs()) : -1;
        int shift = scales ? context.weights().reserve(op.outputs()) : -1;
        Finish finish = Finish.of(op.epilogue(), scale, shift, op.outputs());
        List<Part> parts = new ArrayList<>();
        for (Contraction contraction : Contraction.of(node, context.plan())) {
            parts.add(place(node, op, contraction, finish, context));
        }
        Share share = parts.stream().allMatch(LinearEmitter::divides) ? context.share(node) : context.alone();
        CodeBlock run = run(node, op, context, parts, bias, finish, share);
        CodeBlock load = LinearLoad.load(op, parts, bias, finish);
        return new Step(share, run, load, schedule(parts), Progress.of(node, parts.get(0), finish, share));
    }

    /** Returns whether there is something to divide: a depthwise convolution of one tile is a walk over its channels. */
    private static boolean divides(Part part) {
        Contraction contraction = part.contraction();
        return !contraction.depthwise()
                || !part.vectorizes()
                || new TileWalk(contraction, part.wide().tile(), false).number() > 1
                        && new TileWalk(contraction, part.narrow().tile(), false).number() > 1;
    }

    private static List<String> schedule(List<Part> parts) {
        return parts.stream().map(LinearEmitter::schedule).distinct().toList();
    }

    private static String schedule(Part part) {
        if (!part.vectorizes()) {
            return part.isDots() ? "dot products" : "without vectors";
        }
        String wide = schedule(part.contraction(), part.wide(), Registers.WIDE);
        String narrow = schedule(part.contraction(), part.narrow(), Registers.NARROW);
        return wide + " (32 registers), " + narrow + " (16 registers)";
    }

    private static String schedule(Contraction contraction, Schedule schedule, Registers registers) {
        int channels = ChannelBlock.of(contraction, registers);
        boolean inBlocks = contraction.depthwise() && channels < contraction.groups();
        return schedule + (inBlocks ? ", " + channels + " channels at a time" : "");
    }

    private static Part place(Node node, Linear op, Contraction contraction, Finish finish, Context context) {
        Plan plan = context.plan();
        int bands = plan.bands(node);
        int depth = contraction.depth();
        boolean depthwise = contraction.depthwise();
        boolean vectorizes = context.kernels() != null
                && (depthwise ? contraction.groups() : contraction.outputs()) >= DotConvolution.FEWEST_CHANNELS;
        Schedule wide = !vectorizes ? null : schedule(op, contraction, Registers.WIDE, finish, bands, context);
        Schedule narrow = !vectorizes ? null : schedule(op, contraction, Registers.NARROW, finish, bands, context);
        int stride;
        if (depthwise) {
            stride = depth;
        } else if (vectorizes) {
            stride = Schedule.packedFloats(contraction, wide, narrow);
        } else {
            stride = Math.multiplyExact(contraction.outputs(), depth);
        }
        int kernel = context.weights().reserve(Math.multiplyExact(stride, contraction.groups()));
        boolean dots = context.kernels() != null && !context.hasSamples() && DotConvolution.apply(contraction);
        return new Part(
                contraction,
                kernel,
                stride,
                wide,
                narrow,
                dots ? context.work().reserve(DotConvolution.WORK) : -1,
                plan.moves(node.input()) ? plan.slot(node.input()).rowStride() : 0,
                plan.moves(node.name()) ? plan.slot(node).rowStride() : 0);
    }

    private static Schedule schedule(
            Linear op, Contraction contraction, Registers registers, Finish finish, int bands, Context context) {
        boolean clipsBehind = finish.clipsBehind(contraction, registers, context.hasSamples());
        double operations = Tiles.operations(op.epilogue().residual(), clipsBehind ? 0 : finish.operations());
        return context.hasSamples()
                ? Schedule.ofSamples(op, contraction, registers, operations)
                : Schedule.choose(op, contraction, registers, operations, bands);
    }

    private static CodeBlock run(
            Node node, Linear op, Context context, List<Part> parts, int bias, Finish finish, Share share) {
        Slot y = context.output(node);
        boolean moves = context.plan().moves(node.name());
        CodeBlock.Builder code =
                CodeBlock.builder().add(moves ? Context.zeroBorderOfTurns(y, share) : Context.zeroBorder(y, share));
        boolean vectorizes = parts.stream().allMatch(Part::vectorizes);
        if (vectorizes) {
            code.beginControlFlow("if (WIDE)");
            code.add(vectors(op, context, parts, bias, finish, y, share, Registers.WIDE));
            code.nextControlFlow("else if (VECTOR)");
            code.add(vectors(op, context, parts, bias, finish, y, share, Registers.NARROW));
            code.nextControlFlow("else");
        }
        parts.forEach(part -> code.add(ScalarCall.of(part, bias, share)));
        code.add(finish.pass(y, share));
        if (vectorizes) {
            code.endControlFlow();
        }
        return code.build();
    }

    /** Returns the calls of the kernels for one register budget, and what they leave to do. */
    private static CodeBlock vectors(
            Linear op,
            Context context,
            List<Part> parts,
            int bias,
            Finish finish,
            Slot y,
            Share share,
            Registers registers) {
        boolean wide = registers == Registers.WIDE;
        boolean blocked = parts.stream().anyMatch(part -> (wide ? part.wide() : part.narrow()).isBlocked());
        Finish inline = blocked ? finish.inBlocks() : finish;
        CodeBlock.Builder code = CodeBlock.builder();
        for (Part part : parts) {
            Kernels kernels =
                    wide ? context.kernels().wide() : context.kernels().narrow();
            Schedule schedule = wide ? part.wide() : part.narrow();
            code.add(call(op, part, schedule, bias, inline, share, kernels, context));
        }
        if (!inline.isInline()) {
            code.add(finish.pass(y, share));
        } else if (!wide) {
            code.beginControlFlow("if (!FUSED)").add(finish.pass(y, share)).endControlFlow();
        }
        return code.build();
    }

    private static CodeBlock call(
            Linear op,
            Part part,
            Schedule schedule,
            int bias,
            Finish finish,
            Share share,
            Kernels kernels,
            Context context) {
        Contraction contraction = schedule.seen(part.contraction());
        KernelMethods methods = new KernelMethods(
                kernels,
                contraction,
                schedule.tile(),
                op.epilogue().residual(),
                finish,
                context.hasSamples(),
                part.kernel(),
                bias,
                false);
        String way = schedule.winograd() != null ? "winograd_" : "";
        String kernel = way + name(op, contraction, methods);
        String tile = name(op, contraction, methods.ofTiles());
        String image = context.hasSamples()
                ? "samples"
                : contraction.pixels().rows() + "x" + contraction.pixels().cols();
        String name = kernels.share(
                contraction.pixels() + methods.tileGeometry() + methods.clipsBehind() + schedule + context.hasSamples(),
                contraction.pixels().count() > 1 ? kernel + "_" + image : kernel,
                unique -> write(methods, schedule, unique, tile, context.work()));
        return invoke(part, methods, name, bias, share);
    }

    private static List<MethodSpec> write(
            KernelMethods methods, Schedule schedule, String name, String tile, WorkArea work) {
        if (schedule.slides()) {
            return new SlidingKernel(methods).write(name, tile + "Strip");
        }
        if (methods.contraction().depthwise()) {
            return new DepthwiseKernel(methods).write(name, tile + "Tile");
        }
        if (schedule.winograd() != null) {
            return new WinogradKernel(methods, schedule, work).write(name);
        }
        return schedule.isBlocked()
                ? new BlockedKernel(methods, schedule.blocks(), work).write(name)
                : new MatrixKernel(methods).write(name, tile + "Tile");
    }

    private static CodeBlock invoke(Part part, KernelMethods methods, String name, int bias, Share share) {
        Contraction contraction = part.contraction();
        boolean grouped = contraction.groups() > 1 && !contraction.depthwise();
        String perInput = grouped ? " + g * " + contraction.inputs() : "";
        String perOutput = grouped ? " + g * " + contraction.outputs() : "";
        String perKernel = grouped ? " + g * " + part.stride() : "";
        List<String> arguments = new ArrayList<>(List.of("s", "w"));
        arguments.add(contraction.x() + perInput + share.inputMoved(part.xMoves()));
        arguments.add(contraction.y() + perOutput + share.moved(part.yMoves()));
        if (methods.residual()) {
            arguments.add(contraction.residual() + perOutput);
        }
        arguments.add(part.kernel() + perKernel);
        arguments.add(bias + perOutput);
        if (methods.scales()) {
            arguments.add(methods.finish().scale() + perOutput);
        }
        if (methods.samples()) {
            arguments.add("samples");
        }
        CodeBlock.Builder code = CodeBlock.builder();
        if (grouped) {
            code.beginControlFlow("for (int g = 0; g < $L; g++)", contraction.groups());
        }
        code.addStatement(
                "$T.$L($L, $L)",
                ClassName.get("", methods.kernels().className()),
                name,
                String.join(", ", arguments),
                share.part());
        return grouped ? code.endControlFlow().build() : code.build();
    }

    /** Returns a kernel's name: what it does and over what. */
    private static String name(Linear op, Contraction contraction, KernelMethods methods) {
        String kind = contraction.depthwise() ? "depthwise" : op instanceof Convolution ? "conv" : "dense";
        StringBuilder name = new StringBuilder(op instanceof TransposedConvolution ? "transposed" : kind);
        if (!kind.equals("dense") || op instanceof TransposedConvolution) {
            name.append(contraction.rowTaps().count())
                    .append('x')
                    .append(contraction.colTaps().count());
        }
        name.append('_');
        if (contraction.depthwise()) {
            name.append(contraction.groups());
        } else {
            name.append(contraction.inputs()).append("to").append(contraction.outputs());
        }
        if (methods.residual()) {
            name.append("_plus");
        }
        if (methods.finish().isInline()) {
            name.append('_').append(methods.finish().word());
        }
        return name.toString();
    }
}
