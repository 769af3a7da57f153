package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Problem;
import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.Window;
import java.util.Arrays;

/** Reads sliding windows and pads them as TensorFlow does. */
final class Windows {

    private Windows() {}

    /**
     * The sizes of a window before its padding is known.
     *
     * @param padding the name of the constant
     */
    record Sizes(int[] kernel, int[] strides, int[] dilation, String padding) {}

    /** Reads the window of a convolution over {@code axes} axes, 1 or 2. */
    static Sizes convolution(LayerContext layer, int axes) {
        int[] kernel = layer.positives("kernelSize", axes);
        int[] strides = layer.positives("strides", axes);
        int[] dilation = layer.positives("dilationRate", axes);
        if (max(strides) > 1 && max(dilation) > 1) {
            layer.problem(Problem.STRIDES_AND_DILATION, "dilationRate", text(strides), text(dilation));
        }
        for (int i = 0; i < axes; i++) {
            long extent = (kernel[i] - 1L) * dilation[i] + 1;
            if (extent > LayerContext.MOST) {
                layer.problem(Problem.TOO_LARGE, "dilationRate", "a window that covers " + extent);
            }
        }
        return new Sizes(kernel, strides, dilation, padding(layer, axes));
    }

    /** Reads the window of a pooling layer; its strides are its size unless they are given. */
    static Sizes pooling(LayerContext layer, int axes) {
        int[] size = layer.positives("poolSize", axes);
        int[] given = layer.isSet("strides") ? layer.positives("strides", axes) : size;
        String padding = layer.text("padding");
        if (padding.equals("CAUSAL")) {
            layer.problem(Problem.CAUSAL_NOT_HERE, "padding");
        }
        return new Sizes(size, given, new int[] {1, 1}, padding);
    }

    private static String padding(LayerContext layer, int axes) {
        String padding = layer.text("padding");
        if (padding.equals("CAUSAL") && axes != 1) {
            layer.problem(Problem.CAUSAL_NOT_HERE, "padding");
        }
        return padding;
    }

    /** Returns the window over an image of channels last, and reports one that is larger than the image. */
    static Window over(LayerContext layer, Sizes sizes, Shape input, String attribute) {
        Window window = unpadded(sizes);
        Image image = Image.of(input);
        Border padding = switch (sizes.padding()) {
            case "SAME" -> same(window, image);
            case "CAUSAL" -> new Border(0, 0, window.extentCols() - 1, 0);
            default -> Border.NONE;
        };
        Window padded = window.withPadding(padding);
        if (padded.resultRows(image.rows()) < 1 || padded.resultCols(image.cols()) < 1) {
            boolean flat = input.rank() == 2;
            String extent = flat ? "" + window.extentCols() : window.extentRows() + "×" + window.extentCols();
            String largest = flat ? "" + image.cols() : image.rows() + "×" + image.cols();
            String fix = "use a window of at most " + largest + ", or padding = SAME; the shapes so far: ";
            throw layer.refuse(
                    Problem.WINDOW_TOO_LARGE,
                    attribute,
                    extent,
                    layer.input(),
                    layer.inputName(),
                    fix + layer.shapesSoFar());
        }
        return padded;
    }

    static Window unpadded(Sizes sizes) {
        int[] kernel = twoAxes(sizes.kernel());
        int[] strides = twoAxes(sizes.strides());
        int[] dilation = twoAxes(sizes.dilation());
        return new Window(kernel[0], kernel[1], strides[0], strides[1], dilation[0], dilation[1], Border.NONE);
    }

    /** A sequence is an image of one row. */
    private static int[] twoAxes(int[] sizes) {
        return sizes.length == 1 ? new int[] {1, sizes[0]} : sizes;
    }

    private static Border same(Window window, Image image) {
        int rows = same(image.rows(), window.extentRows(), window.strideRows());
        int cols = same(image.cols(), window.extentCols(), window.strideCols());
        return new Border(rows / 2, rows - rows / 2, cols / 2, cols - cols / 2);
    }

    /** Returns how many zeros make {@code ceil(n / stride)} windows fit; the odd one goes behind. */
    private static int same(int n, int extent, int stride) {
        int results = (n + stride - 1) / stride;
        return Math.max((results - 1) * stride + extent - n, 0);
    }

    private static int max(int[] numbers) {
        return Arrays.stream(numbers).max().orElse(1);
    }

    private static String text(int[] numbers) {
        return numbers.length == 1 ? "" + numbers[0] : Arrays.toString(numbers);
    }
}
