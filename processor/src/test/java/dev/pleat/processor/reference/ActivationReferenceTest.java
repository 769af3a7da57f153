package dev.pleat.processor.reference;

import static dev.pleat.processor.reference.OneLayer.box;
import static dev.pleat.processor.reference.OneLayer.numbers;
import static dev.pleat.processor.reference.OneLayer.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ActivationReferenceTest {
    private static final Offset<Double> CLOSE = within(1e-14);

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 1, -1",
        "RELU, 1, 0",
        "RELU6, 1, 0",
        "LEAKY_RELU, 1, -0.2",
        "ELU, 1, -0.6321205588285577",
        "SELU, 1.0507009873554805, -1.1113307378125625",
        "GELU, 0.8413447460685429, -0.15865525393145707",
        "GELU_TANH, 0.8411919906082768, -0.15880800939172324",
        "SIGMOID, 0.7310585786300049, 0.2689414213699951",
        "HARD_SIGMOID, 0.6666666666666666, 0.3333333333333333",
        "HARD_SIGMOID_KERAS2, 0.7, 0.3",
        "TANH, 0.7615941559557649, -0.7615941559557649",
        "SOFTPLUS, 1.3132616875182228, 0.31326168751822286",
        "SOFTSIGN, 0.5, -0.5",
        "SWISH, 0.7310585786300049, -0.2689414213699951",
        "SILU, 0.7310585786300049, -0.2689414213699951",
        "HARD_SWISH, 0.6666666666666666, -0.3333333333333333",
        "MISH, 0.8650983882673103, -0.30340146137410895",
        "EXPONENTIAL, 2.718281828459045, 0.36787944117144233"
    })
    void knowsEveryFunction(String function, double atOne, double atMinusOne) {
        OneLayer layer = OneLayer.of("Activation", "value", function);

        assertThat(layer.run(box(shape(2), 1, -1)).data()).containsExactly(numbers(atOne, atMinusOne), CLOSE);
    }

    @Test
    void clampsTheClampedFunctions() {
        assertThat(OneLayer.of("Activation", "value", "RELU6")
                        .run(box(shape(1), 9))
                        .data())
                .containsExactly(6);
        assertThat(OneLayer.of("Activation", "value", "HARD_SIGMOID")
                        .run(box(shape(2), -4, 4))
                        .data())
                .containsExactly(0, 1);
        assertThat(OneLayer.of("Activation", "value", "HARD_SWISH")
                        .run(box(shape(2), -4, 4))
                        .data())
                .containsExactly(-0.0, 4);
    }

    @Test
    void errorFunction() {
        assertThat(ActivationFunctions.erf(0.5)).isEqualTo(0.5204998778130465, CLOSE);
        assertThat(ActivationFunctions.erf(-2)).isEqualTo(-0.9953222650189527, CLOSE);
        assertThat(ActivationFunctions.erf(4)).isEqualTo(0.9999999845827421, CLOSE);
        assertThat(ActivationFunctions.erf(0)).isZero();
    }

    @Test
    void passesParametersOn() {
        assertThat(OneLayer.of("Activation", "value", "LEAKY_RELU", "negativeSlope", 0.5)
                        .run(box(shape(1), -2))
                        .data())
                .containsExactly(-1);
        assertThat(OneLayer.of("Activation", "value", "ELU", "alpha", 2.0)
                        .run(box(shape(1), -1))
                        .data())
                .containsExactly(numbers(2 * Math.expm1(-1)), CLOSE);
        assertThat(OneLayer.of("LeakyReLU").run(box(shape(2), -2, 2)).data()).containsExactly(numbers(-0.6, 2), CLOSE);
    }

    @Test
    void reluWithAllItsParameters() {
        OneLayer layer = OneLayer.of("ReLU", "maxValue", 3.0, "negativeSlope", 0.5, "threshold", 1.0);

        assertThat(layer.run(box(shape(4), 2, 5, 1, -1)).data()).containsExactly(2, 3, 0, -1);
        assertThat(OneLayer.of("ReLU").run(box(shape(2), 2, -5)).data()).containsExactly(2, -0.0);
    }

    @Test
    void preluSharesSlopes() {
        OneLayer layer = OneLayer.of("PReLU", "sharedAxes", shape(1));

        assertThat(Reference.weightShapes(layer.model(List.of(shape(2, 3)))))
                .containsExactly(Map.entry("y/alpha", shape(1, 3)));
        assertThat(layer.run(box(shape(2, 2), -1, -1, -2, 2), numbers(2, 3)).data())
                .containsExactly(-2, -3, -4, 2);
    }

    @Test
    void softmaxOverTheFirstDimensionOrAll() {
        double e = Math.E;
        Tensor x = box(shape(2, 2), 0, 1, 1, 1);

        assertThat(OneLayer.of("Softmax", "axis", 1).run(x).data())
                .containsExactly(numbers(1 / (1 + e), 0.5, e / (1 + e), 0.5), CLOSE);
        assertThat(OneLayer.of("Softmax", "axis", shape(1, 2)).run(x).data())
                .containsExactly(numbers(1 / (1 + 3 * e), e / (1 + 3 * e), e / (1 + 3 * e), e / (1 + 3 * e)), CLOSE);
        assertThat(OneLayer.of("Activation", "value", "SOFTMAX").run(x).data())
                .containsExactly(OneLayer.of("Softmax").run(x).data());
    }
}
