package dev.pleat.benchmarks.pleat;

import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.runtime.Part;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.Simd;
import dev.pleat.runtime.StepSpec;
import dev.pleat.runtime.StepTimes;
import dev.pleat.runtime.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A compiled model with arrays of its own for input, output and scratch memory, and a team if several threads predict. */
final class PleatSession implements Session {
    private final Prediction prediction;
    private final Task task;
    private final long bytes;
    private final Team team;
    private final Scratch memory;
    private final float[] input;
    private final float[] output;
    private final Map<String, float[]> inputs;
    private final Map<String, float[]> outputs;
    private final StepTimes times = new StepTimes();
    private final List<Scratch> perThread;
    private final Consumer<Part> share = this::predictShare;

    PleatSession(Prediction prediction, Task task, long bytes) {
        this.prediction = prediction;
        this.task = task;
        this.bytes = bytes;
        // Alone, nothing needs a team, whose classes would count for the start.
        team = task.threads() == 1 ? null : Team.of(task.threads());
        memory = team == null
                ? prediction.model().newScratch()
                : prediction.model().newScratch(team);
        input = task.input();
        output = new float[task.net().output().shape().size() * task.samples()];
        perThread = new ArrayList<>();
        for (int i = 0; team != null && task.samples() > 1 && i < task.threads(); i++) {
            perThread.add(prediction.model().newScratch());
        }
        inputs = Map.of(prediction.model().inputs().get(0).name(), input);
        outputs = Map.of(prediction.model().outputs().get(0).name(), output);
    }

    @Override
    public String configuration() {
        String threads = task.threads() == 1 ? "" : "; a team of %d threads".formatted(task.threads());
        return "compiled by the annotation processor, %d lanes, %d registers; safetensors; arrays and scratch memory made once%s"
                .formatted(Simd.LANES, Simd.REGISTERS, threads);
    }

    @Override
    public long modelBytes() {
        return bytes;
    }

    @Override
    public void predict() {
        if (task.samples() == 1) {
            prediction.one().predict(memory, input, 0, output, 0);
        } else if (team == null) {
            prediction.many().predict(task.samples(), input, output);
        } else {
            team.run(share);
        }
    }

    /** Of a batch, each thread predicts some samples. */
    private void predictShare(Part part) {
        Scratch own = perThread.get(part.from(task.threads()));
        int in = input.length / task.samples();
        int out = output.length / task.samples();
        for (int i = part.from(task.samples()); i < part.to(task.samples()); i++) {
            prediction.one().predict(own, input, i * in, output, i * out);
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
        if (team != null) {
            team.close();
        }
    }
}
