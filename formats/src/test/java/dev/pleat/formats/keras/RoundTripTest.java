package dev.pleat.formats.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.processor.reference.ModelSpec;
import dev.pleat.processor.reference.RandomModels;
import dev.pleat.processor.reference.RandomWeights;
import dev.pleat.processor.reference.Reference;
import dev.pleat.processor.reference.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random models, written as Keras 2 and Keras 3 write them and imported, compute the same.
 *
 * <p>{@code pleat.random.models} says how many, {@code pleat.random.seed} from which seed.
 */
final class RoundTripTest {
    private static final double TOLERANCE = 1e-6;

    @TempDir
    private Path folder;

    private final List<String> wrong = new ArrayList<>();

    /** One way to write and read a model. */
    private interface Trip {
        SourceModel through(ModelSpec model, KerasFile file) throws IOException;
    }

    @Test
    void throughKeras2() throws IOException {
        travel(2, (model, file) -> new KerasH5Reader().read(file.h5(folder.resolve("a.h5")), ReadOptions.DEFAULT));
    }

    @Test
    void throughKeras3() throws IOException {
        travel(3, (model, file) -> new KerasH5Reader().read(file.h5(folder.resolve("a.h5")), ReadOptions.DEFAULT));
    }

    @Test
    void throughZip() throws IOException {
        travel(
                3,
                (model, file) -> new KerasZipReader()
                        .read(
                                file.zip(folder.resolve("a.keras"), KerasStyle.paths(model), false),
                                ReadOptions.DEFAULT));
    }

    private void travel(int major, Trip trip) throws IOException {
        int count = Integer.getInteger("pleat.random.models", 200);
        long seed = Long.getLong("pleat.random.seed", 0);
        KerasStyle style = new KerasStyle(major);
        Map<String, SourceModel> some = new LinkedHashMap<>();
        for (int tested = 0; tested < count; seed++) {
            ModelSpec model = style.sayable(RandomModels.next(seed));
            if (model.layers().stream().noneMatch(layer -> layer.type().equals("ContribBatchNorm"))) {
                tested++;
                Map<String, Tensor> weights = RandomWeights.of(model, seed);
                SourceModel imported = trip.through(model, style.file(model, weights));
                compare(seed, model, weights, imported);
                if (some.size() < 30) {
                    some.put("Seed" + seed, imported);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(CompiledModels.of(some)).hasSameSizeAs(some);
    }

    private void compare(long seed, ModelSpec model, Map<String, Tensor> weights, SourceModel imported) {
        Map<String, Tensor> inputs = RandomWeights.inputs(model, seed, 0);
        Map<String, Tensor> expected = Reference.run(model, inputs, weights);
        Map<String, Tensor> actual = Reference.run(Specs.of(imported), inputs, Specs.weights(imported));
        List<String> outputs = List.copyOf(model.allOutputs());
        if (imported.outputs().size() != outputs.size()) {
            wrong.add("seed " + seed + " has the outputs " + imported.outputs());
            return;
        }
        Map<String, Double> scales = Reference.scales(model, expected);
        for (int i = 0; i < outputs.size(); i++) {
            Tensor one = expected.get(outputs.get(i));
            Tensor other = actual.get(imported.outputs().get(i));
            double error = 0;
            for (int j = 0; j < one.data().length; j++) {
                error = Math.max(error, Math.abs(one.data()[j] - other.data()[j]));
            }
            if (!(error <= TOLERANCE * scales.get(outputs.get(i)))) {
                wrong.add("seed " + seed + ", " + outputs.get(i) + " is wrong by " + error);
            }
        }
    }
}
