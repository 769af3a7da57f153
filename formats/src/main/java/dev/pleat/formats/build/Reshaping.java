package dev.pleat.formats.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds out what a reshape of a whole value is for each of its samples. */
final class Reshaping {
    private final NetworkBuilder builder;
    private final Shapes shapes;

    Reshaping(NetworkBuilder builder) {
        this.builder = builder;
        this.shapes = builder.shapes();
    }

    Value reshape(String origin, Value x, int... target) {
        int size = x.shape().size();
        if (x.batched() && target.length > 0 && (target[0] == -1 || isBatch(target[0]))) {
            int[] rest = resolved(Arrays.copyOfRange(target, 1, target.length), size);
            if (rest != null) {
                return shapes.sample(origin, "", x, Dims.of(rest), true);
            }
        }
        boolean one = builder.batch() == 1;
        int[] whole = !x.batched() || one ? resolved(target, size) : null;
        if (whole == null) {
            String reason = "reshapes " + x.text() + " to " + Arrays.toString(target);
            throw x.batched() ? NotExpressible.batch(reason) : new NotExpressible(reason);
        }
        // A dimension of 1 in front is the batch of one again; no element has moved.
        boolean batched = one && whole.length > 0 && whole[0] == 1;
        Dims shape = Dims.of(whole);
        return shapes.sample(origin, "", x, batched ? shape.range(1, whole.length) : shape, batched);
    }

    private boolean isBatch(int n) {
        return n == builder.batch() || n == 1 && builder.batch() == NetworkBuilder.ANY_BATCH;
    }

    /** Returns a shape with -1 derived; null if it does not hold {@code size} numbers. */
    private static int[] resolved(int[] target, int size) {
        long known = 1;
        int free = -1;
        for (int i = 0; i < target.length; i++) {
            if (target[i] == -1 && free < 0) {
                free = i;
            } else if (target[i] < 1 || known > size) {
                return null;
            } else {
                known *= target[i];
            }
        }
        int[] whole = target.clone();
        if (free >= 0) {
            if (size % known != 0) {
                return null;
            }
            whole[free] = (int) (size / known);
            known = size;
        }
        return known == size ? whole : null;
    }

    Value unsqueeze(String origin, Value x, int... axes) {
        int rank = x.rank() + axes.length;
        List<Integer> added = new ArrayList<>();
        for (int axis : axes) {
            int counted = axis < 0 ? axis + rank : axis;
            if (counted < 0 || counted >= rank || added.contains(counted)) {
                throw new NotExpressible("unsqueezes " + x.text() + " at " + Arrays.toString(axes));
            }
            added.add(counted);
        }
        if (x.batched() && added.contains(0) && builder.batch() != 1) {
            throw NotExpressible.batch("puts a dimension in front of the batch of " + x.text());
        }
        List<Integer> whole = new ArrayList<>();
        int next = x.batched() ? -1 : 0;
        for (int i = 0; i < rank; i++) {
            if (added.contains(i)) {
                whole.add(1);
            } else {
                whole.add(next < 0 ? 1 : x.shape().get(next));
                next++;
            }
        }
        boolean batched = x.batched() || builder.batch() == 1 && whole.get(0) == 1;
        Dims shape = new Dims(batched ? whole.subList(1, rank) : whole);
        return shapes.sample(origin, "", x, shape, batched);
    }
}
