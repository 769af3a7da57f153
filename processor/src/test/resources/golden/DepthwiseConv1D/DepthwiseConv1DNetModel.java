package golden;

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
 * The model {@link golden.DepthwiseConv1DNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class DepthwiseConv1DNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(DepthwiseConv1DNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final int SCRATCH = 96;

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

    private DepthwiseConv1DNetModel(Weights weights) {
        w = AlignedFloats.allocate(44);
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
     * Loads the class-path resource {@code DepthwiseConv1DNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DepthwiseConv1DNetModel load() {
        return loadResource("DepthwiseConv1DNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DepthwiseConv1DNetModel loadResource(String resource) {
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
    public static DepthwiseConv1DNetModel loadResource(String resource, Map<String, String> names) {
        return new DepthwiseConv1DNetModel(Weights.readResource(
                "DepthwiseConv1DNet", specs(), DepthwiseConv1DNetModel.class, name -> DepthwiseConv1DNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static DepthwiseConv1DNetModel load(Path file) throws IOException {
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
    public static DepthwiseConv1DNetModel load(Path file, Map<String, String> names) throws
            IOException {
        return new DepthwiseConv1DNetModel(Weights.read("DepthwiseConv1DNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static DepthwiseConv1DNetModel load(InputStream stream) throws IOException {
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
    public static DepthwiseConv1DNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new DepthwiseConv1DNetModel(Weights.read("DepthwiseConv1DNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DepthwiseConv1DNetModel load(Map<String, float[]> tensors) {
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
    public static DepthwiseConv1DNetModel load(Map<String, float[]> tensors,
            Map<String, String> names) {
        return new DepthwiseConv1DNetModel(Weights.of("DepthwiseConv1DNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [9, 4]}
     * @return {@code [9, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[36];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [9, 4]}
     * @param y gets {@code [9, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 36);
        Arguments.checkExact("y", y.length, 36);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [9, 4]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [9, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 36);
        Arguments.check("y", y.length, yAt, 36);
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
     * @param x {@code [9, 4]} for each sample
     * @return {@code [9, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 36);
        float[] y = new float[Arguments.elements("y", samples, 36)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [9, 4]} for each sample
     * @param y gets {@code [9, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 36);
        Arguments.check("y", y.length, 0, (long) samples * 36);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 36, y, sample * 36);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [9, 4]}
     * @return {@code [9, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[36];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [9, 4]}
     * @param y gets {@code [9, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 36);
        Arguments.checkExact("y", y.length, 36);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [9, 4]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [9, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 36);
        Arguments.check("y", y.length, yAt, 36);
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
     * @param x {@code [9, 4]} for each sample
     * @return {@code [9, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 36);
        float[] y = new float[Arguments.elements("y", samples, 36)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [9, 4]} for each sample
     * @param y gets {@code [9, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 36);
        Arguments.check("y", y.length, 0, (long) samples * 36);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 36, y, sample * 36);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [9, 4]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [9, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 36);
        Arguments.check("y", y.length, yAt, 36);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[36]);
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
        Arguments.checkExact("x", x.length, 36);
        Arguments.checkExact("y", y.length, 36);
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
        Arguments.checkExact("x", x.length, 36);
        Arguments.checkExact("y", y.length, 36);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.border(s, 16, 1, 36, 44, 4, 4, 0, 0);
        Copy.rows(x, xAt, 36, s, 16, 44, 1, 36);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.border(s, 16, 1, 36, 44, 4, 4, 0, 0);
        Copy.bytes(x, xAt, s, 16, 44, 1, 36);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 60, 36, y, yAt, 36, 1, 36);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 9, 4));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 9, 4));
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
        specs.add(TensorSpec.of("y/depthwise_kernel", 3, 4, 1));
        specs.add(TensorSpec.of("y/bias", 4));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("y", "conv 1x3 padding (0, 0, 1, 1) groups 4 y/depthwise_kernel[3, 4, 1] + y/bias[4] (x) : [9, 4]", 108L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"DepthwiseConv1DNet\"");
        lines.add("______________________________________________________________");
        lines.add(" Layer (type)          Output Shape   Param #   Multiply-adds");
        lines.add("==============================================================");
        lines.add(" x (InputLayer)        (None, 9, 4)         0               0");
        lines.add(" y (DepthwiseConv1D)   (None, 9, 4)        16             108");
        lines.add("==============================================================");
        lines.add("Total params: 16 (64.00 B)");
        lines.add("Trainable params: 16 (64.00 B)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 108");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  nothing");
        lines.add("");
        lines.add("Steps: 1");
        lines.add("Tiles:");
        lines.add("  y: 1x5 pixels x 1 vector (32 registers), 1x5 pixels x 1 vector (16 registers)");
        lines.add("Packed weights: 176 bytes");
        lines.add("Scratch memory: 384 bytes per prediction");
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
     * {@code y = conv 1x3 padding (0, 0, 1, 1) groups 4 y/depthwise_kernel[3, 4, 1] + y/bias[4] (x) : [9, 4]}
     */
    private void y(float[] s, Part part) {
        if (WIDE) {
            Wide.depthwise1x3_4_1x9(s, w, 12, 60, 28, 12, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.depthwise1x3_4_1x9(s, w, 12, 60, 28, 12, Part.WHOLE);
        } else {
            ScalarConvolution.depthwise(
                    s, 12, 44, 4, // reads: first, row, column
                    60, 36, 4, // writes
                    -1, 36, 4, // adds
                    w, 28, 12, // kernel, bias
                    1, 9, // pixels
                    1, 44, 3, 4, // window
                    4);
        }
    }

    private static void pack(Weights weights, float[] w) {
        loadY(weights, w);
    }

    private static void loadY(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("y/depthwise_kernel"), 3, 1, 4)
                .named("y")
                .groups(4)
                .bias(weights.get("y/bias"));
        float[] kernel = linear.kernel();
        Panels.copy(kernel, w, 28);
        Panels.repeat(linear.bias(), 1, w, 12);
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

        private static final StandIn depthwise1x3_4TileStandIn = StandIn.matrix(
                1, 5, 1, 1, // tile: rows, columns, vectors, sums in turn
                44, 4, 36, 4, 36, 4, // distances: reads, writes, adds
                1, 44, 3, 4, 4, // window
                4).depthwise();

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    depthwise1x3_4TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.depthwise1x3_4Tile(s, w, 12, 60, skip ? -StandIn.SKIPPED_ROUNDS : 28, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void depthwise1x3_4Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (depthwise1x3_4TileStandIn.isOver()) {
                Tiles.depthwise1x3_4Tile(s, w, x, y, k, b);
            } else {
                depthwise1x3_4TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise1x3_4_1x9(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int end = part.to(2);
            for (int i = part.from(2); i < end; i++) {
                int col = Math.min(i * 5, 4);
                depthwise1x3_4Tile(s, w, x + col * 4, y + col * 4, k, b);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void depthwise1x3_4Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 4; n += L4) {
                    int c = Math.min(n, 4 - L4);
                    FloatVector bias = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c));
                    FloatVector a0 = bias;
                    FloatVector a1 = bias;
                    FloatVector a2 = bias;
                    FloatVector a3 = bias;
                    FloatVector a4 = bias;
                    FloatVector w0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c));
                    FloatVector v0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c));
                    a0 = v0.fma(w0, (FloatVector) C4.cast(a0));
                    FloatVector v4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 4));
                    a1 = v4.fma(w0, (FloatVector) C4.cast(a1));
                    FloatVector v8 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 8));
                    a2 = v8.fma(w0, (FloatVector) C4.cast(a2));
                    FloatVector v12 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 12));
                    a3 = v12.fma(w0, (FloatVector) C4.cast(a3));
                    FloatVector v16 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 16));
                    a4 = v16.fma(w0, (FloatVector) C4.cast(a4));
                    FloatVector w1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 4));
                    a0 = v4.fma(w1, (FloatVector) C4.cast(a0));
                    a1 = v8.fma(w1, (FloatVector) C4.cast(a1));
                    a2 = v12.fma(w1, (FloatVector) C4.cast(a2));
                    a3 = v16.fma(w1, (FloatVector) C4.cast(a3));
                    FloatVector v20 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 20));
                    a4 = v20.fma(w1, (FloatVector) C4.cast(a4));
                    FloatVector w2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 8));
                    a0 = v8.fma(w2, (FloatVector) C4.cast(a0));
                    a1 = v12.fma(w2, (FloatVector) C4.cast(a1));
                    a2 = v16.fma(w2, (FloatVector) C4.cast(a2));
                    a3 = v20.fma(w2, (FloatVector) C4.cast(a3));
                    FloatVector v24 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 24));
                    a4 = v24.fma(w2, (FloatVector) C4.cast(a4));
                    ((FloatVector) C4.cast(a0)).intoArray(s, y + c);
                    ((FloatVector) C4.cast(a1)).intoArray(s, y + 4 + c);
                    ((FloatVector) C4.cast(a2)).intoArray(s, y + 8 + c);
                    ((FloatVector) C4.cast(a3)).intoArray(s, y + 12 + c);
                    ((FloatVector) C4.cast(a4)).intoArray(s, y + 16 + c);
                }
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L4 = Simd.lanes(4);

        private static final StandIn depthwise1x3_4TileStandIn = StandIn.matrix(
                1, 5, 1, 1, // tile: rows, columns, vectors, sums in turn
                44, 4, 36, 4, 36, 4, // distances: reads, writes, adds
                1, 44, 3, 4, 4, // window
                4).depthwise();

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    depthwise1x3_4TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.depthwise1x3_4Tile(s, w, 12, 60, skip ? -StandIn.SKIPPED_ROUNDS : 28, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void depthwise1x3_4Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (depthwise1x3_4TileStandIn.isOver()) {
                Tiles.depthwise1x3_4Tile(s, w, x, y, k, b);
            } else {
                depthwise1x3_4TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise1x3_4_1x9(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int end = part.to(2);
            for (int i = part.from(2); i < end; i++) {
                int col = Math.min(i * 5, 4);
                depthwise1x3_4Tile(s, w, x + col * 4, y + col * 4, k, b);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void depthwise1x3_4Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 4; n += L4) {
                    int c = Math.min(n, 4 - L4);
                    FloatVector bias = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c));
                    FloatVector a0 = bias;
                    FloatVector a1 = bias;
                    FloatVector a2 = bias;
                    FloatVector a3 = bias;
                    FloatVector a4 = bias;
                    FloatVector w0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c));
                    FloatVector v0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c));
                    a0 = (FMA ? v0.fma(w0, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v0.mul(w0))).add((FloatVector) C4.cast(a0)));
                    FloatVector v4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 4));
                    a1 = (FMA ? v4.fma(w0, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v4.mul(w0))).add((FloatVector) C4.cast(a1)));
                    FloatVector v8 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 8));
                    a2 = (FMA ? v8.fma(w0, (FloatVector) C4.cast(a2)) : ((FloatVector) C4.cast(v8.mul(w0))).add((FloatVector) C4.cast(a2)));
                    FloatVector v12 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 12));
                    a3 = (FMA ? v12.fma(w0, (FloatVector) C4.cast(a3)) : ((FloatVector) C4.cast(v12.mul(w0))).add((FloatVector) C4.cast(a3)));
                    FloatVector v16 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 16));
                    a4 = (FMA ? v16.fma(w0, (FloatVector) C4.cast(a4)) : ((FloatVector) C4.cast(v16.mul(w0))).add((FloatVector) C4.cast(a4)));
                    FloatVector w1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 4));
                    a0 = (FMA ? v4.fma(w1, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v4.mul(w1))).add((FloatVector) C4.cast(a0)));
                    a1 = (FMA ? v8.fma(w1, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v8.mul(w1))).add((FloatVector) C4.cast(a1)));
                    a2 = (FMA ? v12.fma(w1, (FloatVector) C4.cast(a2)) : ((FloatVector) C4.cast(v12.mul(w1))).add((FloatVector) C4.cast(a2)));
                    a3 = (FMA ? v16.fma(w1, (FloatVector) C4.cast(a3)) : ((FloatVector) C4.cast(v16.mul(w1))).add((FloatVector) C4.cast(a3)));
                    FloatVector v20 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 20));
                    a4 = (FMA ? v20.fma(w1, (FloatVector) C4.cast(a4)) : ((FloatVector) C4.cast(v20.mul(w1))).add((FloatVector) C4.cast(a4)));
                    FloatVector w2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 8));
                    a0 = (FMA ? v8.fma(w2, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v8.mul(w2))).add((FloatVector) C4.cast(a0)));
                    a1 = (FMA ? v12.fma(w2, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v12.mul(w2))).add((FloatVector) C4.cast(a1)));
                    a2 = (FMA ? v16.fma(w2, (FloatVector) C4.cast(a2)) : ((FloatVector) C4.cast(v16.mul(w2))).add((FloatVector) C4.cast(a2)));
                    a3 = (FMA ? v20.fma(w2, (FloatVector) C4.cast(a3)) : ((FloatVector) C4.cast(v20.mul(w2))).add((FloatVector) C4.cast(a3)));
                    FloatVector v24 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 24));
                    a4 = (FMA ? v24.fma(w2, (FloatVector) C4.cast(a4)) : ((FloatVector) C4.cast(v24.mul(w2))).add((FloatVector) C4.cast(a4)));
                    ((FloatVector) C4.cast(a0)).intoArray(s, y + c);
                    ((FloatVector) C4.cast(a1)).intoArray(s, y + 4 + c);
                    ((FloatVector) C4.cast(a2)).intoArray(s, y + 8 + c);
                    ((FloatVector) C4.cast(a3)).intoArray(s, y + 12 + c);
                    ((FloatVector) C4.cast(a4)).intoArray(s, y + 16 + c);
                }
            }
        }
    }
}
