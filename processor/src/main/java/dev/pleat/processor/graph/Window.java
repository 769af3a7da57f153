package dev.pleat.processor.graph;

/**
 * How a kernel slides over an image: down first, then across. A sequence has one row.
 *
 * @param padding zeros (for a maximum: nothing) that the window may reach into
 */
public record Window(
        int rows, int cols, int strideRows, int strideCols, int dilationRows, int dilationCols, Border padding) {

    /** Returns a window that moves over every pixel by itself. */
    public static Window pointwise() {
        return new Window(1, 1, 1, 1, 1, 1, Border.NONE);
    }

    /** Returns the rows that the dilated window covers. */
    public int extentRows() {
        return (rows - 1) * dilationRows + 1;
    }

    /** Returns the columns that the dilated window covers. */
    public int extentCols() {
        return (cols - 1) * dilationCols + 1;
    }

    /** Returns the number of pixels that the window looks at. */
    public int taps() {
        return rows * cols;
    }

    /** Returns whether the window looks at one pixel at a time, without skipping or padding any. */
    public boolean isPointwise() {
        return equals(pointwise());
    }

    /** Returns the number of rows of the result, zero or less if the window does not fit. */
    public int resultRows(int inputRows) {
        return Math.floorDiv(inputRows + padding.top() + padding.bottom() - extentRows(), strideRows) + 1;
    }

    /** Returns the number of columns of the result, zero or less if the window does not fit. */
    public int resultCols(int inputCols) {
        return Math.floorDiv(inputCols + padding.left() + padding.right() - extentCols(), strideCols) + 1;
    }

    /** Returns this window with another border around its input. */
    public Window withPadding(Border changed) {
        return new Window(rows, cols, strideRows, strideCols, dilationRows, dilationCols, changed);
    }

    /** Returns the shape of the result, of the input's rank. */
    Shape resultShape(Shape input, int channels) {
        Image image = Image.of(input);
        int outRows = resultRows(image.rows());
        int outCols = resultCols(image.cols());
        if (outRows < 1 || outCols < 1) {
            throw new ShapeMismatch(
                    "slides a %d×%d window over %s, which is smaller", extentRows(), extentCols(), input);
        }
        return input.rank() == 2 ? Shape.of(outCols, channels) : Shape.of(outRows, outCols, channels);
    }

    @Override
    public String toString() {
        return rows + "×" + cols
                + (strideRows == 1 && strideCols == 1 ? "" : " strides " + strideRows + "×" + strideCols)
                + (dilationRows == 1 && dilationCols == 1 ? "" : " dilation " + dilationRows + "×" + dilationCols)
                + (padding.isEmpty() ? "" : " padding " + padding);
    }
}
