package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;

/** Writes clips of vectors from below at zero, and from above. */
final class Clips {

    private Clips() {}

    /**
     * Returns the statements that declare the bounds.
     *
     * @param zero whether zero is one
     * @param max the largest result, infinite for none
     */
    static CodeBlock bounds(Kernels kernels, int channels, boolean zero, double max) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (zero) {
            code.addStatement("$T zero = $L", Names.FLOAT_VECTOR, kernels.zero(channels));
        }
        if (!Double.isInfinite(max)) {
            String most = Names.floatLiteral(max);
            code.addStatement("$T most = $L", Names.FLOAT_VECTOR, kernels.broadcast(channels, most));
        }
        return code.build();
    }

    /**
     * Returns a vector clipped.
     *
     * @param v an expression of known class; the result has one too
     */
    static CodeBlock clip(Kernels kernels, int channels, CodeBlock v, double max) {
        CodeBlock below = kernels.exact(channels, CodeBlock.of("zero.max($L)", v));
        return Double.isInfinite(max) ? below : kernels.exact(channels, CodeBlock.of("$L.min(most)", below));
    }

    /** Returns about how many vector operations a clip is. */
    static double operations(double max) {
        return Double.isInfinite(max) ? 1.25 : 2.5;
    }
}
