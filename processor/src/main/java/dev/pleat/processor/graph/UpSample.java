package dev.pleat.processor.graph;

import java.util.List;

/**
 * An image with every pixel repeated, or with values between the pixels.
 *
 * @param rows how often a row is repeated
 * @param cols how often a column is repeated
 * @param bilinear whether values between pixels are interpolated, with half-pixel centres as in TensorFlow 2
 */
public record UpSample(int rows, int cols, boolean bilinear) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        Shape x = inputs.get(0);
        return x.rank() == 2
                ? Shape.of(Math.multiplyExact(x.dim(0), cols), x.dim(1))
                : Shape.of(Math.multiplyExact(x.dim(0), rows), Math.multiplyExact(x.dim(1), cols), x.dim(2));
    }

    @Override
    public String toString() {
        return "upsample " + rows + "×" + cols + (bilinear ? " bilinear" : "");
    }
}
