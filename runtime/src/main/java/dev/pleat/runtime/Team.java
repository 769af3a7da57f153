package dev.pleat.runtime;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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
    private static final boolean[] DIVIDED = {true};
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
    private final Part[] own;
    private final Step[] task = {this::doWork};
    private final List<Thread> others;
    private Consumer<Part> work = Team::noWork;
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
        own = parts(0);
        others = IntStream.range(1, threads).mapToObj(this::thread).toList();
    }

    private Thread thread(int index) {
        Thread thread = new Thread(null, () -> serve(index), "pleat-team-" + index, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /**
     * Returns a part for each thread.
     *
     * @param area floats of the work area of one
     */
    Part[] parts(int area) {
        Part[] all = new Part[threads];
        for (int i = 0; i < threads; i++) {
            all[i] = new Part(i, threads, Math.multiplyExact(i, area), this);
        }
        return all;
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
        team.others.forEach(Thread::start);
        return team;
    }

    /** Returns how many threads compute, with the caller's. */
    public int threads() {
        return threads;
    }

    /**
     * Runs work of the caller on all threads and returns when it is done. Many samples are predicted best so, each by one
     * thread; this allocates nothing if the caller keeps the work:
     *
     * <pre>{@code
     * team.run(part -> {
     *     for (int i = part.from(samples); i < part.to(samples); i++) {
     *         model.predict(images, i * imageSize, results, i * resultSize);
     *     }
     * });
     * }</pre>
     *
     * <p>What it throws reaches the caller.
     *
     * @param work gets its part in each thread
     * @throws IllegalStateException if the team is closed, or the work uses it
     */
    public void run(Consumer<Part> work) {
        take();
        try {
            this.work = work;
            perform(task, DIVIDED, NO_MEMORY, own);
        } finally {
            this.work = Team::noWork;
            inUse.unlock();
        }
    }

    /**
     * Runs steps on all threads and returns when they are done.
     *
     * @param divided which of the steps all threads run; the others are the caller's
     * @param parts one for each thread
     * @throws IllegalStateException if the team is closed
     */
    void run(Step[] steps, boolean[] divided, float[] s, Part[] parts) {
        take();
        try {
            perform(steps, divided, s, parts);
        } finally {
            inUse.unlock();
        }
    }

    private static void noWork(Part part) {}

    private void doWork(float[] memory, Part part) {
        work.accept(part);
    }

    /** Waits until nobody else uses the team. Whoever works for it already would wait for ever. */
    private void take() {
        if (inUse.isHeldByCurrentThread() || others.contains(Thread.currentThread())) {
            throw new IllegalStateException("the work of a team cannot use the team itself");
        }
        inUse.lock();
    }

    private void perform(Step[] steps, boolean[] divided, float[] s, Part[] parts) {
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

    /**
     * Ends the threads, behind the prediction that runs, if any; later ones are refused.
     *
     * @throws IllegalStateException if the work of the team calls it
     */
    @Override
    public void close() {
        take();
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
