package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.Dims;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Shapes;
import dev.pleat.formats.build.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What enlarges images, and what exchanges pixels and channels. */
final class ImageOps {
    private ImageOps() {}

    /** Adds the translators of this family. */
    static void register(Map<String, Translator> translators) {
        translators.put("ResizeNearestNeighbor", operation -> resize(operation, false));
        translators.put("ResizeBilinear", operation -> resize(operation, true));
        translators.put("DepthToSpace", ImageOps::depthToSpace);
        translators.put("SpaceToDepth", ImageOps::spaceToDepth);
    }

    private static List<Result> resize(Operation operation, boolean bilinear) {
        int[] size = operation.constant(1).integers();
        Value x = operation.live(0);
        if (size.length != 2 || x.shape().rank() != 3 || !x.batched()) {
            throw new NotExpressible("enlarges " + x.text() + " to " + Arrays.toString(size));
        }
        int[] factors = new int[2];
        for (int i = 0; i < 2; i++) {
            int old = x.shape().get(i);
            if (size[i] < old || size[i] % old != 0) {
                throw new NotExpressible(
                        "enlarges %s to %s, not a whole number of times".formatted(x.text(), Arrays.toString(size)));
            }
            factors[i] = size[i] / old;
        }
        boolean aligned = operation.node().flag("align_corners", false);
        boolean centred = operation.node().flag("half_pixel_centers", false);
        boolean enlarges = factors[0] > 1 || factors[1] > 1;
        if (enlarges && aligned) {
            throw new NotExpressible("aligns corners (align_corners is true), which the language does not");
        }
        if (enlarges && bilinear && !centred) {
            throw new NotExpressible("does not centre pixels (half_pixel_centers is false), which the language does");
        }
        // Enlarged a whole number of times, the nearest pixel is the same with centred pixels and without.
        Shapes shapes = operation.builder().shapes();
        return ElementwiseOps.live(
                bilinear
                        ? shapes.bilinear(operation.origin(), x, false, factors[0], factors[1])
                        : shapes.repeat(operation.origin(), x, 1, factors[0], factors[1], 1));
    }

    private static List<Result> depthToSpace(Operation operation) {
        int block = (int) operation.node().integer("block_size", 0);
        Value x = operation.live(0);
        Dims shape = image(operation, x, block);
        if (shape.get(2) % (block * block) != 0) {
            throw new NotExpressible(
                    "deals " + shape.get(2) + " channels out to " + block + " by " + block + " pixels");
        }
        Shapes shapes = operation.builder().shapes();
        String origin = operation.origin();
        int depth = shape.get(2) / (block * block);
        Value split = shapes.reshape(origin + "_split", x, -1, shape.get(0), shape.get(1), block, block, depth);
        Value moved = shapes.permute(origin + "_order", split, 0, 1, 3, 2, 4, 5);
        return ElementwiseOps.live(
                shapes.reshape(origin, moved, -1, shape.get(0) * block, shape.get(1) * block, depth));
    }

    private static List<Result> spaceToDepth(Operation operation) {
        int block = (int) operation.node().integer("block_size", 0);
        Value x = operation.live(0);
        Dims shape = image(operation, x, block);
        if (shape.get(0) % block != 0 || shape.get(1) % block != 0) {
            throw new NotExpressible("deals " + x.text() + " out by " + block);
        }
        Shapes shapes = operation.builder().shapes();
        String origin = operation.origin();
        int rows = shape.get(0) / block;
        int cols = shape.get(1) / block;
        Value split = shapes.reshape(origin + "_split", x, -1, rows, block, cols, block, shape.get(2));
        Value moved = shapes.permute(origin + "_order", split, 0, 1, 3, 2, 4, 5);
        return ElementwiseOps.live(shapes.reshape(origin, moved, -1, rows, cols, block * block * shape.get(2)));
    }

    private static Dims image(Operation operation, Value x, int block) {
        if (!x.batched() || x.shape().rank() != 3 || block < 1 || block > 1024 || operation.isChannelsFirst()) {
            throw new NotExpressible("deals out " + x.text() + " by " + block);
        }
        return x.shape();
    }
}
