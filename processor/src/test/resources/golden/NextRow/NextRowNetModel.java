package golden;

import dev.pleat.runtime.Activations;
import dev.pleat.runtime.AlignedFloats;
import dev.pleat.runtime.Arguments;
import dev.pleat.runtime.Clipping;
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
import jdk.incubator.vector.VectorSpecies;

/**
 * The model {@link golden.NextRowNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class NextRowNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(NextRowNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final boolean FUSED = VECTOR && Simd.MIN_MAX;

    private static final int SCRATCH = 6252;

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

    private NextRowNetModel(Weights weights) {
        w = AlignedFloats.allocate(2316);
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
     * Loads the class-path resource {@code NextRowNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static NextRowNetModel load() {
        return loadResource("NextRowNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static NextRowNetModel loadResource(String resource) {
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
    public static NextRowNetModel loadResource(String resource, Map<String, String> names) {
        return new NextRowNetModel(Weights.readResource(
                "NextRowNet", specs(), NextRowNetModel.class, name -> NextRowNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static NextRowNetModel load(Path file) throws IOException {
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
    public static NextRowNetModel load(Path file, Map<String, String> names) throws IOException {
        return new NextRowNetModel(Weights.read("NextRowNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static NextRowNetModel load(InputStream stream) throws IOException {
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
    public static NextRowNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new NextRowNetModel(Weights.read("NextRowNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static NextRowNetModel load(Map<String, float[]> tensors) {
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
    public static NextRowNetModel load(Map<String, float[]> tensors, Map<String, String> names) {
        return new NextRowNetModel(Weights.of("NextRowNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [7, 7, 24]}
     * @return {@code [7, 7, 48]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[2352];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [7, 7, 24]}
     * @param y gets {@code [7, 7, 48]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 1176);
        Arguments.checkExact("y", y.length, 2352);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [7, 7, 24]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [7, 7, 48]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 1176);
        Arguments.check("y", y.length, yAt, 2352);
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
     * @param x {@code [7, 7, 24]} for each sample
     * @return {@code [7, 7, 48]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 1176);
        float[] y = new float[Arguments.elements("y", samples, 2352)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [7, 7, 24]} for each sample
     * @param y gets {@code [7, 7, 48]} for each sample
     * @throws IllegalArgumentException if an array is too short, or one would be written before it is read
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 1176);
        Arguments.check("y", y.length, 0, (long) samples * 2352);
        Arguments.checkApart("x", x, "y", y);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 1176, y, sample * 2352);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [7, 7, 24]}
     * @return {@code [7, 7, 48]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[2352];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [7, 7, 24]}
     * @param y gets {@code [7, 7, 48]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 1176);
        Arguments.checkExact("y", y.length, 2352);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [7, 7, 24]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [7, 7, 48]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 1176);
        Arguments.check("y", y.length, yAt, 2352);
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
     * @param x {@code [7, 7, 24]} for each sample
     * @return {@code [7, 7, 48]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 1176);
        float[] y = new float[Arguments.elements("y", samples, 2352)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [7, 7, 24]} for each sample
     * @param y gets {@code [7, 7, 48]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 1176);
        Arguments.check("y", y.length, 0, (long) samples * 2352);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 1176, y, sample * 2352);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [7, 7, 24]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [7, 7, 48]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 1176);
        Arguments.check("y", y.length, yAt, 2352);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[2352]);
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
        Arguments.checkExact("x", x.length, 1176);
        Arguments.checkExact("y", y.length, 2352);
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
        Arguments.checkExact("x", x.length, 1176);
        Arguments.checkExact("y", y.length, 2352);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.rows(x, xAt, 168, s, 3900, 168, 7, 168);
        Nans.makePositive(s, 3900, 168, 7, 168);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.bytes(x, xAt, s, 3900, 168, 7, 168);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 3900, 336, y, yAt, 336, 7, 336);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 7, 7, 24));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 7, 7, 48));
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
        specs.add(TensorSpec.of("expand/kernel", 1, 1, 24, 48));
        specs.add(TensorSpec.of("expand/bias", 48));
        specs.add(TensorSpec.of("y/depthwise_kernel", 3, 3, 48, 1));
        specs.add(TensorSpec.of("y/bias", 48));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("expand", "conv 1x1 expand/kernel[1, 1, 24, 48] + expand/bias[48], relu(0.0, 6.0, 0.0) (x) : [7, 7, 48]", 56448L));
        stepSpecs.add(new StepSpec("y", "conv 3x3 padding (1, 1, 1, 1) groups 48 y/depthwise_kernel[3, 3, 48, 1] + y/bias[48] (expand) : [7, 7, 48]", 21168L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"NextRowNet\"");
        lines.add("__________________________________________________________________");
        lines.add(" Layer (type)          Output Shape       Param #   Multiply-adds");
        lines.add("==================================================================");
        lines.add(" x (InputLayer)        (None, 7, 7, 24)         0               0");
        lines.add(" expand (Conv2D)       (None, 7, 7, 48)     1,200          56,448");
        lines.add(" y (DepthwiseConv2D)   (None, 7, 7, 48)       480          21,168");
        lines.add("==================================================================");
        lines.add("Total params: 1,680 (6.56 KB)");
        lines.add("Trainable params: 1,680 (6.56 KB)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 77,616");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  expand: one step with expand, relu(0.0, 6.0, 0.0)");
        lines.add("");
        lines.add("Steps: 2");
        lines.add("Tiles:");
        lines.add("  expand: 1x7 pixels x 1½ vectors (32 registers), 1x5 pixels x 2 vectors, across ends of rows (16 registers)");
        lines.add("  y: 7x2 pixels x 1 vector, sliding down (32 registers), 7x2 pixels x 1 vector, sliding down (16 registers)");
        lines.add("Packed weights: 9,264 bytes");
        lines.add("Scratch memory: 25,008 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::expand;
        steps[1] = this::y;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code expand = conv 1x1 expand/kernel[1, 1, 24, 48] + expand/bias[48], relu(0.0, 6.0, 0.0) (x) : [7, 7, 48]}
     */
    private void expand(float[] s, Part part) {
        Copy.border(s, 492, 7, 336, 432, 48, 48, 1, 1);
        if (WIDE) {
            Wide.conv1x1_24to48_relu6_7x7(s, w, 3900, 492, 300, 12, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.conv1x1_24to48_relu6_1x49(s, w, 3900, 492, 300, 12, Part.WHOLE);
            if (!FUSED) {
                for (int row = 0; row < 7; row++) {
                    Activations.relu(s, 492 + row * 432, s, 492 + row * 432, 336, 0.0f, 6.0f, 0.0f);
                }
            }
        } else {
            ScalarConvolution.apply(
                    s, 3900, 168, 24, // reads: first, row, column
                    492, 432, 48, // writes
                    -1, 432, 48, // adds
                    w, 300, 1536, 12, // kernel, a group of it, bias
                    7, 7, // pixels
                    1, 0, 1, 0, 24, // window
                    1, 24, 48);
            for (int row = 0; row < 7; row++) {
                Activations.relu(s, 492 + row * 432, s, 492 + row * 432, 336, 0.0f, 6.0f, 0.0f);
            }
        }
    }

    /**
     * {@code y = conv 3x3 padding (1, 1, 1, 1) groups 48 y/depthwise_kernel[3, 3, 48, 1] + y/bias[48] (expand) : [7, 7, 48]}
     */
    private void y(float[] s, Part part) {
        if (WIDE) {
            Wide.depthwise3x3_48_7x7(s, w, 12, 3900, 1884, 1836, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.depthwise3x3_48_7x7(s, w, 12, 3900, 1884, 1836, Part.WHOLE);
        } else {
            ScalarConvolution.depthwise(
                    s, 12, 432, 48, // reads: first, row, column
                    3900, 336, 48, // writes
                    -1, 336, 48, // adds
                    w, 1884, 1836, // kernel, bias
                    7, 7, // pixels
                    3, 432, 3, 48, // window
                    48);
        }
    }

    private static void pack(Weights weights, float[] w) {
        loadExpand(weights, w);
        loadY(weights, w);
    }

    private static void loadExpand(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("expand/kernel"), 1, 24, 48)
                .named("expand")
                .bias(weights.get("expand/bias"));
        float[] kernel = linear.kernel();
        if (WIDE) {
            Panels.packWithHalf(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 24, 48, 2, w, 300, 1536);
        } else {
            Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 24, 48, vectors(2, 2), w, 300, 1536);
        }
        Panels.repeat(linear.bias(), 6, w, 12);
    }

    private static void loadY(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("y/depthwise_kernel"), 9, 1, 48)
                .named("y")
                .groups(48)
                .bias(weights.get("y/bias"));
        float[] kernel = linear.kernel();
        Panels.copy(kernel, w, 1884);
        Panels.repeat(linear.bias(), 1, w, 1836);
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
        private static final int L8 = Simd.lanes(8);

        private static final int L16 = Simd.lanes(16);

        private static final StandIn conv1x1_24to48TileStandIn = StandIn.matrix(
                1, 7, 2, 1, // tile: rows, columns, vectors, sums in turn
                168, 24, 432, 48, 432, 48, // distances: reads, writes, adds
                1, 0, 1, 0, 24, // window
                48).withHalfVector();

        private static final StandIn depthwise3x3_48StripStandIn = StandIn.matrix(
                7, 2, 1, 1, // tile: rows, columns, vectors, sums in turn
                432, 48, 336, 48, 336, 48, // distances: reads, writes, adds
                3, 432, 3, 48, 48, // window
                48).depthwise();

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    conv1x1_24to48TileStandIn,
                    depthwise3x3_48StripStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.conv1x1_24to48Tile(s, w, 3900, 492, skip ? -StandIn.SKIPPED_ROUNDS : 300, 12);
                    break;
                case 1:
                    Tiles.depthwise3x3_48Strip(s, w, 12, 3900, skip ? -StandIn.SKIPPED_ROUNDS : 1884, 1836);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void conv1x1_24to48Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (conv1x1_24to48TileStandIn.isOver()) {
                Tiles.conv1x1_24to48Tile(s, w, x, y, k, b);
            } else {
                conv1x1_24to48TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv1x1_24to48_relu6_7x7(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (48 + (L16 + L8) - 1) / (L16 + L8);
            int end = part.to(panels * 7);
            for (int n = part.from(panels * 7); n < end;) {
                int p = n / 7;
                int c = Math.min(p * (L16 + L8), Math.max(0, 48 - (L16 + L8)));
                int first = n % 7;
                int last = Math.min(first + 1, Math.min(first + end - n, 7));
                for (int i = first; i < last; i++) {
                    int row = i;
                    conv1x1_24to48Tile(s, w, x + row * 168, y + row * 432 + c, k + p * 24 * (L16 + L8), b + c);
                }
                Clipping.image(s, y + first * 432 + c, 432, 48, 1, 7, Math.min((L16 + L8), 48), 0f, 6.0f);
                n += last - first;
            }
        }

        private static void depthwise3x3_48Strip(float[] s, float[] w, int x, int y, int k, int b) {
            if (depthwise3x3_48StripStandIn.isOver()) {
                Tiles.depthwise3x3_48Strip(s, w, x, y, k, b);
            } else {
                depthwise3x3_48StripStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_48_7x7(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int end = part.to(4);
            for (int i = part.from(4); i < end; i++) {
                int col = Math.min(i * 2, 5);
                depthwise3x3_48Strip(s, w, x + col * 48, y + col * 48, k, b);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S8 = Species.of(8);

            private static final Class<?> C8 = S8.vectorType();

            private static final VectorSpecies<Float> S16 = Species.of(16);

            private static final Class<?> C16 = S16.vectorType();

            private static void conv1x1_24to48Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L16, 48 - L8);
                FloatVector bias0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b));
                FloatVector a0_0 = bias0;
                FloatVector a1_0 = bias0;
                FloatVector a2_0 = bias0;
                FloatVector a3_0 = bias0;
                FloatVector a4_0 = bias0;
                FloatVector a5_0 = bias0;
                FloatVector a6_0 = bias0;
                FloatVector bias1 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, b + c1));
                FloatVector a0_1 = bias1;
                FloatVector a1_1 = bias1;
                FloatVector a2_1 = bias1;
                FloatVector a3_1 = bias1;
                FloatVector a4_1 = bias1;
                FloatVector a5_1 = bias1;
                FloatVector a6_1 = bias1;
                for (int l = 0; l < 24; l++) {
                    int n = x + l;
                    int q = k + l * (L16 + L8);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, q + L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    FloatVector hv0_0 = (FloatVector) C8.cast(v0_0.reinterpretShape(S8, 0));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 24]));
                    FloatVector hv0_1 = (FloatVector) C8.cast(v0_1.reinterpretShape(S8, 0));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 48]));
                    FloatVector hv0_2 = (FloatVector) C8.cast(v0_2.reinterpretShape(S8, 0));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 72]));
                    FloatVector hv0_3 = (FloatVector) C8.cast(v0_3.reinterpretShape(S8, 0));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 96]));
                    FloatVector hv0_4 = (FloatVector) C8.cast(v0_4.reinterpretShape(S8, 0));
                    FloatVector v0_5 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 120]));
                    FloatVector hv0_5 = (FloatVector) C8.cast(v0_5.reinterpretShape(S8, 0));
                    FloatVector v0_6 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 144]));
                    FloatVector hv0_6 = (FloatVector) C8.cast(v0_6.reinterpretShape(S8, 0));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0));
                    a0_1 = hv0_0.fma(w0_1, (FloatVector) C8.cast(a0_1));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0));
                    a1_1 = hv0_1.fma(w0_1, (FloatVector) C8.cast(a1_1));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C16.cast(a2_0));
                    a2_1 = hv0_2.fma(w0_1, (FloatVector) C8.cast(a2_1));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C16.cast(a3_0));
                    a3_1 = hv0_3.fma(w0_1, (FloatVector) C8.cast(a3_1));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C16.cast(a4_0));
                    a4_1 = hv0_4.fma(w0_1, (FloatVector) C8.cast(a4_1));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C16.cast(a5_0));
                    a5_1 = hv0_5.fma(w0_1, (FloatVector) C8.cast(a5_1));
                    a6_0 = v0_6.fma(w0_0, (FloatVector) C16.cast(a6_0));
                    a6_1 = hv0_6.fma(w0_1, (FloatVector) C8.cast(a6_1));
                }
                ((FloatVector) C16.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C8.cast(a0_1)).intoArray(s, y + c1);
                ((FloatVector) C16.cast(a1_0)).intoArray(s, y + 48);
                ((FloatVector) C8.cast(a1_1)).intoArray(s, y + 48 + c1);
                ((FloatVector) C16.cast(a2_0)).intoArray(s, y + 96);
                ((FloatVector) C8.cast(a2_1)).intoArray(s, y + 96 + c1);
                ((FloatVector) C16.cast(a3_0)).intoArray(s, y + 144);
                ((FloatVector) C8.cast(a3_1)).intoArray(s, y + 144 + c1);
                ((FloatVector) C16.cast(a4_0)).intoArray(s, y + 192);
                ((FloatVector) C8.cast(a4_1)).intoArray(s, y + 192 + c1);
                ((FloatVector) C16.cast(a5_0)).intoArray(s, y + 240);
                ((FloatVector) C8.cast(a5_1)).intoArray(s, y + 240 + c1);
                ((FloatVector) C16.cast(a6_0)).intoArray(s, y + 288);
                ((FloatVector) C8.cast(a6_1)).intoArray(s, y + 288 + c1);
            }

            private static void depthwise3x3_48Strip(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 48; n += L16) {
                    int c = Math.min(n, 48 - L16);
                    FloatVector bias = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c));
                    FloatVector w0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c));
                    FloatVector w1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 48));
                    FloatVector w2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 96));
                    FloatVector w3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 144));
                    FloatVector w4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 192));
                    FloatVector w5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 240));
                    FloatVector w6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 288));
                    FloatVector w7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 336));
                    FloatVector w8 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 384));
                    FloatVector a0_0 = bias;
                    FloatVector a0_1 = bias;
                    FloatVector a1_0 = bias;
                    FloatVector a1_1 = bias;
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c));
                    a0_0 = v0_0.fma(w0, (FloatVector) C16.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 48));
                    a0_0 = v0_1.fma(w1, (FloatVector) C16.cast(a0_0));
                    a0_1 = v0_1.fma(w0, (FloatVector) C16.cast(a0_1));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 96));
                    a0_0 = v0_2.fma(w2, (FloatVector) C16.cast(a0_0));
                    a0_1 = v0_2.fma(w1, (FloatVector) C16.cast(a0_1));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 144));
                    a0_1 = v0_3.fma(w2, (FloatVector) C16.cast(a0_1));
                    FloatVector v1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 432));
                    a0_0 = v1_0.fma(w3, (FloatVector) C16.cast(a0_0));
                    a1_0 = v1_0.fma(w0, (FloatVector) C16.cast(a1_0));
                    FloatVector v1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 480));
                    a0_0 = v1_1.fma(w4, (FloatVector) C16.cast(a0_0));
                    a0_1 = v1_1.fma(w3, (FloatVector) C16.cast(a0_1));
                    a1_0 = v1_1.fma(w1, (FloatVector) C16.cast(a1_0));
                    a1_1 = v1_1.fma(w0, (FloatVector) C16.cast(a1_1));
                    FloatVector v1_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 528));
                    a0_0 = v1_2.fma(w5, (FloatVector) C16.cast(a0_0));
                    a0_1 = v1_2.fma(w4, (FloatVector) C16.cast(a0_1));
                    a1_0 = v1_2.fma(w2, (FloatVector) C16.cast(a1_0));
                    a1_1 = v1_2.fma(w1, (FloatVector) C16.cast(a1_1));
                    FloatVector v1_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 576));
                    a0_1 = v1_3.fma(w5, (FloatVector) C16.cast(a0_1));
                    a1_1 = v1_3.fma(w2, (FloatVector) C16.cast(a1_1));
                    for (int i = 0; i < 7; i++) {
                        int h = x + c + i * 432;
                        FloatVector a2_0 = bias;
                        FloatVector a2_1 = bias;
                        FloatVector v2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 864));
                        a0_0 = v2_0.fma(w6, (FloatVector) C16.cast(a0_0));
                        a1_0 = v2_0.fma(w3, (FloatVector) C16.cast(a1_0));
                        a2_0 = v2_0.fma(w0, (FloatVector) C16.cast(a2_0));
                        FloatVector v2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 912));
                        a0_0 = v2_1.fma(w7, (FloatVector) C16.cast(a0_0));
                        a0_1 = v2_1.fma(w6, (FloatVector) C16.cast(a0_1));
                        a1_0 = v2_1.fma(w4, (FloatVector) C16.cast(a1_0));
                        a1_1 = v2_1.fma(w3, (FloatVector) C16.cast(a1_1));
                        a2_0 = v2_1.fma(w1, (FloatVector) C16.cast(a2_0));
                        a2_1 = v2_1.fma(w0, (FloatVector) C16.cast(a2_1));
                        FloatVector v2_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 960));
                        a0_0 = v2_2.fma(w8, (FloatVector) C16.cast(a0_0));
                        a0_1 = v2_2.fma(w7, (FloatVector) C16.cast(a0_1));
                        a1_0 = v2_2.fma(w5, (FloatVector) C16.cast(a1_0));
                        a1_1 = v2_2.fma(w4, (FloatVector) C16.cast(a1_1));
                        a2_0 = v2_2.fma(w2, (FloatVector) C16.cast(a2_0));
                        a2_1 = v2_2.fma(w1, (FloatVector) C16.cast(a2_1));
                        FloatVector v2_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1008));
                        a0_1 = v2_3.fma(w8, (FloatVector) C16.cast(a0_1));
                        a1_1 = v2_3.fma(w5, (FloatVector) C16.cast(a1_1));
                        a2_1 = v2_3.fma(w2, (FloatVector) C16.cast(a2_1));
                        ((FloatVector) C16.cast(a0_0)).intoArray(s, y + c + i * 336);
                        ((FloatVector) C16.cast(a0_1)).intoArray(s, y + 48 + c + i * 336);
                        a0_0 = a1_0;
                        a0_1 = a1_1;
                        a1_0 = a2_0;
                        a1_1 = a2_1;
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

        private static final StandIn conv1x1_24to48TileStandIn = StandIn.matrix(
                1, 5, 2, 1, // tile: rows, columns, vectors, sums in turn
                0, 24, 96, 48, 96, 48, // distances: reads, writes, adds
                1, 0, 1, 0, 24, // window
                48);

        private static final StandIn depthwise3x3_48StripStandIn = StandIn.matrix(
                7, 2, 1, 1, // tile: rows, columns, vectors, sums in turn
                432, 48, 336, 48, 336, 48, // distances: reads, writes, adds
                3, 432, 3, 48, 48, // window
                48).depthwise();

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    conv1x1_24to48TileStandIn,
                    depthwise3x3_48StripStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.conv1x1_24to48Tile(s, w, 3900, 492, skip ? -StandIn.SKIPPED_ROUNDS : 300, 12, 5);
                    break;
                case 1:
                    Tiles.depthwise3x3_48Strip(s, w, 12, 3900, skip ? -StandIn.SKIPPED_ROUNDS : 1884, 1836);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void conv1x1_24to48Tile(float[] s, float[] w, int x, int y, int k, int b,
                int next) {
            if (conv1x1_24to48TileStandIn.isOver()) {
                Tiles.conv1x1_24to48Tile(s, w, x, y, k, b, next);
            } else {
                conv1x1_24to48TileStandIn.tile(s, w, x, y, -1, k, b, -1, next);
            }
        }

        private static void conv1x1_24to48_relu6_1x49(float[] s, float[] w, int x, int y, int k,
                int b, Part part) {
            int panels = (48 + (2 * L16) - 1) / (2 * L16);
            int end = part.to(panels * 10);
            for (int n = part.from(panels * 10); n < end;) {
                int p = n / 10;
                int c = Math.min(p * (2 * L16), Math.max(0, 48 - (2 * L16)));
                int first = n % 10;
                int last = Math.min(first + end - n, 10);
                for (int i = first; i < last; i++) {
                    int col = Math.min(i * 5, 44);
                    conv1x1_24to48Tile(s, w, x + col * 24, y + col * 48 + col / 7 * 96 + c, k + p * 48 * L16, b + c, 7 - col % 7);
                }
                int pixel = Math.min(first * 5, 44);
                int behind = Math.min(last * 5, 49);
                Clipping.pixels(s, y + c, 7, 432, 48, pixel, behind, Math.min((2 * L16), 48), 0f, 6.0f);
                n += last - first;
            }
        }

        private static void depthwise3x3_48Strip(float[] s, float[] w, int x, int y, int k, int b) {
            if (depthwise3x3_48StripStandIn.isOver()) {
                Tiles.depthwise3x3_48Strip(s, w, x, y, k, b);
            } else {
                depthwise3x3_48StripStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void depthwise3x3_48_7x7(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int end = part.to(4);
            for (int i = part.from(4); i < end; i++) {
                int col = Math.min(i * 2, 5);
                depthwise3x3_48Strip(s, w, x + col * 48, y + col * 48, k, b);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S16 = Species.of(16);

            private static final Class<?> C16 = S16.vectorType();

            private static void conv1x1_24to48Tile(float[] s, float[] w, int x, int y, int k, int b,
                    int next) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L16, 48 - L16);
                FloatVector a0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b));
                FloatVector a1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 48));
                FloatVector a2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 96));
                FloatVector a3_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 144));
                FloatVector a4_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 192));
                FloatVector a0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c1));
                FloatVector a1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 48 + c1));
                FloatVector a2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 96 + c1));
                FloatVector a3_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 144 + c1));
                FloatVector a4_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 192 + c1));
                for (int l = 0; l < 24; l += 2) {
                    int n = x + l;
                    int q = k + l * (2 * L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_0.mul(w0_0))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_0.fma(w0_1, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_0.mul(w0_1))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 24]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v0_1.mul(w0_0))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v0_1.fma(w0_1, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v0_1.mul(w0_1))).add((FloatVector) C16.cast(a1_1)));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 48]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v0_2.mul(w0_0))).add((FloatVector) C16.cast(a2_0)));
                    a2_1 = (FMA ? v0_2.fma(w0_1, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v0_2.mul(w0_1))).add((FloatVector) C16.cast(a2_1)));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 72]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C16.cast(a3_0)) : ((FloatVector) C16.cast(v0_3.mul(w0_0))).add((FloatVector) C16.cast(a3_0)));
                    a3_1 = (FMA ? v0_3.fma(w0_1, (FloatVector) C16.cast(a3_1)) : ((FloatVector) C16.cast(v0_3.mul(w0_1))).add((FloatVector) C16.cast(a3_1)));
                    FloatVector v0_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 96]));
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
                    FloatVector v1_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 24]));
                    a1_0 = (FMA ? v1_1.fma(w1_0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v1_1.mul(w1_0))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v1_1.fma(w1_1, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v1_1.mul(w1_1))).add((FloatVector) C16.cast(a1_1)));
                    FloatVector v1_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 48]));
                    a2_0 = (FMA ? v1_2.fma(w1_0, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v1_2.mul(w1_0))).add((FloatVector) C16.cast(a2_0)));
                    a2_1 = (FMA ? v1_2.fma(w1_1, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v1_2.mul(w1_1))).add((FloatVector) C16.cast(a2_1)));
                    FloatVector v1_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 72]));
                    a3_0 = (FMA ? v1_3.fma(w1_0, (FloatVector) C16.cast(a3_0)) : ((FloatVector) C16.cast(v1_3.mul(w1_0))).add((FloatVector) C16.cast(a3_0)));
                    a3_1 = (FMA ? v1_3.fma(w1_1, (FloatVector) C16.cast(a3_1)) : ((FloatVector) C16.cast(v1_3.mul(w1_1))).add((FloatVector) C16.cast(a3_1)));
                    FloatVector v1_4 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1 + 96]));
                    a4_0 = (FMA ? v1_4.fma(w1_0, (FloatVector) C16.cast(a4_0)) : ((FloatVector) C16.cast(v1_4.mul(w1_0))).add((FloatVector) C16.cast(a4_0)));
                    a4_1 = (FMA ? v1_4.fma(w1_1, (FloatVector) C16.cast(a4_1)) : ((FloatVector) C16.cast(v1_4.mul(w1_1))).add((FloatVector) C16.cast(a4_1)));
                }
                // Pixels from next on are in the next row, 96 farther.
                int y1 = y + 48 + (next - 2 >> 31 & 96);
                int y2 = y + 96 + (next - 3 >> 31 & 96);
                int y3 = y + 144 + (next - 4 >> 31 & 96);
                int y4 = y + 192 + (next - 5 >> 31 & 96);
                ((FloatVector) C16.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C16.cast(a0_1)).intoArray(s, y + c1);
                ((FloatVector) C16.cast(a1_0)).intoArray(s, y1);
                ((FloatVector) C16.cast(a1_1)).intoArray(s, y1 + c1);
                ((FloatVector) C16.cast(a2_0)).intoArray(s, y2);
                ((FloatVector) C16.cast(a2_1)).intoArray(s, y2 + c1);
                ((FloatVector) C16.cast(a3_0)).intoArray(s, y3);
                ((FloatVector) C16.cast(a3_1)).intoArray(s, y3 + c1);
                ((FloatVector) C16.cast(a4_0)).intoArray(s, y4);
                ((FloatVector) C16.cast(a4_1)).intoArray(s, y4 + c1);
            }

            private static void depthwise3x3_48Strip(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                for (int n = 0; n < 48; n += L16) {
                    int c = Math.min(n, 48 - L16);
                    FloatVector bias = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c));
                    FloatVector w0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c));
                    FloatVector w1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 48));
                    FloatVector w2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 96));
                    FloatVector w3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 144));
                    FloatVector w4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 192));
                    FloatVector w5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 240));
                    FloatVector w6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 288));
                    FloatVector w7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 336));
                    FloatVector w8 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, k + c + 384));
                    FloatVector a0_0 = bias;
                    FloatVector a0_1 = bias;
                    FloatVector a1_0 = bias;
                    FloatVector a1_1 = bias;
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c));
                    a0_0 = (FMA ? v0_0.fma(w0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_0.mul(w0))).add((FloatVector) C16.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 48));
                    a0_0 = (FMA ? v0_1.fma(w1, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_1.mul(w1))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_1.fma(w0, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_1.mul(w0))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 96));
                    a0_0 = (FMA ? v0_2.fma(w2, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_2.mul(w2))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_2.fma(w1, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_2.mul(w1))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 144));
                    a0_1 = (FMA ? v0_3.fma(w2, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_3.mul(w2))).add((FloatVector) C16.cast(a0_1)));
                    FloatVector v1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 432));
                    a0_0 = (FMA ? v1_0.fma(w3, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v1_0.mul(w3))).add((FloatVector) C16.cast(a0_0)));
                    a1_0 = (FMA ? v1_0.fma(w0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v1_0.mul(w0))).add((FloatVector) C16.cast(a1_0)));
                    FloatVector v1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 480));
                    a0_0 = (FMA ? v1_1.fma(w4, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v1_1.mul(w4))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v1_1.fma(w3, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v1_1.mul(w3))).add((FloatVector) C16.cast(a0_1)));
                    a1_0 = (FMA ? v1_1.fma(w1, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v1_1.mul(w1))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v1_1.fma(w0, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v1_1.mul(w0))).add((FloatVector) C16.cast(a1_1)));
                    FloatVector v1_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 528));
                    a0_0 = (FMA ? v1_2.fma(w5, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v1_2.mul(w5))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v1_2.fma(w4, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v1_2.mul(w4))).add((FloatVector) C16.cast(a0_1)));
                    a1_0 = (FMA ? v1_2.fma(w2, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v1_2.mul(w2))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v1_2.fma(w1, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v1_2.mul(w1))).add((FloatVector) C16.cast(a1_1)));
                    FloatVector v1_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, x + c + 576));
                    a0_1 = (FMA ? v1_3.fma(w5, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v1_3.mul(w5))).add((FloatVector) C16.cast(a0_1)));
                    a1_1 = (FMA ? v1_3.fma(w2, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v1_3.mul(w2))).add((FloatVector) C16.cast(a1_1)));
                    for (int i = 0; i < 7; i++) {
                        int h = x + c + i * 432;
                        FloatVector a2_0 = bias;
                        FloatVector a2_1 = bias;
                        FloatVector v2_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 864));
                        a0_0 = (FMA ? v2_0.fma(w6, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v2_0.mul(w6))).add((FloatVector) C16.cast(a0_0)));
                        a1_0 = (FMA ? v2_0.fma(w3, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v2_0.mul(w3))).add((FloatVector) C16.cast(a1_0)));
                        a2_0 = (FMA ? v2_0.fma(w0, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v2_0.mul(w0))).add((FloatVector) C16.cast(a2_0)));
                        FloatVector v2_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 912));
                        a0_0 = (FMA ? v2_1.fma(w7, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v2_1.mul(w7))).add((FloatVector) C16.cast(a0_0)));
                        a0_1 = (FMA ? v2_1.fma(w6, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v2_1.mul(w6))).add((FloatVector) C16.cast(a0_1)));
                        a1_0 = (FMA ? v2_1.fma(w4, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v2_1.mul(w4))).add((FloatVector) C16.cast(a1_0)));
                        a1_1 = (FMA ? v2_1.fma(w3, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v2_1.mul(w3))).add((FloatVector) C16.cast(a1_1)));
                        a2_0 = (FMA ? v2_1.fma(w1, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v2_1.mul(w1))).add((FloatVector) C16.cast(a2_0)));
                        a2_1 = (FMA ? v2_1.fma(w0, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v2_1.mul(w0))).add((FloatVector) C16.cast(a2_1)));
                        FloatVector v2_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 960));
                        a0_0 = (FMA ? v2_2.fma(w8, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v2_2.mul(w8))).add((FloatVector) C16.cast(a0_0)));
                        a0_1 = (FMA ? v2_2.fma(w7, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v2_2.mul(w7))).add((FloatVector) C16.cast(a0_1)));
                        a1_0 = (FMA ? v2_2.fma(w5, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v2_2.mul(w5))).add((FloatVector) C16.cast(a1_0)));
                        a1_1 = (FMA ? v2_2.fma(w4, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v2_2.mul(w4))).add((FloatVector) C16.cast(a1_1)));
                        a2_0 = (FMA ? v2_2.fma(w2, (FloatVector) C16.cast(a2_0)) : ((FloatVector) C16.cast(v2_2.mul(w2))).add((FloatVector) C16.cast(a2_0)));
                        a2_1 = (FMA ? v2_2.fma(w1, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v2_2.mul(w1))).add((FloatVector) C16.cast(a2_1)));
                        FloatVector v2_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, s, h + 1008));
                        a0_1 = (FMA ? v2_3.fma(w8, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v2_3.mul(w8))).add((FloatVector) C16.cast(a0_1)));
                        a1_1 = (FMA ? v2_3.fma(w5, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v2_3.mul(w5))).add((FloatVector) C16.cast(a1_1)));
                        a2_1 = (FMA ? v2_3.fma(w2, (FloatVector) C16.cast(a2_1)) : ((FloatVector) C16.cast(v2_3.mul(w2))).add((FloatVector) C16.cast(a2_1)));
                        ((FloatVector) C16.cast(a0_0)).intoArray(s, y + c + i * 336);
                        ((FloatVector) C16.cast(a0_1)).intoArray(s, y + 48 + c + i * 336);
                        a0_0 = a1_0;
                        a0_1 = a1_1;
                        a1_0 = a2_0;
                        a1_1 = a2_1;
                    }
                }
            }
        }
    }
}
