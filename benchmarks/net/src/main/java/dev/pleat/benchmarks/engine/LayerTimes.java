package dev.pleat.benchmarks.engine;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Times the layers within a running model. */
final class LayerTimes {
    private static final int GROUPS = 5;

    private final Session session;
    private final long nanos;

    private LayerTimes(Session session, long millis) {
        this.session = session;
        this.nanos = millis * 1_000_000 / (2 * GROUPS);
    }

    /**
     * Returns {@code name nanos} for each layer, and before them the time of a whole prediction that is not timed within:
     * medians over groups of predictions, of which every other is timed within.
     *
     * @param session the session
     * @param millis how long to predict
     * @return the times, with blanks between
     */
    static String measure(Session session, long millis) throws Exception {
        List<String> layers = session.layers();
        if (layers.isEmpty()) {
            throw new UnsupportedOperationException("this engine's layers cannot be timed");
        }
        return new LayerTimes(session, millis).measure(layers);
    }

    private String measure(List<String> layers) throws Exception {
        double[] whole = new double[GROUPS];
        double[][] within = new double[layers.size()][GROUPS];
        for (int group = 0; group < GROUPS; group++) {
            double[] means = timed(layers.size());
            for (int layer = 0; layer < means.length; layer++) {
                within[layer][group] = means[layer];
            }
            whole[group] = untimed();
        }
        StringJoiner answer = new StringJoiner(" ").add(String.valueOf(median(whole)));
        for (int layer = 0; layer < within.length; layer++) {
            answer.add(layers.get(layer) + " " + median(within[layer]));
        }
        return answer.toString();
    }

    private double[] timed(int layers) {
        long[] sums = new long[layers];
        int count = 0;
        long begin = System.nanoTime();
        do {
            session.predictTimed(sums);
            count++;
        } while (System.nanoTime() - begin < nanos);
        int predictions = count;
        return Arrays.stream(sums)
                .mapToDouble(sum -> sum / (double) predictions)
                .toArray();
    }

    private double untimed() throws Exception {
        int count = 0;
        long begin = System.nanoTime();
        do {
            session.predict();
            count++;
        } while (System.nanoTime() - begin < nanos);
        return (System.nanoTime() - begin) / (double) count;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
