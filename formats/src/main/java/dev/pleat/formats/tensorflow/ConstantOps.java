package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NotExpressible;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What makes constants, and picks from them. */
final class ConstantOps {
    private ConstantOps() {}

    /** Adds the translators of this family. */
    static void register(Map<String, Translator> translators) {
        translators.put("GatherV2", ConstantOps::gather);
        translators.put("Gather", ConstantOps::gather);
        translators.put("Fill", ConstantOps::fill);
        translators.put("Range", ConstantOps::range);
    }

    private static List<Result> gather(Operation operation) {
        Constant x = operation.constant(0);
        Constant which = operation.constant(1);
        boolean front = operation.count() < 3 || operation.constant(2).single() == 0;
        if (!front || x.rank() != 1) {
            throw new NotExpressible("picks from more than a row of constants");
        }
        int[] indices = which.integers();
        if (IntStream.of(indices).anyMatch(i -> i < 0 || i >= x.size())) {
            throw new NotExpressible("picks beyond the end of a row of constants");
        }
        return List.of(x.picked(indices, which.shape()));
    }

    private static List<Result> fill(Operation operation) {
        int[] shape = operation.constant(0).integers();
        double value = operation.constant(1).single();
        double[] values = new double[small(Constant.count(shape))];
        Arrays.fill(values, value);
        return List.of(Constant.of(values, shape));
    }

    /** {@return how many numbers a constant has, if they are not too many to be made of nothing} */
    static int small(int count) {
        if (count > 1 << 22) {
            throw new NotExpressible("makes a constant of " + count + " numbers");
        }
        return count;
    }

    private static List<Result> range(Operation operation) {
        double start = operation.constant(0).single();
        double limit = operation.constant(1).single();
        double step = operation.constant(2).single();
        double count = Math.max(0, Math.ceil((limit - start) / step));
        if (!(count <= 1 << 22)) {
            throw new NotExpressible("makes a row of " + count + " numbers");
        }
        double[] values = new double[(int) count];
        Arrays.setAll(values, i -> start + i * step);
        return List.of(Constant.of(values, values.length));
    }
}
