package dev.pleat.benchmarks.engine;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/** A process that measures how soon an engine predicts, and how soon it is at its best. */
public final class FirstPredictions {
    private static final int MOST = 1 << 22;
    private static final int COLD = 200;
    private static final int WINDOW = 20;

    private final long[] ends;
    private final int count;
    private final long begin;

    private FirstPredictions(long begin, long[] ends, int count) {
        this.begin = begin;
        this.ends = ends;
        this.count = count;
    }

    /**
     * Predicts for some seconds. Prints {@code @first} as soon as there is an output, and at the end {@code @ok} with
     * the milliseconds from the beginning of {@code main} until predictions take at most 1/0.9 of what they take at the
     * end; the median of those in microseconds; how many times that the slowest twenty after the first 200 took; and the
     * milliseconds from the beginning of {@code main} to the first prediction.
     *
     * @param args the model, the folder with its file, and the seconds
     * @throws Exception if the engine cannot predict
     */
    public static void main(String[] args) throws Exception {
        long begin = System.nanoTime();
        PrintStream answers = Worker.claimOutput();
        Session session = Worker.engine().open(Task.of(args[0], 1, 1, Path.of(args[1])));
        session.predict();
        answers.println("@first " + session.output()[0]);
        long[] ends = new long[MOST];
        ends[0] = System.nanoTime();
        int count = 1;
        long limit = begin + (long) (Double.parseDouble(args[2]) * 1e9);
        while (count < MOST && ends[count - 1] < limit) {
            session.predict();
            ends[count++] = System.nanoTime();
        }
        answers.println("@ok " + new FirstPredictions(begin, ends, count));
        // Threads of an engine may never end.
        Runtime.getRuntime().halt(0);
    }

    private long median(int from, int to) {
        long[] nanos = new long[to - from];
        for (int i = from; i < to; i++) {
            nanos[i - from] = ends[i] - ends[i - 1];
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    @Override
    public String toString() {
        double first = (ends[0] - begin) / 1e6;
        if (count < 4) {
            return "0 0 0 " + first;
        }
        long steady = median(Math.max(1, count - Math.max(3, count / 4)), count);
        int window = Math.max(1, Math.min(WINDOW, count / 10));
        double reached = 0;
        for (int i = 1; i + window <= count && reached == 0; i += window) {
            if (0.9 * median(i, i + window) <= steady) {
                reached = (ends[i] - begin) / 1e6;
            }
        }
        double worst = 0;
        for (int i = COLD + 1; i + WINDOW <= count; i += WINDOW) {
            worst = Math.max(worst, median(i, i + WINDOW) / (double) steady);
        }
        return reached + " " + steady / 1e3 + " " + worst + " " + first;
    }
}
