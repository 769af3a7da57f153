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
 * The model {@link golden.ContribBatchNormNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class ContribBatchNormNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(ContribBatchNormNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final boolean FUSED = VECTOR && Simd.MIN_MAX;

    private static final int SCRATCH = 32;

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

    private ContribBatchNormNetModel(Weights weights) {
        w = AlignedFloats.allocate(76);
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
     * Loads the class-path resource {@code ContribBatchNormNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static ContribBatchNormNetModel load() {
        return loadResource("ContribBatchNormNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static ContribBatchNormNetModel loadResource(String resource) {
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
    public static ContribBatchNormNetModel loadResource(String resource,
            Map<String, String> names) {
        return new ContribBatchNormNetModel(Weights.readResource(
                "ContribBatchNormNet", specs(), ContribBatchNormNetModel.class, name -> ContribBatchNormNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static ContribBatchNormNetModel load(Path file) throws IOException {
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
    public static ContribBatchNormNetModel load(Path file, Map<String, String> names) throws
            IOException {
        return new ContribBatchNormNetModel(Weights.read("ContribBatchNormNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static ContribBatchNormNetModel load(InputStream stream) throws IOException {
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
    public static ContribBatchNormNetModel load(InputStream stream, Map<String, String> names)
            throws IOException {
        return new ContribBatchNormNetModel(Weights.read("ContribBatchNormNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static ContribBatchNormNetModel load(Map<String, float[]> tensors) {
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
    public static ContribBatchNormNetModel load(Map<String, float[]> tensors,
            Map<String, String> names) {
        return new ContribBatchNormNetModel(Weights.of("ContribBatchNormNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [6]}
     * @return {@code [4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[4];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [6]}
     * @param y gets {@code [4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 6);
        Arguments.checkExact("y", y.length, 4);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [6]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 6);
        Arguments.check("y", y.length, yAt, 4);
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
     * @param x {@code [6]} for each sample
     * @return {@code [4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6);
        float[] y = new float[Arguments.elements("y", samples, 4)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6]} for each sample
     * @param y gets {@code [4]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6);
        Arguments.check("y", y.length, 0, (long) samples * 4);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 6, y, sample * 4);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [6]}
     * @return {@code [4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[4];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [6]}
     * @param y gets {@code [4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 6);
        Arguments.checkExact("y", y.length, 4);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [6]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 6);
        Arguments.check("y", y.length, yAt, 4);
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
     * @param x {@code [6]} for each sample
     * @return {@code [4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6);
        float[] y = new float[Arguments.elements("y", samples, 4)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [6]} for each sample
     * @param y gets {@code [4]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 6);
        Arguments.check("y", y.length, 0, (long) samples * 4);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 6, y, sample * 4);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [6]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 6);
        Arguments.check("y", y.length, yAt, 4);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[4]);
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
        Arguments.checkExact("x", x.length, 6);
        Arguments.checkExact("y", y.length, 4);
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
        Arguments.checkExact("x", x.length, 6);
        Arguments.checkExact("y", y.length, 4);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.rows(x, xAt, 6, s, 12, 6, 1, 6);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.bytes(x, xAt, s, 12, 6, 1, 6);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 28, 4, y, yAt, 4, 1, 4);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 6));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 4));
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
        specs.add(TensorSpec.of("dense/kernel", 6, 4));
        specs.add(TensorSpec.of("y/beta", 4));
        specs.add(TensorSpec.of("y/moving_mean", 4));
        specs.add(TensorSpec.of("y/moving_variance", 4));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("y", "dense dense/kernel[6, 4] folding [y], relu (x) : [4]", 24L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"ContribBatchNormNet\"");
        lines.add("_______________________________________________________________");
        lines.add(" Layer (type)           Output Shape   Param #   Multiply-adds");
        lines.add("===============================================================");
        lines.add(" x (InputLayer)         (None, 6)            0               0");
        lines.add(" dense (Dense)          (None, 4)           24              24");
        lines.add(" y (ContribBatchNorm)   (None, 4)           12               0");
        lines.add("===============================================================");
        lines.add("Total params: 36 (144.00 B)");
        lines.add("Trainable params: 28 (112.00 B)");
        lines.add("Non-trainable params: 8 (32.00 B)");
        lines.add("Multiply-adds: 24");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  y: folded into 'dense'");
        lines.add("  y: one step with dense, relu");
        lines.add("");
        lines.add("Steps: 1");
        lines.add("Tiles:");
        lines.add("  y: 1x1 pixels x 1 vector x 6 (32 registers), 1x1 pixels x 1 vector x 6 (16 registers)");
        lines.add("Packed weights: 304 bytes");
        lines.add("Scratch memory: 128 bytes per prediction");
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
     * {@code y = dense dense/kernel[6, 4] folding [y], relu (x) : [4]}
     */
    private void y(float[] s, Part part) {
        if (WIDE) {
            Wide.dense_6to4_relu(s, w, 12, 28, 44, 12, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.dense_6to4_relu(s, w, 12, 28, 44, 12, Part.WHOLE);
            if (!FUSED) {
                Activations.relu(s, 28, s, 28, 4, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
            }
        } else {
            ScalarConvolution.apply(
                    s, 12, 6, 6, // reads: first, row, column
                    28, 4, 4, // writes
                    -1, 4, 4, // adds
                    w, 44, 24, 12, // kernel, a group of it, bias
                    1, 1, // pixels
                    1, 0, 1, 0, 6, // window
                    1, 6, 4);
            Activations.relu(s, 28, s, 28, 4, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
        }
    }

    private static void pack(Weights weights, float[] w) {
        loadY(weights, w);
    }

    private static void loadY(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("dense/kernel"), 1, 6, 4)
                .named("dense")
                .after(weights.batchNorm("y", 4, 0.001, true, false));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 6, 4, vectors(1, 1), w, 44, 24);
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

        private static final StandIn dense_6to4_reluTileStandIn = StandIn.matrix(
                1, 1, 1, 6, // tile: rows, columns, vectors, sums in turn
                6, 6, 4, 4, 4, 4, // distances: reads, writes, adds
                1, 0, 1, 0, 6, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    dense_6to4_reluTileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.dense_6to4_reluTile(s, w, 12, 28, skip ? -StandIn.SKIPPED_ROUNDS : 44, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void dense_6to4_reluTile(float[] s, float[] w, int x, int y, int k, int b) {
            if (dense_6to4_reluTileStandIn.isOver()) {
                Tiles.dense_6to4_reluTile(s, w, x, y, k, b);
            } else {
                dense_6to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void dense_6to4_relu(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                dense_6to4_reluTile(s, w, x, y + c, k + p * 6 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void dense_6to4_reluTile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector bias0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a0_0 = bias0;
                FloatVector a1_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a2_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a3_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a4_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a5_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                for (int l = 0; l < 6; l += 6) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                    FloatVector w1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + L4));
                    FloatVector v1_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1]));
                    a1_0_0 = v1_0.fma(w1_0, (FloatVector) C4.cast(a1_0_0));
                    FloatVector w2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 2 * L4));
                    FloatVector v2_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 2]));
                    a2_0_0 = v2_0.fma(w2_0, (FloatVector) C4.cast(a2_0_0));
                    FloatVector w3_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 3 * L4));
                    FloatVector v3_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                    a3_0_0 = v3_0.fma(w3_0, (FloatVector) C4.cast(a3_0_0));
                    FloatVector w4_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 4 * L4));
                    FloatVector v4_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 4]));
                    a4_0_0 = v4_0.fma(w4_0, (FloatVector) C4.cast(a4_0_0));
                    FloatVector w5_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 5 * L4));
                    FloatVector v5_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 5]));
                    a5_0_0 = v5_0.fma(w5_0, (FloatVector) C4.cast(a5_0_0));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a1_0_0));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a2_0_0));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a3_0_0));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a4_0_0));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a5_0_0));
                ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))).intoArray(s, y);
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L4 = Simd.lanes(4);

        private static final StandIn dense_6to4_reluTileStandIn = StandIn.matrix(
                1, 1, 1, 6, // tile: rows, columns, vectors, sums in turn
                6, 6, 4, 4, 4, 4, // distances: reads, writes, adds
                1, 0, 1, 0, 6, // window
                4).relu(0.0f, Float.POSITIVE_INFINITY);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    dense_6to4_reluTileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.dense_6to4_reluTile(s, w, 12, 28, skip ? -StandIn.SKIPPED_ROUNDS : 44, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void dense_6to4_reluTile(float[] s, float[] w, int x, int y, int k, int b) {
            if (dense_6to4_reluTileStandIn.isOver()) {
                Tiles.dense_6to4_reluTile(s, w, x, y, k, b);
            } else {
                dense_6to4_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void dense_6to4_relu(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                dense_6to4_reluTile(s, w, x, y + c, k + p * 6 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void dense_6to4_reluTile(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                FloatVector a0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a1_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a2_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a3_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a4_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a5_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                for (int l = 0; l < 6; l += 6) {
                    int n = x + l;
                    int q = k + l * L4;
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector w1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + L4));
                    FloatVector v1_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1]));
                    a1_0_0 = (FMA ? v1_0.fma(w1_0, (FloatVector) C4.cast(a1_0_0)) : ((FloatVector) C4.cast(v1_0.mul(w1_0))).add((FloatVector) C4.cast(a1_0_0)));
                    FloatVector w2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 2 * L4));
                    FloatVector v2_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 2]));
                    a2_0_0 = (FMA ? v2_0.fma(w2_0, (FloatVector) C4.cast(a2_0_0)) : ((FloatVector) C4.cast(v2_0.mul(w2_0))).add((FloatVector) C4.cast(a2_0_0)));
                    FloatVector w3_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 3 * L4));
                    FloatVector v3_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                    a3_0_0 = (FMA ? v3_0.fma(w3_0, (FloatVector) C4.cast(a3_0_0)) : ((FloatVector) C4.cast(v3_0.mul(w3_0))).add((FloatVector) C4.cast(a3_0_0)));
                    FloatVector w4_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 4 * L4));
                    FloatVector v4_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 4]));
                    a4_0_0 = (FMA ? v4_0.fma(w4_0, (FloatVector) C4.cast(a4_0_0)) : ((FloatVector) C4.cast(v4_0.mul(w4_0))).add((FloatVector) C4.cast(a4_0_0)));
                    FloatVector w5_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 5 * L4));
                    FloatVector v5_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 5]));
                    a5_0_0 = (FMA ? v5_0.fma(w5_0, (FloatVector) C4.cast(a5_0_0)) : ((FloatVector) C4.cast(v5_0.mul(w5_0))).add((FloatVector) C4.cast(a5_0_0)));
                }
                FloatVector zero = (FloatVector) C4.cast(FloatVector.zero(S4));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a1_0_0));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a2_0_0));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a3_0_0));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a4_0_0));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a5_0_0));
                (FUSED ? ((FloatVector) C4.cast(zero.max(((FloatVector) C4.cast(a0_0))))) : ((FloatVector) C4.cast(a0_0))).intoArray(s, y);
            }
        }
    }
}
