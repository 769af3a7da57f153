package dev.pleat.runtime;

/**
 * A vector kernel that something stands in for until HotSpot has compiled it, with what {@link WarmUp} needs to bring
 * that about. It names no vector type, so that asking for its state loads none.
 */
abstract class ColdKernel {
    /**
     * How often a loop goes round in a call that skips; kernels take it as a negative offset or length. Each has that loop
     * of its own: HotSpot counts rounds for the method that they are in.
     */
    static final int SKIPPED_ROUNDS = StandIn.SKIPPED_ROUNDS;

    /** What calls work on, between {@link #begin} and {@link #end}. */
    float[] s;

    /** Written by the thread that warms up; others may see it later and compute the same meanwhile. */
    private boolean ready = !WarmUp.isUsed();

    /** Whether {@link WarmUp} knows of it; written under its lock. */
    private boolean asked;

    /** Returns whether the kernel is compiled; if not, asks for it. */
    final boolean isReady() {
        if (!ready) {
            WarmUp.ask(this);
        }
        return ready;
    }

    /** Returns whether somebody has asked for it, as far as this thread can see. */
    final boolean isAsked() {
        return asked;
    }

    /** Returns true for the first that asks, under the lock of {@link WarmUp}. */
    final boolean ask() {
        boolean first = !asked;
        asked = true;
        return first;
    }

    /** Makes the kernel the one that runs. */
    void switchOver() {
        ready = true;
    }

    /** Returns how many floats a call works on. */
    abstract int floats();

    /**
     * Returns how much predictions gain by it, to be compared among the kernels of the runtime, or among those of models: the
     * largest are compiled first.
     */
    int urgency() {
        return 0;
    }

    /** Takes what calls need. */
    void begin() {
        s = new float[floats()];
    }

    /** Gives it back. */
    void end() {
        s = null;
        switchOver();
    }

    /**
     * Runs the kernel on little work.
     *
     * @param skip whether the call shall compute nothing, only go round an empty loop for HotSpot to count
     */
    abstract void call(boolean skip);

    /** Returns about how many vector operations a call takes. */
    abstract int operations();

    /** Returns how often the kernel's loops go round in a call. */
    abstract int rounds();
}
