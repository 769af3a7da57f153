package dev.pleat.processor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Batches of random models that end in dense layers give what the reference gives for each sample. */
final class BatchesTest {
    private static final String PACKAGE = "pleat.batches";
    private static final int MODELS = 24;
    private static final int BLOCK = 32;
    private static final int[] SIZES = {0, 1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 3};
    private static final int SAMPLES = 2 * BLOCK + 3;

    private final Map<Long, ModelSpec> models = new LinkedHashMap<>();
    private final InMemoryCompiler.Result result = compile();

    private InMemoryCompiler.Result compile() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (long seed = 0; seed < MODELS; seed++) {
            ModelSpec model = RandomTails.next(seed);
            models.put(seed, model);
            sources.put(PACKAGE + "." + model.name(), SourcePrinter.print(model, PACKAGE));
        }
        return InMemoryCompiler.compile(
                sources, List.of(new ModelProcessor()), List.of("--add-modules", "jdk.incubator.vector"));
    }

    /** Else the other tests would not say much. */
    @Test
    void areOfEveryKind() {
        String all = String.join("", result.generatedSources().values());
        for (String code : List.of(
                "runHead(s)", "Sums.finish(", "samples >= 2", "_samples(", "+ sample * ", "DotProducts.samples(")) {
            assertThat(all.contains(code)).as(code).isTrue();
        }
    }

    @Test
    void agreeWithTheReference() {
        assertThat(result.errors()).isEmpty();
        models.forEach((seed, model) -> {
            Subject subject = new Subject(seed, model);
            assertThat(subject.generated()).as(subject.source()).contains("batchSteps");
            List<Map<String, Tensor>> expected = subject.expected();
            for (int size : SIZES) {
                subject.assertNear(expected, size, subject.predict(size, subject.floats(size)));
            }
        });
    }

    @Test
    void doNotDependOnOtherSamplesOrBatches() {
        assertThat(result.errors()).isEmpty();
        models.forEach((seed, model) -> {
            Subject subject = new Subject(seed, model);
            List<float[]> block = subject.predict(BLOCK, subject.floats(BLOCK));
            List<float[]> more = subject.predict(SAMPLES, subject.floats(SAMPLES));
            List<float[]> again = subject.predict(BLOCK, subject.floats(BLOCK));
            for (int i = 0; i < block.size(); i++) {
                assertThat(again.get(i)).as(subject.source()).containsExactly(block.get(i));
                assertThat(Arrays.copyOf(more.get(i), block.get(i).length))
                        .as(subject.source())
                        .containsExactly(block.get(i));
            }
        });
    }

    @Test
    void takeBytes() {
        assertThat(result.errors()).isEmpty();
        models.forEach((seed, model) -> {
            Subject subject = new Subject(seed, model);
            List<Object> bytes = new ArrayList<>();
            List<Object> floats = new ArrayList<>();
            for (Object input : subject.floats(BLOCK + 1)) {
                byte[] numbers = new byte[((float[]) input).length];
                float[] same = new float[numbers.length];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = (byte) (i * 7);
                    same[i] = numbers[i] & 0xff;
                }
                bytes.add(numbers);
                floats.add(same);
            }
            List<float[]> expected = subject.predict(BLOCK + 1, floats);
            List<float[]> actual = subject.predict(BLOCK + 1, bytes);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.get(i)).as(subject.source()).containsExactly(expected.get(i));
            }
        });
    }

    @Test
    void mayOverwriteTheirInput() {
        assertThat(result.errors()).isEmpty();
        int tried = 0;
        for (Map.Entry<Long, ModelSpec> entry : models.entrySet()) {
            Subject subject = new Subject(entry.getKey(), entry.getValue());
            if (subject.oneArrayIsEnough()) {
                Object both = subject.floats(SAMPLES).get(0);
                float[] expected =
                        subject.predict(SAMPLES, subject.floats(SAMPLES)).get(0);
                subject.call(SAMPLES, List.of(both, both));
                assertThat(Arrays.copyOf((float[]) both, expected.length))
                        .as(subject.source())
                        .containsExactly(expected);
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }

    /** One model, loaded with random weights. */
    private final class Subject {
        private final long seed;
        private final ModelSpec model;
        private final Map<String, Tensor> weights;
        private final Map<String, int[]> shapes;
        private final Object compiled;

        Subject(long seed, ModelSpec model) {
            this.seed = seed;
            this.model = model;
            this.weights = RandomWeights.of(model, seed);
            this.shapes = Reference.shapes(model);
            Map<String, float[]> floats = new LinkedHashMap<>();
            weights.forEach((name, tensor) -> floats.put(name, tensor.floats()));
            try {
                Class<?> type = result.loader().loadClass(PACKAGE + "." + model.name() + "Model");
                compiled = type.getMethod("load", Map.class).invoke(null, floats);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(source(), e);
            }
        }

        String source() {
            return SourcePrinter.print(model, PACKAGE);
        }

        String generated() {
            return result.generatedSources().get(PACKAGE + "." + model.name() + "Model");
        }

        boolean oneArrayIsEnough() {
            List<LayerSpec> inputs = model.inputLayers();
            return inputs.size() == 1
                    && model.allOutputs().size() == 1
                    && model.allOutputs().stream()
                            .allMatch(name -> size(name) <= size(inputs.get(0).name()));
        }

        private int size(String layer) {
            return Tensor.size(shapes.get(layer));
        }

        List<Map<String, Tensor>> expected() {
            List<Map<String, Tensor>> expected = new ArrayList<>();
            for (int sample = 0; sample < SAMPLES; sample++) {
                expected.add(Reference.run(model, RandomWeights.inputs(model, seed, sample), weights));
            }
            return expected;
        }

        /** Returns the inputs of the first samples, one behind the other. */
        List<Object> floats(int samples) {
            List<Object> arrays = new ArrayList<>();
            for (LayerSpec input : model.inputLayers()) {
                int size = size(input.name());
                float[] all = new float[samples * size];
                for (int sample = 0; sample < samples; sample++) {
                    System.arraycopy(RandomWeights.input(input, seed, sample).floats(), 0, all, sample * size, size);
                }
                arrays.add(all);
            }
            return arrays;
        }

        List<float[]> predict(int samples, List<Object> inputs) {
            List<Object> arrays = new ArrayList<>(inputs);
            List<float[]> outputs = new ArrayList<>();
            for (String output : model.allOutputs()) {
                outputs.add(new float[samples * size(output)]);
            }
            arrays.addAll(outputs);
            call(samples, arrays);
            return outputs;
        }

        void call(int samples, List<Object> arrays) {
            List<Class<?>> types = new ArrayList<>(List.of(int.class));
            arrays.forEach(array -> types.add(array.getClass()));
            List<Object> arguments = new ArrayList<>(List.of(samples));
            arguments.addAll(arrays);
            try {
                compiled.getClass()
                        .getMethod("predictBatch", types.toArray(new Class<?>[0]))
                        .invoke(compiled, arguments.toArray());
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(source(), e);
            }
        }

        void assertNear(List<Map<String, Tensor>> expected, int samples, List<float[]> actual) {
            for (int sample = 0; sample < samples; sample++) {
                Map<String, Double> scales = Reference.scales(model, expected.get(sample));
                int index = 0;
                for (String output : model.allOutputs()) {
                    double[] numbers = expected.get(sample).get(output).data();
                    double most = Comparison.TOLERANCE * scales.get(output);
                    for (int i = 0; i < numbers.length; i++) {
                        float number = actual.get(index)[sample * numbers.length + i];
                        if (!(Math.abs(number - numbers[i]) <= most)) {
                            throw new AssertionError(output + "[" + i + "] of sample " + sample + " of " + samples
                                    + " is " + number + ", not " + numbers[i] + "\n" + source() + generated());
                        }
                    }
                    index++;
                }
            }
        }
    }
}
