package dev.pleat.processor.emit;

import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;

/** Writes the code of one kind of operation. */
@FunctionalInterface
interface OpEmitter<O extends Op> {

    /** Returns what a node of this operation becomes. */
    Step emit(Node node, O op, Context context);
}
