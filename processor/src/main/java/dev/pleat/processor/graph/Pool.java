package dev.pleat.processor.graph;

import java.util.List;
import java.util.Locale;

/**
 * The maximum or the average of every window. Padding counts for nothing: it is no candidate of a maximum, and an
 * average divides by the number of real pixels, as TensorFlow does.
 *
 * @param before what happens to each number before the maximum is taken: nothing, or a relu and perhaps scalings
 */
public record Pool(Kind kind, Window window, Epilogue before) implements Op {

    /** Returns the pool of numbers as they are. */
    public static Pool of(Kind kind, Window window) {
        return new Pool(kind, window, Epilogue.NONE);
    }

    @Override
    public Shape resultShape(List<Shape> inputs) {
        return window.resultShape(inputs.get(0), inputs.get(0).last());
    }

    @Override
    public List<Param> params() {
        return before.scalings().stream()
                .flatMap(scaling -> scaling.params().stream())
                .toList();
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " pool " + window + (before.isEmpty() ? "" : " of each" + before);
    }

    /** What is taken of a window. */
    public enum Kind {
        MAX,
        AVERAGE
    }
}
