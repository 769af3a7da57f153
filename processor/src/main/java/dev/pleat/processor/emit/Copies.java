package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.plan.Slot;

/** Writes what moves inputs and outputs between the caller's arrays and the scratch memory. */
final class Copies {

    private Copies() {}

    /** Returns the statements that read an input. */
    static CodeBlock read(Port port, String array, String at, boolean bytes) {
        Slot slot = port.slot();
        int length = slot.image().rowLength();
        CodeBlock.Builder code = CodeBlock.builder().add(Context.zeroBorder(slot));
        if (bytes) {
            code.add("$T.bytes($L, $L, s, ", Names.COPY, array, at);
        } else {
            code.add("$T.rows($L, $L, $L, s, ", Names.COPY, array, at, length);
        }
        code.add("$L, $L, $L, $L);\n", slot.at(), slot.rowStride(), slot.image().rows(), length);
        if (!bytes) {
            code.addStatement(
                    "$T.makePositive(s, $L, $L, $L, $L)",
                    Names.NANS,
                    slot.at(),
                    slot.rowStride(),
                    slot.image().rows(),
                    length);
        }
        return code.build();
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
