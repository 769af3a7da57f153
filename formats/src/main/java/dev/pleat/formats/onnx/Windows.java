package dev.pleat.formats.onnx;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import dev.pleat.formats.build.Window;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Reads the attributes of windows that slide. */
final class Windows {
    private Windows() {}

    /** Returns the axes that a window slides over: all but batch and channels. */
    static int axes(Value x) {
        if (x.rank() < 3) {
            throw new NotExpressible("slides a window over " + x.text());
        }
        return x.rank() - 2;
    }

    /** Returns the sizes of those axes. */
    static int[] spatial(Value x) {
        int axes = axes(x);
        int rank = x.shape().rank();
        return x.shape().range(rank - axes, rank).toArray();
    }

    /** Reads a window with its padding, be that given or derived. */
    static Window padded(Call call, Value x, int[] size) {
        Window window = unpadded(call, size);
        String automatic = call.text("auto_pad", "NOTSET");
        return switch (automatic) {
            case "NOTSET", "" -> given(call, window);
            case "VALID" -> window;
            case "SAME_UPPER" -> window.same(spatial(x), false);
            case "SAME_LOWER" -> window.same(spatial(x), true);
            default -> throw new NotExpressible("has auto_pad = " + automatic);
        };
    }

    static Window unpadded(Call call, int[] size) {
        int[] strides = sizes(call, "strides", size.length);
        int[] dilations = sizes(call, "dilations", size.length);
        return Window.valid(size, strides, dilations, true);
    }

    /** Pads a window as {@code pads} says: all begins, then all ends. */
    static Window given(Call call, Window window) {
        int[] pads = call.integers("pads");
        if (pads == null) {
            return window;
        }
        int axes = window.axes();
        if (pads.length != 2 * axes || Arrays.stream(pads).anyMatch(n -> n < 0)) {
            throw new NotExpressible("has pads = " + Arrays.toString(pads) + " for " + axes + " axes");
        }
        return window.padded(Arrays.copyOf(pads, axes), Arrays.copyOfRange(pads, axes, 2 * axes));
    }

    static int[] sizes(Call call, String attribute, int axes) {
        int[] given = call.integers(attribute);
        if (given == null || given.length == 0) {
            return IntStream.generate(() -> 1).limit(axes).toArray();
        }
        if (given.length != axes) {
            throw new NotExpressible("has %s = %s for %d axes".formatted(attribute, Arrays.toString(given), axes));
        }
        return given;
    }

    /** Returns {@code kernel_shape}, which must be there and fit the input. */
    static int[] kernel(Call call, Value x) {
        int[] size = call.integers("kernel_shape");
        if (size == null || size.length != axes(x)) {
            throw new NotExpressible("has kernel_shape = %s for %s".formatted(Arrays.toString(size), x.text()));
        }
        return size;
    }
}
