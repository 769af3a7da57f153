package golden;

import dev.pleat.runtime.Activations;
import dev.pleat.runtime.AlignedFloats;
import dev.pleat.runtime.Arguments;
import dev.pleat.runtime.Bands;
import dev.pleat.runtime.Clipping;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Copy;
import dev.pleat.runtime.LinearWeights;
import dev.pleat.runtime.Nans;
import dev.pleat.runtime.Panels;
import dev.pleat.runtime.Part;
import dev.pleat.runtime.Pooling;
import dev.pleat.runtime.ScalarConvolution;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.ScratchPool;
import dev.pleat.runtime.Simd;
import dev.pleat.runtime.Species;
import dev.pleat.runtime.StandIn;
import dev.pleat.runtime.Step;
import dev.pleat.runtime.StepSpec;
import dev.pleat.runtime.StepTimes;
import dev.pleat.runtime.Sums;
import dev.pleat.runtime.Team;
import dev.pleat.runtime.TensorSpec;
import dev.pleat.runtime.Turns;
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
 * The model {@link golden.TurnsNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class TurnsNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(TurnsNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final boolean FUSED = VECTOR && Simd.MIN_MAX;

    private static final int SCRATCH = 3250956;

    private static final int AREA = 6912;

    /**
     * All weights, folded and packed in the order in which the kernels read them.
     */
    private final float[] w;

    private final ScratchPool scratch = new ScratchPool(SCRATCH);

    /**
     * What a prediction runs, in order.
     */
    private final Step[] steps;

    /**
     * Which of the steps the threads of a team divide among themselves.
     */
    private final boolean[] divided = new boolean[5];

    private TurnsNetModel(Weights weights) {
        w = AlignedFloats.allocate(322572);
        pack(weights, w);
        Step[] whole = new Step[5];
        list(whole, divided);
        // Of: first step, turns; tiles: number, beside each other, rows, pixels if all rows are one; rows, columns.
        // Then: the value between, distance of its rows, room for rows; stride, rows above, rows of a window; tiles, rows, columns.
        steps = WIDE || FUSED ? Bands.order(
                whole,
                Turns.of(0, 3, WIDE ? new int[] {576, 6, 1, 0} : new int[] {1536, 16, 1, 0}, 96, 96)
                        .then(12, 1552, 96, 2, 0, 3, new int[] {384, 16, 2, 0}, 48, 48)) : whole;
        if (VECTOR) {
            WarmUp.begin(kernels(), SCRATCH, w);
        }
        if (WarmUp.isAtLoad()) {
            warmUp();
        }
    }

    /**
     * Loads the class-path resource {@code TurnsNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static TurnsNetModel load() {
        return loadResource("TurnsNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static TurnsNetModel loadResource(String resource) {
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
    public static TurnsNetModel loadResource(String resource, Map<String, String> names) {
        return new TurnsNetModel(Weights.readResource(
                "TurnsNet", specs(), TurnsNetModel.class, name -> TurnsNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static TurnsNetModel load(Path file) throws IOException {
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
    public static TurnsNetModel load(Path file, Map<String, String> names) throws IOException {
        return new TurnsNetModel(Weights.read("TurnsNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static TurnsNetModel load(InputStream stream) throws IOException {
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
    public static TurnsNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new TurnsNetModel(Weights.read("TurnsNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static TurnsNetModel load(Map<String, float[]> tensors) {
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
    public static TurnsNetModel load(Map<String, float[]> tensors, Map<String, String> names) {
        return new TurnsNetModel(Weights.of("TurnsNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [96, 96, 16]}
     * @return {@code [256]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[256];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [96, 96, 16]}
     * @param y gets {@code [256]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 147456);
        Arguments.checkExact("y", y.length, 256);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [96, 96, 16]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [256]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 147456);
        Arguments.check("y", y.length, yAt, 256);
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
     * @param x {@code [96, 96, 16]} for each sample
     * @return {@code [256]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 147456);
        float[] y = new float[Arguments.elements("y", samples, 256)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [96, 96, 16]} for each sample
     * @param y gets {@code [256]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 147456);
        Arguments.check("y", y.length, 0, (long) samples * 256);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 147456, y, sample * 256);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [96, 96, 16]}
     * @return {@code [256]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[256];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [96, 96, 16]}
     * @param y gets {@code [256]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 147456);
        Arguments.checkExact("y", y.length, 256);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [96, 96, 16]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [256]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 147456);
        Arguments.check("y", y.length, yAt, 256);
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
     * @param x {@code [96, 96, 16]} for each sample
     * @return {@code [256]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 147456);
        float[] y = new float[Arguments.elements("y", samples, 256)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [96, 96, 16]} for each sample
     * @param y gets {@code [256]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 147456);
        Arguments.check("y", y.length, 0, (long) samples * 256);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 147456, y, sample * 256);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [96, 96, 16]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [256]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 147456);
        Arguments.check("y", y.length, yAt, 256);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[256]);
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
        Arguments.checkExact("x", x.length, 147456);
        Arguments.checkExact("y", y.length, 256);
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
        Arguments.checkExact("x", x.length, 147456);
        Arguments.checkExact("y", y.length, 256);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.rows(x, xAt, 1536, s, 150556, 1536, 96, 1536);
        Nans.makePositive(s, 150556, 1536, 96, 1536);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.bytes(x, xAt, s, 150556, 1536, 96, 1536);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 12, 256, y, yAt, 256, 1, 256);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 96, 96, 16));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 256));
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
        specs.add(TensorSpec.of("expand/kernel", 1, 1, 16, 16));
        specs.add(TensorSpec.of("expand/bias", 16));
        specs.add(TensorSpec.of("depthwise/depthwise_kernel", 3, 3, 16, 1));
        specs.add(TensorSpec.of("depthwise/bias", 16));
        specs.add(TensorSpec.of("wide/kernel", 1, 1, 16, 1152));
        specs.add(TensorSpec.of("wide/bias", 1152));
        specs.add(TensorSpec.of("deep/kernel", 1, 1, 1152, 256));
        specs.add(TensorSpec.of("deep/bias", 256));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("expand", "conv 1x1 expand/kernel[1, 1, 16, 16] + expand/bias[16], relu(0.0, 6.0, 0.0) (x) : [96, 96, 16]", 2359296L));
        stepSpecs.add(new StepSpec("depthwise", "conv 3x3 strides 2x2 padding (0, 1, 0, 1) groups 16 depthwise/depthwise_kernel[3, 3, 16, 1] + depthwise/bias[16] (expand) : [48, 48, 16]", 331776L));
        stepSpecs.add(new StepSpec("wide", "conv 1x1 wide/kernel[1, 1, 16, 1152] + wide/bias[1152], relu (depthwise) : [48, 48, 1152]", 42467328L));
        stepSpecs.add(new StepSpec("deep", "conv 1x1 deep/kernel[1, 1, 1152, 256] + deep/bias[256] (wide) : [48, 48, 256]", 679477248L));
        stepSpecs.add(new StepSpec("y#pool", "average pool 48x48 (deep) : [1, 1, 256]", 0L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"TurnsNet\"");
        lines.add("______________________________________________________________________________");
        lines.add(" Layer (type)                  Output Shape           Param #   Multiply-adds");
        lines.add("==============================================================================");
        lines.add(" x (InputLayer)                (None, 96, 96, 16)           0               0");
        lines.add(" expand (Conv2D)               (None, 96, 96, 16)         272       2,359,296");
        lines.add(" depthwise (DepthwiseConv2D)   (None, 48, 48, 16)         160         331,776");
        lines.add(" wide (Conv2D)                 (None, 48, 48, 1152)    19,584      42,467,328");
        lines.add(" deep (Conv2D)                 (None, 48, 48, 256)    295,168     679,477,248");
        lines.add(" y (GlobalAveragePooling2D)    (None, 256)                  0               0");
        lines.add("==============================================================================");
        lines.add("Total params: 315,184 (1.20 MB)");
        lines.add("Trainable params: 315,184 (1.20 MB)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 724,635,648");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  expand: one step with expand, relu(0.0, 6.0, 0.0)");
        lines.add("  wide: one step with wide, relu");
        lines.add("");
        lines.add("Steps: 5");
        lines.add("Tiles:");
        lines.add("  expand: 1x16 pixels x 1 vector (32 registers), 1x6 pixels x 2 vectors (16 registers)");
        lines.add("  depthwise: 2x3 pixels x 1 vector, sliding down (32 registers), 2x3 pixels x 1 vector, sliding down (16 registers)");
        lines.add("  wide: 1x10 pixels x 2 vectors (32 registers), 1x6 pixels x 2 vectors (16 registers)");
        lines.add("  deep: 1x8 pixels x 2 vectors, 1x216 pixels, 384 numbers at a time (32 registers), 1x5 pixels x 2 vectors, 1x385 pixels, 576 numbers at a time (16 registers)");
        lines.add("In turns: expand, depthwise, in 3 bands of rows");
        lines.add("Packed weights: 1,290,288 bytes");
        lines.add("Scratch memory: 13,003,824 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::expand;
        divided[0] = true;
        steps[1] = this::depthwise;
        divided[1] = true;
        steps[2] = this::wide;
        divided[2] = true;
        steps[3] = this::deep;
        divided[3] = true;
        steps[4] = this::y_pool;
        divided[4] = true;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code expand = conv 1x1 expand/kernel[1, 1, 16, 16] + expand/bias[16], relu(0.0, 6.0, 0.0) (x) : [96, 96, 16]}
     */
    private void expand(float[] s, Part part) {
        if (part.isFirst()) {
            Copy.border(s, 12, part.rows(96), 1536, 1552, 0, 16, 0, 1);
        }
        if (WIDE) {
            Wide.conv1x1_16to16_relu6_96x96(s, w, 150556, 12 - part.moved() * 1552, 108, 12, part);
        } else if (VECTOR) {
            Narrow.conv1x1_16to16_relu6_96x96(s, w, 150556, 12 - part.moved() * 1552, 108, 12, part);
            if (!FUSED) {
                part.await();
                for (int row = part.from(96); row < part.to(96); row++) {
                    Activations.relu(s, 12 + row * 1552, s, 12 + row * 1552, 1536, 0.0f, 6.0f, 0.0f);
                }
            }
        } else {
            ScalarConvolution.apply(
                    s, 150556 + part.from(96) * 1536, 1536, 16, // reads: first, row, column
                    12 + part.from(96) * 1552, 1552, 16, // writes
                    -1, 1552, 16, // adds
                    w, 108, 512, 12, // kernel, a group of it, bias
                    part.size(96), 96, // pixels
                    1, 0, 1, 0, 16, // window
                    1, 16, 16);
            part.await();
            for (int row = part.from(96); row < part.to(96); row++) {
                Activations.relu(s, 12 + row * 1552, s, 12 + row * 1552, 1536, 0.0f, 6.0f, 0.0f);
            }
        }
    }

    /**
     * {@code depthwise = conv 3x3 strides 2x2 padding (0, 1, 0, 1) groups 16 depthwise/depthwise_kernel[3, 3, 16, 1] + depthwise/bias[16] (expand) : [48, 48, 16]}
     */
    private void depthwise(float[] s, Part part) {
        if (WIDE) {
            Wide.depthwise3x3_16_48x48(s, w, 12 - part.inputMoved() * 1552, 2654220, 636, 620, part);
        } else if (VECTOR) {
            Narrow.depthwise3x3_16_48x48(s, w, 12 - part.inputMoved() * 1552, 2654220, 636, 620, part);
        } else {
            ScalarConvolution.depthwise(
                    s, 12 + part.from(48) * 3104, 3104, 32, // reads: first, row, column
                    2654220 + part.from(48) * 768, 768, 16, // writes
                    -1, 768, 16, // adds
                    w, 636, 620, // kernel, bias
                    part.size(48), 48, // pixels
                    3, 1552, 3, 16, // window
                    16);
        }
    }

    /**
     * {@code wide = conv 1x1 wide/kernel[1, 1, 16, 1152] + wide/bias[1152], relu (depthwise) : [48, 48, 1152]}
     */
    private void wide(float[] s, Part part) {
        if (WIDE) {
            Wide.conv1x1_16to1152_relu_1x2304(s, w, 2654220, 12, 7692, 780, part);
        } else if (VECTOR) {
            Narrow.conv1x1_16to1152_relu_1x2304(s, w, 2654220, 12, 7692, 780, part);
            if (!FUSED) {
                part.await();
                Activations.relu(s, 12 + part.start(2654208), s, 12 + part.start(2654208), part.length(2654208), 0.0f, Float.POSITIVE_INFINITY, 0.0f);
            }
        } else {
            ScalarConvolution.apply(
                    s, 2654220 + part.from(2304) * 16, 0, 16, // reads: first, row, column
                    12 + part.from(2304) * 1152, 0, 1152, // writes
                    -1, 0, 1152, // adds
                    w, 7692, 18432, 780, // kernel, a group of it, bias
                    1, part.size(2304), // pixels
                    1, 0, 1, 0, 16, // window
                    1, 16, 1152);
            part.await();
            Activations.relu(s, 12 + part.start(2654208), s, 12 + part.start(2654208), part.length(2654208), 0.0f, Float.POSITIVE_INFINITY, 0.0f);
        }
    }

    /**
     * {@code deep = conv 1x1 deep/kernel[1, 1, 1152, 256] + deep/bias[256] (wide) : [48, 48, 256]}
     */
    private void deep(float[] s, Part part) {
        if (WIDE) {
            Wide.conv1x1_1152to256_1x2304(s, w, 12, 2654220, 27660, 26124, part);
        } else if (VECTOR) {
            Narrow.conv1x1_1152to256_1x2304(s, w, 12, 2654220, 27660, 26124, part);
        } else {
            ScalarConvolution.apply(
                    s, 12 + part.from(2304) * 1152, 0, 1152, // reads: first, row, column
                    2654220 + part.from(2304) * 256, 0, 256, // writes
                    -1, 0, 256, // adds
                    w, 27660, 294912, 26124, // kernel, a group of it, bias
                    1, part.size(2304), // pixels
                    1, 0, 1, 0, 1152, // window
                    1, 1152, 256);
        }
    }

    /**
     * {@code y#pool = average pool 48x48 (deep) : [1, 1, 256]}
     */
    private void y_pool(float[] s, Part part) {
        Pooling.average(s, 2654220, 12288, s, 12 + part.from(1) * 256, 256, 48, 48, 256, part.size(1), 1, 48, 48, 1, 1, 0 - part.from(1), 0);
    }

    private static void pack(Weights weights, float[] w) {
        loadExpand(weights, w);
        loadDepthwise(weights, w);
        loadWide(weights, w);
        loadDeep(weights, w);
    }

    private static void loadExpand(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("expand/kernel"), 1, 16, 16)
                .named("expand")
                .bias(weights.get("expand/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 16, 16, vectors(1, 2), w, 108, 512);
        Panels.repeat(linear.bias(), 6, w, 12);
    }

    private static void loadDepthwise(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("depthwise/depthwise_kernel"), 9, 1, 16)
                .named("depthwise")
                .groups(16)
                .bias(weights.get("depthwise/bias"));
        float[] kernel = linear.kernel();
        Panels.copy(kernel, w, 636);
        Panels.repeat(linear.bias(), 1, w, 620);
    }

    private static void loadWide(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("wide/kernel"), 1, 16, 1152)
                .named("wide")
                .bias(weights.get("wide/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 16, 1152, vectors(2, 2), w, 7692, 18432);
        Panels.repeat(linear.bias(), 6, w, 780);
    }

    private static void loadDeep(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("deep/kernel"), 1, 1152, 256)
                .named("deep")
                .bias(weights.get("deep/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 1152, 256, vectors(2, 2), w, 27660, 294912);
        Panels.repeat(linear.bias(), 6, w, 26124);
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
        private static final int L16 = Simd.lanes(16);

        private static final StandIn conv1x1_16to16TileStandIn = StandIn.matrix(
                1, 16, 1, 1, // tile: rows, columns, vectors, sums in turn
                1536, 16, 1552, 16, 1552, 16, // distances: reads, writes, adds
                1, 0, 1, 0, 16, // window
                16);

        private static final StandIn depthwise3x3_16StripStandIn = StandIn.matrix(
                2, 3, 1, 1, // tile: rows, columns, vectors, sums in turn
                3104, 32, 768, 16, 768, 16, // distances: reads, writes, adds
                3, 1552, 3, 16, 16, // window
                16).depthwise();

        private static final StandIn conv1x1_16to1152TileStandIn = StandIn.matrix(
                1, 10, 2, 1, // tile: rows, columns, vectors, sums in turn
                0, 16, 0, 1152, 0, 1152, // distances: reads, writes, adds
                1, 0, 1, 0, 16, // window
                1152);

        private static final StandIn sums1x8x2_1152_384StandIn = StandIn.sums(1, 8, 2, 0, 1152, 384);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    conv1x1_16to16TileStandIn,
                    depthwise3x3_16StripStandIn,
                    conv1x1_16to1152TileStandIn,
                    sums1x8x2_1152_384StandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.conv1x1_16to16Tile(s, w, 150556, 12, skip ? -StandIn.SKIPPED_ROUNDS : 108, 12);
                    break;
                case 1:
                    Tiles.depthwise3x3_16Strip(s, w, 12, 2654220, skip ? -StandIn.SKIPPED_ROUNDS : 636, 620);
                    break;
                case 2:
                    Tiles.conv1x1_16to1152Tile(s, w, 2654220, 12, skip ? -StandIn.SKIPPED_ROUNDS : 7692, 780);
                    break;
                case 3:
                    Tiles.sums1x8x2_1152_384(s, w, 12, 3244044, skip ? -StandIn.SKIPPED_ROUNDS : 27660);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void conv1x1_16to16Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (conv1x1_16to16TileStandIn.isOver()) {
                Tiles.conv1x1_16to16Tile(s, w, x, y, k, b);
            } else {
                conv1x1_16to16TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_16to16_relu6_96x96(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (16 + L16 - 1) / L16;
            int end = part.to(576);
            for (int first = part.from(576), last; first < end; first = last) {
                last = Math.min(first - first % 6 + 6, end);
                for (int p = 0; p < panels; p++) {
                    int c = Math.min(p * L16, Math.max(0, 16 - L16));
                    for (int i = first; i < last; i++) {
                        int row = i / 6;
                        int col = i % 6 * 16;
                        conv1x1_16to16Tile(s, w, x + row * 1536 + col * 16, y + row * 1552 + col * 16 + c, k + p * 16 * L16, b + c);
                    }
                }
                int col = first % 6 * 16;
                int cols = Math.min(((last - 1) % 6 + 1) * 16, 96) - col;
                Clipping.image(s, y + first / 6 * 1552 + col * 16, 1552, 16, 1, cols, 16, 0f, 6.0f);
            }
        }

        private static void depthwise3x3_16Strip(float[] s, float[] w, int x, int y, int k, int b) {
            if (depthwise3x3_16StripStandIn.isOver()) {
                Tiles.depthwise3x3_16Strip(s, w, x, y, k, b);
            } else {
                depthwise3x3_16StripStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_16_48x48(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int end = part.to(384);
            for (int i = part.from(384); i < end; i++) {
                int row = i / 16 * 2;
                int col = i % 16 * 3;
                depthwise3x3_16Strip(s, w, x + row * 3104 + col * 32, y + row * 768 + col * 16, k, b);
            }
        }

        private static void conv1x1_16to1152Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (conv1x1_16to1152TileStandIn.isOver()) {
                Tiles.conv1x1_16to1152Tile(s, w, x, y, k, b);
            } else {
                conv1x1_16to1152TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_16to1152_relu_1x2304(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (1152 + (2 * L16) - 1) / (2 * L16);
            int end = part.to(231);
            for (int first = part.from(231), last; first < end; first = last) {
                last = Math.min(first + 4, end);
                for (int p = 0; p < panels; p++) {
                    int c = Math.min(p * (2 * L16), Math.max(0, 1152 - (2 * L16)));
                    for (int i = first; i < last; i++) {
                        int col = Math.min(i * 10, 2294);
                        conv1x1_16to1152Tile(s, w, x + col * 16, y + col * 1152 + c, k + p * 32 * L16, b + c);
                    }
                }
                int col = Math.min(first * 10, 2294);
                int cols = Math.min(last * 10, 2304) - col;
                Clipping.image(s, y + col * 1152, 0, 1152, 1, cols, 1152, 0f, Float.POSITIVE_INFINITY);
            }
        }

        private static void sums1x8x2_1152_384(float[] s, float[] w, int x, int t, int k) {
            if (sums1x8x2_1152_384StandIn.isOver()) {
                Tiles.sums1x8x2_1152_384(s, w, x, t, k);
            } else {
                sums1x8x2_1152_384StandIn.tile(s, w, x, t, -1, k, -1, -1);
            }
        }

        private static void conv1x1_1152to256_1x2304(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (256 + 2 * L16 - 1) / (2 * L16);
            int sums = 3244044 + part.area();
            for (int p = 0; p < panels; p++) {
                int end = part.to(288);
                for (int first = part.from(288); first < end; first += 27) {
                    int last = Math.min(first + 27, end);
                    int c = Math.min(p * 2 * L16, Math.max(0, 256 - 2 * L16));
                    int q = k + p * 2304 * L16;
                    int t = sums;
                    Sums.zero(s, t, (last - first) * 16 * L16);
                    for (int l = 0; l < 1152; l += 384) {
                        for (int i = first; i < last; i++) {
                            int col = i * 8;
                            sums1x8x2_1152_384(s, w, x + l + col * 1152, t, q);
                            t += 16 * L16;
                        }
                        t = sums;
                        q += 768 * L16;
                    }
                    for (int i = first; i < last; i++) {
                        int col = i * 8;
                        Sums.finish(
                                s, t, 1, 8, 2,
                                y + col * 256 + c, 0, 256,
                                -1, 0, 256,
                                w, b + c, 256,
                                Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
                        t += 16 * L16;
                    }
                }
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S16 = Species.of(16);

            private static final Class<?> C16 = S16.vectorType();

            private static void conv1x1_16to16Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector bias0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b));
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
                FloatVector a12_0 = bias0;
                FloatVector a13_0 = bias0;
                FloatVector a14_0 = bias0;
                FloatVector a15_0 = bias0;
                for (int l = 0; l < 16; l++) {
                    int n = x + l;
                    int q = k + l * L16;
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 16]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 32]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C16.cast(a2_0));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 48]));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C16.cast(a3_0));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 64]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C16.cast(a4_0));
                    FloatVector v0_5 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 80]));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C16.cast(a5_0));
                    FloatVector v0_6 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 96]));
                    a6_0 = v0_6.fma(w0_0, (FloatVector) C16.cast(a6_0));
                    FloatVector v0_7 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 112]));
                    a7_0 = v0_7.fma(w0_0, (FloatVector) C16.cast(a7_0));
                    FloatVector v0_8 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 128]));
                    a8_0 = v0_8.fma(w0_0, (FloatVector) C16.cast(a8_0));
                    FloatVector v0_9 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 144]));
                    a9_0 = v0_9.fma(w0_0, (FloatVector) C16.cast(a9_0));
                    FloatVector v0_10 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 160]));
                    a10_0 = v0_10.fma(w0_0, (FloatVector) C16.cast(a10_0));
                    FloatVector v0_11 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 176]));
                    a11_0 = v0_11.fma(w0_0, (FloatVector) C16.cast(a11_0));
                    FloatVector v0_12 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 192]));
                    a12_0 = v0_12.fma(w0_0, (FloatVector) C16.cast(a12_0));
                    FloatVector v0_13 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 208]));
                    a13_0 = v0_13.fma(w0_0, (FloatVector) C16.cast(a13_0));
                    FloatVector v0_14 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 224]));
                    a14_0 = v0_14.fma(w0_0, (FloatVector) C16.cast(a14_0));
                    FloatVector v0_15 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 240]));
                    a15_0 = v0_15.fma(w0_0, (FloatVector) C16.cast(a15_0));
                }
                ((FloatVector) C16.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C16.cast(a1_0)).intoArray(s, y + 16);
                ((FloatVector) C16.cast(a2_0)).intoArray(s, y + 32);
                ((FloatVector) C16.cast(a3_0)).intoArray(s, y + 48);
                ((FloatVector) C16.cast(a4_0)).intoArray(s, y + 64);
                ((FloatVector) C16.cast(a5_0)).intoArray(s, y + 80);
                ((FloatVector) C16.cast(a6_0)).intoArray(s, y + 96);
                ((FloatVector) C16.cast(a7_0)).intoArray(s, y + 112);
                ((FloatVector) C16.cast(a8_0)).intoArray(s, y + 128);
                ((FloatVector) C16.cast(a9_0)).intoArray(s, y + 144);
                ((FloatVector) C16.cast(a10_0)).intoArray(s, y + 160);
                ((FloatVector) C16.cast(a11_0)).intoArray(s, y + 176);
                ((FloatVector) C16.cast(a12_0)).intoArray(s, y + 192);
                ((FloatVector) C16.cast(a13_0)).intoArray(s, y + 208);
                ((FloatVector) C16.cast(a14_0)).intoArray(s, y + 224);
                ((FloatVector) C16.cast(a15_0)).intoArray(s, y + 240);
            }

            private static void depthwise3x3_16Strip(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 16; n += L16) {
                    int c = Math.min(n, 16 - L16);
                    FloatVector bias = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c));
                    FloatVector w0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c));
                    FloatVector w1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 16));
                    FloatVector w2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 32));
                    FloatVector w3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 48));
                    FloatVector w4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 64));
                    FloatVector w5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 80));
                    FloatVector w6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 96));
                    FloatVector w7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 112));
                    FloatVector w8 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 128));
                    FloatVector a0_0 = bias;
                    FloatVector a0_1 = bias;
                    FloatVector a0_2 = bias;
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c));
                    a0_0 = v0_0.fma(w0, (FloatVector) C16.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 16));
                    a0_0 = v0_1.fma(w1, (FloatVector) C16.cast(a0_0));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 32));
                    a0_0 = v0_2.fma(w2, (FloatVector) C16.cast(a0_0));
                    a0_1 = v0_2.fma(w0, (FloatVector) C16.cast(a0_1));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 48));
                    a0_1 = v0_3.fma(w1, (FloatVector) C16.cast(a0_1));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 64));
                    a0_1 = v0_4.fma(w2, (FloatVector) C16.cast(a0_1));
                    a0_2 = v0_4.fma(w0, (FloatVector) C16.cast(a0_2));
                    FloatVector v0_5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 80));
                    a0_2 = v0_5.fma(w1, (FloatVector) C16.cast(a0_2));
                    FloatVector v0_6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 96));
                    a0_2 = v0_6.fma(w2, (FloatVector) C16.cast(a0_2));
                    for (int i = 0; i < 2; i++) {
                        int h = x + c + i * 3104;
                        FloatVector a1_0 = bias;
                        FloatVector a1_1 = bias;
                        FloatVector a1_2 = bias;
                        FloatVector v1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1552));
                        a0_0 = v1_0.fma(w3, (FloatVector) C16.cast(a0_0));
                        FloatVector v1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1568));
                        a0_0 = v1_1.fma(w4, (FloatVector) C16.cast(a0_0));
                        FloatVector v1_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1584));
                        a0_0 = v1_2.fma(w5, (FloatVector) C16.cast(a0_0));
                        a0_1 = v1_2.fma(w3, (FloatVector) C16.cast(a0_1));
                        FloatVector v1_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1600));
                        a0_1 = v1_3.fma(w4, (FloatVector) C16.cast(a0_1));
                        FloatVector v1_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1616));
                        a0_1 = v1_4.fma(w5, (FloatVector) C16.cast(a0_1));
                        a0_2 = v1_4.fma(w3, (FloatVector) C16.cast(a0_2));
                        FloatVector v1_5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1632));
                        a0_2 = v1_5.fma(w4, (FloatVector) C16.cast(a0_2));
                        FloatVector v1_6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1648));
                        a0_2 = v1_6.fma(w5, (FloatVector) C16.cast(a0_2));
                        FloatVector v2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3104));
                        a0_0 = v2_0.fma(w6, (FloatVector) C16.cast(a0_0));
                        a1_0 = v2_0.fma(w0, (FloatVector) C16.cast(a1_0));
                        FloatVector v2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3120));
                        a0_0 = v2_1.fma(w7, (FloatVector) C16.cast(a0_0));
                        a1_0 = v2_1.fma(w1, (FloatVector) C16.cast(a1_0));
                        FloatVector v2_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3136));
                        a0_0 = v2_2.fma(w8, (FloatVector) C16.cast(a0_0));
                        a0_1 = v2_2.fma(w6, (FloatVector) C16.cast(a0_1));
                        a1_0 = v2_2.fma(w2, (FloatVector) C16.cast(a1_0));
                        a1_1 = v2_2.fma(w0, (FloatVector) C16.cast(a1_1));
                        FloatVector v2_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3152));
                        a0_1 = v2_3.fma(w7, (FloatVector) C16.cast(a0_1));
                        a1_1 = v2_3.fma(w1, (FloatVector) C16.cast(a1_1));
                        FloatVector v2_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3168));
                        a0_1 = v2_4.fma(w8, (FloatVector) C16.cast(a0_1));
                        a0_2 = v2_4.fma(w6, (FloatVector) C16.cast(a0_2));
                        a1_1 = v2_4.fma(w2, (FloatVector) C16.cast(a1_1));
                        a1_2 = v2_4.fma(w0, (FloatVector) C16.cast(a1_2));
                        FloatVector v2_5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3184));
                        a0_2 = v2_5.fma(w7, (FloatVector) C16.cast(a0_2));
                        a1_2 = v2_5.fma(w1, (FloatVector) C16.cast(a1_2));
                        FloatVector v2_6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3200));
                        a0_2 = v2_6.fma(w8, (FloatVector) C16.cast(a0_2));
                        a1_2 = v2_6.fma(w2, (FloatVector) C16.cast(a1_2));
                        ((FloatVector) C16.cast(a0_0)).intoArray(s, y + c + i * 768);
                        ((FloatVector) C16.cast(a0_1)).intoArray(s, y + 16 + c + i * 768);
                        ((FloatVector) C16.cast(a0_2)).intoArray(s, y + 32 + c + i * 768);
                        a0_0 = a1_0;
                        a0_1 = a1_1;
                        a0_2 = a1_2;
                    }
                }
            }

            private static void conv1x1_16to1152Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L16, 1152 - L16);
                FloatVector bias0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b));
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
                FloatVector bias1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c1));
                FloatVector a0_1 = bias1;
                FloatVector a1_1 = bias1;
                FloatVector a2_1 = bias1;
                FloatVector a3_1 = bias1;
                FloatVector a4_1 = bias1;
                FloatVector a5_1 = bias1;
                FloatVector a6_1 = bias1;
                FloatVector a7_1 = bias1;
                FloatVector a8_1 = bias1;
                FloatVector a9_1 = bias1;
                for (int l = 0; l < 16; l++) {
                    int n = x + l;
                    int q = k + l * (2 * L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0));
                    a0_1 = v0_0.fma(w0_1, (FloatVector) C16.cast(a0_1));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 16]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0));
                    a1_1 = v0_1.fma(w0_1, (FloatVector) C16.cast(a1_1));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 32]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C16.cast(a2_0));
                    a2_1 = v0_2.fma(w0_1, (FloatVector) C16.cast(a2_1));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 48]));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C16.cast(a3_0));
                    a3_1 = v0_3.fma(w0_1, (FloatVector) C16.cast(a3_1));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 64]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C16.cast(a4_0));
                    a4_1 = v0_4.fma(w0_1, (FloatVector) C16.cast(a4_1));
                    FloatVector v0_5 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 80]));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C16.cast(a5_0));
                    a5_1 = v0_5.fma(w0_1, (FloatVector) C16.cast(a5_1));
                    FloatVector v0_6 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 96]));
                    a6_0 = v0_6.fma(w0_0, (FloatVector) C16.cast(a6_0));
                    a6_1 = v0_6.fma(w0_1, (FloatVector) C16.cast(a6_1));
                    FloatVector v0_7 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 112]));
                    a7_0 = v0_7.fma(w0_0, (FloatVector) C16.cast(a7_0));
                    a7_1 = v0_7.fma(w0_1, (FloatVector) C16.cast(a7_1));
                    FloatVector v0_8 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 128]));
                    a8_0 = v0_8.fma(w0_0, (FloatVector) C16.cast(a8_0));
                    a8_1 = v0_8.fma(w0_1, (FloatVector) C16.cast(a8_1));
                    FloatVector v0_9 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 144]));
                    a9_0 = v0_9.fma(w0_0, (FloatVector) C16.cast(a9_0));
                    a9_1 = v0_9.fma(w0_1, (FloatVector) C16.cast(a9_1));
                }
                ((FloatVector) C16.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C16.cast(a0_1)).intoArray(s, y + c1);
                ((FloatVector) C16.cast(a1_0)).intoArray(s, y + 1152);
                ((FloatVector) C16.cast(a1_1)).intoArray(s, y + 1152 + c1);
                ((FloatVector) C16.cast(a2_0)).intoArray(s, y + 2304);
                ((FloatVector) C16.cast(a2_1)).intoArray(s, y + 2304 + c1);
                ((FloatVector) C16.cast(a3_0)).intoArray(s, y + 3456);
                ((FloatVector) C16.cast(a3_1)).intoArray(s, y + 3456 + c1);
                ((FloatVector) C16.cast(a4_0)).intoArray(s, y + 4608);
                ((FloatVector) C16.cast(a4_1)).intoArray(s, y + 4608 + c1);
                ((FloatVector) C16.cast(a5_0)).intoArray(s, y + 5760);
                ((FloatVector) C16.cast(a5_1)).intoArray(s, y + 5760 + c1);
                ((FloatVector) C16.cast(a6_0)).intoArray(s, y + 6912);
                ((FloatVector) C16.cast(a6_1)).intoArray(s, y + 6912 + c1);
                ((FloatVector) C16.cast(a7_0)).intoArray(s, y + 8064);
                ((FloatVector) C16.cast(a7_1)).intoArray(s, y + 8064 + c1);
                ((FloatVector) C16.cast(a8_0)).intoArray(s, y + 9216);
                ((FloatVector) C16.cast(a8_1)).intoArray(s, y + 9216 + c1);
                ((FloatVector) C16.cast(a9_0)).intoArray(s, y + 10368);
                ((FloatVector) C16.cast(a9_1)).intoArray(s, y + 10368 + c1);
            }

            private static void sums1x8x2_1152_384(float[] s, float[] w, int x, int t, int k) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t));
                FloatVector a0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + L16));
                FloatVector a1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 2 * L16));
                FloatVector a1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 3 * L16));
                FloatVector a2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 4 * L16));
                FloatVector a2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 5 * L16));
                FloatVector a3_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 6 * L16));
                FloatVector a3_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 7 * L16));
                FloatVector a4_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 8 * L16));
                FloatVector a4_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 9 * L16));
                FloatVector a5_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 10 * L16));
                FloatVector a5_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 11 * L16));
                FloatVector a6_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 12 * L16));
                FloatVector a6_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 13 * L16));
                FloatVector a7_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 14 * L16));
                FloatVector a7_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 15 * L16));
                for (int l = 0; l < 384; l += 2) {
                    int n = x + l;
                    int q = k + l * (2 * L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0));
                    a0_1 = v0_0.fma(w0_1, (FloatVector) C16.cast(a0_1));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1152]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0));
                    a1_1 = v0_1.fma(w0_1, (FloatVector) C16.cast(a1_1));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 2304]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C16.cast(a2_0));
                    a2_1 = v0_2.fma(w0_1, (FloatVector) C16.cast(a2_1));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 3456]));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C16.cast(a3_0));
                    a3_1 = v0_3.fma(w0_1, (FloatVector) C16.cast(a3_1));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 4608]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C16.cast(a4_0));
                    a4_1 = v0_4.fma(w0_1, (FloatVector) C16.cast(a4_1));
                    FloatVector v0_5 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 5760]));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C16.cast(a5_0));
                    a5_1 = v0_5.fma(w0_1, (FloatVector) C16.cast(a5_1));
                    FloatVector v0_6 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 6912]));
                    a6_0 = v0_6.fma(w0_0, (FloatVector) C16.cast(a6_0));
                    a6_1 = v0_6.fma(w0_1, (FloatVector) C16.cast(a6_1));
                    FloatVector v0_7 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 8064]));
                    a7_0 = v0_7.fma(w0_0, (FloatVector) C16.cast(a7_0));
                    a7_1 = v0_7.fma(w0_1, (FloatVector) C16.cast(a7_1));
                    if (l == s.length) {
                        break;
                    }
                    FloatVector w1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 2 * L16));
                    FloatVector w1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 3 * L16));
                    FloatVector v1_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1]));
                    a0_0 = v1_0.fma(w1_0, (FloatVector) C16.cast(a0_0));
                    a0_1 = v1_0.fma(w1_1, (FloatVector) C16.cast(a0_1));
                    FloatVector v1_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 1152]));
                    a1_0 = v1_1.fma(w1_0, (FloatVector) C16.cast(a1_0));
                    a1_1 = v1_1.fma(w1_1, (FloatVector) C16.cast(a1_1));
                    FloatVector v1_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 2304]));
                    a2_0 = v1_2.fma(w1_0, (FloatVector) C16.cast(a2_0));
                    a2_1 = v1_2.fma(w1_1, (FloatVector) C16.cast(a2_1));
                    FloatVector v1_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 3456]));
                    a3_0 = v1_3.fma(w1_0, (FloatVector) C16.cast(a3_0));
                    a3_1 = v1_3.fma(w1_1, (FloatVector) C16.cast(a3_1));
                    FloatVector v1_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 4608]));
                    a4_0 = v1_4.fma(w1_0, (FloatVector) C16.cast(a4_0));
                    a4_1 = v1_4.fma(w1_1, (FloatVector) C16.cast(a4_1));
                    FloatVector v1_5 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 5760]));
                    a5_0 = v1_5.fma(w1_0, (FloatVector) C16.cast(a5_0));
                    a5_1 = v1_5.fma(w1_1, (FloatVector) C16.cast(a5_1));
                    FloatVector v1_6 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 6912]));
                    a6_0 = v1_6.fma(w1_0, (FloatVector) C16.cast(a6_0));
                    a6_1 = v1_6.fma(w1_1, (FloatVector) C16.cast(a6_1));
                    FloatVector v1_7 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 8064]));
                    a7_0 = v1_7.fma(w1_0, (FloatVector) C16.cast(a7_0));
                    a7_1 = v1_7.fma(w1_1, (FloatVector) C16.cast(a7_1));
                }
                ((FloatVector) C16.cast(a0_0)).intoArray(s, t);
                ((FloatVector) C16.cast(a0_1)).intoArray(s, t + L16);
                ((FloatVector) C16.cast(a1_0)).intoArray(s, t + 2 * L16);
                ((FloatVector) C16.cast(a1_1)).intoArray(s, t + 3 * L16);
                ((FloatVector) C16.cast(a2_0)).intoArray(s, t + 4 * L16);
                ((FloatVector) C16.cast(a2_1)).intoArray(s, t + 5 * L16);
                ((FloatVector) C16.cast(a3_0)).intoArray(s, t + 6 * L16);
                ((FloatVector) C16.cast(a3_1)).intoArray(s, t + 7 * L16);
                ((FloatVector) C16.cast(a4_0)).intoArray(s, t + 8 * L16);
                ((FloatVector) C16.cast(a4_1)).intoArray(s, t + 9 * L16);
                ((FloatVector) C16.cast(a5_0)).intoArray(s, t + 10 * L16);
                ((FloatVector) C16.cast(a5_1)).intoArray(s, t + 11 * L16);
                ((FloatVector) C16.cast(a6_0)).intoArray(s, t + 12 * L16);
                ((FloatVector) C16.cast(a6_1)).intoArray(s, t + 13 * L16);
                ((FloatVector) C16.cast(a7_0)).intoArray(s, t + 14 * L16);
                ((FloatVector) C16.cast(a7_1)).intoArray(s, t + 15 * L16);
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L16 = Simd.lanes(16);

        private static final StandIn conv1x1_16to16TileStandIn = StandIn.matrix(
                1, 6, 2, 1, // tile: rows, columns, vectors, sums in turn
                1536, 16, 1552, 16, 1552, 16, // distances: reads, writes, adds
                1, 0, 1, 0, 16, // window
                16);

        private static final StandIn depthwise3x3_16StripStandIn = StandIn.matrix(
                2, 3, 1, 1, // tile: rows, columns, vectors, sums in turn
                3104, 32, 768, 16, 768, 16, // distances: reads, writes, adds
                3, 1552, 3, 16, 16, // window
                16).depthwise();

        private static final StandIn conv1x1_16to1152TileStandIn = StandIn.matrix(
                1, 6, 2, 1, // tile: rows, columns, vectors, sums in turn
                0, 16, 0, 1152, 0, 1152, // distances: reads, writes, adds
                1, 0, 1, 0, 16, // window
                1152);

        private static final StandIn sums1x5x2_1152_576StandIn = StandIn.sums(1, 5, 2, 0, 1152, 576);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    conv1x1_16to16TileStandIn,
                    depthwise3x3_16StripStandIn,
                    conv1x1_16to1152TileStandIn,
                    sums1x5x2_1152_576StandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.conv1x1_16to16Tile(s, w, 150556, 12, skip ? -StandIn.SKIPPED_ROUNDS : 108, 12);
                    break;
                case 1:
                    Tiles.depthwise3x3_16Strip(s, w, 12, 2654220, skip ? -StandIn.SKIPPED_ROUNDS : 636, 620);
                    break;
                case 2:
                    Tiles.conv1x1_16to1152Tile(s, w, 2654220, 12, skip ? -StandIn.SKIPPED_ROUNDS : 7692, 780);
                    break;
                case 3:
                    Tiles.sums1x5x2_1152_576(s, w, 12, 3244044, skip ? -StandIn.SKIPPED_ROUNDS : 27660);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void conv1x1_16to16Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (conv1x1_16to16TileStandIn.isOver()) {
                Tiles.conv1x1_16to16Tile(s, w, x, y, k, b);
            } else {
                conv1x1_16to16TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_16to16_relu6_96x96(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (16 + (2 * L16) - 1) / (2 * L16);
            int end = part.to(1536);
            for (int first = part.from(1536), last; first < end; first = last) {
                last = Math.min(first - first % 16 + 16, end);
                for (int p = 0; p < panels; p++) {
                    int c = Math.min(p * (2 * L16), Math.max(0, 16 - (2 * L16)));
                    for (int i = first; i < last; i++) {
                        int row = i / 16;
                        int col = i % 16 * 6;
                        conv1x1_16to16Tile(s, w, x + row * 1536 + col * 16, y + row * 1552 + col * 16 + c, k + p * 32 * L16, b + c);
                    }
                }
                int col = first % 16 * 6;
                int cols = Math.min(((last - 1) % 16 + 1) * 6, 96) - col;
                Clipping.image(s, y + first / 16 * 1552 + col * 16, 1552, 16, 1, cols, 16, 0f, 6.0f);
            }
        }

        private static void depthwise3x3_16Strip(float[] s, float[] w, int x, int y, int k, int b) {
            if (depthwise3x3_16StripStandIn.isOver()) {
                Tiles.depthwise3x3_16Strip(s, w, x, y, k, b);
            } else {
                depthwise3x3_16StripStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_16_48x48(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int end = part.to(384);
            for (int i = part.from(384); i < end; i++) {
                int row = i / 16 * 2;
                int col = i % 16 * 3;
                depthwise3x3_16Strip(s, w, x + row * 3104 + col * 32, y + row * 768 + col * 16, k, b);
            }
        }

        private static void conv1x1_16to1152Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (conv1x1_16to1152TileStandIn.isOver()) {
                Tiles.conv1x1_16to1152Tile(s, w, x, y, k, b);
            } else {
                conv1x1_16to1152TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_16to1152_relu_1x2304(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (1152 + (2 * L16) - 1) / (2 * L16);
            int end = part.to(384);
            for (int first = part.from(384), last; first < end; first = last) {
                last = Math.min(first + 8, end);
                for (int p = 0; p < panels; p++) {
                    int c = Math.min(p * (2 * L16), Math.max(0, 1152 - (2 * L16)));
                    for (int i = first; i < last; i++) {
                        int col = i * 6;
                        conv1x1_16to1152Tile(s, w, x + col * 16, y + col * 1152 + c, k + p * 32 * L16, b + c);
                    }
                }
                int col = first * 6;
                int cols = Math.min(last * 6, 2304) - col;
                Clipping.image(s, y + col * 1152, 0, 1152, 1, cols, 1152, 0f, Float.POSITIVE_INFINITY);
            }
        }

        private static void sums1x5x2_1152_576(float[] s, float[] w, int x, int t, int k) {
            if (sums1x5x2_1152_576StandIn.isOver()) {
                Tiles.sums1x5x2_1152_576(s, w, x, t, k);
            } else {
                sums1x5x2_1152_576StandIn.tile(s, w, x, t, -1, k, -1, -1);
            }
        }

        private static void conv1x1_1152to256_1x2304(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (256 + 2 * L16 - 1) / (2 * L16);
            int sums = 3244044 + part.area();
            for (int p = 0; p < panels; p++) {
                int end = part.to(461);
                for (int first = part.from(461); first < end; first += 77) {
                    int last = Math.min(first + 77, end);
                    int c = Math.min(p * 2 * L16, Math.max(0, 256 - 2 * L16));
                    int q = k + p * 2304 * L16;
                    int t = sums;
                    Sums.zero(s, t, (last - first) * 10 * L16);
                    for (int l = 0; l < 1152; l += 576) {
                        for (int i = first; i < last; i++) {
                            int col = Math.min(i * 5, 2299);
                            sums1x5x2_1152_576(s, w, x + l + col * 1152, t, q);
                            t += 10 * L16;
                        }
                        t = sums;
                        q += 1152 * L16;
                    }
                    for (int i = first; i < last; i++) {
                        int col = Math.min(i * 5, 2299);
                        Sums.finish(
                                s, t, 1, 5, 2,
                                y + col * 256 + c, 0, 256,
                                -1, 0, 256,
                                w, b + c, 256,
                                Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
                        t += 10 * L16;
                    }
                }
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S16 = Species.of(16);

            private static final Class<?> C16 = S16.vectorType();

            private static void conv1x1_16to16Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L16, 16 - L16);
                FloatVector a0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b));
                FloatVector a1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 16));
                FloatVector a2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 32));
                FloatVector a3_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 48));
                FloatVector a4_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 64));
                FloatVector a5_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 80));
                FloatVector a0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c1));
                FloatVector a1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 16 + c1));
                FloatVector a2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 32 + c1));
                FloatVector a3_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 48 + c1));
                FloatVector a4_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 64 + c1));
                FloatVector a5_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 80 + c1));
                for (int l = 0; l < 16; l++) {
                    int n = x + l;
                    int q = k + l * (2 * L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_0.mul(w0_0))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_0.fma(w0_1, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_0.mul(w0_1))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 16]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v0_1.mul(w0_0))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v0_1.fma(w0_1, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v0_1.mul(w0_1))).add((FloatVector) C16.cast(a1_1)));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 32]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v0_2.mul(w0_0))).add((FloatVector) C16.cast(a2_0)));
                    a2_1 = (FMA ? v0_2.fma(w0_1, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v0_2.mul(w0_1))).add((FloatVector) C16.cast(a2_1)));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 48]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C16.cast(a3_0)) : ((FloatVector) C16.cast(v0_3.mul(w0_0))).add((FloatVector) C16.cast(a3_0)));
                    a3_1 = (FMA ? v0_3.fma(w0_1, (FloatVector) C16.cast(a3_1)) : ((FloatVector) C16.cast(v0_3.mul(w0_1))).add((FloatVector) C16.cast(a3_1)));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 64]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C16.cast(a4_0)) : ((FloatVector) C16.cast(v0_4.mul(w0_0))).add((FloatVector) C16.cast(a4_0)));
                    a4_1 = (FMA ? v0_4.fma(w0_1, (FloatVector) C16.cast(a4_1)) : ((FloatVector) C16.cast(v0_4.mul(w0_1))).add((FloatVector) C16.cast(a4_1)));
                    FloatVector v0_5 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 80]));
                    a5_0 = (FMA ? v0_5.fma(w0_0, (FloatVector) C16.cast(a5_0)) : ((FloatVector) C16.cast(v0_5.mul(w0_0))).add((FloatVector) C16.cast(a5_0)));
                    a5_1 = (FMA ? v0_5.fma(w0_1, (FloatVector) C16.cast(a5_1)) : ((FloatVector) C16.cast(v0_5.mul(w0_1))).add((FloatVector) C16.cast(a5_1)));
                }
                ((FloatVector) C16.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C16.cast(a0_1)).intoArray(s, y + c1);
                ((FloatVector) C16.cast(a1_0)).intoArray(s, y + 16);
                ((FloatVector) C16.cast(a1_1)).intoArray(s, y + 16 + c1);
                ((FloatVector) C16.cast(a2_0)).intoArray(s, y + 32);
                ((FloatVector) C16.cast(a2_1)).intoArray(s, y + 32 + c1);
                ((FloatVector) C16.cast(a3_0)).intoArray(s, y + 48);
                ((FloatVector) C16.cast(a3_1)).intoArray(s, y + 48 + c1);
                ((FloatVector) C16.cast(a4_0)).intoArray(s, y + 64);
                ((FloatVector) C16.cast(a4_1)).intoArray(s, y + 64 + c1);
                ((FloatVector) C16.cast(a5_0)).intoArray(s, y + 80);
                ((FloatVector) C16.cast(a5_1)).intoArray(s, y + 80 + c1);
            }

            private static void depthwise3x3_16Strip(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 16; n += L16) {
                    int c = Math.min(n, 16 - L16);
                    FloatVector bias = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c));
                    FloatVector w0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c));
                    FloatVector w1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 16));
                    FloatVector w2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 32));
                    FloatVector w3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 48));
                    FloatVector w4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 64));
                    FloatVector w5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 80));
                    FloatVector w6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 96));
                    FloatVector w7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 112));
                    FloatVector w8 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 128));
                    FloatVector a0_0 = bias;
                    FloatVector a0_1 = bias;
                    FloatVector a0_2 = bias;
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c));
                    a0_0 = (FMA ? v0_0.fma(w0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_0.mul(w0))).add((FloatVector) C16.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 16));
                    a0_0 = (FMA ? v0_1.fma(w1, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_1.mul(w1))).add((FloatVector) C16.cast(a0_0)));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 32));
                    a0_0 = (FMA ? v0_2.fma(w2, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_2.mul(w2))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_2.fma(w0, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_2.mul(w0))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 48));
                    a0_1 = (FMA ? v0_3.fma(w1, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_3.mul(w1))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 64));
                    a0_1 = (FMA ? v0_4.fma(w2, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_4.mul(w2))).add((FloatVector) C16.cast(a0_1)));
                    a0_2 = (FMA ? v0_4.fma(w0, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v0_4.mul(w0))).add((FloatVector) C16.cast(a0_2)));
                    FloatVector v0_5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 80));
                    a0_2 = (FMA ? v0_5.fma(w1, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v0_5.mul(w1))).add((FloatVector) C16.cast(a0_2)));
                    FloatVector v0_6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 96));
                    a0_2 = (FMA ? v0_6.fma(w2, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v0_6.mul(w2))).add((FloatVector) C16.cast(a0_2)));
                    for (int i = 0; i < 2; i++) {
                        int h = x + c + i * 3104;
                        FloatVector a1_0 = bias;
                        FloatVector a1_1 = bias;
                        FloatVector a1_2 = bias;
                        FloatVector v1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1552));
                        a0_0 = (FMA ? v1_0.fma(w3, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v1_0.mul(w3))).add((FloatVector) C16.cast(a0_0)));
                        FloatVector v1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1568));
                        a0_0 = (FMA ? v1_1.fma(w4, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v1_1.mul(w4))).add((FloatVector) C16.cast(a0_0)));
                        FloatVector v1_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1584));
                        a0_0 = (FMA ? v1_2.fma(w5, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v1_2.mul(w5))).add((FloatVector) C16.cast(a0_0)));
                        a0_1 = (FMA ? v1_2.fma(w3, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v1_2.mul(w3))).add((FloatVector) C16.cast(a0_1)));
                        FloatVector v1_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1600));
                        a0_1 = (FMA ? v1_3.fma(w4, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v1_3.mul(w4))).add((FloatVector) C16.cast(a0_1)));
                        FloatVector v1_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1616));
                        a0_1 = (FMA ? v1_4.fma(w5, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v1_4.mul(w5))).add((FloatVector) C16.cast(a0_1)));
                        a0_2 = (FMA ? v1_4.fma(w3, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v1_4.mul(w3))).add((FloatVector) C16.cast(a0_2)));
                        FloatVector v1_5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1632));
                        a0_2 = (FMA ? v1_5.fma(w4, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v1_5.mul(w4))).add((FloatVector) C16.cast(a0_2)));
                        FloatVector v1_6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1648));
                        a0_2 = (FMA ? v1_6.fma(w5, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v1_6.mul(w5))).add((FloatVector) C16.cast(a0_2)));
                        FloatVector v2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3104));
                        a0_0 = (FMA ? v2_0.fma(w6, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v2_0.mul(w6))).add((FloatVector) C16.cast(a0_0)));
                        a1_0 = (FMA ? v2_0.fma(w0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v2_0.mul(w0))).add((FloatVector) C16.cast(a1_0)));
                        FloatVector v2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3120));
                        a0_0 = (FMA ? v2_1.fma(w7, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v2_1.mul(w7))).add((FloatVector) C16.cast(a0_0)));
                        a1_0 = (FMA ? v2_1.fma(w1, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v2_1.mul(w1))).add((FloatVector) C16.cast(a1_0)));
                        FloatVector v2_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3136));
                        a0_0 = (FMA ? v2_2.fma(w8, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v2_2.mul(w8))).add((FloatVector) C16.cast(a0_0)));
                        a0_1 = (FMA ? v2_2.fma(w6, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v2_2.mul(w6))).add((FloatVector) C16.cast(a0_1)));
                        a1_0 = (FMA ? v2_2.fma(w2, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v2_2.mul(w2))).add((FloatVector) C16.cast(a1_0)));
                        a1_1 = (FMA ? v2_2.fma(w0, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v2_2.mul(w0))).add((FloatVector) C16.cast(a1_1)));
                        FloatVector v2_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3152));
                        a0_1 = (FMA ? v2_3.fma(w7, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v2_3.mul(w7))).add((FloatVector) C16.cast(a0_1)));
                        a1_1 = (FMA ? v2_3.fma(w1, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v2_3.mul(w1))).add((FloatVector) C16.cast(a1_1)));
                        FloatVector v2_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3168));
                        a0_1 = (FMA ? v2_4.fma(w8, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v2_4.mul(w8))).add((FloatVector) C16.cast(a0_1)));
                        a0_2 = (FMA ? v2_4.fma(w6, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v2_4.mul(w6))).add((FloatVector) C16.cast(a0_2)));
                        a1_1 = (FMA ? v2_4.fma(w2, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v2_4.mul(w2))).add((FloatVector) C16.cast(a1_1)));
                        a1_2 = (FMA ? v2_4.fma(w0, (FloatVector) C16.cast(a1_2)) : ((FloatVector) C16.cast(v2_4.mul(w0))).add((FloatVector) C16.cast(a1_2)));
                        FloatVector v2_5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3184));
                        a0_2 = (FMA ? v2_5.fma(w7, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v2_5.mul(w7))).add((FloatVector) C16.cast(a0_2)));
                        a1_2 = (FMA ? v2_5.fma(w1, (FloatVector) C16.cast(a1_2)) : ((FloatVector) C16.cast(v2_5.mul(w1))).add((FloatVector) C16.cast(a1_2)));
                        FloatVector v2_6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 3200));
                        a0_2 = (FMA ? v2_6.fma(w8, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v2_6.mul(w8))).add((FloatVector) C16.cast(a0_2)));
                        a1_2 = (FMA ? v2_6.fma(w2, (FloatVector) C16.cast(a1_2)) : ((FloatVector) C16.cast(v2_6.mul(w2))).add((FloatVector) C16.cast(a1_2)));
                        ((FloatVector) C16.cast(a0_0)).intoArray(s, y + c + i * 768);
                        ((FloatVector) C16.cast(a0_1)).intoArray(s, y + 16 + c + i * 768);
                        ((FloatVector) C16.cast(a0_2)).intoArray(s, y + 32 + c + i * 768);
                        a0_0 = a1_0;
                        a0_1 = a1_1;
                        a0_2 = a1_2;
                    }
                }
            }

            private static void conv1x1_16to1152Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L16, 1152 - L16);
                FloatVector a0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b));
                FloatVector a1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 1152));
                FloatVector a2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 2304));
                FloatVector a3_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 3456));
                FloatVector a4_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 4608));
                FloatVector a5_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 5760));
                FloatVector a0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c1));
                FloatVector a1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 1152 + c1));
                FloatVector a2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 2304 + c1));
                FloatVector a3_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 3456 + c1));
                FloatVector a4_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 4608 + c1));
                FloatVector a5_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 5760 + c1));
                for (int l = 0; l < 16; l++) {
                    int n = x + l;
                    int q = k + l * (2 * L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_0.mul(w0_0))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_0.fma(w0_1, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_0.mul(w0_1))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 16]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v0_1.mul(w0_0))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v0_1.fma(w0_1, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v0_1.mul(w0_1))).add((FloatVector) C16.cast(a1_1)));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 32]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v0_2.mul(w0_0))).add((FloatVector) C16.cast(a2_0)));
                    a2_1 = (FMA ? v0_2.fma(w0_1, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v0_2.mul(w0_1))).add((FloatVector) C16.cast(a2_1)));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 48]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C16.cast(a3_0)) : ((FloatVector) C16.cast(v0_3.mul(w0_0))).add((FloatVector) C16.cast(a3_0)));
                    a3_1 = (FMA ? v0_3.fma(w0_1, (FloatVector) C16.cast(a3_1)) : ((FloatVector) C16.cast(v0_3.mul(w0_1))).add((FloatVector) C16.cast(a3_1)));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 64]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C16.cast(a4_0)) : ((FloatVector) C16.cast(v0_4.mul(w0_0))).add((FloatVector) C16.cast(a4_0)));
                    a4_1 = (FMA ? v0_4.fma(w0_1, (FloatVector) C16.cast(a4_1)) : ((FloatVector) C16.cast(v0_4.mul(w0_1))).add((FloatVector) C16.cast(a4_1)));
                    FloatVector v0_5 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 80]));
                    a5_0 = (FMA ? v0_5.fma(w0_0, (FloatVector) C16.cast(a5_0)) : ((FloatVector) C16.cast(v0_5.mul(w0_0))).add((FloatVector) C16.cast(a5_0)));
                    a5_1 = (FMA ? v0_5.fma(w0_1, (FloatVector) C16.cast(a5_1)) : ((FloatVector) C16.cast(v0_5.mul(w0_1))).add((FloatVector) C16.cast(a5_1)));
                }
                ((FloatVector) C16.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C16.cast(a0_1)).intoArray(s, y + c1);
                ((FloatVector) C16.cast(a1_0)).intoArray(s, y + 1152);
                ((FloatVector) C16.cast(a1_1)).intoArray(s, y + 1152 + c1);
                ((FloatVector) C16.cast(a2_0)).intoArray(s, y + 2304);
                ((FloatVector) C16.cast(a2_1)).intoArray(s, y + 2304 + c1);
                ((FloatVector) C16.cast(a3_0)).intoArray(s, y + 3456);
                ((FloatVector) C16.cast(a3_1)).intoArray(s, y + 3456 + c1);
                ((FloatVector) C16.cast(a4_0)).intoArray(s, y + 4608);
                ((FloatVector) C16.cast(a4_1)).intoArray(s, y + 4608 + c1);
                ((FloatVector) C16.cast(a5_0)).intoArray(s, y + 5760);
                ((FloatVector) C16.cast(a5_1)).intoArray(s, y + 5760 + c1);
            }

            private static void sums1x5x2_1152_576(float[] s, float[] w, int x, int t, int k) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t));
                FloatVector a0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + L16));
                FloatVector a1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 2 * L16));
                FloatVector a1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 3 * L16));
                FloatVector a2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 4 * L16));
                FloatVector a2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 5 * L16));
                FloatVector a3_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 6 * L16));
                FloatVector a3_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 7 * L16));
                FloatVector a4_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 8 * L16));
                FloatVector a4_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, t + 9 * L16));
                for (int l = 0; l < 576; l += 2) {
                    int n = x + l;
                    int q = k + l * (2 * L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_0.mul(w0_0))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_0.fma(w0_1, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_0.mul(w0_1))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1152]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v0_1.mul(w0_0))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v0_1.fma(w0_1, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v0_1.mul(w0_1))).add((FloatVector) C16.cast(a1_1)));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 2304]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v0_2.mul(w0_0))).add((FloatVector) C16.cast(a2_0)));
                    a2_1 = (FMA ? v0_2.fma(w0_1, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v0_2.mul(w0_1))).add((FloatVector) C16.cast(a2_1)));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 3456]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C16.cast(a3_0)) : ((FloatVector) C16.cast(v0_3.mul(w0_0))).add((FloatVector) C16.cast(a3_0)));
                    a3_1 = (FMA ? v0_3.fma(w0_1, (FloatVector) C16.cast(a3_1)) : ((FloatVector) C16.cast(v0_3.mul(w0_1))).add((FloatVector) C16.cast(a3_1)));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 4608]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C16.cast(a4_0)) : ((FloatVector) C16.cast(v0_4.mul(w0_0))).add((FloatVector) C16.cast(a4_0)));
                    a4_1 = (FMA ? v0_4.fma(w0_1, (FloatVector) C16.cast(a4_1)) : ((FloatVector) C16.cast(v0_4.mul(w0_1))).add((FloatVector) C16.cast(a4_1)));
                    if (l == s.length) {
                        break;
                    }
                    FloatVector w1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 2 * L16));
                    FloatVector w1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 3 * L16));
                    FloatVector v1_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1]));
                    a0_0 = (FMA ? v1_0.fma(w1_0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v1_0.mul(w1_0))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v1_0.fma(w1_1, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v1_0.mul(w1_1))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v1_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 1152]));
                    a1_0 = (FMA ? v1_1.fma(w1_0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v1_1.mul(w1_0))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v1_1.fma(w1_1, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v1_1.mul(w1_1))).add((FloatVector) C16.cast(a1_1)));
                    FloatVector v1_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 2304]));
                    a2_0 = (FMA ? v1_2.fma(w1_0, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v1_2.mul(w1_0))).add((FloatVector) C16.cast(a2_0)));
                    a2_1 = (FMA ? v1_2.fma(w1_1, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v1_2.mul(w1_1))).add((FloatVector) C16.cast(a2_1)));
                    FloatVector v1_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 3456]));
                    a3_0 = (FMA ? v1_3.fma(w1_0, (FloatVector) C16.cast(a3_0)) : ((FloatVector) C16.cast(v1_3.mul(w1_0))).add((FloatVector) C16.cast(a3_0)));
                    a3_1 = (FMA ? v1_3.fma(w1_1, (FloatVector) C16.cast(a3_1)) : ((FloatVector) C16.cast(v1_3.mul(w1_1))).add((FloatVector) C16.cast(a3_1)));
                    FloatVector v1_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 4608]));
                    a4_0 = (FMA ? v1_4.fma(w1_0, (FloatVector) C16.cast(a4_0)) : ((FloatVector) C16.cast(v1_4.mul(w1_0))).add((FloatVector) C16.cast(a4_0)));
                    a4_1 = (FMA ? v1_4.fma(w1_1, (FloatVector) C16.cast(a4_1)) : ((FloatVector) C16.cast(v1_4.mul(w1_1))).add((FloatVector) C16.cast(a4_1)));
                }
                ((FloatVector) C16.cast(a0_0)).intoArray(s, t);
                ((FloatVector) C16.cast(a0_1)).intoArray(s, t + L16);
                ((FloatVector) C16.cast(a1_0)).intoArray(s, t + 2 * L16);
                ((FloatVector) C16.cast(a1_1)).intoArray(s, t + 3 * L16);
                ((FloatVector) C16.cast(a2_0)).intoArray(s, t + 4 * L16);
                ((FloatVector) C16.cast(a2_1)).intoArray(s, t + 5 * L16);
                ((FloatVector) C16.cast(a3_0)).intoArray(s, t + 6 * L16);
                ((FloatVector) C16.cast(a3_1)).intoArray(s, t + 7 * L16);
                ((FloatVector) C16.cast(a4_0)).intoArray(s, t + 8 * L16);
                ((FloatVector) C16.cast(a4_1)).intoArray(s, t + 9 * L16);
            }
        }
    }
}
