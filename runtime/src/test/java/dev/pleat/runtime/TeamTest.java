package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that compute together: what they read, who throws, who waits, and how it ends. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TeamTest {

    private static final int N = 1000;

    private static final String NAME = "pleat-team-";

    /** Each element becomes a sum of elements that other parts wrote: the second step reads what the first one wrote. */
    private static final Step[] MIXING = {
        (s, part) -> mix(s, 0, N, part), (s, part) -> mix(s, N, 0, part), TeamTest::inTwoPhases, TeamTest::alone
    };

    private static final boolean[] DIVIDED = {true, true, true, false};

    private static void mix(float[] s, int x, int y, Part part) {
        for (int i = part.from(N); i < part.to(N); i++) {
            s[y + i] = s[x + i] + s[x + N - 1 - i] / 3 + s[x + (i * 37) % N] / 7;
        }
    }

    private static void inTwoPhases(float[] s, Part part) {
        mix(s, 0, N, part);
        part.await();
        mix(s, N, 0, part);
    }

    private static void alone(float[] s, Part part) {
        assertThat(Thread.currentThread().getName()).doesNotStartWith(NAME);
        assertThat(part.isFirst()).isTrue();
        s[0] += s[N - 1];
    }

    private static float[] expected() {
        return predicted(new Scratch(2 * N));
    }

    private static float[] predicted(Scratch memory) {
        float[] s = memory.floats(2 * N, 0);
        for (int i = 0; i < 2 * N; i++) {
            s[i] = (i * 31 % 17 - 8) / 16f;
        }
        memory.run(MIXING, DIVIDED);
        return s.clone();
    }

    private static void assertRight(Team team) {
        assertThat(predicted(new Scratch(2 * N, 0, team))).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void theResultIsThatOfOneThread(int threads) {
        try (Team team = Team.of(threads)) {
            assertThat(team.threads()).isEqualTo(threads);
            Scratch memory = new Scratch(2 * N, 0, team);
            float[] expected = expected();
            for (int i = 0; i < 500; i++) {
                assertThat(predicted(memory)).isEqualTo(expected);
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
            assertRight(team);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void workMustNotUseItsTeam(int thread) {
        try (Team team = Team.of(2)) {
            Scratch memory = new Scratch(2 * N, 0, team);
            List<Runnable> uses = List.of(() -> predicted(memory), () -> team.run(part -> {}), team::close);
            for (Runnable use : uses) {
                assertThatThrownBy(() -> team.run(part -> {
                            if (part.from(2) == thread) {
                                use.run();
                            }
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("cannot use the team itself");
            }
            assertRight(team);
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

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatAThreadThrowsReachesTheCaller(int thread) {
        try (Team team = Team.of(3)) {
            Scratch memory = new Scratch(2 * N, 0, team);
            Step failing = (s, part) -> {
                if (part.from(3) == thread) {
                    throw new ArithmeticException("of thread " + thread);
                }
                part.await();
            };
            Step[] steps = {MIXING[0], failing, MIXING[1], MIXING[2]};
            boolean[] divided = {true, true, true, true};
            for (int i = 0; i < 50; i++) {
                assertThatThrownBy(() -> memory.run(steps, divided))
                        .isInstanceOf(ArithmeticException.class)
                        .hasMessage("of thread " + thread);
                assertRight(team);
            }
        }
    }

    @Test
    void errorsReachTheCallerToo() {
        try (Team team = Team.of(2)) {
            Scratch memory = new Scratch(1, 0, team);
            Step failing = (s, part) -> {
                throw new StackOverflowError("of all threads");
            };
            assertThatThrownBy(() -> memory.run(new Step[] {failing, failing}, new boolean[] {true, true}))
                    .isInstanceOf(StackOverflowError.class);
            assertRight(team);
        }
    }

    @Test
    void aClosedTeamRefusesToWork() {
        Team team = Team.of(2);
        Scratch memory = new Scratch(2 * N, 0, team);
        team.close();
        team.close();
        assertThatThrownBy(() -> memory.run(MIXING, DIVIDED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the team is closed");
    }

    @Test
    void closingWaitsForThePrediction() throws Exception {
        Team team = Team.of(2);
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        Step waiting = (s, part) -> {
            begun.countDown();
            awaitUninterruptibly(goOn);
            s[part.from(2)] = 1;
        };
        Scratch memory = new Scratch(2, 0, team);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> prediction = threads.submit(() -> memory.run(new Step[] {waiting}, new boolean[] {true}));
        begun.await();
        Future<?> closing = threads.submit(team::close);
        assertThat(closing.isDone()).isFalse();
        goOn.countDown();
        prediction.get();
        closing.get();
        assertThat(memory.floats(2, 0)).containsExactly(1, 1);
        threads.shutdown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void atLeastOneThread() {
        assertThatThrownBy(() -> Team.of(0)).isInstanceOf(IllegalArgumentException.class);
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
        float[] expected = expected();
        try (Team team = Team.of(2)) {
            List<Future<?>> predictions = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                predictions.add(callers.submit(() -> {
                    Scratch memory = new Scratch(2 * N, 0, team);
                    for (int i = 0; i < 200; i++) {
                        assertThat(predicted(memory)).isEqualTo(expected);
                    }
                }));
            }
            for (Future<?> prediction : predictions) {
                prediction.get();
            }
        }
    }

    @Test
    void anInterruptIsLeftToTheCaller() {
        try (Team team = Team.of(2)) {
            // So long that the caller would park.
            Step slow = (s, part) -> {
                if (!part.isFirst()) {
                    sleep(20);
                }
            };
            Thread.currentThread().interrupt();
            new Scratch(1, 0, team).run(new Step[] {slow, slow}, new boolean[] {true, true});
            assertThat(Thread.interrupted()).isTrue();
            assertRight(team);
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
        try (Team team = Team.of(3)) {
            List<Thread> others = new ArrayList<>(threads());
            others.removeAll(before);
            assertThat(others).hasSize(2).allMatch(Thread::isDaemon);
            for (int i = 0; i < 3; i++) {
                assertRight(team);
                awaitState(others, Thread.State.WAITING);
            }
            team.close();
            awaitState(others, Thread.State.TERMINATED);
        }
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
            Scratch memory = new Scratch(2 * N, 0, team);
            Step step = (s, part) -> mix(s, 0, N, part);
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
