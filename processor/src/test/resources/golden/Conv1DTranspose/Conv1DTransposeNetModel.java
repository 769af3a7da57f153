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
 * The model {@link golden.Conv1DTransposeNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class Conv1DTransposeNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(Conv1DTransposeNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final int SCRATCH = 81;

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

    private Conv1DTransposeNetModel(Weights weights) {
        w = AlignedFloats.allocate(92);
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
     * Loads the class-path resource {@code Conv1DTransposeNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static Conv1DTransposeNetModel load() {
        return loadResource("Conv1DTransposeNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static Conv1DTransposeNetModel loadResource(String resource) {
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
    public static Conv1DTransposeNetModel loadResource(String resource, Map<String, String> names) {
        return new Conv1DTransposeNetModel(Weights.readResource(
                "Conv1DTransposeNet", specs(), Conv1DTransposeNetModel.class, name -> Conv1DTransposeNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static Conv1DTransposeNetModel load(Path file) throws IOException {
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
    public static Conv1DTransposeNetModel load(Path file, Map<String, String> names) throws
            IOException {
        return new Conv1DTransposeNetModel(Weights.read("Conv1DTransposeNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static Conv1DTransposeNetModel load(InputStream stream) throws IOException {
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
    public static Conv1DTransposeNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new Conv1DTransposeNetModel(Weights.read("Conv1DTransposeNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static Conv1DTransposeNetModel load(Map<String, float[]> tensors) {
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
    public static Conv1DTransposeNetModel load(Map<String, float[]> tensors,
            Map<String, String> names) {
        return new Conv1DTransposeNetModel(Weights.of("Conv1DTransposeNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param x {@code [5, 3]}
     * @return {@code [11, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(float[] x) {
        float[] y = new float[44];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param x {@code [5, 3]}
     * @param y gets {@code [11, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] x, float[] y) {
        Arguments.checkExact("x", x.length, 15);
        Arguments.checkExact("y", y.length, 44);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param x {@code [5, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [11, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 15);
        Arguments.check("y", y.length, yAt, 44);
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
     * @param x {@code [5, 3]} for each sample
     * @return {@code [11, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, float[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 15);
        float[] y = new float[Arguments.elements("y", samples, 44)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * @param samples how many, 0 or more
     * @param x {@code [5, 3]} for each sample
     * @param y gets {@code [11, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or one would be written before it is read
     */
    public void predictBatch(int samples, float[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 15);
        Arguments.check("y", y.length, 0, (long) samples * 44);
        Arguments.checkApart("x", x, "y", y);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 15, y, sample * 44);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param x {@code [5, 3]}
     * @return {@code [11, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predict(byte[] x) {
        float[] y = new float[44];
        predict(x, y);
        return y;
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [5, 3]}
     * @param y gets {@code [11, 4]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] x, float[] y) {
        Arguments.checkExact("x", x.length, 15);
        Arguments.checkExact("y", y.length, 44);
        predict(x, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param x {@code [5, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [11, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 15);
        Arguments.check("y", y.length, yAt, 44);
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
     * @param x {@code [5, 3]} for each sample
     * @return {@code [11, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public float[] predictBatch(int samples, byte[] x) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 15);
        float[] y = new float[Arguments.elements("y", samples, 44)];
        predictBatch(samples, x, y);
        return y;
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param samples how many, 0 or more
     * @param x {@code [5, 3]} for each sample
     * @param y gets {@code [11, 4]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] x, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("x", x.length, 0, (long) samples * 15);
        Arguments.check("y", y.length, 0, (long) samples * 44);
        for (int sample = 0; sample < samples; sample++) {
            predict(x, sample * 15, y, sample * 44);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param x {@code [5, 3]}
     * @param xAt where it begins in {@code x}
     * @param y gets {@code [11, 4]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt) {
        Arguments.check("x", x.length, xAt, 15);
        Arguments.check("y", y.length, yAt, 44);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, x, xAt);
        memory.run(this.steps, this.divided);
        write(s, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("y", new float[44]);
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
        Arguments.checkExact("x", x.length, 15);
        Arguments.checkExact("y", y.length, 44);
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
        Arguments.checkExact("x", x.length, 15);
        Arguments.checkExact("y", y.length, 44);
        predict(memory, x, 0, y, 0);
    }

    private static void read(float[] s, float[] x, int xAt) {
        Copy.border(s, 63, 1, 15, 21, 3, 3, 0, 0);
        Copy.rows(x, xAt, 15, s, 63, 21, 1, 15);
    }

    private static void read(float[] s, byte[] x, int xAt) {
        Copy.border(s, 63, 1, 15, 21, 3, 3, 0, 0);
        Copy.bytes(x, xAt, s, 63, 21, 1, 15);
    }

    private static void write(float[] s, float[] y, int yAt) {
        Copy.rows(s, 12, 44, y, yAt, 44, 1, 44);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("x", 5, 3));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("y", 11, 4));
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
        specs.add(TensorSpec.of("y/kernel", 3, 4, 3));
        specs.add(TensorSpec.of("y/bias", 4));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("y", "transposed conv 1x3 strides 1x2 crop (0, 0, 0, 0) y/kernel[3, 4, 3] + y/bias[4] (x) : [11, 4]", 180L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"Conv1DTransposeNet\"");
        lines.add("_______________________________________________________________");
        lines.add(" Layer (type)          Output Shape    Param #   Multiply-adds");
        lines.add("===============================================================");
        lines.add(" x (InputLayer)        (None, 5, 3)          0               0");
        lines.add(" y (Conv1DTranspose)   (None, 11, 4)        40             180");
        lines.add("===============================================================");
        lines.add("Total params: 40 (160.00 B)");
        lines.add("Trainable params: 40 (160.00 B)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 180");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  nothing");
        lines.add("");
        lines.add("Steps: 1");
        lines.add("Tiles:");
        lines.add("  y: 1x6 pixels x 1 vector (32 registers), 1x6 pixels x 1 vector (16 registers); 1x5 pixels x 1 vector (32 registers), 1x5 pixels x 1 vector (16 registers)");
        lines.add("Packed weights: 368 bytes");
        lines.add("Scratch memory: 324 bytes per prediction");
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
     * {@code y = transposed conv 1x3 strides 1x2 crop (0, 0, 0, 0) y/kernel[3, 4, 3] + y/bias[4] (x) : [11, 4]}
     */
    private void y(float[] s, Part part) {
        if (WIDE) {
            Wide.transposed1x2_3to4_1x6(s, w, 60, 12, 44, 12, Part.WHOLE);
            Wide.transposed1x1_3to4_1x5(s, w, 63, 16, 76, 12, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.transposed1x2_3to4_1x6(s, w, 60, 12, 44, 12, Part.WHOLE);
            Narrow.transposed1x1_3to4_1x5(s, w, 63, 16, 76, 12, Part.WHOLE);
        } else {
            ScalarConvolution.apply(
                    s, 60, 21, 3, // reads: first, row, column
                    12, 44, 8, // writes
                    -1, 44, 8, // adds
                    w, 44, 24, 12, // kernel, a group of it, bias
                    1, 6, // pixels
                    1, 0, 1, 0, 6, // window
                    1, 3, 4);
            ScalarConvolution.apply(
                    s, 63, 21, 3, // reads: first, row, column
                    16, 44, 8, // writes
                    -1, 44, 8, // adds
                    w, 76, 12, 12, // kernel, a group of it, bias
                    1, 5, // pixels
                    1, 0, 1, 0, 3, // window
                    1, 3, 4);
        }
    }

    private static void pack(Weights weights, float[] w) {
        loadY(weights, w);
    }

    private static void loadY(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.transposed(weights.get("y/kernel"), 3, 4, 3)
                .named("y")
                .bias(weights.get("y/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 3, new int[] {0, -1, 1}, new int[] {2, -2, 2}, 1, 3, 4, vectors(1, 1), w, 44, 24);
        Panels.pack(kernel, 3, new int[] {0, -1, 1}, new int[] {1, -1, 1}, 1, 3, 4, vectors(1, 1), w, 76, 12);
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

        private static final StandIn transposed1x2_3to4TileStandIn = StandIn.matrix(
                1, 6, 1, 1, // tile: rows, columns, vectors, sums in turn
                21, 3, 44, 8, 44, 8, // distances: reads, writes, adds
                1, 0, 1, 0, 6, // window
                4);

        private static final StandIn transposed1x1_3to4TileStandIn = StandIn.matrix(
                1, 5, 1, 1, // tile: rows, columns, vectors, sums in turn
                21, 3, 44, 8, 44, 8, // distances: reads, writes, adds
                1, 0, 1, 0, 3, // window
                4);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    transposed1x2_3to4TileStandIn,
                    transposed1x1_3to4TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.transposed1x2_3to4Tile(s, w, 60, 12, skip ? -StandIn.SKIPPED_ROUNDS : 44, 12);
                    break;
                case 1:
                    Tiles.transposed1x1_3to4Tile(s, w, 63, 16, skip ? -StandIn.SKIPPED_ROUNDS : 76, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void transposed1x2_3to4Tile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed1x2_3to4TileStandIn.isOver()) {
                Tiles.transposed1x2_3to4Tile(s, w, x, y, k, b);
            } else {
                transposed1x2_3to4TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed1x2_3to4_1x6(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                transposed1x2_3to4Tile(s, w, x, y + c, k + p * 6 * L4, b + c);
            }
        }

        private static void transposed1x1_3to4Tile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed1x1_3to4TileStandIn.isOver()) {
                Tiles.transposed1x1_3to4Tile(s, w, x, y, k, b);
            } else {
                transposed1x1_3to4TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed1x1_3to4_1x5(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                transposed1x1_3to4Tile(s, w, x, y + c, k + p * 3 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void transposed1x2_3to4Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
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
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 12]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 15]));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0));
                }
                ((FloatVector) C4.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C4.cast(a1_0)).intoArray(s, y + 8);
                ((FloatVector) C4.cast(a2_0)).intoArray(s, y + 16);
                ((FloatVector) C4.cast(a3_0)).intoArray(s, y + 24);
                ((FloatVector) C4.cast(a4_0)).intoArray(s, y + 32);
                ((FloatVector) C4.cast(a5_0)).intoArray(s, y + 40);
            }

            private static void transposed1x1_3to4Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
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
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 12]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0));
                }
                ((FloatVector) C4.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C4.cast(a1_0)).intoArray(s, y + 8);
                ((FloatVector) C4.cast(a2_0)).intoArray(s, y + 16);
                ((FloatVector) C4.cast(a3_0)).intoArray(s, y + 24);
                ((FloatVector) C4.cast(a4_0)).intoArray(s, y + 32);
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L4 = Simd.lanes(4);

        private static final StandIn transposed1x2_3to4TileStandIn = StandIn.matrix(
                1, 6, 1, 1, // tile: rows, columns, vectors, sums in turn
                21, 3, 44, 8, 44, 8, // distances: reads, writes, adds
                1, 0, 1, 0, 6, // window
                4);

        private static final StandIn transposed1x1_3to4TileStandIn = StandIn.matrix(
                1, 5, 1, 1, // tile: rows, columns, vectors, sums in turn
                21, 3, 44, 8, 44, 8, // distances: reads, writes, adds
                1, 0, 1, 0, 3, // window
                4);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    transposed1x2_3to4TileStandIn,
                    transposed1x1_3to4TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.transposed1x2_3to4Tile(s, w, 60, 12, skip ? -StandIn.SKIPPED_ROUNDS : 44, 12);
                    break;
                case 1:
                    Tiles.transposed1x1_3to4Tile(s, w, 63, 16, skip ? -StandIn.SKIPPED_ROUNDS : 76, 12);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void transposed1x2_3to4Tile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed1x2_3to4TileStandIn.isOver()) {
                Tiles.transposed1x2_3to4Tile(s, w, x, y, k, b);
            } else {
                transposed1x2_3to4TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed1x2_3to4_1x6(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                transposed1x2_3to4Tile(s, w, x, y + c, k + p * 6 * L4, b + c);
            }
        }

        private static void transposed1x1_3to4Tile(float[] s, float[] w, int x, int y, int k,
                int b) {
            if (transposed1x1_3to4TileStandIn.isOver()) {
                Tiles.transposed1x1_3to4Tile(s, w, x, y, k, b);
            } else {
                transposed1x1_3to4TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void transposed1x1_3to4_1x5(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (4 + L4 - 1) / L4;
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * L4, Math.max(0, 4 - L4));
                transposed1x1_3to4Tile(s, w, x, y + c, k + p * 3 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static void transposed1x2_3to4Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
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
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 12]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v0_4.mul(w0_0))).add((FloatVector) C4.cast(a4_0)));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 15]));
                    a5_0 = (FMA ? v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0)) : ((FloatVector) C4.cast(v0_5.mul(w0_0))).add((FloatVector) C4.cast(a5_0)));
                }
                ((FloatVector) C4.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C4.cast(a1_0)).intoArray(s, y + 8);
                ((FloatVector) C4.cast(a2_0)).intoArray(s, y + 16);
                ((FloatVector) C4.cast(a3_0)).intoArray(s, y + 24);
                ((FloatVector) C4.cast(a4_0)).intoArray(s, y + 32);
                ((FloatVector) C4.cast(a5_0)).intoArray(s, y + 40);
            }

            private static void transposed1x1_3to4Tile(float[] s, float[] w, int x, int y, int k,
                    int b) {
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
                for (int l = 0; l < 3; l += 3) {
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
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 12]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v0_4.mul(w0_0))).add((FloatVector) C4.cast(a4_0)));
                    if (l == s.length) {
                        break;
                    }
                    FloatVector w1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + L4));
                    FloatVector v1_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1]));
                    a0_0 = (FMA ? v1_0.fma(w1_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v1_0.mul(w1_0))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector v1_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1 + 3]));
                    a1_0 = (FMA ? v1_1.fma(w1_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v1_1.mul(w1_0))).add((FloatVector) C4.cast(a1_0)));
                    FloatVector v1_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1 + 6]));
                    a2_0 = (FMA ? v1_2.fma(w1_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v1_2.mul(w1_0))).add((FloatVector) C4.cast(a2_0)));
                    FloatVector v1_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1 + 9]));
                    a3_0 = (FMA ? v1_3.fma(w1_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v1_3.mul(w1_0))).add((FloatVector) C4.cast(a3_0)));
                    FloatVector v1_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1 + 12]));
                    a4_0 = (FMA ? v1_4.fma(w1_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v1_4.mul(w1_0))).add((FloatVector) C4.cast(a4_0)));
                    if (l == s.length) {
                        break;
                    }
                    FloatVector w2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 2 * L4));
                    FloatVector v2_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 2]));
                    a0_0 = (FMA ? v2_0.fma(w2_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v2_0.mul(w2_0))).add((FloatVector) C4.cast(a0_0)));
                    FloatVector v2_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 2 + 3]));
                    a1_0 = (FMA ? v2_1.fma(w2_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v2_1.mul(w2_0))).add((FloatVector) C4.cast(a1_0)));
                    FloatVector v2_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 2 + 6]));
                    a2_0 = (FMA ? v2_2.fma(w2_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v2_2.mul(w2_0))).add((FloatVector) C4.cast(a2_0)));
                    FloatVector v2_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 2 + 9]));
                    a3_0 = (FMA ? v2_3.fma(w2_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v2_3.mul(w2_0))).add((FloatVector) C4.cast(a3_0)));
                    FloatVector v2_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 2 + 12]));
                    a4_0 = (FMA ? v2_4.fma(w2_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v2_4.mul(w2_0))).add((FloatVector) C4.cast(a4_0)));
                }
                ((FloatVector) C4.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C4.cast(a1_0)).intoArray(s, y + 8);
                ((FloatVector) C4.cast(a2_0)).intoArray(s, y + 16);
                ((FloatVector) C4.cast(a3_0)).intoArray(s, y + 24);
                ((FloatVector) C4.cast(a4_0)).intoArray(s, y + 32);
            }
        }
    }
}
