package dev.pleat.runtime;

/**
 * A kernel on its way through HotSpot's tiers, as its thresholds are by default: the first compiler takes it after 200
 * calls, and measures how it runs; the second after 600 more if these and the rounds of its loops are 15,000, or several
 * times as many where it has much to do. Calls that skip their work count as well, so that only some have to compute with
 * vectors that are objects still. They must not be too many: the second compiler keeps the sums of loops that seem to be
 * hardly ever reached in memory (a depthwise kernel took 116 us instead of 66 when 30 of 6,000 calls were real).
 */
final class WarmingKernel {
    private static final int FIRST_CALLS = 250;
    private static final int SECOND_CALLS = 800;

    /** Calls and rounds of loops. */
    private static final int SECOND_COUNT = 20_000;

    /** Calls that suffice whatever the rounds. */
    private static final int MOST_CALLS = 5500;

    /**
     * Calls from which HotSpot learns how the kernel runs, at least; and what they may take if they are more. Their vectors
     * are objects, whose lanes are computed by lambdas: hot, these take the second compiler's time.
     */
    private static final int REAL_CALLS = 24;

    private static final long REAL_NANOS = 1_000_000;

    /** When to give way to other kernels. */
    private static final long SLICE_NANOS = 5_000_000;

    /** Calls between two looks whether the second compiler is done. */
    private static final int PROBE_CALLS = 60;

    /** What a vector operation takes at most once the second compiler is done: one on objects takes ten times as long. */
    private static final double COMPILED_NANOS = 4;

    /** What it takes at most once the first compiler is done. */
    private static final double OBJECT_NANOS = 400;

    /** What a call and two looks at the clock take. */
    private static final double CALL_NANOS = 300;

    /** How often to look whether the first compiler is done, a millisecond each. */
    private static final int PATIENCE = 40;

    /** When to give up: the kernel then runs as it is. */
    private static final long LIMIT_NANOS = 20_000_000_000L;

    private final ColdKernel kernel;
    private final long begin = System.nanoTime();
    private int stage;
    private int realCalls;
    private long realNanos;
    private int slowCalls;
    private int calls;
    private int count;
    private boolean done;

    WarmingKernel(ColdKernel kernel) {
        this.kernel = kernel;
    }

    boolean isDone() {
        return done;
    }

    /** Returns whether it has been called often enough for the second compiler. */
    boolean isQueued() {
        return stage == 2;
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
        skip(FIRST_CALLS);
        stage = 1;
        return false;
    }

    private boolean second() {
        if (realCalls == 0 && slowCalls < PATIENCE && !isWithin(OBJECT_NANOS)) {
            slowCalls++;
            return false;
        }
        long before = System.nanoTime();
        while ((calls < SECOND_CALLS || count < SECOND_COUNT) && calls < MOST_CALLS) {
            calls++;
            long now = System.nanoTime();
            if (now - before > SLICE_NANOS) {
                return true;
            }
            if (realCalls < REAL_CALLS || realNanos < REAL_NANOS) {
                kernel.call(false);
                realCalls++;
                realNanos += System.nanoTime() - now;
                count += 1 + kernel.rounds();
            } else {
                kernel.call(true);
                count += 1 + ColdKernel.SKIPPED_ROUNDS;
            }
        }
        stage = 2;
        return true;
    }

    private boolean probe() {
        if (isCompiled() || System.nanoTime() - begin > LIMIT_NANOS) {
            finish();
            return true;
        }
        skip(PROBE_CALLS);
        return false;
    }

    /** Returns whether it is as fast as it can only be once it is compiled, twice in a row. */
    private boolean isCompiled() {
        boolean first = isWithin(COMPILED_NANOS);
        return first && isWithin(COMPILED_NANOS);
    }

    private void skip(int calls) {
        for (int i = 0; i < calls; i++) {
            kernel.call(true);
        }
    }

    /** Calls the kernel and returns whether it took at most so long for each operation. */
    private boolean isWithin(double nanos) {
        long before = System.nanoTime();
        kernel.call(false);
        return System.nanoTime() - before < CALL_NANOS + nanos * kernel.operations();
    }

    private void finish() {
        kernel.end();
        done = true;
    }
}
