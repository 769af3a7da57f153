package dev.pleat.processor.graph;

import java.util.List;
import java.util.Locale;

/**
 * The maximum or the average of every window. Padding counts for nothing: it is no candidate of a maximum, and an
 * average divides by the number of real pixels, as TensorFlow does.
 */
public record Pool(Kind kind, Window window) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        return window.resultShape(inputs.get(0), inputs.get(0).last());
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " pool " + window;
    }

    /** What is taken of a window. */
    public enum Kind {
        MAX,
        AVERAGE
    }
}
