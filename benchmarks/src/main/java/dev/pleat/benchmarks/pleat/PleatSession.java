package dev.pleat.benchmarks.pleat;

import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.Simd;
import dev.pleat.runtime.StepSpec;
import dev.pleat.runtime.StepTimes;
import java.util.List;
import java.util.Map;

/** A compiled model with arrays of its own for input, output and scratch memory. */
final class PleatSession implements Session {
    private final Prediction prediction;
    private final Task task;
    private final long bytes;
    private final Scratch memory;
    private final float[] input;
    private final float[] output;
    private final Map<String, float[]> inputs;
    private final Map<String, float[]> outputs;
    private final StepTimes times = new StepTimes();

    PleatSession(Prediction prediction, Task task, long bytes) {
        this.prediction = prediction;
        this.task = task;
        this.bytes = bytes;
        memory = prediction.model().newScratch();
        input = task.input();
        output = new float[task.net().output().shape().size() * task.samples()];
        inputs = Map.of(prediction.model().inputs().get(0).name(), input);
        outputs = Map.of(prediction.model().outputs().get(0).name(), output);
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
    public List<String> layers() {
        return prediction.model().steps().stream().map(StepSpec::name).toList();
    }

    @Override
    public void predictTimed(long[] nanos) {
        prediction.model().predict(inputs, outputs, times);
        for (int step = 0; step < nanos.length; step++) {
            nanos[step] += times.nanos(step);
        }
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
