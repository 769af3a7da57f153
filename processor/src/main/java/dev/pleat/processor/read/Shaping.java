package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Problem;
import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Crop;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.Pad;
import dev.pleat.processor.graph.Repeat;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.UpSample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the layers that move elements without computing. */
final class Shaping {

    private Shaping() {}

    static void flatten(LayerContext layer) {
        Chain chain = layer.chain();
        if (layer.channelsFirst() && chain.shape().rank() > 1) {
            chain.channelsLast();
        }
        chain.reshape("flat", Shape.of(chain.shape().size())).finish();
    }

    static void reshape(LayerContext layer) {
        int[] target = layer.someIntegers("targetShape");
        Shape shape = layer.input();
        long known = 1;
        int free = -1;
        for (int i = 0; i < target.length; i++) {
            if (target[i] == -1 && free < 0) {
                free = i;
            } else if (target[i] < 1) {
                throw layer.refuse(
                        Problem.CONTRADICTION,
                        "targetShape",
                        "targetShape = " + Arrays.toString(target),
                        "what a shape is",
                        "write dimensions of at least 1, one of them -1 to have it inferred");
            } else {
                known = Math.multiplyExact(known, (long) target[i]);
            }
        }
        if (free >= 0 && shape.count() % known == 0) {
            target[free] = (int) (shape.count() / known);
            known *= target[free];
        }
        if (known != shape.count()) {
            String fix = "write dimensions whose product is " + shape.count() + "; the shapes so far: "
                    + layer.shapesSoFar();
            throw layer.refuse(
                    Problem.RESHAPE_MISMATCH, "targetShape", shape, shape.count(), Arrays.toString(target), known, fix);
        }
        layer.chain().reshape("reshape", Shape.of(target)).finish();
    }

    static void permute(LayerContext layer) {
        int[] dims = layer.someIntegers("dims");
        Shape shape = layer.input();
        int[] sorted = Arrays.stream(dims).sorted().toArray();
        if (!Arrays.equals(sorted, IntStream.rangeClosed(1, shape.rank()).toArray())) {
            throw layer.refuse(Problem.NOT_A_PERMUTATION, "dims", Arrays.toString(dims), shape.rank());
        }
        List<Integer> order = Arrays.stream(dims).map(d -> d - 1).boxed().toList();
        layer.chain().permute("permute", order).finish();
    }

    static void repeatVector(LayerContext layer) {
        int n = layer.positive("n");
        layer.input(1, "[features]");
        layer.chain().then("repeat", new Repeat(n)).finish();
    }

    static void zeroPadding(LayerContext layer, int axes) {
        Border border = border(layer, "padding", axes);
        image(layer, axes, border, new Pad(border));
    }

    static void cropping(LayerContext layer, int axes) {
        Border border = border(layer, "cropping", axes);
        Shape shape = layer.input();
        boolean first = axes == 2 && layer.channelsFirst();
        if (shape.rank() == axes + 1) {
            Image image = first ? new Image(shape.dim(1), shape.dim(2), shape.dim(0)) : Image.of(shape);
            if (axes == 2 && border.top() + border.bottom() >= image.rows()
                    || border.left() + border.right() >= image.cols()) {
                throw layer.refuse(Problem.NOTHING_LEFT, "cropping", shape, layer.inputName());
            }
        }
        image(layer, axes, border, new Crop(border));
    }

    private static void image(LayerContext layer, int axes, Border border, Op op) {
        boolean first = axes == 2 && layer.channelsFirst();
        layer.input(
                axes + 1,
                axes == 1 ? "[steps, channels]" : first ? "[channels, height, width]" : "[height, width, channels]");
        Chain chain = layer.chain();
        if (!border.isEmpty()) {
            if (first) {
                chain.channelsLast();
            }
            chain.then("image", op);
            if (first) {
                chain.channelsFirst();
            }
        }
        chain.finish();
    }

    private static Border border(LayerContext layer, String attribute, int axes) {
        int[] given = layer.integers(attribute);
        if (Arrays.stream(given).anyMatch(n -> n < 0)) {
            layer.problem(Problem.NEGATIVE, attribute, attribute, Arrays.toString(given));
        } else if (Arrays.stream(given).anyMatch(n -> n > LayerContext.MOST)) {
            layer.problem(Problem.TOO_LARGE, attribute, attribute + " = " + Arrays.toString(given));
        }
        boolean legal = given.length == 1 || given.length == 2 || axes == 2 && given.length == 4;
        if (!legal) {
            throw layer.refuse(
                    Problem.WRONG_COUNT, attribute, given.length, attribute, axes == 1 ? "1 or 2" : "1, 2 or 4");
        }
        if (axes == 1) {
            return new Border(0, 0, given[0], given[given.length - 1]);
        }
        return switch (given.length) {
            case 1 -> new Border(given[0], given[0], given[0], given[0]);
            case 2 -> new Border(given[0], given[0], given[1], given[1]);
            default -> new Border(given[0], given[1], given[2], given[3]);
        };
    }

    static void upSampling1D(LayerContext layer) {
        int size = layer.positive("size");
        layer.input(2, "[steps, channels]");
        layer.chain().then("upsample", new UpSample(1, size, false)).finish();
    }

    static void upSampling2D(LayerContext layer) {
        int[] size = layer.positives("size", 2);
        boolean bilinear = layer.text("interpolation").equals("BILINEAR");
        boolean first = layer.channelsFirst();
        layer.input(3, first ? "[channels, height, width]" : "[height, width, channels]");
        Chain chain = layer.chain();
        if (first) {
            chain.channelsLast();
        }
        chain.then("upsample", new UpSample(size[0], size[1], bilinear));
        if (first) {
            chain.channelsFirst();
        }
        chain.finish();
    }
}
