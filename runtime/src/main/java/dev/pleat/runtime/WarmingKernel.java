package dev.pleat.runtime;

/**
 * A kernel on its way through HotSpot's tiers, as its thresholds are by default: the first compiler takes it after 200
 * calls, and measures how it runs; the second after 600 more, if these and the rounds of its loops are 15,000, or after
 * 5,000 calls. Calls that skip their work count as well, so that few have to compute with vectors that are objects still.
 */
final class WarmingKernel {
    private static final int FIRST_CALLS = 250;
    private static final int SECOND_CALLS = 700;
    private static final int SECOND_CALLS_WITHOUT_LOOPS = 5200;
    private static final int SECOND_ROUNDS = 16_000;
    private static final int MOST_REAL_CALLS = 400;

    /** What a vector operation takes at most once it is compiled: one on objects takes ten times as long and more. */
    private static final double COMPILED_NANOS = 4;

    /** What a call and two looks at the clock take. */
    private static final double CALL_NANOS = 300;

    /** When to call it as often again: HotSpot waits for more where it has much to do. */
    private static final long PATIENCE_NANOS = 250_000_000;

    /** When to give up: it then runs as it is. */
    private static final long LIMIT_NANOS = 20_000_000_000L;

    private final ColdKernel kernel;
    private final long begin = System.nanoTime();
    private long called;
    private int stage;
    private boolean done;

    WarmingKernel(ColdKernel kernel) {
        this.kernel = kernel;
    }

    boolean isDone() {
        return done;
    }

    /** Does a piece of the work, some milliseconds at most; returns false if there is nothing to do but wait. */
    boolean work() {
        try {
            return stage == 0 ? first() : stage == 1 ? second() : probe();
        } catch (RuntimeException | Error broken) {
            // Predictions meet the same: it is theirs to tell.
            finish();
            return true;
        }
    }

    private boolean first() {
        kernel.begin();
        for (int i = 0; i < FIRST_CALLS; i++) {
            kernel.call(true);
        }
        stage = 1;
        return false;
    }

    private boolean second() {
        int real = Math.min(MOST_REAL_CALLS, SECOND_ROUNDS / kernel.rounds() + 20);
        for (int i = 0; i < real; i++) {
            kernel.call(false);
        }
        int calls = real * kernel.rounds() >= SECOND_ROUNDS ? SECOND_CALLS : SECOND_CALLS_WITHOUT_LOOPS;
        for (int i = 0; i < calls; i++) {
            kernel.call(true);
        }
        called = System.nanoTime();
        stage = 2;
        return true;
    }

    private boolean probe() {
        if (isFast() && isFast() || System.nanoTime() - begin > LIMIT_NANOS) {
            finish();
            return true;
        }
        if (System.nanoTime() - called > PATIENCE_NANOS) {
            stage = 1;
        }
        return false;
    }

    private boolean isFast() {
        long before = System.nanoTime();
        kernel.call(false);
        return System.nanoTime() - before < CALL_NANOS + COMPILED_NANOS * kernel.operations();
    }

    private void finish() {
        kernel.end();
        done = true;
    }
}
