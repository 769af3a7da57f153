package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What {@link WarmUp} has had compiled, from its own few calls, boxes no vectors: no kernel that runs then allocates. */
final class WarmedUpTest {

    /** The classes are loaded anew, for HotSpot to have seen nothing of them, and for the property to be read again. */
    @Test
    void kernelsAllocateNothing() throws Exception {
        Spans.assumeVectors();
        String before = System.getProperty("pleat.warmup");
        System.setProperty("pleat.warmup", "background");
        URL[] classes = {location(Activations.class), location(Kernels.class)};
        try (URLClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            Supplier<?> kernels = (Supplier<?>) loader.loadClass(Kernels.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(kernels.getClass()).isNotSameAs(Kernels.class);
            Object allocating = kernels.get();
            assumeTrue(allocating != null, "this JVM does not count what a thread allocates");
            assertThat((List<?>) allocating).isEmpty();
        } finally {
            if (before == null) {
                System.clearProperty("pleat.warmup");
            } else {
                System.setProperty("pleat.warmup", before);
            }
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Asks for all kernels, waits for them, and returns those that allocate nevertheless; null if that is unknown. */
    public static final class Kernels implements Supplier<List<String>> {
        private static final int N = 167;
        private static final int POOLED = 20;
        private static final int CALLS = 2000;

        /** Too few for HotSpot to compile what they call, and so are as many tries. */
        private static final int FEW = 5;

        private static final int TRIES = 20;

        /** For the callers of kernels, which are compiled as they are called. */
        private static final long PATIENCE = 5_000_000_000L;

        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final float[] s = Spans.random(2000, 1);
        private final byte[] bytes = new byte[N];

        private record Kernel(String name, int calls, Runnable call) {
            Kernel(String name, Runnable call) {
                this(name, CALLS, call);
            }

            boolean isCalledOften() {
                return calls == CALLS;
            }
        }

        private List<Kernel> kernels() {
            return List.of(
                    new Kernel("elu", () -> Activations.elu(s, 0, s, 500, N, 1f)),
                    new Kernel("selu", () -> Activations.selu(s, 0, s, 500, N)),
                    new Kernel("gelu", () -> Activations.gelu(s, 0, s, 500, N)),
                    new Kernel("geluTanh", () -> Activations.geluTanh(s, 0, s, 500, N)),
                    new Kernel("sigmoid", () -> Activations.sigmoid(s, 0, s, 500, N)),
                    new Kernel("tanh", () -> Activations.tanh(s, 0, s, 500, N)),
                    new Kernel("softplus", () -> Activations.softplus(s, 0, s, 500, N)),
                    new Kernel("swish", () -> Activations.swish(s, 0, s, 500, N)),
                    new Kernel("mish", () -> Activations.mish(s, 0, s, 500, N)),
                    new Kernel("exponential", () -> Activations.exponential(s, 0, s, 500, N)),
                    new Kernel("softmax", () -> Softmax.apply(s, 0, s, 500, 2, N, 1)),
                    new Kernel("add", () -> Arithmetic.add(s, 0, 1, s, 200, 1, s, 500, N)),
                    new Kernel("subtract", () -> Arithmetic.subtract(s, 0, 1, s, 200, 0, s, 500, N)),
                    new Kernel("multiply", () -> Arithmetic.multiply(s, 0, 0, s, 200, 1, s, 500, N)),
                    new Kernel("maximum", () -> Arithmetic.maximum(s, 0, 1, s, 200, 1, s, 500, N)),
                    new Kernel("minimum", () -> Arithmetic.minimum(s, 0, 1, s, 200, 0, s, 500, N)),
                    new Kernel("scale", () -> Arithmetic.scale(s, 0, s, 500, N, 0.5f)),
                    new Kernel("relu", () -> Activations.relu(s, 0, s, 500, N, 0f, 6f, 0f)),
                    new Kernel("leaky relu", () -> Activations.relu(s, 0, s, 500, N, 0.2f, 1f, 0.1f)),
                    new Kernel("hardSigmoid", () -> Activations.hardSigmoid(s, 0, s, 500, N)),
                    new Kernel("hardSigmoidKeras2", () -> Activations.hardSigmoidKeras2(s, 0, s, 500, N)),
                    new Kernel("softsign", () -> Activations.softsign(s, 0, s, 500, N)),
                    new Kernel("hardSwish", () -> Activations.hardSwish(s, 0, s, 500, N)),
                    new Kernel("affine", () -> Affine.apply(s, 0, s, 500, s, 0, 500, 8, 20, 1)),
                    new Kernel("affine of few channels", () -> Affine.apply(s, 0, s, 500, s, 0, 500, 50, 3, 1)),
                    new Kernel("affine, channels first", () -> Affine.apply(s, 0, s, 500, s, 0, 500, 1, 3, 50)),
                    new Kernel("prelu", () -> PRelu.apply(s, 0, s, 500, s, 0, N, 40)),
                    new Kernel("prelu of few slopes", () -> PRelu.apply(s, 0, s, 500, s, 0, N, 3)),
                    new Kernel("relu pooling", () -> pool(6, 3, 0, -1)),
                    new Kernel("relu pooling of what a border cuts off", FEW, () -> pool(6, 3, 1, -1)),
                    new Kernel("scaled relu pooling of what a border cuts off", FEW, () -> pool(6, 3, 1, 0)),
                    new Kernel(
                            "pooling of what a border cuts off",
                            FEW,
                            () -> Pooling.max(
                                    s, 0, 6 * POOLED, s, 1000, 3 * POOLED, 6, 6, POOLED, 3, 3, 3, 3, 2, 2, 0, 0)),
                    new Kernel("bytes", () -> Copy.bytes(bytes, 0, s, 500, N, 1, N)),
                    new Kernel("NaNs", () -> Nans.makePositive(s, 500, N, 1, N)));
        }

        /** @param scale offset of the scales, -1 for none */
        private void pool(int size, int window, int padding, int scale) {
            int row = size * POOLED;
            int out = (size + 2 * padding - window) / 2 + 1;
            ReluPooling.max(
                    s, 0, row, s, 1000, row, size, size, POOLED, out, out, window, window, 2, 2, padding, padding, s,
                    scale, 32);
        }

        @Override
        public List<String> get() {
            if (!threads.isThreadAllocatedMemorySupported() || !threads.isThreadAllocatedMemoryEnabled()) {
                return null;
            }
            List<Kernel> kernels = kernels();
            for (int i = 0; i < WarmUp.ROUNDS; i++) {
                kernels.forEach(kernel -> kernel.call.run());
                WarmUp.awaitIdle();
            }
            List<String> allocating = new ArrayList<>();
            for (Kernel kernel : kernels) {
                long begin = System.nanoTime();
                long bytes;
                int tries = 0;
                do {
                    bytes = allocated(kernel);
                    tries++;
                } while (bytes > 0 && (kernel.isCalledOften() ? System.nanoTime() - begin < PATIENCE : tries < TRIES));
                if (bytes > 0) {
                    allocating.add(kernel.name + ": " + bytes + " bytes");
                }
            }
            return allocating;
        }

        private long allocated(Kernel kernel) {
            long id = Thread.currentThread().getId();
            long before = threads.getThreadAllocatedBytes(id);
            for (int i = 0; i < kernel.calls; i++) {
                kernel.call.run();
            }
            // Rounded down: measuring allocates a little itself.
            return (threads.getThreadAllocatedBytes(id) - before) / kernel.calls;
        }
    }
}
