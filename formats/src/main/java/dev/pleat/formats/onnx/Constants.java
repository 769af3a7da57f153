package dev.pleat.formats.onnx;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import java.util.Arrays;

/** Constants that stand in nodes, and those that shapes are. */
final class Constants {
    private Constants() {}

    /** Returns what a node {@code Constant} holds. */
    static Constant of(Call call) {
        if (call.hasAttribute("value")) {
            return call.tensor("value");
        }
        if (call.hasAttribute("value_float")) {
            return Constant.of(new int[0], new float[] {(float) call.number("value_float", 0)});
        }
        if (call.hasAttribute("value_int")) {
            double number = call.integer("value_int", 0);
            return Constant.of(ElementType.INT64, new int[0], new double[] {number});
        }
        if (call.hasAttribute("value_floats")) {
            float[] numbers = call.numbers("value_floats");
            return Constant.of(new int[] {numbers.length}, numbers);
        }
        if (call.hasAttribute("value_ints")) {
            return Constant.integers(
                    Arrays.stream(call.integers("value_ints")).asDoubleStream().toArray());
        }
        throw new NotExpressible("is a constant of a kind that is not read");
    }

    /** Returns the shape of what a node reads, or how many numbers that has. */
    static Constant shape(Call call) {
        double[] dims = dims(call);
        if (call.op().equals("Size")) {
            double size = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
            return Constant.of(ElementType.INT64, new int[0], new double[] {size});
        }
        int start = bound(call.integer("start", 0), dims.length);
        int end = bound(call.integer("end", dims.length), dims.length);
        return Constant.integers(Arrays.copyOfRange(dims, start, Math.max(start, end)));
    }

    private static int bound(long bound, int rank) {
        return (int) Math.max(0, Math.min(bound < 0 ? bound + rank : bound, rank));
    }

    private static double[] dims(Call call) {
        if (call.operand(0) instanceof Constant constant) {
            return Arrays.stream(constant.dims()).asDoubleStream().toArray();
        }
        Value x = call.operand(0) instanceof Operand.Foreign foreign ? foreign.value() : call.value(0);
        double[] dims = new double[x.rank()];
        int front = x.batched() ? 1 : 0;
        if (x.batched()) {
            dims[0] = call.builder().batch() == 0 ? Double.NaN : call.builder().batch();
        }
        for (int i = front; i < dims.length; i++) {
            dims[i] = x.shape().get(i - front);
        }
        return dims;
    }
}
