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
    private static final String FEW = "DotConvolution.apply(";
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
        convolutions();
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

    /** Convolutions of fewer than four channels, over runs that are and are not whole vectors, and few pixels in a row. */
    private void convolutions() {
        few("Few", shape(11, 9, 16), conv(3, 3, "activation", "RELU"));
        few("FewPixels", shape(8, 5, 21), conv(1, 1, "activation", "SIGMOID"));
        few("FewStrided", shape(17, 19, 7), conv(2, 5, "strides", 2, "padding", "SAME"));
        few("FewDilated", shape(12, 13, 35), conv(1, 3, "dilationRate", 2, "padding", "SAME"));
        few("FewInGroups", shape(9, 8, 66), conv(6, 3, "groups", 3, "padding", "SAME"));
        few("FewScaled", shape(9, 4, 40), conv(3, 1, "activation", "RELU"), norm());
        few("FewLarge", shape(60, 61, 32), conv(3, 3, "padding", "SAME"));
        Map<String, Object> transposed = attributes(3, 4, "strides", 2, "padding", "SAME");
        few("FewTransposed", shape(7, 9, 20), new LayerSpec("y", "Conv2DTranspose", transposed, List.of("x")));
        LayerSpec add = new LayerSpec("sum", "Add", Map.of(), List.of("y", "x"));
        few("FewAndMore", shape(10, 11, 3), conv(3, 7, "padding", "SAME"), add);
        LayerSpec line = new LayerSpec("y", "Conv1D", attributes(1, 5, "padding", "SAME"), List.of("x"));
        few("FewInLine", shape(200, 64), line);
    }

    private void few(String name, int[] shape, LayerSpec... layers) {
        models.add(name, FEW, shape, List.of(layers));
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
