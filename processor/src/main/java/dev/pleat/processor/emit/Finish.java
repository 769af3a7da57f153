package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.graph.Activation;
import dev.pleat.processor.graph.Epilogue;
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

    boolean isNothing() {
        return activation.isLinear() && scale < 0;
    }

    boolean scales() {
        return scale >= 0;
    }

    /** Returns whether the kernel itself does it: the activation takes a few instructions at most. */
    boolean isInline() {
        return !isNothing() && (activation.isLinear() || inRegister("v") != null);
    }

    /** Returns a word for the names of kernels. */
    String word() {
        String name = activation.kind().name().toLowerCase(Locale.ROOT);
        boolean plain = activation.isLinear() || activation.equals(Activation.RELU) || activation.parameters().isEmpty();
        String parameters = plain ? "" : activation.parameters().toString().replaceAll("[^0-9A-Za-z]+", "_");
        return (activation.isLinear() ? "" : name + parameters) + (scales() ? "Scaled" : "");
    }

    /** Returns the activation of a vector as an expression, null if it takes more than a few instructions. */
    CodeBlock inRegister(String v) {
        return switch (activation.kind()) {
            case LINEAR -> CodeBlock.of("$L", v);
            case RELU -> relu(v, activation.parameter(0), activation.parameter(1), activation.parameter(2));
            case HARD_SIGMOID -> CodeBlock.of("$L.add(3f).mul(1f / 6).max(0f).min(1f)", v);
            case HARD_SIGMOID_KERAS2 -> CodeBlock.of("$L.mul(0.2f).add(0.5f).max(0f).min(1f)", v);
            case HARD_SWISH -> CodeBlock.of("$L.mul($L.add(3f).mul(1f / 6).max(0f).min(1f))", v, v);
            default -> null;
        };
    }

    private static CodeBlock relu(String v, double slope, double max, double threshold) {
        if (threshold != 0 || slope < 0 || slope > 1) {
            return null;
        }
        CodeBlock below = slope == 0
                ? CodeBlock.of("$L.max(0f)", v)
                : CodeBlock.of("$L.max($L.mul($L))", v, v, Names.floatLiteral(slope));
        return Double.isInfinite(max) ? below : CodeBlock.of("$L.min($L)", below, Names.floatLiteral(max));
    }

    /** Returns the statements that do it in passes over a result of which {@code y} is the slot. */
    CodeBlock pass(Slot y) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!activation.isLinear()) {
            code.add(Spans.each(y, y, (from, to, length) -> Spans.activation(activation, from, to, length)));
        }
        if (scales()) {
            code.add(Spans.each(y, y, (from, to, length) -> Spans.scale(from, to, scale, shift, length, channels)));
        }
        return code.build();
    }
}
