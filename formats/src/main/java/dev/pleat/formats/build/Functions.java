package dev.pleat.formats.build;

import dev.pleat.ActivationFunction;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Activation functions. */
public final class Functions {
    /** How much a constant of a file may differ from the exact one: it was rounded to float32, or written by hand. */
    private static final double ROUNDING = 1e-6;

    private final NetworkBuilder builder;

    Functions(NetworkBuilder builder) {
        this.builder = builder;
    }

    /** {@return a function without parameters of every element; no SOFTMAX} */
    public Value activation(String origin, Value x, ActivationFunction function) {
        if (function == ActivationFunction.LINEAR) {
            return x;
        }
        return layer(origin, "Activation", new Attributes().set("value", function), x);
    }

    /** {@return {@code x} above zero, {@code slope * x} below} */
    public Value leaky(String origin, Value x, double slope) {
        return slope == 0
                ? activation(origin, x, ActivationFunction.RELU)
                : layer(origin, "LeakyReLU", new Attributes().set("value", slope), x);
    }

    /** {@return {@code x} above zero, {@code alpha * (exp(x) - 1)} below} */
    public Value elu(String origin, Value x, double alpha) {
        return alpha == 1
                ? activation(origin, x, ActivationFunction.ELU)
                : layer(origin, "ELU", new Attributes().set("value", alpha), x);
    }

    /** {@return {@code scale * x} above zero, {@code scale * alpha * (exp(x) - 1)} below} */
    public Value selu(String origin, Value x, double alpha, double scale) {
        boolean usual = near(alpha, 1.67326324235437728) && near(scale, 1.05070098735548049);
        if (usual) {
            return activation(origin, x, ActivationFunction.SELU);
        }
        Value elu = layer(origin, "elu", "ELU", new Attributes().set("value", alpha), x);
        return builder.arithmetic().multiply(origin, elu, Coefficients.scalar(scale));
    }

    /** {@return {@code x} above zero, {@code alpha * (exp(x / alpha) - 1)} below} */
    public Value celu(String origin, Value x, double alpha) {
        if (alpha == 1) {
            return elu(origin, x, 1);
        }
        Value inner = builder.arithmetic().multiply(origin + "_inner", x, Coefficients.scalar(1 / alpha));
        Value elu = layer(origin, "elu", "Activation", new Attributes().set("value", ActivationFunction.ELU), inner);
        return builder.arithmetic().multiply(origin, elu, Coefficients.scalar(alpha));
    }

    /** {@return {@code x} above a threshold, 0 elsewhere} */
    public Value thresholded(String origin, Value x, double threshold) {
        if (threshold < 0) {
            throw new NotExpressible("has a threshold of " + threshold + "; the language has 0 and more");
        }
        return layer(origin, "ReLU", new Attributes().set("threshold", threshold), x);
    }

    /** {@return {@code min(max(x, least), most)}; infinite bounds are none} */
    public Value clip(String origin, Value x, double least, double most) {
        boolean below = least > -Float.MAX_VALUE;
        boolean above = most < Float.MAX_VALUE;
        Arithmetic arithmetic = builder.arithmetic();
        if (below && above && least > most) {
            // The upper bound is applied last, and nothing is below it.
            return constant(origin, x, most);
        }
        if (least == 0 && above) {
            return relu(origin, x, most);
        }
        if (!below && !above) {
            return x;
        }
        Value bounded =
                below ? arithmetic.limit(above ? origin + "_least" : origin, x, Coefficients.scalar(least), false) : x;
        return above ? arithmetic.limit(origin, bounded, Coefficients.scalar(most), true) : bounded;
    }

    private Value constant(String origin, Value x, double value) {
        Value zero = builder.arithmetic().multiply(origin + "_zero", x, Coefficients.scalar(0));
        return builder.arithmetic().add(origin, zero, Coefficients.scalar(value));
    }

    private Value relu(String origin, Value x, double most) {
        if (most == 6) {
            return activation(origin, x, ActivationFunction.RELU6);
        }
        return layer(origin, "ReLU", new Attributes().set("maxValue", most), x);
    }

    /** {@return {@code min(max(slope * x + offset, 0), 1)}} */
    public Value hardSigmoid(String origin, Value x, double slope, double offset) {
        boolean centred = near(offset, 0.5);
        if (centred && near(slope, 1.0 / 6)) {
            return activation(origin, x, ActivationFunction.HARD_SIGMOID);
        }
        if (centred && near(slope, 0.2)) {
            return activation(origin, x, ActivationFunction.HARD_SIGMOID_KERAS2);
        }
        Arithmetic arithmetic = builder.arithmetic();
        Value line = arithmetic.add(
                origin + "_offset",
                arithmetic.multiply(origin + "_slope", x, Coefficients.scalar(slope)),
                Coefficients.scalar(offset));
        return relu(origin, line, 1);
    }

    static boolean near(double value, double exact) {
        return Math.abs(value - exact) <= ROUNDING * Math.abs(exact);
    }

    /**
     * Applies a rectifier with slopes below zero.
     *
     * @param origin what the operation is called
     * @param x the value
     * @param slopes one for all, or a shape that broadcasts to that of {@code x}, the batch included
     * @return the result
     */
    public Value prelu(String origin, Value x, Coefficients slopes) {
        if (slopes.isScalar()) {
            return leaky(origin, x, slopes.values()[0]);
        }
        Coefficients aligned = slopes.ofRank(x.rank());
        if (aligned.shape().rank() != x.rank() || x.batched() && aligned.shape().get(0) != 1) {
            throw new NotExpressible("has slopes %s for %s".formatted(slopes.shape(), x.text()));
        }
        Coefficients alpha = x.batched() ? aligned.ofSample(x.shape().rank()) : aligned;
        int[] shared = new int[x.shape().rank()];
        int count = 0;
        for (int i = 0; i < shared.length; i++) {
            int n = alpha.shape().get(i);
            if (n != 1 && n != x.shape().get(i)) {
                throw new NotExpressible("has slopes %s for %s".formatted(slopes.shape(), x.text()));
            }
            if (n == 1) {
                shared[count++] = i + 1;
            }
        }
        float[] values = new float[alpha.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) alpha.values()[i];
        }
        Attributes attributes = new Attributes();
        if (count > 0) {
            attributes.set("sharedAxes", Arrays.copyOf(shared, count));
        }
        Map<String, Tensor> weights =
                Map.of("alpha", Tensor.of(values, alpha.shape().toArray()));
        return builder.layer(origin, "", "PReLU", attributes.map(), weights, x, x);
    }

    /** {@return {@code exp(x) / sum(exp(x))} over axes together} */
    public Value softmax(String origin, Value x, int... axes) {
        Value operand = builder.pools().facing(origin, x, axes);
        int[] named = Arrays.stream(axes)
                .map(axis -> builder.axis(operand, axis, "takes the softmax") + 1)
                .sorted()
                .toArray();
        Attributes attributes = new Attributes();
        if (named.length != 1 || named[0] != operand.shape().rank()) {
            attributes.set("value", named);
        }
        return layer(origin, "Softmax", attributes, operand);
    }

    /** {@return the error function, which is expressible only as a part of GELU} */
    public Value erf(String origin, Value x) {
        return layer(origin, Draft.ERF, new Attributes(), x);
    }

    /** {@return the square root, which is expressible only as a part of a layer norm} */
    public Value sqrt(String origin, Value x) {
        return layer(origin, Draft.SQRT, new Attributes(), x);
    }

    /** {@return a whole power} */
    public Value power(String origin, Value x, double exponent) {
        if (exponent == 1) {
            return x;
        }
        if (exponent == 0.5) {
            return sqrt(origin, x);
        }
        if (exponent != 2 && exponent != 3 && exponent != 4) {
            throw new NotExpressible("raises to the power of " + exponent + "; the language can multiply: 2, 3, 4");
        }
        List<Value> factors = Collections.nCopies((int) exponent, x);
        return builder.arithmetic().merge(origin, Arithmetic.Merge.MULTIPLY, factors);
    }

    private Value layer(String origin, String annotation, Attributes attributes, Value x) {
        return layer(origin, "", annotation, attributes, x);
    }

    private Value layer(String origin, String suffix, String annotation, Attributes attributes, Value x) {
        return builder.layer(origin, suffix, annotation, attributes.map(), Map.of(), x, x);
    }
}
