package dev.pleat.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.runtime.CompiledModel;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code summary()} lists layers as Keras does, then what became of them and what the model takes. */
final class SummaryTest {

    private static final String SOURCE = """
            package demo;

            import dev.pleat.*;

            @Model
            public record Digits(
                @Input({28, 28, 1}) Layer image,
                @Conv2D(filters = 32, kernelSize = 3, activation = ActivationFunction.RELU) Layer conv,
                @BatchNormalization Layer norm,
                @MaxPooling2D(2) Layer pool,
                @SeparableConv2D(filters = 16, kernelSize = 3, dataFormat = DataFormat.CHANNELS_LAST) Layer separable,
                @BatchNormalization(scale = false) Layer folded,
                @Flatten Layer flat,
                @Dropout(0.5) Layer drop,
                @Dense(units = 10, activation = ActivationFunction.SOFTMAX) Layer digit) {}
            """;

    @TempDir
    private Path folder;

    @Test
    void listsLayersAsKerasDoes() throws ReflectiveOperationException {
        assertThat(summary())
                .startsWith("""
                        Model: "Digits"
                        ____________________________________________________________________________
                         Layer (type)                  Output Shape         Param #   Multiply-adds
                        ============================================================================
                         image (InputLayer)            (None, 28, 28, 1)          0               0
                         conv (Conv2D)                 (None, 26, 26, 32)       320         194,688
                         norm (BatchNormalization)     (None, 26, 26, 32)       128               0
                         pool (MaxPooling2D)           (None, 13, 13, 32)         0               0
                         separable (SeparableConv2D)   (None, 11, 11, 16)       816          96,800
                         folded (BatchNormalization)   (None, 11, 11, 16)        48               0
                         flat (Flatten)                (None, 1936)               0               0
                         drop (Dropout)                (None, 1936)               0               0
                         digit (Dense)                 (None, 10)            19,370          19,360
                        ============================================================================
                        Total params: 20,682 (80.79 KB)
                        Trainable params: 20,586 (80.41 KB)
                        Non-trainable params: 96 (384.00 B)
                        Multiply-adds: 310,848

                        Folded and fused:
                          norm: not folded into 'conv': its relu stands between; applied in the epilogue of 'pool' as one multiply-add, to the largest and the smallest of each window
                          folded: folded into 'separable'
                          pool: one step with the maximum of each, relu, then [norm]

                        Steps: 6
                        """)
                .contains("\nBatches: 32 samples at a time, as pixels, from 'digit' on\n  digit#linear: dot products\n")
                .containsPattern("\nPacked weights: [\\d,]+ bytes\n"
                        + "Scratch memory: [\\d,]+ bytes per prediction, [\\d,]+ more per batch$");
    }

    @Test
    void tellsWhatIsComputedInTurns() throws ReflectiveOperationException {
        String source = """
                package demo;

                import dev.pleat.*;

                @Model
                public record Turns(
                    @Input({96, 96, 16}) Layer x,
                    @Conv2D(filters = 16, kernelSize = 1, useBias = false) Layer conv,
                    @DepthwiseConv2D(kernelSize = 3, useBias = false) Layer depthwise) {}
                """;
        Class<?> type =
                Build.in(folder).source("demo.Turns", source).run().orFail().load("demo.TurnsModel");
        Map<String, float[]> weights =
                Map.of("conv/kernel", new float[256], "depthwise/depthwise_kernel", new float[144]);
        String summary = ((CompiledModel) type.getMethod("load", Map.class).invoke(null, weights)).summary();
        assertThat(summary).contains("\nIn turns: conv, depthwise, in 3 bands of rows\n");
    }

    private String summary() throws ReflectiveOperationException {
        Class<?> type =
                Build.in(folder).source("demo.Digits", SOURCE).run().orFail().load("demo.DigitsModel");
        Map<String, float[]> weights = new TreeMap<>();
        weights.put("conv/kernel", new float[288]);
        weights.put("conv/bias", new float[32]);
        for (String weight : new String[] {"gamma", "beta", "moving_mean", "moving_variance"}) {
            weights.put("norm/" + weight, new float[32]);
            weights.put("folded/" + weight, new float[16]);
        }
        weights.remove("folded/gamma");
        weights.put("separable/depthwise_kernel", new float[288]);
        weights.put("separable/pointwise_kernel", new float[512]);
        weights.put("separable/bias", new float[16]);
        weights.put("digit/kernel", new float[19360]);
        weights.put("digit/bias", new float[10]);
        return ((CompiledModel) type.getMethod("load", Map.class).invoke(null, weights)).summary();
    }
}
