package dev.pleat.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A span kernel that C2 compiles apart from its callers, for the functions that {@link Lanes} tells of: inlined, they
 * could end up beyond the number of nodes at which C2 stops. Until it is compiled, {@link ScalarActivations} run.
 *
 * <p>Java has no way to say so, but C2 inlines a method handle only if it is a constant, which a field that is not final
 * never is. A call costs a few nanoseconds more. The handle is looked up late, since the first in a process costs
 * milliseconds.
 */
final class Apart extends ColdKernel {
    private static final int VECTORS = 8;

    /**
     * Calls that compute, whatever they are asked for: C2 inlines a method of ours only if that was called often as well, or
     * boxes what it returns. With 24 of 1,000, a swish took 390 to 650 us instead of 212, in most processes.
     */
    private static final int REAL_CALLS = 3000;

    /** Of the longest function. */
    private static final int OPERATIONS = 50;

    private final String name;
    private final boolean scaled;
    private MethodHandle kernel;
    private int calls;

    private Apart(String name, boolean scaled) {
        this.name = name;
        this.scaled = scaled;
    }

    /** Returns {@code VectorActivations.name(x, xAt, y, yAt, n)}, to be called only where {@link Simd#MIN_MAX}. */
    static Apart span(String name) {
        return new Apart(name, false);
    }

    /** Returns {@code VectorActivations.name(x, xAt, y, yAt, n, factor)}, to be called only where {@link Simd#MIN_MAX}. */
    static Apart scaledSpan(String name) {
        return new Apart(name, true);
    }

    /** Runs the kernel on a vector at least; with a negative {@code n} it only goes round an empty loop. */
    void run(float[] x, int xAt, float[] y, int yAt, int n) {
        try {
            handle().invokeExact(x, xAt, y, yAt, n);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    /** The same with a factor. */
    void run(float[] x, int xAt, float[] y, int yAt, int n, float factor) {
        try {
            handle().invokeExact(x, xAt, y, yAt, n, factor);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    /** Threads that come at once look up the same. */
    private MethodHandle handle() {
        MethodHandle found = kernel;
        if (found == null) {
            found = find();
            kernel = found;
        }
        return found;
    }

    private MethodHandle find() {
        MethodType span =
                MethodType.methodType(void.class, float[].class, int.class, float[].class, int.class, int.class);
        MethodType type = scaled ? span.appendParameterTypes(float.class) : span;
        try {
            return MethodHandles.lookup().findStatic(VectorActivations.class, name, type);
        } catch (ReflectiveOperationException missing) {
            throw new LinkageError(missing.getMessage(), missing);
        }
    }

    /** Kernels throw nothing checked: what they throw, such as an index out of bounds, goes through. */
    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    @Override
    int floats() {
        return VECTORS * Simd.LANES;
    }

    @Override
    void call(boolean skip) {
        int n = ++calls > REAL_CALLS && skip ? -SKIPPED_ROUNDS : s.length;
        if (scaled) {
            run(s, 0, s, 0, n, 1f);
        } else {
            run(s, 0, s, 0, n);
        }
    }

    @Override
    int operations() {
        return OPERATIONS * VECTORS;
    }

    @Override
    int rounds() {
        return VECTORS;
    }
}
