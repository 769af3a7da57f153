package dev.pleat.runtime;

import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * What vector instructions this process may use, found out once.
 *
 * <p>Vector kernels need the module {@code jdk.incubator.vector}. Where it is missing every kernel takes its scalar
 * form and one warning, to the logger {@code dev.pleat.runtime}, names the flag to pass. The system property
 * {@code pleat.simd=scalar} asks for the scalar forms, silently.
 *
 * <p>This class names no vector type, so it loads with and without the module.
 */
public final class Simd {
    /** Whether the vector forms of the kernels run. */
    public static final boolean AVAILABLE;

    /** Floats in a vector of the preferred size: 16, 8 or 4; 1 where only the scalar forms run. */
    public static final int LANES;

    /** Vector registers that a kernel may count on: 16 or 32. */
    public static final int REGISTERS;

    /**
     * Whether fused multiply-add is one instruction. Where it is not, the JDK computes it in software, hundreds of
     * times slower than a multiplication and an addition.
     */
    public static final boolean FMA;

    /**
     * Whether the smaller, the larger and the comparison of floats, square roots, and conversions are vector
     * instructions to the JIT. Without AVX they are not: it allocates each vector, so the kernels that need them take
     * their scalar forms.
     */
    public static final boolean MIN_MAX;

    private static final String MODULE = "jdk.incubator.vector";

    static {
        String architecture = System.getProperty("os.arch", "");
        AVAILABLE = isAvailable(architecture);
        LANES = AVAILABLE ? Shapes.preferredLanes() : 1;
        REGISTERS = registers(architecture, LANES);
        FMA = hasFma(architecture, LANES);
        MIN_MAX = AVAILABLE && hasMinMax(architecture, LANES);
    }

    private Simd() {}

    /**
     * Returns whether code of {@code user}'s module may use the vector types: {@link #AVAILABLE}, and that module reads
     * {@code jdk.incubator.vector}. A class on the class path always may.
     */
    public static boolean readableFrom(Class<?> user) {
        return AVAILABLE && isReadableFrom(user);
    }

    /**
     * Returns the lanes of the widest vector that {@code channels} floats fill: the largest of 16, 8, 4, 2 and 1 that
     * exceeds neither {@code channels} nor {@link #LANES}. {@code channels} is at least 1.
     */
    public static int lanes(int channels) {
        return Math.min(Integer.highestOneBit(channels), LANES);
    }

    /** Returns the lanes of the last vector of a panel that ends in half a vector: half of 16, all of fewer. */
    static int halfLanes() {
        return lanes(8);
    }

    private static boolean isAvailable(String architecture) {
        if (System.getProperty("pleat.simd", "").equals("scalar")) {
            return false;
        }
        if (!isReadableFrom(Simd.class)) {
            warn("Vector instructions are not used, which is many times slower: add --add-modules " + MODULE);
            return false;
        }
        if (Shapes.preferredLanes() < 4) {
            warn("Vector instructions are not used, which is many times slower: this JVM compiles none for "
                    + architecture + ", even with --add-modules " + MODULE);
            return false;
        }
        return true;
    }

    private static boolean isReadableFrom(Class<?> user) {
        Optional<Module> vectors = ModuleLayer.boot().findModule(MODULE);
        return vectors.isPresent() && user.getModule().canRead(vectors.get());
    }

    /** Of the x86 modes only AVX-512 has 32; NEON, SVE and the vector units of the other architectures have 32. */
    static int registers(String architecture, int lanes) {
        return isX86(architecture) && lanes < 16 ? 16 : 32;
    }

    /** On x86 the JDK prefers eight lanes only with AVX2, and every CPU with AVX2 has FMA; SSE mode has none. */
    static boolean hasFma(String architecture, int lanes) {
        return !isX86(architecture) || lanes >= 8;
    }

    /** Four lanes on x86 may be AVX or SSE; nothing here can tell. */
    static boolean hasMinMax(String architecture, int lanes) {
        return !isX86(architecture) || lanes >= 8;
    }

    private static boolean isX86(String architecture) {
        return architecture.equals("amd64") || architecture.equals("x86_64") || architecture.equals("x86");
    }

    private static void warn(String message) {
        System.getLogger("dev.pleat.runtime").log(Level.WARNING, message);
    }
}
