package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;

/**
 * Writes clips of vectors from below at zero, and from above.
 *
 * @param channels the number of channels that decides how wide the vectors are
 * @param onBits whether vectors are clipped as integers, which takes fewer instructions: see the runtime's {@code Clip}
 */
record Clips(Kernels kernels, int channels, boolean onBits) {

    /** At how many nodes of a method HotSpot begins to inline at a later time, and some more. */
    private static final int LATER = 20_000;

    /**
     * Returns whether a kernel may clip on bits behind so many operations of its own.
     *
     * <p>Once a method has 18,000 nodes, HotSpot puts off what else there is to inline, be it in the middle of a method of
     * the JDK. What happens in the middle of {@code reinterpretShape} is never made up for, and that vector is boxed. So
     * that point must be passed before the first clip. How many nodes operations have is a low estimate, measured on JDK 17.
     */
    static boolean maySucceed(int loads, int broadcasts, int multiplications) {
        return 330 * loads + 120 * broadcasts + 400 * multiplications >= LATER;
    }

    /**
     * Returns the statements that declare the bounds.
     *
     * @param zero whether zero is one
     * @param max the largest result, infinite for none
     */
    CodeBlock bounds(boolean zero, double max) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean above = !Double.isInfinite(max);
        if (zero) {
            code.add(onBits ? integers("zero", "0") : floats("zero", kernels.zero(channels)));
        }
        if (above && onBits) {
            code.add(integers("most", CodeBlock.of("$T.high($L)", Names.CLIP, Names.floatLiteral(max))));
            code.add(integers("nans", CodeBlock.of("$T.NANS", Names.CLIP)));
        } else if (above) {
            code.add(floats("most", kernels.broadcast(channels, Names.floatLiteral(max))));
        }
        return code.build();
    }

    private CodeBlock integers(String name, Object value) {
        CodeBlock vector = CodeBlock.of("$T.broadcast($L, $L)", Names.INT_VECTOR, kernels.integers(channels), value);
        return CodeBlock.of("$T $L = $L;\n", Names.INT_VECTOR, name, kernels.castInts(channels, vector));
    }

    private static CodeBlock floats(String name, CodeBlock vector) {
        return CodeBlock.of("$T $L = $L;\n", Names.FLOAT_VECTOR, name, vector);
    }

    /**
     * Returns a vector clipped.
     *
     * @param v an expression of known class; the result has one too
     * @param zero whether zero is a bound
     * @param max the largest result, infinite for none
     */
    CodeBlock clip(CodeBlock v, boolean zero, double max) {
        boolean above = !Double.isInfinite(max);
        if (!onBits) {
            CodeBlock below = zero ? kernels.exact(channels, CodeBlock.of("zero.max($L)", v)) : v;
            return above ? kernels.exact(channels, CodeBlock.of("$L.min(most)", below)) : below;
        }
        CodeBlock bits = call(v, "reinterpretShape", kernels.integers(channels) + ", 0");
        if (zero) {
            bits = call(bits, "max", "zero");
        }
        if (above) {
            bits = call(call(call(bits, "add", "nans"), "min", "most"), "sub", "nans");
        }
        return kernels.exact(channels, CodeBlock.of("$L.reinterpretShape($L, 0)", bits, kernels.species(channels)));
    }

    private CodeBlock call(CodeBlock on, String method, String argument) {
        return CodeBlock.of("($L)", kernels.castInts(channels, CodeBlock.of("$L.$L($L)", on, method, argument)));
    }

    /** Returns about how many vector operations a clip is. */
    static double operations(double max) {
        return Double.isInfinite(max) ? 1.25 : 2.5;
    }
}
