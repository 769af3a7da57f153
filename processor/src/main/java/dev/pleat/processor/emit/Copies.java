package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.plan.Slot;
import java.util.List;

/** Writes what moves inputs and outputs between the caller's arrays and the scratch memory. */
final class Copies {

    private Copies() {}

    /**
     * Returns the statements that read an input.
     *
     * @param bytes whether it is bytes, of which none is a NaN
     * @param clipsBits whether sums are clipped on their bits: see {@link #makePositive}
     */
    static CodeBlock read(Port port, String array, String at, boolean bytes, boolean clipsBits) {
        Slot slot = port.slot();
        int length = slot.image().rowLength();
        CodeBlock.Builder code = CodeBlock.builder().add(Context.zeroBorder(slot));
        if (bytes) {
            code.add("$T.bytes($L, $L, s, ", Names.COPY, array, at);
        } else {
            code.add("$T.rows($L, $L, $L, s, ", Names.COPY, array, at, length);
        }
        code.add("$L, $L, $L, $L);\n", slot.at(), slot.rowStride(), slot.image().rows(), length);
        if (clipsBits && !bytes) {
            code.add(makePositive(
                    "s", slot.at(), slot.rowStride(), "" + slot.image().rows(), length));
        }
        return code.build();
    }

    /** Returns the statement that makes NaNs positive, which clips on bits keep. */
    private static CodeBlock makePositive(String memory, int at, int row, String rows, int length) {
        return CodeBlock.of("$T.makePositive($L, $L, $L, $L, $L);\n", Names.NANS, memory, at, row, rows, length);
    }

    /**
     * Returns the statements that read an input of several samples into memory in which they lie without gaps.
     *
     * @param clipsBits whether sums are clipped on their bits
     */
    static CodeBlock readSamples(Port port, Slot to, boolean bytes, boolean clipsBits) {
        CodeBlock copy = copySamples(port, to, bytes);
        return clipsBits && !bytes
                ? CodeBlock.join(
                        List.of(copy, makePositive("memory", to.at(), port.size(), "samples", port.size())), "")
                : copy;
    }

    private static CodeBlock copySamples(Port port, Slot to, boolean bytes) {
        int size = port.size();
        return bytes
                ? CodeBlock.of(
                        "$1T.bytes($2L, $3L, memory, $4L, $5L, samples, $5L);\n",
                        Names.COPY,
                        port.parameter(),
                        port.at(),
                        to.at(),
                        size)
                : CodeBlock.of(
                        "$1T.rows($2L, $3L, $5L, memory, $4L, $5L, samples, $5L);\n",
                        Names.COPY,
                        port.parameter(),
                        port.at(),
                        to.at(),
                        size);
    }

    /** Returns the statement that copies a value of one sample to its place among those of several. */
    static CodeBlock sample(Slot from, Slot to) {
        int length = from.image().rowLength();
        return CodeBlock.of(
                "$T.rows(s, $L, $L, memory, $L + sample * $L, $L, $L, $L);\n",
                Names.COPY,
                from.at(),
                from.rowStride(),
                to.at(),
                to.image().channels(),
                length,
                from.image().rows(),
                length);
    }

    /** Returns the statement that writes an output of several samples. */
    static CodeBlock writeSamples(Port port, Slot from) {
        return CodeBlock.of(
                "$1T.rows(memory, $2L, $5L, $3L, $4L, $5L, samples, $5L);\n",
                Names.COPY,
                from.at(),
                port.parameter(),
                port.at(),
                port.size());
    }

    /** Returns the statement that writes an output. */
    static CodeBlock write(Port port, String array, String at) {
        Slot slot = port.slot();
        int length = slot.image().rowLength();
        return CodeBlock.of(
                "$T.rows(s, $L, $L, $L, $L, $L, $L, $L);\n",
                Names.COPY,
                slot.at(),
                slot.rowStride(),
                array,
                at,
                length,
                slot.image().rows(),
                length);
    }
}
