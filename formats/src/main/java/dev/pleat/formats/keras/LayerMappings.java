package dev.pleat.formats.keras;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each class of Keras becomes in the language. */
final class LayerMappings {
    // Training only: they return their input in inference.
    private static final List<String> AUGMENTATIONS = List.of(
            "RandomFlip", "RandomRotation", "RandomTranslation", "RandomZoom", "RandomContrast", "RandomBrightness");

    private static final Map<String, LayerMapping> MAPPINGS = mappings();

    private LayerMappings() {}

    /** Maps one class. */
    interface LayerMapping {
        /** Adds what the application becomes; what cannot be said is a problem. */
        void map(Call call) throws IOException;
    }

    /** {@return what a class becomes; empty if the language has no such layer} */
    static Optional<LayerMapping> of(String className) {
        return Optional.ofNullable(MAPPINGS.get(className));
    }

    /** {@return whether a class is known here} */
    static boolean knows(String className) {
        return MAPPINGS.containsKey(className) || className.equals("InputLayer");
    }

    private static Map<String, LayerMapping> mappings() {
        Map<String, LayerMapping> all = new HashMap<>();
        linear(all);
        all.put("BatchNormalization", Norms::batch);
        all.put("BatchNormalizationV1", Norms::batch);
        all.put("BatchNormalizationV2", Norms::batch);
        all.put("SyncBatchNormalization", Norms::batch);
        all.put("LayerNormalization", Norms::layer);
        all.put("Normalization", Norms::standard);
        all.put("Rescaling", Norms::rescaling);
        all.put("PReLU", Activations::prelu);
        for (String name : List.of("Activation", "ReLU", "ThresholdedReLU", "LeakyReLU", "ELU", "Softmax")) {
            all.put(name, Activations::applyWithoutWeights);
        }
        pools(all);
        shaping(all);
        merges(all);
        training(all);
        all.put("TimeDistributed", TimeDistributed::map);
        operators(all);
        return all;
    }

    private static void pools(Map<String, LayerMapping> all) {
        for (String name : List.of("MaxPooling1D", "MaxPooling2D", "AveragePooling1D", "AveragePooling2D")) {
            all.put(name, call -> Pools.windows(call, name));
            all.put("Global" + name, call -> Pools.global(call, "Global" + name));
        }
    }

    private static void merges(Map<String, LayerMapping> all) {
        for (String name : List.of("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum")) {
            all.put(name, call -> Merges.elements(call, name));
        }
        all.put("Concatenate", call -> Merges.concatenate(call, "axis"));
        all.put("Merge", Merges::merge);
    }

    private static void operators(Map<String, LayerMapping> all) {
        all.put("TFOpLambda", Operators::tensorFlow);
        for (String name : List.of(
                "Divide",
                "TrueDivide",
                "Relu",
                "Relu6",
                "LeakyRelu",
                "Elu",
                "Selu",
                "Gelu",
                "Sigmoid",
                "HardSigmoid",
                "HardSilu",
                "Silu",
                "Softplus",
                "Softsign",
                "Tanh",
                "Exp")) {
            all.put(name, Operators::keras);
        }
    }

    private static void linear(Map<String, LayerMapping> all) {
        all.put("Dense", Linear::dense);
        all.put("TimeDistributedDense", Linear::dense);
        Map<String, String> oldNames = Map.of(
                "Convolution1D", "Conv1D",
                "Convolution2D", "Conv2D",
                "AtrousConvolution1D", "Conv1D",
                "AtrousConvolution2D", "Conv2D",
                "SeparableConvolution1D", "SeparableConv1D",
                "SeparableConvolution2D", "SeparableConv2D",
                "Convolution1DTranspose", "Conv1DTranspose",
                "Convolution2DTranspose", "Conv2DTranspose");
        oldNames.forEach((old, name) -> all.put(old, call -> Linear.convolution(call, name)));
        for (String name : List.of("Conv", "DepthwiseConv", "SeparableConv")) {
            all.put(name + "1D", call -> Linear.convolution(call, name + "1D"));
            all.put(name + "2D", call -> Linear.convolution(call, name + "2D"));
        }
        all.put("Conv1DTranspose", call -> Linear.convolution(call, "Conv1DTranspose"));
        all.put("Conv2DTranspose", call -> Linear.convolution(call, "Conv2DTranspose"));
        all.put("Deconvolution2D", LayerMappings::deconvolution);
    }

    // Keras 1 is told the shape of the result, which follows from the input only where the strides are 1.
    private static void deconvolution(Call call) throws IOException {
        call.attributes().ignore("output_shape");
        if (call.attributes().has("subsample")) {
            for (int stride : call.attributes().integers("subsample")) {
                if (stride != 1) {
                    call.attributes().refuse("subsample", "with an output_shape cannot be expressed");
                }
            }
        }
        Linear.convolution(call, "Conv2DTranspose");
    }

    private static void shaping(Map<String, LayerMapping> all) {
        all.put("Flatten", Shaping::flatten);
        all.put("Reshape", Shaping::reshape);
        all.put("Permute", Shaping::permute);
        all.put("RepeatVector", Shaping::repeat);
        all.put("ZeroPadding1D", call -> Shaping.ends(call, "ZeroPadding1D", "padding"));
        all.put("ZeroPadding2D", call -> Shaping.sides(call, "ZeroPadding2D", "padding"));
        all.put("Cropping1D", call -> Shaping.ends(call, "Cropping1D", "cropping"));
        all.put("Cropping2D", call -> Shaping.sides(call, "Cropping2D", "cropping"));
        all.put("UpSampling1D", Shaping::upSampling1D);
        all.put("UpSampling2D", Shaping::upSampling2D);
    }

    private static void training(Map<String, LayerMapping> all) {
        for (String name : List.of(
                "Dropout",
                "SpatialDropout1D",
                "SpatialDropout2D",
                "AlphaDropout",
                "GaussianDropout",
                "GaussianNoise")) {
            all.put(name, call -> TrainingOnly.noise(call, name));
        }
        all.put("ActivityRegularization", TrainingOnly::regularization);
        all.put("Identity", call -> call.add("Identity"));
        for (String name : AUGMENTATIONS) {
            all.put(name, TrainingOnly::augmentation);
        }
    }
}
