package dev.pleat.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order in which one thread runs the steps of a model: where values are larger than its caches, some steps are run in
 * turns, each for a few rows of its image at a time, so that the next one reads what was just written.
 */
public final class Bands {
    private Bands() {}

    /**
     * Returns the order in which to run some steps.
     *
     * @param steps the steps, as they follow from each other
     * @param turns those to run in turns, in ascending order
     * @return steps to run with {@link Part#WHOLE}
     */
    public static Step[] order(Step[] steps, Turns... turns) {
        List<Step> order = new ArrayList<>();
        int next = 0;
        for (Turns each : turns) {
            order.addAll(Arrays.asList(steps).subList(next, each.step()));
            order.addAll(each.bands(steps));
            next = each.end();
        }
        order.addAll(Arrays.asList(steps).subList(next, steps.length));
        return order.toArray(new Step[0]);
    }

    /** Returns the steps of an order, each of them whole. */
    static Step[] whole(Step[] order) {
        List<Step> steps = new ArrayList<>();
        int[] indices = indices(order);
        for (int i = 0; i < order.length; i++) {
            if (indices[i] == steps.size()) {
                steps.add(order[i] instanceof Turns.Band ? ((Turns.Band) order[i]).step() : order[i]);
            }
        }
        return steps.toArray(new Step[0]);
    }

    /** Returns which of a model's steps each of an order is. */
    static int[] indices(Step[] order) {
        int[] indices = new int[order.length];
        int next = 0;
        for (int i = 0; i < order.length; i++) {
            indices[i] = order[i] instanceof Turns.Band ? ((Turns.Band) order[i]).index() : next;
            next = Math.max(next, indices[i] + 1);
        }
        return indices;
    }
}
