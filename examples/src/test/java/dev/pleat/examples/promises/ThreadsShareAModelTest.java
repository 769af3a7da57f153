package dev.pleat.examples.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lets threads predict with one model at the same time and checks every result, bit for bit. */
final class ThreadsShareAModelTest {

    private static final int THREADS = 8;
    private static final int SAMPLES = 16;
    private static final long NANOS = 2_000_000_000L;

    static Stream<Subject> subjects() {
        return Subject.all().filter(s -> s.toString().matches("(Driver|ImageClassification|Channels26)Model"));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void eightThreads(Subject subject) throws Exception {
        run(subject, Executors.newFixedThreadPool(THREADS), THREADS, NANOS);
    }

    @Test
    void virtualThreads() throws Exception {
        boolean virtual = Runtime.version().feature() >= 21;
        assumeTrue(virtual, "skipped: there are no virtual threads before JDK 21");
        ExecutorService executor = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        run(Subject.driver(), executor, 100, NANOS);
    }

    private static void run(Subject subject, ExecutorService executor, int threads, long nanos) throws Exception {
        List<Map<String, float[]>> inputs = new ArrayList<>();
        List<Map<String, float[]>> expected = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            inputs.add(subject.inputs(i));
            expected.add(subject.predictIn(subject.model().newScratch(), inputs.get(i)));
        }
        List<Future<Integer>> results = new ArrayList<>();
        long end = System.nanoTime() + nanos;
        for (int t = 0; t < threads; t++) {
            int first = t;
            results.add(executor.submit(() -> predict(subject, inputs, expected, first, end)));
        }
        assertAll(results);
        executor.shutdown();
    }

    private static void assertAll(List<Future<Integer>> results) throws InterruptedException, ExecutionException {
        for (Future<Integer> result : results) {
            assertThat(result.get()).as("predictions of a thread").isPositive();
        }
    }

    /** Predicts until the time is over and returns how often. */
    private static int predict(
            Subject subject,
            List<Map<String, float[]>> inputs,
            List<Map<String, float[]>> expected,
            int first,
            long end) {
        Map<String, float[]> outputs = subject.newOutputs();
        int count = 0;
        do {
            int sample = (first + count) % SAMPLES;
            subject.model().predict(inputs.get(sample), outputs);
            expected.get(sample).forEach((name, values) -> {
                if (!Arrays.equals(values, outputs.get(name))) {
                    throw new AssertionError(subject + " gave another '" + name + "' for sample " + sample);
                }
            });
            count++;
        } while (System.nanoTime() < end);
        return count;
    }
}
