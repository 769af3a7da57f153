package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;

/**
 * Writes clips of vectors from below at zero, and from above, on their bits: why is told by the runtime's {@code Clip}.
 * The species of the bits is given: HotSpot 17 does not always find out the one that {@code reinterpretAsInts} looks up,
 * and then boxes the vector.
 */
final class Clips {

    private Clips() {}

    /**
     * Returns the statements that declare the bounds.
     *
     * @param max the largest result, infinite for none
     */
    static CodeBlock bounds(Kernels kernels, int channels, double max) {
        String species = kernels.integers(channels);
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("$1T zero = $1T.zero($2L)", Names.INT_VECTOR, species);
        if (!Double.isInfinite(max)) {
            String most = Names.floatLiteral(max);
            code.addStatement(
                    "$1T most = $1T.broadcast($2L, $3T.high($4L))", Names.INT_VECTOR, species, Names.CLIP, most);
            code.addStatement("$1T nans = $1T.broadcast($2L, $3T.NANS)", Names.INT_VECTOR, species, Names.CLIP);
            code.addStatement("$1T finite = $1T.broadcast($2L, -$3T.NANS)", Names.INT_VECTOR, species, Names.CLIP);
        }
        return code.build();
    }

    /**
     * Returns a vector clipped.
     *
     * @param v an expression of known class; the result has one too
     */
    static CodeBlock clip(Kernels kernels, int channels, CodeBlock v, double max) {
        CodeBlock bits =
                kernels.exactInts(channels, CodeBlock.of("$L.reinterpretShape($L, 0)", v, kernels.integers(channels)));
        bits = CodeBlock.of("$L.max(zero)", bits);
        if (!Double.isInfinite(max)) {
            bits = CodeBlock.of("$L.add(nans).min(most).add(finite)", bits);
        }
        return kernels.exact(channels, CodeBlock.of("$L.reinterpretShape($L, 0)", bits, kernels.species(channels)));
    }

    /** Returns about how many vector operations a clip is. */
    static double operations(double max) {
        return Double.isInfinite(max) ? 2.5 : 5;
    }
}
