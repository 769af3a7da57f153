package golden;

import dev.pleat.runtime.Activations;
import dev.pleat.runtime.AlignedFloats;
import dev.pleat.runtime.Arguments;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Copy;
import dev.pleat.runtime.LinearWeights;
import dev.pleat.runtime.Panels;
import dev.pleat.runtime.Part;
import dev.pleat.runtime.ScalarConvolution;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.ScratchPool;
import dev.pleat.runtime.Simd;
import dev.pleat.runtime.Species;
import dev.pleat.runtime.StandIn;
import dev.pleat.runtime.Step;
import dev.pleat.runtime.StepSpec;
import dev.pleat.runtime.StepTimes;
import dev.pleat.runtime.Team;
import dev.pleat.runtime.TensorSpec;
import dev.pleat.runtime.VectorKernels;
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
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The model {@link golden.BlockNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class BlockNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(BlockNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final boolean FUSED = VECTOR && Simd.MIN_MAX;

    private static final int SCRATCH = 412;

    private static final int AREA = 0;

    /**
     * All weights, folded and packed in the order in which the kernels read them.
     */
    private final float[] w;

    private final ScratchPool scratch = new ScratchPool(SCRATCH);

    /**
     * What a prediction runs, in order.
     */
    private final Step[] steps = new Step[6];

    /**
     * Which of the steps the threads of a team divide among themselves.
     */
    private final boolean[] divided = new boolean[6];

    private BlockNetModel(Weights weights) {
        w = AlignedFloats.allocate(380);
        pack(weights, w);
        list(steps, divided);
        if (VECTOR) {
            WarmUp.begin(kernels(), SCRATCH, w);
        }
        if (WarmUp.isAtLoad()) {
            warmUp();
        }
    }

    /**
     * Loads the class-path resource {@code BlockNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static BlockNetModel load() {
        return loadResource("BlockNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static BlockNetModel loadResource(String resource) {
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
    public static BlockNetModel loadResource(String resource, Map<String, String> names) {
        return new BlockNetModel(Weights.readResource(
                "BlockNet", specs(), BlockNetModel.class, name -> BlockNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static BlockNetModel load(Path file) throws IOException {
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
    public static BlockNetModel load(Path file, Map<String, String> names) throws IOException {
        return new BlockNetModel(Weights.read("BlockNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static BlockNetModel load(InputStream stream) throws IOException {
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
    public static BlockNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new BlockNetModel(Weights.read("BlockNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static BlockNetModel load(Map<String, float[]> tensors) {
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
    public static BlockNetModel load(Map<String, float[]> tensors, Map<String, String> names) {
        return new BlockNetModel(Weights.of("BlockNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [6, 6, 4]}
     * @return {@code [3, 3, 6]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] last = new float[54];
        predict(x, last);
        return last;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [6, 6, 4]}
     * @param last gets {@code [3, 3, 6]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] last) {
        Arguments.checkExact("x", x.length, 144);
        Arguments.checkExact("last", last.length, 54);
        predict(x, 0, last, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [6, 6, 4]}
     * @param xAt where it begins in {@code x}
     * @param last gets {@code [3, 3, 6]}
     * @param lastAt where it begins in {@code last}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] last, int lastAt) {
        Arguments.check("x", x.length, xAt, 144);
        Arguments.check("last", last.length, lastAt, 54);
        float[] s = scratch.take();
        try {
            read(s, x, xAt);
            run(s);
            write(s, last, lastAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6, 6, 4]} for each sample
     * @return {@code [3, 3, 6]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 144);
        float[] last = new float[Arguments.elements("last", samples, 54)];
        predictBatch(samples, x, last);
        return last;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6, 6, 4]} for each sample
     * @param last gets {@code [3, 3, 6]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] last) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 144);
        Arguments.check("last", last.length, 0, (long) samples * 54);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 144, last, sample * 54);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [6, 6, 4]}
     * @return {@code [3, 3, 6]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] last = new float[54];
        predict(x, last);
        return last;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [6, 6, 4]}
     * @param last gets {@code [3, 3, 6]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] last) {
        Arguments.checkExact("x", x.length, 144);
        Arguments.checkExact("last", last.length, 54);
        predict(x, 0, last, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [6, 6, 4]}
     * @param xAt where it begins in {@code x}
     * @param last gets {@code [3, 3, 6]}
     * @param lastAt where it begins in {@code last}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] last, int lastAt) {
        Arguments.check("x", x.length, xAt, 144);
        Arguments.check("last", last.length, lastAt, 54);
        float[] s = scratch.take();
        try {
            read(s, x, xAt);
            run(s);
            write(s, last, lastAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6, 6, 4]} for each sample
     * @return {@code [3, 3, 6]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 144);
        float[] last = new float[Arguments.elements("last", samples, 54)];
        predictBatch(samples, x, last);
        return last;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6, 6, 4]} for each sample
     * @param last gets {@code [3, 3, 6]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] last) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 144);
        Arguments.check("last", last.length, 0, (long) samples * 54);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 144, last, sample * 54);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [6, 6, 4]}
     * @param xAt where it begins in {@code x}
     * @param last gets {@code [3, 3, 6]}
     * @param lastAt where it begins in {@code last}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] last, int lastAt) {
        Arguments.check("x", x.length, xAt, 144);
        Arguments.check("last", last.length, lastAt, 54);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, last, lastAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("last", new float[54]);
        predict(inputs, outputs);
        return outputs;
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] last = Arguments.named(outputs, "output", "last");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 1);
        predict(x, last);
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs,
            StepTimes times) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] last = Arguments.named(outputs, "output", "last");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 1);
        Arguments.checkExact("x", x.length, 144);
        Arguments.checkExact("last", last.length, 54);
        float[] s = scratch.take();
        try {
            read(s, x, 0);
            times.run(this.steps, s);
            write(s, last, 0);
        } finally {
            scratch.give(s);
        }
    }

    @Override
    public void predict(Scratch memory, Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] x = Arguments.named(inputs, "input", "x");
        float[] last = Arguments.named(outputs, "output", "last");
        Arguments.checkCount(inputs, "input", 1);
        Arguments.checkCount(outputs, "output", 1);
        Arguments.checkExact("x", x.length, 144);
        Arguments.checkExact("last", last.length, 54);
        predict(memory, x, 0, last, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.border(s, 48, 6, 24, 32, 4, 4, 1, 1);
        Copy.rows(x, xAt, 24, s, 48, 32, 6, 24);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.border(s, 48, 6, 24, 32, 4, 4, 1, 1);
        Copy.bytes(x, xAt, s, 48, 32, 6, 24);
    }

    private static void write(float[] s, float[] last, int lastAt) {
        Copy.rows(s, 12, 18, last, lastAt, 18, 3, 18);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 6, 6, 4));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("last", 3, 3, 6));
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
        specs.add(TensorSpec.of("first/depthwise/depthwise_kernel", 3, 3, 4, 1));
        specs.add(TensorSpec.of("first/depthwise/bias", 4));
        specs.add(TensorSpec.of("first/depthwiseNorm/gamma", 4));
        specs.add(TensorSpec.of("first/depthwiseNorm/beta", 4));
        specs.add(TensorSpec.of("first/depthwiseNorm/moving_mean", 4));
        specs.add(TensorSpec.of("first/depthwiseNorm/moving_variance", 4));
        specs.add(TensorSpec.of("first/pointwise/kernel", 1, 1, 4, 4));
        specs.add(TensorSpec.of("first/pointwise/bias", 4));
        specs.add(TensorSpec.of("second/depthwise/depthwise_kernel", 3, 3, 4, 1));
        specs.add(TensorSpec.of("second/depthwise/bias", 4));
        specs.add(TensorSpec.of("second/depthwiseNorm/gamma", 4));
        specs.add(TensorSpec.of("second/depthwiseNorm/beta", 4));
        specs.add(TensorSpec.of("second/depthwiseNorm/moving_mean", 4));
        specs.add(TensorSpec.of("second/depthwiseNorm/moving_variance", 4));
        specs.add(TensorSpec.of("second/pointwise/kernel", 1, 1, 4, 4));
        specs.add(TensorSpec.of("second/pointwise/bias", 4));
        specs.add(TensorSpec.of("last/depthwise/depthwise_kernel", 3, 3, 4, 1));
        specs.add(TensorSpec.of("last/depthwise/bias", 4));
        specs.add(TensorSpec.of("last/depthwiseNorm/gamma", 4));
        specs.add(TensorSpec.of("last/depthwiseNorm/beta", 4));
        specs.add(TensorSpec.of("last/depthwiseNorm/moving_mean", 4));
        specs.add(TensorSpec.of("last/depthwiseNorm/moving_variance", 4));
        specs.add(TensorSpec.of("last/pointwise/kernel", 1, 1, 4, 6));
        specs.add(TensorSpec.of("last/pointwise/bias", 6));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("first/depthwiseNorm", "conv 3x3 padding (1, 1, 1, 1) groups 4 first/depthwise/depthwise_kernel[3, 3, 4, 1] + first/depthwise/bias[4] folding [first/depthwiseNorm] (x) : [6, 6, 4]", 1296L));
        stepSpecs.add(new StepSpec("first/pointwise", "conv 1x1 first/pointwise/kernel[1, 1, 4, 4] + first/pointwise/bias[4], relu (first/depthwiseNorm) : [6, 6, 4]", 576L));
        stepSpecs.add(new StepSpec("second/depthwiseNorm", "conv 3x3 padding (1, 1, 1, 1) groups 4 second/depthwise/depthwise_kernel[3, 3, 4, 1] + second/depthwise/bias[4] folding [second/depthwiseNorm] (first/pointwise) : [6, 6, 4]", 1296L));
        stepSpecs.add(new StepSpec("second/pointwise", "conv 1x1 second/pointwise/kernel[1, 1, 4, 4] + second/pointwise/bias[4], relu (second/depthwiseNorm) : [6, 6, 4]", 576L));
        stepSpecs.add(new StepSpec("last/depthwiseNorm", "conv 3x3 strides 2x2 padding (0, 1, 0, 1) groups 4 last/depthwise/depthwise_kernel[3, 3, 4, 1] + last/depthwise/bias[4] folding [last/depthwiseNorm] (second/pointwise) : [3, 3, 4]", 324L));
        stepSpecs.add(new StepSpec("last/pointwise", "conv 1x1 last/pointwise/kernel[1, 1, 4, 6] + last/pointwise/bias[6], relu (last/depthwiseNorm) : [3, 3, 6]", 216L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"BlockNet\"");
        lines.add("_______________________________________________________________________________________");
        lines.add(" Layer (type)                                Output Shape      Param #   Multiply-adds");
        lines.add("=======================================================================================");
        lines.add(" x (InputLayer)                              (None, 6, 6, 4)         0               0");
        lines.add(" first/depthwise (DepthwiseConv2D)           (None, 6, 6, 4)        40           1,296");
        lines.add(" first/depthwiseNorm (BatchNormalization)    (None, 6, 6, 4)        16               0");
        lines.add(" first/pointwise (Conv2D)                    (None, 6, 6, 4)        20             576");
        lines.add(" second/depthwise (DepthwiseConv2D)          (None, 6, 6, 4)        40           1,296");
        lines.add(" second/depthwiseNorm (BatchNormalization)   (None, 6, 6, 4)        16               0");
        lines.add(" second/pointwise (Conv2D)                   (None, 6, 6, 4)        20             576");
        lines.add(" last/depthwise (DepthwiseConv2D)            (None, 3, 3, 4)        40             324");
        lines.add(" last/depthwiseNorm (BatchNormalization)     (None, 3, 3, 4)        16               0");
        lines.add(" last/pointwise (Conv2D)                     (None, 3, 3, 6)        30             216");
        lines.add("=======================================================================================");
        lines.add("Total params: 238 (952.00 B)");
        lines.add("Trainable params: 214 (856.00 B)");
        lines.add("Non-trainable params: 24 (96.00 B)");
        lines.add("Multiply-adds: 4,284");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  first/depthwiseNorm: folded into 'first/depthwise'");
        lines.add("  second/depthwiseNorm: folded into 'second/depthwise'");
        lines.add("  last/depthwiseNorm: folded into 'last/depthwise'");
        lines.add("  first/pointwise: one step with first/pointwise, relu");
        lines.add("  second/pointwise: one step with second/pointwise, relu");
        lines.add("  last/pointwise: one step with last/pointwise, relu");
        lines.add("");
        lines.add("Steps: 6");
        lines.add("Tiles:");
        lines.add("  first/depthwiseNorm: 6x3 pixels x 1 vector, sliding down (32 registers), 6x3 pixels x 1 vector, sliding down (16 registers)");
        lines.add("  first/pointwise: 2x6 pixels x 1 vector (32 registers), 2x6 pixels x 1 vector (16 registers)");
        lines.add("  second/depthwiseNorm: 6x3 pixels x 1 vector, sliding down (32 registers), 6x3 pixels x 1 vector, sliding down (16 registers)");
        lines.add("  second/pointwise: 2x6 pixels x 1 vector (32 registers), 2x6 pixels x 1 vector (16 registers)");
        lines.add("  last/depthwiseNorm: 3x3 pixels x 1 vector, sliding down (32 registers), 3x3 pixels x 1 vector, sliding down (16 registers)");
        lines.add("  last/pointwise: 1x9 pixels x 1 vector (32 registers), 1x9 pixels x 1 vector (16 registers)");
        lines.add("Packed weights: 1,520 bytes");
        lines.add("Scratch memory: 1,648 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::first_depthwiseNorm;
        steps[1] = this::first_pointwise;
        steps[2] = this::second_depthwiseNorm;
        steps[3] = this::second_pointwise;
        steps[4] = this::last_depthwiseNorm;
        steps[5] = this::last_pointwise;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code first/depthwiseNorm = conv 3x3 padding (1, 1, 1, 1) groups 4 first/depthwise/depthwise_kernel[3, 3, 4, 1] + first/depthwise/bias[4] folding [first/depthwiseNorm] (x) : [6, 6, 4]}
     */
    private void first_depthwiseNorm(float[] s, Part part) {
        if (WIDE) {
            Wide.depthwise3x3_4_6x6(s, w, 12, 268, 28, 12, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.depthwise3x3_4_6x6(s, w, 12, 268, 28, 12, Part.WHOLE);
        } else {
            ScalarConvolution.depthwise(
                    s, 12, 32, 4, // reads: first, row, column
                    268, 24, 4, // writes
                    -1, 24, 4, // adds
                    w, 28, 12, // kernel, bias
                    6, 6, // pixels
                    3, 32, 3, 4, // window
                    4);
        }
    }

    /**
     * {@code first/pointwise = conv 1x1 first/pointwise/kernel[1, 1, 4, 4] + first/pointwise/bias[4], relu (first/depthwiseNorm) : [6, 6, 4]}
     */
    private void first_pointwise(float[] s, Part part) {
        Copy.border(s, 48, 6, 24, 32, 4, 4, 1, 1);
        if (WIDE) {
            Wide.conv1x1_4to4_relu_6x6(s, w, 268, 48, 108, 76, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.conv1x1_4to4_relu_6x6(s, w, 268, 48, 108, 76, Part.WHOLE);
            if (!FUSED) {
                for (int row = 0; row < 6; row++) {
                    Activations.relu(s, 48 + row * 32, s, 48 + row * 32, 24, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
                }
            }
        } else {
            ScalarConvolution.apply(
                    s, 268, 24, 4, // reads: first, row, column
                    48, 32, 4, // writes
                    -1, 32, 4, // adds
                    w, 108, 16, 76, // kernel, a group of it, bias
                    6, 6, // pixels
                    1, 0, 1, 0, 4, // window
                    1, 4, 4);
            for (int row = 0; row < 6; row++) {
                Activations.relu(s, 48 + row * 32, s, 48 + row * 32, 24, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
            }
        }
    }

    /**
     * {@code second/depthwiseNorm = conv 3x3 padding (1, 1, 1, 1) groups 4 second/depthwise/depthwise_kernel[3, 3, 4, 1] + second/depthwise/bias[4] folding [second/depthwiseNorm] (first/pointwise) : [6, 6, 4]}
     */
    private void second_depthwiseNorm(float[] s, Part part) {
        if (WIDE) {
            Wide.depthwise3x3_4_6x6(s, w, 12, 268, 140, 124, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.depthwise3x3_4_6x6(s, w, 12, 268, 140, 124, Part.WHOLE);
        } else {
            ScalarConvolution.depthwise(
                    s, 12, 32, 4, // reads: first, row, column
                    268, 24, 4, // writes
                    -1, 24, 4, // adds
                    w, 140, 124, // kernel, bias
                    6, 6, // pixels
                    3, 32, 3, 4, // window
                    4);
        }
    }

    /**
     * {@code second/pointwise = conv 1x1 second/pointwise/kernel[1, 1, 4, 4] + second/pointwise/bias[4], relu (second/depthwiseNorm) : [6, 6, 4]}
     */
    private void second_pointwise(float[] s, Part part) {
        Copy.border(s, 12, 6, 24, 28, 0, 4, 0, 1);
        if (WIDE) {
            Wide.conv1x1_4to4_relu_6x6_2(s, w, 268, 12, 220, 188, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.conv1x1_4to4_relu_6x6_2(s, w, 268, 12, 220, 188, Part.WHOLE);
            if (!FUSED) {
                for (int row = 0; row < 6; row++) {
                    Activations.relu(s, 12 + row * 28, s, 12 + row * 28, 24, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
                }
            }
        } else {
            ScalarConvolution.apply(
                    s, 268, 24, 4, // reads: first, row, column
                    12, 28, 4, // writes
                    -1, 28, 4, // adds
                    w, 220, 16, 188, // kernel, a group of it, bias
                    6, 6, // pixels
                    1, 0, 1, 0, 4, // window
                    1, 4, 4);
            for (int row = 0; row < 6; row++) {
                Activations.relu(s, 12 + row * 28, s, 12 + row * 28, 24, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
            }
        }
    }

    /**
     * {@code last/depthwiseNorm = conv 3x3 strides 2x2 padding (0, 1, 0, 1) groups 4 last/depthwise/depthwise_kernel[3, 3, 4, 1] + last/depthwise/bias[4] folding [last/depthwiseNorm] (second/pointwise) : [3, 3, 4]}
     */
    private void last_depthwiseNorm(float[] s, Part part) {
        if (WIDE) {
            Wide.depthwise3x3_4_3x3(s, w, 12, 220, 252, 236, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.depthwise3x3_4_3x3(s, w, 12, 220, 252, 236, Part.WHOLE);
        } else {
            ScalarConvolution.depthwise(
                    s, 12, 56, 8, // reads: first, row, column
                    220, 12, 4, // writes
                    -1, 12, 4, // adds
                    w, 252, 236, // kernel, bias
                    3, 3, // pixels
                    3, 28, 3, 4, // window
                    4);
        }
    }

    /**
     * {@code last/pointwise = conv 1x1 last/pointwise/kernel[1, 1, 4, 6] + last/pointwise/bias[6], relu (last/depthwiseNorm) : [3, 3, 6]}
     */
    private void last_pointwise(float[] s, Part part) {
        if (WIDE) {
            Wide.conv1x1_4to6_relu_1x9(s, w, 220, 12, 348, 300, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.conv1x1_4to6_relu_1x9(s, w, 220, 12, 348, 300, Part.WHOLE);
            if (!FUSED) {
                Activations.relu(s, 12, s, 12, 54, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
            }
        } else {
            ScalarConvolution.apply(
                    s, 220, 0, 4, // reads: first, row, column
                    12, 0, 6, // writes
                    -1, 0, 6, // adds
                    w, 348, 32, 300, // kernel, a group of it, bias
                    1, 9, // pixels
                    1, 0, 1, 0, 4, // window
                    1, 4, 6);
            Activations.relu(s, 12, s, 12, 54, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
        }
    }

    private static void pack(Weights weights, float[] w) {
        loadFirst_depthwiseNorm(weights, w);
        loadFirst_pointwise(weights, w);
        loadSecond_depthwiseNorm(weights, w);
        loadSecond_pointwise(weights, w);
        loadLast_depthwiseNorm(weights, w);
        loadLast_pointwise(weights, w);
    }

    private static void loadFirst_depthwiseNorm(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("first/depthwise/depthwise_kernel"), 9, 1, 4)
                .named("first/depthwise")
                .groups(4)
                .bias(weights.get("first/depthwise/bias"))
                .after(weights.batchNorm("first/depthwiseNorm", 4, 0.001, true, true));
        float[] kernel = linear.kernel();
        Panels.copy(kernel, w, 28);
        Panels.repeat(linear.bias(), 1, w, 12);
    }

    private static void loadFirst_pointwise(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("first/pointwise/kernel"), 1, 4, 4)
                .named("first/pointwise")
                .bias(weights.get("first/pointwise/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 4, 4, vectors(1, 1), w, 108, 16);
        Panels.repeat(linear.bias(), 6, w, 76);
    }

    private static void loadSecond_depthwiseNorm(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("second/depthwise/depthwise_kernel"), 9, 1, 4)
                .named("second/depthwise")
                .groups(4)
                .bias(weights.get("second/depthwise/bias"))
                .after(weights.batchNorm("second/depthwiseNorm", 4, 0.001, true, true));
        float[] kernel = linear.kernel();
        Panels.copy(kernel, w, 140);
        Panels.repeat(linear.bias(), 1, w, 124);
    }

    private static void loadSecond_pointwise(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("second/pointwise/kernel"), 1, 4, 4)
                .named("second/pointwise")
                .bias(weights.get("second/pointwise/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 4, 4, vectors(1, 1), w, 220, 16);
        Panels.repeat(linear.bias(), 6, w, 188);
    }

    private static void loadLast_depthwiseNorm(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("last/depthwise/depthwise_kernel"), 9, 1, 4)
                .named("last/depthwise")
                .groups(4)
                .bias(weights.get("last/depthwise/bias"))
                .after(weights.batchNorm("last/depthwiseNorm", 4, 0.001, true, true));
        float[] kernel = linear.kernel();
        Panels.copy(kernel, w, 252);
        Panels.repeat(linear.bias(), 1, w, 236);
    }

    private static void loadLast_pointwise(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("last/pointwise/kernel"), 1, 4, 6)
                .named("last/pointwise")
                .bias(weights.get("last/pointwise/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 4, 6, vectors(1, 1), w, 348, 32);
        Panels.repeat(linear.bias(), 6, w, 300);
    }

    /**
     * Returns how many vectors of channels the kernels that run compute at once, 0 for none.
     */
    private static int vectors(int wide, int narrow) {
        return WIDE ? wide : VECTOR ? narrow : 0;
    }

    private static VectorKernels kernels() {
        return WIDE ? new Wide() : new Narrow();
    }

    @Override
    public void warmUp() {
        if (VECTOR) {
            WarmUp.await(kernels());
        }
        float[] s = new float[SCRATCH];
        for (int i = 0; i < WarmUp.ROUNDS; i++) {
            run(s);
            WarmUp.awaitIdle();
        }
    }

    /**
     * Kernels for processors with 32 vector registers (AVX-512, NEON). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Wide implements VectorKernels {
        private static final int L4 = Simd.lanes(4);

        private static final StandIn depthwise3x3_4StripStandIn = StandIn.matrix(
                6, 3, 1, 1, // tile: rows, columns, vectors, sums in turn
                32, 4, 24, 4, 24, 4, // distances: reads, writes, adds
                3, 32, 3, 4, 4, // window
                4).depthwise();

        private static final StandIn conv1x1_4to4_reluTileStandIn = StandIn.matrix(
                2, 6, 1, 1, // tile: rows, columns, vectors, sums in turn
                24, 4, 32, 4, 32, 4, // distances: reads, writes, adds
                1, 0, 1, 0, 4, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn conv1x1_4to4_reluTile_2StandIn = StandIn.matrix(
                2, 6, 1, 1, // tile: rows, columns, vectors, sums in turn
                24, 4, 28, 4, 28, 4, // distances: reads, writes, adds
                1, 0, 1, 0, 4, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn depthwise3x3_4Strip_2StandIn = StandIn.matrix(
                3, 3, 1, 1, // tile: rows, columns, vectors, sums in turn
                56, 8, 12, 4, 12, 4, // distances: reads, writes, adds
                3, 28, 3, 4, 4, // window
                4).depthwise();

        private static final StandIn conv1x1_4to6_reluTileStandIn = StandIn.matrix(
                1, 9, 1, 1, // tile: rows, columns, vectors, sums in turn
                0, 4, 0, 6, 0, 6, // distances: reads, writes, adds
                1, 0, 1, 0, 4, // window
                6).relu(0.0f, Float.POSITIVE_INFINITY);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    depthwise3x3_4StripStandIn,
                    conv1x1_4to4_reluTileStandIn,
                    conv1x1_4to4_reluTile_2StandIn,
                    depthwise3x3_4Strip_2StandIn,
                    conv1x1_4to6_reluTileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.depthwise3x3_4Strip(s, w, 12, 268, skip ? -StandIn.SKIPPED_ROUNDS : 28, 12);
                    break;
                case 1:
                    Tiles.conv1x1_4to4_reluTile(s, w, 268, 48, skip ? -StandIn.SKIPPED_ROUNDS : 108, 76);
                    break;
                case 2:
                    Tiles.conv1x1_4to4_reluTile_2(s, w, 268, 12, skip ? -StandIn.SKIPPED_ROUNDS : 220, 188);
                    break;
                case 3:
                    Tiles.depthwise3x3_4Strip_2(s, w, 12, 220, skip ? -StandIn.SKIPPED_ROUNDS : 252, 236);
                    break;
                case 4:
                    Tiles.conv1x1_4to6_reluTile(s, w, 220, 12, skip ? -StandIn.SKIPPED_ROUNDS : 348, 300);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void depthwise3x3_4Strip(float[] s, float[] w, int x, int y, int k, int b) {
            if (depthwise3x3_4StripStandIn.isOver()) {
                Tiles.depthwise3x3_4Strip(s, w, x, y, k, b);
            } else {
                depthwise3x3_4StripStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_4_6x6(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int end = part.to(2);
            for (int i = part.from(2); i < end; i++) {
                int col = i * 3;
                depthwise3x3_4Strip(s, w, x + col * 4, y + col * 4, k, b);
            }
        }

        private static void conv1x1_4to4_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (conv1x1_4to4_reluTileStandIn.isOver()) {
                Tiles.conv1x1_4to4_reluTile(s, w, x, y, k, b);
            } else {
                conv1x1_4to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_4to4_relu_6x6(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels * 3);
            for (int n = part.from(panels * 3); n < end; n++) {
                int p = n / 3;
                int i = n % 3;
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                int row = i * 2;
                conv1x1_4to4_reluTile(s, w, x + row * 24, y + row * 32 + c, k + p * 4 * L4, b + c);
            }
        }

        private static void conv1x1_4to4_reluTile_2(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (conv1x1_4to4_reluTile_2StandIn.isOver()) {
                Tiles.conv1x1_4to4_reluTile_2(s, w, x, y, k, b);
            } else {
                conv1x1_4to4_reluTile_2StandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_4to4_relu_6x6_2(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels * 3);
            for (int n = part.from(panels * 3); n < end; n++) {
                int p = n / 3;
                int i = n % 3;
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                int row = i * 2;
                conv1x1_4to4_reluTile_2(s, w, x + row * 24, y + row * 28 + c, k + p * 4 * L4, b + c);
            }
        }

        private static void depthwise3x3_4Strip_2(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (depthwise3x3_4Strip_2StandIn.isOver()) {
                Tiles.depthwise3x3_4Strip_2(s, w, x, y, k, b);
            } else {
                depthwise3x3_4Strip_2StandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_4_3x3(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            depthwise3x3_4Strip_2(s, w, x, y, k, b);
        }

        private static void conv1x1_4to6_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (conv1x1_4to6_reluTileStandIn.isOver()) {
                Tiles.conv1x1_4to6_reluTile(s, w, x, y, k, b);
            } else {
                conv1x1_4to6_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_4to6_relu_1x9(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (6 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 6 - L4));
                conv1x1_4to6_reluTile(s, w, x, y + c, k + p * 4 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void depthwise3x3_4Strip(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 4; n += L4) {
                    int c = Math.min(n, 4 - L4);
                    FloatVector bias = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c));
                    FloatVector w0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c));
                    FloatVector w1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 4));
                    FloatVector w2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 8));
                    FloatVector w3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 12));
                    FloatVector w4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 16));
                    FloatVector w5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 20));
                    FloatVector w6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 24));
                    FloatVector w7 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 28));
                    FloatVector w8 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 32));
                    FloatVector a0_0 = bias;
                    FloatVector a0_1 = bias;
                    FloatVector a0_2 = bias;
                    FloatVector a1_0 = bias;
                    FloatVector a1_1 = bias;
                    FloatVector a1_2 = bias;
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c));
                    a0_0 = v0_0.fma(w0, (FloatVector) C4.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 4));
                    a0_0 = v0_1.fma(w1, (FloatVector) C4.cast(a0_0));
                    a0_1 = v0_1.fma(w0, (FloatVector) C4.cast(a0_1));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 8));
                    a0_0 = v0_2.fma(w2, (FloatVector) C4.cast(a0_0));
                    a0_1 = v0_2.fma(w1, (FloatVector) C4.cast(a0_1));
                    a0_2 = v0_2.fma(w0, (FloatVector) C4.cast(a0_2));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 12));
                    a0_1 = v0_3.fma(w2, (FloatVector) C4.cast(a0_1));
                    a0_2 = v0_3.fma(w1, (FloatVector) C4.cast(a0_2));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 16));
                    a0_2 = v0_4.fma(w2, (FloatVector) C4.cast(a0_2));
                    FloatVector v1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 32));
                    a0_0 = v1_0.fma(w3, (FloatVector) C4.cast(a0_0));
                    a1_0 = v1_0.fma(w0, (FloatVector) C4.cast(a1_0));
                    FloatVector v1_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 36));
                    a0_0 = v1_1.fma(w4, (FloatVector) C4.cast(a0_0));
                    a0_1 = v1_1.fma(w3, (FloatVector) C4.cast(a0_1));
                    a1_0 = v1_1.fma(w1, (FloatVector) C4.cast(a1_0));
                    a1_1 = v1_1.fma(w0, (FloatVector) C4.cast(a1_1));
                    FloatVector v1_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 40));
                    a0_0 = v1_2.fma(w5, (FloatVector) C4.cast(a0_0));
                    a0_1 = v1_2.fma(w4, (FloatVector) C4.cast(a0_1));
                    a0_2 = v1_2.fma(w3, (FloatVector) C4.cast(a0_2));
                    a1_0 = v1_2.fma(w2, (FloatVector) C4.cast(a1_0));
                    a1_1 = v1_2.fma(w1, (FloatVector) C4.cast(a1_1));
                    a1_2 = v1_2.fma(w0, (FloatVector) C4.cast(a1_2));
                    FloatVector v1_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 44));
                    a0_1 = v1_3.fma(w5, (FloatVector) C4.cast(a0_1));
                    a0_2 = v1_3.fma(w4, (FloatVector) C4.cast(a0_2));
                    a1_1 = v1_3.fma(w2, (FloatVector) C4.cast(a1_1));
                    a1_2 = v1_3.fma(w1, (FloatVector) C4.cast(a1_2));
                    FloatVector v1_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 48));
                    a0_2 = v1_4.fma(w5, (FloatVector) C4.cast(a0_2));
                    a1_2 = v1_4.fma(w2, (FloatVector) C4.cast(a1_2));
                    for (int i = 0; i < 6; i++) {
                        int h = x + c + i * 32;
                        FloatVector a2_0 = bias;
                        FloatVector a2_1 = bias;
                        FloatVector a2_2 = bias;
                        FloatVector v2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 64));
                        a0_0 = v2_0.fma(w6, (FloatVector) C4.cast(a0_0));
                        a1_0 = v2_0.fma(w3, (FloatVector) C4.cast(a1_0));
                        a2_0 = v2_0.fma(w0, (FloatVector) C4.cast(a2_0));
                        FloatVector v2_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 68));
                        a0_0 = v2_1.fma(w7, (FloatVector) C4.cast(a0_0));
                        a0_1 = v2_1.fma(w6, (FloatVector) C4.cast(a0_1));
                        a1_0 = v2_1.fma(w4, (FloatVector) C4.cast(a1_0));
                        a1_1 = v2_1.fma(w3, (FloatVector) C4.cast(a1_1));
                        a2_0 = v2_1.fma(w1, (FloatVector) C4.cast(a2_0));
                        a2_1 = v2_1.fma(w0, (FloatVector) C4.cast(a2_1));
                        FloatVector v2_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 72));
                        a0_0 = v2_2.fma(w8, (FloatVector) C4.cast(a0_0));
                        a0_1 = v2_2.fma(w7, (FloatVector) C4.cast(a0_1));
                        a0_2 = v2_2.fma(w6, (FloatVector) C4.cast(a0_2));
                        a1_0 = v2_2.fma(w5, (FloatVector) C4.cast(a1_0));
                        a1_1 = v2_2.fma(w4, (FloatVector) C4.cast(a1_1));
                        a1_2 = v2_2.fma(w3, (FloatVector) C4.cast(a1_2));
                        a2_0 = v2_2.fma(w2, (FloatVector) C4.cast(a2_0));
                        a2_1 = v2_2.fma(w1, (FloatVector) C4.cast(a2_1));
                        a2_2 = v2_2.fma(w0, (FloatVector) C4.cast(a2_2));
                        FloatVector v2_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 76));
                        a0_1 = v2_3.fma(w8, (FloatVector) C4.cast(a0_1));
                        a0_2 = v2_3.fma(w7, (FloatVector) C4.cast(a0_2));
                        a1_1 = v2_3.fma(w5, (FloatVector) C4.cast(a1_1));
                        a1_2 = v2_3.fma(w4, (FloatVector) C4.cast(a1_2));
                        a2_1 = v2_3.fma(w2, (FloatVector) C4.cast(a2_1));
                        a2_2 = v2_3.fma(w1, (FloatVector) C4.cast(a2_2));
                        FloatVector v2_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 80));
                        a0_2 = v2_4.fma(w8, (FloatVector) C4.cast(a0_2));
                        a1_2 = v2_4.fma(w5, (FloatVector) C4.cast(a1_2));
                        a2_2 = v2_4.fma(w2, (FloatVector) C4.cast(a2_2));
                        ((FloatVector) C4.cast(a0_0)).intoArray(s, y + c + i * 24);
                        ((FloatVector) C4.cast(a0_1)).intoArray(s, y + 4 + c + i * 24);
                        ((FloatVector) C4.cast(a0_2)).intoArray(s, y + 8 + c + i * 24);
                        a0_0 = a1_0;
                        a0_1 = a1_1;
                        a0_2 = a1_2;
                        a1_0 = a2_0;
                        a1_1 = a2_1;
                        a1_2 = a2_2;
                    }
                }
            }

            private static void conv1x1_4to4_reluTile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector bias0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a0_0 = bias0;
                FloatVector a1_0 = bias0;
                FloatVector a2_0 = bias0;
                FloatVector a3_0 = bias0;
                FloatVector a4_0 = bias0;
                FloatVector a5_0 = bias0;
                FloatVector a6_0 = bias0;
                FloatVector a7_0 = bias0;
                FloatVector a8_0 = bias0;
                FloatVector a9_0 = bias0;
                FloatVector a10_0 = bias0;
                FloatVector a11_0 = bias0;
                for (int l = 0; l < 4; l++) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 4]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 8]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 12]));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 16]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 20]));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                    a6_0 = v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0));
                    FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 28]));
                    a7_0 = v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0));
                    FloatVector v0_8 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 32]));
                    a8_0 = v0_8.fma(w0_0, (FloatVector) C4.cast(a8_0));
                    FloatVector v0_9 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 36]));
                    a9_0 = v0_9.fma(w0_0, (FloatVector) C4.cast(a9_0));
                    FloatVector v0_10 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 40]));
                    a10_0 = v0_10.fma(w0_0, (FloatVector) C4.cast(a10_0));
                    FloatVector v0_11 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 44]));
                    a11_0 = v0_11.fma(w0_0, (FloatVector) C4.cast(a11_0));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))).intoArray(s, y + 4);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))).intoArray(s, y + 8);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))).intoArray(s, y + 12);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))).intoArray(s, y + 16);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))).intoArray(s, y + 20);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))).intoArray(s, y + 32);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))).intoArray(s, y + 36);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a8_0))))).intoArray(s, y + 40);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a9_0))))).intoArray(s, y + 44);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a10_0))))).intoArray(s, y + 48);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a11_0))))).intoArray(s, y + 52);
            }

            private static void conv1x1_4to4_reluTile_2(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector bias0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a0_0 = bias0;
                FloatVector a1_0 = bias0;
                FloatVector a2_0 = bias0;
                FloatVector a3_0 = bias0;
                FloatVector a4_0 = bias0;
                FloatVector a5_0 = bias0;
                FloatVector a6_0 = bias0;
                FloatVector a7_0 = bias0;
                FloatVector a8_0 = bias0;
                FloatVector a9_0 = bias0;
                FloatVector a10_0 = bias0;
                FloatVector a11_0 = bias0;
                for (int l = 0; l < 4; l++) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 4]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 8]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 12]));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 16]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 20]));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                    a6_0 = v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0));
                    FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 28]));
                    a7_0 = v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0));
                    FloatVector v0_8 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 32]));
                    a8_0 = v0_8.fma(w0_0, (FloatVector) C4.cast(a8_0));
                    FloatVector v0_9 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 36]));
                    a9_0 = v0_9.fma(w0_0, (FloatVector) C4.cast(a9_0));
                    FloatVector v0_10 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 40]));
                    a10_0 = v0_10.fma(w0_0, (FloatVector) C4.cast(a10_0));
                    FloatVector v0_11 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 44]));
                    a11_0 = v0_11.fma(w0_0, (FloatVector) C4.cast(a11_0));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))).intoArray(s, y + 4);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))).intoArray(s, y + 8);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))).intoArray(s, y + 12);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))).intoArray(s, y + 16);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))).intoArray(s, y + 20);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))).intoArray(s, y + 28);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))).intoArray(s, y + 32);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a8_0))))).intoArray(s, y + 36);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a9_0))))).intoArray(s, y + 40);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a10_0))))).intoArray(s, y + 44);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a11_0))))).intoArray(s, y + 48);
            }

            private static void depthwise3x3_4Strip_2(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 4; n += L4) {
                    int c = Math.min(n, 4 - L4);
                    FloatVector bias = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c));
                    FloatVector w0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c));
                    FloatVector w1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 4));
                    FloatVector w2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 8));
                    FloatVector w3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 12));
                    FloatVector w4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 16));
                    FloatVector w5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 20));
                    FloatVector w6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 24));
                    FloatVector w7 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 28));
                    FloatVector w8 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 32));
                    FloatVector a0_0 = bias;
                    FloatVector a0_1 = bias;
                    FloatVector a0_2 = bias;
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c));
                    a0_0 = v0_0.fma(w0, (FloatVector) C4.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 4));
                    a0_0 = v0_1.fma(w1, (FloatVector) C4.cast(a0_0));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 8));
                    a0_0 = v0_2.fma(w2, (FloatVector) C4.cast(a0_0));
                    a0_1 = v0_2.fma(w0, (FloatVector) C4.cast(a0_1));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 12));
                    a0_1 = v0_3.fma(w1, (FloatVector) C4.cast(a0_1));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 16));
                    a0_1 = v0_4.fma(w2, (FloatVector) C4.cast(a0_1));
                    a0_2 = v0_4.fma(w0, (FloatVector) C4.cast(a0_2));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 20));
                    a0_2 = v0_5.fma(w1, (FloatVector) C4.cast(a0_2));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 24));
                    a0_2 = v0_6.fma(w2, (FloatVector) C4.cast(a0_2));
                    for (int i = 0; i < 3; i++) {
                        int h = x + c + i * 56;
                        FloatVector a1_0 = bias;
                        FloatVector a1_1 = bias;
                        FloatVector a1_2 = bias;
                        FloatVector v1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 28));
                        a0_0 = v1_0.fma(w3, (FloatVector) C4.cast(a0_0));
                        FloatVector v1_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 32));
                        a0_0 = v1_1.fma(w4, (FloatVector) C4.cast(a0_0));
                        FloatVector v1_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 36));
                        a0_0 = v1_2.fma(w5, (FloatVector) C4.cast(a0_0));
                        a0_1 = v1_2.fma(w3, (FloatVector) C4.cast(a0_1));
                        FloatVector v1_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 40));
                        a0_1 = v1_3.fma(w4, (FloatVector) C4.cast(a0_1));
                        FloatVector v1_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 44));
                        a0_1 = v1_4.fma(w5, (FloatVector) C4.cast(a0_1));
                        a0_2 = v1_4.fma(w3, (FloatVector) C4.cast(a0_2));
                        FloatVector v1_5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 48));
                        a0_2 = v1_5.fma(w4, (FloatVector) C4.cast(a0_2));
                        FloatVector v1_6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 52));
                        a0_2 = v1_6.fma(w5, (FloatVector) C4.cast(a0_2));
                        FloatVector v2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 56));
                        a0_0 = v2_0.fma(w6, (FloatVector) C4.cast(a0_0));
                        a1_0 = v2_0.fma(w0, (FloatVector) C4.cast(a1_0));
                        FloatVector v2_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 60));
                        a0_0 = v2_1.fma(w7, (FloatVector) C4.cast(a0_0));
                        a1_0 = v2_1.fma(w1, (FloatVector) C4.cast(a1_0));
                        FloatVector v2_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 64));
                        a0_0 = v2_2.fma(w8, (FloatVector) C4.cast(a0_0));
                        a0_1 = v2_2.fma(w6, (FloatVector) C4.cast(a0_1));
                        a1_0 = v2_2.fma(w2, (FloatVector) C4.cast(a1_0));
                        a1_1 = v2_2.fma(w0, (FloatVector) C4.cast(a1_1));
                        FloatVector v2_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 68));
                        a0_1 = v2_3.fma(w7, (FloatVector) C4.cast(a0_1));
                        a1_1 = v2_3.fma(w1, (FloatVector) C4.cast(a1_1));
                        FloatVector v2_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 72));
                        a0_1 = v2_4.fma(w8, (FloatVector) C4.cast(a0_1));
                        a0_2 = v2_4.fma(w6, (FloatVector) C4.cast(a0_2));
                        a1_1 = v2_4.fma(w2, (FloatVector) C4.cast(a1_1));
                        a1_2 = v2_4.fma(w0, (FloatVector) C4.cast(a1_2));
                        FloatVector v2_5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 76));
                        a0_2 = v2_5.fma(w7, (FloatVector) C4.cast(a0_2));
                        a1_2 = v2_5.fma(w1, (FloatVector) C4.cast(a1_2));
                        FloatVector v2_6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 80));
                        a0_2 = v2_6.fma(w8, (FloatVector) C4.cast(a0_2));
                        a1_2 = v2_6.fma(w2, (FloatVector) C4.cast(a1_2));
                        ((FloatVector) C4.cast(a0_0)).intoArray(s, y + c + i * 12);
                        ((FloatVector) C4.cast(a0_1)).intoArray(s, y + 4 + c + i * 12);
                        ((FloatVector) C4.cast(a0_2)).intoArray(s, y + 8 + c + i * 12);
                        a0_0 = a1_0;
                        a0_1 = a1_1;
                        a0_2 = a1_2;
                    }
                }
            }

            private static void conv1x1_4to6_reluTile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector bias0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a0_0 = bias0;
                FloatVector a1_0 = bias0;
                FloatVector a2_0 = bias0;
                FloatVector a3_0 = bias0;
                FloatVector a4_0 = bias0;
                FloatVector a5_0 = bias0;
                FloatVector a6_0 = bias0;
                FloatVector a7_0 = bias0;
                FloatVector a8_0 = bias0;
                for (int l = 0; l < 4; l++) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 4]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 8]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 12]));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 16]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 20]));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                    a6_0 = v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0));
                    FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 28]));
                    a7_0 = v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0));
                    FloatVector v0_8 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 32]));
                    a8_0 = v0_8.fma(w0_0, (FloatVector) C4.cast(a8_0));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))).intoArray(s, y + 6);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))).intoArray(s, y + 12);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))).intoArray(s, y + 18);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))).intoArray(s, y + 24);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))).intoArray(s, y + 30);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))).intoArray(s, y + 36);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))).intoArray(s, y + 42);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a8_0))))).intoArray(s, y + 48);
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L4 = Simd.lanes(4);

        private static final StandIn depthwise3x3_4StripStandIn = StandIn.matrix(
                6, 3, 1, 1, // tile: rows, columns, vectors, sums in turn
                32, 4, 24, 4, 24, 4, // distances: reads, writes, adds
                3, 32, 3, 4, 4, // window
                4).depthwise();

        private static final StandIn conv1x1_4to4_reluTileStandIn = StandIn.matrix(
                2, 6, 1, 1, // tile: rows, columns, vectors, sums in turn
                24, 4, 32, 4, 32, 4, // distances: reads, writes, adds
                1, 0, 1, 0, 4, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn conv1x1_4to4_reluTile_2StandIn = StandIn.matrix(
                2, 6, 1, 1, // tile: rows, columns, vectors, sums in turn
                24, 4, 28, 4, 28, 4, // distances: reads, writes, adds
                1, 0, 1, 0, 4, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn depthwise3x3_4Strip_2StandIn = StandIn.matrix(
                3, 3, 1, 1, // tile: rows, columns, vectors, sums in turn
                56, 8, 12, 4, 12, 4, // distances: reads, writes, adds
                3, 28, 3, 4, 4, // window
                4).depthwise();

        private static final StandIn conv1x1_4to6_reluTileStandIn = StandIn.matrix(
                1, 9, 1, 1, // tile: rows, columns, vectors, sums in turn
                0, 4, 0, 6, 0, 6, // distances: reads, writes, adds
                1, 0, 1, 0, 4, // window
                6).relu(0.0f, Float.POSITIVE_INFINITY);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    depthwise3x3_4StripStandIn,
                    conv1x1_4to4_reluTileStandIn,
                    conv1x1_4to4_reluTile_2StandIn,
                    depthwise3x3_4Strip_2StandIn,
                    conv1x1_4to6_reluTileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.depthwise3x3_4Strip(s, w, 12, 268, skip ? -StandIn.SKIPPED_ROUNDS : 28, 12);
                    break;
                case 1:
                    Tiles.conv1x1_4to4_reluTile(s, w, 268, 48, skip ? -StandIn.SKIPPED_ROUNDS : 108, 76);
                    break;
                case 2:
                    Tiles.conv1x1_4to4_reluTile_2(s, w, 268, 12, skip ? -StandIn.SKIPPED_ROUNDS : 220, 188);
                    break;
                case 3:
                    Tiles.depthwise3x3_4Strip_2(s, w, 12, 220, skip ? -StandIn.SKIPPED_ROUNDS : 252, 236);
                    break;
                case 4:
                    Tiles.conv1x1_4to6_reluTile(s, w, 220, 12, skip ? -StandIn.SKIPPED_ROUNDS : 348, 300);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void depthwise3x3_4Strip(float[] s, float[] w, int x, int y, int k, int b) {
            if (depthwise3x3_4StripStandIn.isOver()) {
                Tiles.depthwise3x3_4Strip(s, w, x, y, k, b);
            } else {
                depthwise3x3_4StripStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_4_6x6(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int end = part.to(2);
            for (int i = part.from(2); i < end; i++) {
                int col = i * 3;
                depthwise3x3_4Strip(s, w, x + col * 4, y + col * 4, k, b);
            }
        }

        private static void conv1x1_4to4_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (conv1x1_4to4_reluTileStandIn.isOver()) {
                Tiles.conv1x1_4to4_reluTile(s, w, x, y, k, b);
            } else {
                conv1x1_4to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_4to4_relu_6x6(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels * 3);
            for (int n = part.from(panels * 3); n < end; n++) {
                int p = n / 3;
                int i = n % 3;
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                int row = i * 2;
                conv1x1_4to4_reluTile(s, w, x + row * 24, y + row * 32 + c, k + p * 4 * L4, b + c);
            }
        }

        private static void conv1x1_4to4_reluTile_2(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (conv1x1_4to4_reluTile_2StandIn.isOver()) {
                Tiles.conv1x1_4to4_reluTile_2(s, w, x, y, k, b);
            } else {
                conv1x1_4to4_reluTile_2StandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_4to4_relu_6x6_2(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels * 3);
            for (int n = part.from(panels * 3); n < end; n++) {
                int p = n / 3;
                int i = n % 3;
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                int row = i * 2;
                conv1x1_4to4_reluTile_2(s, w, x + row * 24, y + row * 28 + c, k + p * 4 * L4, b + c);
            }
        }

        private static void depthwise3x3_4Strip_2(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (depthwise3x3_4Strip_2StandIn.isOver()) {
                Tiles.depthwise3x3_4Strip_2(s, w, x, y, k, b);
            } else {
                depthwise3x3_4Strip_2StandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_4_3x3(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            depthwise3x3_4Strip_2(s, w, x, y, k, b);
        }

        private static void conv1x1_4to6_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (conv1x1_4to6_reluTileStandIn.isOver()) {
                Tiles.conv1x1_4to6_reluTile(s, w, x, y, k, b);
            } else {
                conv1x1_4to6_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_4to6_relu_1x9(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (6 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 6 - L4));
                conv1x1_4to6_reluTile(s, w, x, y + c, k + p * 4 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void depthwise3x3_4Strip(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 4; n += L4) {
                    int c = Math.min(n, 4 - L4);
                    FloatVector bias = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c));
                    FloatVector w0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c));
                    FloatVector w1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 4));
                    FloatVector w2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 8));
                    FloatVector w3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 12));
                    FloatVector w4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 16));
                    FloatVector w5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 20));
                    FloatVector w6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 24));
                    FloatVector w7 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 28));
                    FloatVector w8 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 32));
                    FloatVector a0_0 = bias;
                    FloatVector a0_1 = bias;
                    FloatVector a0_2 = bias;
                    FloatVector a1_0 = bias;
                    FloatVector a1_1 = bias;
                    FloatVector a1_2 = bias;
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c));
                    a0_0 = (FMA ? v0_0.fma(w0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 4));
                    a0_0 = (FMA ? v0_1.fma(w1, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_1.mul(w1))).add((FloatVector) C4.cast(a0_0)));
                    a0_1 = (FMA ? v0_1.fma(w0, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v0_1.mul(w0))).add((FloatVector) C4.cast(a0_1)));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 8));
                    a0_0 = (FMA ? v0_2.fma(w2, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_2.mul(w2))).add((FloatVector) C4.cast(a0_0)));
                    a0_1 = (FMA ? v0_2.fma(w1, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v0_2.mul(w1))).add((FloatVector) C4.cast(a0_1)));
                    a0_2 = (FMA ? v0_2.fma(w0, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v0_2.mul(w0))).add((FloatVector) C4.cast(a0_2)));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 12));
                    a0_1 = (FMA ? v0_3.fma(w2, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v0_3.mul(w2))).add((FloatVector) C4.cast(a0_1)));
                    a0_2 = (FMA ? v0_3.fma(w1, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v0_3.mul(w1))).add((FloatVector) C4.cast(a0_2)));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 16));
                    a0_2 = (FMA ? v0_4.fma(w2, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v0_4.mul(w2))).add((FloatVector) C4.cast(a0_2)));
                    FloatVector v1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 32));
                    a0_0 = (FMA ? v1_0.fma(w3, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v1_0.mul(w3))).add((FloatVector) C4.cast(a0_0)));
                    a1_0 = (FMA ? v1_0.fma(w0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v1_0.mul(w0))).add((FloatVector) C4.cast(a1_0)));
                    FloatVector v1_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 36));
                    a0_0 = (FMA ? v1_1.fma(w4, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v1_1.mul(w4))).add((FloatVector) C4.cast(a0_0)));
                    a0_1 = (FMA ? v1_1.fma(w3, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v1_1.mul(w3))).add((FloatVector) C4.cast(a0_1)));
                    a1_0 = (FMA ? v1_1.fma(w1, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v1_1.mul(w1))).add((FloatVector) C4.cast(a1_0)));
                    a1_1 = (FMA ? v1_1.fma(w0, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v1_1.mul(w0))).add((FloatVector) C4.cast(a1_1)));
                    FloatVector v1_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 40));
                    a0_0 = (FMA ? v1_2.fma(w5, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v1_2.mul(w5))).add((FloatVector) C4.cast(a0_0)));
                    a0_1 = (FMA ? v1_2.fma(w4, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v1_2.mul(w4))).add((FloatVector) C4.cast(a0_1)));
                    a0_2 = (FMA ? v1_2.fma(w3, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v1_2.mul(w3))).add((FloatVector) C4.cast(a0_2)));
                    a1_0 = (FMA ? v1_2.fma(w2, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v1_2.mul(w2))).add((FloatVector) C4.cast(a1_0)));
                    a1_1 = (FMA ? v1_2.fma(w1, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v1_2.mul(w1))).add((FloatVector) C4.cast(a1_1)));
                    a1_2 = (FMA ? v1_2.fma(w0, (FloatVector) C4.cast(a1_2)) : ((FloatVector) C4.cast(v1_2.mul(w0))).add((FloatVector) C4.cast(a1_2)));
                    FloatVector v1_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 44));
                    a0_1 = (FMA ? v1_3.fma(w5, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v1_3.mul(w5))).add((FloatVector) C4.cast(a0_1)));
                    a0_2 = (FMA ? v1_3.fma(w4, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v1_3.mul(w4))).add((FloatVector) C4.cast(a0_2)));
                    a1_1 = (FMA ? v1_3.fma(w2, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v1_3.mul(w2))).add((FloatVector) C4.cast(a1_1)));
                    a1_2 = (FMA ? v1_3.fma(w1, (FloatVector) C4.cast(a1_2)) : ((FloatVector) C4.cast(v1_3.mul(w1))).add((FloatVector) C4.cast(a1_2)));
                    FloatVector v1_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 48));
                    a0_2 = (FMA ? v1_4.fma(w5, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v1_4.mul(w5))).add((FloatVector) C4.cast(a0_2)));
                    a1_2 = (FMA ? v1_4.fma(w2, (FloatVector) C4.cast(a1_2)) : ((FloatVector) C4.cast(v1_4.mul(w2))).add((FloatVector) C4.cast(a1_2)));
                    for (int i = 0; i < 6; i++) {
                        int h = x + c + i * 32;
                        FloatVector a2_0 = bias;
                        FloatVector a2_1 = bias;
                        FloatVector a2_2 = bias;
                        FloatVector v2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 64));
                        a0_0 = (FMA ? v2_0.fma(w6, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v2_0.mul(w6))).add((FloatVector) C4.cast(a0_0)));
                        a1_0 = (FMA ? v2_0.fma(w3, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v2_0.mul(w3))).add((FloatVector) C4.cast(a1_0)));
                        a2_0 = (FMA ? v2_0.fma(w0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v2_0.mul(w0))).add((FloatVector) C4.cast(a2_0)));
                        FloatVector v2_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 68));
                        a0_0 = (FMA ? v2_1.fma(w7, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v2_1.mul(w7))).add((FloatVector) C4.cast(a0_0)));
                        a0_1 = (FMA ? v2_1.fma(w6, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v2_1.mul(w6))).add((FloatVector) C4.cast(a0_1)));
                        a1_0 = (FMA ? v2_1.fma(w4, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v2_1.mul(w4))).add((FloatVector) C4.cast(a1_0)));
                        a1_1 = (FMA ? v2_1.fma(w3, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v2_1.mul(w3))).add((FloatVector) C4.cast(a1_1)));
                        a2_0 = (FMA ? v2_1.fma(w1, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v2_1.mul(w1))).add((FloatVector) C4.cast(a2_0)));
                        a2_1 = (FMA ? v2_1.fma(w0, (FloatVector) C4.cast(a2_1)) : ((FloatVector) C4.cast(v2_1.mul(w0))).add((FloatVector) C4.cast(a2_1)));
                        FloatVector v2_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 72));
                        a0_0 = (FMA ? v2_2.fma(w8, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v2_2.mul(w8))).add((FloatVector) C4.cast(a0_0)));
                        a0_1 = (FMA ? v2_2.fma(w7, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v2_2.mul(w7))).add((FloatVector) C4.cast(a0_1)));
                        a0_2 = (FMA ? v2_2.fma(w6, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v2_2.mul(w6))).add((FloatVector) C4.cast(a0_2)));
                        a1_0 = (FMA ? v2_2.fma(w5, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v2_2.mul(w5))).add((FloatVector) C4.cast(a1_0)));
                        a1_1 = (FMA ? v2_2.fma(w4, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v2_2.mul(w4))).add((FloatVector) C4.cast(a1_1)));
                        a1_2 = (FMA ? v2_2.fma(w3, (FloatVector) C4.cast(a1_2)) : ((FloatVector) C4.cast(v2_2.mul(w3))).add((FloatVector) C4.cast(a1_2)));
                        a2_0 = (FMA ? v2_2.fma(w2, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v2_2.mul(w2))).add((FloatVector) C4.cast(a2_0)));
                        a2_1 = (FMA ? v2_2.fma(w1, (FloatVector) C4.cast(a2_1)) : ((FloatVector) C4.cast(v2_2.mul(w1))).add((FloatVector) C4.cast(a2_1)));
                        a2_2 = (FMA ? v2_2.fma(w0, (FloatVector) C4.cast(a2_2)) : ((FloatVector) C4.cast(v2_2.mul(w0))).add((FloatVector) C4.cast(a2_2)));
                        FloatVector v2_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 76));
                        a0_1 = (FMA ? v2_3.fma(w8, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v2_3.mul(w8))).add((FloatVector) C4.cast(a0_1)));
                        a0_2 = (FMA ? v2_3.fma(w7, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v2_3.mul(w7))).add((FloatVector) C4.cast(a0_2)));
                        a1_1 = (FMA ? v2_3.fma(w5, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v2_3.mul(w5))).add((FloatVector) C4.cast(a1_1)));
                        a1_2 = (FMA ? v2_3.fma(w4, (FloatVector) C4.cast(a1_2)) : ((FloatVector) C4.cast(v2_3.mul(w4))).add((FloatVector) C4.cast(a1_2)));
                        a2_1 = (FMA ? v2_3.fma(w2, (FloatVector) C4.cast(a2_1)) : ((FloatVector) C4.cast(v2_3.mul(w2))).add((FloatVector) C4.cast(a2_1)));
                        a2_2 = (FMA ? v2_3.fma(w1, (FloatVector) C4.cast(a2_2)) : ((FloatVector) C4.cast(v2_3.mul(w1))).add((FloatVector) C4.cast(a2_2)));
                        FloatVector v2_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 80));
                        a0_2 = (FMA ? v2_4.fma(w8, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v2_4.mul(w8))).add((FloatVector) C4.cast(a0_2)));
                        a1_2 = (FMA ? v2_4.fma(w5, (FloatVector) C4.cast(a1_2)) : ((FloatVector) C4.cast(v2_4.mul(w5))).add((FloatVector) C4.cast(a1_2)));
                        a2_2 = (FMA ? v2_4.fma(w2, (FloatVector) C4.cast(a2_2)) : ((FloatVector) C4.cast(v2_4.mul(w2))).add((FloatVector) C4.cast(a2_2)));
                        ((FloatVector) C4.cast(a0_0)).intoArray(s, y + c + i * 24);
                        ((FloatVector) C4.cast(a0_1)).intoArray(s, y + 4 + c + i * 24);
                        ((FloatVector) C4.cast(a0_2)).intoArray(s, y + 8 + c + i * 24);
                        a0_0 = a1_0;
                        a0_1 = a1_1;
                        a0_2 = a1_2;
                        a1_0 = a2_0;
                        a1_1 = a2_1;
                        a1_2 = a2_2;
                    }
                }
            }

            private static void conv1x1_4to4_reluTile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 4));
                FloatVector a2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 8));
                FloatVector a3_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 12));
                FloatVector a4_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 16));
                FloatVector a5_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 20));
                FloatVector a6_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a7_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 4));
                FloatVector a8_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 8));
                FloatVector a9_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 12));
                FloatVector a10_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 16));
                FloatVector a11_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 20));
                for (int l = 0; l < 4; l++) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 4]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v0_1.mul(w0_0))).add((FloatVector) C4.cast(a1_0)));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 8]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v0_2.mul(w0_0))).add((FloatVector) C4.cast(a2_0)));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 12]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v0_3.mul(w0_0))).add((FloatVector) C4.cast(a3_0)));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 16]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v0_4.mul(w0_0))).add((FloatVector) C4.cast(a4_0)));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 20]));
                    a5_0 = (FMA ? v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0)) : ((FloatVector) C4.cast(v0_5.mul(w0_0))).add((FloatVector) C4.cast(a5_0)));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                    a6_0 = (FMA ? v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0)) : ((FloatVector) C4.cast(v0_6.mul(w0_0))).add((FloatVector) C4.cast(a6_0)));
                    FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 28]));
                    a7_0 = (FMA ? v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0)) : ((FloatVector) C4.cast(v0_7.mul(w0_0))).add((FloatVector) C4.cast(a7_0)));
                    FloatVector v0_8 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 32]));
                    a8_0 = (FMA ? v0_8.fma(w0_0, (FloatVector) C4.cast(a8_0)) : ((FloatVector) C4.cast(v0_8.mul(w0_0))).add((FloatVector) C4.cast(a8_0)));
                    FloatVector v0_9 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 36]));
                    a9_0 = (FMA ? v0_9.fma(w0_0, (FloatVector) C4.cast(a9_0)) : ((FloatVector) C4.cast(v0_9.mul(w0_0))).add((FloatVector) C4.cast(a9_0)));
                    FloatVector v0_10 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 40]));
                    a10_0 = (FMA ? v0_10.fma(w0_0, (FloatVector) C4.cast(a10_0)) : ((FloatVector) C4.cast(v0_10.mul(w0_0))).add((FloatVector) C4.cast(a10_0)));
                    FloatVector v0_11 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 44]));
                    a11_0 = (FMA ? v0_11.fma(w0_0, (FloatVector) C4.cast(a11_0)) : ((FloatVector) C4.cast(v0_11.mul(w0_0))).add((FloatVector) C4.cast(a11_0)));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))) : ((FloatVector) C4.cast(a0_0))).intoArray(s, y);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))) : ((FloatVector) C4.cast(a1_0))).intoArray(s, y + 4);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))) : ((FloatVector) C4.cast(a2_0))).intoArray(s, y + 8);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))) : ((FloatVector) C4.cast(a3_0))).intoArray(s, y + 12);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))) : ((FloatVector) C4.cast(a4_0))).intoArray(s, y + 16);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))) : ((FloatVector) C4.cast(a5_0))).intoArray(s, y + 20);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))) : ((FloatVector) C4.cast(a6_0))).intoArray(s, y + 32);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))) : ((FloatVector) C4.cast(a7_0))).intoArray(s, y + 36);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a8_0))))) : ((FloatVector) C4.cast(a8_0))).intoArray(s, y + 40);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a9_0))))) : ((FloatVector) C4.cast(a9_0))).intoArray(s, y + 44);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a10_0))))) : ((FloatVector) C4.cast(a10_0))).intoArray(s, y + 48);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a11_0))))) : ((FloatVector) C4.cast(a11_0))).intoArray(s, y + 52);
            }

            private static void conv1x1_4to4_reluTile_2(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 4));
                FloatVector a2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 8));
                FloatVector a3_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 12));
                FloatVector a4_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 16));
                FloatVector a5_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 20));
                FloatVector a6_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a7_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 4));
                FloatVector a8_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 8));
                FloatVector a9_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 12));
                FloatVector a10_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 16));
                FloatVector a11_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 20));
                for (int l = 0; l < 4; l++) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 4]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v0_1.mul(w0_0))).add((FloatVector) C4.cast(a1_0)));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 8]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v0_2.mul(w0_0))).add((FloatVector) C4.cast(a2_0)));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 12]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v0_3.mul(w0_0))).add((FloatVector) C4.cast(a3_0)));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 16]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v0_4.mul(w0_0))).add((FloatVector) C4.cast(a4_0)));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 20]));
                    a5_0 = (FMA ? v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0)) : ((FloatVector) C4.cast(v0_5.mul(w0_0))).add((FloatVector) C4.cast(a5_0)));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                    a6_0 = (FMA ? v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0)) : ((FloatVector) C4.cast(v0_6.mul(w0_0))).add((FloatVector) C4.cast(a6_0)));
                    FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 28]));
                    a7_0 = (FMA ? v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0)) : ((FloatVector) C4.cast(v0_7.mul(w0_0))).add((FloatVector) C4.cast(a7_0)));
                    FloatVector v0_8 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 32]));
                    a8_0 = (FMA ? v0_8.fma(w0_0, (FloatVector) C4.cast(a8_0)) : ((FloatVector) C4.cast(v0_8.mul(w0_0))).add((FloatVector) C4.cast(a8_0)));
                    FloatVector v0_9 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 36]));
                    a9_0 = (FMA ? v0_9.fma(w0_0, (FloatVector) C4.cast(a9_0)) : ((FloatVector) C4.cast(v0_9.mul(w0_0))).add((FloatVector) C4.cast(a9_0)));
                    FloatVector v0_10 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 40]));
                    a10_0 = (FMA ? v0_10.fma(w0_0, (FloatVector) C4.cast(a10_0)) : ((FloatVector) C4.cast(v0_10.mul(w0_0))).add((FloatVector) C4.cast(a10_0)));
                    FloatVector v0_11 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 44]));
                    a11_0 = (FMA ? v0_11.fma(w0_0, (FloatVector) C4.cast(a11_0)) : ((FloatVector) C4.cast(v0_11.mul(w0_0))).add((FloatVector) C4.cast(a11_0)));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))) : ((FloatVector) C4.cast(a0_0))).intoArray(s, y);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))) : ((FloatVector) C4.cast(a1_0))).intoArray(s, y + 4);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))) : ((FloatVector) C4.cast(a2_0))).intoArray(s, y + 8);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))) : ((FloatVector) C4.cast(a3_0))).intoArray(s, y + 12);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))) : ((FloatVector) C4.cast(a4_0))).intoArray(s, y + 16);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))) : ((FloatVector) C4.cast(a5_0))).intoArray(s, y + 20);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))) : ((FloatVector) C4.cast(a6_0))).intoArray(s, y + 28);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))) : ((FloatVector) C4.cast(a7_0))).intoArray(s, y + 32);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a8_0))))) : ((FloatVector) C4.cast(a8_0))).intoArray(s, y + 36);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a9_0))))) : ((FloatVector) C4.cast(a9_0))).intoArray(s, y + 40);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a10_0))))) : ((FloatVector) C4.cast(a10_0))).intoArray(s, y + 44);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a11_0))))) : ((FloatVector) C4.cast(a11_0))).intoArray(s, y + 48);
            }

            private static void depthwise3x3_4Strip_2(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 4; n += L4) {
                    int c = Math.min(n, 4 - L4);
                    FloatVector bias = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c));
                    FloatVector w0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c));
                    FloatVector w1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 4));
                    FloatVector w2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 8));
                    FloatVector w3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 12));
                    FloatVector w4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 16));
                    FloatVector w5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 20));
                    FloatVector w6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 24));
                    FloatVector w7 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 28));
                    FloatVector w8 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 32));
                    FloatVector a0_0 = bias;
                    FloatVector a0_1 = bias;
                    FloatVector a0_2 = bias;
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c));
                    a0_0 = (FMA ? v0_0.fma(w0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 4));
                    a0_0 = (FMA ? v0_1.fma(w1, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_1.mul(w1))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 8));
                    a0_0 = (FMA ? v0_2.fma(w2, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_2.mul(w2))).add((FloatVector) C4.cast(a0_0)));
                    a0_1 = (FMA ? v0_2.fma(w0, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v0_2.mul(w0))).add((FloatVector) C4.cast(a0_1)));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 12));
                    a0_1 = (FMA ? v0_3.fma(w1, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v0_3.mul(w1))).add((FloatVector) C4.cast(a0_1)));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 16));
                    a0_1 = (FMA ? v0_4.fma(w2, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v0_4.mul(w2))).add((FloatVector) C4.cast(a0_1)));
                    a0_2 = (FMA ? v0_4.fma(w0, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v0_4.mul(w0))).add((FloatVector) C4.cast(a0_2)));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 20));
                    a0_2 = (FMA ? v0_5.fma(w1, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v0_5.mul(w1))).add((FloatVector) C4.cast(a0_2)));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 24));
                    a0_2 = (FMA ? v0_6.fma(w2, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v0_6.mul(w2))).add((FloatVector) C4.cast(a0_2)));
                    for (int i = 0; i < 3; i++) {
                        int h = x + c + i * 56;
                        FloatVector a1_0 = bias;
                        FloatVector a1_1 = bias;
                        FloatVector a1_2 = bias;
                        FloatVector v1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 28));
                        a0_0 = (FMA ? v1_0.fma(w3, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v1_0.mul(w3))).add((FloatVector) C4.cast(a0_0)));
                        FloatVector v1_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 32));
                        a0_0 = (FMA ? v1_1.fma(w4, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v1_1.mul(w4))).add((FloatVector) C4.cast(a0_0)));
                        FloatVector v1_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 36));
                        a0_0 = (FMA ? v1_2.fma(w5, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v1_2.mul(w5))).add((FloatVector) C4.cast(a0_0)));
                        a0_1 = (FMA ? v1_2.fma(w3, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v1_2.mul(w3))).add((FloatVector) C4.cast(a0_1)));
                        FloatVector v1_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 40));
                        a0_1 = (FMA ? v1_3.fma(w4, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v1_3.mul(w4))).add((FloatVector) C4.cast(a0_1)));
                        FloatVector v1_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 44));
                        a0_1 = (FMA ? v1_4.fma(w5, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v1_4.mul(w5))).add((FloatVector) C4.cast(a0_1)));
                        a0_2 = (FMA ? v1_4.fma(w3, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v1_4.mul(w3))).add((FloatVector) C4.cast(a0_2)));
                        FloatVector v1_5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 48));
                        a0_2 = (FMA ? v1_5.fma(w4, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v1_5.mul(w4))).add((FloatVector) C4.cast(a0_2)));
                        FloatVector v1_6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 52));
                        a0_2 = (FMA ? v1_6.fma(w5, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v1_6.mul(w5))).add((FloatVector) C4.cast(a0_2)));
                        FloatVector v2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 56));
                        a0_0 = (FMA ? v2_0.fma(w6, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v2_0.mul(w6))).add((FloatVector) C4.cast(a0_0)));
                        a1_0 = (FMA ? v2_0.fma(w0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v2_0.mul(w0))).add((FloatVector) C4.cast(a1_0)));
                        FloatVector v2_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 60));
                        a0_0 = (FMA ? v2_1.fma(w7, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v2_1.mul(w7))).add((FloatVector) C4.cast(a0_0)));
                        a1_0 = (FMA ? v2_1.fma(w1, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v2_1.mul(w1))).add((FloatVector) C4.cast(a1_0)));
                        FloatVector v2_2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 64));
                        a0_0 = (FMA ? v2_2.fma(w8, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v2_2.mul(w8))).add((FloatVector) C4.cast(a0_0)));
                        a0_1 = (FMA ? v2_2.fma(w6, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v2_2.mul(w6))).add((FloatVector) C4.cast(a0_1)));
                        a1_0 = (FMA ? v2_2.fma(w2, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v2_2.mul(w2))).add((FloatVector) C4.cast(a1_0)));
                        a1_1 = (FMA ? v2_2.fma(w0, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v2_2.mul(w0))).add((FloatVector) C4.cast(a1_1)));
                        FloatVector v2_3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 68));
                        a0_1 = (FMA ? v2_3.fma(w7, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v2_3.mul(w7))).add((FloatVector) C4.cast(a0_1)));
                        a1_1 = (FMA ? v2_3.fma(w1, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v2_3.mul(w1))).add((FloatVector) C4.cast(a1_1)));
                        FloatVector v2_4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 72));
                        a0_1 = (FMA ? v2_4.fma(w8, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v2_4.mul(w8))).add((FloatVector) C4.cast(a0_1)));
                        a0_2 = (FMA ? v2_4.fma(w6, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v2_4.mul(w6))).add((FloatVector) C4.cast(a0_2)));
                        a1_1 = (FMA ? v2_4.fma(w2, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v2_4.mul(w2))).add((FloatVector) C4.cast(a1_1)));
                        a1_2 = (FMA ? v2_4.fma(w0, (FloatVector) C4.cast(a1_2)) : ((FloatVector) C4.cast(v2_4.mul(w0))).add((FloatVector) C4.cast(a1_2)));
                        FloatVector v2_5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 76));
                        a0_2 = (FMA ? v2_5.fma(w7, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v2_5.mul(w7))).add((FloatVector) C4.cast(a0_2)));
                        a1_2 = (FMA ? v2_5.fma(w1, (FloatVector) C4.cast(a1_2)) : ((FloatVector) C4.cast(v2_5.mul(w1))).add((FloatVector) C4.cast(a1_2)));
                        FloatVector v2_6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, h + 80));
                        a0_2 = (FMA ? v2_6.fma(w8, (FloatVector) C4.cast(a0_2)) : ((FloatVector) C4.cast(v2_6.mul(w8))).add((FloatVector) C4.cast(a0_2)));
                        a1_2 = (FMA ? v2_6.fma(w2, (FloatVector) C4.cast(a1_2)) : ((FloatVector) C4.cast(v2_6.mul(w2))).add((FloatVector) C4.cast(a1_2)));
                        ((FloatVector) C4.cast(a0_0)).intoArray(s, y + c + i * 12);
                        ((FloatVector) C4.cast(a0_1)).intoArray(s, y + 4 + c + i * 12);
                        ((FloatVector) C4.cast(a0_2)).intoArray(s, y + 8 + c + i * 12);
                        a0_0 = a1_0;
                        a0_1 = a1_1;
                        a0_2 = a1_2;
                    }
                }
            }

            private static void conv1x1_4to6_reluTile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 6));
                FloatVector a2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 12));
                FloatVector a3_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 18));
                FloatVector a4_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 24));
                FloatVector a5_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 30));
                FloatVector a6_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a7_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 6));
                FloatVector a8_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 12));
                for (int l = 0; l < 4; l++) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 4]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v0_1.mul(w0_0))).add((FloatVector) C4.cast(a1_0)));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 8]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v0_2.mul(w0_0))).add((FloatVector) C4.cast(a2_0)));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 12]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v0_3.mul(w0_0))).add((FloatVector) C4.cast(a3_0)));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 16]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v0_4.mul(w0_0))).add((FloatVector) C4.cast(a4_0)));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 20]));
                    a5_0 = (FMA ? v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0)) : ((FloatVector) C4.cast(v0_5.mul(w0_0))).add((FloatVector) C4.cast(a5_0)));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                    a6_0 = (FMA ? v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0)) : ((FloatVector) C4.cast(v0_6.mul(w0_0))).add((FloatVector) C4.cast(a6_0)));
                    FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 28]));
                    a7_0 = (FMA ? v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0)) : ((FloatVector) C4.cast(v0_7.mul(w0_0))).add((FloatVector) C4.cast(a7_0)));
                    FloatVector v0_8 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 32]));
                    a8_0 = (FMA ? v0_8.fma(w0_0, (FloatVector) C4.cast(a8_0)) : ((FloatVector) C4.cast(v0_8.mul(w0_0))).add((FloatVector) C4.cast(a8_0)));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))) : ((FloatVector) C4.cast(a0_0))).intoArray(s, y);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))) : ((FloatVector) C4.cast(a1_0))).intoArray(s, y + 6);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))) : ((FloatVector) C4.cast(a2_0))).intoArray(s, y + 12);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))) : ((FloatVector) C4.cast(a3_0))).intoArray(s, y + 18);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))) : ((FloatVector) C4.cast(a4_0))).intoArray(s, y + 24);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))) : ((FloatVector) C4.cast(a5_0))).intoArray(s, y + 30);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))) : ((FloatVector) C4.cast(a6_0))).intoArray(s, y + 36);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))) : ((FloatVector) C4.cast(a7_0))).intoArray(s, y + 42);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a8_0))))) : ((FloatVector) C4.cast(a8_0))).intoArray(s, y + 48);
            }
        }
    }
}
