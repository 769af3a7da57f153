package dev.pleat.processor.pass;

import dev.pleat.processor.graph.Crop;
import dev.pleat.processor.graph.Identity;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Permute;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.Reshape;
import dev.pleat.processor.graph.Scaling;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.UpSample;
import java.util.List;

/**
 * Which operations a scaling per channel can pass. Averages, crops and interpolations are weighted sums whose weights
 * add up to 1, so they commute with any scaling of a channel; a maximum only with increasing ones. Padding does not
 * commute: its zeros would have to become shifts.
 */
final class Commuting {

    private Commuting() {}

    /** Returns the input's axis that a scaling of the result's axis scales, -1 if the scaling cannot pass. */
    static int upward(Op op, int axis, List<Scaling> scalings, Shape input, Shape result) {
        if (op instanceof Identity) {
            return axis;
        } else if (op instanceof Permute permute) {
            return permute.dims().get(axis);
        } else if (op instanceof Reshape) {
            return sameAxis(result, axis, input);
        }
        return ofImage(op, scalings) && axis == result.rank() - 1 ? axis : -1;
    }

    /** Returns the result's axis that a scaling of the input's axis scales, -1 if the scaling cannot pass. */
    static int downward(Op op, int axis, List<Scaling> scalings, Shape input, Shape result) {
        if (op instanceof Identity) {
            return axis;
        } else if (op instanceof Permute permute) {
            return permute.dims().indexOf(axis);
        } else if (op instanceof Reshape) {
            return sameAxis(input, axis, result);
        }
        return ofImage(op, scalings) && axis == input.rank() - 1 ? axis : -1;
    }

    private static boolean ofImage(Op op, List<Scaling> scalings) {
        if (op instanceof Pool pool) {
            return pool.kind() == Pool.Kind.AVERAGE || scalings.stream().allMatch(Scaling::increasing);
        }
        return op instanceof Crop || op instanceof UpSample;
    }

    /** Returns the axis of {@code to} that holds the same elements as an axis of {@code from}, -1 if none does. */
    private static int sameAxis(Shape from, int axis, Shape to) {
        for (int i = 0; i < to.rank(); i++) {
            if (to.dim(i) == from.dim(axis) && to.product(0, i) == from.product(0, axis)) {
                return i;
            }
        }
        return -1;
    }
}
