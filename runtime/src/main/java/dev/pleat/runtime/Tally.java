package dev.pleat.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * A number that grows, and threads that wait until it has: they spin, since what they wait for is mostly less than a
 * microsecond away, then yield, then park. Nothing is allocated.
 */
final class Tally {

    /** More than any goal. */
    private static final int ALL = Integer.MAX_VALUE / 2;

    /** Looks at the number between looks at the clock. */
    private static final int LOOKS = 64;

    /** How often a thread yields before it parks. */
    private static final int YIELDS = 16;

    /** Where the number lies, in an array twice as long: alone in its cache line, and in the one that is fetched with it. */
    private static final int AT = 32;

    private final AtomicIntegerArray number = new AtomicIntegerArray(2 * AT);
    private final AtomicInteger parked = new AtomicInteger();
    private final AtomicReferenceArray<Thread> sleepers;
    private final long spinNanos;

    /**
     * @param threads how many there are, of which all may wait
     * @param spinNanos how long a thread spins
     */
    Tally(int threads, long spinNanos) {
        sleepers = new AtomicReferenceArray<>(threads);
        this.spinNanos = spinNanos;
    }

    /** Adds one and returns what the number was before. */
    int add() {
        int before = number.getAndIncrement(AT);
        wake();
        return before;
    }

    /** Lets everybody go who waits. */
    void release() {
        number.set(AT, ALL);
        wake();
    }

    /** Begins with 0 again; nobody may wait. */
    void reset() {
        number.set(AT, 0);
    }

    /**
     * Waits until the number is as large as a goal.
     *
     * @param thread which thread it is that waits
     */
    void await(int goal, int thread) {
        if (!spin(goal) && !pause(goal)) {
            park(goal, thread);
        }
    }

    /** Overflow is no harm: a goal is never far away. */
    private boolean reached(int goal) {
        return number.get(AT) - goal >= 0;
    }

    private boolean spin(int goal) {
        if (reached(goal)) {
            return true;
        }
        if (spinNanos == 0) {
            return false;
        }
        long begin = System.nanoTime();
        do {
            for (int i = 0; i < LOOKS; i++) {
                Thread.onSpinWait();
                if (reached(goal)) {
                    return true;
                }
            }
        } while (System.nanoTime() - begin < spinNanos);
        return false;
    }

    @SuppressWarnings("ThreadPriorityCheck") // where cores are fewer than threads, another one needs this core
    private boolean pause(int goal) {
        for (int i = 0; i < YIELDS; i++) {
            Thread.yield();
            if (reached(goal)) {
                return true;
            }
        }
        return false;
    }

    /** Whoever adds looks for sleepers behind it, and a sleeper looks at the number behind its entry: one sees the other. */
    private void park(int goal, int thread) {
        sleepers.set(thread, Thread.currentThread());
        parked.incrementAndGet();
        while (!reached(goal)) {
            LockSupport.park(this);
        }
        parked.decrementAndGet();
        sleepers.set(thread, null);
    }

    private void wake() {
        if (parked.get() == 0) {
            return;
        }
        for (int i = 0; i < sleepers.length(); i++) {
            LockSupport.unpark(sleepers.get(i));
        }
    }
}
