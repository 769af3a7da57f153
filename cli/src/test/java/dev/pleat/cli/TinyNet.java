package dev.pleat.cli;

import dev.pleat.formats.weights.NpyArray;
import dev.pleat.formats.weights.NpzWriter;
import dev.pleat.runtime.Safetensors;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model of two inputs and outputs, small enough to compute by hand: {@code sum = 2 * a + b}, and {@code chance} is the
 * sigmoid of that.
 */
final class TinyNet {
    static final String SOURCE = """
            package demo;

            import dev.pleat.*;

            @Model
            record Tiny(
                    @Input(2) Layer a,
                    @Input(2) Layer b,
                    @Dense(units = 2, useBias = false) @From("a") Layer twice,
                    @Output @Add({"twice", "b"}) Layer sum,
                    @Activation(ActivationFunction.SIGMOID) Layer chance) {}
            """;

    private TinyNet() {}

    /** Writes the source and its weights into a folder. */
    static Path write(Path folder) throws IOException {
        Path file = folder.resolve("Tiny.java");
        Files.writeString(file, SOURCE);
        Safetensors.write(
                folder.resolve("Tiny.safetensors"), Map.of("twice/kernel", Tensor.of(new float[] {2, 0, 0, 2}, 2, 2)));
        return file;
    }

    /** Returns three samples of the inputs. */
    static Map<String, NpyArray> inputs() {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("a", NpyArray.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2));
        arrays.put("b", NpyArray.of(new float[] {0, 1, 0, 1, -20, 1}, 3, 2));
        return arrays;
    }

    static double[] sums() {
        return new double[] {2, 5, 6, 9, -10, 13};
    }

    static double[] chances() {
        double[] chances = new double[6];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = 1 / (1 + Math.exp(-sums()[i]));
        }
        return chances;
    }

    static Path npz(Path folder, Map<String, NpyArray> arrays) throws IOException {
        Path file = folder.resolve("io.npz");
        NpzWriter.write(file, arrays);
        return file;
    }
}
