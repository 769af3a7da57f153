package dev.pleat.processor.emit;

import dev.pleat.processor.plan.Registers;

/** The micro-kernels of a model, for both register budgets. */
record KernelSets(Kernels wide, Kernels narrow) {

    static KernelSets empty(String outer) {
        return new KernelSets(new Kernels(Registers.WIDE, outer), new Kernels(Registers.NARROW, outer));
    }

    /** Returns whether a kernel of either clips sums on their bits. */
    boolean clipsBits() {
        return wide.clipsBits() || narrow.clipsBits();
    }
}
