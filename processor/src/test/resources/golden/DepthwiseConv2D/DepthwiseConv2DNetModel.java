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
 * The model {@link golden.DepthwiseConv2DNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class DepthwiseConv2DNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(DepthwiseConv2DNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final boolean FUSED = VECTOR && Simd.MIN_MAX;

    private static final int SCRATCH = 172;

    private static final int AREA = 0;

    /**
     * All weights, folded and packed in the order in which the kernels read them.
     */
    private final float[] w;

    private final ScratchPool scratch = new ScratchPool(SCRATCH);

    /**
     * What a prediction runs, in order.
     */
    private final Step[] steps = new Step[2];

    /**
     * Which of the steps the threads of a team divide among themselves.
     */
    private final boolean[] divided = new boolean[2];

    private DepthwiseConv2DNetModel(Weights weights) {
        w = AlignedFloats.allocate(156);
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
     * Loads the class-path resource {@code DepthwiseConv2DNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DepthwiseConv2DNetModel load() {
        return loadResource("DepthwiseConv2DNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DepthwiseConv2DNetModel loadResource(String resource) {
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
    public static DepthwiseConv2DNetModel loadResource(String resource, Map<String, String> names) {
        return new DepthwiseConv2DNetModel(Weights.readResource(
                "DepthwiseConv2DNet", specs(), DepthwiseConv2DNetModel.class, name -> DepthwiseConv2DNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static DepthwiseConv2DNetModel load(Path file) throws IOException {
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
    public static DepthwiseConv2DNetModel load(Path file, Map<String, String> names) throws
            IOException {
        return new DepthwiseConv2DNetModel(Weights.read("DepthwiseConv2DNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static DepthwiseConv2DNetModel load(InputStream stream) throws IOException {
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
    public static DepthwiseConv2DNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new DepthwiseConv2DNetModel(Weights.read("DepthwiseConv2DNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DepthwiseConv2DNetModel load(Map<String, float[]> tensors) {
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
    public static DepthwiseConv2DNetModel load(Map<String, float[]> tensors,
            Map<String, String> names) {
        return new DepthwiseConv2DNetModel(Weights.of("DepthwiseConv2DNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [6, 6, 4]}
     * @return {@code [1, 1, 8]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[8];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [6, 6, 4]}
     * @param y gets {@code [1, 1, 8]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 144);
        Arguments.checkExact("y", y.length, 8);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [6, 6, 4]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [1, 1, 8]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 144);
        Arguments.check("y", y.length, yAt, 8);
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
     * @param x {@code [6, 6, 4]} for each sample
     * @return {@code [1, 1, 8]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 144);
        float[] y = new float[Arguments.elements("y", samples, 8)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6, 6, 4]} for each sample
     * @param y gets {@code [1, 1, 8]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 144);
        Arguments.check("y", y.length, 0, (long) samples * 8);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 144, y, sample * 8);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [6, 6, 4]}
     * @return {@code [1, 1, 8]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[8];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [6, 6, 4]}
     * @param y gets {@code [1, 1, 8]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 144);
        Arguments.checkExact("y", y.length, 8);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [6, 6, 4]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [1, 1, 8]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 144);
        Arguments.check("y", y.length, yAt, 8);
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
     * @param x {@code [6, 6, 4]} for each sample
     * @return {@code [1, 1, 8]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 144);
        float[] y = new float[Arguments.elements("y", samples, 8)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6, 6, 4]} for each sample
     * @param y gets {@code [1, 1, 8]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 144);
        Arguments.check("y", y.length, 0, (long) samples * 8);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 144, y, sample * 8);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [6, 6, 4]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [1, 1, 8]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 144);
        Arguments.check("y", y.length, yAt, 8);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[8]);
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
        Arguments.checkExact("x", x.length, 144);
        Arguments.checkExact("y", y.length, 8);
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
        Arguments.checkExact("x", x.length, 144);
        Arguments.checkExact("y", y.length, 8);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.rows(x, xAt, 24, s, 12, 24, 6, 24);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.bytes(x, xAt, s, 12, 24, 6, 24);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 12, 8, y, yAt, 8, 1, 8);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 6, 6, 4));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 1, 1, 8));
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
        specs.add(TensorSpec.of("strided/depthwise_kernel", 3, 3, 4, 1));
        specs.add(TensorSpec.of("strided/bias", 4));
        specs.add(TensorSpec.of("y/depthwise_kernel", 2, 2, 4, 2));
        specs.add(TensorSpec.of("y/bias", 8));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("strided", "conv 3x3 strides 2x2 groups 4 strided/depthwise_kernel[3, 3, 4, 1] + strided/bias[4], relu(0.0, 6.0, 0.0) (x) : [2, 2, 4]", 144L));
        stepSpecs.add(new StepSpec("y", "conv 2x2 groups 4 y/depthwise_kernel[2, 2, 4, 2] + y/bias[8] (strided) : [1, 1, 8]", 32L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"DepthwiseConv2DNet\"");
        lines.add("_______________________________________________________________________");
        lines.add(" Layer (type)                Output Shape      Param #   Multiply-adds");
        lines.add("=======================================================================");
        lines.add(" x (InputLayer)              (None, 6, 6, 4)         0               0");
        lines.add(" strided (DepthwiseConv2D)   (None, 2, 2, 4)        40             144");
        lines.add(" y (DepthwiseConv2D)         (None, 1, 1, 8)        40              32");
        lines.add("=======================================================================");
        lines.add("Total params: 80 (320.00 B)");
        lines.add("Trainable params: 80 (320.00 B)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 176");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  strided: one step with strided, relu(0.0, 6.0, 0.0)");
        lines.add("");
        lines.add("Steps: 2");
        lines.add("Tiles:");
        lines.add("  strided: 2x1 pixels x 1 vector (32 registers), 2x1 pixels x 1 vector (16 registers)");
        lines.add("  y: without vectors");
        lines.add("Packed weights: 624 bytes");
        lines.add("Scratch memory: 688 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::strided;
        steps[1] = this::y;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code strided = conv 3x3 strides 2x2 groups 4 strided/depthwise_kernel[3, 3, 4, 1] + strided/bias[4], relu(0.0, 6.0, 0.0) (x) : [2, 2, 4]}
     */
    private void strided(float[] s, Part part) {
        if (WIDE) {
            Wide.depthwise3x3_4_relu6_2x2(s, w, 12, 156, 28, 12, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.depthwise3x3_4_relu6_2x2(s, w, 12, 156, 28, 12, Part.WHOLE);
            if (!FUSED) {
                Activations.relu(s, 156, s, 156, 16, 0.0f, 6.0f, 0.0f);
            }
        } else {
            ScalarConvolution.depthwise(
                    s, 12, 48, 8, // reads: first, row, column
                    156, 8, 4, // writes
                    -1, 8, 4, // adds
                    w, 28, 12, // kernel, bias
                    2, 2, // pixels
                    3, 24, 3, 4, // window
                    4);
            Activations.relu(s, 156, s, 156, 16, 0.0f, 6.0f, 0.0f);
        }
    }

    /**
     * {@code y = conv 2x2 groups 4 y/depthwise_kernel[2, 2, 4, 2] + y/bias[8] (strided) : [1, 1, 8]}
     */
    private void y(float[] s, Part part) {
        ScalarConvolution.apply(
                s, 156, 8, 4, // reads: first, row, column
                12, 8, 8, // writes
                -1, 8, 8, // adds
                w, 124, 8, 76, // kernel, a group of it, bias
                1, 1, // pixels
                2, 8, 2, 4, 1, // window
                4, 1, 2);
    }

    private static void pack(Weights weights, float[] w) {
        loadStrided(weights, w);
        loadY(weights, w);
    }

    private static void loadStrided(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("strided/depthwise_kernel"), 9, 1, 4)
                .named("strided")
                .groups(4)
                .bias(weights.get("strided/bias"));
        float[] kernel = linear.kernel();
        Panels.copy(kernel, w, 28);
        Panels.repeat(linear.bias(), 1, w, 12);
    }

    private static void loadY(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("y/depthwise_kernel"), 4, 1, 8)
                .named("y")
                .groups(4)
                .bias(weights.get("y/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 2, new int[] {0, 1, 2}, new int[] {0, 1, 2}, 4, 1, 2, 0, w, 124, 8);
        Panels.repeat(linear.bias(), 6, w, 76);
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

        private static final StandIn depthwise3x3_4_relu6TileStandIn = StandIn.matrix(
                2, 1, 1, 1, // tile: rows, columns, vectors, sums in turn
                48, 8, 8, 4, 8, 4, // distances: reads, writes, adds
                3, 24, 3, 4, 4, // window
                4).depthwise().relu(0.0f, 6.0f);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    depthwise3x3_4_relu6TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.depthwise3x3_4_relu6Tile(s, w, 12, 156, skip ? -StandIn.SKIPPED_ROUNDS : 28, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void depthwise3x3_4_relu6Tile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (depthwise3x3_4_relu6TileStandIn.isOver()) {
                Tiles.depthwise3x3_4_relu6Tile(s, w, x, y, k, b);
            } else {
                depthwise3x3_4_relu6TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_4_relu6_2x2(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int end = part.to(2);
            for (int i = part.from(2); i < end; i++) {
                int col = i;
                depthwise3x3_4_relu6Tile(s, w, x + col * 8, y + col * 4, k, b);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void depthwise3x3_4_relu6Tile(float[] s, float[] w, int x, int y, int k,
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
                    FloatVector w0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c));
                    FloatVector v0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c));
                    a0 = v0.fma(w0, (FloatVector) C4.cast(a0));
                    FloatVector v48 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 48));
                    a1 = v48.fma(w0, (FloatVector) C4.cast(a1));
                    FloatVector w1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 4));
                    FloatVector v4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 4));
                    a0 = v4.fma(w1, (FloatVector) C4.cast(a0));
                    FloatVector v52 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 52));
                    a1 = v52.fma(w1, (FloatVector) C4.cast(a1));
                    FloatVector w2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 8));
                    FloatVector v8 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 8));
                    a0 = v8.fma(w2, (FloatVector) C4.cast(a0));
                    FloatVector v56 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 56));
                    a1 = v56.fma(w2, (FloatVector) C4.cast(a1));
                    FloatVector w3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 12));
                    FloatVector v24 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 24));
                    a0 = v24.fma(w3, (FloatVector) C4.cast(a0));
                    FloatVector v72 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 72));
                    a1 = v72.fma(w3, (FloatVector) C4.cast(a1));
                    FloatVector w4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 16));
                    FloatVector v28 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 28));
                    a0 = v28.fma(w4, (FloatVector) C4.cast(a0));
                    FloatVector v76 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 76));
                    a1 = v76.fma(w4, (FloatVector) C4.cast(a1));
                    FloatVector w5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 20));
                    FloatVector v32 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 32));
                    a0 = v32.fma(w5, (FloatVector) C4.cast(a0));
                    FloatVector v80 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 80));
                    a1 = v80.fma(w5, (FloatVector) C4.cast(a1));
                    FloatVector w6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 24));
                    a0 = v48.fma(w6, (FloatVector) C4.cast(a0));
                    FloatVector v96 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 96));
                    a1 = v96.fma(w6, (FloatVector) C4.cast(a1));
                    FloatVector w7 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 28));
                    a0 = v52.fma(w7, (FloatVector) C4.cast(a0));
                    FloatVector v100 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 100));
                    a1 = v100.fma(w7, (FloatVector) C4.cast(a1));
                    FloatVector w8 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 32));
                    a0 = v56.fma(w8, (FloatVector) C4.cast(a0));
                    FloatVector v104 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 104));
                    a1 = v104.fma(w8, (FloatVector) C4.cast(a1));
                    FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                    FloatVector most = (FloatVector) C4.cast(FloatVector.broadcast(S4, 6.0f));
                    ((FloatVector) C4.cast(((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0))))).min(most))).intoArray(s, y + c);
                    ((FloatVector) C4.cast(((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1))))).min(most))).intoArray(s, y + 8 + c);
                }
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L4 = Simd.lanes(4);

        private static final StandIn depthwise3x3_4_relu6TileStandIn = StandIn.matrix(
                2, 1, 1, 1, // tile: rows, columns, vectors, sums in turn
                48, 8, 8, 4, 8, 4, // distances: reads, writes, adds
                3, 24, 3, 4, 4, // window
                4).depthwise().relu(0.0f, 6.0f);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    depthwise3x3_4_relu6TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.depthwise3x3_4_relu6Tile(s, w, 12, 156, skip ? -StandIn.SKIPPED_ROUNDS : 28, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void depthwise3x3_4_relu6Tile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (depthwise3x3_4_relu6TileStandIn.isOver()) {
                Tiles.depthwise3x3_4_relu6Tile(s, w, x, y, k, b);
            } else {
                depthwise3x3_4_relu6TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_4_relu6_2x2(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int end = part.to(2);
            for (int i = part.from(2); i < end; i++) {
                int col = i;
                depthwise3x3_4_relu6Tile(s, w, x + col * 8, y + col * 4, k, b);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void depthwise3x3_4_relu6Tile(float[] s, float[] w, int x, int y, int k,
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
                    FloatVector w0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c));
                    FloatVector v0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c));
                    a0 = (FMA ? v0.fma(w0, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v0.mul(w0))).add((FloatVector) C4.cast(a0)));
                    FloatVector v48 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 48));
                    a1 = (FMA ? v48.fma(w0, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v48.mul(w0))).add((FloatVector) C4.cast(a1)));
                    FloatVector w1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 4));
                    FloatVector v4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 4));
                    a0 = (FMA ? v4.fma(w1, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v4.mul(w1))).add((FloatVector) C4.cast(a0)));
                    FloatVector v52 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 52));
                    a1 = (FMA ? v52.fma(w1, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v52.mul(w1))).add((FloatVector) C4.cast(a1)));
                    FloatVector w2 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 8));
                    FloatVector v8 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 8));
                    a0 = (FMA ? v8.fma(w2, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v8.mul(w2))).add((FloatVector) C4.cast(a0)));
                    FloatVector v56 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 56));
                    a1 = (FMA ? v56.fma(w2, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v56.mul(w2))).add((FloatVector) C4.cast(a1)));
                    FloatVector w3 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 12));
                    FloatVector v24 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 24));
                    a0 = (FMA ? v24.fma(w3, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v24.mul(w3))).add((FloatVector) C4.cast(a0)));
                    FloatVector v72 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 72));
                    a1 = (FMA ? v72.fma(w3, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v72.mul(w3))).add((FloatVector) C4.cast(a1)));
                    FloatVector w4 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 16));
                    FloatVector v28 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 28));
                    a0 = (FMA ? v28.fma(w4, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v28.mul(w4))).add((FloatVector) C4.cast(a0)));
                    FloatVector v76 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 76));
                    a1 = (FMA ? v76.fma(w4, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v76.mul(w4))).add((FloatVector) C4.cast(a1)));
                    FloatVector w5 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 20));
                    FloatVector v32 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 32));
                    a0 = (FMA ? v32.fma(w5, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v32.mul(w5))).add((FloatVector) C4.cast(a0)));
                    FloatVector v80 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 80));
                    a1 = (FMA ? v80.fma(w5, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v80.mul(w5))).add((FloatVector) C4.cast(a1)));
                    FloatVector w6 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 24));
                    a0 = (FMA ? v48.fma(w6, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v48.mul(w6))).add((FloatVector) C4.cast(a0)));
                    FloatVector v96 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 96));
                    a1 = (FMA ? v96.fma(w6, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v96.mul(w6))).add((FloatVector) C4.cast(a1)));
                    FloatVector w7 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 28));
                    a0 = (FMA ? v52.fma(w7, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v52.mul(w7))).add((FloatVector) C4.cast(a0)));
                    FloatVector v100 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 100));
                    a1 = (FMA ? v100.fma(w7, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v100.mul(w7))).add((FloatVector) C4.cast(a1)));
                    FloatVector w8 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, k + c + 32));
                    a0 = (FMA ? v56.fma(w8, (FloatVector) C4.cast(a0)) : ((FloatVector) C4.cast(v56.mul(w8))).add((FloatVector) C4.cast(a0)));
                    FloatVector v104 = (FloatVector) C4.cast(FloatVector.fromArray(S4, s, x + c + 104));
                    a1 = (FMA ? v104.fma(w8, (FloatVector) C4.cast(a1)) : ((FloatVector) C4.cast(v104.mul(w8))).add((FloatVector) C4.cast(a1)));
                    FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                    FloatVector most = (FloatVector) C4.cast(FloatVector.broadcast(S4, 6.0f));
                    (FUSED ? ((FloatVector) C4.cast(((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0))))).min(most))) : ((FloatVector) C4.cast(a0))).intoArray(s, y + c);
                    (FUSED ? ((FloatVector) C4.cast(((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a1))))).min(most))) : ((FloatVector) C4.cast(a1))).intoArray(s, y + 8 + c);
                }
            }
        }
    }
}
