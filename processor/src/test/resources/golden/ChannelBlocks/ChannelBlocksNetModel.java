package golden;

import dev.pleat.runtime.Activations;
import dev.pleat.runtime.AlignedFloats;
import dev.pleat.runtime.Arguments;
import dev.pleat.runtime.Clip;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Copy;
import dev.pleat.runtime.LinearWeights;
import dev.pleat.runtime.Nans;
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
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The model {@link golden.ChannelBlocksNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class ChannelBlocksNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(ChannelBlocksNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final boolean FUSED = VECTOR && Simd.MIN_MAX;

    private static final int SCRATCH = 131596;

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

    private ChannelBlocksNetModel(Weights weights) {
        w = AlignedFloats.allocate(2572);
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
     * Loads the class-path resource {@code ChannelBlocksNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static ChannelBlocksNetModel load() {
        return loadResource("ChannelBlocksNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static ChannelBlocksNetModel loadResource(String resource) {
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
    public static ChannelBlocksNetModel loadResource(String resource, Map<String, String> names) {
        return new ChannelBlocksNetModel(Weights.readResource(
                "ChannelBlocksNet", specs(), ChannelBlocksNetModel.class, name -> ChannelBlocksNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static ChannelBlocksNetModel load(Path file) throws IOException {
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
    public static ChannelBlocksNetModel load(Path file, Map<String, String> names) throws
            IOException {
        return new ChannelBlocksNetModel(Weights.read("ChannelBlocksNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static ChannelBlocksNetModel load(InputStream stream) throws IOException {
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
    public static ChannelBlocksNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new ChannelBlocksNetModel(Weights.read("ChannelBlocksNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static ChannelBlocksNetModel load(Map<String, float[]> tensors) {
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
    public static ChannelBlocksNetModel load(Map<String, float[]> tensors,
            Map<String, String> names) {
        return new ChannelBlocksNetModel(Weights.of("ChannelBlocksNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [15, 15, 256]}
     * @return {@code [15, 15, 256]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[57600];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [15, 15, 256]}
     * @param y gets {@code [15, 15, 256]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 57600);
        Arguments.checkExact("y", y.length, 57600);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [15, 15, 256]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [15, 15, 256]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 57600);
        Arguments.check("y", y.length, yAt, 57600);
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
     * @param x {@code [15, 15, 256]} for each sample
     * @return {@code [15, 15, 256]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 57600);
        float[] y = new float[Arguments.elements("y", samples, 57600)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [15, 15, 256]} for each sample
     * @param y gets {@code [15, 15, 256]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 57600);
        Arguments.check("y", y.length, 0, (long) samples * 57600);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 57600, y, sample * 57600);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [15, 15, 256]}
     * @return {@code [15, 15, 256]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[57600];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [15, 15, 256]}
     * @param y gets {@code [15, 15, 256]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 57600);
        Arguments.checkExact("y", y.length, 57600);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [15, 15, 256]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [15, 15, 256]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 57600);
        Arguments.check("y", y.length, yAt, 57600);
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
     * @param x {@code [15, 15, 256]} for each sample
     * @return {@code [15, 15, 256]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 57600);
        float[] y = new float[Arguments.elements("y", samples, 57600)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [15, 15, 256]} for each sample
     * @param y gets {@code [15, 15, 256]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 57600);
        Arguments.check("y", y.length, 0, (long) samples * 57600);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 57600, y, sample * 57600);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [15, 15, 256]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [15, 15, 256]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 57600);
        Arguments.check("y", y.length, yAt, 57600);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[57600]);
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
        Arguments.checkExact("x", x.length, 57600);
        Arguments.checkExact("y", y.length, 57600);
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
        Arguments.checkExact("x", x.length, 57600);
        Arguments.checkExact("y", y.length, 57600);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.border(s, 4620, 15, 3840, 4352, 256, 256, 1, 1);
        Copy.rows(x, xAt, 3840, s, 4620, 4352, 15, 3840);
        Nans.makePositive(s, 4620, 4352, 15, 3840);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.border(s, 4620, 15, 3840, 4352, 256, 256, 1, 1);
        Copy.bytes(x, xAt, s, 4620, 4352, 15, 3840);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 73996, 3840, y, yAt, 3840, 15, 3840);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 15, 15, 256));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 15, 15, 256));
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
        specs.add(TensorSpec.of("y/depthwise_kernel", 3, 3, 256, 1));
        specs.add(TensorSpec.of("y/bias", 256));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("y", "conv 3x3 padding (1, 1, 1, 1) groups 256 y/depthwise_kernel[3, 3, 256, 1] + y/bias[256], relu(0.0, 6.0, 0.0) (x) : [15, 15, 256]", 518400L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"ChannelBlocksNet\"");
        lines.add("_____________________________________________________________________");
        lines.add(" Layer (type)          Output Shape          Param #   Multiply-adds");
        lines.add("=====================================================================");
        lines.add(" x (InputLayer)        (None, 15, 15, 256)         0               0");
        lines.add(" y (DepthwiseConv2D)   (None, 15, 15, 256)     2,560         518,400");
        lines.add("=====================================================================");
        lines.add("Total params: 2,560 (10.00 KB)");
        lines.add("Trainable params: 2,560 (10.00 KB)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 518,400");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  y: one step with y, relu(0.0, 6.0, 0.0)");
        lines.add("");
        lines.add("Steps: 1");
        lines.add("Tiles:");
        lines.add("  y: 2x3 pixels x 1 vector, sliding down, 128 channels at a time (32 registers), 2x3 pixels x 1 vector, sliding down (16 registers)");
        lines.add("Packed weights: 10,288 bytes");
        lines.add("Scratch memory: 526,384 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::y;
        divided[0] = true;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code y = conv 3x3 padding (1, 1, 1, 1) groups 256 y/depthwise_kernel[3, 3, 256, 1] + y/bias[256], relu(0.0, 6.0, 0.0) (x) : [15, 15, 256]}
     */
    private void y(float[] s, Part part) {
        if (WIDE) {
            Wide.depthwise3x3_256_relu6_15x15(s, w, 12, 73996, 268, 12, part);
        } else if (VECTOR) {
            Narrow.depthwise3x3_256_relu6_15x15(s, w, 12, 73996, 268, 12, part);
            if (!FUSED) {
                part.await();
                Activations.relu(s, 73996 + part.start(57600), s, 73996 + part.start(57600), part.length(57600), 0.0f, 6.0f, 0.0f);
            }
        } else {
            ScalarConvolution.depthwise(
                    s, 12 + part.from(15) * 4352, 4352, 256, // reads: first, row, column
                    73996 + part.from(15) * 3840, 3840, 256, // writes
                    -1, 3840, 256, // adds
                    w, 268, 12, // kernel, bias
                    part.size(15), 15, // pixels
                    3, 4352, 3, 256, // window
                    256);
            part.await();
            Activations.relu(s, 73996 + part.start(57600), s, 73996 + part.start(57600), part.length(57600), 0.0f, 6.0f, 0.0f);
        }
    }

    private static void pack(Weights weights, float[] w) {
        loadY(weights, w);
    }

    private static void loadY(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("y/depthwise_kernel"), 9, 1, 256)
                .named("y")
                .groups(256)
                .bias(weights.get("y/bias"));
        float[] kernel = linear.kernel();
        Panels.copy(kernel, w, 268);
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
        private static final int L16 = Simd.lanes(16);

        private static final StandIn depthwise3x3_256_relu6StripStandIn = StandIn.matrix(
                2, 3, 1, 1, // tile: rows, columns, vectors, sums in turn
                4352, 256, 3840, 256, 3840, 256, // distances: reads, writes, adds
                3, 4352, 3, 256, 128, // window
                256).depthwise().relu(0.0f, 6.0f);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    depthwise3x3_256_relu6StripStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.depthwise3x3_256_relu6Strip(s, w, 12, 73996, skip ? -StandIn.SKIPPED_ROUNDS : 268, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void depthwise3x3_256_relu6Strip(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (depthwise3x3_256_relu6StripStandIn.isOver()) {
                Tiles.depthwise3x3_256_relu6Strip(s, w, x, y, k, b);
            } else {
                depthwise3x3_256_relu6StripStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_256_relu6_15x15(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            for (int c = 0; c < 256; c += 128) {
                int end = part.to(40);
                for (int i = part.from(40); i < end; i++) {
                    int row = Math.min(i / 5 * 2, 13);
                    int col = i % 5 * 3;
                    depthwise3x3_256_relu6Strip(s, w, x + row * 4352 + col * 256 + c, y + row * 3840 + col * 256 + c, k + c, b + c);
                }
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S16 = Species.of(16);

            private static final Class<?> C16 = S16.vectorType();

            private static final VectorSpecies<Integer> I16 = S16.withLanes(int.class);

            private static final Class<?> D16 = I16.vectorType();

            private static void depthwise3x3_256_relu6Strip(float[] s, float[] w, int x, int y,
                    int k, int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 128; n += L16) {
                    int c = Math.min(n, 128 - L16);
                    FloatVector bias = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c));
                    FloatVector w0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c));
                    FloatVector w1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 256));
                    FloatVector w2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 512));
                    FloatVector w3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 768));
                    FloatVector w4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 1024));
                    FloatVector w5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 1280));
                    FloatVector w6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 1536));
                    FloatVector w7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 1792));
                    FloatVector w8 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 2048));
                    IntVector zero = (IntVector) D16.cast(IntVector.broadcast(I16, 0));
                    IntVector most = (IntVector) D16.cast(IntVector.broadcast(I16, Clip.high(6.0f)));
                    IntVector nans = (IntVector) D16.cast(IntVector.broadcast(I16, Clip.NANS));
                    FloatVector a0_0 = bias;
                    FloatVector a0_1 = bias;
                    FloatVector a0_2 = bias;
                    FloatVector a1_0 = bias;
                    FloatVector a1_1 = bias;
                    FloatVector a1_2 = bias;
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c));
                    a0_0 = v0_0.fma(w0, (FloatVector) C16.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 256));
                    a0_0 = v0_1.fma(w1, (FloatVector) C16.cast(a0_0));
                    a0_1 = v0_1.fma(w0, (FloatVector) C16.cast(a0_1));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 512));
                    a0_0 = v0_2.fma(w2, (FloatVector) C16.cast(a0_0));
                    a0_1 = v0_2.fma(w1, (FloatVector) C16.cast(a0_1));
                    a0_2 = v0_2.fma(w0, (FloatVector) C16.cast(a0_2));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 768));
                    a0_1 = v0_3.fma(w2, (FloatVector) C16.cast(a0_1));
                    a0_2 = v0_3.fma(w1, (FloatVector) C16.cast(a0_2));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 1024));
                    a0_2 = v0_4.fma(w2, (FloatVector) C16.cast(a0_2));
                    FloatVector v1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 4352));
                    a0_0 = v1_0.fma(w3, (FloatVector) C16.cast(a0_0));
                    a1_0 = v1_0.fma(w0, (FloatVector) C16.cast(a1_0));
                    FloatVector v1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 4608));
                    a0_0 = v1_1.fma(w4, (FloatVector) C16.cast(a0_0));
                    a0_1 = v1_1.fma(w3, (FloatVector) C16.cast(a0_1));
                    a1_0 = v1_1.fma(w1, (FloatVector) C16.cast(a1_0));
                    a1_1 = v1_1.fma(w0, (FloatVector) C16.cast(a1_1));
                    FloatVector v1_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 4864));
                    a0_0 = v1_2.fma(w5, (FloatVector) C16.cast(a0_0));
                    a0_1 = v1_2.fma(w4, (FloatVector) C16.cast(a0_1));
                    a0_2 = v1_2.fma(w3, (FloatVector) C16.cast(a0_2));
                    a1_0 = v1_2.fma(w2, (FloatVector) C16.cast(a1_0));
                    a1_1 = v1_2.fma(w1, (FloatVector) C16.cast(a1_1));
                    a1_2 = v1_2.fma(w0, (FloatVector) C16.cast(a1_2));
                    FloatVector v1_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 5120));
                    a0_1 = v1_3.fma(w5, (FloatVector) C16.cast(a0_1));
                    a0_2 = v1_3.fma(w4, (FloatVector) C16.cast(a0_2));
                    a1_1 = v1_3.fma(w2, (FloatVector) C16.cast(a1_1));
                    a1_2 = v1_3.fma(w1, (FloatVector) C16.cast(a1_2));
                    FloatVector v1_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 5376));
                    a0_2 = v1_4.fma(w5, (FloatVector) C16.cast(a0_2));
                    a1_2 = v1_4.fma(w2, (FloatVector) C16.cast(a1_2));
                    for (int i = 0; i < 2; i++) {
                        int h = x + c + i * 4352;
                        FloatVector a2_0 = bias;
                        FloatVector a2_1 = bias;
                        FloatVector a2_2 = bias;
                        FloatVector v2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 8704));
                        a0_0 = v2_0.fma(w6, (FloatVector) C16.cast(a0_0));
                        a1_0 = v2_0.fma(w3, (FloatVector) C16.cast(a1_0));
                        a2_0 = v2_0.fma(w0, (FloatVector) C16.cast(a2_0));
                        FloatVector v2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 8960));
                        a0_0 = v2_1.fma(w7, (FloatVector) C16.cast(a0_0));
                        a0_1 = v2_1.fma(w6, (FloatVector) C16.cast(a0_1));
                        a1_0 = v2_1.fma(w4, (FloatVector) C16.cast(a1_0));
                        a1_1 = v2_1.fma(w3, (FloatVector) C16.cast(a1_1));
                        a2_0 = v2_1.fma(w1, (FloatVector) C16.cast(a2_0));
                        a2_1 = v2_1.fma(w0, (FloatVector) C16.cast(a2_1));
                        FloatVector v2_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 9216));
                        a0_0 = v2_2.fma(w8, (FloatVector) C16.cast(a0_0));
                        a0_1 = v2_2.fma(w7, (FloatVector) C16.cast(a0_1));
                        a0_2 = v2_2.fma(w6, (FloatVector) C16.cast(a0_2));
                        a1_0 = v2_2.fma(w5, (FloatVector) C16.cast(a1_0));
                        a1_1 = v2_2.fma(w4, (FloatVector) C16.cast(a1_1));
                        a1_2 = v2_2.fma(w3, (FloatVector) C16.cast(a1_2));
                        a2_0 = v2_2.fma(w2, (FloatVector) C16.cast(a2_0));
                        a2_1 = v2_2.fma(w1, (FloatVector) C16.cast(a2_1));
                        a2_2 = v2_2.fma(w0, (FloatVector) C16.cast(a2_2));
                        FloatVector v2_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 9472));
                        a0_1 = v2_3.fma(w8, (FloatVector) C16.cast(a0_1));
                        a0_2 = v2_3.fma(w7, (FloatVector) C16.cast(a0_2));
                        a1_1 = v2_3.fma(w5, (FloatVector) C16.cast(a1_1));
                        a1_2 = v2_3.fma(w4, (FloatVector) C16.cast(a1_2));
                        a2_1 = v2_3.fma(w2, (FloatVector) C16.cast(a2_1));
                        a2_2 = v2_3.fma(w1, (FloatVector) C16.cast(a2_2));
                        FloatVector v2_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 9728));
                        a0_2 = v2_4.fma(w8, (FloatVector) C16.cast(a0_2));
                        a1_2 = v2_4.fma(w5, (FloatVector) C16.cast(a1_2));
                        a2_2 = v2_4.fma(w2, (FloatVector) C16.cast(a2_2));
                        ((FloatVector) C16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((FloatVector) C16.cast(a0_0)).reinterpretShape(I16, 0))).max(zero))).add(nans))).min(most))).sub(nans))).reinterpretShape(S16, 0))).intoArray(s, y + c + i * 3840);
                        ((FloatVector) C16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((FloatVector) C16.cast(a0_1)).reinterpretShape(I16, 0))).max(zero))).add(nans))).min(most))).sub(nans))).reinterpretShape(S16, 0))).intoArray(s, y + 256 + c + i * 3840);
                        ((FloatVector) C16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((FloatVector) C16.cast(a0_2)).reinterpretShape(I16, 0))).max(zero))).add(nans))).min(most))).sub(nans))).reinterpretShape(S16, 0))).intoArray(s, y + 512 + c + i * 3840);
                        a0_0 = a1_0;
                        a0_1 = a1_1;
                        a0_2 = a1_2;
                        a1_0 = a2_0;
                        a1_1 = a2_1;
                        a1_2 = a2_2;
                    }
                }
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L16 = Simd.lanes(16);

        private static final StandIn depthwise3x3_256_relu6StripStandIn = StandIn.matrix(
                2, 3, 1, 1, // tile: rows, columns, vectors, sums in turn
                4352, 256, 3840, 256, 3840, 256, // distances: reads, writes, adds
                3, 4352, 3, 256, 256, // window
                256).depthwise().relu(0.0f, 6.0f);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    depthwise3x3_256_relu6StripStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.depthwise3x3_256_relu6Strip(s, w, 12, 73996, skip ? -StandIn.SKIPPED_ROUNDS : 268, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void depthwise3x3_256_relu6Strip(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (depthwise3x3_256_relu6StripStandIn.isOver()) {
                Tiles.depthwise3x3_256_relu6Strip(s, w, x, y, k, b);
            } else {
                depthwise3x3_256_relu6StripStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_256_relu6_15x15(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int end = part.to(40);
            for (int i = part.from(40); i < end; i++) {
                int row = Math.min(i / 5 * 2, 13);
                int col = i % 5 * 3;
                depthwise3x3_256_relu6Strip(s, w, x + row * 4352 + col * 256, y + row * 3840 + col * 256, k, b);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S16 = Species.of(16);

            private static final Class<?> C16 = S16.vectorType();

            private static final VectorSpecies<Integer> I16 = S16.withLanes(int.class);

            private static final Class<?> D16 = I16.vectorType();

            private static void depthwise3x3_256_relu6Strip(float[] s, float[] w, int x, int y,
                    int k, int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 256; n += L16) {
                    int c = Math.min(n, 256 - L16);
                    FloatVector bias = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c));
                    FloatVector w0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c));
                    FloatVector w1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 256));
                    FloatVector w2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 512));
                    FloatVector w3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 768));
                    FloatVector w4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 1024));
                    FloatVector w5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 1280));
                    FloatVector w6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 1536));
                    FloatVector w7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 1792));
                    FloatVector w8 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 2048));
                    IntVector zero = (IntVector) D16.cast(IntVector.broadcast(I16, 0));
                    IntVector most = (IntVector) D16.cast(IntVector.broadcast(I16, Clip.high(6.0f)));
                    IntVector nans = (IntVector) D16.cast(IntVector.broadcast(I16, Clip.NANS));
                    FloatVector a0_0 = bias;
                    FloatVector a0_1 = bias;
                    FloatVector a0_2 = bias;
                    FloatVector a1_0 = bias;
                    FloatVector a1_1 = bias;
                    FloatVector a1_2 = bias;
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c));
                    a0_0 = (FMA ? v0_0.fma(w0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_0.mul(w0))).add((FloatVector) C16.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 256));
                    a0_0 = (FMA ? v0_1.fma(w1, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_1.mul(w1))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_1.fma(w0, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_1.mul(w0))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 512));
                    a0_0 = (FMA ? v0_2.fma(w2, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_2.mul(w2))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_2.fma(w1, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_2.mul(w1))).add((FloatVector) C16.cast(a0_1)));
                    a0_2 = (FMA ? v0_2.fma(w0, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v0_2.mul(w0))).add((FloatVector) C16.cast(a0_2)));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 768));
                    a0_1 = (FMA ? v0_3.fma(w2, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_3.mul(w2))).add((FloatVector) C16.cast(a0_1)));
                    a0_2 = (FMA ? v0_3.fma(w1, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v0_3.mul(w1))).add((FloatVector) C16.cast(a0_2)));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 1024));
                    a0_2 = (FMA ? v0_4.fma(w2, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v0_4.mul(w2))).add((FloatVector) C16.cast(a0_2)));
                    FloatVector v1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 4352));
                    a0_0 = (FMA ? v1_0.fma(w3, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v1_0.mul(w3))).add((FloatVector) C16.cast(a0_0)));
                    a1_0 = (FMA ? v1_0.fma(w0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v1_0.mul(w0))).add((FloatVector) C16.cast(a1_0)));
                    FloatVector v1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 4608));
                    a0_0 = (FMA ? v1_1.fma(w4, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v1_1.mul(w4))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v1_1.fma(w3, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v1_1.mul(w3))).add((FloatVector) C16.cast(a0_1)));
                    a1_0 = (FMA ? v1_1.fma(w1, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v1_1.mul(w1))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v1_1.fma(w0, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v1_1.mul(w0))).add((FloatVector) C16.cast(a1_1)));
                    FloatVector v1_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 4864));
                    a0_0 = (FMA ? v1_2.fma(w5, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v1_2.mul(w5))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v1_2.fma(w4, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v1_2.mul(w4))).add((FloatVector) C16.cast(a0_1)));
                    a0_2 = (FMA ? v1_2.fma(w3, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v1_2.mul(w3))).add((FloatVector) C16.cast(a0_2)));
                    a1_0 = (FMA ? v1_2.fma(w2, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v1_2.mul(w2))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v1_2.fma(w1, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v1_2.mul(w1))).add((FloatVector) C16.cast(a1_1)));
                    a1_2 = (FMA ? v1_2.fma(w0, (FloatVector) C16.cast(a1_2)) : ((FloatVector) C16.cast(v1_2.mul(w0))).add((FloatVector) C16.cast(a1_2)));
                    FloatVector v1_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 5120));
                    a0_1 = (FMA ? v1_3.fma(w5, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v1_3.mul(w5))).add((FloatVector) C16.cast(a0_1)));
                    a0_2 = (FMA ? v1_3.fma(w4, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v1_3.mul(w4))).add((FloatVector) C16.cast(a0_2)));
                    a1_1 = (FMA ? v1_3.fma(w2, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v1_3.mul(w2))).add((FloatVector) C16.cast(a1_1)));
                    a1_2 = (FMA ? v1_3.fma(w1, (FloatVector) C16.cast(a1_2)) : ((FloatVector) C16.cast(v1_3.mul(w1))).add((FloatVector) C16.cast(a1_2)));
                    FloatVector v1_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 5376));
                    a0_2 = (FMA ? v1_4.fma(w5, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v1_4.mul(w5))).add((FloatVector) C16.cast(a0_2)));
                    a1_2 = (FMA ? v1_4.fma(w2, (FloatVector) C16.cast(a1_2)) : ((FloatVector) C16.cast(v1_4.mul(w2))).add((FloatVector) C16.cast(a1_2)));
                    for (int i = 0; i < 2; i++) {
                        int h = x + c + i * 4352;
                        FloatVector a2_0 = bias;
                        FloatVector a2_1 = bias;
                        FloatVector a2_2 = bias;
                        FloatVector v2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 8704));
                        a0_0 = (FMA ? v2_0.fma(w6, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v2_0.mul(w6))).add((FloatVector) C16.cast(a0_0)));
                        a1_0 = (FMA ? v2_0.fma(w3, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v2_0.mul(w3))).add((FloatVector) C16.cast(a1_0)));
                        a2_0 = (FMA ? v2_0.fma(w0, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v2_0.mul(w0))).add((FloatVector) C16.cast(a2_0)));
                        FloatVector v2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 8960));
                        a0_0 = (FMA ? v2_1.fma(w7, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v2_1.mul(w7))).add((FloatVector) C16.cast(a0_0)));
                        a0_1 = (FMA ? v2_1.fma(w6, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v2_1.mul(w6))).add((FloatVector) C16.cast(a0_1)));
                        a1_0 = (FMA ? v2_1.fma(w4, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v2_1.mul(w4))).add((FloatVector) C16.cast(a1_0)));
                        a1_1 = (FMA ? v2_1.fma(w3, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v2_1.mul(w3))).add((FloatVector) C16.cast(a1_1)));
                        a2_0 = (FMA ? v2_1.fma(w1, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v2_1.mul(w1))).add((FloatVector) C16.cast(a2_0)));
                        a2_1 = (FMA ? v2_1.fma(w0, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v2_1.mul(w0))).add((FloatVector) C16.cast(a2_1)));
                        FloatVector v2_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 9216));
                        a0_0 = (FMA ? v2_2.fma(w8, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v2_2.mul(w8))).add((FloatVector) C16.cast(a0_0)));
                        a0_1 = (FMA ? v2_2.fma(w7, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v2_2.mul(w7))).add((FloatVector) C16.cast(a0_1)));
                        a0_2 = (FMA ? v2_2.fma(w6, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v2_2.mul(w6))).add((FloatVector) C16.cast(a0_2)));
                        a1_0 = (FMA ? v2_2.fma(w5, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v2_2.mul(w5))).add((FloatVector) C16.cast(a1_0)));
                        a1_1 = (FMA ? v2_2.fma(w4, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v2_2.mul(w4))).add((FloatVector) C16.cast(a1_1)));
                        a1_2 = (FMA ? v2_2.fma(w3, (FloatVector) C16.cast(a1_2)) : ((FloatVector) C16.cast(v2_2.mul(w3))).add((FloatVector) C16.cast(a1_2)));
                        a2_0 = (FMA ? v2_2.fma(w2, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v2_2.mul(w2))).add((FloatVector) C16.cast(a2_0)));
                        a2_1 = (FMA ? v2_2.fma(w1, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v2_2.mul(w1))).add((FloatVector) C16.cast(a2_1)));
                        a2_2 = (FMA ? v2_2.fma(w0, (FloatVector) C16.cast(a2_2)) : ((FloatVector) C16.cast(v2_2.mul(w0))).add((FloatVector) C16.cast(a2_2)));
                        FloatVector v2_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 9472));
                        a0_1 = (FMA ? v2_3.fma(w8, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v2_3.mul(w8))).add((FloatVector) C16.cast(a0_1)));
                        a0_2 = (FMA ? v2_3.fma(w7, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v2_3.mul(w7))).add((FloatVector) C16.cast(a0_2)));
                        a1_1 = (FMA ? v2_3.fma(w5, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v2_3.mul(w5))).add((FloatVector) C16.cast(a1_1)));
                        a1_2 = (FMA ? v2_3.fma(w4, (FloatVector) C16.cast(a1_2)) : ((FloatVector) C16.cast(v2_3.mul(w4))).add((FloatVector) C16.cast(a1_2)));
                        a2_1 = (FMA ? v2_3.fma(w2, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v2_3.mul(w2))).add((FloatVector) C16.cast(a2_1)));
                        a2_2 = (FMA ? v2_3.fma(w1, (FloatVector) C16.cast(a2_2)) : ((FloatVector) C16.cast(v2_3.mul(w1))).add((FloatVector) C16.cast(a2_2)));
                        FloatVector v2_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 9728));
                        a0_2 = (FMA ? v2_4.fma(w8, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v2_4.mul(w8))).add((FloatVector) C16.cast(a0_2)));
                        a1_2 = (FMA ? v2_4.fma(w5, (FloatVector) C16.cast(a1_2)) : ((FloatVector) C16.cast(v2_4.mul(w5))).add((FloatVector) C16.cast(a1_2)));
                        a2_2 = (FMA ? v2_4.fma(w2, (FloatVector) C16.cast(a2_2)) : ((FloatVector) C16.cast(v2_4.mul(w2))).add((FloatVector) C16.cast(a2_2)));
                        (FUSED ? ((FloatVector) C16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((FloatVector) C16.cast(a0_0)).reinterpretShape(I16, 0))).max(zero))).add(nans))).min(most))).sub(nans))).reinterpretShape(S16, 0))) : ((FloatVector) C16.cast(a0_0))).intoArray(s, y + c + i * 3840);
                        (FUSED ? ((FloatVector) C16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((FloatVector) C16.cast(a0_1)).reinterpretShape(I16, 0))).max(zero))).add(nans))).min(most))).sub(nans))).reinterpretShape(S16, 0))) : ((FloatVector) C16.cast(a0_1))).intoArray(s, y + 256 + c + i * 3840);
                        (FUSED ? ((FloatVector) C16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((IntVector) D16.cast(((FloatVector) C16.cast(a0_2)).reinterpretShape(I16, 0))).max(zero))).add(nans))).min(most))).sub(nans))).reinterpretShape(S16, 0))) : ((FloatVector) C16.cast(a0_2))).intoArray(s, y + 512 + c + i * 3840);
                        a0_0 = a1_0;
                        a0_1 = a1_1;
                        a0_2 = a1_2;
                        a1_0 = a2_0;
                        a1_1 = a2_1;
                        a1_2 = a2_2;
                    }
                }
            }
        }
    }
}
