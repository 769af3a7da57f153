package dev.pleat.benchmarks.pleat;

import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.Simd;

/** A compiled model with arrays of its own for input, output and scratch memory. */
final class PleatSession implements Session {
    private final Prediction prediction;
    private final Task task;
    private final long bytes;
    private final Scratch memory;
    private final float[] input;
    private final float[] output;

    PleatSession(Prediction prediction, Task task, long bytes) {
        this.prediction = prediction;
        this.task = task;
        this.bytes = bytes;
        memory = prediction.model().newScratch();
        input = task.input();
        output = new float[task.net().output().shape().size() * task.samples()];
    }

    @Override
    public String configuration() {
        return "compiled by the annotation processor, %d lanes, %d registers; safetensors; arrays and scratch memory made once"
                .formatted(Simd.LANES, Simd.REGISTERS);
    }

    @Override
    public long modelBytes() {
        return bytes;
    }

    @Override
    public void predict() {
        if (task.samples() == 1) {
            prediction.one().predict(memory, input, 0, output, 0);
        } else {
            prediction.many().predict(task.samples(), input, output);
        }
    }

    @Override
    public float[] output() {
        return output.clone();
    }

    @Override
    public Session another() {
        return new PleatSession(prediction, task, bytes);
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }
}
