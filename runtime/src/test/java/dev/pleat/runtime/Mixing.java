package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

/** Steps of which each reads what other threads wrote in the one before, and what one thread makes of them. */
final class Mixing {

    static final int N = 1000;

    /** Each element becomes a sum of elements that other parts wrote: the second step reads what the first one wrote. */
    static final Step[] STEPS = {
        (s, part) -> mix(s, 0, N, part), (s, part) -> mix(s, N, 0, part), Mixing::inTwoPhases, Mixing::alone
    };

    static final boolean[] DIVIDED = {true, true, true, false};

    static void mix(float[] s, int x, int y, Part part) {
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
        assertThat(Thread.currentThread().getName()).doesNotStartWith("pleat-team-");
        assertThat(part.isFirst()).isTrue();
        s[0] += s[N - 1];
    }

    static float[] expected() {
        return predicted(new Scratch(2 * N));
    }

    static float[] predicted(Scratch memory) {
        float[] s = memory.floats(2 * N, 0);
        for (int i = 0; i < 2 * N; i++) {
            s[i] = (i * 31 % 17 - 8) / 16f;
        }
        memory.run(STEPS, DIVIDED);
        return s.clone();
    }

    static void assertRight(Team team) {
        assertThat(predicted(new Scratch(2 * N, 0, team))).isEqualTo(expected());
    }

    private Mixing() {}
}
