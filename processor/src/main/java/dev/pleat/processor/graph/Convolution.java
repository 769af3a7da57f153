package dev.pleat.processor.graph;

import java.util.List;

/**
 * A convolution (cross-correlation) of {@code [rows, cols, channels]} or {@code [cols, channels]} by a kernel whose last
 * axes are {@code [channels / groups, filters]}. A depthwise convolution has as many groups as channels.
 *
 * @param filters output channels, a multiple of {@code groups}
 */
public record Convolution(Window window, int filters, int groups, Weighting weights, Epilogue epilogue)
        implements Linear {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        Shape x = inputs.get(0);
        if (x.rank() != 2 && x.rank() != 3) {
            throw new ShapeMismatch("convolves [rows, cols, channels] but was given %s", x);
        }
        return window.resultShape(x, filters);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return resultShape(inputs).count() * window.taps() * (inputs.get(0).last() / groups);
    }

    /** Returns whether every input channel makes one output channel by itself. */
    public boolean depthwise() {
        return groups > 1 && groups == filters;
    }

    /** Returns whether every pixel of the result is made of one pixel's channels. */
    public boolean pointwise() {
        return groups == 1 && window.taps() == 1;
    }

    @Override
    public int outputs() {
        return filters;
    }

    @Override
    public boolean padded() {
        return !window.padding().isEmpty();
    }

    /** Returns this convolution with another window. */
    public Convolution withWindow(Window changed) {
        return new Convolution(changed, filters, groups, weights, epilogue);
    }

    @Override
    public Convolution withWeights(Weighting changed) {
        return new Convolution(window, filters, groups, changed, epilogue);
    }

    @Override
    public Convolution withEpilogue(Epilogue changed) {
        return new Convolution(window, filters, groups, weights, changed);
    }

    @Override
    public String toString() {
        return "conv " + window + (groups == 1 ? "" : " groups " + groups) + " " + weights + epilogue;
    }
}
