package golden;

import dev.pleat.runtime.Activations;
import dev.pleat.runtime.AlignedFloats;
import dev.pleat.runtime.Arguments;
import dev.pleat.runtime.BatchStep;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Copy;
import dev.pleat.runtime.LinearWeights;
import dev.pleat.runtime.Panels;
import dev.pleat.runtime.Part;
import dev.pleat.runtime.Pooling;
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
 * The model {@link golden.PredictBatchNet}, compiled: immutable and safe to share between threads.
 */
@Generated("dev.pleat.processor.ModelProcessor")
final class PredictBatchNetModel implements CompiledModel {
    private static final boolean VECTOR = Simd.readableFrom(PredictBatchNetModel.class);

    private static final boolean WIDE = VECTOR && Simd.REGISTERS == 32;

    private static final boolean FMA = Simd.FMA;

    private static final boolean FUSED = VECTOR && Simd.MIN_MAX;

    private static final int SCRATCH = 252;

    private static final int AREA = 0;

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

    private final ScratchPool batchScratch = new ScratchPool(7436);

    /**
     * What a block of a batch runs, in order, behind what runs for each of its samples.
     */
    private final BatchStep[] batchSteps = new BatchStep[3];

    private PredictBatchNetModel(Weights weights) {
        w = AlignedFloats.allocate(11036);
        pack(weights, w);
        list(steps, divided);
        listBatch(batchSteps);
        if (VECTOR) {
            WarmUp.begin(kernels(), SCRATCH, w);
        }
        if (WarmUp.isAtLoad()) {
            warmUp();
        }
    }

    /**
     * Loads the class-path resource {@code PredictBatchNet.safetensors} beside this class.
     *
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static PredictBatchNetModel load() {
        return loadResource("PredictBatchNet.safetensors");
    }

    /**
     * Loads a class-path resource in the format safetensors.
     *
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static PredictBatchNetModel loadResource(String resource) {
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
    public static PredictBatchNetModel loadResource(String resource, Map<String, String> names) {
        return new PredictBatchNetModel(Weights.readResource(
                "PredictBatchNet", specs(), PredictBatchNetModel.class, name -> PredictBatchNetModel.class.getResourceAsStream(name), resource, names));
    }

    /**
     * Loads a safetensors file.
     *
     * @param file the file
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static PredictBatchNetModel load(Path file) throws IOException {
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
    public static PredictBatchNetModel load(Path file, Map<String, String> names) throws
            IOException {
        return new PredictBatchNetModel(Weights.read("PredictBatchNet", specs(), file, names));
    }

    /**
     * Loads a stream in the format safetensors.
     *
     * @param stream the stream, which stays open
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     * @throws IOException if it cannot be read
     */
    public static PredictBatchNetModel load(InputStream stream) throws IOException {
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
    public static PredictBatchNetModel load(InputStream stream, Map<String, String> names) throws
            IOException {
        return new PredictBatchNetModel(Weights.read("PredictBatchNet", specs(), stream, names));
    }

    /**
     * Takes weights from arrays.
     *
     * @param tensors every tensor of {@link #weights} by name, last dimension fastest; copied
     * @return the model
     * @throws dev.pleat.runtime.WeightsException if the weights are missing, damaged, or do not fit the model
     */
    public static PredictBatchNetModel load(Map<String, float[]> tensors) {
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
    public static PredictBatchNetModel load(Map<String, float[]> tensors,
            Map<String, String> names) {
        return new PredictBatchNetModel(Weights.of("PredictBatchNet", specs(), tensors, names));
    }

    /**
     * Predicts one sample into new arrays.
     *
     * @param image {@code [6, 6, 2]}
     * @param vector {@code [14]}
     * @return the outputs
     * @throws IllegalArgumentException if an array has another length
     */
    public Outputs predict(float[] image, float[] vector) {
        float[] hidden = new float[200];
        float[] y = new float[5];
        predict(image, vector, hidden, y);
        return new Outputs(hidden, y);
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating.
     *
     * @param image {@code [6, 6, 2]}
     * @param vector {@code [14]}
     * @param hidden gets {@code [200]}
     * @param y gets {@code [5]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(float[] image, float[] vector, float[] hidden, float[] y) {
        Arguments.checkExact("image", image.length, 72);
        Arguments.checkExact("vector", vector.length, 14);
        Arguments.checkExact("hidden", hidden.length, 200);
        Arguments.checkExact("y", y.length, 5);
        predict(image, 0, vector, 0, hidden, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating.
     *
     * @param image {@code [6, 6, 2]}
     * @param imageAt where it begins in {@code image}
     * @param vector {@code [14]}
     * @param vectorAt where it begins in {@code vector}
     * @param hidden gets {@code [200]}
     * @param hiddenAt where it begins in {@code hidden}
     * @param y gets {@code [5]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(float[] image, int imageAt, float[] vector, int vectorAt, float[] hidden,
            int hiddenAt, float[] y, int yAt) {
        Arguments.check("image", image.length, imageAt, 72);
        Arguments.check("vector", vector.length, vectorAt, 14);
        Arguments.check("hidden", hidden.length, hiddenAt, 200);
        Arguments.check("y", y.length, yAt, 5);
        float[] s = scratch.take();
        try {
            read(s, image, imageAt, vector, vectorAt);
            run(s);
            write(s, hidden, hiddenAt, y, yAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays.
     *
     * <p>From {@code hidden} on, up to 32 samples are computed at a time, in memory that is allocated when it is
     * needed first, and kept. Numbers are added up in another order than for one sample, so results may differ
     * from those of {@code predict} in their last bits.
     *
     * @param samples how many, 0 or more
     * @param image {@code [6, 6, 2]} for each sample
     * @param vector {@code [14]} for each sample
     * @return the outputs for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public Outputs predictBatch(int samples, float[] image, float[] vector) {
        Arguments.checkSamples(samples);
        Arguments.check("image", image.length, 0, (long) samples * 72);
        Arguments.check("vector", vector.length, 0, (long) samples * 14);
        float[] hidden = new float[Arguments.elements("hidden", samples, 200)];
        float[] y = new float[Arguments.elements("y", samples, 5)];
        predictBatch(samples, image, vector, hidden, y);
        return new Outputs(hidden, y);
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating.
     *
     * <p>From {@code hidden} on, up to 32 samples are computed at a time, in memory that is allocated when it is
     * needed first, and kept. Numbers are added up in another order than for one sample, so results may differ
     * from those of {@code predict} in their last bits.
     *
     * @param samples how many, 0 or more
     * @param image {@code [6, 6, 2]} for each sample
     * @param vector {@code [14]} for each sample
     * @param hidden gets {@code [200]} for each sample
     * @param y gets {@code [5]} for each sample
     * @throws IllegalArgumentException if an array is too short, or one would be written before it is read
     */
    public void predictBatch(int samples, float[] image, float[] vector, float[] hidden,
            float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("image", image.length, 0, (long) samples * 72);
        Arguments.check("vector", vector.length, 0, (long) samples * 14);
        Arguments.check("hidden", hidden.length, 0, (long) samples * 200);
        Arguments.check("y", y.length, 0, (long) samples * 5);
        Arguments.checkApart("image", image, "hidden", hidden);
        Arguments.checkApart("vector", vector, "hidden", hidden);
        int sample = 0;
        if (samples >= 2) {
            float[] s = scratch.take();
            float[] memory = batchScratch.take();
            try {
                for (; sample <= samples - 2; sample += 32) {
                    predictBlock(s, memory, Math.min(32, samples - sample), image, sample * 72, vector, sample * 14, hidden, sample * 200, y, sample * 5);
                }
            } finally {
                batchScratch.give(memory);
                scratch.give(s);
            }
        }
        for (; sample < samples; sample++) {
            predict(image, sample * 72, vector, sample * 14, hidden, sample * 200, y, sample * 5);
        }
    }

    /**
     * Predicts one sample into new arrays, from bytes that count from 0 to 255.
     *
     * @param image {@code [6, 6, 2]}
     * @param vector {@code [14]}
     * @return the outputs
     * @throws IllegalArgumentException if an array has another length
     */
    public Outputs predict(byte[] image, byte[] vector) {
        float[] hidden = new float[200];
        float[] y = new float[5];
        predict(image, vector, hidden, y);
        return new Outputs(hidden, y);
    }

    /**
     * Predicts one sample into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param image {@code [6, 6, 2]}
     * @param vector {@code [14]}
     * @param hidden gets {@code [200]}
     * @param y gets {@code [5]}
     * @throws IllegalArgumentException if an array has another length
     */
    public void predict(byte[] image, byte[] vector, float[] hidden, float[] y) {
        Arguments.checkExact("image", image.length, 72);
        Arguments.checkExact("vector", vector.length, 14);
        Arguments.checkExact("hidden", hidden.length, 200);
        Arguments.checkExact("y", y.length, 5);
        predict(image, 0, vector, 0, hidden, 0, y, 0);
    }

    /**
     * Predicts one sample that begins at offsets of larger arrays, without allocating, from bytes that count from 0 to 255.
     *
     * @param image {@code [6, 6, 2]}
     * @param imageAt where it begins in {@code image}
     * @param vector {@code [14]}
     * @param vectorAt where it begins in {@code vector}
     * @param hidden gets {@code [200]}
     * @param hiddenAt where it begins in {@code hidden}
     * @param y gets {@code [5]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, or an offset is negative
     */
    public void predict(byte[] image, int imageAt, byte[] vector, int vectorAt, float[] hidden,
            int hiddenAt, float[] y, int yAt) {
        Arguments.check("image", image.length, imageAt, 72);
        Arguments.check("vector", vector.length, vectorAt, 14);
        Arguments.check("hidden", hidden.length, hiddenAt, 200);
        Arguments.check("y", y.length, yAt, 5);
        float[] s = scratch.take();
        try {
            read(s, image, imageAt, vector, vectorAt);
            run(s);
            write(s, hidden, hiddenAt, y, yAt);
        } finally {
            scratch.give(s);
        }
    }

    /**
     * Predicts several samples, one behind the other in each array, into new arrays, from bytes that count from 0 to 255.
     *
     * <p>From {@code hidden} on, up to 32 samples are computed at a time, in memory that is allocated when it is
     * needed first, and kept. Numbers are added up in another order than for one sample, so results may differ
     * from those of {@code predict} in their last bits.
     *
     * @param samples how many, 0 or more
     * @param image {@code [6, 6, 2]} for each sample
     * @param vector {@code [14]} for each sample
     * @return the outputs for each sample
     * @throws IllegalArgumentException if an array is too short, or the results would not fit one
     */
    public Outputs predictBatch(int samples, byte[] image, byte[] vector) {
        Arguments.checkSamples(samples);
        Arguments.check("image", image.length, 0, (long) samples * 72);
        Arguments.check("vector", vector.length, 0, (long) samples * 14);
        float[] hidden = new float[Arguments.elements("hidden", samples, 200)];
        float[] y = new float[Arguments.elements("y", samples, 5)];
        predictBatch(samples, image, vector, hidden, y);
        return new Outputs(hidden, y);
    }

    /**
     * Predicts several samples, one behind the other in each array, into the caller's arrays, without allocating, from bytes that count from 0 to 255.
     *
     * <p>From {@code hidden} on, up to 32 samples are computed at a time, in memory that is allocated when it is
     * needed first, and kept. Numbers are added up in another order than for one sample, so results may differ
     * from those of {@code predict} in their last bits.
     *
     * @param samples how many, 0 or more
     * @param image {@code [6, 6, 2]} for each sample
     * @param vector {@code [14]} for each sample
     * @param hidden gets {@code [200]} for each sample
     * @param y gets {@code [5]} for each sample
     * @throws IllegalArgumentException if an array is too short
     */
    public void predictBatch(int samples, byte[] image, byte[] vector, float[] hidden, float[] y) {
        Arguments.checkSamples(samples);
        Arguments.check("image", image.length, 0, (long) samples * 72);
        Arguments.check("vector", vector.length, 0, (long) samples * 14);
        Arguments.check("hidden", hidden.length, 0, (long) samples * 200);
        Arguments.check("y", y.length, 0, (long) samples * 5);
        int sample = 0;
        if (samples >= 2) {
            float[] s = scratch.take();
            float[] memory = batchScratch.take();
            try {
                for (; sample <= samples - 2; sample += 32) {
                    predictBlock(s, memory, Math.min(32, samples - sample), image, sample * 72, vector, sample * 14, hidden, sample * 200, y, sample * 5);
                }
            } finally {
                batchScratch.give(memory);
                scratch.give(s);
            }
        }
        for (; sample < samples; sample++) {
            predict(image, sample * 72, vector, sample * 14, hidden, sample * 200, y, sample * 5);
        }
    }

    /**
     * Predicts one sample in memory that the caller holds, on its team if it has one, without allocating.
     *
     * @param memory of {@link #newScratch}, used by one thread at a time
     * @param image {@code [6, 6, 2]}
     * @param imageAt where it begins in {@code image}
     * @param vector {@code [14]}
     * @param vectorAt where it begins in {@code vector}
     * @param hidden gets {@code [200]}
     * @param hiddenAt where it begins in {@code hidden}
     * @param y gets {@code [5]}
     * @param yAt where it begins in {@code y}
     * @throws IllegalArgumentException if an array is too short, an offset is negative, or the memory is another model's
     * @throws IllegalStateException if its team is closed
     */
    public void predict(Scratch memory, float[] image, int imageAt, float[] vector, int vectorAt,
            float[] hidden, int hiddenAt, float[] y, int yAt) {
        Arguments.check("image", image.length, imageAt, 72);
        Arguments.check("vector", vector.length, vectorAt, 14);
        Arguments.check("hidden", hidden.length, hiddenAt, 200);
        Arguments.check("y", y.length, yAt, 5);
        float[] s = memory.floats(SCRATCH, AREA);
        read(s, image, imageAt, vector, vectorAt);
        memory.run(this.steps, this.divided);
        write(s, hidden, hiddenAt, y, yAt);
    }

    @Override
    public Map<String, float[]> predict(Map<String, float[]> inputs) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        outputs.put("hidden", new float[200]);
        outputs.put("y", new float[5]);
        predict(inputs, outputs);
        return outputs;
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] image = Arguments.named(inputs, "input", "image");
        float[] vector = Arguments.named(inputs, "input", "vector");
        float[] hidden = Arguments.named(outputs, "output", "hidden");
        float[] y = Arguments.named(outputs, "output", "y");
        Arguments.checkCount(inputs, "input", 2);
        Arguments.checkCount(outputs, "output", 2);
        predict(image, vector, hidden, y);
    }

    @Override
    public void predict(Map<String, float[]> inputs, Map<String, float[]> outputs,
            StepTimes times) {
        float[] image = Arguments.named(inputs, "input", "image");
        float[] vector = Arguments.named(inputs, "input", "vector");
        float[] hidden = Arguments.named(outputs, "output", "hidden");
        float[] y = Arguments.named(outputs, "output", "y");
        Arguments.checkCount(inputs, "input", 2);
        Arguments.checkCount(outputs, "output", 2);
        Arguments.checkExact("image", image.length, 72);
        Arguments.checkExact("vector", vector.length, 14);
        Arguments.checkExact("hidden", hidden.length, 200);
        Arguments.checkExact("y", y.length, 5);
        float[] s = scratch.take();
        try {
            read(s, image, 0, vector, 0);
            times.run(this.steps, s);
            write(s, hidden, 0, y, 0);
        } finally {
            scratch.give(s);
        }
    }

    @Override
    public void predict(Scratch memory, Map<String, float[]> inputs, Map<String, float[]> outputs) {
        float[] image = Arguments.named(inputs, "input", "image");
        float[] vector = Arguments.named(inputs, "input", "vector");
        float[] hidden = Arguments.named(outputs, "output", "hidden");
        float[] y = Arguments.named(outputs, "output", "y");
        Arguments.checkCount(inputs, "input", 2);
        Arguments.checkCount(outputs, "output", 2);
        Arguments.checkExact("image", image.length, 72);
        Arguments.checkExact("vector", vector.length, 14);
        Arguments.checkExact("hidden", hidden.length, 200);
        Arguments.checkExact("y", y.length, 5);
        predict(memory, image, 0, vector, 0, hidden, 0, y, 0);
    }

    private static void read(float[] s, float[] image, int imageAt, float[] vector, int vectorAt) {
        Copy.rows(image, imageAt, 12, s, 12, 12, 6, 12);
        Copy.rows(vector, vectorAt, 14, s, 124, 14, 1, 14);
    }

    private static void read(float[] s, byte[] image, int imageAt, byte[] vector, int vectorAt) {
        Copy.bytes(image, imageAt, s, 12, 12, 6, 12);
        Copy.bytes(vector, vectorAt, s, 124, 14, 1, 14);
    }

    private static void write(float[] s, float[] hidden, int hiddenAt, float[] y, int yAt) {
        Copy.rows(s, 12, 200, hidden, hiddenAt, 200, 1, 200);
        Copy.rows(s, 236, 5, y, yAt, 5, 1, 5);
    }

    @Override
    public List<TensorSpec> inputs() {
        return List.of(TensorSpec.of("image", 6, 6, 2), TensorSpec.of("vector", 14));
    }

    @Override
    public List<TensorSpec> outputs() {
        return List.of(TensorSpec.of("hidden", 200), TensorSpec.of("y", 5));
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
        specs.add(TensorSpec.of("hidden/kernel", 32, 200));
        specs.add(TensorSpec.of("hidden/bias", 200));
        specs.add(TensorSpec.of("y/kernel", 200, 5));
        specs.add(TensorSpec.of("y/bias", 5));
    }

    private static List<StepSpec> stepSpecs() {
        List<StepSpec> stepSpecs = new ArrayList<>();
        addStepSpecs(stepSpecs);
        return stepSpecs;
    }

    private static void addStepSpecs(List<StepSpec> stepSpecs) {
        stepSpecs.add(new StepSpec("pool", "max pool 2x2 strides 2x2 (image) : [3, 3, 2]", 0L));
        stepSpecs.add(new StepSpec("both", "concat axis 0 (flat, vector) : [32]", 0L));
        stepSpecs.add(new StepSpec("hidden", "dense hidden/kernel[32, 200] + hidden/bias[200], relu (both) : [200]", 6400L));
        stepSpecs.add(new StepSpec("y#linear", "dense y/kernel[200, 5] + y/bias[5] (hidden) : [5]", 1000L));
        stepSpecs.add(new StepSpec("y", "softmax axis 0 (y#linear) : [5]", 0L));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines(lines);
        return lines;
    }

    private static void addLines(List<String> lines) {
        lines.add("Model: \"PredictBatchNet\"");
        lines.add("_________________________________________________________________");
        lines.add(" Layer (type)          Output Shape      Param #   Multiply-adds");
        lines.add("=================================================================");
        lines.add(" image (InputLayer)    (None, 6, 6, 2)         0               0");
        lines.add(" pool (MaxPooling2D)   (None, 3, 3, 2)         0               0");
        lines.add(" flat (Flatten)        (None, 18)              0               0");
        lines.add(" vector (InputLayer)   (None, 14)              0               0");
        lines.add(" both (Concatenate)    (None, 32)              0               0");
        lines.add(" hidden (Dense)        (None, 200)         6,600           6,400");
        lines.add(" y (Dense)             (None, 5)           1,005           1,000");
        lines.add("=================================================================");
        lines.add("Total params: 7,605 (29.71 KB)");
        lines.add("Trainable params: 7,605 (29.71 KB)");
        lines.add("Non-trainable params: 0 (0.00 B)");
        lines.add("Multiply-adds: 7,400");
        lines.add("");
        lines.add("Folded and fused:");
        lines.add("  hidden: one step with hidden, relu");
        lines.add("");
        lines.add("Steps: 5");
        lines.add("Tiles:");
        lines.add("  hidden: 1x1 pixels x 2 panels x 4 vectors (32 registers), 1x1 pixels x 2 panels x 4 vectors (16 registers)");
        lines.add("  y#linear: 1x1 pixels x 2 vectors x 4 (32 registers), 1x1 pixels x 2 vectors x 4 (16 registers)");
        lines.add("Batches: 32 samples at a time, as pixels, from 'hidden' on");
        lines.add("  hidden: 1x4 pixels x 4 vectors (32 registers), 1x2 pixels x 4 vectors (16 registers)");
        lines.add("  y#linear: 1x8 pixels x 2 vectors (32 registers), 1x5 pixels x 2 vectors (16 registers)");
        lines.add("Packed weights: 44,144 bytes");
        lines.add("Scratch memory: 1,008 bytes per prediction, 29,744 more per batch");
    }

    private void list(Step[] steps, boolean[] divided) {
        steps[0] = this::pool;
        steps[1] = this::both;
        steps[2] = this::hidden;
        steps[3] = this::y_linear;
        steps[4] = this::y;
    }

    private void run(float[] s) {
        for (Step step : steps) {
            step.run(s, Part.WHOLE);
        }
    }

    /**
     * {@code pool = max pool 2x2 strides 2x2 (image) : [3, 3, 2]}
     */
    private void pool(float[] s, Part part) {
        Pooling.max(s, 12, 12, s, 92, 6, 6, 6, 2, 3, 3, 2, 2, 2, 2, 0, 0);
    }

    /**
     * {@code both = concat axis 0 (flat, vector) : [32]}
     */
    private void both(float[] s, Part part) {
        Copy.rows(s, 92, 18, s, 220, 32, 1, 18);
        Copy.rows(s, 124, 14, s, 238, 32, 1, 14);
    }

    /**
     * {@code hidden = dense hidden/kernel[32, 200] + hidden/bias[200], relu (both) : [200]}
     */
    private void hidden(float[] s, Part part) {
        if (WIDE) {
            Wide.dense_32to200_relu(s, w, 220, 12, 1212, 12, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.dense_32to200_relu(s, w, 220, 12, 1212, 12, Part.WHOLE);
            if (!FUSED) {
                Activations.relu(s, 12, s, 12, 200, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
            }
        } else {
            ScalarConvolution.apply(
                    s, 220, 32, 32, // reads: first, row, column
                    12, 200, 200, // writes
                    -1, 200, 200, // adds
                    w, 1212, 8192, 12, // kernel, a group of it, bias
                    1, 1, // pixels
                    1, 0, 1, 0, 32, // window
                    1, 32, 200);
            Activations.relu(s, 12, s, 12, 200, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
        }
    }

    /**
     * {@code y#linear = dense y/kernel[200, 5] + y/bias[5] (hidden) : [5]}
     */
    private void y_linear(float[] s, Part part) {
        if (WIDE) {
            Wide.dense_200to5(s, w, 12, 220, 9436, 9404, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.dense_200to5(s, w, 12, 220, 9436, 9404, Part.WHOLE);
        } else {
            ScalarConvolution.apply(
                    s, 12, 200, 200, // reads: first, row, column
                    220, 5, 5, // writes
                    -1, 5, 5, // adds
                    w, 9436, 1600, 9404, // kernel, a group of it, bias
                    1, 1, // pixels
                    1, 0, 1, 0, 200, // window
                    1, 200, 5);
        }
    }

    /**
     * {@code y = softmax axis 0 (y#linear) : [5]}
     */
    private void y(float[] s, Part part) {
        Softmax.apply(s, 220, s, 236, 1, 5, 1);
    }

    /**
     * Predicts at most 32 samples.
     */
    private void predictBlock(float[] s, float[] memory, int samples, float[] image, int imageAt,
            float[] vector, int vectorAt, float[] hidden, int hiddenAt, float[] y, int yAt) {
        for (int sample = 0; sample < samples; sample++) {
            read(s, image, imageAt + sample * 72, vector, vectorAt + sample * 14);
            runHead(s);
            Copy.rows(s, 220, 32, memory, 6412 + sample * 32, 32, 1, 32);
        }
        runBatch(memory, samples);
        Copy.rows(memory, 12, 200, hidden, hiddenAt, 200, samples, 200);
        Copy.rows(memory, 6572, 5, y, yAt, 5, samples, 5);
    }

    /**
     * Predicts at most 32 samples.
     */
    private void predictBlock(float[] s, float[] memory, int samples, byte[] image, int imageAt,
            byte[] vector, int vectorAt, float[] hidden, int hiddenAt, float[] y, int yAt) {
        for (int sample = 0; sample < samples; sample++) {
            read(s, image, imageAt + sample * 72, vector, vectorAt + sample * 14);
            runHead(s);
            Copy.rows(s, 220, 32, memory, 6412 + sample * 32, 32, 1, 32);
        }
        runBatch(memory, samples);
        Copy.rows(memory, 12, 200, hidden, hiddenAt, 200, samples, 200);
        Copy.rows(memory, 6572, 5, y, yAt, 5, samples, 5);
    }

    private void runHead(float[] s) {
        for (int step = 0; step < steps.length - 3; step++) {
            steps[step].run(s, Part.WHOLE);
        }
    }

    private void runBatch(float[] s, int samples) {
        for (BatchStep step : batchSteps) {
            step.run(s, samples);
        }
    }

    private void listBatch(BatchStep[] steps) {
        steps[0] = this::batchHidden;
        steps[1] = this::batchY_linear;
        steps[2] = this::batchY;
    }

    /**
     * {@code hidden = dense hidden/kernel[32, 200] + hidden/bias[200], relu (both) : [32, 200]} for {@code samples} of them.
     */
    private void batchHidden(float[] s, int samples) {
        if (WIDE) {
            Wide.dense_32to200_relu_samples(s, w, 6412, 12, 1212, 12, samples, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.dense_32to200_relu_samples(s, w, 6412, 12, 1212, 12, samples, Part.WHOLE);
            if (!FUSED) {
                for (int sample = 0; sample < samples; sample++) {
                    Activations.relu(s, 12 + sample * 200, s, 12 + sample * 200, 200, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
                }
            }
        } else {
            ScalarConvolution.apply(
                    s, 6412, 1024, 32, // reads: first, row, column
                    12, 6400, 200, // writes
                    -1, 6400, 200, // adds
                    w, 1212, 8192, 12, // kernel, a group of it, bias
                    1, samples, // pixels
                    1, 0, 1, 0, 32, // window
                    1, 32, 200);
            for (int sample = 0; sample < samples; sample++) {
                Activations.relu(s, 12 + sample * 200, s, 12 + sample * 200, 200, 0.0f, Float.POSITIVE_INFINITY, 0.0f);
            }
        }
    }

    /**
     * {@code y#linear = dense y/kernel[200, 5] + y/bias[5] (hidden) : [32, 5]} for {@code samples} of them.
     */
    private void batchY_linear(float[] s, int samples) {
        if (WIDE) {
            Wide.dense_200to5_samples(s, w, 12, 6412, 9436, 9404, samples, Part.WHOLE);
        } else if (VECTOR) {
            Narrow.dense_200to5_samples(s, w, 12, 6412, 9436, 9404, samples, Part.WHOLE);
        } else {
            ScalarConvolution.apply(
                    s, 12, 6400, 200, // reads: first, row, column
                    6412, 160, 5, // writes
                    -1, 160, 5, // adds
                    w, 9436, 1600, 9404, // kernel, a group of it, bias
                    1, samples, // pixels
                    1, 0, 1, 0, 200, // window
                    1, 200, 5);
        }
    }

    /**
     * {@code y = softmax axis 1 (y#linear) : [32, 5]} for {@code samples} of them.
     */
    private void batchY(float[] s, int samples) {
        Softmax.apply(s, 6412, s, 6572, samples, 5, 1);
    }

    private static void pack(Weights weights, float[] w) {
        loadHidden(weights, w);
        loadY_linear(weights, w);
    }

    private static void loadHidden(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("hidden/kernel"), 1, 32, 200)
                .named("hidden")
                .bias(weights.get("hidden/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 32, 200, vectors(4, 4), w, 1212, 8192);
        Panels.repeat(linear.bias(), 6, w, 12);
    }

    private static void loadY_linear(Weights weights, float[] w) {
        LinearWeights linear = LinearWeights.of(weights.get("y/kernel"), 1, 200, 5)
                .named("y")
                .bias(weights.get("y/bias"));
        float[] kernel = linear.kernel();
        Panels.pack(kernel, 1, new int[] {0, 1, 1}, new int[] {0, 1, 1}, 1, 200, 5, vectors(2, 2), w, 9436, 1600);
        Panels.repeat(linear.bias(), 6, w, 9404);
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
     * What the model returns.
     *
     * @param hidden {@code [200]}
     * @param y {@code [5]}
     */
    public record Outputs(float[] hidden, float[] y) {
    }

    /**
     * Kernels for processors with 32 vector registers (AVX-512, NEON). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Wide implements VectorKernels {
        private static final int L4 = Simd.lanes(4);

        private static final int L16 = Simd.lanes(16);

        private static final StandIn dense_32to200_reluTileStandIn = StandIn.matrix(
                1, 1, 4, 1, // tile: rows, columns, vectors, sums in turn
                32, 32, 200, 200, 200, 200, // distances: reads, writes, adds
                1, 0, 1, 0, 32, // window
                200).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn dense_200to5TileStandIn = StandIn.matrix(
                1, 1, 2, 4, // tile: rows, columns, vectors, sums in turn
                200, 200, 5, 5, 5, 5, // distances: reads, writes, adds
                1, 0, 1, 0, 200, // window
                5);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    dense_32to200_reluTileStandIn,
                    dense_200to5TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.dense_32to200_reluTile(s, w, 220, 12, skip ? -StandIn.SKIPPED_ROUNDS : 1212, 12, 0, 0);
                    break;
                case 1:
                    Tiles.dense_200to5Tile(s, w, 12, 220, skip ? -StandIn.SKIPPED_ROUNDS : 9436, 9404);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void dense_32to200_reluTile(float[] s, float[] w, int x, int y, int k, int b,
                int d, int j) {
            if (dense_32to200_reluTileStandIn.isOver()) {
                Tiles.dense_32to200_reluTile(s, w, x, y, k, b, d, j);
            } else {
                dense_32to200_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
                dense_32to200_reluTileStandIn.tile(s, w, x, y + d, -1, k + j, b + d, -1);
            }
        }

        private static void dense_32to200_relu(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (200 + (4 * L16) - 1) / (4 * L16);
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p += 2) {
                int next = Math.min(p + 1, end - 1);
                int c = Math.min(p * (4 * L16), Math.max(0, 200 - (4 * L16)));
                int d = Math.min(next * (4 * L16), Math.max(0, 200 - (4 * L16))) - c;
                dense_32to200_reluTile(s, w, x, y + c, k + p * 128 * L16, b + c, d, (next - p) * 128 * L16);
            }
        }

        private static void dense_200to5Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (dense_200to5TileStandIn.isOver()) {
                Tiles.dense_200to5Tile(s, w, x, y, k, b);
            } else {
                dense_200to5TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void dense_200to5(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (5 + (2 * L4) - 1) / (2 * L4);
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * (2 * L4), Math.max(0, 5 - (2 * L4)));
                dense_200to5Tile(s, w, x, y + c, k + p * 400 * L4, b + c);
            }
        }

        private static void dense_32to200_relu_samples(float[] s, float[] w, int x, int y, int k,
                int b, int samples, Part part) {
            int panels = (200 + (4 * L16) - 1) / (4 * L16);
            int tiles = (samples + 3) / 4;
            int end = part.to(panels * tiles);
            for (int n = part.from(panels * tiles); n < end; n++) {
                int p = n / tiles;
                int i = n % tiles;
                int c = Math.min(p * (4 * L16), Math.max(0, 200 - (4 * L16)));
                int col = i * 4;
                Tiles.dense_32to200_reluTile_2(s, w, x + col * 32, y + col * 200 + c, k + p * 128 * L16, b + c);
            }
        }

        private static void dense_200to5_samples(float[] s, float[] w, int x, int y, int k, int b,
                int samples, Part part) {
            int panels = (5 + (2 * L4) - 1) / (2 * L4);
            int tiles = (samples + 7) / 8;
            int end = part.to(panels * tiles);
            for (int n = part.from(panels * tiles); n < end; n++) {
                int p = n / tiles;
                int i = n % tiles;
                int c = Math.min(p * (2 * L4), Math.max(0, 5 - (2 * L4)));
                int col = i * 8;
                Tiles.dense_200to5Tile_2(s, w, x + col * 200, y + col * 5 + c, k + p * 400 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static final VectorSpecies<Float> S16 = Species.of(16);

            private static final Class<?> C16 = S16.vectorType();

            private static void dense_32to200_reluTile(float[] s, float[] w, int x, int y, int k,
                    int b, int d, int j) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L16, 200 - L16);
                int c2 = Math.min(2 * L16, 200 - L16);
                int c3 = Math.min(3 * L16, 200 - L16);
                int c4 = d;
                int c5 = c1 + d;
                int c6 = c2 + d;
                int c7 = c3 + d;
                FloatVector bias0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b));
                FloatVector a0_0 = bias0;
                FloatVector bias1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c1));
                FloatVector a0_1 = bias1;
                FloatVector bias2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c2));
                FloatVector a0_2 = bias2;
                FloatVector bias3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c3));
                FloatVector a0_3 = bias3;
                FloatVector bias4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c4));
                FloatVector a0_4 = bias4;
                FloatVector bias5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c5));
                FloatVector a0_5 = bias5;
                FloatVector bias6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c6));
                FloatVector a0_6 = bias6;
                FloatVector bias7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c7));
                FloatVector a0_7 = bias7;
                for (int l = 0; l < 32; l += 2) {
                    int n = x + l;
                    int q = k + l * (4 * L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + L16));
                    FloatVector w0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 2 * L16));
                    FloatVector w0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 3 * L16));
                    FloatVector w0_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j));
                    FloatVector w0_5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j + L16));
                    FloatVector w0_6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j + 2 * L16));
                    FloatVector w0_7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j + 3 * L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0));
                    a0_1 = v0_0.fma(w0_1, (FloatVector) C16.cast(a0_1));
                    a0_2 = v0_0.fma(w0_2, (FloatVector) C16.cast(a0_2));
                    a0_3 = v0_0.fma(w0_3, (FloatVector) C16.cast(a0_3));
                    a0_4 = v0_0.fma(w0_4, (FloatVector) C16.cast(a0_4));
                    a0_5 = v0_0.fma(w0_5, (FloatVector) C16.cast(a0_5));
                    a0_6 = v0_0.fma(w0_6, (FloatVector) C16.cast(a0_6));
                    a0_7 = v0_0.fma(w0_7, (FloatVector) C16.cast(a0_7));
                    FloatVector w1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 4 * L16));
                    FloatVector w1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 5 * L16));
                    FloatVector w1_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 6 * L16));
                    FloatVector w1_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 7 * L16));
                    FloatVector w1_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j + 4 * L16));
                    FloatVector w1_5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j + 5 * L16));
                    FloatVector w1_6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j + 6 * L16));
                    FloatVector w1_7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j + 7 * L16));
                    FloatVector v1_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 1]));
                    a0_0 = v1_0.fma(w1_0, (FloatVector) C16.cast(a0_0));
                    a0_1 = v1_0.fma(w1_1, (FloatVector) C16.cast(a0_1));
                    a0_2 = v1_0.fma(w1_2, (FloatVector) C16.cast(a0_2));
                    a0_3 = v1_0.fma(w1_3, (FloatVector) C16.cast(a0_3));
                    a0_4 = v1_0.fma(w1_4, (FloatVector) C16.cast(a0_4));
                    a0_5 = v1_0.fma(w1_5, (FloatVector) C16.cast(a0_5));
                    a0_6 = v1_0.fma(w1_6, (FloatVector) C16.cast(a0_6));
                    a0_7 = v1_0.fma(w1_7, (FloatVector) C16.cast(a0_7));
                }
                FloatVector zero = (FloatVector) C16.cast(FloatVector.zero(S16));
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_1))))).intoArray(s, y + c1);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_2))))).intoArray(s, y + c2);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_3))))).intoArray(s, y + c3);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_4))))).intoArray(s, y + c4);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_5))))).intoArray(s, y + c5);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_6))))).intoArray(s, y + c6);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_7))))).intoArray(s, y + c7);
            }

            private static void dense_200to5Tile(float[] s, float[] w, int x, int y, int k, int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L4, 5 - L4);
                FloatVector bias0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a0_0 = bias0;
                FloatVector a1_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a2_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a3_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector bias1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c1));
                FloatVector a0_1 = bias1;
                FloatVector a1_0_1 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a2_0_1 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a3_0_1 = (FloatVector) C4.cast(FloatVector.zero(S4));
                for (int l = 0; l < 200; l += 4) {
                    int n = x + l;
                    int q = k + l * (2 * L4);
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector w0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + L4));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                    a0_1 = v0_0.fma(w0_1, (FloatVector) C4.cast(a0_1));
                    FloatVector w1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 2 * L4));
                    FloatVector w1_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 3 * L4));
                    FloatVector v1_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1]));
                    a1_0_0 = v1_0.fma(w1_0, (FloatVector) C4.cast(a1_0_0));
                    a1_0_1 = v1_0.fma(w1_1, (FloatVector) C4.cast(a1_0_1));
                    FloatVector w2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 4 * L4));
                    FloatVector w2_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 5 * L4));
                    FloatVector v2_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 2]));
                    a2_0_0 = v2_0.fma(w2_0, (FloatVector) C4.cast(a2_0_0));
                    a2_0_1 = v2_0.fma(w2_1, (FloatVector) C4.cast(a2_0_1));
                    FloatVector w3_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 6 * L4));
                    FloatVector w3_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 7 * L4));
                    FloatVector v3_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                    a3_0_0 = v3_0.fma(w3_0, (FloatVector) C4.cast(a3_0_0));
                    a3_0_1 = v3_0.fma(w3_1, (FloatVector) C4.cast(a3_0_1));
                }
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a1_0_0));
                a0_1 = ((FloatVector) C4.cast(a0_1)).add((FloatVector) C4.cast(a1_0_1));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a2_0_0));
                a0_1 = ((FloatVector) C4.cast(a0_1)).add((FloatVector) C4.cast(a2_0_1));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a3_0_0));
                a0_1 = ((FloatVector) C4.cast(a0_1)).add((FloatVector) C4.cast(a3_0_1));
                ((FloatVector) C4.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C4.cast(a0_1)).intoArray(s, y + c1);
            }

            private static void dense_32to200_reluTile_2(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L16, 200 - L16);
                int c2 = Math.min(2 * L16, 200 - L16);
                int c3 = Math.min(3 * L16, 200 - L16);
                FloatVector bias0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b));
                FloatVector a0_0 = bias0;
                FloatVector a1_0 = bias0;
                FloatVector a2_0 = bias0;
                FloatVector a3_0 = bias0;
                FloatVector bias1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c1));
                FloatVector a0_1 = bias1;
                FloatVector a1_1 = bias1;
                FloatVector a2_1 = bias1;
                FloatVector a3_1 = bias1;
                FloatVector bias2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c2));
                FloatVector a0_2 = bias2;
                FloatVector a1_2 = bias2;
                FloatVector a2_2 = bias2;
                FloatVector a3_2 = bias2;
                FloatVector bias3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c3));
                FloatVector a0_3 = bias3;
                FloatVector a1_3 = bias3;
                FloatVector a2_3 = bias3;
                FloatVector a3_3 = bias3;
                for (int l = 0; l < 32; l++) {
                    int n = x + l;
                    int q = k + l * (4 * L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + L16));
                    FloatVector w0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 2 * L16));
                    FloatVector w0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 3 * L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0));
                    a0_1 = v0_0.fma(w0_1, (FloatVector) C16.cast(a0_1));
                    a0_2 = v0_0.fma(w0_2, (FloatVector) C16.cast(a0_2));
                    a0_3 = v0_0.fma(w0_3, (FloatVector) C16.cast(a0_3));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 32]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0));
                    a1_1 = v0_1.fma(w0_1, (FloatVector) C16.cast(a1_1));
                    a1_2 = v0_1.fma(w0_2, (FloatVector) C16.cast(a1_2));
                    a1_3 = v0_1.fma(w0_3, (FloatVector) C16.cast(a1_3));
                    FloatVector v0_2 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 64]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C16.cast(a2_0));
                    a2_1 = v0_2.fma(w0_1, (FloatVector) C16.cast(a2_1));
                    a2_2 = v0_2.fma(w0_2, (FloatVector) C16.cast(a2_2));
                    a2_3 = v0_2.fma(w0_3, (FloatVector) C16.cast(a2_3));
                    FloatVector v0_3 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 96]));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C16.cast(a3_0));
                    a3_1 = v0_3.fma(w0_1, (FloatVector) C16.cast(a3_1));
                    a3_2 = v0_3.fma(w0_2, (FloatVector) C16.cast(a3_2));
                    a3_3 = v0_3.fma(w0_3, (FloatVector) C16.cast(a3_3));
                }
                FloatVector zero = (FloatVector) C16.cast(FloatVector.zero(S16));
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_0))))).intoArray(s, y);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_1))))).intoArray(s, y + c1);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_2))))).intoArray(s, y + c2);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_3))))).intoArray(s, y + c3);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a1_0))))).intoArray(s, y + 200);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a1_1))))).intoArray(s, y + 200 + c1);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a1_2))))).intoArray(s, y + 200 + c2);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a1_3))))).intoArray(s, y + 200 + c3);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a2_0))))).intoArray(s, y + 400);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a2_1))))).intoArray(s, y + 400 + c1);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a2_2))))).intoArray(s, y + 400 + c2);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a2_3))))).intoArray(s, y + 400 + c3);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a3_0))))).intoArray(s, y + 600);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a3_1))))).intoArray(s, y + 600 + c1);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a3_2))))).intoArray(s, y + 600 + c2);
                ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a3_3))))).intoArray(s, y + 600 + c3);
            }

            private static void dense_200to5Tile_2(float[] s, float[] w, int x, int y, int k,
                    int b) {
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
                FloatVector a3_0 = bias0;
                FloatVector a4_0 = bias0;
                FloatVector a5_0 = bias0;
                FloatVector a6_0 = bias0;
                FloatVector a7_0 = bias0;
                FloatVector bias1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c1));
                FloatVector a0_1 = bias1;
                FloatVector a1_1 = bias1;
                FloatVector a2_1 = bias1;
                FloatVector a3_1 = bias1;
                FloatVector a4_1 = bias1;
                FloatVector a5_1 = bias1;
                FloatVector a6_1 = bias1;
                FloatVector a7_1 = bias1;
                for (int l = 0; l < 200; l++) {
                    int n = x + l;
                    int q = k + l * (2 * L4);
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector w0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + L4));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0));
                    a0_1 = v0_0.fma(w0_1, (FloatVector) C4.cast(a0_1));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 200]));
                    a1_0 = v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0));
                    a1_1 = v0_1.fma(w0_1, (FloatVector) C4.cast(a1_1));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 400]));
                    a2_0 = v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0));
                    a2_1 = v0_2.fma(w0_1, (FloatVector) C4.cast(a2_1));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 600]));
                    a3_0 = v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0));
                    a3_1 = v0_3.fma(w0_1, (FloatVector) C4.cast(a3_1));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 800]));
                    a4_0 = v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0));
                    a4_1 = v0_4.fma(w0_1, (FloatVector) C4.cast(a4_1));
                    FloatVector v0_5 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1000]));
                    a5_0 = v0_5.fma(w0_0, (FloatVector) C4.cast(a5_0));
                    a5_1 = v0_5.fma(w0_1, (FloatVector) C4.cast(a5_1));
                    FloatVector v0_6 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1200]));
                    a6_0 = v0_6.fma(w0_0, (FloatVector) C4.cast(a6_0));
                    a6_1 = v0_6.fma(w0_1, (FloatVector) C4.cast(a6_1));
                    FloatVector v0_7 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1400]));
                    a7_0 = v0_7.fma(w0_0, (FloatVector) C4.cast(a7_0));
                    a7_1 = v0_7.fma(w0_1, (FloatVector) C4.cast(a7_1));
                }
                ((FloatVector) C4.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C4.cast(a0_1)).intoArray(s, y + c1);
                ((FloatVector) C4.cast(a1_0)).intoArray(s, y + 5);
                ((FloatVector) C4.cast(a1_1)).intoArray(s, y + 5 + c1);
                ((FloatVector) C4.cast(a2_0)).intoArray(s, y + 10);
                ((FloatVector) C4.cast(a2_1)).intoArray(s, y + 10 + c1);
                ((FloatVector) C4.cast(a3_0)).intoArray(s, y + 15);
                ((FloatVector) C4.cast(a3_1)).intoArray(s, y + 15 + c1);
                ((FloatVector) C4.cast(a4_0)).intoArray(s, y + 20);
                ((FloatVector) C4.cast(a4_1)).intoArray(s, y + 20 + c1);
                ((FloatVector) C4.cast(a5_0)).intoArray(s, y + 25);
                ((FloatVector) C4.cast(a5_1)).intoArray(s, y + 25 + c1);
                ((FloatVector) C4.cast(a6_0)).intoArray(s, y + 30);
                ((FloatVector) C4.cast(a6_1)).intoArray(s, y + 30 + c1);
                ((FloatVector) C4.cast(a7_0)).intoArray(s, y + 35);
                ((FloatVector) C4.cast(a7_1)).intoArray(s, y + 35 + c1);
            }
        }
    }

    /**
     * Kernels for processors with 16 vector registers (AVX2, SSE). Nothing in them depends on the number of lanes but {@code static final} constants.
     */
    private static final class Narrow implements VectorKernels {
        private static final int L4 = Simd.lanes(4);

        private static final int L16 = Simd.lanes(16);

        private static final StandIn dense_32to200_reluTileStandIn = StandIn.matrix(
                1, 1, 4, 1, // tile: rows, columns, vectors, sums in turn
                32, 32, 200, 200, 200, 200, // distances: reads, writes, adds
                1, 0, 1, 0, 32, // window
                200).relu(0.0f, Float.POSITIVE_INFINITY);

        private static final StandIn dense_200to5TileStandIn = StandIn.matrix(
                1, 1, 2, 4, // tile: rows, columns, vectors, sums in turn
                200, 200, 5, 5, 5, 5, // distances: reads, writes, adds
                1, 0, 1, 0, 200, // window
                5);

        @Override
        public StandIn[] standIns() {
            return new StandIn[] {
                    dense_32to200_reluTileStandIn,
                    dense_200to5TileStandIn
                    };
        }

        @Override
        public void call(int kernel, float[] s, float[] w, boolean skip) {
            switch (kernel) {
                case 0:
                    Tiles.dense_32to200_reluTile(s, w, 220, 12, skip ? -StandIn.SKIPPED_ROUNDS : 1212, 12, 0, 0);
                    break;
                case 1:
                    Tiles.dense_200to5Tile(s, w, 12, 220, skip ? -StandIn.SKIPPED_ROUNDS : 9436, 9404);
                    break;
                default:
                    throw new IndexOutOfBoundsException(kernel);
            }
        }

        private static void dense_32to200_reluTile(float[] s, float[] w, int x, int y, int k, int b,
                int d, int j) {
            if (dense_32to200_reluTileStandIn.isOver()) {
                Tiles.dense_32to200_reluTile(s, w, x, y, k, b, d, j);
            } else {
                dense_32to200_reluTileStandIn.tile(s, w, x, y, -1, k, b, -1);
                dense_32to200_reluTileStandIn.tile(s, w, x, y + d, -1, k + j, b + d, -1);
            }
        }

        private static void dense_32to200_relu(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (200 + (4 * L16) - 1) / (4 * L16);
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p += 2) {
                int next = Math.min(p + 1, end - 1);
                int c = Math.min(p * (4 * L16), Math.max(0, 200 - (4 * L16)));
                int d = Math.min(next * (4 * L16), Math.max(0, 200 - (4 * L16))) - c;
                dense_32to200_reluTile(s, w, x, y + c, k + p * 128 * L16, b + c, d, (next - p) * 128 * L16);
            }
        }

        private static void dense_200to5Tile(float[] s, float[] w, int x, int y, int k, int b) {
            if (dense_200to5TileStandIn.isOver()) {
                Tiles.dense_200to5Tile(s, w, x, y, k, b);
            } else {
                dense_200to5TileStandIn.tile(s, w, x, y, -1, k, b, -1);
            }
        }

        private static void dense_200to5(float[] s, float[] w, int x, int y, int k, int b,
                Part part) {
            int panels = (5 + (2 * L4) - 1) / (2 * L4);
            int end = part.to(panels);
            for (int p = part.from(panels); p < end; p++) {
                int c = Math.min(p * (2 * L4), Math.max(0, 5 - (2 * L4)));
                dense_200to5Tile(s, w, x, y + c, k + p * 400 * L4, b + c);
            }
        }

        private static void dense_32to200_relu_samples(float[] s, float[] w, int x, int y, int k,
                int b, int samples, Part part) {
            int panels = (200 + (4 * L16) - 1) / (4 * L16);
            int tiles = (samples + 1) / 2;
            for (int p = 0; p < panels; p++) {
                int c = Math.min(p * (4 * L16), Math.max(0, 200 - (4 * L16)));
                int end = part.to(tiles);
                for (int i = part.from(tiles); i < end; i++) {
                    int col = i * 2;
                    Tiles.dense_32to200_reluTile_2(s, w, x + col * 32, y + col * 200 + c, k + p * 128 * L16, b + c);
                }
            }
        }

        private static void dense_200to5_samples(float[] s, float[] w, int x, int y, int k, int b,
                int samples, Part part) {
            int panels = (5 + (2 * L4) - 1) / (2 * L4);
            int tiles = (samples + 4) / 5;
            int end = part.to(panels * tiles);
            for (int n = part.from(panels * tiles); n < end; n++) {
                int p = n / tiles;
                int i = n % tiles;
                int c = Math.min(p * (2 * L4), Math.max(0, 5 - (2 * L4)));
                int col = Math.min(i * 5, 27);
                Tiles.dense_200to5Tile_2(s, w, x + col * 200, y + col * 5 + c, k + p * 400 * L4, b + c);
            }
        }

        /**
         * Tiles: what HotSpot has to compile before it is fast.
         */
        private static final class Tiles {
            private static final VectorSpecies<Float> S4 = Species.of(4);

            private static final Class<?> C4 = S4.vectorType();

            private static final VectorSpecies<Float> S16 = Species.of(16);

            private static final Class<?> C16 = S16.vectorType();

            private static void dense_32to200_reluTile(float[] s, float[] w, int x, int y, int k,
                    int b, int d, int j) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L16, 200 - L16);
                int c2 = Math.min(2 * L16, 200 - L16);
                int c3 = Math.min(3 * L16, 200 - L16);
                int c4 = d;
                int c5 = c1 + d;
                int c6 = c2 + d;
                int c7 = c3 + d;
                FloatVector a0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b));
                FloatVector a0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c1));
                FloatVector a0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c2));
                FloatVector a0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c3));
                FloatVector a0_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c4));
                FloatVector a0_5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c5));
                FloatVector a0_6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c6));
                FloatVector a0_7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c7));
                for (int l = 0; l < 32; l++) {
                    int n = x + l;
                    int q = k + l * (4 * L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + L16));
                    FloatVector w0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 2 * L16));
                    FloatVector w0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 3 * L16));
                    FloatVector w0_4 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j));
                    FloatVector w0_5 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j + L16));
                    FloatVector w0_6 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j + 2 * L16));
                    FloatVector w0_7 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + j + 3 * L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_0.mul(w0_0))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_0.fma(w0_1, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_0.mul(w0_1))).add((FloatVector) C16.cast(a0_1)));
                    a0_2 = (FMA ? v0_0.fma(w0_2, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v0_0.mul(w0_2))).add((FloatVector) C16.cast(a0_2)));
                    a0_3 = (FMA ? v0_0.fma(w0_3, (FloatVector) C16.cast(a0_3)) : ((FloatVector) C16.cast(v0_0.mul(w0_3))).add((FloatVector) C16.cast(a0_3)));
                    a0_4 = (FMA ? v0_0.fma(w0_4, (FloatVector) C16.cast(a0_4)) : ((FloatVector) C16.cast(v0_0.mul(w0_4))).add((FloatVector) C16.cast(a0_4)));
                    a0_5 = (FMA ? v0_0.fma(w0_5, (FloatVector) C16.cast(a0_5)) : ((FloatVector) C16.cast(v0_0.mul(w0_5))).add((FloatVector) C16.cast(a0_5)));
                    a0_6 = (FMA ? v0_0.fma(w0_6, (FloatVector) C16.cast(a0_6)) : ((FloatVector) C16.cast(v0_0.mul(w0_6))).add((FloatVector) C16.cast(a0_6)));
                    a0_7 = (FMA ? v0_0.fma(w0_7, (FloatVector) C16.cast(a0_7)) : ((FloatVector) C16.cast(v0_0.mul(w0_7))).add((FloatVector) C16.cast(a0_7)));
                }
                FloatVector zero = (FloatVector) C16.cast(FloatVector.zero(S16));
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_0))))) : ((FloatVector) C16.cast(a0_0))).intoArray(s, y);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_1))))) : ((FloatVector) C16.cast(a0_1))).intoArray(s, y + c1);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_2))))) : ((FloatVector) C16.cast(a0_2))).intoArray(s, y + c2);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_3))))) : ((FloatVector) C16.cast(a0_3))).intoArray(s, y + c3);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_4))))) : ((FloatVector) C16.cast(a0_4))).intoArray(s, y + c4);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_5))))) : ((FloatVector) C16.cast(a0_5))).intoArray(s, y + c5);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_6))))) : ((FloatVector) C16.cast(a0_6))).intoArray(s, y + c6);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_7))))) : ((FloatVector) C16.cast(a0_7))).intoArray(s, y + c7);
            }

            private static void dense_200to5Tile(float[] s, float[] w, int x, int y, int k, int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L4, 5 - L4);
                FloatVector a0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a1_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a2_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a3_0_0 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c1));
                FloatVector a1_0_1 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a2_0_1 = (FloatVector) C4.cast(FloatVector.zero(S4));
                FloatVector a3_0_1 = (FloatVector) C4.cast(FloatVector.zero(S4));
                for (int l = 0; l < 200; l += 4) {
                    int n = x + l;
                    int q = k + l * (2 * L4);
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector w0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + L4));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                    a0_1 = (FMA ? v0_0.fma(w0_1, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v0_0.mul(w0_1))).add((FloatVector) C4.cast(a0_1)));
                    FloatVector w1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 2 * L4));
                    FloatVector w1_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 3 * L4));
                    FloatVector v1_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1]));
                    a1_0_0 = (FMA ? v1_0.fma(w1_0, (FloatVector) C4.cast(a1_0_0)) : ((FloatVector) C4.cast(v1_0.mul(w1_0))).add((FloatVector) C4.cast(a1_0_0)));
                    a1_0_1 = (FMA ? v1_0.fma(w1_1, (FloatVector) C4.cast(a1_0_1)) : ((FloatVector) C4.cast(v1_0.mul(w1_1))).add((FloatVector) C4.cast(a1_0_1)));
                    FloatVector w2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 4 * L4));
                    FloatVector w2_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 5 * L4));
                    FloatVector v2_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 2]));
                    a2_0_0 = (FMA ? v2_0.fma(w2_0, (FloatVector) C4.cast(a2_0_0)) : ((FloatVector) C4.cast(v2_0.mul(w2_0))).add((FloatVector) C4.cast(a2_0_0)));
                    a2_0_1 = (FMA ? v2_0.fma(w2_1, (FloatVector) C4.cast(a2_0_1)) : ((FloatVector) C4.cast(v2_0.mul(w2_1))).add((FloatVector) C4.cast(a2_0_1)));
                    FloatVector w3_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 6 * L4));
                    FloatVector w3_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 7 * L4));
                    FloatVector v3_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 3]));
                    a3_0_0 = (FMA ? v3_0.fma(w3_0, (FloatVector) C4.cast(a3_0_0)) : ((FloatVector) C4.cast(v3_0.mul(w3_0))).add((FloatVector) C4.cast(a3_0_0)));
                    a3_0_1 = (FMA ? v3_0.fma(w3_1, (FloatVector) C4.cast(a3_0_1)) : ((FloatVector) C4.cast(v3_0.mul(w3_1))).add((FloatVector) C4.cast(a3_0_1)));
                }
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a1_0_0));
                a0_1 = ((FloatVector) C4.cast(a0_1)).add((FloatVector) C4.cast(a1_0_1));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a2_0_0));
                a0_1 = ((FloatVector) C4.cast(a0_1)).add((FloatVector) C4.cast(a2_0_1));
                a0_0 = ((FloatVector) C4.cast(a0_0)).add((FloatVector) C4.cast(a3_0_0));
                a0_1 = ((FloatVector) C4.cast(a0_1)).add((FloatVector) C4.cast(a3_0_1));
                ((FloatVector) C4.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C4.cast(a0_1)).intoArray(s, y + c1);
            }

            private static void dense_32to200_reluTile_2(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L16, 200 - L16);
                int c2 = Math.min(2 * L16, 200 - L16);
                int c3 = Math.min(3 * L16, 200 - L16);
                FloatVector a0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b));
                FloatVector a1_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 200));
                FloatVector a0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c1));
                FloatVector a1_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 200 + c1));
                FloatVector a0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c2));
                FloatVector a1_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 200 + c2));
                FloatVector a0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + c3));
                FloatVector a1_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, b + 200 + c3));
                for (int l = 0; l < 32; l++) {
                    int n = x + l;
                    int q = k + l * (4 * L16);
                    FloatVector w0_0 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q));
                    FloatVector w0_1 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + L16));
                    FloatVector w0_2 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 2 * L16));
                    FloatVector w0_3 = (FloatVector) C16.cast(FloatVector.fromArray(S16, w, q + 3 * L16));
                    FloatVector v0_0 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C16.cast(a0_0)) : ((FloatVector) C16.cast(v0_0.mul(w0_0))).add((FloatVector) C16.cast(a0_0)));
                    a0_1 = (FMA ? v0_0.fma(w0_1, (FloatVector) C16.cast(a0_1)) : ((FloatVector) C16.cast(v0_0.mul(w0_1))).add((FloatVector) C16.cast(a0_1)));
                    a0_2 = (FMA ? v0_0.fma(w0_2, (FloatVector) C16.cast(a0_2)) : ((FloatVector) C16.cast(v0_0.mul(w0_2))).add((FloatVector) C16.cast(a0_2)));
                    a0_3 = (FMA ? v0_0.fma(w0_3, (FloatVector) C16.cast(a0_3)) : ((FloatVector) C16.cast(v0_0.mul(w0_3))).add((FloatVector) C16.cast(a0_3)));
                    FloatVector v0_1 = (FloatVector) C16.cast(FloatVector.broadcast(S16, s[n + 32]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C16.cast(a1_0)) : ((FloatVector) C16.cast(v0_1.mul(w0_0))).add((FloatVector) C16.cast(a1_0)));
                    a1_1 = (FMA ? v0_1.fma(w0_1, (FloatVector) C16.cast(a1_1)) : ((FloatVector) C16.cast(v0_1.mul(w0_1))).add((FloatVector) C16.cast(a1_1)));
                    a1_2 = (FMA ? v0_1.fma(w0_2, (FloatVector) C16.cast(a1_2)) : ((FloatVector) C16.cast(v0_1.mul(w0_2))).add((FloatVector) C16.cast(a1_2)));
                    a1_3 = (FMA ? v0_1.fma(w0_3, (FloatVector) C16.cast(a1_3)) : ((FloatVector) C16.cast(v0_1.mul(w0_3))).add((FloatVector) C16.cast(a1_3)));
                }
                FloatVector zero = (FloatVector) C16.cast(FloatVector.zero(S16));
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_0))))) : ((FloatVector) C16.cast(a0_0))).intoArray(s, y);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_1))))) : ((FloatVector) C16.cast(a0_1))).intoArray(s, y + c1);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_2))))) : ((FloatVector) C16.cast(a0_2))).intoArray(s, y + c2);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a0_3))))) : ((FloatVector) C16.cast(a0_3))).intoArray(s, y + c3);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a1_0))))) : ((FloatVector) C16.cast(a1_0))).intoArray(s, y + 200);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a1_1))))) : ((FloatVector) C16.cast(a1_1))).intoArray(s, y + 200 + c1);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a1_2))))) : ((FloatVector) C16.cast(a1_2))).intoArray(s, y + 200 + c2);
                (FUSED ? ((FloatVector) C16.cast(zero.max(((FloatVector) C16.cast(a1_3))))) : ((FloatVector) C16.cast(a1_3))).intoArray(s, y + 200 + c3);
            }

            private static void dense_200to5Tile_2(float[] s, float[] w, int x, int y, int k,
                    int b) {
                if (k < 0) {
                    for (int i = k; i < 0; i++) {
                    }
                    return;
                }
                int c1 = Math.min(L4, 5 - L4);
                FloatVector a0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b));
                FloatVector a1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 5));
                FloatVector a2_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 10));
                FloatVector a3_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 15));
                FloatVector a4_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 20));
                FloatVector a0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + c1));
                FloatVector a1_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 5 + c1));
                FloatVector a2_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 10 + c1));
                FloatVector a3_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 15 + c1));
                FloatVector a4_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, b + 20 + c1));
                for (int l = 0; l < 200; l += 2) {
                    int n = x + l;
                    int q = k + l * (2 * L4);
                    FloatVector w0_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q));
                    FloatVector w0_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + L4));
                    FloatVector v0_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n]));
                    a0_0 = (FMA ? v0_0.fma(w0_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v0_0.mul(w0_0))).add((FloatVector) C4.cast(a0_0)));
                    a0_1 = (FMA ? v0_0.fma(w0_1, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v0_0.mul(w0_1))).add((FloatVector) C4.cast(a0_1)));
                    FloatVector v0_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 200]));
                    a1_0 = (FMA ? v0_1.fma(w0_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v0_1.mul(w0_0))).add((FloatVector) C4.cast(a1_0)));
                    a1_1 = (FMA ? v0_1.fma(w0_1, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v0_1.mul(w0_1))).add((FloatVector) C4.cast(a1_1)));
                    FloatVector v0_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 400]));
                    a2_0 = (FMA ? v0_2.fma(w0_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v0_2.mul(w0_0))).add((FloatVector) C4.cast(a2_0)));
                    a2_1 = (FMA ? v0_2.fma(w0_1, (FloatVector) C4.cast(a2_1)) : ((FloatVector) C4.cast(v0_2.mul(w0_1))).add((FloatVector) C4.cast(a2_1)));
                    FloatVector v0_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 600]));
                    a3_0 = (FMA ? v0_3.fma(w0_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v0_3.mul(w0_0))).add((FloatVector) C4.cast(a3_0)));
                    a3_1 = (FMA ? v0_3.fma(w0_1, (FloatVector) C4.cast(a3_1)) : ((FloatVector) C4.cast(v0_3.mul(w0_1))).add((FloatVector) C4.cast(a3_1)));
                    FloatVector v0_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 800]));
                    a4_0 = (FMA ? v0_4.fma(w0_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v0_4.mul(w0_0))).add((FloatVector) C4.cast(a4_0)));
                    a4_1 = (FMA ? v0_4.fma(w0_1, (FloatVector) C4.cast(a4_1)) : ((FloatVector) C4.cast(v0_4.mul(w0_1))).add((FloatVector) C4.cast(a4_1)));
                    if (l == s.length) {
                        break;
                    }
                    FloatVector w1_0 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 2 * L4));
                    FloatVector w1_1 = (FloatVector) C4.cast(FloatVector.fromArray(S4, w, q + 3 * L4));
                    FloatVector v1_0 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1]));
                    a0_0 = (FMA ? v1_0.fma(w1_0, (FloatVector) C4.cast(a0_0)) : ((FloatVector) C4.cast(v1_0.mul(w1_0))).add((FloatVector) C4.cast(a0_0)));
                    a0_1 = (FMA ? v1_0.fma(w1_1, (FloatVector) C4.cast(a0_1)) : ((FloatVector) C4.cast(v1_0.mul(w1_1))).add((FloatVector) C4.cast(a0_1)));
                    FloatVector v1_1 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1 + 200]));
                    a1_0 = (FMA ? v1_1.fma(w1_0, (FloatVector) C4.cast(a1_0)) : ((FloatVector) C4.cast(v1_1.mul(w1_0))).add((FloatVector) C4.cast(a1_0)));
                    a1_1 = (FMA ? v1_1.fma(w1_1, (FloatVector) C4.cast(a1_1)) : ((FloatVector) C4.cast(v1_1.mul(w1_1))).add((FloatVector) C4.cast(a1_1)));
                    FloatVector v1_2 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1 + 400]));
                    a2_0 = (FMA ? v1_2.fma(w1_0, (FloatVector) C4.cast(a2_0)) : ((FloatVector) C4.cast(v1_2.mul(w1_0))).add((FloatVector) C4.cast(a2_0)));
                    a2_1 = (FMA ? v1_2.fma(w1_1, (FloatVector) C4.cast(a2_1)) : ((FloatVector) C4.cast(v1_2.mul(w1_1))).add((FloatVector) C4.cast(a2_1)));
                    FloatVector v1_3 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1 + 600]));
                    a3_0 = (FMA ? v1_3.fma(w1_0, (FloatVector) C4.cast(a3_0)) : ((FloatVector) C4.cast(v1_3.mul(w1_0))).add((FloatVector) C4.cast(a3_0)));
                    a3_1 = (FMA ? v1_3.fma(w1_1, (FloatVector) C4.cast(a3_1)) : ((FloatVector) C4.cast(v1_3.mul(w1_1))).add((FloatVector) C4.cast(a3_1)));
                    FloatVector v1_4 = (FloatVector) C4.cast(FloatVector.broadcast(S4, s[n + 1 + 800]));
                    a4_0 = (FMA ? v1_4.fma(w1_0, (FloatVector) C4.cast(a4_0)) : ((FloatVector) C4.cast(v1_4.mul(w1_0))).add((FloatVector) C4.cast(a4_0)));
                    a4_1 = (FMA ? v1_4.fma(w1_1, (FloatVector) C4.cast(a4_1)) : ((FloatVector) C4.cast(v1_4.mul(w1_1))).add((FloatVector) C4.cast(a4_1)));
                }
                ((FloatVector) C4.cast(a0_0)).intoArray(s, y);
                ((FloatVector) C4.cast(a0_1)).intoArray(s, y + c1);
                ((FloatVector) C4.cast(a1_0)).intoArray(s, y + 5);
                ((FloatVector) C4.cast(a1_1)).intoArray(s, y + 5 + c1);
                ((FloatVector) C4.cast(a2_0)).intoArray(s, y + 10);
                ((FloatVector) C4.cast(a2_1)).intoArray(s, y + 10 + c1);
                ((FloatVector) C4.cast(a3_0)).intoArray(s, y + 15);
                ((FloatVector) C4.cast(a3_1)).intoArray(s, y + 15 + c1);
                ((FloatVector) C4.cast(a4_0)).intoArray(s, y + 20);
                ((FloatVector) C4.cast(a4_1)).intoArray(s, y + 20 + c1);
            }
        }
    }
}
