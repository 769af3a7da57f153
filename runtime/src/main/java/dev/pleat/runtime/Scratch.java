package dev.pleat.runtime;

/** The memory of one prediction at a time, and the threads that compute it. */
public final class Scratch {

    private static final Part[] ALONE = {Part.WHOLE};
    private static final Step[] NOTHING = {};

    private final float[] floats;
    private final int size;
    private final int area;
    private final Team team;
    private final Part[] parts;

    /** The steps that a team ran last, and what they are without bands. */
    private Step[] known = NOTHING;

    private Step[] whole = NOTHING;

    /**
     * Allocates scratch memory for predictions in the caller's thread; models do it in {@code newScratch}.
     *
     * @param size in floats
     */
    public Scratch(int size) {
        floats = AlignedFloats.allocate(size);
        this.size = size;
        area = 0;
        team = null;
        parts = ALONE;
    }

    /**
     * Allocates scratch memory for predictions on a team; models do it in {@code newScratch}.
     *
     * @param size for one thread, in floats
     * @param area how many of them, the last ones, each thread needs for itself
     * @throws ArithmeticException if all of it would not fit one array
     */
    public Scratch(int size, int area, Team team) {
        this.size = Math.toIntExact(size + (team.threads() - 1L) * area);
        floats = AlignedFloats.allocate(this.size);
        this.area = area;
        this.team = team;
        parts = team.parts(area);
    }

    /**
     * Returns the memory.
     *
     * @param needed how many floats the model needs for one thread
     * @param own how many of them each thread needs for itself
     * @throws IllegalArgumentException if this scratch was made for a model that needs less
     */
    public float[] floats(int needed, int own) {
        boolean apart = parts.length == 1 || area >= own;
        if (!apart || size < needed + (parts.length - 1L) * area) {
            throw new IllegalArgumentException("the scratch holds " + size + " floats, but the model needs "
                    + (needed + (parts.length - 1L) * own) + "; take it from the same model's newScratch()");
        }
        return floats;
    }

    /**
     * Runs the steps of a prediction; compiled models call it.
     *
     * @param steps the steps, in order, or {@link Bands} of them for one thread
     * @param divided which of them compute only what belongs to the part that they get
     * @throws IllegalStateException if the team is closed
     */
    public void run(Step[] steps, boolean[] divided) {
        if (team != null) {
            prepare(steps);
            team.run(whole, divided, floats, parts);
            return;
        }
        for (Step step : steps) {
            step.run(floats, Part.WHOLE);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the array itself is meant: it never changes
    private void prepare(Step[] steps) {
        if (known != steps) {
            whole = Bands.whole(steps);
            known = steps;
        }
    }
}
