package dev.pleat.formats.weights;

import java.util.List;

/**
 * Where the values of an array lie in memory: at an offset, with a distance between neighbours for each dimension.
 *
 * @param shape the dimensions, outermost first
 * @param strides the distance between neighbours in each dimension, not negative
 * @param offset where the first value lies
 */
record Strides(int[] shape, long[] strides, long offset) {
    /** Returns the layout in which the first dimension is the fastest. */
    static Strides fortran(List<Integer> shape) {
        long[] strides = new long[shape.size()];
        long stride = 1;
        for (int i = 0; i < strides.length; i++) {
            strides[i] = stride;
            stride *= Math.max(1, shape.get(i));
        }
        return new Strides(shape.stream().mapToInt(Integer::intValue).toArray(), strides, 0);
    }

    /** Returns how many values the array has. */
    int size() {
        int size = 1;
        for (int dimension : shape) {
            size *= dimension;
        }
        return size;
    }

    /** Tells whether the values lie one after the other, the last dimension fastest. */
    boolean isContiguous() {
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] != 1 && strides[axis] != stride) {
                return size() == 0;
            }
            stride *= shape[axis];
        }
        return true;
    }

    /** Returns the values, the last dimension fastest; the caller has checked that all of them are there. */
    Numbers copy(Numbers from) {
        int[] places = places();
        if (from instanceof Numbers.Floats floats) {
            float[] values = new float[places.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = floats.values()[places[i]];
            }
            return new Numbers.Floats(values);
        }
        if (from instanceof Numbers.Doubles doubles) {
            double[] values = new double[places.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = doubles.values()[places[i]];
            }
            return new Numbers.Doubles(values);
        }
        long[] integers = ((Numbers.Longs) from).values();
        long[] values = new long[places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = integers[places[i]];
        }
        return new Numbers.Longs(values);
    }

    private int[] places() {
        int[] places = new int[size()];
        int[] index = new int[shape.length];
        long place = offset;
        for (int i = 0; i < places.length; i++) {
            places[i] = (int) place;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                place += strides[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                place -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }
        return places;
    }
}
