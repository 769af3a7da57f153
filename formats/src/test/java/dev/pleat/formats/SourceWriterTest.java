package dev.pleat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.ActivationFunction;
import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Safetensors.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a model becomes as source, and that it compiles and means the same. */
final class SourceWriterTest {
    @Test
    void writesWhatAPersonWould() {
        assertThat(SourceWriter.source(SourceModels.branches(), "com.acme.Branches"))
                .isEqualTo("""
                package com.acme;

                import static dev.pleat.ActivationFunction.RELU6;
                import static dev.pleat.Padding.SAME;

                import dev.pleat.Add;
                import dev.pleat.Conv2D;
                import dev.pleat.Dense;
                import dev.pleat.Flatten;
                import dev.pleat.From;
                import dev.pleat.Input;
                import dev.pleat.Layer;
                import dev.pleat.MaxPooling2D;
                import dev.pleat.Model;
                import dev.pleat.Output;
                import dev.pleat.Rescaling;
                import dev.pleat.Softmax;

                /**
                 * The model of branches.onnx, read by Pleat.
                 *
                 * <p>Its weights are in Branches.safetensors, by the names of its layers.
                 *
                 * <ul>
                 *   <li>The operator 'DecodeJpeg' was cut off: &#60;image&#62; is the input
                 *   <li>note *&#47; &#92;u002a/ &#123;&#64;code x&#125;
                 * </ul>
                 */
                @Model
                public record Branches(
                        @Input({6, 6, 2}) Layer image,
                        @Input(1) Layer age,
                        @Conv2D(filters = 4, kernelSize = 3, padding = SAME, activation = RELU6, useBias = false) @From("image")
                        Layer stem, // net/stem:0
                        @MaxPooling2D Layer pool,
                        @Rescaling(scale = 1e-5f) Layer norm,
                        @Flatten Layer flat,
                        @Output @Dense(units = 3) Layer scores,
                        @Dense(units = 3) @From("age") Layer years,
                        @Add({"scores", "years"}) Layer both,
                        @Softmax Layer chance) {}
                """);
    }

    @Test
    void compilesAndComputes() {
        SourceModel source = SourceModels.branches();
        CompiledModel model = compile(source, "com.acme.Branches");
        float[] image = SourceModels.ramp(72);
        Map<String, float[]> outputs = model.predict(Map.of("image", image, "age", new float[] {2}));
        assertThat(outputs.keySet()).containsExactly("scores", "chance");
        float[] scores = outputs.get("scores");
        float[] chance = outputs.get("chance");
        float[] sums = new float[3];
        double total = 0;
        for (int i = 0; i < 3; i++) {
            sums[i] = scores[i] + 2 * SourceModels.ramp(3)[i] + SourceModels.ramp(3)[i];
            total += Math.exp(sums[i]);
        }
        for (int i = 0; i < 3; i++) {
            assertThat((double) chance[i])
                    .isCloseTo(Math.exp(sums[i]) / total, org.assertj.core.data.Offset.offset(1e-6));
        }
        source.layers()
                .forEach(layer -> layer.weights()
                        .forEach((weight, tensor) -> assertThat(model.weights()).anySatisfy(spec -> {
                            assertThat(spec.name()).isEqualTo(layer.name() + "/" + weight);
                            assertThat(spec.shape()).isEqualTo(tensor.shape());
                        })));
    }

    @Test
    void manyLayersAreFieldsOfAClass() {
        for (int layers : new int[] {254, 255}) {
            List<SourceLayer> chain = new ArrayList<>();
            chain.add(SourceModels.layer("x", "Input", SourceModels.attributes("value", new int[] {4})));
            for (int i = 1; i < layers; i++) {
                String above = chain.get(i - 1).name();
                chain.add(SourceModels.layer(
                        "l" + i, "Rescaling", SourceModels.attributes("scale", 1.0, "offset", 1.0), above));
            }
            SourceModel model = SourceModels.model(chain, "l" + (layers - 1));
            String text = SourceWriter.source(model, "Deep");
            assertThat(text).contains(layers <= 254 ? "public record Deep(" : "public final class Deep {");
            float[] y =
                    compile(model, "Deep").predict(Map.of("x", new float[4])).get("l" + (layers - 1));
            assertThat(y).containsOnly(layers - 1);
        }
    }

    @Test
    void hostileNamesStayComments() {
        String name = "a\n@Evil */ \\u000a int x; \u202e\u2028 \u00e9";
        SourceLayer input = new SourceLayer(
                "x", name, "Input", SourceModels.attributes("value", new int[] {2}), List.of(), Map.of());
        SourceModel model = new SourceModel(
                "dir/" + name,
                List.of(input, SourceModels.layer("y", "Activation", Map.of("value", ActivationFunction.RELU), "x")),
                List.of("y"),
                true,
                List.of(name));
        String text = SourceWriter.source(model, "Net");
        assertThat(text)
                .isASCII()
                .doesNotContain("\n@Evil")
                .contains("a @Evil */ \\\\u000a int x; \\u202e\\u2028 \\u00e9");
        assertThat(compile(model, "Net")
                        .predict(Map.of("x", new float[] {-1, 1}))
                        .get("y"))
                .containsExactly(0, 1);
    }

    @Test
    void namesOfTheLanguageMayBeTaken() {
        SourceModel model = SourceModels.model(
                List.of(
                        SourceModels.layer("RELU", "Input", SourceModels.attributes("value", new int[] {2})),
                        SourceModels.layer("y", "Activation", Map.of("value", ActivationFunction.RELU), "RELU")),
                "y");
        assertThat(SourceWriter.source(model, "dev.Activation"))
                .contains("@dev.pleat.Activation(ActivationFunction.RELU) Layer y");
        assertThat(compile(model, "dev.Activation")
                        .predict(Map.of("RELU", new float[] {-1, 1}))
                        .get("y"))
                .containsExactly(0, 1);
    }

    @Test
    void numbersAreExact() {
        assertThat(JavaText.number(0.001)).isEqualTo("0.001");
        assertThat(JavaText.number(1)).isEqualTo("1");
        assertThat(JavaText.number(-0.0)).isEqualTo("-0.0");
        assertThat(JavaText.number(1e-5)).isEqualTo("1e-5");
        assertThat(JavaText.number((double) 0.1f)).isEqualTo("0.1f");
        assertThat(JavaText.number(Math.PI)).isEqualTo("3.141592653589793");
        assertThat(JavaText.number(Double.POSITIVE_INFINITY)).isEqualTo("Double.POSITIVE_INFINITY");
        assertThat(JavaText.number(1e300)).isEqualTo("1e300");
    }

    @Test
    void longArraysAreWrappedAndComplete() {
        double[] mean = new double[300];
        double[] variance = new double[300];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Math.sin(i);
            variance[i] = 1 + Math.cos(i) / 3;
        }
        SourceModel model = SourceModels.model(
                List.of(
                        SourceModels.layer("x", "Input", SourceModels.attributes("value", new int[] {300})),
                        SourceModels.layer(
                                "y",
                                "Normalization",
                                SourceModels.attributes("mean", mean, "variance", variance),
                                "x")),
                "y");
        assertThat(SourceWriter.source(model, "Net").lines()).allMatch(line -> line.length() <= 120);
        float[] y = compile(model, "Net").predict(Map.of("x", new float[300])).get("y");
        for (int i = 0; i < mean.length; i++) {
            assertThat(y[i])
                    .isEqualTo((float) (-mean[i] / Math.sqrt(variance[i])), org.assertj.core.data.Offset.offset(1e-6f));
        }
    }

    @Test
    void refusesWhatIsNotOfTheLanguage() {
        SourceLayer input = SourceModels.layer("x", "Input", SourceModels.attributes("value", new int[] {2}));
        assertThatThrownBy(() -> SourceWriter.source(SourceModels.model(List.of(input), "x"), "a.class"))
                .hasMessageContaining("'a.class' is no name of a Java class");
        SourceLayer unknown = SourceModels.layer("y", "Lstm", Map.of(), "x");
        assertThatThrownBy(() -> SourceWriter.source(SourceModels.model(List.of(input, unknown), "y"), "Net"))
                .hasMessageContaining("no annotation @Lstm");
        SourceLayer wrong = SourceModels.layer("y", "Flatten", Map.of("units", 3), "x");
        assertThatThrownBy(() -> SourceWriter.source(SourceModels.model(List.of(input, wrong), "y"), "Net"))
                .hasMessageContaining("@Flatten has no attribute units");
    }

    private static CompiledModel compile(SourceModel model, String name) {
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                Map.of(name, SourceWriter.source(model, name)),
                List.of(new ModelProcessor()),
                List.of("--add-modules", "jdk.incubator.vector"));
        assertThat(result.succeeded()).as(result.errors()).isTrue();
        Map<String, float[]> weights = new HashMap<>();
        for (Map.Entry<String, Tensor> tensor : SourceWriter.weights(model).entrySet()) {
            weights.put(tensor.getKey(), tensor.getValue().values());
        }
        try {
            return (CompiledModel) result.loader()
                    .loadClass(name + "Model")
                    .getMethod("load", Map.class)
                    .invoke(null, weights);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
