package dev.pleat.formats.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Weights alone, for a model that is written by hand. */
final class KerasWeightsReaderTest {
    private static final String EEG_NET = """
            import static dev.pleat.ActivationFunction.*;
            import static dev.pleat.DataFormat.*;
            import static dev.pleat.Padding.*;
            import dev.pleat.*;

            @Model
            public record EegNet(
                    @Input({1, 60, 151}) Layer signals,
                    @Conv2D(filters = 8, kernelSize = {1, 32}, padding = SAME, useBias = false,
                            dataFormat = CHANNELS_FIRST) Layer conv2d,
                    @BatchNormalization(axis = 1) Layer batch_normalization,
                    @DepthwiseConv2D(kernelSize = {60, 1}, depthMultiplier = 2, useBias = false,
                            dataFormat = CHANNELS_FIRST) Layer depthwise_conv2d,
                    @BatchNormalization(axis = 1) Layer batch_normalization_1,
                    @Activation(ELU) Layer activation,
                    @AveragePooling2D(poolSize = {1, 4}, dataFormat = CHANNELS_FIRST) Layer average,
                    @Dropout(0.5) Layer dropout,
                    @SeparableConv2D(filters = 16, kernelSize = {1, 16}, padding = SAME, useBias = false,
                            dataFormat = CHANNELS_FIRST) Layer separable_conv2d,
                    @BatchNormalization(axis = 1) Layer batch_normalization_2,
                    @Activation(ELU) Layer activation_1,
                    @AveragePooling2D(poolSize = {1, 8}, dataFormat = CHANNELS_FIRST) Layer average_1,
                    @Dropout(0.5) Layer dropout_1,
                    @Flatten(dataFormat = CHANNELS_FIRST) Layer flatten,
                    @Dense(units = 4) Layer dense,
                    @Softmax Layer softmax) {}
            """;

    @Test
    void loadsIntoAClassWrittenByHand() throws IOException, ReflectiveOperationException {
        assumeTrue(SharedModelsTest.folder().isPresent(), "shared/models is not beside the project");
        Path file = SharedModelsTest.folder().orElseThrow().resolve("eegnet/EEGNet-8-2-weights.h5");
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> entry :
                new KerasWeightsReader().read(file).entrySet()) {
            // dense/dense/kernel:0 is dense/kernel.
            String name = entry.getKey();
            String layer = name.substring(0, name.indexOf('/'));
            weights.put(
                    layer + name.substring(name.lastIndexOf('/')).replace(":0", ""),
                    entry.getValue().values());
        }
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                Map.of("EegNet", EEG_NET),
                List.of(new ModelProcessor()),
                List.of("--add-modules", "jdk.incubator.vector", "-Apleat.logits=true"));
        assertThat(result.succeeded()).as(result.errors()).isTrue();
        CompiledModel model = (CompiledModel) result.loader()
                .loadClass("EegNetModel")
                .getMethod("load", Map.class)
                .invoke(null, weights);
        SharedModelsTest.compare("eegnet", model);
    }

    @Test
    void readsModelsToo() throws IOException {
        assumeTrue(SharedModelsTest.folder().isPresent(), "shared/models is not beside the project");
        Path file = SharedModelsTest.folder().orElseThrow().resolve("splice_donor/Donor.h5");
        Map<String, Tensor> weights = new KerasWeightsReader().read(file);
        assertThat(weights).hasSize(14).containsKey("dense1/dense1_4/kernel:0");
        assertThat(weights.get("dense1/dense1_4/kernel:0").shape()).containsExactly(72, 128);
        assertThat(List.copyOf(weights.keySet()).subList(0, 3))
                .containsExactly(
                        "dense1/dense1_4/kernel:0",
                        "dense1/dense1_4/bias:0",
                        "batch_normalization_1/batch_normalization_1_4/gamma:0");
    }
}
