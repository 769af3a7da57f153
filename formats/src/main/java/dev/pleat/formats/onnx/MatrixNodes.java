package dev.pleat.formats.onnx;

import dev.pleat.formats.build.Arithmetic.Merge;
import dev.pleat.formats.build.Coefficients;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.List;
import java.util.Optional;

/** Products of matrices. */
final class MatrixNodes {
    private MatrixNodes() {}

    static void matMul(Call call) {
        call.result(product(call, call.operand(0), call.operand(1), Optional.empty()));
    }

    static void gemm(Call call) {
        Operand a = oriented(call, 0, call.integer("transA", 0) != 0, call.number("alpha", 1));
        Operand b = oriented(call, 1, call.integer("transB", 0) != 0, 1);
        double beta = call.number("beta", 1);
        Optional<Tensor> bias = bias(call, b, beta);
        Value product = product(call, a, b, bias);
        if (bias.isPresent() || !call.has(2)) {
            call.result(product);
        } else if (call.operand(2) instanceof Constant added) {
            call.result(call.arithmetic()
                    .add(call.origin(), product, added.coefficients().map(n -> n * beta)));
        } else {
            Value added = call.value(2);
            Value scaled = beta == 1
                    ? added
                    : call.arithmetic().multiply(call.origin() + "_beta", added, Coefficients.scalar(beta));
            call.result(call.arithmetic().merge(call.origin(), Merge.ADD, List.of(product, scaled)));
        }
    }

    /** Returns an operand of Gemm, transposed and multiplied as the attributes say. */
    private static Operand oriented(Call call, int index, boolean transposed, double factor) {
        if (call.operand(index) instanceof Constant constant) {
            if (constant.rank() != 2) {
                throw new NotExpressible("multiplies a matrix " + constant.text());
            }
            Constant matrix = transposed ? FoldedShapes.transposed(constant, 1, 0) : constant;
            double[] scaled = matrix.doubles();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= factor;
            }
            return Constant.of(ElementType.DOUBLE, matrix.dims(), scaled);
        }
        Value x = call.value(index);
        if (x.rank() != 2) {
            throw new NotExpressible("multiplies " + x.text() + ", which is no matrix");
        }
        Value matrix = transposed ? call.shapes().permute(call.origin() + "_transposed", x, 1, 0) : x;
        return new Operand.Computed(
                factor == 1
                        ? matrix
                        : call.arithmetic().multiply(call.origin() + "_alpha", matrix, Coefficients.scalar(factor)));
    }

    /** Returns what Gemm adds, if it is one number for each column. */
    private static Optional<Tensor> bias(Call call, Operand b, double beta) {
        if (!(call.operand(2) instanceof Constant added) || !(b instanceof Constant matrix)) {
            return Optional.empty();
        }
        int columns = matrix.dims()[1];
        boolean row = added.size() == columns && added.rank() > 0 && added.dims()[added.rank() - 1] == columns;
        if (!row) {
            return Optional.empty();
        }
        float[] values = new float[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = (float) (added.at(i) * beta);
        }
        return Optional.of(Tensor.of(values, columns));
    }

    private static Value product(Call call, Operand a, Operand b, Optional<Tensor> bias) {
        String origin = call.origin();
        if (a instanceof Operand.Computed left && b instanceof Constant matrix) {
            return timesConstant(call, left.value(), matrix, bias);
        }
        if (a instanceof Constant matrix && b instanceof Operand.Computed right) {
            // The transposed product has its factors in the other order.
            Value x = right.value();
            if (matrix.rank() != 2 || x.rank() < 2) {
                throw new NotExpressible("multiplies constants %s by %s".formatted(matrix.text(), x.text()));
            }
            int[] order = swapped(x.rank());
            Value columns = call.shapes().permute(origin + "_columns", x, order);
            Tensor kernel = FoldedShapes.transposed(matrix, 1, 0).tensor();
            Value rows = call.convolutions().dense(origin, columns, kernel, Optional.empty());
            return call.shapes().permute(origin + "_rows", rows, order);
        }
        if (a instanceof Operand.Computed left && b instanceof Operand.Computed right) {
            return call.convolutions().product(origin, left.value(), right.value());
        }
        throw new NotExpressible("multiplies constants alone");
    }

    private static int[] swapped(int rank) {
        int[] order = new int[rank];
        for (int i = 0; i < rank; i++) {
            order[i] = i;
        }
        order[rank - 1] = rank - 2;
        order[rank - 2] = rank - 1;
        return order;
    }

    private static Value timesConstant(Call call, Value x, Constant matrix, Optional<Tensor> bias) {
        String origin = call.origin();
        if (matrix.rank() == 1) {
            Constant column = matrix.shaped(matrix.size(), 1);
            Value product = call.convolutions().dense(origin, x, column.tensor(), bias);
            return call.shapes().squeeze(origin + "_vector", product, -1);
        }
        int[] dims = matrix.dims();
        boolean plain = true;
        for (int i = 0; i < dims.length - 2; i++) {
            plain &= dims[i] == 1;
        }
        if (!plain || dims.length < 2 || dims.length > Math.max(x.rank(), 2)) {
            throw new NotExpressible(
                    "multiplies %s by constants %s: a matrix for each sample".formatted(x.text(), matrix.text()));
        }
        Constant kernel = matrix.shaped(dims[dims.length - 2], dims[dims.length - 1]);
        return call.convolutions().dense(origin, x, kernel.tensor(), bias);
    }
}
