package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that compute together: what they read, who waits, and what it costs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TeamTest {

    private static final String NAME = "pleat-team-";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void theResultIsThatOfOneThread(int threads) {
        try (Team team = Team.of(threads)) {
            assertThat(team.threads()).isEqualTo(threads);
            Scratch memory = new Scratch(2 * Mixing.N, 0, team);
            float[] expected = Mixing.expected();
            for (int i = 0; i < 500; i++) {
                assertThat(Mixing.predicted(memory)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void workOfTheCallerIsDivided(int threads) {
        try (Team team = Team.of(threads)) {
            int[] done = new int[10];
            for (int i = 0; i < 100; i++) {
                team.run(part -> {
                    for (int item = part.from(10); item < part.to(10); item++) {
                        done[item]++;
                    }
                });
            }
            assertThat(done).containsOnly(100);
            assertThatThrownBy(() -> team.run(part -> {
                        throw new IllegalStateException("of the work");
                    }))
                    .hasMessage("of the work");
            Mixing.assertRight(team);
        }
    }

    @Test
    void workAreasLieApart() {
        try (Team team = Team.of(3)) {
            Scratch memory = new Scratch(100, 20, team);
            float[] s = memory.floats(100, 20);
            Step step = (floats, part) -> Arrays.fill(floats, 80 + part.area(), 100 + part.area(), 1 + part.from(3));
            memory.run(new Step[] {step}, new boolean[] {true});
            assertThat(s).hasSize(140);
            for (int i = 80; i < 140; i++) {
                assertThat(s[i]).isEqualTo(1 + (i - 80) / 20);
            }
        }
    }

    @Test
    void memoryOfAnotherModelIsRefused() {
        try (Team team = Team.of(2)) {
            Scratch memory = new Scratch(100, 20, team);
            assertThatThrownBy(() -> memory.floats(101, 20)).hasMessageContaining("needs 121");
            assertThatThrownBy(() -> memory.floats(90, 32)).hasMessageContaining("newScratch()");
            assertThat(memory.floats(90, 16)).hasSize(120);
        }
    }

    @Test
    void predictionsAtOnceTakeTurns() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        predictAtOnce(callers);
        callers.shutdown();
    }

    @Test
    void virtualThreadsMayCall() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "there are no virtual threads before JDK 21");
        predictAtOnce((ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
    }

    private static void predictAtOnce(ExecutorService callers) throws Exception {
        float[] expected = Mixing.expected();
        try (Team team = Team.of(2)) {
            List<Future<?>> predictions = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                predictions.add(callers.submit(() -> {
                    Scratch memory = new Scratch(2 * Mixing.N, 0, team);
                    for (int i = 0; i < 200; i++) {
                        assertThat(Mixing.predicted(memory)).isEqualTo(expected);
                    }
                }));
            }
            for (Future<?> prediction : predictions) {
                prediction.get();
            }
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anIdleTeamParksAndWakesAgain() {
        List<Thread> before = threads();
        List<Thread> others = new ArrayList<>();
        try (Team team = Team.of(3)) {
            others.addAll(threads());
            others.removeAll(before);
            assertThat(others).hasSize(2).allMatch(Thread::isDaemon);
            for (int i = 0; i < 3; i++) {
                Mixing.assertRight(team);
                awaitState(others, Thread.State.WAITING);
            }
        }
        awaitState(others, Thread.State.TERMINATED);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(NAME))
                .toList();
    }

    /** Ends by the test's timeout if it never comes. */
    private static void awaitState(List<Thread> threads, Thread.State state) {
        while (!threads.stream().allMatch(thread -> thread.getState() == state)) {
            sleep(1);
        }
    }

    @Test
    void nothingIsAllocated() {
        ThreadMXBean beans = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(beans.isThreadAllocatedMemorySupported() && beans.isThreadAllocatedMemoryEnabled());
        List<Thread> before = threads();
        try (Team team = Team.of(2)) {
            List<Thread> all = new ArrayList<>(threads());
            all.removeAll(before);
            all.add(Thread.currentThread());
            long[] ids = all.stream().mapToLong(Thread::getId).toArray();
            Scratch memory = new Scratch(2 * Mixing.N, 0, team);
            Step step = (s, part) -> Mixing.mix(s, 0, Mixing.N, part);
            Step[] steps = {step, step};
            boolean[] divided = {true, true};
            Runnable run = () -> memory.run(steps, divided);
            // The look at the counters allocates itself.
            assertThat(leastAllocated(beans, ids, 100, run)).isEqualTo(leastAllocated(beans, ids, 0, run));
        }
    }

    private static long leastAllocated(ThreadMXBean beans, long[] ids, int runs, Runnable run) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 50; round++) {
            long begin = sum(beans.getThreadAllocatedBytes(ids));
            for (int i = 0; i < runs; i++) {
                run.run();
            }
            least = Math.min(least, sum(beans.getThreadAllocatedBytes(ids)) - begin);
        }
        return least;
    }

    private static long sum(long[] bytes) {
        return Arrays.stream(bytes).sum();
    }
}
