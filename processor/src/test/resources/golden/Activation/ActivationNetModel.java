package golden;

import dev.pleat.runtime.Activations;
import dev.pleat.runtime.AlignedFloats;
import dev.pleat.runtime.Arguments;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Copy;
import dev.pleat.runtime.Part;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.ScratchPool;
import dev.pleat.runtime.Softmax;
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
 * The model {@link golden.ActivationNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class ActivationNetModel implements CompiledModel {
    private static final int SCRATCH = 34;

    private static final int AREA = 0;

    /**
     * All weights, folded and packed in the order in which the kernels read them.
     */
    private final float[] w;

    private final ScratchPool scratch = new ScratchPool(SCRATCH);

    /**
     * What a prediction runs, in order.
     */
    private final Step[] steps = new Step[18];

    /**
     * Which of the steps the threads of a team divide among themselves.
     */
    private final boolean[] divided = new boolean[18];

    private ActivationNetModel(Weights weights) {
        w = AlignedFloats.allocate(12);
        pack(weights, w);
        list(steps, divided);
    }

    /**
     * Loads the class-path resource {@code ActivationNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static ActivationNetModel load() {
        return loadResource("ActivationNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static ActivationNetModel loadResource(String resource) {
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
    public static ActivationNetModel loadResource(String resource, Map<String, String> names) {
        return new ActivationNetModel(Weights.readResource(
                "ActivationNet", specs(), ActivationNetModel.class, name -> ActivationNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static ActivationNetModel load(Path file) throws IOException {
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
    public static ActivationNetModel load(Path file, Map<String, String> names) throws IOException {
        return new ActivationNetModel(Weights.read("ActivationNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static ActivationNetModel load(InputStream stream) throws IOException {
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
    public static ActivationNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new ActivationNetModel(Weights.read("ActivationNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static ActivationNetModel load(Map<String, float[]> tensors) {
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
    public static ActivationNetModel load(Map<String, float[]> tensors, Map<String, String> names) {
        return new ActivationNetModel(Weights.of("ActivationNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [6]}
     * @return {@code [6]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] softmax = new float[6];
        predict(x, softmax);
        return softmax;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [6]}
     * @param softmax gets {@code [6]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] softmax) {
        Arguments.checkExact("x", x.length, 6);
        Arguments.checkExact("softmax", softmax.length, 6);
        predict(x, 0, softmax, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [6]}
     * @param xAt where it begins in {@code x}
     * @param softmax gets {@code [6]}
     * @param softmaxAt where it begins in {@code softmax}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] softmax, int softmaxAt) {
        Arguments.check("x", x.length, xAt, 6);
        Arguments.check("softmax", softmax.length, softmaxAt, 6);
        float[] s = scratch.take();
        try {
            read(s, x, xAt);
            run(s);
            write(s, softmax, softmaxAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6]} for each sample
     * @return {@code [6]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6);
        float[] softmax = new float[Arguments.elements("softmax", samples, 6)];
        predictBatch(samples, x, softmax);
        return softmax;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6]} for each sample
     * @param softmax gets {@code [6]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] softmax) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6);
        Arguments.check("softmax", softmax.length, 0, (long) samples * 6);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 6, softmax, sample * 6);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [6]}
     * @return {@code [6]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] softmax = new float[6];
        predict(x, softmax);
        return softmax;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [6]}
     * @param softmax gets {@code [6]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] softmax) {
        Arguments.checkExact("x", x.length, 6);
        Arguments.checkExact("softmax", softmax.length, 6);
        predict(x, 0, softmax, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [6]}
     * @param xAt where it begins in {@code x}
     * @param softmax gets {@code [6]}
     * @param softmaxAt where it begins in {@code softmax}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] softmax, int softmaxAt) {
        Arguments.check("x", x.length, xAt, 6);
        Arguments.check("softmax", softmax.length, softmaxAt, 6);
        float[] s = scratch.take();
        try {
            read(s, x, xAt);
            run(s);
            write(s, softmax, softmaxAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6]} for each sample
     * @return {@code [6]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6);
        float[] softmax = new float[Arguments.elements("softmax", samples, 6)];
        predictBatch(samples, x, softmax);
        return softmax;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6]} for each sample
     * @param softmax gets {@code [6]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] softmax) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6);
        Arguments.check("softmax", softmax.length, 0, (long) samples * 6);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 6, softmax, sample * 6);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [6]}
     * @param xAt where it begins in {@code x}
     * @param softmax gets {@code [6]}
     * @param softmaxAt where it begins in {@code softmax}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] softmax, int softmaxAt) {
        Arguments.check("x", x.length, xAt, 6);
        Arguments.check("softmax", softmax.length, softmaxAt, 6);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, softmax, softmaxAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("softmax", new float[6]);
        predict(inputs, outputs);
        return outputs;
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] softmax = Arguments.named(outputs, "output", "softmax");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 1);
        predict(x, softmax);
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs,
            StepTimes times) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] softmax = Arguments.named(outputs, "output", "softmax");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 1);
        Arguments.checkExact("x", x.length, 6);
        Arguments.checkExact("softmax", softmax.length, 6);
        float[] s = scratch.take();
        try {
            read(s, x, 0);
            times.run(this.steps, s);
            write(s, softmax, 0);
        } finally {
            scratch.give(s);
        }
    }

    @Override
    public void predict(Scratch memory, Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] softmax = Arguments.named(outputs, "output", "softmax");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 1);
        Arguments.checkExact("x", x.length, 6);
        Arguments.checkExact("softmax", softmax.length, 6);
        predict(memory, x, 0, softmax, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.rows(x, xAt, 6, s, 12, 6, 1, 6);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.bytes(x, xAt, s, 12, 6, 1, 6);
    }

    private static void write(float[] s, float[] softmax, int softmaxAt) {
        Copy.rows(s, 12, 6, softmax, softmaxAt, 6, 1, 6);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 6));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("softmax", 6));
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
        stepSpecs.add(new StepSpec("relu", "relu (x) : [6]", 0L));
        stepSpecs.add(new StepSpec("relu6", "relu(0.0, 6.0, 0.0) (relu) : [6]", 0L));
        stepSpecs.add(new StepSpec("leaky_relu", "relu(0.1, Infinity, 0.0) (relu6) : [6]", 0L));
        stepSpecs.add(new StepSpec("elu", "elu(2.0) (leaky_relu) : [6]", 0L));
        stepSpecs.add(new StepSpec("selu", "selu (elu) : [6]", 0L));
        stepSpecs.add(new StepSpec("gelu", "gelu (selu) : [6]", 0L));
        stepSpecs.add(new StepSpec("gelu_tanh", "gelu_tanh (gelu) : [6]", 0L));
        stepSpecs.add(new StepSpec("sigmoid", "sigmoid (gelu_tanh) : [6]", 0L));
        stepSpecs.add(new StepSpec("hard_sigmoid", "hard_sigmoid (sigmoid) : [6]", 0L));
        stepSpecs.add(new StepSpec("hard_sigmoid_keras2", "hard_sigmoid_keras2 (hard_sigmoid) : [6]", 0L));
        stepSpecs.add(new StepSpec("tanh", "tanh (hard_sigmoid_keras2) : [6]", 0L));
        stepSpecs.add(new StepSpec("softplus", "softplus (tanh) : [6]", 0L));
        stepSpecs.add(new StepSpec("softsign", "softsign (softplus) : [6]", 0L));
        stepSpecs.add(new StepSpec("swish", "swish (softsign) : [6]", 0L));
        stepSpecs.add(new StepSpec("hard_swish", "hard_swish (swish) : [6]", 0L));
        stepSpecs.add(new StepSpec("mish", "mish (hard_swish) : [6]", 0L));
        stepSpecs.add(new StepSpec("exponential", "exponential (mish) : [6]", 0L));
        stepSpecs.add(new StepSpec("softmax", "softmax axis 0 (exponential) : [6]", 0L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"ActivationNet\"");
        lines.add("___________________________________________________________________________");
        lines.add(" Layer (type)                       Output Shape   Param #   Multiply-adds");
        lines.add("===========================================================================");
        lines.add(" x (InputLayer)                     (None, 6)            0               0");
        lines.add(" relu (Activation)                  (None, 6)            0               0");
        lines.add(" relu6 (Activation)                 (None, 6)            0               0");
        lines.add(" leaky_relu (Activation)            (None, 6)            0               0");
        lines.add(" elu (Activation)                   (None, 6)            0               0");
        lines.add(" selu (Activation)                  (None, 6)            0               0");
        lines.add(" gelu (Activation)                  (None, 6)            0               0");
        lines.add(" gelu_tanh (Activation)             (None, 6)            0               0");
        lines.add(" sigmoid (Activation)               (None, 6)            0               0");
        lines.add(" hard_sigmoid (Activation)          (None, 6)            0               0");
        lines.add(" hard_sigmoid_keras2 (Activation)   (None, 6)            0               0");
        lines.add(" tanh (Activation)                  (None, 6)            0               0");
        lines.add(" softplus (Activation)              (None, 6)            0               0");
        lines.add(" softsign (Activation)              (None, 6)            0               0");
        lines.add(" swish (Activation)                 (None, 6)            0               0");
        lines.add(" hard_swish (Activation)            (None, 6)            0               0");
        lines.add(" mish (Activation)                  (None, 6)            0               0");
        lines.add(" exponential (Activation)           (None, 6)            0               0");
        lines.add(" softmax (Activation)               (None, 6)            0               0");
        lines.add("===========================================================================");
        lines.add("Total params: 0 (0.00 B)");
        lines.add("Trainable params: 0 (0.00 B)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 0");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  nothing");
        lines.add("");
        lines.add("Steps: 18");
        lines.add("Packed weights: 48 bytes");
        lines.add("Scratch memory: 136 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::relu;
        steps[1] = this::relu6;
        steps[2] = this::leaky_relu;
        steps[3] = this::elu;
        steps[4] = this::selu;
        steps[5] = this::gelu;
        steps[6] = this::gelu_tanh;
        steps[7] = this::sigmoid;
        steps[8] = this::hard_sigmoid;
        steps[9] = this::hard_sigmoid_keras2;
        steps[10] = this::tanh;
        steps[11] = this::softplus;
        steps[12] = this::softsign;
        steps[13] = this::swish;
        steps[14] = this::hard_swish;
        steps[15] = this::mish;
        steps[16] = this::exponential;
        steps[17] = this::softmax;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code relu = relu (x) : [6]}
     */
    private void relu(float[] s, Part part) {
        Activations.relu(s, 12, s, 28, 6, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
    }

    /**
     * {@code relu6 = relu(0.0, 6.0, 0.0) (relu) : [6]}
     */
    private void relu6(float[] s, Part part) {
        Activations.relu(s, 28, s, 12, 6, 0.0f, 6.0f, 0.0f);
    }

    /**
     * {@code leaky_relu = relu(0.1, Infinity, 0.0) (relu6) : [6]}
     */
    private void leaky_relu(float[] s, Part part) {
        Activations.relu(s, 12, s, 28, 6, 0.1f, Float.POSITIVE_INFINITY, 0.0f);
    }

    /**
     * {@code elu = elu(2.0) (leaky_relu) : [6]}
     */
    private void elu(float[] s, Part part) {
        Activations.elu(s, 28, s, 12, 6, 2.0f);
    }

    /**
     * {@code selu = selu (elu) : [6]}
     */
    private void selu(float[] s, Part part) {
        Activations.selu(s, 12, s, 28, 6);
    }

    /**
     * {@code gelu = gelu (selu) : [6]}
     */
    private void gelu(float[] s, Part part) {
        Activations.gelu(s, 28, s, 12, 6);
    }

    /**
     * {@code gelu_tanh = gelu_tanh (gelu) : [6]}
     */
    private void gelu_tanh(float[] s, Part part) {
        Activations.geluTanh(s, 12, s, 28, 6);
    }

    /**
     * {@code sigmoid = sigmoid (gelu_tanh) : [6]}
     */
    private void sigmoid(float[] s, Part part) {
        Activations.sigmoid(s, 28, s, 12, 6);
    }

    /**
     * {@code hard_sigmoid = hard_sigmoid (sigmoid) : [6]}
     */
    private void hard_sigmoid(float[] s, Part part) {
        Activations.hardSigmoid(s, 12, s, 28, 6);
    }

    /**
     * {@code hard_sigmoid_keras2 = hard_sigmoid_keras2 (hard_sigmoid) : [6]}
     */
    private void hard_sigmoid_keras2(float[] s, Part part) {
        Activations.hardSigmoidKeras2(s, 28, s, 12, 6);
    }

    /**
     * {@code tanh = tanh (hard_sigmoid_keras2) : [6]}
     */
    private void tanh(float[] s, Part part) {
        Activations.tanh(s, 12, s, 28, 6);
    }

    /**
     * {@code softplus = softplus (tanh) : [6]}
     */
    private void softplus(float[] s, Part part) {
        Activations.softplus(s, 28, s, 12, 6);
    }

    /**
     * {@code softsign = softsign (softplus) : [6]}
     */
    private void softsign(float[] s, Part part) {
        Activations.softsign(s, 12, s, 28, 6);
    }

    /**
     * {@code swish = swish (softsign) : [6]}
     */
    private void swish(float[] s, Part part) {
        Activations.swish(s, 28, s, 12, 6);
    }

    /**
     * {@code hard_swish = hard_swish (swish) : [6]}
     */
    private void hard_swish(float[] s, Part part) {
        Activations.hardSwish(s, 12, s, 28, 6);
    }

    /**
     * {@code mish = mish (hard_swish) : [6]}
     */
    private void mish(float[] s, Part part) {
        Activations.mish(s, 28, s, 12, 6);
    }

    /**
     * {@code exponential = exponential (mish) : [6]}
     */
    private void exponential(float[] s, Part part) {
        Activations.exponential(s, 12, s, 28, 6);
    }

    /**
     * {@code softmax = softmax axis 0 (exponential) : [6]}
     */
    private void softmax(float[] s, Part part) {
        Softmax.apply(s, 28, s, 12, 1, 6, 1);
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
