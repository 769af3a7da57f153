package dev.pleat.formats.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.CompiledModels;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.reference.LayerSpec;
import dev.pleat.processor.reference.ModelSpec;
import dev.pleat.processor.reference.RandomModels;
import dev.pleat.processor.reference.RandomWeights;
import dev.pleat.processor.reference.Reference;
import dev.pleat.processor.reference.SourcePrinter;
import dev.pleat.processor.reference.Tensor;
import dev.pleat.runtime.CompiledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random models that are written as ONNX and read again compute what the reference computes of the original.
 *
 * <p>{@code pleat.onnx.models} says how many, {@code pleat.onnx.seed} from which seed.
 */
final class OnnxRoundTripTest {
    private static final double TOLERANCE = 1e-5;
    private static final int BATCH = 100;

    @TempDir
    Path scratch;

    @Test
    void computeTheSame() throws IOException, ReflectiveOperationException {
        int count = Integer.getInteger("pleat.onnx.models", 100);
        long first = Long.getLong("pleat.onnx.seed", 0);
        List<String> failures = new ArrayList<>();
        for (int done = 0; done < count; done += BATCH) {
            run(first + done, Math.min(BATCH, count - done), failures);
        }
        assertThat(failures).isEmpty();
    }

    private void run(long first, int count, List<String> failures) throws IOException, ReflectiveOperationException {
        Map<String, SourceModel> read = new LinkedHashMap<>();
        Map<String, Long> seeds = new LinkedHashMap<>();
        for (long seed = first; seed < first + count; seed++) {
            ModelSpec model = RandomModels.next(seed);
            byte[] bytes = OnnxExport.of(model, RandomWeights.of(model, seed), seed);
            Path file = Files.write(scratch.resolve(model.name() + ".onnx"), bytes);
            try {
                read.put(model.name(), new OnnxReader().read(file, ReadOptions.DEFAULT));
                seeds.put(model.name(), seed);
            } catch (IOException e) {
                failures.add(e.getMessage() + "\n" + SourcePrinter.print(model, "original"));
            }
        }
        InMemoryCompiler.Result result = CompiledModels.compile(read);
        if (!result.succeeded()) {
            failures.add(result.errors());
            return;
        }
        for (Map.Entry<String, SourceModel> entry : read.entrySet()) {
            CompiledModel compiled = CompiledModels.load(result, entry.getKey(), entry.getValue());
            ModelSpec model = RandomModels.next(seeds.get(entry.getKey()));
            String problem = problem(compiled, entry.getValue(), model, seeds.get(entry.getKey()));
            if (!problem.isEmpty()) {
                failures.add(problem + "\n" + SourcePrinter.print(model, "original") + "\n"
                        + CompiledModels.source(entry.getKey(), entry.getValue()));
            }
        }
    }

    private static String problem(CompiledModel compiled, SourceModel source, ModelSpec model, long seed) {
        StringBuilder problem = new StringBuilder();
        for (int sample = 0; sample < 2; sample++) {
            Map<String, Tensor> inputs = RandomWeights.inputs(model, seed, sample);
            Map<String, Tensor> values = Reference.run(model, inputs, RandomWeights.of(model, seed));
            Map<String, Double> scales = Reference.scales(model, values);
            Map<String, float[]> given = new LinkedHashMap<>();
            for (LayerSpec input : model.inputLayers()) {
                given.put(input.name() + "_in", inputs.get(input.name()).floats());
            }
            given.keySet()
                    .removeIf(name -> compiled.inputs().stream()
                            .noneMatch(spec -> spec.name().equals(name)));
            Map<String, float[]> outputs = compiled.predict(given);
            List<String> names = new ArrayList<>(model.allOutputs());
            for (int i = 0; i < names.size(); i++) {
                double[] expected = values.get(names.get(i)).data();
                float[] actual = outputs.get(source.outputs().get(i));
                double scale = scales.get(names.get(i));
                for (int at = 0; at < expected.length; at++) {
                    // Written so that NaN fails.
                    if (!(Math.abs(actual[at] - expected[at]) <= TOLERANCE * scale)) {
                        problem.append("'%s'[%d] is %s instead of %s, scale %s; "
                                .formatted(names.get(i), at, actual[at], expected[at], scale));
                        break;
                    }
                }
            }
        }
        return problem.toString();
    }
}
