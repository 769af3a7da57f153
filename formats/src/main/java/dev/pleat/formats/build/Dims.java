package dev.pleat.formats.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The dimensions of a value, outermost first.
 *
 * @param sizes each at least 1
 */
public record Dims(List<Integer> sizes) {
    /** The most numbers that a value of a compiled model may have. */
    static final int MOST = 1 << 28;

    /**
     * Checks the sizes.
     *
     * @throws NotExpressible if one is below 1, or if there are more numbers than a model can hold
     */
    public Dims {
        sizes = List.copyOf(sizes);
        long size = 1;
        for (int n : sizes) {
            if (n < 1) {
                throw new NotExpressible("a value has the shape " + sizes + ", which is empty");
            }
            size *= n;
            if (size > MOST) {
                throw new NotExpressible("a value has the shape " + sizes + ", more than 2^28 numbers");
            }
        }
    }

    /** {@return dimensions} */
    public static Dims of(int... sizes) {
        return new Dims(Arrays.stream(sizes).boxed().toList());
    }

    /** {@return how many there are} */
    public int rank() {
        return sizes.size();
    }

    /** {@return one of them} */
    public int get(int axis) {
        return sizes.get(axis);
    }

    /** {@return the last} */
    public int last() {
        return sizes.get(sizes.size() - 1);
    }

    /** {@return their product} */
    public int size() {
        return product(0, rank());
    }

    /** {@return the product of those in a range} */
    public int product(int from, int to) {
        int product = 1;
        for (int i = from; i < to; i++) {
            product *= sizes.get(i);
        }
        return product;
    }

    /** {@return these, with another size at an axis} */
    public Dims with(int axis, int size) {
        List<Integer> changed = new ArrayList<>(sizes);
        changed.set(axis, size);
        return new Dims(changed);
    }

    /** {@return these, with one more in front of an axis} */
    public Dims insert(int axis, int size) {
        List<Integer> changed = new ArrayList<>(sizes);
        changed.add(axis, size);
        return new Dims(changed);
    }

    /** {@return those in a range} */
    public Dims range(int from, int to) {
        return new Dims(sizes.subList(from, to));
    }

    /** {@return these, with those of another behind} */
    public Dims then(Dims other) {
        List<Integer> all = new ArrayList<>(sizes);
        all.addAll(other.sizes);
        return new Dims(all);
    }

    /** {@return these in another order} */
    public Dims permuted(int... order) {
        return new Dims(Arrays.stream(order).mapToObj(sizes::get).toList());
    }

    /** {@return them as an array} */
    public int[] toArray() {
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return sizes.toString();
    }
}
