package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * Spans too short for a vector do not spoil the longer ones, which another model in the same process may have: C2
 * compiles a function once, for whatever it saw until then.
 */
final class ShortSpansTest {

    /** The classes are loaded anew: HotSpot has seen nothing of them yet, whatever tests ran before. */
    @Test
    void leaveLongSpansWithoutAllocation() throws Exception {
        Spans.assumeVectors();
        URL[] classes = {location(Activations.class), location(Mixture.class)};
        try (URLClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            LongSupplier mixture = (LongSupplier) loader.loadClass(Mixture.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(mixture.getClass()).isNotSameAs(Mixture.class);
            long bytes = mixture.getAsLong();
            assumeTrue(bytes >= 0, "this JVM does not count what a thread allocates");
            assertThat(bytes).isZero();
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Mostly short spans, then long ones only; returns the bytes that these allocate in the end, -1 if that is unknown. */
    public static final class Mixture implements LongSupplier {
        private static final int LONG = 64;
        private static final int SHORT = 3;
        private static final int CALLS = 20_000;
        private static final int LONG_IN_SHORT = 200;
        private static final long PATIENCE = 5_000_000_000L;

        private static final List<ActivationsTest.Kernel> FUNCTIONS = List.of(
                (x, xAt, y, yAt, n) -> Activations.elu(x, xAt, y, yAt, n, 1f),
                Activations::selu,
                Activations::gelu,
                Activations::geluTanh,
                Activations::sigmoid,
                Activations::tanh,
                Activations::softplus,
                Activations::swish,
                Activations::mish,
                Activations::exponential);

        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final float[] x = Spans.random(LONG, 3);
        private final float[] y = new float[LONG];

        @Override
        public long getAsLong() {
            if (!threads.isThreadAllocatedMemorySupported() || !threads.isThreadAllocatedMemoryEnabled()) {
                return -1;
            }
            for (int i = 0; i < CALLS; i++) {
                call(i % LONG_IN_SHORT == 0 ? LONG : SHORT);
            }
            long begin = System.nanoTime();
            long bytes;
            do {
                bytes = allocated();
            } while (bytes > 0 && System.nanoTime() - begin < PATIENCE);
            return bytes;
        }

        private long allocated() {
            long id = Thread.currentThread().getId();
            long before = threads.getThreadAllocatedBytes(id);
            for (int i = 0; i < CALLS; i++) {
                call(LONG);
            }
            return threads.getThreadAllocatedBytes(id) - before;
        }

        private void call(int n) {
            for (int f = 0; f < FUNCTIONS.size(); f++) {
                FUNCTIONS.get(f).apply(x, 0, y, 0, n);
            }
        }
    }
}
