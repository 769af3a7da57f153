package golden;

import dev.pleat.runtime.Activations;
import dev.pleat.runtime.AlignedFloats;
import dev.pleat.runtime.Arguments;
import dev.pleat.runtime.Arithmetic;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Copy;
import dev.pleat.runtime.DotProducts;
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
import dev.pleat.runtime.Team;
import dev.pleat.runtime.TensorSpec;
import dev.pleat.runtime.VectorKernels;
import dev.pleat.runtime.WarmUp;
import dev.pleat.runtime.Weights;
import dev.pleat.runtime.Winograd;
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
 * The model {@link golden.DividedNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class DividedNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(DividedNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final int SCRATCH = 48076;

    private static final int AREA = 31104;

    /**
     * All weights, folded and packed in the order in which the kernels read them.
     */
    private final float[] w;

    private final ScratchPool scratch = new ScratchPool(SCRATCH);

    /**
     * What a prediction runs, in order.
     */
    private final Step[] steps = new Step[5];

    /**
     * Which of the steps the threads of a team divide among themselves.
     */
    private final boolean[] divided = new boolean[5];

    private DividedNetModel(Weights weights) {
        w = AlignedFloats.allocate(20124);
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
     * Loads the class-path resource {@code DividedNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DividedNetModel load() {
        return loadResource("DividedNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DividedNetModel loadResource(String resource) {
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
    public static DividedNetModel loadResource(String resource, Map<String, String> names) {
        return new DividedNetModel(Weights.readResource(
                "DividedNet", specs(), DividedNetModel.class, name -> DividedNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static DividedNetModel load(Path file) throws IOException {
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
    public static DividedNetModel load(Path file, Map<String, String> names) throws IOException {
        return new DividedNetModel(Weights.read("DividedNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static DividedNetModel load(InputStream stream) throws IOException {
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
    public static DividedNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new DividedNetModel(Weights.read("DividedNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DividedNetModel load(Map<String, float[]> tensors) {
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
    public static DividedNetModel load(Map<String, float[]> tensors, Map<String, String> names) {
        return new DividedNetModel(Weights.of("DividedNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [20, 20, 16]}
     * @return {@code [2]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[2];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [20, 20, 16]}
     * @param y gets {@code [2]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 6400);
        Arguments.checkExact("y", y.length, 2);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [20, 20, 16]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [2]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 6400);
        Arguments.check("y", y.length, yAt, 2);
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
     * @param x {@code [20, 20, 16]} for each sample
     * @return {@code [2]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6400);
        float[] y = new float[Arguments.elements("y", samples, 2)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [20, 20, 16]} for each sample
     * @param y gets {@code [2]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6400);
        Arguments.check("y", y.length, 0, (long) samples * 2);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 6400, y, sample * 2);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [20, 20, 16]}
     * @return {@code [2]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[2];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [20, 20, 16]}
     * @param y gets {@code [2]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 6400);
        Arguments.checkExact("y", y.length, 2);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [20, 20, 16]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [2]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 6400);
        Arguments.check("y", y.length, yAt, 2);
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
     * @param x {@code [20, 20, 16]} for each sample
     * @return {@code [2]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6400);
        float[] y = new float[Arguments.elements("y", samples, 2)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [20, 20, 16]} for each sample
     * @param y gets {@code [2]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6400);
        Arguments.check("y", y.length, 0, (long) samples * 2);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 6400, y, sample * 2);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [20, 20, 16]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [2]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 6400);
        Arguments.check("y", y.length, yAt, 2);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[2]);
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
        Arguments.checkExact("x", x.length, 6400);
        Arguments.checkExact("y", y.length, 2);
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
        Arguments.checkExact("x", x.length, 6400);
        Arguments.checkExact("y", y.length, 2);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.border(s, 9596, 20, 320, 352, 16, 16, 1, 1);
        Copy.rows(x, xAt, 320, s, 9596, 352, 20, 320);
        Nans.makePositive(s, 9596, 352, 20, 320);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.border(s, 9596, 20, 320, 352, 16, 16, 1, 1);
        Copy.bytes(x, xAt, s, 9596, 352, 20, 320);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 12, 2, y, yAt, 2, 1, 2);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 20, 20, 16));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 2));
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
        specs.add(TensorSpec.of("conv/kernel", 3, 3, 16, 16));
        specs.add(TensorSpec.of("conv/bias", 16));
        specs.add(TensorSpec.of("depthwise/depthwise_kernel", 5, 5, 16, 1));
        specs.add(TensorSpec.of("depthwise/bias", 16));
        specs.add(TensorSpec.of("y/kernel", 5184, 2));
        specs.add(TensorSpec.of("y/bias", 2));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("conv", "conv 3x3 padding (1, 1, 1, 1) conv/kernel[3, 3, 16, 16] + conv/bias[16], swish (x) : [20, 20, 16]", 921600L));
        stepSpecs.add(new StepSpec("depthwise", "conv 5x5 padding (2, 2, 2, 2) groups 16 depthwise/depthwise_kernel[5, 5, 16, 1] + depthwise/bias[16] (conv) : [20, 20, 16]", 160000L));
        stepSpecs.add(new StepSpec("pool", "max pool 3x3 (depthwise) : [18, 18, 16]", 0L));
        stepSpecs.add(new StepSpec("sum", "add (pool, pool) : [18, 18, 16]", 0L));
        stepSpecs.add(new StepSpec("y", "dense y/kernel[5184, 2] + y/bias[2] (flat) : [2]", 10368L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"DividedNet\"");
        lines.add("____________________________________________________________________________");
        lines.add(" Layer (type)                  Output Shape         Param #   Multiply-adds");
        lines.add("============================================================================");
        lines.add(" x (InputLayer)                (None, 20, 20, 16)         0               0");
        lines.add(" conv (Conv2D)                 (None, 20, 20, 16)     2,320         921,600");
        lines.add(" depthwise (DepthwiseConv2D)   (None, 20, 20, 16)       416         160,000");
        lines.add(" pool (MaxPooling2D)           (None, 18, 18, 16)         0               0");
        lines.add(" sum (Add)                     (None, 18, 18, 16)         0               0");
        lines.add(" flat (Flatten)                (None, 5184)               0               0");
        lines.add(" y (Dense)                     (None, 2)             10,370          10,368");
        lines.add("============================================================================");
        lines.add("Total params: 13,106 (51.20 KB)");
        lines.add("Trainable params: 13,106 (51.20 KB)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 1,091,968");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  conv: one step with conv, swish");
        lines.add("");
        lines.add("Steps: 5");
        lines.add("Tiles:");
        lines.add("  conv: Winograd 4x4, 25 of 25 tiles at a time, 1x13 pixels x 1 vector (32 registers), Winograd 4x4, 25 of 25 tiles at a time, 1x13 pixels x 1 vector (16 registers)");
        lines.add("  depthwise: 4x2 pixels x 1 vector (32 registers), 5x1 pixels x 1 vector (16 registers)");
        lines.add("  y: dot products");
        lines.add("Packed weights: 80,496 bytes");
        lines.add("Scratch memory: 192,304 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::conv;
        divided[0] = true;
        steps[1] = this::depthwise;
        divided[1] = true;
        steps[2] = this::pool;
        steps[3] = this::sum;
        steps[4] = this::y;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code conv = conv 3x3 padding (1, 1, 1, 1) conv/kernel[3, 3, 16, 16] + conv/bias[16], swish (x) : [20, 20, 16]}
     */
    private void conv(float[] s, Part part) {
        if (part.isFirst()) {
            Copy.border(s, 812, 20, 320, 384, 32, 32, 2, 2);
        }
        if (WIDE) {
            Wide.winograd_conv3x3_16to16_20x20(s, w, 9228, 812, 108, 12, part);
            part.await();
            for (int row = part.from(20); row < part.to(20); row++) {
                Activations.swish(s, 812 + row * 384, s, 812 + row * 384, 320);
            }
        } else if (VECTOR) {
            Narrow.winograd_conv3x3_16to16_20x20(s, w, 9228, 812, 108, 12, part);
            part.await();
            for (int row = part.from(20); row < part.to(20); row++) {
                Activations.swish(s, 812 + row * 384, s, 812 + row * 384, 320);
            }
        } else {
            ScalarConvolution.apply(
                    s, 9228 + part.from(20) * 352, 352, 16, // reads: first, row, column
                    812 + part.from(20) * 384, 384, 16, // writes
                    -1, 384, 16, // adds
                    w, 108, 9216, 12, // kernel, a group of it, bias
                    part.size(20), 20, // pixels
                    3, 352, 1, 0, 48, // window
                    1, 16, 16);
            part.await();
            for (int row = part.from(20); row < part.to(20); row++) {
                Activations.swish(s, 812 + row * 384, s, 812 + row * 384, 320);
            }
        }
    }

    /**
     * {@code depthwise = conv 5x5 padding (2, 2, 2, 2) groups 16 depthwise/depthwise_kernel[5, 5, 16, 1] + depthwise/bias[16] (conv) : [20, 20, 16]}
     */
    private void depthwise(float[] s, Part part) {
        if (WIDE) {
            Wide.depthwise5x5_16_20x20(s, w, 12, 9228, 9340, 9324, part);
        } else if (VECTOR) {
            Narrow.depthwise5x5_16_20x20(s, w, 12, 9228, 9340, 9324, part);
        } else {
            ScalarConvolution.depthwise(
                    s, 12 + part.from(20) * 384, 384, 16, // reads: first, row, column
                    9228 + part.from(20) * 320, 320, 16, // writes
                    -1, 320, 16, // adds
                    w, 9340, 9324, // kernel, bias
                    part.size(20), 20, // pixels
                    5, 384, 5, 16, // window
                    16);
        }
    }

    /**
     * {@code pool = max pool 3x3 (depthwise) : [18, 18, 16]}
     */
    private void pool(float[] s, Part part) {
        Pooling.max(s, 9228, 320, s, 12, 288, 20, 20, 16, 18, 18, 3, 3, 1, 1, 0, 0);
    }

    /**
     * {@code sum = add (pool, pool) : [18, 18, 16]}
     */
    private void sum(float[] s, Part part) {
        Arithmetic.add(s, 12, 1, s, 12, 1, s, 5196, 5184);
    }

    /**
     * {@code y = dense y/kernel[5184, 2] + y/bias[2] (flat) : [2]}
     */
    private void y(float[] s, Part part) {
        DotProducts.apply(s, 5196, 12, w, 9740, 20108, 5184, 2, 16972);
    }

    private static void pack(Weights weights, float[] w) {
        loadConv(weights, w);
        loadDepthwise(weights, w);
        loadY(weights, w);
    }

    private static void loadConv(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("conv/kernel"), 9, 16, 16)
                .named("conv")
                .bias(weights.get("conv/bias"));
        float[] kernel = linear.kernel();
        if (VECTOR) {
            Panels.pack(Winograd.kernel(4, kernel, 256), 36, new int[] {0, 1, 1}, new int[] {0, 1, 36}, 1, 16, 16, vectors(1, 1), w, 108, 9216);
        } else {
            Panels.pack(kernel, 3, new int[] {0, 1, 3}, new int[] {0, 1, 3}, 1, 16, 16, 0, w, 108, 9216);
        }
        Panels.repeat(linear.bias(), 6, w, 12);
    }

    private static void loadDepthwise(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("depthwise/depthwise_kernel"), 25, 1, 16)
                .named("depthwise")
                .groups(16)
                .bias(weights.get("depthwise/bias"));
        float[] kernel = linear.kernel();
        Panels.copy(kernel, w, 9340);
        Panels.repeat(linear.bias(), 1, w, 9324);
    }

    private static void loadY(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("y/kernel"), 1, 5184, 2)
                .named("y")
                .bias(weights.get("y/bias"));
        DotProducts.pack(linear.kernel(), 5184, 2, w, 9740);
        Panels.copy(linear.bias(), w, 20108);
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

        private static final StandIn products1x13x1_16_16StandIn = StandIn.products(1, 13, 1, 0, 16, 16);

        private static final StandIn depthwise5x5_16TileStandIn = StandIn.matrix(
                4, 2, 1, 1, // tile: rows, columns, vectors, sums in turn
                384, 16, 320, 16, 320, 16, // distances: reads, writes, adds
                5, 384, 5, 16, 16, // window
                16).depthwise();

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    products1x13x1_16_16StandIn,
                    depthwise5x5_16TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.products1x13x1_16_16(s, w, 16972, 32524, skip ? -StandIn.SKIPPED_ROUNDS : 108);
                    break;
                case 1:
                    Tiles.depthwise5x5_16Tile(s, w, 12, 9228, skip ? -StandIn.SKIPPED_ROUNDS : 9340, 9324);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void products1x13x1_16_16(float[] s, float[] w, int x, int t, int k) {
            if (products1x13x1_16_16StandIn.isOver()) {
                Tiles.products1x13x1_16_16(s, w, x, t, k);
            } else {
                products1x13x1_16_16StandIn.tile(s, w, x, t, -1, k, -1, -1);
            }
        }

        private static void winograd_conv3x3_16to16_20x20(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (16 + L16 - 1) / (L16);
            int maps = 16972;
            int products = 32524 + part.area();
            int tile = 0;
            Winograd.input(4, s, x, 352, 16, maps, 26, products - 576, part.from(26), part.to(26), tile, 20, 20);
            part.await();
            for (int p = part.from(panels), end = part.to(panels); p < end; p++) {
                int c = Math.min(p * L16, Math.max(0, 16 - L16));
                int q = k + p * 576 * L16;
                int t = products;
                for (int v = maps; v < maps + 14976; v += 416) {
                    for (int i = 0; i < 26; i += 13) {
                        products1x13x1_16_16(s, w, v + i * 16, t + i * L16, q);
                    }
                    q += 16 * L16;
                    t += 26 * L16;
                }
                Winograd.output(
                        4, s, products, 26, 1, 25, tile,
                        y + c, 384, 16, 20, 20,
                        -1, 384,
                        w, b + c, 16,
                        Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
            }
        }

        private static void depthwise5x5_16Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (depthwise5x5_16TileStandIn.isOver()) {
                Tiles.depthwise5x5_16Tile(s, w, x, y, k, b);
            } else {
                depthwise5x5_16TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise5x5_16_20x20(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int end = part.to(50);
            for (int i = part.from(50); i < end; i++) {
                int row = i / 10 * 4;
                int col = i % 10 * 2;
                depthwise5x5_16Tile(s, w, x + row * 384 + col * 16, y + row * 320 + col * 16, k, b);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S16 = Species.of(16);

            private static final Class<?> C16 = S16.vectorType();

            private static void products1x13x1_16_16(float[] s, float[] w, int x, int t, int k) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a1_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a2_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a3_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a4_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a5_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a6_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a7_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a8_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a9_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a10_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a11_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a12_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                for (int l = 0; l < 16; l++) {
                    int n = x + l;
                    int q = k + l * (L16);
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
                }
                ((FloatVector) C16.cast(a0_0)).intoArray(s, t);
                ((FloatVector) C16.cast(a1_0)).intoArray(s, t + L16);
                ((FloatVector) C16.cast(a2_0)).intoArray(s, t + 2 * L16);
                ((FloatVector) C16.cast(a3_0)).intoArray(s, t + 3 * L16);
                ((FloatVector) C16.cast(a4_0)).intoArray(s, t + 4 * L16);
                ((FloatVector) C16.cast(a5_0)).intoArray(s, t + 5 * L16);
                ((FloatVector) C16.cast(a6_0)).intoArray(s, t + 6 * L16);
                ((FloatVector) C16.cast(a7_0)).intoArray(s, t + 7 * L16);
                ((FloatVector) C16.cast(a8_0)).intoArray(s, t + 8 * L16);
                ((FloatVector) C16.cast(a9_0)).intoArray(s, t + 9 * L16);
                ((FloatVector) C16.cast(a10_0)).intoArray(s, t + 10 * L16);
                ((FloatVector) C16.cast(a11_0)).intoArray(s, t + 11 * L16);
                ((FloatVector) C16.cast(a12_0)).intoArray(s, t + 12 * L16);
            }

            private static void depthwise5x5_16Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 16; n += L16) {
                    int c = Math.min(n, 16 - L16);
                    FloatVector bias = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c));
                    FloatVector a0 = bias;
                    FloatVector a1 = bias;
                    FloatVector a2 = bias;
                    FloatVector a3 = bias;
                    FloatVector a4 = bias;
                    FloatVector a5 = bias;
                    FloatVector a6 = bias;
                    FloatVector a7 = bias;
                    for (int h = 0; h < 5; h++) {
                        FloatVector w0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + h * 80));
                        FloatVector v0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384));
                        a0 = v0.fma(w0, (FloatVector) C16.cast(a0));
                        FloatVector v16 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 16));
                        a1 = v16.fma(w0, (FloatVector) C16.cast(a1));
                        FloatVector v384 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 384));
                        a2 = v384.fma(w0, (FloatVector) C16.cast(a2));
                        FloatVector v400 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 400));
                        a3 = v400.fma(w0, (FloatVector) C16.cast(a3));
                        FloatVector v768 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 768));
                        a4 = v768.fma(w0, (FloatVector) C16.cast(a4));
                        FloatVector v784 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 784));
                        a5 = v784.fma(w0, (FloatVector) C16.cast(a5));
                        FloatVector v1152 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1152));
                        a6 = v1152.fma(w0, (FloatVector) C16.cast(a6));
                        FloatVector v1168 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1168));
                        a7 = v1168.fma(w0, (FloatVector) C16.cast(a7));
                        FloatVector w1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + h * 80 + 16));
                        a0 = v16.fma(w1, (FloatVector) C16.cast(a0));
                        FloatVector v32 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 32));
                        a1 = v32.fma(w1, (FloatVector) C16.cast(a1));
                        a2 = v400.fma(w1, (FloatVector) C16.cast(a2));
                        FloatVector v416 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 416));
                        a3 = v416.fma(w1, (FloatVector) C16.cast(a3));
                        a4 = v784.fma(w1, (FloatVector) C16.cast(a4));
                        FloatVector v800 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 800));
                        a5 = v800.fma(w1, (FloatVector) C16.cast(a5));
                        a6 = v1168.fma(w1, (FloatVector) C16.cast(a6));
                        FloatVector v1184 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1184));
                        a7 = v1184.fma(w1, (FloatVector) C16.cast(a7));
                        FloatVector w2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + h * 80 + 32));
                        a0 = v32.fma(w2, (FloatVector) C16.cast(a0));
                        FloatVector v48 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 48));
                        a1 = v48.fma(w2, (FloatVector) C16.cast(a1));
                        a2 = v416.fma(w2, (FloatVector) C16.cast(a2));
                        FloatVector v432 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 432));
                        a3 = v432.fma(w2, (FloatVector) C16.cast(a3));
                        a4 = v800.fma(w2, (FloatVector) C16.cast(a4));
                        FloatVector v816 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 816));
                        a5 = v816.fma(w2, (FloatVector) C16.cast(a5));
                        a6 = v1184.fma(w2, (FloatVector) C16.cast(a6));
                        FloatVector v1200 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1200));
                        a7 = v1200.fma(w2, (FloatVector) C16.cast(a7));
                        FloatVector w3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + h * 80 + 48));
                        a0 = v48.fma(w3, (FloatVector) C16.cast(a0));
                        FloatVector v64 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 64));
                        a1 = v64.fma(w3, (FloatVector) C16.cast(a1));
                        a2 = v432.fma(w3, (FloatVector) C16.cast(a2));
                        FloatVector v448 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 448));
                        a3 = v448.fma(w3, (FloatVector) C16.cast(a3));
                        a4 = v816.fma(w3, (FloatVector) C16.cast(a4));
                        FloatVector v832 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 832));
                        a5 = v832.fma(w3, (FloatVector) C16.cast(a5));
                        a6 = v1200.fma(w3, (FloatVector) C16.cast(a6));
                        FloatVector v1216 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1216));
                        a7 = v1216.fma(w3, (FloatVector) C16.cast(a7));
                        FloatVector w4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + h * 80 + 64));
                        a0 = v64.fma(w4, (FloatVector) C16.cast(a0));
                        FloatVector v80 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 80));
                        a1 = v80.fma(w4, (FloatVector) C16.cast(a1));
                        a2 = v448.fma(w4, (FloatVector) C16.cast(a2));
                        FloatVector v464 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 464));
                        a3 = v464.fma(w4, (FloatVector) C16.cast(a3));
                        a4 = v832.fma(w4, (FloatVector) C16.cast(a4));
                        FloatVector v848 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 848));
                        a5 = v848.fma(w4, (FloatVector) C16.cast(a5));
                        a6 = v1216.fma(w4, (FloatVector) C16.cast(a6));
                        FloatVector v1232 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1232));
                        a7 = v1232.fma(w4, (FloatVector) C16.cast(a7));
                    }
                    ((FloatVector) C16.cast(a0)).intoArray(s, y + c);
                    ((FloatVector) C16.cast(a1)).intoArray(s, y + 16 + c);
                    ((FloatVector) C16.cast(a2)).intoArray(s, y + 320 + c);
                    ((FloatVector) C16.cast(a3)).intoArray(s, y + 336 + c);
                    ((FloatVector) C16.cast(a4)).intoArray(s, y + 640 + c);
                    ((FloatVector) C16.cast(a5)).intoArray(s, y + 656 + c);
                    ((FloatVector) C16.cast(a6)).intoArray(s, y + 960 + c);
                    ((FloatVector) C16.cast(a7)).intoArray(s, y + 976 + c);
                }
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L16 = Simd.lanes(16);

        private static final StandIn products1x13x1_16_16StandIn = StandIn.products(1, 13, 1, 0, 16, 16);

        private static final StandIn depthwise5x5_16TileStandIn = StandIn.matrix(
                5, 1, 1, 1, // tile: rows, columns, vectors, sums in turn
                384, 16, 320, 16, 320, 16, // distances: reads, writes, adds
                5, 384, 5, 16, 16, // window
                16).depthwise();

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    products1x13x1_16_16StandIn,
                    depthwise5x5_16TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.products1x13x1_16_16(s, w, 16972, 32236, skip ? -StandIn.SKIPPED_ROUNDS : 108);
                    break;
                case 1:
                    Tiles.depthwise5x5_16Tile(s, w, 12, 9228, skip ? -StandIn.SKIPPED_ROUNDS : 9340, 9324);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void products1x13x1_16_16(float[] s, float[] w, int x, int t, int k) {
            if (products1x13x1_16_16StandIn.isOver()) {
                Tiles.products1x13x1_16_16(s, w, x, t, k);
            } else {
                products1x13x1_16_16StandIn.tile(s, w, x, t, -1, k, -1, -1);
            }
        }

        private static void winograd_conv3x3_16to16_20x20(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (16 + L16 - 1) / (L16);
            int maps = 16972;
            int products = 32236 + part.area();
            int tile = 0;
            Winograd.input(4, s, x, 352, 16, maps, 26, products - 288, part.from(26), part.to(26), tile, 20, 20);
            part.await();
            for (int p = part.from(panels), end = part.to(panels); p < end; p++) {
                int c = Math.min(p * L16, Math.max(0, 16 - L16));
                int q = k + p * 576 * L16;
                int t = products;
                for (int v = maps; v < maps + 14976; v += 416) {
                    for (int i = 0; i < 26; i += 13) {
                        products1x13x1_16_16(s, w, v + i * 16, t + i * L16, q);
                    }
                    q += 16 * L16;
                    t += 26 * L16;
                }
                Winograd.output(
                        4, s, products, 26, 1, 25, tile,
                        y + c, 384, 16, 20, 20,
                        -1, 384,
                        w, b + c, 16,
                        Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
            }
        }

        private static void depthwise5x5_16Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (depthwise5x5_16TileStandIn.isOver()) {
                Tiles.depthwise5x5_16Tile(s, w, x, y, k, b);
            } else {
                depthwise5x5_16TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise5x5_16_20x20(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int end = part.to(80);
            for (int i = part.from(80); i < end; i++) {
                int row = i / 20 * 5;
                int col = i % 20;
                depthwise5x5_16Tile(s, w, x + row * 384 + col * 16, y + row * 320 + col * 16, k, b);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S16 = Species.of(16);

            private static final Class<?> C16 = S16.vectorType();

            private static void products1x13x1_16_16(float[] s, float[] w, int x, int t, int k) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a1_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a2_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a3_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a4_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a5_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a6_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a7_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a8_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a9_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a10_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a11_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                FloatVector a12_0 = (FloatVector) C16.cast(FloatVector.zero(S16));
                for (int l = 0; l < 16; l++) {
                    int n = x + l;
                    int q = k + l * (L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_0.mul(w0_0))).add((FloatVector) C16.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 16]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v0_1.mul(w0_0))).add((FloatVector) C16.cast(a1_0)));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 32]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v0_2.mul(w0_0))).add((FloatVector) C16.cast(a2_0)));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 48]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C16.cast(a3_0)) : ((FloatVector) C16.cast(v0_3.mul(w0_0))).add((FloatVector) C16.cast(a3_0)));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 64]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C16.cast(a4_0)) : ((FloatVector) C16.cast(v0_4.mul(w0_0))).add((FloatVector) C16.cast(a4_0)));
                    FloatVector v0_5 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 80]));
                    a5_0 = (FMA ? v0_5.fma(w0_0, (FloatVector) C16.cast(a5_0)) : ((FloatVector) C16.cast(v0_5.mul(w0_0))).add((FloatVector) C16.cast(a5_0)));
                    FloatVector v0_6 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 96]));
                    a6_0 = (FMA ? v0_6.fma(w0_0, (FloatVector) C16.cast(a6_0)) : ((FloatVector) C16.cast(v0_6.mul(w0_0))).add((FloatVector) C16.cast(a6_0)));
                    FloatVector v0_7 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 112]));
                    a7_0 = (FMA ? v0_7.fma(w0_0, (FloatVector) C16.cast(a7_0)) : ((FloatVector) C16.cast(v0_7.mul(w0_0))).add((FloatVector) C16.cast(a7_0)));
                    FloatVector v0_8 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 128]));
                    a8_0 = (FMA ? v0_8.fma(w0_0, (FloatVector) C16.cast(a8_0)) : ((FloatVector) C16.cast(v0_8.mul(w0_0))).add((FloatVector) C16.cast(a8_0)));
                    FloatVector v0_9 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 144]));
                    a9_0 = (FMA ? v0_9.fma(w0_0, (FloatVector) C16.cast(a9_0)) : ((FloatVector) C16.cast(v0_9.mul(w0_0))).add((FloatVector) C16.cast(a9_0)));
                    FloatVector v0_10 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 160]));
                    a10_0 = (FMA ? v0_10.fma(w0_0, (FloatVector) C16.cast(a10_0)) : ((FloatVector) C16.cast(v0_10.mul(w0_0))).add((FloatVector) C16.cast(a10_0)));
                    FloatVector v0_11 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 176]));
                    a11_0 = (FMA ? v0_11.fma(w0_0, (FloatVector) C16.cast(a11_0)) : ((FloatVector) C16.cast(v0_11.mul(w0_0))).add((FloatVector) C16.cast(a11_0)));
                    FloatVector v0_12 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 192]));
                    a12_0 = (FMA ? v0_12.fma(w0_0, (FloatVector) C16.cast(a12_0)) : ((FloatVector) C16.cast(v0_12.mul(w0_0))).add((FloatVector) C16.cast(a12_0)));
                }
                ((FloatVector) C16.cast(a0_0)).intoArray(s, t);
                ((FloatVector) C16.cast(a1_0)).intoArray(s, t + L16);
                ((FloatVector) C16.cast(a2_0)).intoArray(s, t + 2 * L16);
                ((FloatVector) C16.cast(a3_0)).intoArray(s, t + 3 * L16);
                ((FloatVector) C16.cast(a4_0)).intoArray(s, t + 4 * L16);
                ((FloatVector) C16.cast(a5_0)).intoArray(s, t + 5 * L16);
                ((FloatVector) C16.cast(a6_0)).intoArray(s, t + 6 * L16);
                ((FloatVector) C16.cast(a7_0)).intoArray(s, t + 7 * L16);
                ((FloatVector) C16.cast(a8_0)).intoArray(s, t + 8 * L16);
                ((FloatVector) C16.cast(a9_0)).intoArray(s, t + 9 * L16);
                ((FloatVector) C16.cast(a10_0)).intoArray(s, t + 10 * L16);
                ((FloatVector) C16.cast(a11_0)).intoArray(s, t + 11 * L16);
                ((FloatVector) C16.cast(a12_0)).intoArray(s, t + 12 * L16);
            }

            private static void depthwise5x5_16Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 16; n += L16) {
                    int c = Math.min(n, 16 - L16);
                    FloatVector bias = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c));
                    FloatVector a0 = bias;
                    FloatVector a1 = bias;
                    FloatVector a2 = bias;
                    FloatVector a3 = bias;
                    FloatVector a4 = bias;
                    for (int h = 0; h < 5; h++) {
                        FloatVector w0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + h * 80));
                        FloatVector v0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384));
                        a0 = (FMA ? v0.fma(w0, (FloatVector) C16.cast(a0)) : ((FloatVector) C16.cast(v0.mul(w0))).add((FloatVector) C16.cast(a0)));
                        FloatVector v384 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 384));
                        a1 = (FMA ? v384.fma(w0, (FloatVector) C16.cast(a1)) : ((FloatVector) C16.cast(v384.mul(w0))).add((FloatVector) C16.cast(a1)));
                        FloatVector v768 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 768));
                        a2 = (FMA ? v768.fma(w0, (FloatVector) C16.cast(a2)) : ((FloatVector) C16.cast(v768.mul(w0))).add((FloatVector) C16.cast(a2)));
                        FloatVector v1152 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1152));
                        a3 = (FMA ? v1152.fma(w0, (FloatVector) C16.cast(a3)) : ((FloatVector) C16.cast(v1152.mul(w0))).add((FloatVector) C16.cast(a3)));
                        FloatVector v1536 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1536));
                        a4 = (FMA ? v1536.fma(w0, (FloatVector) C16.cast(a4)) : ((FloatVector) C16.cast(v1536.mul(w0))).add((FloatVector) C16.cast(a4)));
                        FloatVector w1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + h * 80 + 16));
                        FloatVector v16 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 16));
                        a0 = (FMA ? v16.fma(w1, (FloatVector) C16.cast(a0)) : ((FloatVector) C16.cast(v16.mul(w1))).add((FloatVector) C16.cast(a0)));
                        FloatVector v400 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 400));
                        a1 = (FMA ? v400.fma(w1, (FloatVector) C16.cast(a1)) : ((FloatVector) C16.cast(v400.mul(w1))).add((FloatVector) C16.cast(a1)));
                        FloatVector v784 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 784));
                        a2 = (FMA ? v784.fma(w1, (FloatVector) C16.cast(a2)) : ((FloatVector) C16.cast(v784.mul(w1))).add((FloatVector) C16.cast(a2)));
                        FloatVector v1168 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1168));
                        a3 = (FMA ? v1168.fma(w1, (FloatVector) C16.cast(a3)) : ((FloatVector) C16.cast(v1168.mul(w1))).add((FloatVector) C16.cast(a3)));
                        FloatVector v1552 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1552));
                        a4 = (FMA ? v1552.fma(w1, (FloatVector) C16.cast(a4)) : ((FloatVector) C16.cast(v1552.mul(w1))).add((FloatVector) C16.cast(a4)));
                        FloatVector w2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + h * 80 + 32));
                        FloatVector v32 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 32));
                        a0 = (FMA ? v32.fma(w2, (FloatVector) C16.cast(a0)) : ((FloatVector) C16.cast(v32.mul(w2))).add((FloatVector) C16.cast(a0)));
                        FloatVector v416 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 416));
                        a1 = (FMA ? v416.fma(w2, (FloatVector) C16.cast(a1)) : ((FloatVector) C16.cast(v416.mul(w2))).add((FloatVector) C16.cast(a1)));
                        FloatVector v800 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 800));
                        a2 = (FMA ? v800.fma(w2, (FloatVector) C16.cast(a2)) : ((FloatVector) C16.cast(v800.mul(w2))).add((FloatVector) C16.cast(a2)));
                        FloatVector v1184 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1184));
                        a3 = (FMA ? v1184.fma(w2, (FloatVector) C16.cast(a3)) : ((FloatVector) C16.cast(v1184.mul(w2))).add((FloatVector) C16.cast(a3)));
                        FloatVector v1568 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1568));
                        a4 = (FMA ? v1568.fma(w2, (FloatVector) C16.cast(a4)) : ((FloatVector) C16.cast(v1568.mul(w2))).add((FloatVector) C16.cast(a4)));
                        FloatVector w3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + h * 80 + 48));
                        FloatVector v48 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 48));
                        a0 = (FMA ? v48.fma(w3, (FloatVector) C16.cast(a0)) : ((FloatVector) C16.cast(v48.mul(w3))).add((FloatVector) C16.cast(a0)));
                        FloatVector v432 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 432));
                        a1 = (FMA ? v432.fma(w3, (FloatVector) C16.cast(a1)) : ((FloatVector) C16.cast(v432.mul(w3))).add((FloatVector) C16.cast(a1)));
                        FloatVector v816 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 816));
                        a2 = (FMA ? v816.fma(w3, (FloatVector) C16.cast(a2)) : ((FloatVector) C16.cast(v816.mul(w3))).add((FloatVector) C16.cast(a2)));
                        FloatVector v1200 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1200));
                        a3 = (FMA ? v1200.fma(w3, (FloatVector) C16.cast(a3)) : ((FloatVector) C16.cast(v1200.mul(w3))).add((FloatVector) C16.cast(a3)));
                        FloatVector v1584 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1584));
                        a4 = (FMA ? v1584.fma(w3, (FloatVector) C16.cast(a4)) : ((FloatVector) C16.cast(v1584.mul(w3))).add((FloatVector) C16.cast(a4)));
                        FloatVector w4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + h * 80 + 64));
                        FloatVector v64 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 64));
                        a0 = (FMA ? v64.fma(w4, (FloatVector) C16.cast(a0)) : ((FloatVector) C16.cast(v64.mul(w4))).add((FloatVector) C16.cast(a0)));
                        FloatVector v448 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 448));
                        a1 = (FMA ? v448.fma(w4, (FloatVector) C16.cast(a1)) : ((FloatVector) C16.cast(v448.mul(w4))).add((FloatVector) C16.cast(a1)));
                        FloatVector v832 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 832));
                        a2 = (FMA ? v832.fma(w4, (FloatVector) C16.cast(a2)) : ((FloatVector) C16.cast(v832.mul(w4))).add((FloatVector) C16.cast(a2)));
                        FloatVector v1216 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1216));
                        a3 = (FMA ? v1216.fma(w4, (FloatVector) C16.cast(a3)) : ((FloatVector) C16.cast(v1216.mul(w4))).add((FloatVector) C16.cast(a3)));
                        FloatVector v1600 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + h * 384 + 1600));
                        a4 = (FMA ? v1600.fma(w4, (FloatVector) C16.cast(a4)) : ((FloatVector) C16.cast(v1600.mul(w4))).add((FloatVector) C16.cast(a4)));
                    }
                    ((FloatVector) C16.cast(a0)).intoArray(s, y + c);
                    ((FloatVector) C16.cast(a1)).intoArray(s, y + 320 + c);
                    ((FloatVector) C16.cast(a2)).intoArray(s, y + 640 + c);
                    ((FloatVector) C16.cast(a3)).intoArray(s, y + 960 + c);
                    ((FloatVector) C16.cast(a4)).intoArray(s, y + 1280 + c);
                }
            }
        }
    }
}
