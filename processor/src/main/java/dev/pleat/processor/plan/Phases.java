package dev.pleat.processor.plan;

import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.TransposedConvolution;
import dev.pleat.processor.graph.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * A transposed convolution as ordinary ones. Every {@code stride}-th row and column of the result is a convolution of the
 * input by every {@code stride}-th tap, in reverse order; there are {@code strideRows · strideCols} such phases.
 */
public final class Phases {

    private Phases() {}

    /**
     * One axis of a phase: output {@code first + i·step}, {@code i < count}, reads the inputs
     * {@code base + i + j·inputStep} by the taps {@code firstTap + j·tapStep}, {@code j < taps}.
     */
    public record Axis(int first, int step, int count, int base, int inputStep, int taps, int firstTap, int tapStep) {

        private int lowest() {
            return taps == 0 ? 0 : base;
        }

        private int highest() {
            return taps == 0 ? 0 : base + count - 1 + (taps - 1) * inputStep;
        }
    }

    /** Returns the phases of rows. */
    public static List<Axis> rows(TransposedConvolution op, Shape result) {
        Window w = op.window();
        return axis(
                w.rows(),
                w.strideRows(),
                w.dilationRows(),
                op.crop().top(),
                Image.of(result).rows());
    }

    /** Returns the phases of columns. */
    public static List<Axis> cols(TransposedConvolution op, Shape result) {
        Window w = op.window();
        return axis(
                w.cols(),
                w.strideCols(),
                w.dilationCols(),
                op.crop().left(),
                Image.of(result).cols());
    }

    /** Output {@code y} of {@code n·stride + dilation·tap = y + crop} has the phase {@code (y + crop) mod stride}. */
    private static List<Axis> axis(int taps, int stride, int dilation, int crop, int outputs) {
        List<Axis> phases = new ArrayList<>();
        for (int phase = 0; phase < stride; phase++) {
            int first = Math.floorMod(phase - crop, stride);
            if (first >= outputs) {
                continue;
            }
            int count = (outputs - first + stride - 1) / stride;
            int start = Math.floorDiv(first + crop - phase, stride);
            phases.add(phase(taps, stride, dilation, phase, first, count, start));
        }
        return phases;
    }

    private static Axis phase(int taps, int stride, int dilation, int phase, int first, int count, int start) {
        List<Integer> members = new ArrayList<>();
        for (int tap = 0; tap < taps; tap++) {
            if (Math.floorMod(dilation * tap - phase, stride) == 0) {
                members.add(tap);
            }
        }
        if (members.isEmpty()) {
            return new Axis(first, stride, count, 0, 0, 0, 0, 0);
        }
        int last = members.get(members.size() - 1);
        int base = start - (dilation * last - phase) / stride;
        int tapStep = members.size() > 1 ? members.get(0) - members.get(1) : -1;
        int inputStep = -tapStep * dilation / stride;
        return new Axis(first, stride, count, base, inputStep, members.size(), last, tapStep);
    }

    /** Returns the border that the phases read around the input. */
    static Border border(TransposedConvolution op, Shape input, Shape result) {
        Image image = Image.of(input);
        int top = 0;
        int bottom = 0;
        int left = 0;
        int right = 0;
        for (Axis axis : rows(op, result)) {
            top = Math.max(top, -axis.lowest());
            bottom = Math.max(bottom, axis.highest() - image.rows() + 1);
        }
        for (Axis axis : cols(op, result)) {
            left = Math.max(left, -axis.lowest());
            right = Math.max(right, axis.highest() - image.cols() + 1);
        }
        return new Border(top, bottom, left, right);
    }
}
