package dev.pleat.runtime;

import java.util.ArrayDeque;
import java.util.Deque;

/** The kernels that wait to be compiled. Those of the runtime, which many layers share, go before those of models. Not for several threads at once. */
final class WaitingKernels {
    private final Deque<ColdKernel> shared = new ArrayDeque<>();
    private final Deque<ColdKernel> ofModels = new ArrayDeque<>();

    void addShared(ColdKernel kernel) {
        shared.addLast(kernel);
    }

    void addOfModel(ColdKernel kernel) {
        ofModels.addLast(kernel);
    }

    boolean isEmpty() {
        return shared.isEmpty() && ofModels.isEmpty();
    }

    /** Removes the next one: the first of those that save most. */
    ColdKernel take() {
        Deque<ColdKernel> kernels = shared.isEmpty() ? ofModels : shared;
        ColdKernel next = kernels.getFirst();
        for (ColdKernel kernel : kernels) {
            if (kernel.urgency() > next.urgency()) {
                next = kernel;
            }
        }
        kernels.remove(next);
        return next;
    }
}
