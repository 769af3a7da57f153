package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import dev.pleat.formats.build.Window;
import java.util.Arrays;

/** Reads the attributes of windows that slide over images. */
final class Windows {
    private Windows() {}

    /** {@return the numbers for height and width of an attribute that has one for each dimension} */
    static int[] two(Operation operation, String attribute) {
        return two(operation, attribute, operation.node().integers(attribute, 1, 1, 1, 1));
    }

    static int[] two(Operation operation, String attribute, int... all) {
        boolean first = operation.isChannelsFirst();
        int channels = first ? 1 : 3;
        if (all.length != 4 || all[0] != 1 || all[channels] != 1) {
            throw new NotExpressible(
                    "has %s %s; only height and width can slide".formatted(attribute, Arrays.toString(all)));
        }
        return first ? new int[] {all[2], all[3]} : new int[] {all[1], all[2]};
    }

    /** {@return the height and width of an image} */
    static int[] spatial(Operation operation, Value x) {
        int row = operation.isChannelsFirst() ? 1 : 0;
        if (x.rank() != 4 || !x.batched() && x.shape().get(0) != 1) {
            throw new NotExpressible("takes images, but was given " + x.text());
        }
        int offset = x.batched() ? row : row + 1;
        return x.shape().range(offset, offset + 2).toArray();
    }

    /** {@return the window of an operation with strides, dilations and padding} */
    static Window of(Operation operation, int[] size, int[] input) {
        return of(operation, size, two(operation, "strides"), input);
    }

    /** {@return the window of an operation with dilations and padding} */
    static Window of(Operation operation, int[] size, int[] strides, int[] input) {
        int[] dilations = two(operation, "dilations");
        Window valid = Window.valid(size, strides, dilations, operation.isChannelsFirst());
        String padding = operation.node().text("padding", "");
        return switch (padding) {
            case "VALID" -> valid;
            case "SAME" -> valid.same(input, false);
            case "EXPLICIT" -> explicit(operation, valid);
            default -> throw new NotExpressible("has the padding '" + padding + "'");
        };
    }

    private static Window explicit(Operation operation, Window valid) {
        int[] all = operation.node().integers("explicit_paddings");
        int row = operation.isChannelsFirst() ? 2 : 1;
        if (all.length != 8) {
            throw new NotExpressible("has the paddings " + Arrays.toString(all));
        }
        for (int i = 0; i < 4; i++) {
            boolean slides = i == row || i == row + 1;
            if (!slides && (all[2 * i] != 0 || all[2 * i + 1] != 0)) {
                throw new NotExpressible("pads batches or channels: " + Arrays.toString(all));
            }
        }
        return valid.padded(new int[] {all[2 * row], all[2 * row + 2]}, new int[] {all[2 * row + 1], all[2 * row + 3]});
    }
}
