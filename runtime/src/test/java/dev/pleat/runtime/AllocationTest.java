package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No public kernel allocates, once C2 has compiled it: vectors that are not inlined would. */
final class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private static final int N = 167;

    private static final float[] S = Spans.random(40_000, 1);

    private static final float[] W = Spans.random(1000, 1);

    record Kernel(String name, Runnable call) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kernel> kernels() {
        return Stream.of(activations(), arithmetic(), channels(), images()).flatMap(kernels -> kernels);
    }

    private static Stream<Kernel> activations() {
        float none = Float.POSITIVE_INFINITY;
        return Stream.of(
                new Kernel("relu", () -> Activations.relu(S, 0, S, 500, N, 0f, none, 0f)),
                new Kernel("relu6", () -> Activations.relu(S, 0, S, 500, N, 0f, 6f, 0f)),
                new Kernel("leaky relu", () -> Activations.relu(S, 0, S, 500, N, 0.1f, none, 0f)),
                new Kernel("elu", () -> Activations.elu(S, 0, S, 500, N, 1f)),
                new Kernel("selu", () -> Activations.selu(S, 0, S, 500, N)),
                new Kernel("gelu", () -> Activations.gelu(S, 0, S, 500, N)),
                new Kernel("geluTanh", () -> Activations.geluTanh(S, 0, S, 500, N)),
                new Kernel("sigmoid", () -> Activations.sigmoid(S, 0, S, 500, N)),
                new Kernel("hardSigmoid", () -> Activations.hardSigmoid(S, 0, S, 500, N)),
                new Kernel("hardSigmoidKeras2", () -> Activations.hardSigmoidKeras2(S, 0, S, 500, N)),
                new Kernel("tanh", () -> Activations.tanh(S, 0, S, 500, N)),
                new Kernel("softplus", () -> Activations.softplus(S, 0, S, 500, N)),
                new Kernel("softsign", () -> Activations.softsign(S, 0, S, 500, N)),
                new Kernel("swish", () -> Activations.swish(S, 0, S, 500, N)),
                new Kernel("hardSwish", () -> Activations.hardSwish(S, 0, S, 500, N)),
                new Kernel("mish", () -> Activations.mish(S, 0, S, 500, N)),
                new Kernel("exponential", () -> Activations.exponential(S, 0, S, 500, N)));
    }

    private static Stream<Kernel> arithmetic() {
        return Stream.of(
                new Kernel("add", () -> Arithmetic.add(S, 0, 1, S, 200, 1, S, 500, N)),
                new Kernel("add one", () -> Arithmetic.add(S, 0, 1, S, 200, 0, S, 500, N)),
                new Kernel("subtract", () -> Arithmetic.subtract(S, 0, 1, S, 200, 1, S, 500, N)),
                new Kernel("subtract one", () -> Arithmetic.subtract(S, 0, 1, S, 200, 0, S, 500, N)),
                new Kernel("subtract from one", () -> Arithmetic.subtract(S, 0, 0, S, 200, 1, S, 500, N)),
                new Kernel("multiply", () -> Arithmetic.multiply(S, 0, 1, S, 200, 1, S, 500, N)),
                new Kernel("multiply one", () -> Arithmetic.multiply(S, 0, 1, S, 200, 0, S, 500, N)),
                new Kernel("maximum", () -> Arithmetic.maximum(S, 0, 1, S, 200, 1, S, 500, N)),
                new Kernel("maximum one", () -> Arithmetic.maximum(S, 0, 1, S, 200, 0, S, 500, N)),
                new Kernel("minimum", () -> Arithmetic.minimum(S, 0, 1, S, 200, 1, S, 500, N)),
                new Kernel("minimum one", () -> Arithmetic.minimum(S, 0, 1, S, 200, 0, S, 500, N)));
    }

    private static Stream<Kernel> channels() {
        return Stream.of(
                new Kernel("scale", () -> Arithmetic.scale(S, 0, S, 500, N, 0.5f)),
                new Kernel("affine of 3 channels", () -> Affine.apply(S, 0, S, 500, W, 0, 500, 60, 3, 1)),
                new Kernel("affine of 20 channels", () -> Affine.apply(S, 0, S, 500, W, 0, 500, 20, 20, 1)),
                new Kernel("affine, channels first", () -> Affine.apply(S, 0, S, 500, W, 0, 500, 1, 3, 100)),
                new Kernel("dot products of 3", () -> DotProducts.apply(S, 0, 500, W, 20, 0, 256, 3, 600)),
                new Kernel("dot products of 12", () -> DotProducts.apply(S, 0, 500, S, 1000, 0, 256, 12, 600)),
                new Kernel("dot products, samples", () -> DotProducts.samples(S, 0, 900, S, 1000, 0, 256, 7, 950, 3)),
                new Kernel("convolution of 2", () -> convolution(2)),
                new Kernel("prelu", () -> PRelu.apply(S, 0, S, 500, W, 0, N, N)),
                new Kernel("prelu of 3", () -> PRelu.apply(S, 0, S, 500, W, 0, N, 3)),
                new Kernel("softmax", () -> Softmax.apply(S, 0, S, 500, 2, N, 1)),
                new Kernel("softmax of 10", () -> Softmax.apply(S, 0, S, 500, 1, 10, 1)),
                new Kernel("softmax over channels", () -> Softmax.apply(S, 0, S, 500, 1, 10, 35)),
                new Kernel("layer norm", () -> LayerNorm.apply(S, 0, S, 500, W, 0, 200, 2, N, 1e-3f)),
                new Kernel("layer norm, scaled", () -> LayerNorm.apply(S, 0, S, 500, W, 0, -1, 2, N, 1e-3f)),
                new Kernel("layer norm, shifted", () -> LayerNorm.apply(S, 0, S, 500, W, -1, 0, 2, N, 1e-3f)));
    }

    private static void convolution(int outputs) {
        DotConvolution.apply(
                S, 0, 200, 20, 5000, 14, 2, -1, 0, 0, W, 0, 300, 900, 6, 7, 3, 200, 1, 0, 50, 1, 20, outputs, 6000);
    }

    private static Stream<Kernel> images() {
        byte[] bytes = new byte[1000];
        Permutation turn = Permutation.of(new int[] {20, 30, 2}, 1, 0, 2);
        Permutation transpose = Permutation.of(new int[] {2, 20, 30}, 0, 2, 1);
        return Stream.of(
                pooling("pooling 2x2 of 3", 3, 2),
                pooling("pooling 2x2 of 8", 8, 2),
                pooling("pooling 2x2 of 24", 24, 2),
                pooling("pooling 3x3 of 8", 8, 3),
                pooling("pooling 3x3 of 24", 24, 3),
                pooling("global pooling of 100", 100, 8),
                reluPooling("relu pooling 2x2 of 24", 24, 2),
                reluPooling("relu pooling 3x3 of 24", 24, 3),
                reluPooling("relu pooling 4x4 of 24", 24, 4),
                new Kernel("rows", () -> Copy.rows(S, 0, 30, S, 500, 33, 10, 29)),
                new Kernel("fill", () -> Copy.fill(S, 500, 33, 10, 29, 1f)),
                new Kernel("bytes", () -> Copy.bytes(bytes, 0, S, 500, 103, 5, 101)),
                new Kernel("border", () -> Copy.border(S, 500, 8, 30, 40, 5, 5, 1, 1)),
                new Kernel("nearest", () -> UpSampling.nearest(S, 0, 60, S, 20_000, 120, 3, 3, 20, 2, 2)),
                new Kernel("bilinear of 20", () -> UpSampling.bilinear(S, 0, 60, S, 20_000, 120, 3, 3, 20, 2, 2)),
                new Kernel("bilinear of 3", () -> UpSampling.bilinear(S, 0, 9, S, 20_000, 18, 3, 3, 3, 2, 2)),
                new Kernel("permutation", () -> turn.apply(S, 0, S, 20_000)),
                new Kernel("transpose", () -> transpose.apply(S, 0, S, 20_000)));
    }

    private static Kernel pooling(String name, int channels, int pool) {
        int row = 8 * channels;
        int out = 8 / pool;
        return new Kernel(name, () -> {
            Pooling.max(S, 0, row, S, 20_000, row, 8, 8, channels, out, out, pool, pool, pool, pool, 0, 0);
            Pooling.average(S, 0, row, S, 20_000, row, 8, 8, channels, out, out, pool, pool, pool, pool, 0, 0);
        });
    }

    private static Kernel reluPooling(String name, int channels, int pool) {
        int row = 8 * channels;
        int out = 8 / pool;
        return new Kernel(name, () -> {
            ReluPooling.max(
                    S, 0, row, S, 20_000, row, 8, 8, channels, out, out, pool, pool, pool, pool, 0, 0, W, -1, -1);
            ReluPooling.max(
                    S, 0, row, S, 20_000, row, 8, 8, channels, out, out, pool, pool, pool, pool, 0, 0, W, 0, 500);
        });
    }

    /** Other code may use other species: what C2 learns from it must not spoil the kernels. */
    @BeforeAll
    static void useOtherSpecies() {
        if (Simd.AVAILABLE) {
            for (int i = 0; i < 3000; i++) {
                OtherSpecies.use();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void allocatesNothing(Kernel kernel) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long perCall;
        do {
            perCall = bytesPerCall(kernel.call);
        } while (perCall > 0 && System.nanoTime() < deadline);
        assertThat(perCall).as("bytes that %s allocates per call", kernel).isZero();
    }

    /** Rounded down, so that what measuring itself allocates does not count. */
    private static long bytesPerCall(Runnable call) {
        int calls = 1000;
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < calls; i++) {
            call.run();
        }
        return (THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / calls;
    }
}
