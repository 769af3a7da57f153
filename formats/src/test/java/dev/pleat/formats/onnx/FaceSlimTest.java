package dev.pleat.formats.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.formats.CompiledModels;
import dev.pleat.formats.Npz;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.runtime.CompiledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A face detector as it was exported, and as its authors simplified it, give the reference outputs. */
final class FaceSlimTest {
    private static final Path FOLDER = Path.of("..", "..", "shared", "models", "face_slim320");
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @ValueSource(strings = {"version-slim-320_without_postprocessing.onnx", "version-slim-320_simplified.onnx"})
    void agreesWithTheReference(String file) throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: the model files are not at " + FOLDER.toAbsolutePath());
        SourceModel model = new OnnxReader().read(FOLDER.resolve(file), ReadOptions.DEFAULT);
        assertThat(model.batched()).isTrue();
        CompiledModel compiled = CompiledModels.of(model);
        Map<String, Npz.Array> arrays = Npz.read(FOLDER.resolve("io.npz"));
        double[] x = arrays.get("x").values();
        int samples = arrays.get("x").shape()[0];
        int size = x.length / samples;
        for (int sample = 0; sample < samples; sample++) {
            float[] image = new float[size];
            for (int i = 0; i < size; i++) {
                image[i] = (float) x[sample * size + i];
            }
            Map<String, float[]> results =
                    compiled.predict(Map.of(compiled.inputs().get(0).name(), image));
            for (String output : model.outputs()) {
                Npz.Array expected = arrays.get(output);
                int length = expected.values().length / samples;
                double[] part = Arrays.copyOfRange(expected.values(), sample * length, (sample + 1) * length);
                double range =
                        Arrays.stream(expected.values()).map(Math::abs).max().orElseThrow();
                double[] difference = new double[length];
                for (int i = 0; i < length; i++) {
                    difference[i] = Math.abs(part[i] - results.get(output)[i]) / range;
                }
                assertThat(Arrays.stream(difference).allMatch(d -> d <= TOLERANCE))
                        .as(output)
                        .isTrue();
            }
        }
    }
}
