package dev.pleat.runtime;

/**
 * The constants of the elementary functions, shared by their scalar and vector forms so that the two agree.
 *
 * <p>Errors given are those of the approximation in exact arithmetic; rounding to floats adds about {@code 1e-7}.
 */
final class Polynomials {
    /** {@code 1 / ln 2}. */
    static final float LOG2_E = 1.44269504f;

    /** {@code ln 2} but for {@link #LN2_LOW}, in so few bits that its products with {@code -128..128} are exact. */
    static final float LN2_HIGH = 0.693359375f;

    /** {@code ln 2 - LN2_HIGH}. */
    static final float LN2_LOW = -2.12194440e-4f;

    /**
     * {@code 1.5 * 2^23 + 126}: adding it rounds a small float to an integer n and leaves n + 126 in the low bits, the
     * biased exponent of {@code 2^(n - 1)}.
     */
    static final float EXP_ROUNDER = 12582912f + 126f;

    /** The same for n + 127, the biased exponent of {@code 2^n}. */
    static final float EXPM1_ROUNDER = 12582912f + 127f;

    /** Where {@code exp} becomes infinite, rounded up; {@code 2^128} is its power of two from here on. */
    static final float EXP_HIGH = 89f;

    /** Where {@code exp} is zero already: its power of two is {@code 2^-126}, which is where zero takes over. */
    static final float EXP_LOW = -87.5f;

    /** Where {@code exp(x) - 1} is -1 already. */
    static final float EXPM1_LOW = -20f;

    // (exp(r) - 1 - r) / r^2 for |r| <= ln(2) / 2, to 4e-9 of exp(r) - 1: S. Moshier, Cephes, expf.c.
    static final float EXP_0 = 5.0000001201e-1f;
    static final float EXP_1 = 1.6666665459e-1f;
    static final float EXP_2 = 4.1665795894e-2f;
    static final float EXP_3 = 8.3334519073e-3f;
    static final float EXP_4 = 1.3981999507e-3f;
    static final float EXP_5 = 1.9875691500e-4f;

    // log(1 + e) = 2 atanh(s) = 2 s + s^3 p(s^2) with s = e / (2 + e), for 0 <= e <= 1, to 5e-9 of the result. The
    // minimax polynomial p by linear programming over 400 Chebyshev points.
    static final float LOG1P_0 = 0.6666641235f;
    static final float LOG1P_1 = 0.4002171457f;
    static final float LOG1P_2 = 0.2799889743f;
    static final float LOG1P_3 = 0.2802580595f;

    /** Of the upper tail of the normal distribution: the {@code c} of {@code t = 1 / (1 + c a)}. */
    static final float TAIL_T = 0.3f;

    /** Of the upper tail of the normal distribution: {@code exp(-a^2 / 2)} is zero here already, and defined. */
    static final float TAIL_HIGH = 13.2f;

    // Q(a) = exp(-a^2 / 2) t p(t), the probability that a normal variable exceeds a >= 0 (erfc(a / sqrt 2) / 2), to
    // 1.2e-7 of the result up to a = 13.3, where Q is 1e-40. The form is Abramowitz and Stegun's 7.1.26; the minimax
    // polynomial p, of degree 7, by linear programming over 400 Chebyshev points.
    static final float TAIL_0 = 0.119625165f;
    static final float TAIL_1 = 0.12081694f;
    static final float TAIL_2 = 0.09952276f;
    static final float TAIL_3 = 0.12984441f;
    static final float TAIL_4 = -0.056097757f;
    static final float TAIL_5 = 0.2089666f;
    static final float TAIL_6 = -0.15871474f;
    static final float TAIL_7 = 0.036036562f;

    /** Slope of {@code selu} above zero: Klambauer et al., Self-Normalizing Neural Networks, 2017. */
    static final float SELU_SCALE = 1.05070098735548049342f;

    /** What {@code selu} tends to below zero, negated: {@code scale * alpha} of the same paper. */
    static final float SELU_FLOOR = 1.75809934084737685994f;

    /** {@code 2 sqrt(2 / pi)}: twice the inner factor of {@code geluTanh}. */
    static final float GELU_TANH_1 = 1.59576912160573071176f;

    /** {@code 0.044715 * 2 sqrt(2 / pi)}. */
    static final float GELU_TANH_3 = 0.07135481627260025f;

    private Polynomials() {}
}
