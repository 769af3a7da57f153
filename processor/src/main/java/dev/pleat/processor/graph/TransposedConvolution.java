package dev.pleat.processor.graph;

import java.util.List;

/**
 * A transposed convolution, the gradient of a convolution by its input: every input pixel adds a window of
 * {@code kernel · x} to the result, and {@code crop} cuts the result's edges.
 *
 * @param window the window that every input pixel writes; its padding is unused
 * @param crop rows and columns of the full result {@code (n − 1)·stride + extent} that are cut; negative ones are added
 * @param filters output channels; the kernel's last axes are {@code [filters, channels]}
 */
public record TransposedConvolution(Window window, Border crop, int filters, Weighting weights, Epilogue epilogue)
        implements Linear {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        Shape x = inputs.get(0);
        Image image = Image.of(x);
        int rows = full(image.rows(), window.strideRows(), window.extentRows()) - crop.top() - crop.bottom();
        int cols = full(image.cols(), window.strideCols(), window.extentCols()) - crop.left() - crop.right();
        if (rows < 1 || cols < 1) {
            throw new ShapeMismatch("has nothing left of %s", x);
        }
        return x.rank() == 2 ? Shape.of(cols, filters) : Shape.of(rows, cols, filters);
    }

    private static int full(int inputs, int stride, int extent) {
        return Math.addExact(Math.multiplyExact(inputs - 1, stride), extent);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return inputs.get(0).count() * window.taps() * filters;
    }

    @Override
    public int outputs() {
        return filters;
    }

    /** Returns true: sums at the edges have fewer terms, whatever is cropped. */
    @Override
    public boolean padded() {
        return true;
    }

    @Override
    public TransposedConvolution withWeights(Weighting changed) {
        return new TransposedConvolution(window, crop, filters, changed, epilogue);
    }

    @Override
    public TransposedConvolution withEpilogue(Epilogue changed) {
        return new TransposedConvolution(window, crop, filters, weights, changed);
    }

    @Override
    public String toString() {
        return "transposed conv " + window + " crop " + crop + " " + weights + epilogue;
    }
}
