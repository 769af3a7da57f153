package golden;

import dev.pleat.runtime.Activations;
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
 * The model {@link golden.NormalizationNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class NormalizationNetModel implements CompiledModel {
    private static final int SCRATCH = 108;

    private static final int AREA = 0;

    /**
     * All weights, folded and packed in the order in which the kernels read them.
     */
    private final float[] w;

    private final ScratchPool scratch = new ScratchPool(SCRATCH);

    /**
     * What a prediction runs, in order.
     */
    private final Step[] steps = new Step[3];

    /**
     * Which of the steps the threads of a team divide among themselves.
     */
    private final boolean[] divided = new boolean[3];

    private NormalizationNetModel(Weights weights) {
        w = AlignedFloats.allocate(76);
        pack(weights, w);
        list(steps, divided);
    }

    /**
     * Loads the class-path resource {@code NormalizationNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static NormalizationNetModel load() {
        return loadResource("NormalizationNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static NormalizationNetModel loadResource(String resource) {
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
    public static NormalizationNetModel loadResource(String resource, Map<String, String> names) {
        return new NormalizationNetModel(Weights.readResource(
                "NormalizationNet", specs(), NormalizationNetModel.class, name -> NormalizationNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static NormalizationNetModel load(Path file) throws IOException {
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
    public static NormalizationNetModel load(Path file, Map<String, String> names) throws
            IOException {
        return new NormalizationNetModel(Weights.read("NormalizationNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static NormalizationNetModel load(InputStream stream) throws IOException {
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
    public static NormalizationNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new NormalizationNetModel(Weights.read("NormalizationNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static NormalizationNetModel load(Map<String, float[]> tensors) {
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
    public static NormalizationNetModel load(Map<String, float[]> tensors,
            Map<String, String> names) {
        return new NormalizationNetModel(Weights.of("NormalizationNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [4, 4, 3]}
     * @return {@code [4, 4, 3]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[48];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [4, 4, 3]}
     * @param y gets {@code [4, 4, 3]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 48);
        Arguments.checkExact("y", y.length, 48);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [4, 4, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [4, 4, 3]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 48);
        Arguments.check("y", y.length, yAt, 48);
        float[] s = scratch.take();
        try {
            read(s, x, xAt);
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
     * @param x {@code [4, 4, 3]} for each sample
     * @return {@code [4, 4, 3]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 48);
        float[] y = new float[Arguments.elements("y", samples, 48)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [4, 4, 3]} for each sample
     * @param y gets {@code [4, 4, 3]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 48);
        Arguments.check("y", y.length, 0, (long) samples * 48);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 48, y, sample * 48);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [4, 4, 3]}
     * @return {@code [4, 4, 3]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[48];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [4, 4, 3]}
     * @param y gets {@code [4, 4, 3]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 48);
        Arguments.checkExact("y", y.length, 48);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [4, 4, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [4, 4, 3]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 48);
        Arguments.check("y", y.length, yAt, 48);
        float[] s = scratch.take();
        try {
            read(s, x, xAt);
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
     * @param x {@code [4, 4, 3]} for each sample
     * @return {@code [4, 4, 3]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 48);
        float[] y = new float[Arguments.elements("y", samples, 48)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [4, 4, 3]} for each sample
     * @param y gets {@code [4, 4, 3]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 48);
        Arguments.check("y", y.length, 0, (long) samples * 48);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 48, y, sample * 48);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [4, 4, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [4, 4, 3]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 48);
        Arguments.check("y", y.length, yAt, 48);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[48]);
        predict(inputs, outputs);
        return outputs;
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] y = Arguments.named(outputs, "output", "y");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 1);
        predict(x, y);
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs,
            StepTimes times) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] y = Arguments.named(outputs, "output", "y");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 1);
        Arguments.checkExact("x", x.length, 48);
        Arguments.checkExact("y", y.length, 48);
        float[] s = scratch.take();
        try {
            read(s, x, 0);
            times.run(this.steps, s);
            write(s, y, 0);
        } finally {
            scratch.give(s);
        }
    }

    @Override
    public void predict(Scratch memory, Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] y = Arguments.named(outputs, "output", "y");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 1);
        Arguments.checkExact("x", x.length, 48);
        Arguments.checkExact("y", y.length, 48);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.rows(x, xAt, 12, s, 12, 12, 4, 12);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.bytes(x, xAt, s, 12, 12, 4, 12);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 60, 12, y, yAt, 12, 4, 12);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 4, 4, 3));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 4, 4, 3));
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
        List<TensorSpec> specs = new ArrayList<>();
        addSpecs(specs);
        return specs;
    }

    private static void addSpecs(List<TensorSpec> specs) {
        specs.add(TensorSpec.of("loaded/mean", 3));
        specs.add(TensorSpec.of("loaded/variance", 3));
        specs.add(TensorSpec.of("y/mean", 3));
        specs.add(TensorSpec.of("y/variance", 3));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("loaded", "scale axis 2 by [given, loaded] (x) : [4, 4, 3]", 0L));
        stepSpecs.add(new StepSpec("relu", "relu (loaded) : [4, 4, 3]", 0L));
        stepSpecs.add(new StepSpec("y", "scale axis 2 by [y] (relu) : [4, 4, 3]", 0L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"NormalizationNet\"");
        lines.add("____________________________________________________________________");
        lines.add(" Layer (type)             Output Shape      Param #   Multiply-adds");
        lines.add("====================================================================");
        lines.add(" x (InputLayer)           (None, 4, 4, 3)         0               0");
        lines.add(" given (Normalization)    (None, 4, 4, 3)         0               0");
        lines.add(" loaded (Normalization)   (None, 4, 4, 3)         6               0");
        lines.add(" relu (ReLU)              (None, 4, 4, 3)         0               0");
        lines.add(" y (Normalization)        (None, 4, 4, 3)         6               0");
        lines.add("====================================================================");
        lines.add("Total params: 12 (48.00 B)");
        lines.add("Trainable params: 0 (0.00 B)");
        lines.add("Non-trainable params: 12 (48.00 B)");
        lines.add("Multiply-adds: 0");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  given: not folded: 'x' is an input; not forward: 'relu' (relu) reads it; computed by itself");
        lines.add("  loaded: not folded: 'x' is an input; not forward: 'relu' (relu) reads it; computed by itself");
        lines.add("  y: not folded: 'relu' (relu) stands between; not forward: 'y' is an output; computed by itself");
        lines.add("");
        lines.add("Steps: 3");
        lines.add("Packed weights: 304 bytes");
        lines.add("Scratch memory: 432 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::loaded;
        steps[1] = this::relu;
        steps[2] = this::y;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code loaded = scale axis 2 by [given, loaded] (x) : [4, 4, 3]}
     */
    private void loaded(float[] s, Part part) {
        Affine.apply(s, 12, s, 60, w, 12, 28, 16, 3, 1);
    }

    /**
     * {@code relu = relu (loaded) : [4, 4, 3]}
     */
    private void relu(float[] s, Part part) {
        Activations.relu(s, 60, s, 12, 48, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
    }

    /**
     * {@code y = scale axis 2 by [y] (relu) : [4, 4, 3]}
     */
    private void y(float[] s, Part part) {
        Affine.apply(s, 12, s, 60, w, 44, 60, 16, 3, 1);
    }

    private static void pack(Weights weights, float[] w) {
        loadLoaded(weights, w);
        loadY(weights, w);
    }

    private static void loadLoaded(Weights weights, float[] w) {
        ChannelAffine scaling = ChannelAffine.of(new double[] {0.5, 0.5, 0.5}, new double[] {-0.5, -1.0, -1.5}).then(weights.normalization("loaded", 3, false));
        Panels.copy(scaling.scales(), w, 12);
        Panels.copy(scaling.shifts(), w, 28);
    }

    private static void loadY(Weights weights, float[] w) {
        ChannelAffine scaling = weights.normalization("y", 3, true);
        Panels.copy(scaling.scales(), w, 44);
        Panels.copy(scaling.shifts(), w, 60);
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
