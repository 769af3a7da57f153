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
 * The model {@link golden.Conv2DNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class Conv2DNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(Conv2DNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final boolean FUSED = VECTOR && Simd.MIN_MAX;

    private static final int SCRATCH = 396;

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

    private Conv2DNetModel(Weights weights) {
        w = AlignedFloats.allocate(348);
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
     * Loads the class-path resource {@code Conv2DNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static Conv2DNetModel load() {
        return loadResource("Conv2DNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static Conv2DNetModel loadResource(String resource) {
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
    public static Conv2DNetModel loadResource(String resource, Map<String, String> names) {
        return new Conv2DNetModel(Weights.readResource(
                "Conv2DNet", specs(), Conv2DNetModel.class, name -> Conv2DNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static Conv2DNetModel load(Path file) throws IOException {
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
    public static Conv2DNetModel load(Path file, Map<String, String> names) throws IOException {
        return new Conv2DNetModel(Weights.read("Conv2DNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static Conv2DNetModel load(InputStream stream) throws IOException {
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
    public static Conv2DNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new Conv2DNetModel(Weights.read("Conv2DNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static Conv2DNetModel load(Map<String, float[]> tensors) {
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
    public static Conv2DNetModel load(Map<String, float[]> tensors, Map<String, String> names) {
        return new Conv2DNetModel(Weights.of("Conv2DNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [8, 8, 3]}
     * @return {@code [3, 4, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[48];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [8, 8, 3]}
     * @param y gets {@code [3, 4, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 192);
        Arguments.checkExact("y", y.length, 48);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [8, 8, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [3, 4, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 192);
        Arguments.check("y", y.length, yAt, 48);
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
     * @param x {@code [8, 8, 3]} for each sample
     * @return {@code [3, 4, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 192);
        float[] y = new float[Arguments.elements("y", samples, 48)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [8, 8, 3]} for each sample
     * @param y gets {@code [3, 4, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 192);
        Arguments.check("y", y.length, 0, (long) samples * 48);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 192, y, sample * 48);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [8, 8, 3]}
     * @return {@code [3, 4, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[48];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [8, 8, 3]}
     * @param y gets {@code [3, 4, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 192);
        Arguments.checkExact("y", y.length, 48);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [8, 8, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [3, 4, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 192);
        Arguments.check("y", y.length, yAt, 48);
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
     * @param x {@code [8, 8, 3]} for each sample
     * @return {@code [3, 4, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 192);
        float[] y = new float[Arguments.elements("y", samples, 48)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [8, 8, 3]} for each sample
     * @param y gets {@code [3, 4, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 192);
        Arguments.check("y", y.length, 0, (long) samples * 48);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 192, y, sample * 48);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [8, 8, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [3, 4, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 192);
        Arguments.check("y", y.length, yAt, 48);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[48]);
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
        Arguments.checkExact("x", x.length, 192);
        Arguments.checkExact("y", y.length, 48);
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
        Arguments.checkExact("x", x.length, 192);
        Arguments.checkExact("y", y.length, 48);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.border(s, 12, 8, 24, 27, 0, 3, 0, 1);
        Copy.rows(x, xAt, 24, s, 12, 27, 8, 24);
        Nans.makePositive(s, 12, 27, 8, 24);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.border(s, 12, 8, 24, 27, 0, 3, 0, 1);
        Copy.bytes(x, xAt, s, 12, 27, 8, 24);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 12, 16, y, yAt, 16, 3, 16);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 8, 8, 3));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 3, 4, 4));
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
        specs.add(TensorSpec.of("strided/kernel", 3, 3, 3, 8));
        specs.add(TensorSpec.of("strided/bias", 8));
        specs.add(TensorSpec.of("y/kernel", 2, 1, 4, 4));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("strided", "conv 3x3 strides 2x2 padding (0, 1, 0, 1) strided/kernel[3, 3, 3, 8] + strided/bias[8], relu (x) : [4, 4, 8]", 3456L));
        stepSpecs.add(new StepSpec("y", "conv 2x1 groups 2 y/kernel[2, 1, 4, 4] (strided) : [3, 4, 4]", 384L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"Conv2DNet\"");
        lines.add("______________________________________________________________");
        lines.add(" Layer (type)       Output Shape      Param #   Multiply-adds");
        lines.add("==============================================================");
        lines.add(" x (InputLayer)     (None, 8, 8, 3)         0               0");
        lines.add(" strided (Conv2D)   (None, 4, 4, 8)       224           3,456");
        lines.add(" y (Conv2D)         (None, 3, 4, 4)        32             384");
        lines.add("==============================================================");
        lines.add("Total params: 256 (1.00 KB)");
        lines.add("Trainable params: 256 (1.00 KB)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 3,840");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  strided: one step with strided, relu");
        lines.add("");
        lines.add("Steps: 2");
        lines.add("Tiles:");
        lines.add("  strided: 4x4 pixels x 1 vector (32 registers), 1x4 pixels x 1 vector (16 registers)");
        lines.add("  y: without vectors");
        lines.add("Packed weights: 1,392 bytes");
        lines.add("Scratch memory: 1,584 bytes per prediction");
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
     * {@code strided = conv 3x3 strides 2x2 padding (0, 1, 0, 1) strided/kernel[3, 3, 3, 8] + strided/bias[8], relu (x) : [4, 4, 8]}
     */
    private void strided(float[] s, Part part) {
        if (WIDE) {
            Wide.conv3x3_3to8_relu_4x4(s, w, 12, 268, 60, 12, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.conv3x3_3to8_relu_4x4(s, w, 12, 268, 60, 12, Part.WHOLE);
            if (!FUSED) {
                Activations.relu(s, 268, s, 268, 128, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
            }
        } else {
            ScalarConvolution.apply(
                    s, 12, 54, 6, // reads: first, row, column
                    268, 32, 8, // writes
                    -1, 32, 8, // adds
                    w, 60, 216, 12, // kernel, a group of it, bias
                    4, 4, // pixels
                    3, 27, 1, 0, 9, // window
                    1, 3, 8);
            Activations.relu(s, 268, s, 268, 128, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
        }
    }

    /**
     * {@code y = conv 2x1 groups 2 y/kernel[2, 1, 4, 4] (strided) : [3, 4, 4]}
     */
    private void y(float[] s, Part part) {
        ScalarConvolution.apply(
                s, 268, 0, 8, // reads: first, row, column
                12, 0, 4, // writes
                -1, 0, 4, // adds
                w, 316, 16, 284, // kernel, a group of it, bias
                1, 12, // pixels
                2, 32, 1, 0, 4, // window
                2, 4, 2);
    }

    private static void pack(Weights weights, float[] w) {
        loadStrided(weights, w);
        loadY(weights, w);
    }

    private static void loadStrided(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("strided/kernel"), 9, 3, 8)
                .named("strided")
                .bias(weights.get("strided/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 3, new int[] {0, 1, 3}, new int[] {0, 1, 3}, 1, 3, 8, vectors(1, 1), w, 60, 216);
        Panels.repeat(linear.bias(), 6, w, 12);
    }

    private static void loadY(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("y/kernel"), 2, 4, 4)
                .named("y")
                .groups(2);
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 2}, new int[] {0, 1, 1}, 2, 4, 2, 0, w, 316, 16);
        Panels.repeat(linear.bias(), 6, w, 284);
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

        private static final StandIn conv3x3_3to8_reluTileStandIn = StandIn.matrix(
                4, 4, 1, 1, // tile: rows, columns, vectors, sums in turn
                54, 6, 32, 8, 32, 8, // distances: reads, writes, adds
                3, 27, 1, 0, 9, // window
                8).relu(0.0f, Float.POSITIVE_INFINITY);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    conv3x3_3to8_reluTileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.conv3x3_3to8_reluTile(s, w, 12, 268, skip ? -StandIn.SKIPPED_ROUNDS : 60, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void conv3x3_3to8_reluTile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (conv3x3_3to8_reluTileStandIn.isOver()) {
                Tiles.conv3x3_3to8_reluTile(s, w, x, y, k, b);
            } else {
                conv3x3_3to8_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv3x3_3to8_relu_4x4(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (8 + L8 - 1) / L8;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L8, Math.max(0, 8 - L8));
                conv3x3_3to8_reluTile(s, w, x, y + c, k + p * 27 * L8, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S8 = Species.of(8);

            private static final Class<?> C8 = S8.vectorType();

            private static void conv3x3_3to8_reluTile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector bias0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, b));
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
                for (int i = x; i < x + 81; i += 27) {
                    for (int l = 0; l < 9; l++) {
                        int n = i + l;
                        int q = k + l * L8;
                        FloatVector w0_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, q));
                        FloatVector v0_0 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n]));
                        a0_0 = v0_0.fma(w0_0, (FloatVector) C8.cast(a0_0));
                        FloatVector v0_1 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 6]));
                        a1_0 = v0_1.fma(w0_0, (FloatVector) C8.cast(a1_0));
                        FloatVector v0_2 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 12]));
                        a2_0 = v0_2.fma(w0_0, (FloatVector) C8.cast(a2_0));
                        FloatVector v0_3 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 18]));
                        a3_0 = v0_3.fma(w0_0, (FloatVector) C8.cast(a3_0));
                        FloatVector v0_4 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 54]));
                        a4_0 = v0_4.fma(w0_0, (FloatVector) C8.cast(a4_0));
                        FloatVector v0_5 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 60]));
                        a5_0 = v0_5.fma(w0_0, (FloatVector) C8.cast(a5_0));
                        FloatVector v0_6 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 66]));
                        a6_0 = v0_6.fma(w0_0, (FloatVector) C8.cast(a6_0));
                        FloatVector v0_7 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 72]));
                        a7_0 = v0_7.fma(w0_0, (FloatVector) C8.cast(a7_0));
                        FloatVector v0_8 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 108]));
                        a8_0 = v0_8.fma(w0_0, (FloatVector) C8.cast(a8_0));
                        FloatVector v0_9 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 114]));
                        a9_0 = v0_9.fma(w0_0, (FloatVector) C8.cast(a9_0));
                        FloatVector v0_10 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 120]));
                        a10_0 = v0_10.fma(w0_0, (FloatVector) C8.cast(a10_0));
                        FloatVector v0_11 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 126]));
                        a11_0 = v0_11.fma(w0_0, (FloatVector) C8.cast(a11_0));
                        FloatVector v0_12 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 162]));
                        a12_0 = v0_12.fma(w0_0, (FloatVector) C8.cast(a12_0));
                        FloatVector v0_13 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 168]));
                        a13_0 = v0_13.fma(w0_0, (FloatVector) C8.cast(a13_0));
                        FloatVector v0_14 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 174]));
                        a14_0 = v0_14.fma(w0_0, (FloatVector) C8.cast(a14_0));
                        FloatVector v0_15 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 180]));
                        a15_0 = v0_15.fma(w0_0, (FloatVector) C8.cast(a15_0));
                    }
                    k += 9 * L8;
                }
                FloatVector zero = (FloatVector) C8.cast(FloatVector.zero(S8));
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a1_0))))).intoArray(s, y + 8);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a2_0))))).intoArray(s, y + 16);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a3_0))))).intoArray(s, y + 24);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a4_0))))).intoArray(s, y + 32);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a5_0))))).intoArray(s, y + 40);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a6_0))))).intoArray(s, y + 48);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a7_0))))).intoArray(s, y + 56);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a8_0))))).intoArray(s, y + 64);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a9_0))))).intoArray(s, y + 72);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a10_0))))).intoArray(s, y + 80);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a11_0))))).intoArray(s, y + 88);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a12_0))))).intoArray(s, y + 96);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a13_0))))).intoArray(s, y + 104);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a14_0))))).intoArray(s, y + 112);
                ((FloatVector) C8.cast(zero.max(((FloatVector) C8.cast(a15_0))))).intoArray(s, y + 120);
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L8 = Simd.lanes(8);

        private static final StandIn conv3x3_3to8TileStandIn = StandIn.matrix(
                1, 4, 1, 1, // tile: rows, columns, vectors, sums in turn
                54, 6, 32, 8, 32, 8, // distances: reads, writes, adds
                3, 27, 1, 0, 9, // window
                8);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    conv3x3_3to8TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.conv3x3_3to8Tile(s, w, 12, 268, skip ? -StandIn.SKIPPED_ROUNDS : 60, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void conv3x3_3to8Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (conv3x3_3to8TileStandIn.isOver()) {
                Tiles.conv3x3_3to8Tile(s, w, x, y, k, b);
            } else {
                conv3x3_3to8TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void conv3x3_3to8_relu_4x4(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (8 + L8 - 1) / L8;
            int end = part.to(panels * 4);
            for (int n = part.from(panels * 4); n < end;) {
                int p = n / 4;
                int c = Math.min(p * L8, Math.max(0, 8 - L8));
                int first = n % 4;
                int last = Math.min(first + 1, Math.min(first + end - n, 4));
                for (int i = first; i < last; i++) {
                    int row = i;
                    conv3x3_3to8Tile(s, w, x + row * 54, y + row * 32 + c, k + p * 27 * L8, b + c);
                }
                Clipping.image(s, y + first * 32 + c, 32, 8, 1, 4, Math.min(L8, 8), 0f, Float.POSITIVE_INFINITY);
                n += last - first;
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S8 = Species.of(8);

            private static final Class<?> C8 = S8.vectorType();

            private static void conv3x3_3to8Tile(float[] s, float[] w, int x, int y, int k, int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, b));
                FloatVector a1_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, b + 8));
                FloatVector a2_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, b + 16));
                FloatVector a3_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, b + 24));
                for (int i = x; i < x + 81; i += 27) {
                    for (int l = 0; l < 8; l += 2) {
                        int n = i + l;
                        int q = k + l * L8;
                        FloatVector w0_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, q));
                        FloatVector v0_0 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n]));
                        a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C8.cast(a0_0)) : ((FloatVector) C8.cast(v0_0.mul(w0_0))).add((FloatVector) C8.cast(a0_0)));
                        FloatVector v0_1 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 6]));
                        a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C8.cast(a1_0)) : ((FloatVector) C8.cast(v0_1.mul(w0_0))).add((FloatVector) C8.cast(a1_0)));
                        FloatVector v0_2 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 12]));
                        a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C8.cast(a2_0)) : ((FloatVector) C8.cast(v0_2.mul(w0_0))).add((FloatVector) C8.cast(a2_0)));
                        FloatVector v0_3 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 18]));
                        a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C8.cast(a3_0)) : ((FloatVector) C8.cast(v0_3.mul(w0_0))).add((FloatVector) C8.cast(a3_0)));
                        if (l == s.length) {
                            break;
                        }
                        FloatVector w1_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, q + L8));
                        FloatVector v1_0 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 1]));
                        a0_0 = (FMA ? v1_0.fma(w1_0, (FloatVector) C8.cast(a0_0)) : ((FloatVector) C8.cast(v1_0.mul(w1_0))).add((FloatVector) C8.cast(a0_0)));
                        FloatVector v1_1 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 1 + 6]));
                        a1_0 = (FMA ? v1_1.fma(w1_0, (FloatVector) C8.cast(a1_0)) : ((FloatVector) C8.cast(v1_1.mul(w1_0))).add((FloatVector) C8.cast(a1_0)));
                        FloatVector v1_2 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 1 + 12]));
                        a2_0 = (FMA ? v1_2.fma(w1_0, (FloatVector) C8.cast(a2_0)) : ((FloatVector) C8.cast(v1_2.mul(w1_0))).add((FloatVector) C8.cast(a2_0)));
                        FloatVector v1_3 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[n + 1 + 18]));
                        a3_0 = (FMA ? v1_3.fma(w1_0, (FloatVector) C8.cast(a3_0)) : ((FloatVector) C8.cast(v1_3.mul(w1_0))).add((FloatVector) C8.cast(a3_0)));
                    }
                    FloatVector w2_0 = (FloatVector) C8.cast(FloatVector.fromArray(S8, w, k + 8 * L8));
                    FloatVector v2_0 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[i + 8]));
                    a0_0 = (FMA ? v2_0.fma(w2_0, (FloatVector) C8.cast(a0_0)) : ((FloatVector) C8.cast(v2_0.mul(w2_0))).add((FloatVector) C8.cast(a0_0)));
                    FloatVector v2_1 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[i + 8 + 6]));
                    a1_0 = (FMA ? v2_1.fma(w2_0, (FloatVector) C8.cast(a1_0)) : ((FloatVector) C8.cast(v2_1.mul(w2_0))).add((FloatVector) C8.cast(a1_0)));
                    FloatVector v2_2 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[i + 8 + 12]));
                    a2_0 = (FMA ? v2_2.fma(w2_0, (FloatVector) C8.cast(a2_0)) : ((FloatVector) C8.cast(v2_2.mul(w2_0))).add((FloatVector) C8.cast(a2_0)));
                    FloatVector v2_3 = (FloatVector) C8.cast(FloatVector.broadcast(S8, s[i + 8 + 18]));
                    a3_0 = (FMA ? v2_3.fma(w2_0, (FloatVector) C8.cast(a3_0)) : ((FloatVector) C8.cast(v2_3.mul(w2_0))).add((FloatVector) C8.cast(a3_0)));
                    k += 9 * L8;
                }
                ((FloatVector) C8.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C8.cast(a1_0)).intoArray(s, y + 8);
                ((FloatVector) C8.cast(a2_0)).intoArray(s, y + 16);
                ((FloatVector) C8.cast(a3_0)).intoArray(s, y + 24);
            }
        }
    }
}
