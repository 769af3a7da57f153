package golden;

import dev.pleat.runtime.Affine;
import dev.pleat.runtime.AlignedFloats;
import dev.pleat.runtime.Arguments;
import dev.pleat.runtime.ChannelAffine;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Copy;
import dev.pleat.runtime.Panels;
import dev.pleat.runtime.Part;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.ScratchPool;
import dev.pleat.runtime.Step;
import dev.pleat.runtime.StepSpec;
import dev.pleat.runtime.StepTimes;
import dev.pleat.runtime.Team;
import dev.pleat.runtime.TensorSpec;
import dev.pleat.runtime.WarmUp;
import dev.pleat.runtime.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * The model {@link golden.OutputNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class OutputNetModel implements CompiledModel {
    private static final int SCRATCH = 32;

    private static final int AREA = 0;

    /**
     * All weights, folded and packed in the order in which the kernels read them.
     */
    private final float[] w;

    private final ScratchPool scratch = new ScratchPool(SCRATCH);

    /**
     * What a prediction runs, in order.
     */
    private final Step[] steps = new Step[1];

    /**
     * Which of the steps the threads of a team divide among themselves.
     */
    private final boolean[] divided = new boolean[1];

    private OutputNetModel(Weights weights) {
        w = AlignedFloats.allocate(44);
        pack(weights, w);
        list(steps, divided);
    }

    /**
     * Loads the class-path resource {@code OutputNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static OutputNetModel load() {
        return loadResource("OutputNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static OutputNetModel loadResource(String resource) {
        return loadResource(resource, Map.of());
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @param names what tensors are called there, by their name here or by the path of their layer, where that differs
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static OutputNetModel loadResource(String resource, Map<String, String> names) {
        return new OutputNetModel(Weights.readResource(
                "OutputNet", specs(), OutputNetModel.class, name -> OutputNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static OutputNetModel load(Path file) throws IOException {
        return load(file, Map.of());
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @param names what tensors are called there, by their name here or by the path of their layer, where that differs
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static OutputNetModel load(Path file, Map<String, String> names) throws IOException {
        return new OutputNetModel(Weights.read("OutputNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static OutputNetModel load(InputStream stream) throws IOException {
        return load(stream, Map.of());
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @param names what tensors are called there, by their name here or by the path of their layer, where that differs
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static OutputNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new OutputNetModel(Weights.read("OutputNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static OutputNetModel load(Map<String, float[]> tensors) {
        return load(tensors, Map.of());
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @param names what tensors are called there, by their name here or by the path of their layer, where that differs
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static OutputNetModel load(Map<String, float[]> tensors, Map<String, String> names) {
        return new OutputNetModel(Weights.of("OutputNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [4]}
     * @return the outputs
     * @throws IllegalArgumentException if an array has another length
     */
    public Outputs predict(float[] x) {
        float[] twice = new float[4];
        float[] same = new float[4];
        float[] square = new float[4];
        predict(x, twice, same, square);
        return new Outputs(twice, same, square);
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [4]}
     * @param twice gets {@code [4]}
     * @param same gets {@code [4]}
     * @param square gets {@code [2, 2]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] twice, float[] same, float[] square) {
        Arguments.checkExact("x", x.length, 4);
        Arguments.checkExact("twice", twice.length, 4);
        Arguments.checkExact("same", same.length, 4);
        Arguments.checkExact("square", square.length, 4);
        predict(x, 0, twice, 0, same, 0, square, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [4]}
     * @param xAt where it begins in {@code x}
     * @param twice gets {@code [4]}
     * @param twiceAt where it begins in {@code twice}
     * @param same gets {@code [4]}
     * @param sameAt where it begins in {@code same}
     * @param square gets {@code [2, 2]}
     * @param squareAt where it begins in {@code square}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] twice, int twiceAt, float[] same, int sameAt,
            float[] square, int squareAt) {
        Arguments.check("x", x.length, xAt, 4);
        Arguments.check("twice", twice.length, twiceAt, 4);
        Arguments.check("same", same.length, sameAt, 4);
        Arguments.check("square", square.length, squareAt, 4);
        float[] s = scratch.take();
        try {
            read(s, x, xAt);
            run(s);
            write(s, twice, twiceAt, same, sameAt, square, squareAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays.
     *
     * @param samples how many, 0 or more
     * @param x {@code [4]} for each sample
     * @return the outputs for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public Outputs predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 4);
        float[] twice = new float[Arguments.elements("twice", samples, 4)];
        float[] same = new float[Arguments.elements("same", samples, 4)];
        float[] square = new float[Arguments.elements("square", samples, 4)];
        predictBatch(samples, x, twice, same, square);
        return new Outputs(twice, same, square);
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [4]} for each sample
     * @param twice gets {@code [4]} for each sample
     * @param same gets {@code [4]} for each sample
     * @param square gets {@code [2, 2]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] twice, float[] same, float[] square) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 4);
        Arguments.check("twice", twice.length, 0, (long) samples * 4);
        Arguments.check("same", same.length, 0, (long) samples * 4);
        Arguments.check("square", square.length, 0, (long) samples * 4);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 4, twice, sample * 4, same, sample * 4, square, sample * 4);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [4]}
     * @return the outputs
     * @throws IllegalArgumentException if an array has another length
     */
    public Outputs predict(byte[] x) {
        float[] twice = new float[4];
        float[] same = new float[4];
        float[] square = new float[4];
        predict(x, twice, same, square);
        return new Outputs(twice, same, square);
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [4]}
     * @param twice gets {@code [4]}
     * @param same gets {@code [4]}
     * @param square gets {@code [2, 2]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] twice, float[] same, float[] square) {
        Arguments.checkExact("x", x.length, 4);
        Arguments.checkExact("twice", twice.length, 4);
        Arguments.checkExact("same", same.length, 4);
        Arguments.checkExact("square", square.length, 4);
        predict(x, 0, twice, 0, same, 0, square, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [4]}
     * @param xAt where it begins in {@code x}
     * @param twice gets {@code [4]}
     * @param twiceAt where it begins in {@code twice}
     * @param same gets {@code [4]}
     * @param sameAt where it begins in {@code same}
     * @param square gets {@code [2, 2]}
     * @param squareAt where it begins in {@code square}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] twice, int twiceAt, float[] same, int sameAt,
            float[] square, int squareAt) {
        Arguments.check("x", x.length, xAt, 4);
        Arguments.check("twice", twice.length, twiceAt, 4);
        Arguments.check("same", same.length, sameAt, 4);
        Arguments.check("square", square.length, squareAt, 4);
        float[] s = scratch.take();
        try {
            read(s, x, xAt);
            run(s);
            write(s, twice, twiceAt, same, sameAt, square, squareAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [4]} for each sample
     * @return the outputs for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public Outputs predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 4);
        float[] twice = new float[Arguments.elements("twice", samples, 4)];
        float[] same = new float[Arguments.elements("same", samples, 4)];
        float[] square = new float[Arguments.elements("square", samples, 4)];
        predictBatch(samples, x, twice, same, square);
        return new Outputs(twice, same, square);
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [4]} for each sample
     * @param twice gets {@code [4]} for each sample
     * @param same gets {@code [4]} for each sample
     * @param square gets {@code [2, 2]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] twice, float[] same, float[] square) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 4);
        Arguments.check("twice", twice.length, 0, (long) samples * 4);
        Arguments.check("same", same.length, 0, (long) samples * 4);
        Arguments.check("square", square.length, 0, (long) samples * 4);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 4, twice, sample * 4, same, sample * 4, square, sample * 4);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [4]}
     * @param xAt where it begins in {@code x}
     * @param twice gets {@code [4]}
     * @param twiceAt where it begins in {@code twice}
     * @param same gets {@code [4]}
     * @param sameAt where it begins in {@code same}
     * @param square gets {@code [2, 2]}
     * @param squareAt where it begins in {@code square}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] twice, int twiceAt,
            float[] same, int sameAt, float[] square, int squareAt) {
        Arguments.check("x", x.length, xAt, 4);
        Arguments.check("twice", twice.length, twiceAt, 4);
        Arguments.check("same", same.length, sameAt, 4);
        Arguments.check("square", square.length, squareAt, 4);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, twice, twiceAt, same, sameAt, square, squareAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("twice", new float[4]);
        outputs.put("same", new float[4]);
        outputs.put("square", new float[4]);
        predict(inputs, outputs);
        return outputs;
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] twice = Arguments.named(outputs, "output", "twice");
        float[] same = Arguments.named(outputs, "output", "same");
        float[] square = Arguments.named(outputs, "output", "square");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 3);
        predict(x, twice, same, square);
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs,
            StepTimes times) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] twice = Arguments.named(outputs, "output", "twice");
        float[] same = Arguments.named(outputs, "output", "same");
        float[] square = Arguments.named(outputs, "output", "square");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 3);
        Arguments.checkExact("x", x.length, 4);
        Arguments.checkExact("twice", twice.length, 4);
        Arguments.checkExact("same", same.length, 4);
        Arguments.checkExact("square", square.length, 4);
        float[] s = scratch.take();
        try {
            read(s, x, 0);
            times.run(this.steps, s);
            write(s, twice, 0, same, 0, square, 0);
        } finally {
            scratch.give(s);
        }
    }

    @Override
    public void predict(Scratch memory, Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] twice = Arguments.named(outputs, "output", "twice");
        float[] same = Arguments.named(outputs, "output", "same");
        float[] square = Arguments.named(outputs, "output", "square");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 3);
        Arguments.checkExact("x", x.length, 4);
        Arguments.checkExact("twice", twice.length, 4);
        Arguments.checkExact("same", same.length, 4);
        Arguments.checkExact("square", square.length, 4);
        predict(memory, x, 0, twice, 0, same, 0, square, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.rows(x, xAt, 4, s, 12, 4, 1, 4);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.bytes(x, xAt, s, 12, 4, 1, 4);
    }

    private static void write(float[] s, float[] twice, int twiceAt, float[] same, int sameAt,
            float[] square, int squareAt) {
        Copy.rows(s, 28, 4, twice, twiceAt, 4, 1, 4);
        Copy.rows(s, 28, 4, same, sameAt, 4, 1, 4);
        Copy.rows(s, 28, 4, square, squareAt, 4, 1, 4);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 4));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("twice", 4), TensorSpec.of("same", 4), TensorSpec.of("square", 2, 2));
    }

    @Override
    public List<TensorSpec> weights() {
        return specs();
    }

    @Override
    public List<StepSpec> steps() {
        return stepSpecs();
    }

    @Override
    public Scratch newScratch() {
        return new Scratch(SCRATCH);
    }

    @Override
    public Scratch newScratch(Team team) {
        return new Scratch(SCRATCH, AREA, team);
    }

    @Override
    public String summary() {
        return String.join("\n", lines());
    }

    private static List<TensorSpec> specs() {
        return List.of();
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("twice", "scale axis 0 by [twice] (x) : [4]", 0L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"OutputNet\"");
        lines.add("____________________________________________________________");
        lines.add(" Layer (type)        Output Shape   Param #   Multiply-adds");
        lines.add("============================================================");
        lines.add(" x (InputLayer)      (None, 4)            0               0");
        lines.add(" twice (Rescaling)   (None, 4)            0               0");
        lines.add(" same (Dropout)      (None, 4)            0               0");
        lines.add(" square (Reshape)    (None, 2, 2)         0               0");
        lines.add("============================================================");
        lines.add("Total params: 0 (0.00 B)");
        lines.add("Trainable params: 0 (0.00 B)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 0");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  twice: not folded: 'x' is an input; not forward: 'twice' is an output; computed by itself");
        lines.add("");
        lines.add("Steps: 1");
        lines.add("Packed weights: 176 bytes");
        lines.add("Scratch memory: 128 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::twice;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code twice = scale axis 0 by [twice] (x) : [4]}
     */
    private void twice(float[] s, Part part) {
        Affine.apply(s, 12, s, 28, w, 12, 28, 1, 4, 1);
    }

    private static void pack(Weights weights, float[] w) {
        loadTwice(weights, w);
    }

    private static void loadTwice(Weights weights, float[] w) {
        ChannelAffine scaling = ChannelAffine.of(new double[] {2.0}, new double[] {0.0}).repeat(4);
        Panels.copy(scaling.scales(), w, 12);
        Panels.copy(scaling.shifts(), w, 28);
    }

    @Override
    public void warmUp() {
        float[] s = new float[SCRATCH];
        for (int i = 0; i < WarmUp.ROUNDS; i++) {
            run(s);
            WarmUp.awaitIdle();
        }
    }

    /**
     * What the model returns.
     *
     * @param twice {@code [4]}
     * @param same {@code [4]}
     * @param square {@code [2, 2]}
     */
    public record Outputs(float[] twice, float[] same, float[] square) {
    }
}
