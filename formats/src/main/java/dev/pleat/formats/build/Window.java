package dev.pleat.formats.build;

import java.util.Arrays;

/**
 * A window that slides over one, two or three axes.
 *
 * @param size its size
 * @param strides the distance between windows
 * @param dilations the distance between its taps
 * @param before what is added to the input in front
 * @param after what is added behind
 * @param channelsFirst whether channels are the first dimension of a sample, else the last
 */
public record Window(int[] size, int[] strides, int[] dilations, int[] before, int[] after, boolean channelsFirst) {
    /**
     * Checks the sizes.
     *
     * @throws NotExpressible if they differ in length, or one is too small
     */
    public Window {
        int axes = size.length;
        for (int[] sizes : new int[][] {strides, dilations, before, after}) {
            if (sizes.length != axes) {
                throw new NotExpressible("a window of %d axes has %d numbers in %s"
                        .formatted(axes, sizes.length, Arrays.toString(sizes)));
            }
        }
        for (int[] sizes : new int[][] {size, strides, dilations}) {
            if (Arrays.stream(sizes).anyMatch(n -> n < 1 || n > Dims.MOST)) {
                throw new NotExpressible("sizes of a window must be at least 1: " + Arrays.toString(sizes));
            }
        }
        for (int[] sizes : new int[][] {before, after}) {
            if (Arrays.stream(sizes).anyMatch(n -> Math.abs((long) n) > Dims.MOST)) {
                throw new NotExpressible("a padding of " + Arrays.toString(sizes));
            }
        }
        for (int i = 0; i < axes; i++) {
            if ((size[i] - 1L) * dilations[i] + 1 > Dims.MOST) {
                throw new NotExpressible("a window that covers " + ((size[i] - 1L) * dilations[i] + 1));
            }
        }
    }

    /** {@return a window without padding} */
    public static Window valid(int[] size, int[] strides, int[] dilations, boolean channelsFirst) {
        return new Window(size, strides, dilations, new int[size.length], new int[size.length], channelsFirst);
    }

    /** {@return this window with other paddings} */
    public Window padded(int[] newBefore, int[] newAfter) {
        return new Window(size, strides, dilations, newBefore, newAfter, channelsFirst);
    }

    /**
     * Returns this window padded so that {@code ceil(n / stride)} of it fit.
     *
     * @param input the sizes of the axes that it slides over
     * @param oddInFront whether the odd zero comes in front, as in ONNX's SAME_LOWER, instead of behind
     * @return the window
     */
    public Window same(int[] input, boolean oddInFront) {
        int[] newBefore = new int[axes()];
        int[] newAfter = new int[axes()];
        for (int i = 0; i < axes(); i++) {
            int results = (input[i] + strides[i] - 1) / strides[i];
            int total = Math.max((results - 1) * strides[i] + extent(i) - input[i], 0);
            newBefore[i] = oddInFront ? total - total / 2 : total / 2;
            newAfter[i] = total - newBefore[i];
        }
        return padded(newBefore, newAfter);
    }

    /** {@return how many axes it slides over} */
    public int axes() {
        return size.length;
    }

    /** {@return how much of an axis it covers} */
    public int extent(int axis) {
        return (size[axis] - 1) * dilations[axis] + 1;
    }

    /** Returns how many windows fit into an axis of a size, padding included. */
    int results(int axis, int input) {
        long room = (long) input + before[axis] + after[axis] - extent(axis);
        if (room < 0) {
            throw new NotExpressible("a window that covers %d slides over %d, padded by %d and %d"
                    .formatted(extent(axis), input, before[axis], after[axis]));
        }
        return (int) (room / strides[axis]) + 1;
    }

    boolean isPadded() {
        return Arrays.stream(before).anyMatch(n -> n != 0)
                || Arrays.stream(after).anyMatch(n -> n != 0);
    }

    boolean isSameFor(int[] input) {
        Window same = same(input, false);
        return Arrays.equals(before, same.before) && Arrays.equals(after, same.after);
    }

    boolean isDilated() {
        return Arrays.stream(dilations).anyMatch(n -> n != 1);
    }

    boolean isStrided() {
        return Arrays.stream(strides).anyMatch(n -> n != 1);
    }

    /** Returns this window with its taps next to each other where there is only one. */
    Window withoutIdleDilation() {
        int[] needed = dilations.clone();
        for (int i = 0; i < axes(); i++) {
            needed[i] = size[i] == 1 ? 1 : needed[i];
        }
        return new Window(size, strides, needed, before, after, channelsFirst);
    }
}
