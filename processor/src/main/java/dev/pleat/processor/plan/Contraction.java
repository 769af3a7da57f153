package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Dense;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.TransposedConvolution;
import dev.pleat.processor.graph.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear layer, or one phase of a transposed one, as the loops that compute it; all distances in floats.
 *
 * <p>For each pixel of the result and each group of channels, {@code inputs × taps} numbers are multiplied by
 * {@code outputs} weights each. The numbers are {@code reduction} loops, the innermost contiguous.
 *
 * @param x offset of what the first pixel reads first
 * @param y offset of the first pixel of the result
 * @param residual offset of what is added to the first pixel, -1 for nothing
 * @param pixels how pixels follow each other
 * @param reduction exactly three loops, outermost first
 * @param inputs input channels of a group
 * @param outputs output channels of a group
 * @param rowTaps the rows of taps that the weights are taken from
 * @param colTaps the columns of taps that the weights are taken from
 */
public record Contraction(
        int x,
        int y,
        int residual,
        Pixels pixels,
        List<Loop> reduction,
        int groups,
        int inputs,
        int outputs,
        Taps rowTaps,
        Taps colTaps) {

    /** {@code count} steps, {@code stride} floats apart. */
    public record Loop(int count, int stride) {}

    /** {@code count} taps of one axis of the kernel from {@code first} on. */
    public record Taps(int first, int step, int count) {

        static Taps all(int count) {
            return new Taps(0, 1, count);
        }
    }

    /**
     * The result's pixels, row by row, with the distances between rows and between columns of what is read, written and
     * added.
     *
     * @param width columns of the image where its rows are joined to one although there is something between them, so
     *     that {@code yRow} and {@code addRow} are the distances of what was joined; else 0
     */
    public record Pixels(
            int rows, int cols, int xRow, int xCol, int yRow, int yCol, int addRow, int addCol, int width) {

        /** Pixels of which rows are what they seem. */
        public Pixels(int rows, int cols, int xRow, int xCol, int yRow, int yCol, int addRow, int addCol) {
            this(rows, cols, xRow, xCol, yRow, yCol, addRow, addCol, 0);
        }

        /** Returns the pixels as one row, if rows follow each other as columns do. */
        Pixels flat() {
            boolean flat = rows > 1 && xRow == cols * xCol && yRow == cols * yCol && addRow == cols * addCol;
            return flat ? new Pixels(1, rows * cols, 0, xCol, 0, yCol, 0, addCol) : this;
        }

        /** Returns whether rows are joined although there is something between them. */
        public boolean isJoined() {
            return width > 0;
        }

        /** Returns how much farther than the next pixel of a row the first one of the next row is, in what is written. */
        public int yGap() {
            return yRow - width * yCol;
        }

        /** Returns the same for what is added. */
        public int addGap() {
            return addRow - width * addCol;
        }

        /** Returns how many columns a tile may have: no more than lie in two rows, if those are joined. */
        int mostCols() {
            return isJoined() ? width : cols;
        }

        /** Returns the number of pixels. */
        public int count() {
            return rows * cols;
        }
    }

    /** Returns the same for the first pixel only. */
    Contraction ofOnePixel() {
        return of(new Pixels(1, 1, 0, 0, 0, 0, 0, 0));
    }

    private Contraction of(Pixels other) {
        return new Contraction(x, y, residual, other, reduction, groups, inputs, outputs, rowTaps, colTaps);
    }

    /** Returns whether rows of pixels can be joined: they are read without gaps, and there are some to jump over else. */
    boolean canJoinRows() {
        return !depthwise() && pixels.rows > 1 && pixels.xRow == pixels.cols * pixels.xCol;
    }

    /** Returns the same as if all pixels were in one row: a tile may begin in one row and end in the next. */
    public Contraction withJoinedRows() {
        return of(new Pixels(
                1,
                pixels.count(),
                0,
                pixels.xCol,
                pixels.yRow,
                pixels.yCol,
                pixels.addRow,
                pixels.addCol,
                pixels.cols));
    }

    /** Returns whether every channel is convolved by itself. */
    public boolean depthwise() {
        return groups > 1 && inputs == 1 && outputs == 1;
    }

    /** Returns how many numbers each sum adds up. */
    public int depth() {
        return rowTaps.count() * colTaps.count() * inputs;
    }

    /** Returns the contractions of a linear node: one, or one for every phase of a transposed convolution. */
    public static List<Contraction> of(Node node, Plan plan) {
        Linear linear = (Linear) node.op();
        Slot x = plan.slot(node.input());
        Slot y = plan.slot(node);
        Slot add = linear.epilogue().residual() ? plan.slot(node.inputs().get(1)) : null;
        if (linear instanceof Convolution convolution) {
            return List.of(convolution(convolution, x, y, add));
        } else if (linear instanceof TransposedConvolution transposed) {
            return transposed(transposed, node, x, y, add);
        }
        return List.of(dense((Dense) linear, x, y, add));
    }

    private static Contraction dense(Dense dense, Slot x, Slot y, Slot add) {
        int in = x.image().channels();
        Pixels pixels = pixels(y, add, x.rowStride(), in, 1, 1).flat();
        List<Loop> reduction = List.of(new Loop(1, 0), new Loop(1, 0), new Loop(in, 1));
        return new Contraction(
                x.at(), y.at(), at(add), pixels, reduction, 1, in, dense.units(), Taps.all(1), Taps.all(1));
    }

    private static Contraction convolution(Convolution op, Slot x, Slot y, Slot add) {
        Window window = op.window();
        int channels = x.image().channels();
        int inputs = channels / op.groups();
        int start = x.at()
                - window.padding().top() * x.rowStride()
                - window.padding().left() * x.pitch();
        Pixels pixels = pixels(y, add, x.rowStride() * window.strideRows(), x.pitch() * window.strideCols(), 1, 1);
        Loop rows = new Loop(window.rows(), window.dilationRows() * x.rowStride());
        Loop cols = new Loop(window.cols(), window.dilationCols() * x.pitch());
        boolean depthwise = op.depthwise() && inputs == 1;
        return new Contraction(
                start,
                y.at(),
                at(add),
                pixels.flat(),
                depthwise ? List.of(rows, cols, new Loop(1, 1)) : merged(rows, cols, inputs),
                op.groups(),
                inputs,
                op.filters() / op.groups(),
                Taps.all(window.rows()),
                Taps.all(window.cols()));
    }

    private static List<Contraction> transposed(TransposedConvolution op, Node node, Slot x, Slot y, Slot add) {
        List<Contraction> phases = new ArrayList<>();
        int channels = x.image().channels();
        for (Phases.Axis row : Phases.rows(op, node.shape())) {
            for (Phases.Axis col : Phases.cols(op, node.shape())) {
                boolean empty = row.taps() == 0 || col.taps() == 0;
                int start = empty ? x.at() : x.at() + row.base() * x.rowStride() + col.base() * channels;
                Pixels all = pixels(y, add, x.rowStride(), channels, row.step(), col.step());
                Pixels pixels = new Pixels(
                        row.count(), col.count(), all.xRow, all.xCol, all.yRow, all.yCol, all.addRow, all.addCol);
                int skip = row.first() * y.rowStride() + col.first() * op.filters();
                int residual = add == null ? -1 : add.at() + row.first() * add.rowStride() + col.first() * op.filters();
                Loop rows = new Loop(empty ? 0 : row.taps(), row.inputStep() * x.rowStride());
                Loop cols = new Loop(empty ? 0 : col.taps(), col.inputStep() * channels);
                phases.add(new Contraction(
                        start,
                        y.at() + skip,
                        residual,
                        pixels.flat(),
                        merged(rows, cols, channels),
                        1,
                        channels,
                        op.filters(),
                        new Taps(row.firstTap(), row.tapStep(), rows.count()),
                        new Taps(col.firstTap(), col.tapStep(), cols.count())));
            }
        }
        return phases;
    }

    private static Pixels pixels(Slot y, Slot add, int xRow, int xCol, int rowStep, int colStep) {
        Slot added = add == null ? y : add;
        return new Pixels(
                y.image().rows(),
                y.image().cols(),
                xRow,
                xCol,
                y.rowStride() * rowStep,
                y.pitch() * colStep,
                added.rowStride() * rowStep,
                added.pitch() * colStep);
    }

    /** Makes loops whose steps follow each other without gaps one loop. */
    private static List<Loop> merged(Loop rows, Loop cols, int inputs) {
        Loop inner = new Loop(inputs, 1);
        Loop middle = cols;
        Loop outer = rows;
        if (middle.count() == 1 || middle.stride() == inner.count()) {
            inner = new Loop(middle.count() * inner.count(), 1);
            middle = new Loop(1, 0);
        }
        if (middle.count() == 1 && (outer.count() == 1 || outer.stride() == inner.count())) {
            inner = new Loop(outer.count() * inner.count(), 1);
            outer = new Loop(1, 0);
        }
        return List.of(outer, middle, inner);
    }

    private static int at(Slot add) {
        return add == null ? -1 : add.at();
    }
}
