package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.graph.Activation;
import dev.pleat.processor.graph.Epilogue;
import dev.pleat.processor.plan.Contraction;
import dev.pleat.processor.plan.Registers;
import dev.pleat.processor.plan.Slot;
import java.util.Locale;

/**
 * What happens to sums after the residual: the activation and the scalings behind it, in registers where that is cheap,
 * else in a pass of its own over the result.
 *
 * @param scale offset of the scales in the weights, the shifts {@code channels} behind; -1 without scalings
 */
record Finish(Activation activation, int scale, int shift, int channels) {

    static Finish of(Epilogue epilogue, int scale, int shift, int channels) {
        return new Finish(epilogue.activation(), scale, shift, channels);
    }

    /** Returns a finish that does nothing. */
    static Finish nothing(int channels) {
        return new Finish(Activation.LINEAR, -1, -1, channels);
    }

    boolean isNothing() {
        return activation.isLinear() && scale < 0;
    }

    boolean scales() {
        return scale >= 0;
    }

    /** Returns whether the kernel itself does it: the activation takes a few instructions at most. */
    boolean isInline() {
        return !isNothing() && isCheap();
    }

    /** Returns what of this a blocked kernel does: all of it or nothing. */
    Finish inBlocks() {
        return clips() ? this : nothing(channels);
    }

    /** Returns whether it is nothing more than a clip to {@link #bounds}. */
    boolean clips() {
        return !scales() && activation.isClip();
    }

    /**
     * Returns whether the results of a kernel are clipped behind its tiles rather than in them, where clips of floats take
     * more instructions, and operations and registers that sums need.
     *
     * @param samples whether the pixels are samples
     */
    boolean clipsBehind(Contraction contraction, Registers registers, boolean samples) {
        return clips()
                && !activation.isLinear()
                && !samples
                && !contraction.depthwise()
                && contraction.outputs() >= registers.lanes()
                && contraction.pixels().count() > 1;
    }

    /** Returns whether kernels of a contraction leave no pass over the result to do, if they can take minima and maxima. */
    boolean isOneGo(LinearEmitter.Part part) {
        boolean blocked = part.wide().isBlocked() || part.narrow().isBlocked();
        return isNothing() || (blocked ? clips() : isInline());
    }

    /** Returns the bounds of the clip as literals. */
    String bounds() {
        return activation.isLinear()
                ? "Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY"
                : "0f, " + Names.floatLiteral(activation.parameter(1));
    }

    private boolean isCheap() {
        return switch (activation.kind()) {
            case LINEAR, HARD_SIGMOID, HARD_SIGMOID_KERAS2, HARD_SWISH -> true;
            case RELU -> activation.parameter(0) >= 0 && activation.parameter(0) <= 1 && activation.parameter(2) == 0;
            default -> false;
        };
    }

    /** Returns a word for the names of kernels, as {@code relu6} or {@code hard_swishScaled}. */
    String word() {
        String name = activation.isLinear() ? "" : activation.kind().name().toLowerCase(Locale.ROOT);
        if (activation.kind() == Activation.Kind.RELU) {
            double slope = activation.parameter(0);
            double max = activation.parameter(1);
            name = (slope == 0 ? "relu" : "leaky" + number(slope)) + (Double.isInfinite(max) ? "" : number(max));
        }
        return name + (scales() ? "Scaled" : "");
    }

    private static String number(double value) {
        String text = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        return text.replaceAll("[^0-9A-Za-z]", "_");
    }

    /** Returns the statements that declare what the expression of {@link #inRegister} names. */
    CodeBlock bounds(Clips clips) {
        if (!isInline()) {
            return CodeBlock.of("");
        }
        return switch (activation.kind()) {
            case RELU -> clips.bounds(activation.parameter(0) == 0, activation.parameter(1));
            case HARD_SIGMOID, HARD_SIGMOID_KERAS2, HARD_SWISH -> clips.bounds(true, 1);
            default -> CodeBlock.of("");
        };
    }

    /** Returns about how many vector operations it adds to each sum of a kernel. */
    double operations() {
        if (!isInline()) {
            return 0;
        }
        double activates = switch (activation.kind()) {
            case LINEAR -> 0;
            case RELU -> Clips.operations(activation.parameter(1));
            default -> Clips.operations(1);
        };
        return activates + (scales() ? 1.25 : 0);
    }

    /**
     * Returns the activation of a vector as an expression, null if it takes more than a few instructions.
     *
     * @param v an expression of known class; the result has one too
     */
    CodeBlock inRegister(Clips clips, CodeBlock v) {
        return switch (activation.kind()) {
            case LINEAR -> v;
            case RELU -> relu(clips, v);
            case HARD_SIGMOID -> gate(clips, v, "1f / 6", "0.5f");
            case HARD_SIGMOID_KERAS2 -> gate(clips, v, "0.2f", "0.5f");
            case HARD_SWISH -> call(clips, gate(clips, v, "1f / 6", "0.5f"), "mul", v);
            default -> null;
        };
    }

    private static CodeBlock call(Clips clips, Object on, String method, Object argument) {
        return clips.kernels().exact(clips.channels(), CodeBlock.of("$L.$L($L)", on, method, argument));
    }

    /** Returns {@code clip(slope·v + offset, 0, 1)}. */
    private static CodeBlock gate(Clips clips, CodeBlock v, String slope, String offset) {
        CodeBlock line = call(clips, call(clips, v, "mul", slope), "add", offset);
        return clips.clip(line, true, 1);
    }

    private CodeBlock relu(Clips clips, CodeBlock v) {
        double slope = activation.parameter(0);
        double max = activation.parameter(1);
        if (slope == 0) {
            return clips.clip(v, true, max);
        }
        CodeBlock scaled = call(clips, v, "mul", Names.floatLiteral(slope));
        CodeBlock below = call(clips, scaled, "max", v);
        return Double.isInfinite(max) ? below : clips.clip(below, false, max);
    }

    /** Returns the statements that do it in passes over a result of which {@code y} is the slot, once it is complete. */
    CodeBlock pass(Slot y, Share share) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!activation.isLinear()) {
            code.add(share.await());
            code.add(Spans.each(y, y, share, (from, to, length) -> Spans.activation(activation, from, to, length)));
        }
        if (scales()) {
            code.add(share.await());
            code.add(Spans.scale(y, y, share, scale, shift, channels));
        }
        return code.build();
    }
}
