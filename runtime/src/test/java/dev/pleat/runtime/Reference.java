package dev.pleat.runtime;

/** Activations in double precision. */
final class Reference {
    private Reference() {}

    static double relu(double x, double negativeSlope, double maxValue, double threshold) {
        if (x >= maxValue) {
            return maxValue;
        }
        if (x <= threshold) {
            return negativeSlope == 0 ? 0 : negativeSlope * (x - threshold);
        }
        return x;
    }

    static double elu(double x, double alpha) {
        return x > 0 ? x : alpha * Math.expm1(x);
    }

    static double selu(double x) {
        double scale = 1.0507009873554804934193349852946;
        return x > 0 ? scale * x : scale * 1.6732632423543772848170429916717 * Math.expm1(x);
    }

    /** By the tail: for negative {@code x}, {@code 1 + erf} would cancel. */
    static double gelu(double x) {
        if (x == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        double tail = 0.5 * erfc(Math.abs(x) / Math.sqrt(2));
        return x < 0 ? x * tail : x - (tail == 0 ? 0 : x * tail);
    }

    static double geluTanh(double x) {
        if (x == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        return x / (1 + Math.exp(-2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double hardSigmoid(double x) {
        return Math.min(Math.max(x + 3, 0), 6) / 6;
    }

    static double hardSigmoidKeras2(double x) {
        return Math.min(Math.max(0.2 * x + 0.5, 0), 1);
    }

    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static double softsign(double x) {
        return Double.isInfinite(x) ? Math.signum(x) : x / (1 + Math.abs(x));
    }

    static double swish(double x) {
        return x == Double.NEGATIVE_INFINITY ? 0 : x * sigmoid(x);
    }

    static double hardSwish(double x) {
        return x == Double.NEGATIVE_INFINITY ? 0 : x * hardSigmoid(x);
    }

    static double mish(double x) {
        return x == Double.NEGATIVE_INFINITY ? 0 : x * Math.tanh(softplus(x));
    }

    /** For {@code z >= 0}: the Taylor series of erf below 2, Lentz's continued fraction from there. */
    static double erfc(double z) {
        if (Double.isNaN(z) || z > 30) {
            return Double.isNaN(z) ? z : 0;
        }
        if (z < 2) {
            double term = z;
            double sum = z;
            for (int n = 1; n < 60; n++) {
                term *= -z * z / n;
                sum += term / (2 * n + 1);
            }
            return 1 - 2 / Math.sqrt(Math.PI) * sum;
        }
        double fraction = z;
        for (int n = 200; n >= 1; n--) {
            fraction = z + n / 2.0 / fraction;
        }
        return Math.exp(-z * z) / Math.sqrt(Math.PI) / fraction;
    }
}
