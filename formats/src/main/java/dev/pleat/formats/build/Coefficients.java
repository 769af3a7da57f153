package dev.pleat.formats.build;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Constants that values are multiplied by, or that are added to them.
 *
 * @param values the numbers, in double precision so that several can be combined and rounded once
 * @param shape their shape, as the file has it
 */
public record Coefficients(double[] values, Dims shape) {
    /** The most numbers that constants are spread to. */
    static final int MOST = 1 << 25;

    /** {@return one number} */
    public static Coefficients scalar(double value) {
        return new Coefficients(new double[] {value}, Dims.of());
    }

    /** {@return the numbers of a tensor} */
    public static Coefficients of(Tensor tensor) {
        float[] floats = tensor.values();
        double[] values =
                IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
        return new Coefficients(values, new Dims(tensor.shape()));
    }

    /** {@return these numbers after a function} */
    public Coefficients map(DoubleUnaryOperator function) {
        return new Coefficients(DoubleStream.of(values).map(function).toArray(), shape);
    }

    boolean isScalar() {
        return values.length == 1;
    }

    /** Returns these with dimensions of 1 in front, or without some, so that there are so many. */
    Coefficients ofRank(int rank) {
        Dims dims = shape;
        while (dims.rank() > rank && dims.get(0) == 1) {
            dims = dims.range(1, dims.rank());
        }
        while (dims.rank() < rank) {
            dims = dims.insert(0, 1);
        }
        return new Coefficients(values, dims);
    }

    /** Returns these without the batch dimension in front, which is 1. */
    Coefficients ofSample(int rank) {
        return new Coefficients(values, shape.range(1, rank + 1));
    }

    /** Returns these repeated along axes of size 1. */
    Coefficients broadcast(Dims target) {
        if (shape.equals(target)) {
            return this;
        }
        if (target.size() > MOST) {
            throw new NotExpressible("takes constants of the shape " + target + ", more than 2^25");
        }
        double[] spread = new double[target.size()];
        for (int i = 0; i < spread.length; i++) {
            int from = 0;
            int inner = 1;
            int rest = i;
            for (int axis = target.rank() - 1; axis >= 0; axis--) {
                int index = rest % target.get(axis);
                rest /= target.get(axis);
                from += shape.get(axis) == 1 ? 0 : index * inner;
                inner *= shape.get(axis);
            }
            spread[i] = values[from];
        }
        return new Coefficients(spread, target);
    }
}
