package dev.pleat.runtime;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A few threads that compute one prediction together: the caller's, and others that wait for it.
 *
 * <pre>{@code
 * try (Team team = Team.of(2)) {
 *     Scratch memory = model.newScratch(team);
 *     model.predict(memory, image, 0, result, 0); // as often as you like
 * }
 * }</pre>
 *
 * <p>Results are those of one thread, bit for bit. Threads meet behind every step of a model; they spin to do so, and a
 * while longer when a prediction is done, then park: a team that nobody uses costs nothing but its memory. Give a team no
 * more threads than there are cores that have nothing else to do; with more it is slower than one thread, but still right.
 * Predictions at once on one team take turns, each with a {@link Scratch} of its own. One team may serve any number of models.
 * What a step throws, whichever thread runs it, reaches the caller, and the team goes on. Interrupts are left to the caller.
 *
 * <p>Its threads are daemons; close a team to end them.
 */
public final class Team implements AutoCloseable {

    /** How long a thread of a team spins that has nothing to do: as long as it takes to wake one, about. */
    private static final long IDLE_NANOS = 50_000;

    /** How long it spins within a prediction, where waking it would cost more than the wait mostly does. */
    private static final long BUSY_NANOS = 200_000;

    private static final Step[] NOTHING = {};
    private static final boolean[] UNDIVIDED = {};
    private static final float[] NO_MEMORY = {};
    private static final Part[] NOBODY = {};

    /** Tells a thread that another one failed. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("another thread of the team failed", null, false, false);
        }
    }

    private final int threads;
    private final ReentrantLock inUse = new ReentrantLock();
    private final Tally turns;
    private final Tally arrivals;
    private final Tally finished;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private boolean closed;

    // What the others run at their next turn; written before a turn begins, read behind.
    private Step[] steps = NOTHING;
    private boolean[] divided = UNDIVIDED;
    private float[] s = NO_MEMORY;
    private Part[] parts = NOBODY;

    private Team(int threads) {
        this.threads = threads;
        boolean cores = threads <= Runtime.getRuntime().availableProcessors();
        turns = new Tally(threads, cores ? IDLE_NANOS : 0);
        arrivals = new Tally(threads, cores ? BUSY_NANOS : 0);
        finished = new Tally(threads, cores ? BUSY_NANOS : 0);
    }

    /**
     * Starts a team.
     *
     * @param threads how many compute, with the caller's, from 1
     * @return the team
     * @throws IllegalArgumentException if there is not one thread
     */
    public static Team of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a team has at least 1 thread, not " + threads);
        }
        Team team = new Team(threads);
        for (int i = 1; i < threads; i++) {
            int index = i;
            Thread thread = new Thread(null, () -> team.serve(index), "pleat-team-" + index, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
        }
        return team;
    }

    /** Returns how many threads compute, with the caller's. */
    public int threads() {
        return threads;
    }

    /**
     * Runs steps on all threads and returns when they are done.
     *
     * @param divided which of the steps all threads run; the others are the caller's
     * @param parts one for each thread
     * @throws IllegalStateException if the team is closed
     */
    void run(Step[] steps, boolean[] divided, float[] s, Part[] parts) {
        inUse.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the team is closed");
            }
            arrivals.reset();
            finished.reset();
            assign(steps, divided, s, parts);
            turns.add();
            work(parts[0]);
            finished.await(threads - 1, 0);
            // A team must not keep a model's memory from being collected.
            assign(NOTHING, UNDIVIDED, NO_MEMORY, NOBODY);
            Throwable thrown = failure.getAndSet(null);
            if (thrown != null) {
                throw unchecked(thrown);
            }
        } finally {
            inUse.unlock();
        }
    }

    private void assign(Step[] steps, boolean[] divided, float[] s, Part[] parts) {
        this.steps = steps;
        this.divided = divided;
        this.s = s;
        this.parts = parts;
    }

    /** Waits until all threads are here, or throws if one of them failed. */
    void meet(int thread) {
        int ticket = arrivals.add();
        // Whoever fails says so before it releases the others.
        if (failure.get() == null) {
            arrivals.await(ticket - ticket % threads + threads, thread);
        }
        if (failure.get() != null) {
            throw new Broken();
        }
    }

    private void work(Part part) {
        Step[] all = steps;
        boolean[] among = divided;
        float[] memory = s;
        try {
            for (int i = 0; i < all.length; i++) {
                // What one thread does alone, it need not wait for.
                if (i > 0 && (among[i - 1] || among[i])) {
                    part.await();
                }
                if (among[i] || part.isFirst()) {
                    all[i].run(memory, part);
                }
            }
        } catch (Broken told) {
            // The thread that failed has said why.
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
            arrivals.release();
        }
    }

    /** What the other threads do until the team closes. */
    private void serve(int thread) {
        for (int turn = 1; ; turn++) {
            turns.await(turn, thread);
            if (closed) {
                return;
            }
            work(parts[thread]);
            finished.add();
        }
    }

    /** Steps throw nothing checked. */
    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    /** Ends the threads, behind the prediction that runs, if any; later ones are refused. */
    @Override
    public void close() {
        inUse.lock();
        try {
            if (!closed) {
                closed = true;
                turns.add();
            }
        } finally {
            inUse.unlock();
        }
    }
}
