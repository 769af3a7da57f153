package dev.pleat.examples.promises;

import dev.pleat.examples.digits.DigitsCnnModel;
import dev.pleat.examples.digits.DigitsMlpModel;
import dev.pleat.examples.driving.DriverModel;
import dev.pleat.examples.tiny.AutoencoderModel;
import dev.pleat.examples.tiny.ImageClassificationModel;
import dev.pleat.examples.tiny.KeywordSpottingModel;
import dev.pleat.examples.tiny.VisualWakeWordsModel;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Scratch;
import dev.pleat.runtime.TensorSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A model for which promises are proved.
 *
 * @param model the model
 * @param inScratch how to predict in memory that the caller holds
 */
record Subject(CompiledModel model, InScratch inScratch) {

    /** Predicts in memory that the caller holds. */
    @FunctionalInterface
    interface InScratch {
        /** Predicts from one array per input into one per output. */
        void predict(Scratch memory, List<float[]> in, List<float[]> out);
    }

    /** Returns the examples, and every kernel with awkward numbers of channels. */
    static Stream<Subject> all() {
        return Stream.concat(examples(), channels());
    }

    private static Stream<Subject> examples() {
        DigitsMlpModel mlp = DigitsMlpModel.load();
        DigitsCnnModel cnn = DigitsCnnModel.load();
        AutoencoderModel autoencoder = AutoencoderModel.load();
        KeywordSpottingModel keywords = KeywordSpottingModel.load();
        VisualWakeWordsModel wake = VisualWakeWordsModel.load();
        ImageClassificationModel images = ImageClassificationModel.load();
        return Stream.of(
                new Subject(mlp, (m, in, out) -> mlp.predict(m, in.get(0), 0, out.get(0), 0)),
                new Subject(cnn, (m, in, out) -> cnn.predict(m, in.get(0), 0, out.get(0), 0)),
                new Subject(autoencoder, (m, in, out) -> autoencoder.predict(m, in.get(0), 0, out.get(0), 0)),
                new Subject(keywords, (m, in, out) -> keywords.predict(m, in.get(0), 0, out.get(0), 0, out.get(1), 0)),
                new Subject(wake, (m, in, out) -> wake.predict(m, in.get(0), 0, out.get(0), 0, out.get(1), 0)),
                new Subject(images, (m, in, out) -> images.predict(m, in.get(0), 0, out.get(0), 0, out.get(1), 0)),
                driver());
    }

    /** Returns the example of two inputs and two outputs. */
    static Subject driver() {
        DriverModel driver = DriverModel.load();
        return new Subject(
                driver, (m, in, out) -> driver.predict(m, in.get(0), 0, in.get(1), 0, out.get(0), 0, out.get(1), 0));
    }

    private static Stream<Subject> channels() {
        Channels3Model three = Channels3Model.load(EveryKernelWeights.of(3));
        Channels10Model ten = Channels10Model.load(EveryKernelWeights.of(10));
        HalvesModel halves = HalvesModel.load(Halves.weights());
        GapsModel gaps = GapsModel.load(Gaps.weights());
        Channels26Model twentySix = Channels26Model.load(EveryKernelWeights.of(26));
        Channels172Model many = Channels172Model.load(EveryKernelWeights.of(172));
        return Stream.of(
                new Subject(three, (m, in, out) -> three.predict(m, in.get(0), 0, out.get(0), 0)),
                new Subject(ten, (m, in, out) -> ten.predict(m, in.get(0), 0, out.get(0), 0)),
                new Subject(halves, (m, in, out) -> halves.predict(m, in.get(0), 0, out.get(0), 0)),
                new Subject(gaps, (m, in, out) -> gaps.predict(m, in.get(0), 0, out.get(0), 0)),
                new Subject(twentySix, (m, in, out) -> twentySix.predict(m, in.get(0), 0, out.get(0), 0)),
                new Subject(many, (m, in, out) -> many.predict(m, in.get(0), 0, out.get(0), 0)));
    }

    /** Returns random inputs, by name. */
    Map<String, float[]> inputs(long seed) {
        Random random = new Random(seed);
        Map<String, float[]> inputs = new LinkedHashMap<>();
        for (TensorSpec input : model.inputs()) {
            float[] values = new float[input.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = 2 * random.nextFloat() - 1;
            }
            inputs.put(input.name(), values);
        }
        return inputs;
    }

    /** Returns arrays for the outputs, by name. */
    Map<String, float[]> newOutputs() {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        model.outputs().forEach(output -> outputs.put(output.name(), new float[output.size()]));
        return outputs;
    }

    /** Returns the outputs for some inputs, computed in the memory given. */
    Map<String, float[]> predictIn(Scratch memory, Map<String, float[]> inputs) {
        Map<String, float[]> outputs = newOutputs();
        inScratch.predict(memory, List.copyOf(inputs.values()), List.copyOf(outputs.values()));
        return outputs;
    }

    /** Returns the name of the model. */
    @Override
    public String toString() {
        return model.getClass().getSimpleName();
    }
}
