package dev.pleat.benchmarks.engine;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Times the layers within a running model. */
final class LayerTimes {
    private static final int LEAST = 5;

    private LayerTimes() {}

    /**
     * Returns {@code name nanos} for each layer: the median of its time over groups of predictions.
     *
     * @param session the session
     * @param millis how long to predict
     * @return the names and times, with blanks between
     */
    static String measure(Session session, long millis) {
        List<String> layers = session.layers();
        if (layers.isEmpty()) {
            throw new UnsupportedOperationException("this engine's layers cannot be timed");
        }
        long[][] samples = new long[LEAST][layers.size()];
        int[] counts = new int[LEAST];
        session.predictTimed(new long[layers.size()]);
        for (int group = 0; group < LEAST; group++) {
            long begin = System.nanoTime();
            do {
                session.predictTimed(samples[group]);
                counts[group]++;
            } while (System.nanoTime() - begin < millis * 1_000_000 / LEAST);
        }
        StringJoiner answer = new StringJoiner(" ");
        for (int layer = 0; layer < layers.size(); layer++) {
            double[] means = new double[LEAST];
            for (int group = 0; group < LEAST; group++) {
                means[group] = samples[group][layer] / (double) counts[group];
            }
            Arrays.sort(means);
            answer.add(layers.get(layer) + " " + means[LEAST / 2]);
        }
        return answer.toString();
    }
}
