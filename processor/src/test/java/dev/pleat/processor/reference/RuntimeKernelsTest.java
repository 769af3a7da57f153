package dev.pleat.processor.reference;

import static dev.pleat.processor.reference.KernelModels.attributes;
import static dev.pleat.processor.reference.KernelModels.conv;
import static dev.pleat.processor.reference.KernelModels.named;
import static dev.pleat.processor.reference.KernelModels.shape;

import dev.pleat.runtime.Team;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Layers that kernels of the runtime compute in a way of their own, against the reference, and in several threads. */
final class RuntimeKernelsTest {
    private static final String PACKAGE = "pleat.runtimekernels";
    private static final String DOTS = "DotProducts.apply(";
    private static final String POOLS = "ReluPooling.max(";

    private static final List<Team> TEAMS = List.of(Team.of(2), Team.of(5));

    private final KernelModels models = new KernelModels();

    @AfterAll
    static void close() {
        TEAMS.forEach(Team::close);
    }

    @Test
    void agreeWithTheReference() {
        dotProducts();
        pools();
        models.verify(PACKAGE, TEAMS);
    }

    /** Dense layers of few outputs, the last one large enough for several threads. */
    private void dotProducts() {
        models.add("Dots", DOTS, shape(400), List.of(dense("x", 10, "activation", "SOFTMAX")));
        models.add("DotsOne", DOTS, shape(272), List.of(dense("x", 1)));
        models.add("DotsPixel", DOTS, shape(1, 1, 256), List.of(conv(7, 1, "activation", "TANH")));
        List<LayerSpec> scaled = List.of(dense("x", 12, "activation", "RELU"), norm());
        models.add("DotsScaled", DOTS, shape(304), scaled);
        LayerSpec flat = new LayerSpec("flat", "Flatten", Map.of(), List.of("x"));
        models.add("DotsLarge", DOTS, shape(25, 40, 16), List.of(flat, dense("flat", 11)));
    }

    /** Max pools behind a relu, or behind a batch norm behind one. */
    private void pools() {
        LayerSpec conv = conv(20, 3, "activation", "RELU");
        pools("Pools", shape(60, 50, 8), conv, pool("y", 2));
        pools("PoolsScaled", shape(60, 50, 8), conv, norm(), pool("norm", 2));
        pools("PoolsOverlapping", shape(21, 18, 8), conv, pool("y", 3, "strides", 2, "padding", "SAME"));
        LayerSpec dense = pool("norm", 3, "strides", 1, "padding", "SAME");
        pools("PoolsScaledOverlapping", shape(21, 18, 8), conv, norm(), dense);
        LayerSpec pad = new LayerSpec("pad", "ZeroPadding2D", named("padding", 1), List.of("y"));
        pools("PoolsPadded", shape(26, 23, 8), conv, pad, pool("pad", 3, "strides", 2));
        pools("PoolsLarge", shape(26, 23, 8), conv, pool("y", 5, "strides", 2, "padding", "SAME"));
        LayerSpec winograd = conv(32, 3, "activation", "RELU", "padding", "SAME");
        LayerSpec next = new LayerSpec("n", "Conv2D", attributes(24, 3, "padding", "SAME"), List.of("pool"));
        pools("PoolsBetween", shape(18, 20, 32), winograd, pool("y", 2), next);
    }

    private void pools(String name, int[] shape, LayerSpec... layers) {
        models.add(name, POOLS, shape, List.of(layers));
    }

    private static LayerSpec pool(String from, int size, Object... more) {
        Map<String, Object> attributes = named("poolSize", size);
        attributes.putAll(named(more));
        return new LayerSpec("pool", "MaxPooling2D", attributes, List.of(from));
    }

    private static LayerSpec dense(String from, int units, Object... more) {
        Map<String, Object> attributes = named("units", units);
        attributes.putAll(named(more));
        return new LayerSpec("y", "Dense", attributes, List.of(from));
    }

    private static LayerSpec norm() {
        return new LayerSpec("norm", "BatchNormalization", Map.of(), List.of("y"));
    }
}
