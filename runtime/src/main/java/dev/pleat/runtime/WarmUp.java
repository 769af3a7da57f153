package dev.pleat.runtime;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Has HotSpot compile the vector kernels of loaded models, behind the back of their predictions.
 *
 * <p>Until a kernel is compiled, scalar code {@link StandIn stands in} for it. One daemon thread for all models calls the
 * kernels, on scratch memory of its own, and ends when none is left. The system property {@code pleat.warmup} says
 * otherwise: {@code load} makes loading a model wait for the kernels, {@code off} makes the kernels run from the first
 * prediction on, and {@code never}, for tests, has the stand-ins run for ever.
 */
public final class WarmUp {
    private static final String PROPERTY = "pleat.warmup";

    /** How often a model has to run to show which kernels of the runtime it needs: one may hide another. */
    public static final int ROUNDS = 2;

    private static final Mode MODE = mode();

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition CHANGED = LOCK.newCondition();

    /** Guarded by the lock, as is what follows. */
    private static final WaitingKernels WAITING = new WaitingKernels();

    /** Whether there is a thread that will look at those that wait again. */
    private static boolean running;

    private WarmUp() {}

    /** When kernels are warmed up. */
    private enum Mode {
        BACKGROUND,
        LOAD,
        OFF,
        NEVER
    }

    private static Mode mode() {
        String value = System.getProperty(PROPERTY, "background");
        switch (value) {
            case "background":
                return Mode.BACKGROUND;
            case "load":
                return Mode.LOAD;
            case "off":
                return Mode.OFF;
            case "never":
                return Mode.NEVER;
            default:
                System.getLogger("dev.pleat.runtime")
                        .log(
                                Level.WARNING,
                                "-D" + PROPERTY + "=" + value
                                        + " is none of background, load, off and never: background it is");
                return Mode.BACKGROUND;
        }
    }

    /** Returns whether anything stands in for vector kernels in this process. */
    static boolean isUsed() {
        return Simd.AVAILABLE && MODE != Mode.OFF;
    }

    /**
     * Begins to warm up a model that is being loaded; waits for it if {@code pleat.warmup} is {@code load}.
     *
     * @param kernels its vector kernels
     * @param scratch the floats of scratch memory of a prediction
     * @param w the weights
     */
    public static void begin(VectorKernels kernels, int scratch, float[] w) {
        if (!isUsed() || MODE == Mode.NEVER) {
            return;
        }
        ask(VectorTile.Switch.KERNEL);
        ModelKernel.Memory memory = new ModelKernel.Memory(scratch, w);
        StandIn[] standIns = kernels.standIns();
        LOCK.lock();
        try {
            for (int kernel = 0; kernel < standIns.length; kernel++) {
                if (standIns[kernel].take()) {
                    WAITING.addOfModel(new ModelKernel(kernels, kernel, memory));
                }
            }
            startIfPossible();
        } finally {
            LOCK.unlock();
        }
    }

    /**
     * Waits until the vector kernels of a model run.
     *
     * @param kernels the kernels, after {@link #begin}
     */
    public static void await(VectorKernels kernels) {
        if (MODE == Mode.NEVER) {
            return;
        }
        LOCK.lock();
        try {
            for (StandIn standIn : kernels.standIns()) {
                while (!standIn.isOver()) {
                    start();
                    CHANGED.awaitUninterruptibly();
                }
            }
        } finally {
            LOCK.unlock();
        }
    }

    /** Waits until no kernel waits any more, of whatever model. */
    public static void awaitIdle() {
        LOCK.lock();
        try {
            while (running) {
                CHANGED.awaitUninterruptibly();
            }
        } finally {
            LOCK.unlock();
        }
    }

    /** Returns whether loading a model shall wait until its kernels are compiled. */
    public static boolean isAtLoad() {
        return isUsed() && MODE == Mode.LOAD;
    }

    /** Has a kernel of the runtime compiled, before those of models. */
    static void ask(ColdKernel kernel) {
        if (kernel.isAsked() || MODE == Mode.NEVER) {
            return;
        }
        LOCK.lock();
        try {
            if (kernel.ask()) {
                WAITING.addShared(kernel);
                startIfPossible();
            }
        } finally {
            LOCK.unlock();
        }
    }

    private static void startIfPossible() {
        try {
            start();
        } catch (OutOfMemoryError noThread) {
            // Stand-ins go on; the next model tries again.
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // a hint, where the system takes hints
    private static void start() {
        if (!running && !WAITING.isEmpty()) {
            Thread thread = new Thread(null, new Worker(), "pleat-warm-up", 0, false);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.setContextClassLoader(null);
            thread.start();
            running = true;
        }
    }

    /** Adds a kernel that waits to a list of fewer than {@code most}; ends the thread's duty if there is nothing to do. */
    static boolean take(List<WarmingKernel> kernels, int most) {
        LOCK.lock();
        try {
            if (kernels.size() < most && !WAITING.isEmpty()) {
                kernels.add(new WarmingKernel(WAITING.take()));
            }
            running = !kernels.isEmpty();
            return running;
        } finally {
            CHANGED.signalAll();
            LOCK.unlock();
        }
    }

    /** The thread: has a few kernels compiled at a time, so that HotSpot's queue stays short and the first are done first. */
    private static final class Worker implements Runnable {
        private static final int AT_ONCE = 3;
        private static final long NAP = 1_000_000;

        /** What the first prediction of a model gets to itself: it takes about as long, and both need HotSpot's first compiler. */
        private static final long HEAD_START = 80_000_000;

        private final List<WarmingKernel> kernels = new ArrayList<>();

        /** Returns how many kernels to have on their way: one more when HotSpot has been told of those before. */
        private int next() {
            for (WarmingKernel kernel : kernels) {
                if (!kernel.isQueued()) {
                    return kernels.size();
                }
            }
            return Math.min(kernels.size() + 1, AT_ONCE);
        }

        @Override
        public void run() {
            LockSupport.parkNanos(MODE == Mode.LOAD ? 0 : HEAD_START);
            while (take(kernels, next())) {
                boolean worked = false;
                for (WarmingKernel kernel : kernels) {
                    worked |= kernel.work();
                }
                for (int i = kernels.size() - 1; i >= 0; i--) {
                    if (kernels.get(i).isDone()) {
                        kernels.remove(i);
                    }
                }
                if (!worked) {
                    LockSupport.parkNanos(NAP);
                    // Whoever interrupts this thread cannot mean it.
                    Thread.interrupted();
                }
            }
        }
    }
}
