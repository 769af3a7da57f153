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
 * The model {@link golden.Conv2DTransposeNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class Conv2DTransposeNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(Conv2DTransposeNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final boolean FUSED = VECTOR && Simd.MIN_MAX;

    private static final int SCRATCH = 343;

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

    private Conv2DTransposeNetModel(Weights weights) {
        w = AlignedFloats.allocate(172);
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
     * Loads the class-path resource {@code Conv2DTransposeNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static Conv2DTransposeNetModel load() {
        return loadResource("Conv2DTransposeNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static Conv2DTransposeNetModel loadResource(String resource) {
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
    public static Conv2DTransposeNetModel loadResource(String resource, Map<String, String> names) {
        return new Conv2DTransposeNetModel(Weights.readResource(
                "Conv2DTransposeNet", specs(), Conv2DTransposeNetModel.class, name -> Conv2DTransposeNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static Conv2DTransposeNetModel load(Path file) throws IOException {
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
    public static Conv2DTransposeNetModel load(Path file, Map<String, String> names) throws
            IOException {
        return new Conv2DTransposeNetModel(Weights.read("Conv2DTransposeNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static Conv2DTransposeNetModel load(InputStream stream) throws IOException {
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
    public static Conv2DTransposeNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new Conv2DTransposeNetModel(Weights.read("Conv2DTransposeNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static Conv2DTransposeNetModel load(Map<String, float[]> tensors) {
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
    public static Conv2DTransposeNetModel load(Map<String, float[]> tensors,
            Map<String, String> names) {
        return new Conv2DTransposeNetModel(Weights.of("Conv2DTransposeNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [4, 4, 3]}
     * @return {@code [8, 8, 4]}
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
     * @param x {@code [4, 4, 3]}
     * @param y gets {@code [8, 8, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 48);
        Arguments.checkExact("y", y.length, 256);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [4, 4, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [8, 8, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 48);
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
     * @param x {@code [4, 4, 3]} for each sample
     * @return {@code [8, 8, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 48);
        float[] y = new float[Arguments.elements("y", samples, 256)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [4, 4, 3]} for each sample
     * @param y gets {@code [8, 8, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or one would be written before it is read
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 48);
        Arguments.check("y", y.length, 0, (long) samples * 256);
        Arguments.checkApart("x", x, "y", y);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 48, y, sample * 256);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [4, 4, 3]}
     * @return {@code [8, 8, 4]}
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
     * @param x {@code [4, 4, 3]}
     * @param y gets {@code [8, 8, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 48);
        Arguments.checkExact("y", y.length, 256);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [4, 4, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [8, 8, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 48);
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
     * @param x {@code [4, 4, 3]} for each sample
     * @return {@code [8, 8, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 48);
        float[] y = new float[Arguments.elements("y", samples, 256)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [4, 4, 3]} for each sample
     * @param y gets {@code [8, 8, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 48);
        Arguments.check("y", y.length, 0, (long) samples * 256);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 48, y, sample * 256);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [4, 4, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [8, 8, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 48);
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
        Arguments.checkExact("x", x.length, 48);
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
        Arguments.checkExact("x", x.length, 48);
        Arguments.checkExact("y", y.length, 256);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.border(s, 286, 4, 12, 15, 3, 0, 1, 0);
        Copy.rows(x, xAt, 12, s, 286, 15, 4, 12);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.border(s, 286, 4, 12, 15, 3, 0, 1, 0);
        Copy.bytes(x, xAt, s, 286, 15, 4, 12);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 12, 32, y, yAt, 32, 8, 32);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 4, 4, 3));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 8, 8, 4));
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
        specs.add(TensorSpec.of("y/kernel", 3, 3, 4, 3));
        specs.add(TensorSpec.of("y/bias", 4));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("y", "transposed conv 3x3 strides 2x2 crop (0, 1, 0, 1) y/kernel[3, 3, 4, 3] + y/bias[4], relu (x) : [8, 8, 4]", 1728L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"Conv2DTransposeNet\"");
        lines.add("_________________________________________________________________");
        lines.add(" Layer (type)          Output Shape      Param #   Multiply-adds");
        lines.add("=================================================================");
        lines.add(" x (InputLayer)        (None, 4, 4, 3)         0               0");
        lines.add(" y (Conv2DTranspose)   (None, 8, 8, 4)       112           1,728");
        lines.add("=================================================================");
        lines.add("Total params: 112 (448.00 B)");
        lines.add("Trainable params: 112 (448.00 B)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 1,728");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  y: one step with y, relu");
        lines.add("");
        lines.add("Steps: 1");
        lines.add("Tiles:");
        lines.add("  y: 4x4 pixels x 1 vector (32 registers), 2x4 pixels x 1 vector (16 registers); 4x4 pixels x 1 vector (32 registers), 1x4 pixels x 1 vector (16 registers)");
        lines.add("Packed weights: 688 bytes");
        lines.add("Scratch memory: 1,372 bytes per prediction");
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
     * {@code y = transposed conv 3x3 strides 2x2 crop (0, 1, 0, 1) y/kernel[3, 3, 4, 3] + y/bias[4], relu (x) : [8, 8, 4]}
     */
    private void y(float[] s, Part part) {
        if (WIDE) {
            Wide.transposed2x2_3to4_relu_4x4(s, w, 268, 12, 44, 12, Part.WHOLE);
            Wide.transposed2x1_3to4_relu_4x4(s, w, 271, 16, 92, 12, Part.WHOLE);
            Wide.transposed1x2_3to4_relu_4x4(s, w, 283, 44, 124, 12, Part.WHOLE);
            Wide.transposed1x1_3to4_relu_4x4(s, w, 286, 48, 156, 12, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.transposed2x2_3to4_relu_4x4(s, w, 268, 12, 44, 12, Part.WHOLE);
            Narrow.transposed2x1_3to4_relu_4x4(s, w, 271, 16, 92, 12, Part.WHOLE);
            Narrow.transposed1x2_3to4_relu_4x4(s, w, 283, 44, 124, 12, Part.WHOLE);
            Narrow.transposed1x1_3to4_relu_4x4(s, w, 286, 48, 156, 12, Part.WHOLE);
            if (!FUSED) {
                Activations.relu(s, 12, s, 12, 256, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
            }
        } else {
            ScalarConvolution.apply(
                    s, 268, 15, 3, // reads: first, row, column
                    12, 64, 8, // writes
                    -1, 64, 8, // adds
                    w, 44, 48, 12, // kernel, a group of it, bias
                    4, 4, // pixels
                    2, 15, 1, 0, 6, // window
                    1, 3, 4);
            ScalarConvolution.apply(
                    s, 271, 15, 3, // reads: first, row, column
                    16, 64, 8, // writes
                    -1, 64, 8, // adds
                    w, 92, 24, 12, // kernel, a group of it, bias
                    4, 4, // pixels
                    2, 15, 1, 0, 3, // window
                    1, 3, 4);
            ScalarConvolution.apply(
                    s, 283, 15, 3, // reads: first, row, column
                    44, 64, 8, // writes
                    -1, 64, 8, // adds
                    w, 124, 24, 12, // kernel, a group of it, bias
                    4, 4, // pixels
                    1, 0, 1, 0, 6, // window
                    1, 3, 4);
            ScalarConvolution.apply(
                    s, 286, 15, 3, // reads: first, row, column
                    48, 64, 8, // writes
                    -1, 64, 8, // adds
                    w, 156, 12, 12, // kernel, a group of it, bias
                    4, 4, // pixels
                    1, 0, 1, 0, 3, // window
                    1, 3, 4);
            Activations.relu(s, 12, s, 12, 256, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
        }
    }

    private static void pack(Weights weights, float[] w) {
        loadY(weights, w);
    }

    private static void loadY(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.transposed(weights.get("y/kernel"), 9, 4, 3)
                .named("y")
                .bias(weights.get("y/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 3, new int[] {2, -2, 2}, new int[] {2, -2, 2}, 1, 3, 4, vectors(1, 1), w, 44, 48);
        Panels.pack(kernel, 3, new int[] {2, -2, 2}, new int[] {1, -1, 1}, 1, 3, 4, vectors(1, 1), w, 92, 24);
        Panels.pack(kernel, 3, new int[] {1, -1, 1}, new int[] {2, -2, 2}, 1, 3, 4, vectors(1, 1), w, 124, 24);
        Panels.pack(kernel, 3, new int[] {1, -1, 1}, new int[] {1, -1, 1}, 1, 3, 4, vectors(1, 1), w, 156, 12);
        Panels.repeat(linear.bias(), 6, w, 12);
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

        private static final StandIn transposed2x2_3to4_reluTileStandIn = StandIn.matrix(
                4, 4, 1, 1, // tile: rows, columns, vectors, sums in turn
                15, 3, 64, 8, 64, 8, // distances: reads, writes, adds
                2, 15, 1, 0, 6, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn transposed2x1_3to4_reluTileStandIn = StandIn.matrix(
                4, 4, 1, 1, // tile: rows, columns, vectors, sums in turn
                15, 3, 64, 8, 64, 8, // distances: reads, writes, adds
                2, 15, 1, 0, 3, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn transposed1x2_3to4_reluTileStandIn = StandIn.matrix(
                4, 4, 1, 1, // tile: rows, columns, vectors, sums in turn
                15, 3, 64, 8, 64, 8, // distances: reads, writes, adds
                1, 0, 1, 0, 6, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn transposed1x1_3to4_reluTileStandIn = StandIn.matrix(
                4, 4, 1, 1, // tile: rows, columns, vectors, sums in turn
                15, 3, 64, 8, 64, 8, // distances: reads, writes, adds
                1, 0, 1, 0, 3, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    transposed2x2_3to4_reluTileStandIn,
                    transposed2x1_3to4_reluTileStandIn,
                    transposed1x2_3to4_reluTileStandIn,
                    transposed1x1_3to4_reluTileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.transposed2x2_3to4_reluTile(s, w, 268, 12, skip ? -StandIn.SKIPPED_ROUNDS : 44, 12);
                    break;
                case 1:
                    Tiles.transposed2x1_3to4_reluTile(s, w, 271, 16, skip ? -StandIn.SKIPPED_ROUNDS : 92, 12);
                    break;
                case 2:
                    Tiles.transposed1x2_3to4_reluTile(s, w, 283, 44, skip ? -StandIn.SKIPPED_ROUNDS : 124, 12);
                    break;
                case 3:
                    Tiles.transposed1x1_3to4_reluTile(s, w, 286, 48, skip ? -StandIn.SKIPPED_ROUNDS : 156, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void transposed2x2_3to4_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed2x2_3to4_reluTileStandIn.isOver()) {
                Tiles.transposed2x2_3to4_reluTile(s, w, x, y, k, b);
            } else {
                transposed2x2_3to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed2x2_3to4_relu_4x4(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                transposed2x2_3to4_reluTile(s, w, x, y + c, k + p * 12 * L4, b + c);
            }
        }

        private static void transposed2x1_3to4_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed2x1_3to4_reluTileStandIn.isOver()) {
                Tiles.transposed2x1_3to4_reluTile(s, w, x, y, k, b);
            } else {
                transposed2x1_3to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed2x1_3to4_relu_4x4(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                transposed2x1_3to4_reluTile(s, w, x, y + c, k + p * 6 * L4, b + c);
            }
        }

        private static void transposed1x2_3to4_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed1x2_3to4_reluTileStandIn.isOver()) {
                Tiles.transposed1x2_3to4_reluTile(s, w, x, y, k, b);
            } else {
                transposed1x2_3to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed1x2_3to4_relu_4x4(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                transposed1x2_3to4_reluTile(s, w, x, y + c, k + p * 6 * L4, b + c);
            }
        }

        private static void transposed1x1_3to4_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed1x1_3to4_reluTileStandIn.isOver()) {
                Tiles.transposed1x1_3to4_reluTile(s, w, x, y, k, b);
            } else {
                transposed1x1_3to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed1x1_3to4_relu_4x4(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                transposed1x1_3to4_reluTile(s, w, x, y + c, k + p * 3 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void transposed2x2_3to4_reluTile(float[] s, float[] w, int x, int y,
                    int k, int b) {
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
                FloatVector a12_0 = bias0;
                FloatVector a13_0 = bias0;
                FloatVector a14_0 = bias0;
                FloatVector a15_0 = bias0;
                for (int i = x; i < x + 30; i += 15) {
                    for (int l = 0; l < 6; l++) {
                        int n = i + l;
                        int q = k + l * L4;
                        FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                        FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                        a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                        FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                        a1_0 = v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0));
                        FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 6]));
                        a2_0 = v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0));
                        FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 9]));
                        a3_0 = v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0));
                        FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 15]));
                        a4_0 = v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0));
                        FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 18]));
                        a5_0 = v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0));
                        FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 21]));
                        a6_0 = v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0));
                        FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                        a7_0 = v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0));
                        FloatVector v0_8 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 30]));
                        a8_0 = v0_8.fma(w0_0, (FloatVector) C4.cast(a8_0));
                        FloatVector v0_9 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 33]));
                        a9_0 = v0_9.fma(w0_0, (FloatVector) C4.cast(a9_0));
                        FloatVector v0_10 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 36]));
                        a10_0 = v0_10.fma(w0_0, (FloatVector) C4.cast(a10_0));
                        FloatVector v0_11 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 39]));
                        a11_0 = v0_11.fma(w0_0, (FloatVector) C4.cast(a11_0));
                        FloatVector v0_12 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 45]));
                        a12_0 = v0_12.fma(w0_0, (FloatVector) C4.cast(a12_0));
                        FloatVector v0_13 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 48]));
                        a13_0 = v0_13.fma(w0_0, (FloatVector) C4.cast(a13_0));
                        FloatVector v0_14 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 51]));
                        a14_0 = v0_14.fma(w0_0, (FloatVector) C4.cast(a14_0));
                        FloatVector v0_15 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 54]));
                        a15_0 = v0_15.fma(w0_0, (FloatVector) C4.cast(a15_0));
                    }
                    k += 6 * L4;
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))).intoArray(s, y + 8);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))).intoArray(s, y + 16);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))).intoArray(s, y + 24);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))).intoArray(s, y + 64);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))).intoArray(s, y + 72);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))).intoArray(s, y + 80);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))).intoArray(s, y + 88);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a8_0))))).intoArray(s, y + 128);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a9_0))))).intoArray(s, y + 136);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a10_0))))).intoArray(s, y + 144);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a11_0))))).intoArray(s, y + 152);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a12_0))))).intoArray(s, y + 192);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a13_0))))).intoArray(s, y + 200);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a14_0))))).intoArray(s, y + 208);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a15_0))))).intoArray(s, y + 216);
            }

            private static void transposed2x1_3to4_reluTile(float[] s, float[] w, int x, int y,
                    int k, int b) {
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
                FloatVector a12_0 = bias0;
                FloatVector a13_0 = bias0;
                FloatVector a14_0 = bias0;
                FloatVector a15_0 = bias0;
                for (int i = x; i < x + 30; i += 15) {
                    for (int l = 0; l < 3; l++) {
                        int n = i + l;
                        int q = k + l * L4;
                        FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                        FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                        a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                        FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                        a1_0 = v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0));
                        FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 6]));
                        a2_0 = v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0));
                        FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 9]));
                        a3_0 = v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0));
                        FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 15]));
                        a4_0 = v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0));
                        FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 18]));
                        a5_0 = v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0));
                        FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 21]));
                        a6_0 = v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0));
                        FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                        a7_0 = v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0));
                        FloatVector v0_8 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 30]));
                        a8_0 = v0_8.fma(w0_0, (FloatVector) C4.cast(a8_0));
                        FloatVector v0_9 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 33]));
                        a9_0 = v0_9.fma(w0_0, (FloatVector) C4.cast(a9_0));
                        FloatVector v0_10 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 36]));
                        a10_0 = v0_10.fma(w0_0, (FloatVector) C4.cast(a10_0));
                        FloatVector v0_11 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 39]));
                        a11_0 = v0_11.fma(w0_0, (FloatVector) C4.cast(a11_0));
                        FloatVector v0_12 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 45]));
                        a12_0 = v0_12.fma(w0_0, (FloatVector) C4.cast(a12_0));
                        FloatVector v0_13 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 48]));
                        a13_0 = v0_13.fma(w0_0, (FloatVector) C4.cast(a13_0));
                        FloatVector v0_14 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 51]));
                        a14_0 = v0_14.fma(w0_0, (FloatVector) C4.cast(a14_0));
                        FloatVector v0_15 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 54]));
                        a15_0 = v0_15.fma(w0_0, (FloatVector) C4.cast(a15_0));
                    }
                    k += 3 * L4;
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))).intoArray(s, y + 8);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))).intoArray(s, y + 16);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))).intoArray(s, y + 24);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))).intoArray(s, y + 64);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))).intoArray(s, y + 72);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))).intoArray(s, y + 80);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))).intoArray(s, y + 88);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a8_0))))).intoArray(s, y + 128);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a9_0))))).intoArray(s, y + 136);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a10_0))))).intoArray(s, y + 144);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a11_0))))).intoArray(s, y + 152);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a12_0))))).intoArray(s, y + 192);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a13_0))))).intoArray(s, y + 200);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a14_0))))).intoArray(s, y + 208);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a15_0))))).intoArray(s, y + 216);
            }

            private static void transposed1x2_3to4_reluTile(float[] s, float[] w, int x, int y,
                    int k, int b) {
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
                FloatVector a12_0 = bias0;
                FloatVector a13_0 = bias0;
                FloatVector a14_0 = bias0;
                FloatVector a15_0 = bias0;
                for (int l = 0; l < 6; l++) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 6]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 9]));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 15]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 18]));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 21]));
                    a6_0 = v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0));
                    FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                    a7_0 = v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0));
                    FloatVector v0_8 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 30]));
                    a8_0 = v0_8.fma(w0_0, (FloatVector) C4.cast(a8_0));
                    FloatVector v0_9 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 33]));
                    a9_0 = v0_9.fma(w0_0, (FloatVector) C4.cast(a9_0));
                    FloatVector v0_10 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 36]));
                    a10_0 = v0_10.fma(w0_0, (FloatVector) C4.cast(a10_0));
                    FloatVector v0_11 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 39]));
                    a11_0 = v0_11.fma(w0_0, (FloatVector) C4.cast(a11_0));
                    FloatVector v0_12 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 45]));
                    a12_0 = v0_12.fma(w0_0, (FloatVector) C4.cast(a12_0));
                    FloatVector v0_13 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 48]));
                    a13_0 = v0_13.fma(w0_0, (FloatVector) C4.cast(a13_0));
                    FloatVector v0_14 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 51]));
                    a14_0 = v0_14.fma(w0_0, (FloatVector) C4.cast(a14_0));
                    FloatVector v0_15 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 54]));
                    a15_0 = v0_15.fma(w0_0, (FloatVector) C4.cast(a15_0));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))).intoArray(s, y + 8);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))).intoArray(s, y + 16);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))).intoArray(s, y + 24);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))).intoArray(s, y + 64);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))).intoArray(s, y + 72);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))).intoArray(s, y + 80);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))).intoArray(s, y + 88);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a8_0))))).intoArray(s, y + 128);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a9_0))))).intoArray(s, y + 136);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a10_0))))).intoArray(s, y + 144);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a11_0))))).intoArray(s, y + 152);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a12_0))))).intoArray(s, y + 192);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a13_0))))).intoArray(s, y + 200);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a14_0))))).intoArray(s, y + 208);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a15_0))))).intoArray(s, y + 216);
            }

            private static void transposed1x1_3to4_reluTile(float[] s, float[] w, int x, int y,
                    int k, int b) {
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
                FloatVector a12_0 = bias0;
                FloatVector a13_0 = bias0;
                FloatVector a14_0 = bias0;
                FloatVector a15_0 = bias0;
                for (int l = 0; l < 3; l++) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 6]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 9]));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 15]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 18]));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 21]));
                    a6_0 = v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0));
                    FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                    a7_0 = v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0));
                    FloatVector v0_8 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 30]));
                    a8_0 = v0_8.fma(w0_0, (FloatVector) C4.cast(a8_0));
                    FloatVector v0_9 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 33]));
                    a9_0 = v0_9.fma(w0_0, (FloatVector) C4.cast(a9_0));
                    FloatVector v0_10 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 36]));
                    a10_0 = v0_10.fma(w0_0, (FloatVector) C4.cast(a10_0));
                    FloatVector v0_11 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 39]));
                    a11_0 = v0_11.fma(w0_0, (FloatVector) C4.cast(a11_0));
                    FloatVector v0_12 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 45]));
                    a12_0 = v0_12.fma(w0_0, (FloatVector) C4.cast(a12_0));
                    FloatVector v0_13 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 48]));
                    a13_0 = v0_13.fma(w0_0, (FloatVector) C4.cast(a13_0));
                    FloatVector v0_14 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 51]));
                    a14_0 = v0_14.fma(w0_0, (FloatVector) C4.cast(a14_0));
                    FloatVector v0_15 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 54]));
                    a15_0 = v0_15.fma(w0_0, (FloatVector) C4.cast(a15_0));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))).intoArray(s, y + 8);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))).intoArray(s, y + 16);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))).intoArray(s, y + 24);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))).intoArray(s, y + 64);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))).intoArray(s, y + 72);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))).intoArray(s, y + 80);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))).intoArray(s, y + 88);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a8_0))))).intoArray(s, y + 128);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a9_0))))).intoArray(s, y + 136);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a10_0))))).intoArray(s, y + 144);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a11_0))))).intoArray(s, y + 152);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a12_0))))).intoArray(s, y + 192);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a13_0))))).intoArray(s, y + 200);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a14_0))))).intoArray(s, y + 208);
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a15_0))))).intoArray(s, y + 216);
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L4 = Simd.lanes(4);

        private static final StandIn transposed2x2_3to4_reluTileStandIn = StandIn.matrix(
                2, 4, 1, 1, // tile: rows, columns, vectors, sums in turn
                15, 3, 64, 8, 64, 8, // distances: reads, writes, adds
                2, 15, 1, 0, 6, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn transposed2x1_3to4_reluTileStandIn = StandIn.matrix(
                1, 4, 1, 1, // tile: rows, columns, vectors, sums in turn
                15, 3, 64, 8, 64, 8, // distances: reads, writes, adds
                2, 15, 1, 0, 3, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn transposed1x2_3to4_reluTileStandIn = StandIn.matrix(
                2, 4, 1, 1, // tile: rows, columns, vectors, sums in turn
                15, 3, 64, 8, 64, 8, // distances: reads, writes, adds
                1, 0, 1, 0, 6, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn transposed1x1_3to4_reluTileStandIn = StandIn.matrix(
                1, 4, 1, 1, // tile: rows, columns, vectors, sums in turn
                15, 3, 64, 8, 64, 8, // distances: reads, writes, adds
                1, 0, 1, 0, 3, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    transposed2x2_3to4_reluTileStandIn,
                    transposed2x1_3to4_reluTileStandIn,
                    transposed1x2_3to4_reluTileStandIn,
                    transposed1x1_3to4_reluTileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.transposed2x2_3to4_reluTile(s, w, 268, 12, skip ? -StandIn.SKIPPED_ROUNDS : 44, 12);
                    break;
                case 1:
                    Tiles.transposed2x1_3to4_reluTile(s, w, 271, 16, skip ? -StandIn.SKIPPED_ROUNDS : 92, 12);
                    break;
                case 2:
                    Tiles.transposed1x2_3to4_reluTile(s, w, 283, 44, skip ? -StandIn.SKIPPED_ROUNDS : 124, 12);
                    break;
                case 3:
                    Tiles.transposed1x1_3to4_reluTile(s, w, 286, 48, skip ? -StandIn.SKIPPED_ROUNDS : 156, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void transposed2x2_3to4_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed2x2_3to4_reluTileStandIn.isOver()) {
                Tiles.transposed2x2_3to4_reluTile(s, w, x, y, k, b);
            } else {
                transposed2x2_3to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed2x2_3to4_relu_4x4(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels * 2);
            for (int n = part.from(panels * 2); n < end; n++) {
                int p = n / 2;
                int i = n % 2;
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                int row = i * 2;
                transposed2x2_3to4_reluTile(s, w, x + row * 15, y + row * 64 + c, k + p * 12 * L4, b + c);
            }
        }

        private static void transposed2x1_3to4_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed2x1_3to4_reluTileStandIn.isOver()) {
                Tiles.transposed2x1_3to4_reluTile(s, w, x, y, k, b);
            } else {
                transposed2x1_3to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed2x1_3to4_relu_4x4(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels * 4);
            for (int n = part.from(panels * 4); n < end; n++) {
                int p = n / 4;
                int i = n % 4;
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                int row = i;
                transposed2x1_3to4_reluTile(s, w, x + row * 15, y + row * 64 + c, k + p * 6 * L4, b + c);
            }
        }

        private static void transposed1x2_3to4_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed1x2_3to4_reluTileStandIn.isOver()) {
                Tiles.transposed1x2_3to4_reluTile(s, w, x, y, k, b);
            } else {
                transposed1x2_3to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed1x2_3to4_relu_4x4(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels * 2);
            for (int n = part.from(panels * 2); n < end; n++) {
                int p = n / 2;
                int i = n % 2;
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                int row = i * 2;
                transposed1x2_3to4_reluTile(s, w, x + row * 15, y + row * 64 + c, k + p * 6 * L4, b + c);
            }
        }

        private static void transposed1x1_3to4_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed1x1_3to4_reluTileStandIn.isOver()) {
                Tiles.transposed1x1_3to4_reluTile(s, w, x, y, k, b);
            } else {
                transposed1x1_3to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed1x1_3to4_relu_4x4(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels * 4);
            for (int n = part.from(panels * 4); n < end; n++) {
                int p = n / 4;
                int i = n % 4;
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                int row = i;
                transposed1x1_3to4_reluTile(s, w, x + row * 15, y + row * 64 + c, k + p * 3 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void transposed2x2_3to4_reluTile(float[] s, float[] w, int x, int y,
                    int k, int b) {
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
                for (int i = x; i < x + 30; i += 15) {
                    for (int l = 0; l < 6; l++) {
                        int n = i + l;
                        int q = k + l * L4;
                        FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                        FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                        a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                        FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                        a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v0_1.mul(w0_0))).add((FloatVector) C4.cast(a1_0)));
                        FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 6]));
                        a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v0_2.mul(w0_0))).add((FloatVector) C4.cast(a2_0)));
                        FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 9]));
                        a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v0_3.mul(w0_0))).add((FloatVector) C4.cast(a3_0)));
                        FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 15]));
                        a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v0_4.mul(w0_0))).add((FloatVector) C4.cast(a4_0)));
                        FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 18]));
                        a5_0 = (FMA ? v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0)) : ((FloatVector) C4.cast(v0_5.mul(w0_0))).add((FloatVector) C4.cast(a5_0)));
                        FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 21]));
                        a6_0 = (FMA ? v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0)) : ((FloatVector) C4.cast(v0_6.mul(w0_0))).add((FloatVector) C4.cast(a6_0)));
                        FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                        a7_0 = (FMA ? v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0)) : ((FloatVector) C4.cast(v0_7.mul(w0_0))).add((FloatVector) C4.cast(a7_0)));
                    }
                    k += 6 * L4;
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))) : ((FloatVector) C4.cast(a0_0))).intoArray(s, y);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))) : ((FloatVector) C4.cast(a1_0))).intoArray(s, y + 8);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))) : ((FloatVector) C4.cast(a2_0))).intoArray(s, y + 16);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))) : ((FloatVector) C4.cast(a3_0))).intoArray(s, y + 24);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))) : ((FloatVector) C4.cast(a4_0))).intoArray(s, y + 64);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))) : ((FloatVector) C4.cast(a5_0))).intoArray(s, y + 72);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))) : ((FloatVector) C4.cast(a6_0))).intoArray(s, y + 80);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))) : ((FloatVector) C4.cast(a7_0))).intoArray(s, y + 88);
            }

            private static void transposed2x1_3to4_reluTile(float[] s, float[] w, int x, int y,
                    int k, int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 4));
                FloatVector a2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 8));
                FloatVector a3_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 12));
                for (int i = x; i < x + 30; i += 15) {
                    for (int l = 0; l < 3; l++) {
                        int n = i + l;
                        int q = k + l * L4;
                        FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                        FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                        a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                        FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                        a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v0_1.mul(w0_0))).add((FloatVector) C4.cast(a1_0)));
                        FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 6]));
                        a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v0_2.mul(w0_0))).add((FloatVector) C4.cast(a2_0)));
                        FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 9]));
                        a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v0_3.mul(w0_0))).add((FloatVector) C4.cast(a3_0)));
                    }
                    k += 3 * L4;
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))) : ((FloatVector) C4.cast(a0_0))).intoArray(s, y);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))) : ((FloatVector) C4.cast(a1_0))).intoArray(s, y + 8);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))) : ((FloatVector) C4.cast(a2_0))).intoArray(s, y + 16);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))) : ((FloatVector) C4.cast(a3_0))).intoArray(s, y + 24);
            }

            private static void transposed1x2_3to4_reluTile(float[] s, float[] w, int x, int y,
                    int k, int b) {
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
                for (int l = 0; l < 6; l++) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v0_1.mul(w0_0))).add((FloatVector) C4.cast(a1_0)));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 6]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v0_2.mul(w0_0))).add((FloatVector) C4.cast(a2_0)));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 9]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v0_3.mul(w0_0))).add((FloatVector) C4.cast(a3_0)));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 15]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v0_4.mul(w0_0))).add((FloatVector) C4.cast(a4_0)));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 18]));
                    a5_0 = (FMA ? v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0)) : ((FloatVector) C4.cast(v0_5.mul(w0_0))).add((FloatVector) C4.cast(a5_0)));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 21]));
                    a6_0 = (FMA ? v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0)) : ((FloatVector) C4.cast(v0_6.mul(w0_0))).add((FloatVector) C4.cast(a6_0)));
                    FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 24]));
                    a7_0 = (FMA ? v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0)) : ((FloatVector) C4.cast(v0_7.mul(w0_0))).add((FloatVector) C4.cast(a7_0)));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))) : ((FloatVector) C4.cast(a0_0))).intoArray(s, y);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))) : ((FloatVector) C4.cast(a1_0))).intoArray(s, y + 8);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))) : ((FloatVector) C4.cast(a2_0))).intoArray(s, y + 16);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))) : ((FloatVector) C4.cast(a3_0))).intoArray(s, y + 24);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a4_0))))) : ((FloatVector) C4.cast(a4_0))).intoArray(s, y + 64);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a5_0))))) : ((FloatVector) C4.cast(a5_0))).intoArray(s, y + 72);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a6_0))))) : ((FloatVector) C4.cast(a6_0))).intoArray(s, y + 80);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a7_0))))) : ((FloatVector) C4.cast(a7_0))).intoArray(s, y + 88);
            }

            private static void transposed1x1_3to4_reluTile(float[] s, float[] w, int x, int y,
                    int k, int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 4));
                FloatVector a2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 8));
                FloatVector a3_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 12));
                for (int l = 0; l < 3; l++) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v0_1.mul(w0_0))).add((FloatVector) C4.cast(a1_0)));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 6]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v0_2.mul(w0_0))).add((FloatVector) C4.cast(a2_0)));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 9]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v0_3.mul(w0_0))).add((FloatVector) C4.cast(a3_0)));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))) : ((FloatVector) C4.cast(a0_0))).intoArray(s, y);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1_0))))) : ((FloatVector) C4.cast(a1_0))).intoArray(s, y + 8);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a2_0))))) : ((FloatVector) C4.cast(a2_0))).intoArray(s, y + 16);
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a3_0))))) : ((FloatVector) C4.cast(a3_0))).intoArray(s, y + 24);
            }
        }
    }
}
