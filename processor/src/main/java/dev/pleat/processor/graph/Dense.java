package dev.pleat.processor.graph;

import java.util.List;

/**
 * A matrix product on the last axis: {@code [..., in] → [..., units]}.
 *
 * @param units output channels
 */
public record Dense(int units, Weighting weights, Epilogue epilogue) implements Linear {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        Shape x = inputs.get(0);
        int in = weights.kernel().shape().dim(0);
        if (x.last() != in) {
            throw new ShapeMismatch("multiplies rows of %d but was given %s", in, x);
        }
        return x.with(x.rank() - 1, units);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return inputs.get(0).count() * units;
    }

    @Override
    public int outputs() {
        return units;
    }

    @Override
    public boolean padded() {
        return false;
    }

    @Override
    public Dense withWeights(Weighting changed) {
        return new Dense(units, changed, epilogue);
    }

    @Override
    public Dense withEpilogue(Epilogue changed) {
        return new Dense(units, weights, changed);
    }

    @Override
    public String toString() {
        return "dense " + weights + epilogue;
    }
}
