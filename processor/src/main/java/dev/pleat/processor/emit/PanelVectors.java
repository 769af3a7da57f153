package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.plan.Tile;

/**
 * The vectors of channels that a tile computes, as text: where they begin, how wide they are and where their weights lie.
 * Those of a second panel are counted on from those of the first.
 *
 * @param outputs the channels of all panels
 */
record PanelVectors(Kernels kernels, Tile tile, int outputs) {

    private String lanes() {
        return kernels.lanes(outputs);
    }

    boolean half(int vector) {
        return tile.half() && vector == tile.vectors() - 1;
    }

    /** Returns the number of channels that decides how wide a vector is. */
    int channels(int vector) {
        return half(vector) ? Tile.HALF : outputs;
    }

    /** Returns the text of the channels of a panel, as a factor. */
    String width() {
        if (tile.half()) {
            return "(" + times(tile.vectors() - 1) + " + " + kernels.lanes(Tile.HALF) + ")";
        }
        return tile.vectors() == 1 ? lanes() : "(" + times(tile.vectors()) + ")";
    }

    /** Returns the text of the floats that the weights of some numbers take, as a factor. */
    String weights(int numbers) {
        return tile.half() ? numbers + " * " + width() : Math.multiplyExact(numbers, tile.vectors()) + " * " + lanes();
    }

    /** Returns the text of the first channel of a panel: the last panel overlaps the one before if it is not full. */
    String firstChannel(String panel) {
        return CodeBlock.of("Math.min($L * $L, Math.max(0, $L - $L))", panel, width(), outputs, width())
                .toString();
    }

    /** Returns the statements that declare where vectors begin: the last ones overlap where channels are few. */
    CodeBlock offsets() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int vector = 1; vector < tile.panels() * tile.vectors(); vector++) {
            int first = vector - tile.vectors();
            if (first < 0) {
                String last = kernels.lanes(channels(vector));
                code.addStatement("int c$L = Math.min($L, $L - $L)", vector, times(vector), outputs, last);
            } else {
                code.addStatement("int c$L = $L", vector, first == 0 ? "d" : "c" + first + " + d");
            }
        }
        return code.build();
    }

    /** Returns the text that adds a vector's first channel to an offset. */
    String channel(int vector) {
        return vector == 0 ? "" : " + c" + vector;
    }

    /** Returns the text that adds the distance of a vector of weights of a number to the offset of the first number's. */
    String weight(int number, int vector) {
        int index = number * tile.vectors() + vector % tile.vectors();
        return (vector < tile.vectors() ? "" : " + j") + (index == 0 ? "" : " + " + times(index));
    }

    private String times(int count) {
        return count == 1 ? lanes() : count + " * " + lanes();
    }
}
