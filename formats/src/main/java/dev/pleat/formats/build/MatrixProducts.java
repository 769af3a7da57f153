package dev.pleat.formats.build;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Products of matrices that are both computed, of layers that the language has: rows and columns side by side are
 * multiplied, and a dense layer of ones adds along the last axis.
 */
final class MatrixProducts {
    private final NetworkBuilder builder;
    private final Shapes shapes;

    MatrixProducts(NetworkBuilder builder) {
        this.builder = builder;
        this.shapes = builder.shapes();
    }

    Value product(String origin, Value a, Value b) {
        boolean vectorA = a.rank() == 1;
        boolean vectorB = b.rank() == 1;
        boolean stacks = a.batched()
                && b.batched()
                && a.shape().rank() == b.shape().rank()
                && a.shape().rank() > 1;
        Value left = stacks ? a : shapes.whole(origin, a);
        Value right = stacks ? b : shapes.whole(origin, b);
        Dims of = left.shape();
        Dims with = right.shape();
        int inner = of.last();
        if (vectorA) {
            of = of.insert(0, 1);
        }
        if (vectorB) {
            with = with.insert(1, 1);
        }
        if (of.rank() < 2 || with.rank() < 2 || with.get(with.rank() - 2) != inner) {
            throw new NotExpressible("multiplies " + a.text() + " by " + b.text());
        }
        boolean batched = left.batched();
        Value rows = shapes.sample(origin, "rows", left, of.insert(of.rank() - 1, 1), batched);
        Value matrix = shapes.sample(origin, "matrix", right, with, batched);
        int[] order = new int[with.rank()];
        Arrays.setAll(order, i -> i);
        order[order.length - 1]--;
        order[order.length - 2]++;
        Value turned = shapes.permuteSample(origin, "turned", matrix, order);
        Dims columns = turned.shape().insert(turned.shape().rank() - 2, 1);
        Value side = shapes.sample(origin, "columns", turned, columns, batched);
        Value products =
                builder.arithmetic().merge(origin + "_products", Arithmetic.Merge.MULTIPLY, List.of(rows, side));
        float[] ones = new float[inner];
        Arrays.fill(ones, 1);
        Tensor kernel = Tensor.of(ones, inner, 1);
        Value sums = builder.convolutions().dense(origin, products, kernel, Optional.empty());
        Dims result = sums.shape().range(0, sums.shape().rank() - 1);
        if (vectorB) {
            result = result.range(0, result.rank() - 1);
        }
        if (vectorA) {
            int at = result.rank() - (vectorB ? 1 : 2);
            result = result.range(0, at).then(result.range(at + 1, result.rank()));
        }
        return shapes.sample(origin, "shape", sums, result, batched);
    }
}
