package dev.pleat.cli;

import dev.pleat.runtime.Simd;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures the most multiply-adds of float32 that this machine does in a second, one counted as two operations. */
final class Peak {
    private static final int ROUNDS = 2000;
    private static final int CALLS = 10;
    private static final long LEAST = 800_000_000L;
    private static final long MOST = 10_000_000_000L;
    private static final double GAIN = 1.05;

    private Peak() {}

    /** Returns GFLOP/s of vector code, or of scalar code where that is what runs. */
    static double measure() {
        if (!Simd.AVAILABLE) {
            return scalar();
        }
        float[] data = new float[VectorPeak.CHAINS * Simd.LANES];
        Runnable run = Simd.FMA ? () -> VectorPeak.run(data, ROUNDS) : () -> VectorPeak.runApart(data, ROUNDS);
        return best(run, 2.0 * VectorPeak.CHAINS * Simd.LANES);
    }

    /** Returns GFLOP/s of several threads at once. */
    static double measure(int threads) throws Exception {
        if (threads == 1) {
            return measure();
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Double>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(Peak::measure);
            }
            double sum = 0;
            for (Future<Double> each : pool.invokeAll(tasks)) {
                sum += each.get();
            }
            return sum;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Returns GFLOP/s of scalar code. */
    static double scalar() {
        float[] data = new float[12];
        data[10] = 0.5f;
        data[11] = 1;
        return best(() -> ScalarPeak.run(data, ROUNDS), 2.0 * ScalarPeak.CHAINS);
    }

    /** Measures until nothing has become faster for a while: where HotSpot is busy, its code for this comes late. */
    private static double best(Runnable run, double operationsOfRound) {
        double best = 0;
        long now = System.nanoTime();
        long last = now + MOST;
        long end = now + LEAST;
        do {
            long begin = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                run.run();
            }
            now = System.nanoTime();
            double speed = operationsOfRound * ROUNDS * CALLS / (now - begin);
            if (speed > GAIN * best) {
                end = Math.min(last, now + LEAST);
            }
            best = Math.max(best, speed);
        } while (now < end);
        return best;
    }
}
