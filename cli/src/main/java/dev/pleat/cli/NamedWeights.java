package dev.pleat.cli;

import dev.pleat.processor.Explanation.Weight;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.List;
import java.util.Map;

/** placeholder */
record NamedWeights(String file, Naming naming, Map<String, String> names) {
    Map<String, Tensor> match(Map<String, Tensor> tensors, List<Weight> weights) {
        return tensors;
    }
}
