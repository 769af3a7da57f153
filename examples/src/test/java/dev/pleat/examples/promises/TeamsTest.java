package dev.pleat.examples.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.Team;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several threads compute one prediction: what one thread computes, bit for bit, and without allocating. */
final class TeamsTest {

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final int RUNS = 100;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Subject> subjects() {
        return Subject.all();
    }

    /** Returns models whose steps are large enough to be divided. */
    static Stream<Subject> large() {
        return Subject.all().filter(s -> s.toString().matches("(VisualWakeWords|ImageClassification)Model"));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void computeTheSame(Subject subject) {
        for (int count = 2; count <= 3; count++) {
            try (Team team = Team.of(count)) {
                Scratch memory = subject.model().newScratch(team);
                for (int seed : new int[] {1, 2, 1}) {
                    Map<String, float[]> inputs = subject.inputs(seed);
                    Map<String, float[]> expected =
                            subject.predictIn(subject.model().newScratch(), inputs);
                    Map<String, float[]> outputs = subject.newOutputs();
                    subject.model().predict(memory, inputs, outputs);
                    assertSame(expected, outputs);
                    assertSame(expected, subject.predictIn(memory, inputs));
                }
            }
        }
    }

    private static void assertSame(Map<String, float[]> expected, Map<String, float[]> outputs) {
        expected.forEach((name, values) -> assertThat(outputs.get(name)).isEqualTo(values));
    }

    @ParameterizedTest
    @MethodSource("large")
    void allocateNothing(Subject subject) {
        assumeTrue(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled());
        try (Team team = Team.of(2)) {
            long[] ids = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread ->
                            thread == Thread.currentThread() || thread.getName().startsWith("pleat-team-"))
                    .mapToLong(Thread::getId)
                    .toArray();
            assertThat(ids).hasSizeGreaterThanOrEqualTo(2);
            Scratch memory = subject.model().newScratch(team);
            Map<String, float[]> inputs = subject.inputs(1);
            Map<String, float[]> outputs = subject.newOutputs();
            long begin = System.nanoTime();
            long bytes;
            do {
                // The look at the counters allocates itself.
                long own = -allocated(ids) + allocated(ids);
                bytes = -allocated(ids);
                for (int i = 0; i < RUNS; i++) {
                    subject.model().predict(memory, inputs, outputs);
                }
                bytes += allocated(ids) - own;
            } while (bytes > 0 && System.nanoTime() - begin < PATIENCE_NANOS);

            assertThat(bytes).as("bytes in %d predictions of %s", RUNS, subject).isLessThanOrEqualTo(0);
        }
    }

    private long allocated(long[] ids) {
        return Arrays.stream(threads.getThreadAllocatedBytes(ids)).sum();
    }
}
