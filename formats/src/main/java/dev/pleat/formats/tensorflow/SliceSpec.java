package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NotExpressible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a slice with its masks means, for each dimension of what is sliced. */
final class SliceSpec {
    final int[] begin;
    final int[] end;
    final int[] steps;
    private final List<Integer> dropped = new ArrayList<>();
    /** The dimensions of the result: those of the slice, -1 for new ones. */
    private final List<Integer> axes = new ArrayList<>();

    private SliceSpec(int rank) {
        begin = new int[rank];
        end = new int[rank];
        steps = new int[rank];
    }

    static SliceSpec of(GraphNode node, int[] begin, int[] end, int[] steps, int[] shape) {
        if (begin.length != end.length || begin.length != steps.length || begin.length > 32) {
            throw new NotExpressible("slices from " + Arrays.toString(begin) + " to " + Arrays.toString(end));
        }
        SliceSpec spec = new SliceSpec(shape.length);
        long newAxis = node.integer("new_axis_mask", 0);
        long ellipsis = node.integer("ellipsis_mask", 0);
        int given = (int) IntStream.range(0, begin.length)
                .filter(i -> (newAxis >> i & 1) == 0 && (ellipsis >> i & 1) == 0)
                .count();
        int axis = 0;
        boolean open = ellipsis == 0;
        for (int i = 0; i < begin.length; i++) {
            if ((ellipsis >> i & 1) != 0) {
                axis = spec.whole(axis, shape, shape.length - given);
            } else if ((newAxis >> i & 1) != 0) {
                spec.axes.add(-1);
            } else if (axis >= shape.length) {
                throw new NotExpressible("slices more dimensions than there are");
            } else {
                spec.set(node, i, axis++, new int[] {begin[i], end[i], steps[i]}, shape);
            }
        }
        if (open) {
            spec.whole(axis, shape, shape.length - axis);
        }
        return spec;
    }

    private int whole(int from, int[] shape, int count) {
        for (int axis = from; axis < from + count && axis < shape.length; axis++) {
            end[axis] = shape[axis];
            steps[axis] = 1;
            axes.add(axis);
        }
        return from + Math.max(count, 0);
    }

    private void set(GraphNode node, int i, int axis, int[] range, int[] shape) {
        int n = shape[axis];
        int step = range[2];
        if (step == 0 || step == Integer.MIN_VALUE) {
            throw new NotExpressible("slices in steps of 0");
        }
        boolean backwards = step < 0;
        boolean single = (node.integer("shrink_axis_mask", 0) >> i & 1) != 0;
        boolean fromStart = !single && (node.integer("begin_mask", 0) >> i & 1) != 0;
        boolean toEnd = !single && (node.integer("end_mask", 0) >> i & 1) != 0;
        int least = backwards ? -1 : 0;
        int most = backwards ? n - 1 : n;
        int first = range[0] < 0 ? range[0] + n : range[0];
        int last = range[1] < 0 ? range[1] + n : range[1];
        begin[axis] = fromStart ? (backwards ? most : 0) : Math.max(least, Math.min(most, first));
        end[axis] = toEnd ? (backwards ? -1 : n) : Math.max(least, Math.min(most, last));
        steps[axis] = single ? 1 : step;
        if (single) {
            if (first < 0 || first >= n) {
                throw new NotExpressible("takes element " + range[0] + " of " + n);
            }
            end[axis] = begin[axis] + 1;
            dropped.add(axis);
        } else {
            axes.add(axis);
        }
    }

    private int size(int axis) {
        long length = steps[axis] > 0 ? (long) end[axis] - begin[axis] : (long) begin[axis] - end[axis];
        int step = Math.abs(steps[axis]);
        return (int) Math.max(0, (length + step - 1) / step);
    }

    int[] sizes() {
        return IntStream.range(0, begin.length).map(this::size).toArray();
    }

    int[] result() {
        return axes.stream().mapToInt(axis -> axis < 0 ? 1 : size(axis)).toArray();
    }

    int[] dropped() {
        return dropped.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] added() {
        return IntStream.range(0, axes.size()).filter(i -> axes.get(i) < 0).toArray();
    }
}
