package dev.pleat.processor.reference;

/** The activation functions of Keras 3, and the hard sigmoid of Keras 2. */
final class ActivationFunctions {
    private static final double SELU_ALPHA = 1.6732632423543772848170429916717;
    private static final double SELU_SCALE = 1.0507009873554804934193349852946;

    private ActivationFunctions() {}

    /**
     * Returns {@code f(x)} of a function that acts on each value alone, as all but softmax do.
     *
     * @param negativeSlope slope below zero of {@code LEAKY_RELU}
     * @param alpha scale below zero of {@code ELU}
     */
    static double apply(String function, double x, double negativeSlope, double alpha) {
        return switch (function) {
            case "LINEAR" -> x;
            case "RELU" -> Math.max(x, 0);
            case "RELU6" -> relu6(x);
            case "LEAKY_RELU" -> x < 0 ? negativeSlope * x : x;
            case "ELU" -> elu(x, alpha);
            case "SELU" -> SELU_SCALE * elu(x, SELU_ALPHA);
            case "GELU" -> 0.5 * x * (1 + erf(x / Math.sqrt(2)));
            case "GELU_TANH" -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
            case "SIGMOID" -> sigmoid(x);
            case "HARD_SIGMOID" -> relu6(x + 3) / 6;
            case "HARD_SIGMOID_KERAS2" -> Math.min(Math.max(0.2 * x + 0.5, 0), 1);
            case "TANH" -> Math.tanh(x);
            case "SOFTPLUS" -> softplus(x);
            case "SOFTSIGN" -> x / (1 + Math.abs(x));
            case "SWISH", "SILU" -> x * sigmoid(x);
            case "HARD_SWISH" -> x * relu6(x + 3) / 6;
            case "MISH" -> x * Math.tanh(softplus(x));
            case "EXPONENTIAL" -> Math.exp(x);
            default -> throw new IllegalArgumentException("no function " + function);
        };
    }

    private static double relu6(double x) {
        return Math.min(Math.max(x, 0), 6);
    }

    private static double elu(double x, double alpha) {
        return x < 0 ? alpha * Math.expm1(x) : x;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** {@return the error function, to the last few bits} */
    static double erf(double x) {
        if (Math.abs(x) > 6) {
            return Math.signum(x);
        }
        // 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (2n+1)!!: all terms have one sign, so nothing cancels.
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
