package dev.pleat.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which one thread runs the steps of a model: where values are larger than its caches, some steps are run in
 * turns, each for a few rows of its image at a time, so that the next one reads what was just written.
 */
public final class Bands {
    private Bands() {}

    /** A step, of a few rows. */
    private static final class Band implements Step {
        private final Step step;
        private final int index;
        private final Part part;

        Band(Step step, int index, Part part) {
            this.step = step;
            this.index = index;
            this.part = part;
        }

        @Override
        public void run(float[] s, Part whole) {
            step.run(s, part);
        }
    }

    /**
     * Returns the order in which to run some steps.
     *
     * @param steps the steps, as they follow from each other
     * @param groups steps to run in turns, in ascending order; of each group the index of its first step, the number of
     *     bands, and for every one of its steps how many bands it lags behind the first
     * @return steps to run with {@link Part#WHOLE}
     */
    public static Step[] order(Step[] steps, int[]... groups) {
        List<Step> order = new ArrayList<>();
        int next = 0;
        for (int[] group : groups) {
            for (; next < group[0]; next++) {
                order.add(steps[next]);
            }
            addGroup(steps, group, order);
            next += group.length - 2;
        }
        for (; next < steps.length; next++) {
            order.add(steps[next]);
        }
        return order.toArray(new Step[0]);
    }

    private static void addGroup(Step[] steps, int[] group, List<Step> order) {
        int first = group[0];
        int bands = group[1];
        int count = group.length - 2;
        Part[] parts = new Part[bands];
        for (int band = 0; band < bands; band++) {
            parts[band] = new Part(band, bands, 0, null);
        }
        for (int turn = 0; turn < bands + group[group.length - 1]; turn++) {
            for (int i = 0; i < count; i++) {
                int band = turn - group[2 + i];
                if (band >= 0 && band < bands) {
                    order.add(new Band(steps[first + i], first + i, parts[band]));
                }
            }
        }
    }

    /** Returns the steps of an order, each of them whole. */
    static Step[] whole(Step[] order) {
        List<Step> steps = new ArrayList<>();
        int[] indices = indices(order);
        for (int i = 0; i < order.length; i++) {
            if (indices[i] == steps.size()) {
                steps.add(order[i] instanceof Band ? ((Band) order[i]).step : order[i]);
            }
        }
        return steps.toArray(new Step[0]);
    }

    /** Returns which of a model's steps each of an order is. */
    static int[] indices(Step[] order) {
        int[] indices = new int[order.length];
        int next = 0;
        for (int i = 0; i < order.length; i++) {
            indices[i] = order[i] instanceof Band ? ((Band) order[i]).index : next;
            next = Math.max(next, indices[i] + 1);
        }
        return indices;
    }
}
