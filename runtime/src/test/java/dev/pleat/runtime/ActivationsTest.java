package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ActivationsTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    /** The functions built on exponentials. */
    private static final Set<String> WHOLE_VECTORS = Set.of(
            "elu 1f",
            "elu 0.5f",
            "selu",
            "gelu",
            "geluTanh",
            "sigmoid",
            "tanh",
            "softplus",
            "swish",
            "mish",
            "exponential");

    /** One kernel, any form of it. */
    interface Kernel {
        void apply(float[] x, int xAt, float[] y, int yAt, int n);
    }

    /** A function in its three forms: lambdas, so that the vector one loads only when called. */
    record Function(String name, DoubleUnaryOperator reference, Kernel open, Kernel scalar, Kernel vector) {
        /** Whether the vector form is for a whole vector at least: {@link Activations} sees to that. */
        boolean wantsWholeVector() {
            return WHOLE_VECTORS.contains(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void theThresholdItselfIsSmall() {
        float[] y = new float[40];
        for (int n : new int[] {1, 40}) {
            float[] x = new float[n];
            Arrays.fill(x, 2f);
            Activations.relu(x, 0, y, 0, n, 0f, INFINITY, 2f);
            assertThat(Arrays.copyOf(y, n)).containsOnly(0f);
        }
    }

    static Stream<Function> functions() {
        return Stream.of(
                relu("relu", 0f, INFINITY, 0f),
                relu("relu6", 0f, 6f, 0f),
                relu("leaky", 0.3f, INFINITY, 0f),
                relu("leaky, capped, with threshold", 0.1f, 4f, 0.5f),
                relu("threshold", 0f, INFINITY, 1f),
                relu("threshold below zero", 0f, INFINITY, -1f),
                new Function(
                        "elu 1f",
                        x -> Reference.elu(x, 1),
                        (x, xAt, y, yAt, n) -> Activations.elu(x, xAt, y, yAt, n, 1f),
                        (x, xAt, y, yAt, n) -> ScalarActivations.elu(x, xAt, y, yAt, n, 1f),
                        (x, xAt, y, yAt, n) -> VectorActivations.elu(x, xAt, y, yAt, n, 1f)),
                new Function(
                        "elu 0.5f",
                        x -> Reference.elu(x, 0.5),
                        (x, xAt, y, yAt, n) -> Activations.elu(x, xAt, y, yAt, n, 0.5f),
                        (x, xAt, y, yAt, n) -> ScalarActivations.elu(x, xAt, y, yAt, n, 0.5f),
                        (x, xAt, y, yAt, n) -> VectorActivations.elu(x, xAt, y, yAt, n, 0.5f)),
                new Function(
                        "selu",
                        Reference::selu,
                        (x, xAt, y, yAt, n) -> Activations.selu(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.selu(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.selu(x, xAt, y, yAt, n)),
                new Function(
                        "gelu",
                        Reference::gelu,
                        (x, xAt, y, yAt, n) -> Activations.gelu(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.gelu(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorGelu.apply(x, xAt, y, yAt, n)),
                new Function(
                        "geluTanh",
                        Reference::geluTanh,
                        (x, xAt, y, yAt, n) -> Activations.geluTanh(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.geluTanh(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.geluTanh(x, xAt, y, yAt, n)),
                new Function(
                        "sigmoid",
                        Reference::sigmoid,
                        (x, xAt, y, yAt, n) -> Activations.sigmoid(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.sigmoid(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.sigmoid(x, xAt, y, yAt, n)),
                new Function(
                        "hardSigmoid",
                        Reference::hardSigmoid,
                        (x, xAt, y, yAt, n) -> Activations.hardSigmoid(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.hardSigmoid(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.hardSigmoid(x, xAt, y, yAt, n)),
                new Function(
                        "hardSigmoidKeras2",
                        Reference::hardSigmoidKeras2,
                        (x, xAt, y, yAt, n) -> Activations.hardSigmoidKeras2(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.hardSigmoidKeras2(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.hardSigmoidKeras2(x, xAt, y, yAt, n)),
                new Function(
                        "tanh",
                        Math::tanh,
                        (x, xAt, y, yAt, n) -> Activations.tanh(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.tanh(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.tanh(x, xAt, y, yAt, n)),
                new Function(
                        "softplus",
                        Reference::softplus,
                        (x, xAt, y, yAt, n) -> Activations.softplus(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.softplus(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.softplus(x, xAt, y, yAt, n)),
                new Function(
                        "softsign",
                        Reference::softsign,
                        (x, xAt, y, yAt, n) -> Activations.softsign(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.softsign(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.softsign(x, xAt, y, yAt, n)),
                new Function(
                        "swish",
                        Reference::swish,
                        (x, xAt, y, yAt, n) -> Activations.swish(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.swish(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.swish(x, xAt, y, yAt, n)),
                new Function(
                        "hardSwish",
                        Reference::hardSwish,
                        (x, xAt, y, yAt, n) -> Activations.hardSwish(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.hardSwish(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.hardSwish(x, xAt, y, yAt, n)),
                new Function(
                        "mish",
                        Reference::mish,
                        (x, xAt, y, yAt, n) -> Activations.mish(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.mish(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.mish(x, xAt, y, yAt, n)),
                new Function(
                        "exponential",
                        Math::exp,
                        (x, xAt, y, yAt, n) -> Activations.exponential(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> ScalarActivations.exponential(x, xAt, y, yAt, n),
                        (x, xAt, y, yAt, n) -> VectorActivations.exponential(x, xAt, y, yAt, n)));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void scalarMatchesReference(Function f) {
        compare(f, f.scalar, Spans.SIZES);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void vectorMatchesReference(Function f) {
        Spans.assumeVectors();
        compare(f, f.vector, f.wantsWholeVector() ? Spans.from(Simd.LANES) : Spans.SIZES);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void publicFormMatchesReference(Function f) {
        compare(f, f.open, Spans.SIZES);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void vectorMatchesScalar(Function f) {
        Spans.assumeVectors();
        float[] x = sweep();
        float[] scalar = new float[x.length];
        float[] vector = new float[x.length];
        f.scalar.apply(x, 0, scalar, 0, x.length);
        f.vector.apply(x, 0, vector, 0, x.length);
        Spans.assertClose(f.name, vector, Spans.doubles(scalar), 1e-6);
        // To the last bit where what HotSpot has compiled decides which of them runs.
        for (int i = 0; i < x.length && f.wantsWholeVector() && Simd.MIN_MAX; i++) {
            assertThat(Float.floatToIntBits(vector[i]))
                    .as("bits of %s(%s)", f, x[i])
                    .isEqualTo(Float.floatToIntBits(scalar[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void smallResultsArePreciseToo(Function f) {
        // relative error, where cancellation would show: around zero and in the tails
        float[] x = {
            1e-20f, -1e-20f, 1e-6f, -1e-6f, 3e-4f, -3e-4f, 0.01f, -0.01f, -1f, -2f, -4f, -8f, -12f, -20f, -50f, -80f
        };
        float[] y = new float[x.length];
        f.open.apply(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            double expected = f.reference.applyAsDouble(x[i]);
            if (Math.abs(expected) > 1e-30 && !f.name.startsWith("hard") && !f.name.startsWith("gelu")) {
                assertThat(Math.abs(y[i] / expected - 1)).as("%s(%s)", f, x[i]).isLessThan(2e-6);
            }
        }
    }

    private static void compare(Function f, Kernel kernel, int[] sizes) {
        float[] sweep = sweep();
        float[] results = new float[sweep.length];
        kernel.apply(sweep, 0, results, 0, sweep.length);
        check(f, sweep, results, 0);
        for (int n : sizes) {
            float[] x = Spans.random(n + 8, 3);
            float[] y = Spans.untouched(n + 8);
            kernel.apply(x, 3, y, 5, n);
            check(f, Arrays.copyOfRange(x, 3, 3 + n), Arrays.copyOfRange(y, 5, 5 + n), n);
            for (int i = 0; i < y.length; i++) {
                assertThat(y[i] == Spans.UNTOUCHED)
                        .as("%s of %d, at %d", f, n, i)
                        .isEqualTo(i < 5 || i >= 5 + n);
            }
            float[] inPlace = x.clone();
            kernel.apply(inPlace, 3, inPlace, 3, n);
            check(f, Arrays.copyOfRange(x, 3, 3 + n), Arrays.copyOfRange(inPlace, 3, 3 + n), n);
        }
    }

    private static void check(Function f, float[] x, float[] actual, int n) {
        double[] expected = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            expected[i] = f.reference.applyAsDouble(x[i]);
        }
        Spans.assertClose(f.name + " of " + n, actual, expected, 3e-7);
    }

    /** Special values, then -110 to 90 in steps. */
    private static float[] sweep() {
        float[] special = {
            0f,
            -0f,
            INFINITY,
            -INFINITY,
            Float.NaN,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            1e30f,
            -1e30f,
            88.37f,
            88.72f,
            88.73f,
            -87f,
            -87.4f,
            -103.9f,
            127f,
            128f,
            129f,
            -127f,
            -128f,
            -129f,
            1e4f,
            -1e4f
        };
        float[] x = Arrays.copyOf(special, 20_000);
        for (int i = special.length; i < x.length; i++) {
            x[i] = -110f + i * 0.01f;
        }
        return x;
    }

    private static Function relu(String name, float negativeSlope, float maxValue, float threshold) {
        return new Function(
                name,
                x -> Reference.relu(x, negativeSlope, maxValue, threshold),
                (x, xAt, y, yAt, n) -> Activations.relu(x, xAt, y, yAt, n, negativeSlope, maxValue, threshold),
                (x, xAt, y, yAt, n) -> ScalarActivations.relu(x, xAt, y, yAt, n, negativeSlope, maxValue, threshold),
                (x, xAt, y, yAt, n) -> Activations.relu(x, xAt, y, yAt, n, negativeSlope, maxValue, threshold));
    }
}
