package dev.pleat.processor.graph;

import java.util.List;

/** An image without its edges. */
public record Crop(Border border) implements Op {

    @Override
    public Shape resultShape(List<Shape> inputs) {
        Shape x = inputs.get(0);
        Image image = Image.of(x);
        int rows = image.rows() - border.top() - border.bottom();
        int cols = image.cols() - border.left() - border.right();
        if (rows < 1 || cols < 1) {
            throw new ShapeMismatch("crops %s from %s, which leaves nothing", border, x);
        }
        return x.rank() == 2 ? Shape.of(cols, x.last()) : Shape.of(rows, cols, x.last());
    }

    @Override
    public String toString() {
        return "crop " + border;
    }
}
