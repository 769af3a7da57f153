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
import dev.pleat.runtime.Softmax;
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
 * The model {@link golden.DenseNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class DenseNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(DenseNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final boolean FUSED = VECTOR && Simd.MIN_MAX;

    private static final int SCRATCH = 65;

    private static final int AREA = 0;

    /**
     * All weights, folded and packed in the order in which the kernels read them.
     */
    private final float[] w;

    private final ScratchPool scratch = new ScratchPool(SCRATCH);

    /**
     * What a prediction runs, in order.
     */
    private final Step[] steps = new Step[3];

    /**
     * Which of the steps the threads of a team divide among themselves.
     */
    private final boolean[] divided = new boolean[3];

    private DenseNetModel(Weights weights) {
        w = AlignedFloats.allocate(220);
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
     * Loads the class-path resource {@code DenseNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DenseNetModel load() {
        return loadResource("DenseNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DenseNetModel loadResource(String resource) {
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
    public static DenseNetModel loadResource(String resource, Map<String, String> names) {
        return new DenseNetModel(Weights.readResource(
                "DenseNet", specs(), DenseNetModel.class, name -> DenseNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static DenseNetModel load(Path file) throws IOException {
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
    public static DenseNetModel load(Path file, Map<String, String> names) throws IOException {
        return new DenseNetModel(Weights.read("DenseNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static DenseNetModel load(InputStream stream) throws IOException {
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
    public static DenseNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new DenseNetModel(Weights.read("DenseNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static DenseNetModel load(Map<String, float[]> tensors) {
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
    public static DenseNetModel load(Map<String, float[]> tensors, Map<String, String> names) {
        return new DenseNetModel(Weights.of("DenseNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [3, 7]}
     * @return {@code [3, 5]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[15];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [3, 7]}
     * @param y gets {@code [3, 5]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 21);
        Arguments.checkExact("y", y.length, 15);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [3, 7]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [3, 5]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 21);
        Arguments.check("y", y.length, yAt, 15);
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
     * @param x {@code [3, 7]} for each sample
     * @return {@code [3, 5]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 21);
        float[] y = new float[Arguments.elements("y", samples, 15)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [3, 7]} for each sample
     * @param y gets {@code [3, 5]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 21);
        Arguments.check("y", y.length, 0, (long) samples * 15);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 21, y, sample * 15);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [3, 7]}
     * @return {@code [3, 5]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[15];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [3, 7]}
     * @param y gets {@code [3, 5]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 21);
        Arguments.checkExact("y", y.length, 15);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [3, 7]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [3, 5]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 21);
        Arguments.check("y", y.length, yAt, 15);
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
     * @param x {@code [3, 7]} for each sample
     * @return {@code [3, 5]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 21);
        float[] y = new float[Arguments.elements("y", samples, 15)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [3, 7]} for each sample
     * @param y gets {@code [3, 5]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 21);
        Arguments.check("y", y.length, 0, (long) samples * 15);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 21, y, sample * 15);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [3, 7]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [3, 5]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 21);
        Arguments.check("y", y.length, yAt, 15);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[15]);
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
        Arguments.checkExact("x", x.length, 21);
        Arguments.checkExact("y", y.length, 15);
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
        Arguments.checkExact("x", x.length, 21);
        Arguments.checkExact("y", y.length, 15);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.rows(x, xAt, 21, s, 44, 21, 1, 21);
        Nans.makePositive(s, 44, 21, 1, 21);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.bytes(x, xAt, s, 44, 21, 1, 21);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 12, 15, y, yAt, 15, 1, 15);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 3, 7));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 3, 5));
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
        specs.add(TensorSpec.of("hidden/kernel", 7, 8));
        specs.add(TensorSpec.of("hidden/bias", 8));
        specs.add(TensorSpec.of("y/kernel", 8, 5));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("hidden", "dense hidden/kernel[7, 8] + hidden/bias[8], relu (x) : [3, 8]", 168L));
        stepSpecs.add(new StepSpec("y#linear", "dense y/kernel[8, 5] (hidden) : [3, 5]", 120L));
        stepSpecs.add(new StepSpec("y", "softmax axis 1 (y#linear) : [3, 5]", 0L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"DenseNet\"");
        lines.add("_________________________________________________________");
        lines.add(" Layer (type)     Output Shape   Param #   Multiply-adds");
        lines.add("=========================================================");
        lines.add(" x (InputLayer)   (None, 3, 7)         0               0");
        lines.add(" hidden (Dense)   (None, 3, 8)        64             168");
        lines.add(" y (Dense)        (None, 3, 5)        40             120");
        lines.add("=========================================================");
        lines.add("Total params: 104 (416.00 B)");
        lines.add("Trainable params: 104 (416.00 B)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 288");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  hidden: one step with hidden, relu");
        lines.add("");
        lines.add("Steps: 3");
        lines.add("Tiles:");
        lines.add("  hidden: 1x3 pixels x 1 vector x 2 (32 registers), 1x3 pixels x 1 vector x 2 (16 registers)");
        lines.add("  y#linear: 1x3 pixels x 2 vectors (32 registers), 1x3 pixels x 2 vectors (16 registers)");
        lines.add("Packed weights: 880 bytes");
        lines.add("Scratch memory: 260 bytes per prediction");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::hidden;
        steps[1] = this::y_linear;
        steps[2] = this::y;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code hidden = dense hidden/kernel[7, 8] + hidden/bias[8], relu (x) : [3, 8]}
     */
    private void hidden(float[] s, Part part) {
        if (WIDE) {
            Wide.dense_7to8_relu_1x3(s, w, 44, 12, 60, 12, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.dense_7to8_relu_1x3(s, w, 44, 12, 60, 12, Part.WHOLE);
            if (!FUSED) {
                Activations.relu(s, 12, s, 12, 24, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
            }
        } else {
            ScalarConvolution.apply(
                    s, 44, 21, 7, // reads: first, row, column
                    12, 24, 8, // writes
                    -1, 24, 8, // adds
                    w, 60, 56, 12, // kernel, a group of it, bias
                    1, 3, // pixels
                    1, 0, 1, 0, 7, // window
                    1, 7, 8);
            Activations.relu(s, 12, s, 12, 24, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
        }
    }

    /**
     * {@code y#linear = dense y/kernel[8, 5] (hidden) : [3, 5]}
     */
    private void y_linear(float[] s, Part part) {
        if (WIDE) {
            Wide.dense_8to5_1x3(s, w, 12, 44, 156, 124, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.dense_8to5_1x3(s, w, 12, 44, 156, 124, Part.WHOLE);
        } else {
            ScalarConvolution.apply(
                    s, 12, 24, 8, // reads: first, row, column
                    44, 15, 5, // writes
                    -1, 15, 5, // adds
                    w, 156, 64, 124, // kernel, a group of it, bias
                    1, 3, // pixels
                    1, 0, 1, 0, 8, // window
                    1, 8, 5);
        }
    }

    /**
     * {@code y = softmax axis 1 (y#linear) : [3, 5]}
     */
    private void y(float[] s, Part part) {
        Softmax.apply(s, 44, s, 12, 3, 5, 1);
    }

    private static void pack(Weights weights, float[] w) {
        loadHidden(weights, w);
        loadY_linear(weights, w);
    }

    private static void loadHidden(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("hidden/kernel"), 1, 7, 8)
                .named("hidden")
                .bias(weights.get("hidden/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 7, 8, vectors(1, 1), w, 60, 56);
        Panels.repeat(linear.bias(), 6, w, 12);
    }

    private static void loadY_linear(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("y/kernel"), 1, 8, 5)
                .named("y");
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 8, 5, vectors(2, 2), w, 156, 64);
        Panels.repeat(linear.bias(), 6, w, 124);
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

        private static final int L8 = Simd.lanes(8);

        private static final StandIn dense_7to8_reluTileStandIn = StandIn.matrix(
                1, 3, 1, 2, // tile: rows, columns, vectors, sums in turn
                21, 7, 24, 8, 24, 8, // distances: reads, writes, adds
                1, 0, 1, 0, 7, // window
                8).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn dense_8to5TileStandIn = StandIn.matrix(
                1, 3, 2, 1, // tile: rows, columns, vectors, sums in turn
                24, 8, 15, 5, 15, 5, // distances: reads, writes, adds
                1, 0, 1, 0, 8, // window
                5);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    dense_7to8_reluTileStandIn,
                    dense_8to5TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.dense_7to8_reluTile(s, w, 44, 12, skip ? -StandIn.SKIPPED_ROUNDS : 60, 12);
                    break;
                case 1:
                    Tiles.dense_8to5Tile(s, w, 12, 44, skip ? -StandIn.SKIPPED_ROUNDS : 156, 124);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void dense_7to8_reluTile(float[] s, float[] w, int x, int y, int k, int b) {
            if (dense_7to8_reluTileStandIn.isOver()) {
                Tiles.dense_7to8_reluTile(s, w, x, y, k, b);
            } else {
                dense_7to8_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void dense_7to8_relu_1x3(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (8 + L8 - 1) / L8;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L8, Math.max(0, 8 - L8));
                dense_7to8_reluTile(s, w, x, y + c, k + p * 7 * L8, b + c);
            }
        }

        private static void dense_8to5Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (dense_8to5TileStandIn.isOver()) {
                Tiles.dense_8to5Tile(s, w, x, y, k, b);
            } else {
                dense_8to5TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void dense_8to5_1x3(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (5 + (2 * L4) - 1) / (2 * L4);
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * (2 * L4), Math.max(0, 5 - (2 * L4)));
                dense_8to5Tile(s, w, x, y + c, k + p * 16 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static final VectorSpecies<Float> S8 = Species.of(8);

            private static final Class<?> C8 = S8.vectorType();

            private static void dense_7to8_reluTile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector bias0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, b));
                FloatVector a0_0 = bias0;
                FloatVector a1_0_0 = (FloatVector) C8.cast(FloatVector.zero(S8));
                FloatVector a1_0 = bias0;
                FloatVector a1_1_0 = (FloatVector) C8.cast(FloatVector.zero(S8));
                FloatVector a2_0 = bias0;
                FloatVector a1_2_0 = (FloatVector) C8.cast(FloatVector.zero(S8));
                for (int l = 0; l < 6; l += 2) {
                    int n = x + l;
                    int q = k + l * L8;
                    FloatVector w0_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, q));
                    FloatVector v0_0 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C8.cast(a0_0));
                    FloatVector v0_1 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 7]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C8.cast(a1_0));
                    FloatVector v0_2 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 14]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C8.cast(a2_0));
                    FloatVector w1_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, q + L8));
                    FloatVector v1_0 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 1]));
                    a1_0_0 = v1_0.fma(w1_0, (FloatVector) C8.cast(a1_0_0));
                    FloatVector v1_1 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 1 + 7]));
                    a1_1_0 = v1_1.fma(w1_0, (FloatVector) C8.cast(a1_1_0));
                    FloatVector v1_2 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 1 + 14]));
                    a1_2_0 = v1_2.fma(w1_0, (FloatVector) C8.cast(a1_2_0));
                }
                FloatVector w2_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, k + 6 * L8));
                FloatVector v2_0 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[x + 6]));
                a0_0 = v2_0.fma(w2_0, (FloatVector) C8.cast(a0_0));
                FloatVector v2_1 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[x + 6 + 7]));
                a1_0 = v2_1.fma(w2_0, (FloatVector) C8.cast(a1_0));
                FloatVector v2_2 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[x + 6 + 14]));
                a2_0 = v2_2.fma(w2_0, (FloatVector) C8.cast(a2_0));
                FloatVector zero = (FloatVector) C8.cast(FloatVector.zero(S8));
                a0_0 = ((FloatVector) C8.cast(a0_0)).add((FloatVector) C8.cast(a1_0_0));
                a1_0 = ((FloatVector) C8.cast(a1_0)).add((FloatVector) C8.cast(a1_1_0));
                a2_0 = ((FloatVector) C8.cast(a2_0)).add((FloatVector) C8.cast(a1_2_0));
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a1_0))))).intoArray(s, y + 8);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a2_0))))).intoArray(s, y + 16);
            }

            private static void dense_8to5Tile(float[] s, float[] w, int x, int y, int k, int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L4, 5 - L4);
                FloatVector bias0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a0_0 = bias0;
                FloatVector a1_0 = bias0;
                FloatVector a2_0 = bias0;
                FloatVector bias1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c1));
                FloatVector a0_1 = bias1;
                FloatVector a1_1 = bias1;
                FloatVector a2_1 = bias1;
                for (int l = 0; l < 8; l++) {
                    int n = x + l;
                    int q = k + l * (2 * L4);
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector w0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + L4));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                    a0_1 = v0_0.fma(w0_1, (FloatVector) C4.cast(a0_1));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 8]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0));
                    a1_1 = v0_1.fma(w0_1, (FloatVector) C4.cast(a1_1));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 16]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0));
                    a2_1 = v0_2.fma(w0_1, (FloatVector) C4.cast(a2_1));
                }
                ((FloatVector) C4.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C4.cast(a0_1)).intoArray(s, y + c1);
                ((FloatVector) C4.cast(a1_0)).intoArray(s, y + 5);
                ((FloatVector) C4.cast(a1_1)).intoArray(s, y + 5 + c1);
                ((FloatVector) C4.cast(a2_0)).intoArray(s, y + 10);
                ((FloatVector) C4.cast(a2_1)).intoArray(s, y + 10 + c1);
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L4 = Simd.lanes(4);

        private static final int L8 = Simd.lanes(8);

        private static final StandIn dense_7to8TileStandIn = StandIn.matrix(
                1, 3, 1, 2, // tile: rows, columns, vectors, sums in turn
                21, 7, 24, 8, 24, 8, // distances: reads, writes, adds
                1, 0, 1, 0, 7, // window
                8);

        private static final StandIn dense_8to5TileStandIn = StandIn.matrix(
                1, 3, 2, 1, // tile: rows, columns, vectors, sums in turn
                24, 8, 15, 5, 15, 5, // distances: reads, writes, adds
                1, 0, 1, 0, 8, // window
                5);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    dense_7to8TileStandIn,
                    dense_8to5TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.dense_7to8Tile(s, w, 44, 12, skip ? -StandIn.SKIPPED_ROUNDS : 60, 12);
                    break;
                case 1:
                    Tiles.dense_8to5Tile(s, w, 12, 44, skip ? -StandIn.SKIPPED_ROUNDS : 156, 124);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void dense_7to8Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (dense_7to8TileStandIn.isOver()) {
                Tiles.dense_7to8Tile(s, w, x, y, k, b);
            } else {
                dense_7to8TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void dense_7to8_relu_1x3(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (8 + L8 - 1) / L8;
            int end = part.to(panels * 1);
            for (int n = part.from(panels * 1); n < end;) {
                int p = n / 1;
                int c = Math.min(p * L8, Math.max(0, 8 - L8));
                int first = n % 1;
                int last = Math.min(first + end - n, 1);
                for (int i = first; i < last; i++) {
                    dense_7to8Tile(s, w, x, y + c, k + p * 7 * L8, b + c);
                }
                Clipping.image(s, y + c, 24, 8, 1, 3, Math.min(L8, 8), 0f, Float.POSITIVE_INFINITY);
                n += last - first;
            }
        }

        private static void dense_8to5Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (dense_8to5TileStandIn.isOver()) {
                Tiles.dense_8to5Tile(s, w, x, y, k, b);
            } else {
                dense_8to5TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void dense_8to5_1x3(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (5 + (2 * L4) - 1) / (2 * L4);
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * (2 * L4), Math.max(0, 5 - (2 * L4)));
                dense_8to5Tile(s, w, x, y + c, k + p * 16 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static final VectorSpecies<Float> S8 = Species.of(8);

            private static final Class<?> C8 = S8.vectorType();

            private static void dense_7to8Tile(float[] s, float[] w, int x, int y, int k, int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, b));
                FloatVector a1_0_0 = (FloatVector) C8.cast(FloatVector.zero(S8));
                FloatVector a1_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, b + 8));
                FloatVector a1_1_0 = (FloatVector) C8.cast(FloatVector.zero(S8));
                FloatVector a2_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, b + 16));
                FloatVector a1_2_0 = (FloatVector) C8.cast(FloatVector.zero(S8));
                for (int l = 0; l < 6; l += 2) {
                    int n = x + l;
                    int q = k + l * L8;
                    FloatVector w0_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, q));
                    FloatVector v0_0 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C8.cast(a0_0)) : ((FloatVector) C8.cast(v0_0.mul(w0_0))).add((FloatVector) C8.cast(a0_0)));
                    FloatVector v0_1 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 7]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C8.cast(a1_0)) : ((FloatVector) C8.cast(v0_1.mul(w0_0))).add((FloatVector) C8.cast(a1_0)));
                    FloatVector v0_2 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 14]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C8.cast(a2_0)) : ((FloatVector) C8.cast(v0_2.mul(w0_0))).add((FloatVector) C8.cast(a2_0)));
                    FloatVector w1_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, q + L8));
                    FloatVector v1_0 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 1]));
                    a1_0_0 = (FMA ? v1_0.fma(w1_0, (FloatVector) C8.cast(a1_0_0)) : ((FloatVector) C8.cast(v1_0.mul(w1_0))).add((FloatVector) C8.cast(a1_0_0)));
                    FloatVector v1_1 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 1 + 7]));
                    a1_1_0 = (FMA ? v1_1.fma(w1_0, (FloatVector) C8.cast(a1_1_0)) : ((FloatVector) C8.cast(v1_1.mul(w1_0))).add((FloatVector) C8.cast(a1_1_0)));
                    FloatVector v1_2 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 1 + 14]));
                    a1_2_0 = (FMA ? v1_2.fma(w1_0, (FloatVector) C8.cast(a1_2_0)) : ((FloatVector) C8.cast(v1_2.mul(w1_0))).add((FloatVector) C8.cast(a1_2_0)));
                }
                FloatVector w2_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, k + 6 * L8));
                FloatVector v2_0 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[x + 6]));
                a0_0 = (FMA ? v2_0.fma(w2_0, (FloatVector) C8.cast(a0_0)) : ((FloatVector) C8.cast(v2_0.mul(w2_0))).add((FloatVector) C8.cast(a0_0)));
                FloatVector v2_1 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[x + 6 + 7]));
                a1_0 = (FMA ? v2_1.fma(w2_0, (FloatVector) C8.cast(a1_0)) : ((FloatVector) C8.cast(v2_1.mul(w2_0))).add((FloatVector) C8.cast(a1_0)));
                FloatVector v2_2 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[x + 6 + 14]));
                a2_0 = (FMA ? v2_2.fma(w2_0, (FloatVector) C8.cast(a2_0)) : ((FloatVector) C8.cast(v2_2.mul(w2_0))).add((FloatVector) C8.cast(a2_0)));
                a0_0 = ((FloatVector) C8.cast(a0_0)).add((FloatVector) C8.cast(a1_0_0));
                a1_0 = ((FloatVector) C8.cast(a1_0)).add((FloatVector) C8.cast(a1_1_0));
                a2_0 = ((FloatVector) C8.cast(a2_0)).add((FloatVector) C8.cast(a1_2_0));
                ((FloatVector) C8.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C8.cast(a1_0)).intoArray(s, y + 8);
                ((FloatVector) C8.cast(a2_0)).intoArray(s, y + 16);
            }

            private static void dense_8to5Tile(float[] s, float[] w, int x, int y, int k, int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L4, 5 - L4);
                FloatVector a0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 5));
                FloatVector a2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 10));
                FloatVector a0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c1));
                FloatVector a1_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 5 + c1));
                FloatVector a2_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 10 + c1));
                for (int l = 0; l < 8; l++) {
                    int n = x + l;
                    int q = k + l * (2 * L4);
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector w0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + L4));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                    a0_1 = (FMA ? v0_0.fma(w0_1, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v0_0.mul(w0_1))).add((FloatVector) C4.cast(a0_1)));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 8]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v0_1.mul(w0_0))).add((FloatVector) C4.cast(a1_0)));
                    a1_1 = (FMA ? v0_1.fma(w0_1, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v0_1.mul(w0_1))).add((FloatVector) C4.cast(a1_1)));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 16]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v0_2.mul(w0_0))).add((FloatVector) C4.cast(a2_0)));
                    a2_1 = (FMA ? v0_2.fma(w0_1, (FloatVector) C4.cast(a2_1)) : ((FloatVector) C4.cast(v0_2.mul(w0_1))).add((FloatVector) C4.cast(a2_1)));
                }
                ((FloatVector) C4.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C4.cast(a0_1)).intoArray(s, y + c1);
                ((FloatVector) C4.cast(a1_0)).intoArray(s, y + 5);
                ((FloatVector) C4.cast(a1_1)).intoArray(s, y + 5 + c1);
                ((FloatVector) C4.cast(a2_0)).intoArray(s, y + 10);
                ((FloatVector) C4.cast(a2_1)).intoArray(s, y + 10 + c1);
            }
        }
    }
}
