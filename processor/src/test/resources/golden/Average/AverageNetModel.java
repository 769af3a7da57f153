package golden;

import dev.pleat.runtime.AlignedFloats;
import dev.pleat.runtime.Arguments;
import dev.pleat.runtime.Arithmetic;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Copy;
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
 * The model {@link golden.AverageNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class AverageNetModel implements CompiledModel {
    private static final int SCRATCH = 48;

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

    private AverageNetModel(Weights weights) {
        w = AlignedFloats.allocate(12);
        pack(weights, w);
        list(steps, divided);
    }

    /**
     * Loads the class-path resource {@code AverageNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static AverageNetModel load() {
        return loadResource("AverageNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static AverageNetModel loadResource(String resource) {
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
    public static AverageNetModel loadResource(String resource, Map<String, String> names) {
        return new AverageNetModel(Weights.readResource(
                "AverageNet", specs(), AverageNetModel.class, name -> AverageNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static AverageNetModel load(Path file) throws IOException {
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
    public static AverageNetModel load(Path file, Map<String, String> names) throws IOException {
        return new AverageNetModel(Weights.read("AverageNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static AverageNetModel load(InputStream stream) throws IOException {
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
    public static AverageNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new AverageNetModel(Weights.read("AverageNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static AverageNetModel load(Map<String, float[]> tensors) {
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
    public static AverageNetModel load(Map<String, float[]> tensors, Map<String, String> names) {
        return new AverageNetModel(Weights.of("AverageNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param a {@code [4]}
     * @param b {@code [4]}
     * @return {@code [4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] a, float[] b) {
        float[] y = new float[4];
        predict(a, b, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param a {@code [4]}
     * @param b {@code [4]}
     * @param y gets {@code [4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] a, float[] b, float[] y) {
        Arguments.checkExact("a", a.length, 4);
        Arguments.checkExact("b", b.length, 4);
        Arguments.checkExact("y", y.length, 4);
        predict(a, 0, b, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param a {@code [4]}
     * @param aAt where it begins in {@code a}
     * @param b {@code [4]}
     * @param bAt where it begins in {@code b}
     * @param y gets {@code [4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] a, int aAt, float[] b, int bAt, float[] y, int yAt) {
        Arguments.check("a", a.length, aAt, 4);
        Arguments.check("b", b.length, bAt, 4);
        Arguments.check("y", y.length, yAt, 4);
        float[] s = scratch.take();
        try {
            read(s, a, aAt, b, bAt);
            run(s);
            write(s, y, yAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays.
     *
     * @param samples how many, 0 or more
     * @param a {@code [4]} for each sample
     * @param b {@code [4]} for each sample
     * @return {@code [4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] a, float[] b) {
        Arguments.checkSamples(samples);
        Arguments.check("a", a.length, 0, (long) samples * 4);
        Arguments.check("b", b.length, 0, (long) samples * 4);
        float[] y = new float[Arguments.elements("y", samples, 4)];
        predictBatch(samples, a, b, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param a {@code [4]} for each sample
     * @param b {@code [4]} for each sample
     * @param y gets {@code [4]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] a, float[] b, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("a", a.length, 0, (long) samples * 4);
        Arguments.check("b", b.length, 0, (long) samples * 4);
        Arguments.check("y", y.length, 0, (long) samples * 4);
        for (int sample = 0; sample < samples; sample++) {
            predict(a, sample * 4, b, sample * 4, y, sample * 4);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param a {@code [4]}
     * @param b {@code [4]}
     * @return {@code [4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] a, byte[] b) {
        float[] y = new float[4];
        predict(a, b, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param a {@code [4]}
     * @param b {@code [4]}
     * @param y gets {@code [4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] a, byte[] b, float[] y) {
        Arguments.checkExact("a", a.length, 4);
        Arguments.checkExact("b", b.length, 4);
        Arguments.checkExact("y", y.length, 4);
        predict(a, 0, b, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param a {@code [4]}
     * @param aAt where it begins in {@code a}
     * @param b {@code [4]}
     * @param bAt where it begins in {@code b}
     * @param y gets {@code [4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] a, int aAt, byte[] b, int bAt, float[] y, int yAt) {
        Arguments.check("a", a.length, aAt, 4);
        Arguments.check("b", b.length, bAt, 4);
        Arguments.check("y", y.length, yAt, 4);
        float[] s = scratch.take();
        try {
            read(s, a, aAt, b, bAt);
            run(s);
            write(s, y, yAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param a {@code [4]} for each sample
     * @param b {@code [4]} for each sample
     * @return {@code [4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] a, byte[] b) {
        Arguments.checkSamples(samples);
        Arguments.check("a", a.length, 0, (long) samples * 4);
        Arguments.check("b", b.length, 0, (long) samples * 4);
        float[] y = new float[Arguments.elements("y", samples, 4)];
        predictBatch(samples, a, b, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param a {@code [4]} for each sample
     * @param b {@code [4]} for each sample
     * @param y gets {@code [4]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] a, byte[] b, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("a", a.length, 0, (long) samples * 4);
        Arguments.check("b", b.length, 0, (long) samples * 4);
        Arguments.check("y", y.length, 0, (long) samples * 4);
        for (int sample = 0; sample < samples; sample++) {
            predict(a, sample * 4, b, sample * 4, y, sample * 4);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param a {@code [4]}
     * @param aAt where it begins in {@code a}
     * @param b {@code [4]}
     * @param bAt where it begins in {@code b}
     * @param y gets {@code [4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] a, int aAt, float[] b, int bAt, float[] y,
            int yAt) {
        Arguments.check("a", a.length, aAt, 4);
        Arguments.check("b", b.length, bAt, 4);
        Arguments.check("y", y.length, yAt, 4);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, a, aAt, b, bAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[4]);
        predict(inputs, outputs);
        return outputs;
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] a = Arguments.named(inputs, "input", "a");
        float[] b = Arguments.named(inputs, "input", "b");
        float[] y = Arguments.named(outputs, "output", "y");
        Arguments.checkCount(inputs, "input", 2);
        Arguments.checkCount(outputs, "output", 1);
        predict(a, b, y);
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs,
            StepTimes times) {
        float[] a = Arguments.named(inputs, "input", "a");
        float[] b = Arguments.named(inputs, "input", "b");
        float[] y = Arguments.named(outputs, "output", "y");
        Arguments.checkCount(inputs, "input", 2);
        Arguments.checkCount(outputs, "output", 1);
        Arguments.checkExact("a", a.length, 4);
        Arguments.checkExact("b", b.length, 4);
        Arguments.checkExact("y", y.length, 4);
        float[] s = scratch.take();
        try {
            read(s, a, 0, b, 0);
            times.run(this.steps, s);
            write(s, y, 0);
        } finally {
            scratch.give(s);
        }
    }

    @Override
    public void predict(Scratch memory, Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] a = Arguments.named(inputs, "input", "a");
        float[] b = Arguments.named(inputs, "input", "b");
        float[] y = Arguments.named(outputs, "output", "y");
        Arguments.checkCount(inputs, "input", 2);
        Arguments.checkCount(outputs, "output", 1);
        Arguments.checkExact("a", a.length, 4);
        Arguments.checkExact("b", b.length, 4);
        Arguments.checkExact("y", y.length, 4);
        predict(memory, a, 0, b, 0, y, 0);
    }

    private static void read(float[] s, float[] a, int aAt, float[] b, int bAt) {
        Copy.rows(a, aAt, 4, s, 12, 4, 1, 4);
        Copy.rows(b, bAt, 4, s, 28, 4, 1, 4);
    }

    private static void read(float[] s, byte[] a, int aAt, byte[] b, int bAt) {
        Copy.bytes(a, aAt, s, 12, 4, 1, 4);
        Copy.bytes(b, bAt, s, 28, 4, 1, 4);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 44, 4, y, yAt, 4, 1, 4);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("a", 4), TensorSpec.of("b", 4));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 4));
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
        stepSpecs.add(new StepSpec("y", "average (a, b) : [4]", 0L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"AverageNet\"");
        lines.add("_________________________________________________________");
        lines.add(" Layer (type)     Output Shape   Param #   Multiply-adds");
        lines.add("=========================================================");
        lines.add(" a (InputLayer)   (None, 4)            0               0");
        lines.add(" b (InputLayer)   (None, 4)            0               0");
        lines.add(" y (Average)      (None, 4)            0               0");
        lines.add("=========================================================");
        lines.add("Total params: 0 (0.00 B)");
        lines.add("Trainable params: 0 (0.00 B)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 0");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  nothing");
        lines.add("");
        lines.add("Steps: 1");
        lines.add("Packed weights: 48 bytes");
        lines.add("Scratch memory: 192 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::y;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code y = average (a, b) : [4]}
     */
    private void y(float[] s, Part part) {
        Arithmetic.add(s, 12, 1, s, 28, 1, s, 44, 4);
        Arithmetic.scale(s, 44, s, 44, 4, 1f / 2);
    }

    private static void pack(Weights weights, float[] w) {
    }

    @Override
    public void warmUp() {
        float[] s = new float[SCRATCH];
        for (int i = 0; i < WarmUp.ROUNDS; i++) {
            run(s);
            WarmUp.awaitIdle();
        }
    }
}
