package dev.pleat.runtime;

/** A kernel that was written for a model. */
final class ModelKernel extends ColdKernel {
    private final VectorKernels kernels;
    private final int index;
    private final StandIn standIn;
    private final Memory memory;

    ModelKernel(VectorKernels kernels, int index, Memory memory) {
        this.kernels = kernels;
        this.index = index;
        this.standIn = kernels.standIns()[index];
        this.memory = memory;
    }

    /** What the kernels of a model compute on; made when the first of them begins. */
    static final class Memory {
        private final int scratch;
        private final float[] w;
        private float[] s;

        /**
         * @param scratch the floats of scratch memory
         * @param w the weights
         */
        Memory(int scratch, float[] w) {
            this.scratch = scratch;
            this.w = w;
        }
    }

    /** What only scalar code stands in for takes most of the time until it is compiled. */
    @Override
    int urgency() {
        return standIn.isVectorizable() ? 0 : 1;
    }

    @Override
    int floats() {
        return memory.scratch;
    }

    /** Takes the memory that the model's kernels share. */
    @Override
    void begin() {
        if (memory.s == null) {
            memory.s = new float[floats()];
        }
        s = memory.s;
    }

    @Override
    void end() {
        standIn.end();
        super.end();
    }

    @Override
    void call(boolean skip) {
        kernels.call(index, s, memory.w, skip);
    }

    @Override
    int operations() {
        return standIn.operations();
    }

    @Override
    int rounds() {
        return standIn.rounds();
    }
}
