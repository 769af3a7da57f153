package dev.pleat.formats.tensorflow;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Batch norm as one operation. */
final class NormOps {
    /** What TensorFlow's wrapper raised epsilons to. */
    private static final double LEAST_EPSILON = 1.001e-5;

    private final ReadOptions options;

    private NormOps(ReadOptions options) {
        this.options = options;
    }

    /** Adds the translators of this family. */
    static void register(Map<String, Translator> translators, ReadOptions options) {
        NormOps norms = new NormOps(options);
        for (String op : List.of("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3")) {
            translators.put(op, norms::batchNorm);
        }
        translators.put("BatchNormWithGlobalNormalization", norms::oldBatchNorm);
    }

    private List<Result> batchNorm(Operation operation) {
        // The attributes' defaults are those of the operation: an absent is_training means training.
        if (operation.node().flag("is_training", true)) {
            throw new NotExpressible(
                    "computes its statistics from the batch (is_training is true): export for inference");
        }
        Constant gamma = operation.constant(1);
        Constant beta = operation.constant(2);
        Tensor variance = variance(operation.constant(4), operation.node().number("epsilon", 1e-4));
        double epsilon = operation.node().number("epsilon", 1e-4);
        Value x = operation.live(0);
        Value norm = operation
                .builder()
                .norms()
                .batchNorm(
                        operation.origin(),
                        x,
                        isAll(gamma, 1) ? Optional.empty() : Optional.of(gamma.tensor()),
                        Optional.of(beta.tensor()),
                        operation.constant(3).tensor(),
                        variance,
                        options.raiseEpsilon() ? Math.max(epsilon, LEAST_EPSILON) : epsilon,
                        operation.isChannelsFirst() ? 1 : x.rank() - 1);
        return outputs(norm);
    }

    /** The statistics that training would have are outputs too; nobody may read them here. */
    private static List<Result> outputs(Value norm) {
        List<Result> outputs = new ArrayList<>(Collections.nCopies(6, Result.Mark.NOTHING));
        outputs.set(0, new Result.Live(norm));
        return outputs;
    }

    private List<Result> oldBatchNorm(Operation operation) {
        boolean scales = operation.node().flag("scale_after_normalization", false);
        double epsilon = operation.node().number("variance_epsilon", 1e-3);
        Value x = operation.live(0);
        Value norm = operation
                .builder()
                .norms()
                .batchNorm(
                        operation.origin(),
                        x,
                        scales ? Optional.of(operation.constant(4).tensor()) : Optional.empty(),
                        Optional.of(operation.constant(3).tensor()),
                        operation.constant(1).tensor(),
                        variance(operation.constant(2), epsilon),
                        options.raiseEpsilon() ? Math.max(epsilon, LEAST_EPSILON) : epsilon,
                        x.rank() - 1);
        return ElementwiseOps.live(norm);
    }

    private static boolean isAll(Constant constant, double value) {
        for (int i = 0; i < constant.size(); i++) {
            if (constant.get(i) != value) {
                return false;
            }
        }
        return true;
    }

    private Tensor variance(Constant constant, double epsilon) {
        float[] values = constant.tensor().values().clone();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 && options.clampVariance() && values[i] > -1e-3f) {
                values[i] = 0;
            }
            if (!(values[i] >= 0) || values[i] + epsilon <= 0 || Float.isInfinite(values[i])) {
                throw new NotExpressible("has the variance " + values[i] + " in channel " + i
                        + (values[i] < 0 ? "; if that is a rounding error, let negative variances count as 0" : ""));
            }
        }
        return Tensor.of(values, constant.shape());
    }
}
