package dev.pleat.formats.onnx;

import dev.pleat.formats.build.Coefficients;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Optional;
import java.util.stream.IntStream;

/** Normalizations. */
final class NormNodes {
    private NormNodes() {}

    static void batch(Call call) {
        if (call.integer("training_mode", 0) != 0) {
            throw new NotExpressible(
                    "has training_mode = 1: it takes the statistics of its batch; export for inference");
        }
        call.onlyFirst("statistics of training");
        if (call.integer("spatial", 1) != 1) {
            throw new NotExpressible("has spatial = 0");
        }
        Value x = call.value(0);
        if (x.rank() < 2) {
            throw new NotExpressible("normalises " + x.text());
        }
        Tensor gamma = call.constant(1, "scale").tensor();
        Tensor beta = call.constant(2, "bias").tensor();
        Tensor mean = call.constant(3, "mean").tensor();
        Tensor variance = call.constant(4, "variance").tensor();
        double epsilon = epsilon(call);
        Value sample = x.batched() ? x : call.shapes().samples(call.origin(), x);
        call.result(call.norms()
                .batchNorm(call.origin(), sample, Optional.of(gamma), Optional.of(beta), mean, variance, epsilon, 1));
    }

    /** Returns epsilon as it was written by hand, not as a float32 in double precision. */
    private static double epsilon(Call call) {
        return Double.parseDouble(Float.toString((float) call.number("epsilon", 1e-5)));
    }

    static void layer(Call call) {
        call.onlyFirst("mean or deviation");
        Value x = call.value(0);
        Optional<Coefficients> gamma = call.optionalConstant(1, "scale").map(Constant::coefficients);
        Optional<Coefficients> beta = call.optionalConstant(2, "bias").map(Constant::coefficients);
        int axis = (int) call.integer("axis", -1);
        int counted = axis < 0 ? axis + x.rank() : axis;
        if (counted < 0 || counted >= x.rank()) {
            throw new NotExpressible("normalises axis " + axis + " of " + x.text());
        }
        call.result(call.norms().layerNorm(call.origin(), x, counted, gamma, beta, epsilon(call)));
    }

    static void instance(Call call) {
        Value x = call.value(0);
        Coefficients gamma = call.constant(1, "scale").coefficients();
        Coefficients beta = call.constant(2, "bias").coefficients();
        call.result(call.norms().groupNorm(call.origin(), x, gamma.values().length, gamma, beta, epsilon(call)));
    }

    static void group(Call call) {
        Value x = call.value(0);
        int groups = (int) call.integer("num_groups", 1);
        Coefficients gamma = call.constant(1, "scale").coefficients();
        Coefficients beta = call.constant(2, "bias").coefficients();
        if (x.shape().rank() > 0 && call.opset() < 21) {
            // There was one number for each group then.
            gamma = repeated(gamma, x.shape().get(0), groups);
            beta = repeated(beta, x.shape().get(0), groups);
        }
        call.result(call.norms().groupNorm(call.origin(), x, groups, gamma, beta, epsilon(call)));
    }

    private static Coefficients repeated(Coefficients numbers, int channels, int groups) {
        if (numbers.values().length != groups || groups < 1 || channels % groups != 0) {
            throw new NotExpressible("has weights %s for %d groups".formatted(numbers.shape(), groups));
        }
        double[] each = IntStream.range(0, channels)
                .mapToDouble(i -> numbers.values()[i / (channels / groups)])
                .toArray();
        return new Coefficients(each, dev.pleat.formats.build.Dims.of(channels));
    }
}
