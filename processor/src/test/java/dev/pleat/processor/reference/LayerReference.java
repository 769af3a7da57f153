package dev.pleat.processor.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a family of layers means, straight from Keras. */
sealed interface LayerReference
        permits ActivationReference,
                ConvolutionReference,
                DenseReference,
                MergeReference,
                NormalizationReference,
                PoolingReference,
                ResizingReference,
                ShapeReference,
                TransposedConvolutionReference {
    /** {@return simple names of the family's annotations} */
    Set<String> types();

    /** {@return the shape of the layer's value; throws {@link Illegal} if it has none} */
    int[] shape(LayerSpec layer, List<int[]> inputs);

    /** {@return the layer's weights in Keras's order: name without the layer's and shape} */
    default Map<String, int[]> weights(LayerSpec layer, List<int[]> inputs) {
        return Map.of();
    }

    /** {@return the layer's value} */
    Tensor run(LayerSpec layer, List<Tensor> inputs, Map<String, Tensor> weights);
}
