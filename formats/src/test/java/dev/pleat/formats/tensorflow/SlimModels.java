package dev.pleat.formats.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The network of a checkpoint that was trained with {@code tf.contrib.slim}, as an annotated class. */
final class SlimModels {
    private static final int BLOCKS = 4;

    private SlimModels() {}

    /**
     * Compiles the network and loads it.
     *
     * @param norms whether it has its batch norms
     * @param tensors the tensors of the checkpoint, all of which it must use
     * @return the model
     */
    static CompiledModel compile(boolean norms, Map<String, Tensor> tensors) throws ReflectiveOperationException {
        InMemoryCompiler.Result compiled = InMemoryCompiler.compile(
                Map.of("slim.Net", source(norms)),
                List.of(new ModelProcessor()),
                List.of("--add-modules", "jdk.incubator.vector"));
        assertThat(compiled.errors()).isEmpty();
        Map<String, float[]> weights = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> weights.put(weight(name), tensor.values()));
        assertThat(weights).hasSameSizeAs(tensors);
        Class<?> type = compiled.loader().loadClass("slim.NetModel");
        return (CompiledModel) type.getMethod("load", Map.class).invoke(null, weights);
    }

    private static String source(boolean norms) {
        String norm = norms ? "@ContribBatchNorm Layer %s_norm,\n" : "";
        StringBuilder text = new StringBuilder("""
                package slim;
                import dev.pleat.*;
                @Model
                public record Net(
                @Input({49, 13, 1}) Layer features,
                @Conv2D(filters = 64, kernelSize = {10, 4}, strides = 2, padding = Padding.SAME) Layer conv_1,
                """);
        text.append(norm.formatted("conv_1")).append("@Activation(ActivationFunction.RELU) Layer relu_1,\n");
        for (int i = 1; i <= BLOCKS; i++) {
            String depthwise = "conv_ds_" + i + "_dw_conv";
            String pointwise = "conv_ds_" + i + "_pw_conv";
            text.append("@DepthwiseConv2D(kernelSize = 3, padding = Padding.SAME) Layer ")
                    .append(depthwise)
                    .append(",\n")
                    .append(norm.formatted(depthwise))
                    .append("@Activation(ActivationFunction.RELU) Layer relu_dw_" + i + ",\n")
                    .append("@Conv2D(filters = 64, kernelSize = 1) Layer ")
                    .append(pointwise)
                    .append(",\n")
                    .append(norm.formatted(pointwise))
                    .append("@Activation(ActivationFunction.RELU) Layer relu_pw_" + i + ",\n");
        }
        return text.append("@GlobalAveragePooling2D Layer pool,\n@Dense(units = 22) Layer fc1) {}\n")
                .toString();
    }

    /** Maps {@code DS-CNN/conv_ds_1/dw_conv/batch_norm/beta} to {@code conv_ds_1_dw_conv_norm/beta}. */
    private static String weight(String name) {
        String path = name.replace("DS-CNN/", "").replace("/batch_norm", "_norm");
        int slash = path.lastIndexOf('/');
        String weight = path.substring(slash + 1)
                .replace("depthwise_weights", "depthwise_kernel")
                .replaceAll("^weights$", "kernel")
                .replace("biases", "bias");
        return path.substring(0, slash).replace('/', '_') + "/" + weight;
    }
}
