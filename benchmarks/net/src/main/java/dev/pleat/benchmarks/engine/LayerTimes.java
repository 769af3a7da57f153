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
     * Returns {@code name nanos} for each layer, and before them the time of a whole prediction that is not timed within.
     * Groups of predictions take turns, timed within and not; of both kinds the fastest group counts, since what else goes
     * on in a machine only adds time.
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
        double whole = Double.MAX_VALUE;
        double[] within = timed(layers.size());
        for (int group = 0; group < GROUPS; group++) {
            whole = Math.min(whole, untimed());
            double[] means = timed(layers.size());
            if (Arrays.stream(means).sum() < Arrays.stream(within).sum()) {
                within = means;
            }
        }
        StringJoiner answer = new StringJoiner(" ").add(String.valueOf(whole));
        for (int layer = 0; layer < within.length; layer++) {
            answer.add(layers.get(layer) + " " + within[layer]);
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
}
