package dev.pleat.formats.keras;

import java.util.Arrays;

/** Axes as Keras counts them: the batch is 0, -1 the last. */
final class Axes {
    private Axes() {}

    /** {@return the axes of an attribute; those that are none of the value, or the batch, are problems} */
    static int[] of(Call call, String key, int... otherwise) {
        int[] axes = call.attributes().integers(key, otherwise);
        int[] shape = call.shape();
        for (int axis : axes) {
            if (axis == 0) {
                call.attributes().refuse(key, "is the axis of the batch");
                return otherwise;
            } else if (shape != null && (axis > shape.length || axis < -shape.length)) {
                call.attributes().refuse(key, "names no axis of " + Arrays.toString(shape));
                return otherwise;
            }
        }
        return axes;
    }

    /** {@return which dimension of a sample an axis is; -1 if that is unknown} */
    static int dimension(int axis, int... shape) {
        if (shape == null) {
            return -1;
        }
        return axis < 0 ? axis + shape.length : axis - 1;
    }
}
