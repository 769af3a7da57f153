package dev.pleat.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A span kernel that C2 compiles apart from its callers, for the functions that {@link Lanes} tells of: inlined, they
 * could end up beyond the number of nodes at which C2 stops.
 *
 * <p>Java has no way to say so, but C2 inlines a method handle only if it is a constant. This class must therefore not
 * become a record, whose fields are constants to C2. A call costs a few nanoseconds more.
 */
final class Apart {
    private static final MethodType SPAN =
            MethodType.methodType(void.class, float[].class, int.class, float[].class, int.class, int.class);

    private static final MethodType SCALED_SPAN = SPAN.appendParameterTypes(float.class);

    private final MethodHandle kernel;

    private Apart(MethodHandle kernel) {
        this.kernel = kernel;
    }

    /** Returns {@code VectorActivations.name(x, xAt, y, yAt, n)}, or null where no vector form runs. */
    static Apart span(String name) {
        return Simd.MIN_MAX ? new Apart(find(name, SPAN)) : null;
    }

    /** Returns {@code VectorActivations.name(x, xAt, y, yAt, n, factor)}, or null where no vector form runs. */
    static Apart scaledSpan(String name) {
        return Simd.MIN_MAX ? new Apart(find(name, SCALED_SPAN)) : null;
    }

    void run(float[] x, int xAt, float[] y, int yAt, int n) {
        try {
            kernel.invokeExact(x, xAt, y, yAt, n);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    void run(float[] x, int xAt, float[] y, int yAt, int n, float factor) {
        try {
            kernel.invokeExact(x, xAt, y, yAt, n, factor);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    private static MethodHandle find(String name, MethodType type) {
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
}
