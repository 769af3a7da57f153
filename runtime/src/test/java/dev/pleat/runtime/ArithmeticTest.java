package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArithmeticTest {
    interface Kernel {
        void apply(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n);
    }

    record Form(String name, DoubleBinaryOperator reference, boolean vector, Kernel kernel) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Form> forms() {
        return Stream.of(
                new Form(
                        "add",
                        (x, y) -> x + y,
                        false,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                Arithmetic.add(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "scalar add",
                        (x, y) -> x + y,
                        false,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                ScalarArithmetic.add(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "vector add",
                        (x, y) -> x + y,
                        true,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                VectorArithmetic.add(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "subtract",
                        (x, y) -> x - y,
                        false,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                Arithmetic.subtract(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "scalar subtract",
                        (x, y) -> x - y,
                        false,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                ScalarArithmetic.subtract(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "vector subtract",
                        (x, y) -> x - y,
                        true,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                VectorArithmetic.subtract(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "multiply",
                        (x, y) -> x * y,
                        false,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                Arithmetic.multiply(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "scalar multiply",
                        (x, y) -> x * y,
                        false,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                ScalarArithmetic.multiply(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "vector multiply",
                        (x, y) -> x * y,
                        true,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                VectorArithmetic.multiply(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "maximum",
                        Math::max,
                        false,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                Arithmetic.maximum(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "scalar maximum",
                        Math::max,
                        false,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                ScalarArithmetic.maximum(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "vector maximum",
                        Math::max,
                        true,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                VectorArithmetic.maximum(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "minimum",
                        Math::min,
                        false,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                Arithmetic.minimum(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "scalar minimum",
                        Math::min,
                        false,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                ScalarArithmetic.minimum(x, xAt, xStep, y, yAt, yStep, z, zAt, n)),
                new Form(
                        "vector minimum",
                        Math::min,
                        true,
                        (x, xAt, xStep, y, yAt, yStep, z, zAt, n) ->
                                VectorArithmetic.minimum(x, xAt, xStep, y, yAt, yStep, z, zAt, n)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void matchesReference(Form form) {
        if (form.vector) {
            Spans.assumeVectors();
        }
        for (int n : Spans.SIZES) {
            for (int steps = 0; steps < 4; steps++) {
                float[] s = Spans.random(3 * n + 20, 2);
                int xStep = steps & 1;
                int yStep = steps >> 1;
                int xAt = 1;
                int yAt = n + 3;
                // elsewhere, over x, over y
                for (int zAt : new int[] {2 * n + 7, xStep == 1 ? xAt : 2 * n + 7, yStep == 1 ? yAt : 2 * n + 7}) {
                    float[] actual = s.clone();
                    form.kernel.apply(actual, xAt, xStep, actual, yAt, yStep, actual, zAt, n);
                    double[] expected = Spans.doubles(s);
                    for (int i = 0; i < n; i++) {
                        expected[zAt + i] = form.reference.applyAsDouble(s[xAt + i * xStep], s[yAt + i * yStep]);
                    }
                    Spans.assertClose(form + " of " + n + " to " + zAt, actual, expected, 1e-6);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keepsNaN(Form form) {
        if (form.vector) {
            Spans.assumeVectors();
        }
        float[] x = new float[40];
        float[] y = new float[40];
        Arrays.fill(x, Float.NaN);
        form.kernel.apply(x, 0, 1, y, 0, 1, y, 0, 20);
        form.kernel.apply(y, 20, 1, x, 20, 0, y, 20, 20);
        assertThat(y).containsOnly(Float.NaN);
    }

    @Test
    void scales() {
        for (int n : Spans.SIZES) {
            float[] x = Spans.random(n + 4, 2);
            double[] expected = Spans.doubles(x);
            for (int i = 0; i < n; i++) {
                expected[3 + i] = x[2 + i] * 0.75;
            }
            for (int form = 0; form < (Simd.AVAILABLE ? 3 : 2); form++) {
                float[] z = Arrays.copyOf(x, x.length);
                if (form == 0) {
                    Arithmetic.scale(x, 2, z, 3, n, 0.75f);
                } else if (form == 1) {
                    ScalarArithmetic.scale(x, 2, z, 3, n, 0.75f);
                } else {
                    VectorArithmetic.scale(x, 2, z, 3, n, 0.75f);
                }
                Spans.assertClose("scale of " + n, z, expected, 1e-6);
            }
        }
    }
}
