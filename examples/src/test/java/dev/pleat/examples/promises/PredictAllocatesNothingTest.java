package dev.pleat.examples.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts the bytes that {@code predict} into arrays allocates: none, once HotSpot has compiled it.
 *
 * <p>Before that, vectors are objects. The warm-up ends at the first 100 predictions in a row that allocated nothing; at
 * the latest when 20,000 predictions were made and 30 seconds are over.
 */
final class PredictAllocatesNothingTest {

    private static final int WARM_UP = 20_000;
    private static final long WARM_UP_NANOS = 30_000_000_000L;
    private static final int RUNS = 100;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Subject> subjects() {
        return Subject.all();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void afterWarmUp(Subject subject) {
        assumeTrue(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled());
        Map<String, float[]> inputs = subject.inputs(1);
        Map<String, float[]> outputs = subject.newOutputs();
        long begin = System.nanoTime();
        long bytes;
        int calls = 0;
        do {
            bytes = allocated(subject, inputs, outputs);
            calls += RUNS;
        } while (bytes > 0 && (calls < WARM_UP || System.nanoTime() - begin < WARM_UP_NANOS));

        int warmUp = calls - RUNS;
        double seconds = (System.nanoTime() - begin) / 1e9;
        long perCall = bytes / RUNS;
        System.getLogger("dev.pleat.examples")
                .log(
                        System.Logger.Level.DEBUG,
                        () -> "%s: %d bytes per call after %d calls, %.1f s"
                                .formatted(subject, perCall, warmUp, seconds));
        assertThat(bytes).as("bytes in %d predictions of %s", RUNS, subject).isZero();
    }

    private long allocated(Subject subject, Map<String, float[]> inputs, Map<String, float[]> outputs) {
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < RUNS; i++) {
            subject.model().predict(inputs, outputs);
        }
        return threads.getThreadAllocatedBytes(id) - before;
    }
}
