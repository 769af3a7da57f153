package dev.pleat.processor.read;

import dev.pleat.processor.graph.Identity;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Pool;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Every layer annotation of the language and its reader. */
final class LayerReaders {

    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    /**
     * How one annotation is read.
     *
     * @param shorthand the attribute that {@code value} stands for, or null
     * @param merges whether {@code value} names inputs
     */
    record Entry(String shorthand, boolean merges, LayerReader reader) {}

    static {
        layer("Dense", null, Convolutions::dense);
        layer("Conv1D", null, layer -> Convolutions.convolution(layer, 1));
        layer("Conv2D", null, layer -> Convolutions.convolution(layer, 2));
        layer("Conv1DTranspose", null, layer -> Convolutions.transposed(layer, 1));
        layer("Conv2DTranspose", null, layer -> Convolutions.transposed(layer, 2));
        layer("DepthwiseConv1D", null, layer -> Convolutions.depthwise(layer, 1));
        layer("DepthwiseConv2D", null, layer -> Convolutions.depthwise(layer, 2));
        layer("SeparableConv1D", null, layer -> Convolutions.separable(layer, 1));
        layer("SeparableConv2D", null, layer -> Convolutions.separable(layer, 2));

        layer("Rescaling", null, Norms::rescaling);
        layer("Normalization", null, Norms::normalization);
        layer("LayerNormalization", null, Norms::layerNormalization);
        layer("BatchNormalization", null, Norms::batchNormalization);
        layer("ContribBatchNorm", null, Norms::contribBatchNorm);

        layer("Activation", null, Activations::activation);
        layer("ReLU", null, Activations::relu);
        layer("LeakyReLU", "negativeSlope", Activations::leakyRelu);
        layer("ELU", "alpha", Activations::elu);
        layer("PReLU", null, Activations::prelu);
        layer("Softmax", "axis", Activations::softmax);

        layer("MaxPooling1D", "poolSize", layer -> Pools.windowed(layer, Pool.Kind.MAX, 1));
        layer("MaxPooling2D", "poolSize", layer -> Pools.windowed(layer, Pool.Kind.MAX, 2));
        layer("AveragePooling1D", "poolSize", layer -> Pools.windowed(layer, Pool.Kind.AVERAGE, 1));
        layer("AveragePooling2D", "poolSize", layer -> Pools.windowed(layer, Pool.Kind.AVERAGE, 2));
        layer("GlobalMaxPooling1D", null, layer -> Pools.global(layer, Pool.Kind.MAX, 1));
        layer("GlobalMaxPooling2D", null, layer -> Pools.global(layer, Pool.Kind.MAX, 2));
        layer("GlobalAveragePooling1D", null, layer -> Pools.global(layer, Pool.Kind.AVERAGE, 1));
        layer("GlobalAveragePooling2D", null, layer -> Pools.global(layer, Pool.Kind.AVERAGE, 2));

        layer("Flatten", null, Shaping::flatten);
        layer("Reshape", "targetShape", Shaping::reshape);
        layer("Permute", "dims", Shaping::permute);
        layer("RepeatVector", "n", Shaping::repeatVector);
        layer("ZeroPadding1D", "padding", layer -> Shaping.zeroPadding(layer, 1));
        layer("ZeroPadding2D", "padding", layer -> Shaping.zeroPadding(layer, 2));
        layer("Cropping1D", "cropping", layer -> Shaping.cropping(layer, 1));
        layer("Cropping2D", "cropping", layer -> Shaping.cropping(layer, 2));
        layer("UpSampling1D", "size", Shaping::upSampling1D);
        layer("UpSampling2D", "size", Shaping::upSampling2D);

        identity("Dropout", "rate", 0);
        identity("SpatialDropout1D", "rate", 2);
        identity("SpatialDropout2D", "rate", 3);
        identity("AlphaDropout", "rate", 0);
        identity("GaussianDropout", "rate", 0);
        identity("GaussianNoise", "stddev", 0);
        identity("ActivityRegularization", null, 0);
        identity("Identity", null, 0);

        merge("Add", layer -> Merges.elementwise(layer, Merge.Kind.ADD));
        merge("Subtract", layer -> Merges.elementwise(layer, Merge.Kind.SUBTRACT));
        merge("Multiply", layer -> Merges.elementwise(layer, Merge.Kind.MULTIPLY));
        merge("Average", layer -> Merges.elementwise(layer, Merge.Kind.AVERAGE));
        merge("Maximum", layer -> Merges.elementwise(layer, Merge.Kind.MAXIMUM));
        merge("Minimum", layer -> Merges.elementwise(layer, Merge.Kind.MINIMUM));
        merge("Concatenate", Merges::concatenate);
    }

    private LayerReaders() {}

    private static void layer(String annotation, String shorthand, LayerReader reader) {
        ENTRIES.put(annotation, new Entry(shorthand, false, reader));
    }

    private static void merge(String annotation, LayerReader reader) {
        ENTRIES.put(annotation, new Entry(null, true, reader));
    }

    /** What regularizes while training does nothing at inference; its number is checked as Keras checks it. */
    private static void identity(String annotation, String number, int rank) {
        String kind = annotation.toLowerCase(Locale.ROOT);
        layer(annotation, number, layer -> {
            if (number != null) {
                layer.within(number, number.equals("rate") ? 1 : Double.POSITIVE_INFINITY);
            }
            if (rank > 0) {
                layer.input(rank, rank == 2 ? "[steps, channels]" : "three axes");
            }
            layer.chain().then(kind, new Identity(kind)).finish();
        });
    }

    /** Returns whether an annotation of the language is a layer; an input counts as one. */
    static boolean knows(String annotation) {
        return annotation.equals("Input") || ENTRIES.containsKey(annotation);
    }

    static Entry entry(String annotation) {
        return ENTRIES.get(annotation);
    }
}
