package dev.pleat.cli;

import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.StepTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Measures a model: callers in threads of their own that share it, each predicting as fast as it can.
 *
 * @param threads how many callers
 */
record Stopwatch(CompiledModel model, int threads) {
    private static final double SECOND = 1e9;

    /**
     * What was measured.
     *
     * @param sorted times of single predictions in nanoseconds, sorted
     * @param predictions how many in all
     * @param seconds how long it took
     */
    record Result(long[] sorted, long predictions, double seconds) {
        double median() {
            return Latencies.quantile(sorted, 0.5);
        }

        double p99() {
            return Latencies.quantile(sorted, 0.99);
        }

        double perSecond() {
            return predictions / seconds;
        }
    }

    /** Predicts for a while. */
    Result run(double seconds, Progress progress) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long begin = System.nanoTime();
            List<Future<Latencies>> callers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                boolean shown = i == 0;
                callers.add(pool.submit(() -> predict(begin, seconds, shown ? progress : null)));
            }
            List<Latencies> all = new ArrayList<>();
            for (Future<Latencies> caller : callers) {
                all.add(caller.get());
            }
            double took = (System.nanoTime() - begin) / SECOND;
            long[] sorted = all.stream()
                    .map(Latencies::sorted)
                    .flatMapToLong(LongStream::of)
                    .sorted()
                    .toArray();
            return new Result(sorted, all.stream().mapToLong(Latencies::seen).sum(), took);
        } finally {
            pool.shutdownNow();
        }
    }

    private Latencies predict(long begin, double seconds, Progress progress) {
        Workload workload = new Workload(model);
        Latencies latencies = new Latencies();
        long end = begin + (long) (seconds * SECOND);
        long before = System.nanoTime();
        do {
            workload.predict();
            long after = System.nanoTime();
            latencies.add(after - before);
            before = after;
            if (progress != null && latencies.seen() % 64 == 0) {
                progress.to((after - begin) / 1_000_000);
            }
        } while (before < end);
        return latencies;
    }

    /** Returns the median time of each step in nanoseconds. */
    double[] steps(double seconds) {
        Workload workload = new Workload(model);
        StepTimes times = new StepTimes();
        int steps = model.steps().size();
        Latencies[] latencies = new Latencies[steps];
        Arrays.setAll(latencies, step -> new Latencies());
        // The measuring form of predict is compiled anew: its first runs do not count.
        long begin = System.nanoTime() + (long) (seconds * SECOND / 2);
        long end = begin + (long) (seconds * SECOND);
        long now;
        do {
            workload.predict(times);
            now = System.nanoTime();
            for (int step = 0; step < steps && now >= begin; step++) {
                latencies[step].add(times.nanos(step));
            }
        } while (now < end);
        return Arrays.stream(latencies)
                .mapToDouble(step -> Latencies.quantile(step.sorted(), 0.5))
                .toArray();
    }
}
