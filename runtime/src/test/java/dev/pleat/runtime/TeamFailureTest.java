package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** What a team does when its work fails, when it is interrupted or misused, and when it ends. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TeamFailureTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void workMustNotUseItsTeam(int thread) {
        try (Team team = Team.of(2)) {
            Scratch memory = new Scratch(2 * Mixing.N, 0, team);
            List<Runnable> uses = List.of(() -> Mixing.predicted(memory), () -> team.run(part -> {}), team::close);
            for (Runnable use : uses) {
                assertThatThrownBy(() -> team.run(part -> {
                            if (part.from(2) == thread) {
                                use.run();
                            }
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("cannot use the team itself");
            }
            Mixing.assertRight(team);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatAThreadThrowsReachesTheCaller(int thread) {
        try (Team team = Team.of(3)) {
            Scratch memory = new Scratch(2 * Mixing.N, 0, team);
            Step failing = (s, part) -> {
                if (part.from(3) == thread) {
                    throw new ArithmeticException("of thread " + thread);
                }
                part.await();
            };
            Step[] steps = {Mixing.STEPS[0], failing, Mixing.STEPS[1], Mixing.STEPS[2]};
            boolean[] divided = {true, true, true, true};
            for (int i = 0; i < 50; i++) {
                assertThatThrownBy(() -> memory.run(steps, divided))
                        .isInstanceOf(ArithmeticException.class)
                        .hasMessage("of thread " + thread);
                Mixing.assertRight(team);
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
            Mixing.assertRight(team);
        }
    }

    @Test
    void aClosedTeamRefusesToWork() {
        Team team = Team.of(2);
        Scratch memory = new Scratch(2 * Mixing.N, 0, team);
        team.close();
        team.close();
        assertThatThrownBy(() -> memory.run(Mixing.STEPS, Mixing.DIVIDED))
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
            Mixing.assertRight(team);
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
