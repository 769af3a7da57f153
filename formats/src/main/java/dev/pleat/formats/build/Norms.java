package dev.pleat.formats.build;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Normalizations. */
public final class Norms {
    /** Stands for an epsilon of 0, which the language does not take: no float's square root can tell. */
    private static final double LEAST_EPSILON = 1e-45;

    /** The least epsilon of TensorFlow's fused kernel. */
    private static final double RAISED = 1.001e-5;

    /** How far below zero a variance may be by rounding alone. */
    private static final float SLIGHT = 1e-3f;

    private final NetworkBuilder builder;

    Norms(NetworkBuilder builder) {
        this.builder = builder;
    }

    /**
     * Normalises by moving statistics.
     *
     * @param origin what the operation is called
     * @param x the value
     * @param gamma the scale, one number for each index of the axis
     * @param beta what is added
     * @param mean the moving mean
     * @param variance the moving variance
     * @param epsilon what is added to the variance
     * @param axis the axis, that of the batch counted
     * @return the result
     */
    public Value batchNorm(
            String origin,
            Value x,
            Optional<Tensor> gamma,
            Optional<Tensor> beta,
            Tensor mean,
            Tensor variance,
            double epsilon,
            int axis) {
        int at = builder.axis(x, axis, "normalises");
        int channels = x.shape().get(at);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        gamma.ifPresent(tensor -> weights.put("gamma", tensor));
        beta.ifPresent(tensor -> weights.put("beta", tensor));
        weights.put("moving_mean", mean);
        weights.put("moving_variance", builder.options().clampVariance() ? notNegative(variance) : variance);
        weights.forEach((name, tensor) -> {
            if (!tensor.shape().equals(List.of(channels))) {
                throw new NotExpressible(
                        "normalises %s along axis %d by %s %s".formatted(x.text(), axis, name, tensor.shape()));
            }
        });
        Attributes attributes = new Attributes()
                .unless(x.shape().rank(), "axis", at + 1)
                .unless(
                        0.001,
                        "epsilon",
                        positive(builder.options().raiseEpsilon() ? Math.max(epsilon, RAISED) : epsilon))
                .unless(true, "center", beta.isPresent())
                .unless(true, "scale", gamma.isPresent());
        return builder.layer(origin, "", "BatchNormalization", attributes.map(), weights, x, x);
    }

    private static Tensor notNegative(Tensor variance) {
        float[] values = variance.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] > -SLIGHT ? Math.max(values[i], 0) : values[i];
        }
        return new Tensor(variance.shape(), values);
    }

    private static double positive(double epsilon) {
        if (epsilon < 0 || !Double.isFinite(epsilon)) {
            throw new NotExpressible("has an epsilon of " + epsilon);
        }
        return Math.max(epsilon, LEAST_EPSILON);
    }

    /**
     * Normalises each sample by its own mean and variance over its last axes.
     *
     * @param origin what the operation is called
     * @param x the value
     * @param axis the first of the axes, that of the batch counted; all behind it count too
     * @param gamma the scale, of a shape that broadcasts to that of the axes
     * @param beta what is added, likewise
     * @param epsilon what is added to the variance
     * @return the result
     */
    public Value layerNorm(
            String origin,
            Value x,
            int axis,
            Optional<Coefficients> gamma,
            Optional<Coefficients> beta,
            double epsilon) {
        Value operand = builder.pools().facing(origin, x, axis);
        int first = builder.axis(operand, axis, "normalises");
        Dims normalized = operand.shape().range(first, operand.shape().rank());
        Map<String, Tensor> weights = new LinkedHashMap<>();
        gamma.ifPresent(numbers -> weights.put("gamma", weight(numbers, normalized)));
        beta.ifPresent(numbers -> weights.put("beta", weight(numbers, normalized)));
        int[] axes = new int[normalized.rank()];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = first + i + 1;
        }
        Attributes attributes = new Attributes();
        if (axes.length > 1) {
            attributes.set("axis", axes);
        }
        attributes
                .unless(0.001, "epsilon", positive(epsilon))
                .unless(true, "center", beta.isPresent())
                .unless(true, "scale", gamma.isPresent());
        return builder.layer(origin, "", "LayerNormalization", attributes.map(), weights, operand, operand);
    }

    private static Tensor weight(Coefficients numbers, Dims shape) {
        Coefficients aligned = numbers.ofRank(shape.rank());
        boolean fits = aligned.shape().rank() == shape.rank();
        for (int i = 0; fits && i < shape.rank(); i++) {
            int n = aligned.shape().get(i);
            fits = n == 1 || n == shape.get(i);
        }
        if (!fits) {
            throw new NotExpressible("normalises axes of %s by weights %s".formatted(shape, numbers.shape()));
        }
        double[] values = aligned.broadcast(shape).values();
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(floats, shape.toArray());
    }

    /**
     * Normalises groups of channels of each sample, channels first, by their own mean and variance.
     *
     * @param origin what the operation is called
     * @param x {@code [batch, channels, ...]}
     * @param groups how many; the number of channels for an instance norm
     * @param gamma one scale for each channel
     * @param beta what is added to each channel
     * @param epsilon what is added to the variance
     * @return the result
     */
    public Value groupNorm(String origin, Value x, int groups, Coefficients gamma, Coefficients beta, double epsilon) {
        if (!x.batched() || x.shape().rank() < 2 || groups < 1 || x.shape().get(0) % groups != 0) {
            throw new NotExpressible("normalises %d groups of the channels of %s".formatted(groups, x.text()));
        }
        int channels = x.shape().get(0);
        if (gamma.values().length != channels || beta.values().length != channels) {
            throw new NotExpressible("normalises %s by weights %s".formatted(x.text(), gamma.shape()));
        }
        Dims grouped = Dims.of(groups, x.shape().size() / groups);
        Value rows = builder.shapes().sample(origin, "groups", x, grouped, true);
        Value normal = layerNorm(origin + "_norm", rows, 2, Optional.empty(), Optional.empty(), epsilon);
        Value split = builder.shapes().sample(origin, "split", normal, x.shape(), true);
        int[] dims = new int[x.shape().rank()];
        java.util.Arrays.fill(dims, 1);
        dims[0] = channels;
        Arithmetic arithmetic = builder.arithmetic();
        Value scaled = arithmetic.sampleAffine(
                origin, "scale", split, new Coefficients(gamma.values(), Dims.of(dims)), Coefficients.scalar(0));
        return arithmetic.sampleAffine(
                origin, "", scaled, Coefficients.scalar(1), new Coefficients(beta.values(), Dims.of(dims)));
    }
}
