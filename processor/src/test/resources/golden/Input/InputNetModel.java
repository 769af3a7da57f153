package golden;

import dev.pleat.runtime.AlignedFloats;
import dev.pleat.runtime.Arguments;
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
 * The model {@link golden.InputNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class InputNetModel implements CompiledModel {
    private static final int SCRATCH = 177;

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

    private InputNetModel(Weights weights) {
        w = AlignedFloats.allocate(12);
        pack(weights, w);
        list(steps, divided);
    }

    /**
     * Loads the class-path resource {@code InputNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static InputNetModel load() {
        return loadResource("InputNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static InputNetModel loadResource(String resource) {
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
    public static InputNetModel loadResource(String resource, Map<String, String> names) {
        return new InputNetModel(Weights.readResource(
                "InputNet", specs(), InputNetModel.class, name -> InputNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static InputNetModel load(Path file) throws IOException {
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
    public static InputNetModel load(Path file, Map<String, String> names) throws IOException {
        return new InputNetModel(Weights.read("InputNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static InputNetModel load(InputStream stream) throws IOException {
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
    public static InputNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new InputNetModel(Weights.read("InputNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static InputNetModel load(Map<String, float[]> tensors) {
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
    public static InputNetModel load(Map<String, float[]> tensors, Map<String, String> names) {
        return new InputNetModel(Weights.of("InputNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param image {@code [4, 6, 3]}
     * @param given {@code [5]}
     * @return {@code [77]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] image, float[] given) {
        float[] all = new float[77];
        predict(image, given, all);
        return all;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param image {@code [4, 6, 3]}
     * @param given {@code [5]}
     * @param all gets {@code [77]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] image, float[] given, float[] all) {
        Arguments.checkExact("image", image.length, 72);
        Arguments.checkExact("given", given.length, 5);
        Arguments.checkExact("all", all.length, 77);
        predict(image, 0, given, 0, all, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param image {@code [4, 6, 3]}
     * @param imageAt where it begins in {@code image}
     * @param given {@code [5]}
     * @param givenAt where it begins in {@code given}
     * @param all gets {@code [77]}
     * @param allAt where it begins in {@code all}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] image, int imageAt, float[] given, int givenAt, float[] all,
            int allAt) {
        Arguments.check("image", image.length, imageAt, 72);
        Arguments.check("given", given.length, givenAt, 5);
        Arguments.check("all", all.length, allAt, 77);
        float[] s = scratch.take();
        try {
            read(s, image, imageAt, given, givenAt);
            run(s);
            write(s, all, allAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays.
     *
     * @param samples how many, 0 or more
     * @param image {@code [4, 6, 3]} for each sample
     * @param given {@code [5]} for each sample
     * @return {@code [77]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] image, float[] given) {
        Arguments.checkSamples(samples);
        Arguments.check("image", image.length, 0, (long) samples * 72);
        Arguments.check("given", given.length, 0, (long) samples * 5);
        float[] all = new float[Arguments.elements("all", samples, 77)];
        predictBatch(samples, image, given, all);
        return all;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param image {@code [4, 6, 3]} for each sample
     * @param given {@code [5]} for each sample
     * @param all gets {@code [77]} for each sample
     * @throws IllegalArgumentException if an array is too short, or one would be written before it is read
     */
    public void predictBatch(int samples, float[] image, float[] given, float[] all) {
        Arguments.checkSamples(samples);
        Arguments.check("image", image.length, 0, (long) samples * 72);
        Arguments.check("given", given.length, 0, (long) samples * 5);
        Arguments.check("all", all.length, 0, (long) samples * 77);
        Arguments.checkApart("image", image, "all", all);
        Arguments.checkApart("given", given, "all", all);
        for (int sample = 0; sample < samples; sample++) {
            predict(image, sample * 72, given, sample * 5, all, sample * 77);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param image {@code [4, 6, 3]}
     * @param given {@code [5]}
     * @return {@code [77]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] image, byte[] given) {
        float[] all = new float[77];
        predict(image, given, all);
        return all;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param image {@code [4, 6, 3]}
     * @param given {@code [5]}
     * @param all gets {@code [77]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] image, byte[] given, float[] all) {
        Arguments.checkExact("image", image.length, 72);
        Arguments.checkExact("given", given.length, 5);
        Arguments.checkExact("all", all.length, 77);
        predict(image, 0, given, 0, all, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param image {@code [4, 6, 3]}
     * @param imageAt where it begins in {@code image}
     * @param given {@code [5]}
     * @param givenAt where it begins in {@code given}
     * @param all gets {@code [77]}
     * @param allAt where it begins in {@code all}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] image, int imageAt, byte[] given, int givenAt, float[] all,
            int allAt) {
        Arguments.check("image", image.length, imageAt, 72);
        Arguments.check("given", given.length, givenAt, 5);
        Arguments.check("all", all.length, allAt, 77);
        float[] s = scratch.take();
        try {
            read(s, image, imageAt, given, givenAt);
            run(s);
            write(s, all, allAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param image {@code [4, 6, 3]} for each sample
     * @param given {@code [5]} for each sample
     * @return {@code [77]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] image, byte[] given) {
        Arguments.checkSamples(samples);
        Arguments.check("image", image.length, 0, (long) samples * 72);
        Arguments.check("given", given.length, 0, (long) samples * 5);
        float[] all = new float[Arguments.elements("all", samples, 77)];
        predictBatch(samples, image, given, all);
        return all;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param image {@code [4, 6, 3]} for each sample
     * @param given {@code [5]} for each sample
     * @param all gets {@code [77]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] image, byte[] given, float[] all) {
        Arguments.checkSamples(samples);
        Arguments.check("image", image.length, 0, (long) samples * 72);
        Arguments.check("given", given.length, 0, (long) samples * 5);
        Arguments.check("all", all.length, 0, (long) samples * 77);
        for (int sample = 0; sample < samples; sample++) {
            predict(image, sample * 72, given, sample * 5, all, sample * 77);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param image {@code [4, 6, 3]}
     * @param imageAt where it begins in {@code image}
     * @param given {@code [5]}
     * @param givenAt where it begins in {@code given}
     * @param all gets {@code [77]}
     * @param allAt where it begins in {@code all}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] image, int imageAt, float[] given, int givenAt,
            float[] all, int allAt) {
        Arguments.check("image", image.length, imageAt, 72);
        Arguments.check("given", given.length, givenAt, 5);
        Arguments.check("all", all.length, allAt, 77);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, image, imageAt, given, givenAt);
        memory.run(this.steps, this.divided);
        write(s, all, allAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("all", new float[77]);
        predict(inputs, outputs);
        return outputs;
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] image = Arguments.named(inputs, "input", "image");
        float[] given = Arguments.named(inputs, "input", "given");
        float[] all = Arguments.named(outputs, "output", "all");
        Arguments.checkCount(inputs, "input", 2);
        Arguments.checkCount(outputs, "output", 1);
        predict(image, given, all);
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs,
            StepTimes times) {
        float[] image = Arguments.named(inputs, "input", "image");
        float[] given = Arguments.named(inputs, "input", "given");
        float[] all = Arguments.named(outputs, "output", "all");
        Arguments.checkCount(inputs, "input", 2);
        Arguments.checkCount(outputs, "output", 1);
        Arguments.checkExact("image", image.length, 72);
        Arguments.checkExact("given", given.length, 5);
        Arguments.checkExact("all", all.length, 77);
        float[] s = scratch.take();
        try {
            read(s, image, 0, given, 0);
            times.run(this.steps, s);
            write(s, all, 0);
        } finally {
            scratch.give(s);
        }
    }

    @Override
    public void predict(Scratch memory, Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] image = Arguments.named(inputs, "input", "image");
        float[] given = Arguments.named(inputs, "input", "given");
        float[] all = Arguments.named(outputs, "output", "all");
        Arguments.checkCount(inputs, "input", 2);
        Arguments.checkCount(outputs, "output", 1);
        Arguments.checkExact("image", image.length, 72);
        Arguments.checkExact("given", given.length, 5);
        Arguments.checkExact("all", all.length, 77);
        predict(memory, image, 0, given, 0, all, 0);
    }

    private static void read(float[] s, float[] image, int imageAt, float[] given, int givenAt) {
        Copy.rows(image, imageAt, 18, s, 92, 18, 4, 18);
        Copy.rows(given, givenAt, 5, s, 172, 5, 1, 5);
    }

    private static void read(float[] s, byte[] image, int imageAt, byte[] given, int givenAt) {
        Copy.bytes(image, imageAt, s, 92, 18, 4, 18);
        Copy.bytes(given, givenAt, s, 172, 5, 1, 5);
    }

    private static void write(float[] s, float[] all, int allAt) {
        Copy.rows(s, 12, 77, all, allAt, 77, 1, 77);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("image", 4, 6, 3), TensorSpec.of("given", 5));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("all", 77));
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
        stepSpecs.add(new StepSpec("all", "concat axis 0 (flat, given) : [77]", 0L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"InputNet\"");
        lines.add("________________________________________________________________");
        lines.add(" Layer (type)         Output Shape      Param #   Multiply-adds");
        lines.add("================================================================");
        lines.add(" image (InputLayer)   (None, 4, 6, 3)         0               0");
        lines.add(" given (InputLayer)   (None, 5)               0               0");
        lines.add(" flat (Flatten)       (None, 72)              0               0");
        lines.add(" all (Concatenate)    (None, 77)              0               0");
        lines.add("================================================================");
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
        lines.add("Scratch memory: 708 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::all;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code all = concat axis 0 (flat, given) : [77]}
     */
    private void all(float[] s, Part part) {
        Copy.rows(s, 92, 72, s, 12, 77, 1, 72);
        Copy.rows(s, 172, 5, s, 84, 77, 1, 5);
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
