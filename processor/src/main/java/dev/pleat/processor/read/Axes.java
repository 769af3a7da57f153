package dev.pleat.processor.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Orders of axes. */
final class Axes {

    private Axes() {}

    /** Returns the order {@code [1, 2, ..., 0]}. */
    static List<Integer> firstToLast(int rank) {
        return IntStream.range(0, rank).map(i -> (i + 1) % rank).boxed().toList();
    }

    /** Returns the order {@code [last, 0, 1, ...]}. */
    static List<Integer> lastToFirst(int rank) {
        return IntStream.range(0, rank).map(i -> (i + rank - 1) % rank).boxed().toList();
    }

    /** Returns the order that puts some axes, sorted, behind the others. */
    static List<Integer> toBack(int[] axes, int rank) {
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, rank)
                .filter(i -> Arrays.stream(axes).noneMatch(axis -> axis == i))
                .forEach(order::add);
        Arrays.stream(axes).forEach(order::add);
        return order;
    }

    /** Returns the order that undoes another. */
    static List<Integer> inverse(List<Integer> order) {
        return IntStream.range(0, order.size()).map(order::indexOf).boxed().toList();
    }
}
