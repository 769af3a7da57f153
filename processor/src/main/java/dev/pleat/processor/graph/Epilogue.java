package dev.pleat.processor.graph;

import java.util.List;

/**
 * What happens to a linear layer's sums before they are stored: {@code scalings(activation(sum + residual))}.
 *
 * @param residual whether the layer's second input is added
 * @param activation applied after the residual
 * @param scalings applied last; a batch norm behind an activation
 */
public record Epilogue(boolean residual, Activation activation, List<Scaling> scalings) {

    /** Nothing happens. */
    public static final Epilogue NONE = new Epilogue(false, Activation.LINEAR, List.of());

    public Epilogue {
        scalings = List.copyOf(scalings);
    }

    /** Returns whether nothing happens. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Returns whether sums are stored as they are, with a residual perhaps, or clipped: what needs no pass over the result. */
    public boolean clips() {
        return scalings.isEmpty() && activation.isClip();
    }

    /** Returns this epilogue with the addition of another value. */
    public Epilogue withResidual() {
        return new Epilogue(true, activation, scalings);
    }

    /** Returns this epilogue with an activation function. */
    public Epilogue with(Activation function) {
        return new Epilogue(residual, function, scalings);
    }

    /** Returns this epilogue followed by further scalings. */
    public Epilogue followedBy(List<Scaling> more) {
        return new Epilogue(residual, activation, Weighting.concat(scalings, more));
    }

    /** Returns the epilogue as {@code  + residual, relu, norm}, empty if nothing happens. */
    @Override
    public String toString() {
        return (residual ? " + residual" : "")
                + (activation.isLinear() ? "" : ", " + activation)
                + (scalings.isEmpty() ? "" : ", then " + scalings);
    }
}
