package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.Convolutions;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import dev.pleat.formats.build.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Convolutions and matrix products. */
final class ConvolutionOps {
    private ConvolutionOps() {}

    /** Adds the translators of this family. */
    static void register(Map<String, Translator> translators) {
        translators.put("Conv2D", operation -> convolution(operation, false));
        translators.put("DepthwiseConv2dNative", operation -> convolution(operation, true));
        translators.put("Conv2DBackpropInput", ConvolutionOps::transposed);
        translators.put("MatMul", operation -> product(operation, "transpose_a", "transpose_b"));
        translators.put("BatchMatMul", operation -> product(operation, "adj_x", "adj_y"));
        translators.put("BatchMatMulV2", operation -> product(operation, "adj_x", "adj_y"));
        translators.put("BatchMatMulV3", operation -> product(operation, "adj_x", "adj_y"));
        translators.put("SpaceToBatchND", ConvolutionOps::blocks);
        translators.put("BatchToSpaceND", ConvolutionOps::unblocks);
    }

    private static List<Result> convolution(Operation operation, boolean depthwise) {
        Constant kernel = operation.constant(1);
        if (kernel.rank() != 4) {
            throw new NotExpressible("has a kernel of the shape " + Arrays.toString(kernel.shape()));
        }
        int[] size = Arrays.copyOf(kernel.shape(), 2);
        if (operation.input(0) instanceof Result.Blocks blocks) {
            Window window = blockWindow(operation, blocks, size);
            return List.of(new Result.Deferred(blocks, depthwise, operation.origin(), kernel, window, new int[0]));
        }
        Value x = operation.live(0);
        Window window = Windows.of(operation, size, Windows.spatial(operation, x));
        return ElementwiseOps.live(convolve(operation, operation.origin(), x, kernel, window, depthwise));
    }

    private static Value convolve(
            Operation operation, String origin, Value x, Constant kernel, Window window, boolean depthwise) {
        Convolutions convolutions = operation.builder().convolutions();
        if (depthwise) {
            return convolutions.depthwise(origin, x, kernel.tensor(), Optional.empty(), window);
        }
        int channels = x.shape().get(window.channelsFirst() ? 0 : x.shape().rank() - 1);
        int groups = Math.max(1, channels / Math.max(1, kernel.shape()[2]));
        return convolutions.convolve(origin, x, kernel.tensor(), Optional.empty(), window, groups);
    }

    private static List<Result> transposed(Operation operation) {
        Constant sizes = operation.constant(0);
        Constant kernel = operation.constant(1);
        Value x = operation.live(2);
        boolean first = operation.isChannelsFirst();
        if (kernel.rank() != 4 || sizes.size() != 4) {
            throw new NotExpressible("takes the sizes and the kernel of an image");
        }
        int row = first ? 2 : 1;
        int[] results = {Constant.whole(sizes.get(row)), Constant.whole(sizes.get(row + 1))};
        if (sizes.isPerBatch(row) || sizes.isPerBatch(row + 1)) {
            throw NotExpressible.batch("has a result whose size depends on the batch");
        }
        Window window = Windows.of(operation, Arrays.copyOf(kernel.shape(), 2), results);
        checkResults(window, results, Windows.spatial(operation, x));
        return ElementwiseOps.live(operation
                .builder()
                .convolutions()
                .transposed(operation.origin(), x, kernel.tensor(), Optional.empty(), window, results));
    }

    /** A result is possible if the convolution forward makes the input of it. */
    private static void checkResults(Window window, int[] results, int[] input) {
        for (int i = 0; i < 2; i++) {
            int room = results[i] + window.before()[i] + window.after()[i] - window.extent(i);
            if (room < 0 || room / window.strides()[i] + 1 != input[i]) {
                throw new NotExpressible("cannot make %s of %s with strides %s"
                        .formatted(
                                Arrays.toString(results), Arrays.toString(input), Arrays.toString(window.strides())));
            }
        }
    }

    private static List<Result> product(Operation operation, String transposeA, String transposeB) {
        boolean flipB = operation.node().flag(transposeB, false);
        if (!operation.isConstant(0) && !operation.isConstant(1)) {
            Value left = turned(operation, 0, operation.node().flag(transposeA, false));
            Value right = turned(operation, 1, flipB);
            return ElementwiseOps.live(operation.builder().convolutions().product(operation.origin(), left, right));
        }
        if (operation.isConstant(0) && !operation.isConstant(1)) {
            throw new NotExpressible("multiplies a constant by a value from the left; the language has the right");
        }
        if (operation.node().flag(transposeA, false)) {
            throw new NotExpressible("multiplies a transposed value");
        }
        Constant kernel = operation.constant(1);
        while (kernel.rank() > 2 && kernel.shape()[0] == 1) {
            kernel = kernel.reshaped(Arrays.copyOfRange(kernel.shape(), 1, kernel.rank()));
        }
        if (kernel.rank() != 2) {
            throw new NotExpressible("multiplies by matrices " + Arrays.toString(kernel.shape()) + ", more than one");
        }
        Constant matrix = flipB ? Numbers.transpose(kernel, 1, 0) : kernel;
        Convolutions convolutions = operation.builder().convolutions();
        if (operation.input(0) instanceof Result.Rows rows) {
            return List.of(new Result.Rows(
                    convolutions.dense(operation.origin(), rows.value(), matrix.tensor(), Optional.empty())));
        }
        return ElementwiseOps.live(
                convolutions.dense(operation.origin(), operation.live(0), matrix.tensor(), Optional.empty()));
    }

    /** Exchanges the last two axes of an input. */
    private static Value turned(Operation operation, int input, boolean flips) {
        Value x = operation.live(input);
        if (!flips || x.rank() < 2) {
            return x;
        }
        int[] order = IntStream.range(0, x.rank()).toArray();
        order[order.length - 1]--;
        order[order.length - 2]++;
        return operation.builder().shapes().permute(operation.origin() + "_turned_" + input, x, order);
    }

    // Dilated convolutions, as TensorFlow writes them: pixels are dealt out to batches, convolved, and put together

    private static List<Result> blocks(Operation operation) {
        int[] sizes = operation.constant(1).integers();
        int[] paddings = operation.constant(2).integers();
        Value x = operation.live(0);
        int rank = x.rank();
        if (!x.batched() || sizes.length >= rank || paddings.length != 2 * sizes.length) {
            throw new NotExpressible("deals out " + sizes.length + " dimensions of " + x.text());
        }
        int[] dilations = new int[rank];
        int[] before = new int[rank];
        int[] after = new int[rank];
        Arrays.fill(dilations, 1);
        for (int i = 0; i < sizes.length; i++) {
            dilations[i + 1] = sizes[i];
            before[i + 1] = paddings[2 * i];
            after[i + 1] = paddings[2 * i + 1];
        }
        return List.of(new Result.Blocks(x, dilations, before, after));
    }

    private static Window blockWindow(Operation operation, Result.Blocks blocks, int[] size) {
        int[] strides = Windows.two(operation, "strides");
        int[] own = Windows.two(operation, "dilations");
        boolean plain =
                IntStream.of(strides).allMatch(n -> n == 1) && IntStream.of(own).allMatch(n -> n == 1);
        if (!plain || !operation.node().text("padding", "").equals("VALID") || blocks.dilations().length != 4) {
            throw new NotExpressible("convolves dealt out pixels in strides or with padding");
        }
        int row = operation.isChannelsFirst() ? 2 : 1;
        int[] dilations = {blocks.dilations()[row], blocks.dilations()[row + 1]};
        int[] before = {blocks.before()[row], blocks.before()[row + 1]};
        int[] after = {blocks.after()[row], blocks.after()[row + 1]};
        return new Window(size, strides, dilations, before, after, operation.isChannelsFirst());
    }

    private static List<Result> unblocks(Operation operation) {
        if (!(operation.input(0) instanceof Result.Deferred deferred)) {
            throw new NotExpressible("puts pixels together that were not dealt out for a convolution");
        }
        int[] sizes = operation.constant(1).integers();
        int[] crops = operation.constant(2).integers();
        Result.Blocks blocks = deferred.blocks();
        Window window = deferred.window();
        int row = window.channelsFirst() ? 2 : 1;
        int[] before = window.before().clone();
        int[] after = window.after().clone();
        int next = 0;
        for (int axis = 0; axis < 2; axis++) {
            boolean gone = Arrays.stream(deferred.squeezed()).anyMatch(Integer.valueOf(row + axis)::equals);
            boolean dealt = !gone && next < sizes.length;
            if (window.dilations()[axis] != (dealt ? sizes[next] : 1) || dealt && crops.length < 2 * next + 2) {
                throw new NotExpressible("puts together what was dealt out otherwise");
            }
            if (dealt) {
                before[axis] -= crops[2 * next];
                after[axis] -= crops[2 * next + 1];
                next++;
            }
        }
        Value result = convolve(
                operation,
                deferred.origin(),
                blocks.value(),
                deferred.kernel(),
                window.padded(before, after),
                deferred.depthwise());
        if (deferred.squeezed().length > 0) {
            result = operation.builder().shapes().squeeze(operation.origin(), result, deferred.squeezed());
        }
        return ElementwiseOps.live(result);
    }
}
