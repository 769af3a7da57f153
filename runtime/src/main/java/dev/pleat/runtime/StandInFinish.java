package dev.pleat.runtime;

/**
 * What a kernel does with its sums before it stores them: activation, then scaling. It computes what the vector
 * instructions of the kernels compute, operation by operation.
 *
 * @param slope of the relu or of the gate's line
 * @param most the largest result of the relu
 * @param shift where the shifts lie behind the scales, 0 without a scaling
 */
record StandInFinish(Kind kind, float slope, float most, int shift) {

    static final StandInFinish NOTHING = new StandInFinish(Kind.LINEAR, 0, Float.POSITIVE_INFINITY, 0);

    /** The activations that a kernel does itself. */
    enum Kind {
        LINEAR,
        RELU,
        HARD_SIGMOID,
        HARD_SWISH
    }

    StandInFinish relu(float slope, float most) {
        return new StandInFinish(Kind.RELU, slope, most, shift);
    }

    StandInFinish gate(float slope, boolean multiplies) {
        return new StandInFinish(multiplies ? Kind.HARD_SWISH : Kind.HARD_SIGMOID, slope, most, shift);
    }

    StandInFinish scaled(int shift) {
        return new StandInFinish(kind, slope, most, shift);
    }

    boolean isNothing() {
        return !Simd.MIN_MAX || kind == Kind.LINEAR && shift == 0;
    }

    /** Returns whether it is nothing but a clip to {@link #least} and {@link #most}. */
    boolean clips() {
        return isNothing() || shift == 0 && (kind == Kind.LINEAR || kind == Kind.RELU && slope == 0);
    }

    float least() {
        return kind == Kind.LINEAR || slope != 0 ? Float.NEGATIVE_INFINITY : 0f;
    }

    /**
     * Returns a sum finished.
     *
     * @param e offset in {@code w} of the channel's scale
     */
    float apply(float v, float[] w, int e) {
        if (isNothing()) {
            return v;
        }
        float result = activated(v);
        return shift == 0 ? result : Math.fma(result, w[e], w[e + shift]);
    }

    private float activated(float v) {
        if (kind == Kind.RELU) {
            return Clip.scalar(slope == 0 ? v : Math.max(v * slope, v), least(), most);
        } else if (kind == Kind.LINEAR) {
            return v;
        }
        return kind == Kind.HARD_SWISH ? gate(v) * v : gate(v);
    }

    private float gate(float v) {
        return Math.min(Math.max(v * slope + 0.5f, 0f), 1f);
    }
}
