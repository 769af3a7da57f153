package dev.pleat.benchmarks.pleat;

import dev.pleat.benchmarks.models.AutoencoderModel;
import dev.pleat.benchmarks.models.DigitsCnnModel;
import dev.pleat.benchmarks.models.DigitsMlpModel;
import dev.pleat.benchmarks.models.KeywordSpottingModel;
import dev.pleat.benchmarks.models.MobileNetV1Model;
import dev.pleat.benchmarks.models.MobileNetV2Model;
import dev.pleat.benchmarks.models.ResNet18Model;
import dev.pleat.benchmarks.models.ResNet50Model;
import dev.pleat.benchmarks.models.ResNet8Model;
import dev.pleat.benchmarks.models.Vgg16Model;
import dev.pleat.benchmarks.models.VisualWakeWordsModel;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Scratch;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A compiled model with the methods that all of them have, but no interface names.
 *
 * @param model the model
 * @param one predicts a sample
 * @param many predicts a batch
 */
record Prediction(CompiledModel model, One one, Many many) {

    /** Predicts a sample with the caller's scratch memory. */
    interface One {
        /** Predicts, at offsets. */
        void predict(Scratch memory, float[] x, int xAt, float[] y, int yAt);
    }

    /** Predicts a batch. */
    interface Many {
        /** Predicts all samples. */
        void predict(int samples, float[] x, float[] y);
    }

    /** Loads the compiled model of a name. */
    static Prediction load(String name, Path file) throws IOException {
        switch (name) {
            case "DigitsMlp" -> {
                DigitsMlpModel model = DigitsMlpModel.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            case "DigitsCnn" -> {
                DigitsCnnModel model = DigitsCnnModel.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            case "Autoencoder" -> {
                AutoencoderModel model = AutoencoderModel.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            case "KeywordSpotting" -> {
                KeywordSpottingModel model = KeywordSpottingModel.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            case "VisualWakeWords" -> {
                VisualWakeWordsModel model = VisualWakeWordsModel.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            case "ResNet8" -> {
                ResNet8Model model = ResNet8Model.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            case "MobileNetV1" -> {
                MobileNetV1Model model = MobileNetV1Model.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            case "MobileNetV2" -> {
                MobileNetV2Model model = MobileNetV2Model.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            case "ResNet18" -> {
                ResNet18Model model = ResNet18Model.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            case "ResNet50" -> {
                ResNet50Model model = ResNet50Model.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            case "Vgg16" -> {
                Vgg16Model model = Vgg16Model.load(file);
                return new Prediction(model, model::predict, model::predictBatch);
            }
            default -> throw new IllegalArgumentException("there is no compiled model " + name);
        }
    }
}
