package dev.pleat.processor.emit;

import dev.pleat.processor.plan.Registers;

/** The micro-kernels of a model, for both register budgets. */
record KernelSets(Kernels wide, Kernels narrow) {

    static KernelSets empty() {
        return new KernelSets(new Kernels(Registers.WIDE), new Kernels(Registers.NARROW));
    }
}
