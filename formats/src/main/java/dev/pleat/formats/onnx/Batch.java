package dev.pleat.formats.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * An assumption of what the first dimension of a graph's inputs is.
 *
 * @param inFront whether it is a batch, which the language leaves out
 * @param size its size; 0 if it is open
 * @param assumed whether it is open in the file but taken as 1
 */
record Batch(boolean inFront, int size, boolean assumed) {

    /** Returns the assumptions to try, the best first. */
    static List<Batch> of(List<Declared> inputs) {
        List<Batch> batches = new ArrayList<>();
        boolean shaped = inputs.stream()
                .allMatch(input -> input.dims() != null && !input.dims().isEmpty());
        boolean open = shaped && inputs.stream().anyMatch(input -> input.dims().get(0) == 0);
        long first = shaped && !inputs.isEmpty() ? inputs.get(0).dims().get(0) : 0;
        boolean same = shaped && inputs.stream().allMatch(input -> input.dims().get(0) == first);
        boolean one = shaped && inputs.stream().allMatch(input -> input.dims().get(0) <= 1);
        if (open && one) {
            batches.add(new Batch(true, 0, false));
            batches.add(new Batch(true, 1, true));
        } else if (same && first > 0 && first <= Integer.MAX_VALUE) {
            batches.add(new Batch(true, (int) first, false));
        }
        batches.add(new Batch(false, 1, open));
        return batches;
    }

    /** Returns the sizes of an input in the language; null if one is open, or none are known. */
    List<Integer> dims(Declared input) {
        if (input.dims() == null) {
            return null;
        }
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < input.dims().size(); i++) {
            long size = input.dims().get(i);
            if (i == 0 && inFront) {
                continue;
            }
            if (i == 0 && assumed && size == 0) {
                size = 1;
            }
            if (size == 0) {
                return null;
            }
            sizes.add((int) Math.max(Math.min(size, Integer.MAX_VALUE), 0));
        }
        return sizes;
    }
}
