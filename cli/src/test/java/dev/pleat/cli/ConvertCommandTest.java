package dev.pleat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.cli.Shell.Result;
import dev.pleat.formats.weights.NpyArray;
import dev.pleat.runtime.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pleat convert}: any weights become safetensors. */
final class ConvertCommandTest {
    @TempDir
    private Path folder;

    @Test
    void listsAndWrites() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("dense/kernel", NpyArray.of(new double[] {1, -2, 3, 4}, 2, 2));
        arrays.put("steps", NpyArray.of(new long[] {7}));
        Path file = TinyNet.npz(folder, arrays);
        Path out = folder.resolve("out.safetensors");
        Result result = Shell.pleat("convert", file, "-o", out, "--list");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .containsPattern("dense/kernel \\| \\[2, 2\\] \\| +4 \\| -2.000 \\| 1.500 \\| +4.000")
                .contains("2 tensors, 5 values", "2 tensors written to " + out);
        assertThat(Safetensors.read(out).get("dense/kernel").values()).containsExactly(1, -2, 3, 4);
        assertThat(Safetensors.read(out).get("steps").values()).containsExactly(7);
    }

    @Test
    void findsTheWeightsOfAClass() throws IOException {
        Path model = TinyNet.write(folder);
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("dense_7/kernel", NpyArray.of(new float[] {2, 0, 0, 2}, 2, 2));
        Path file = TinyNet.npz(folder, arrays);
        Path out = folder.resolve("out.safetensors");
        Result result = Shell.pleat("convert", file, "--for", model, "--map", "twice=dense_7", "-o", out);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Safetensors.read(out)).containsOnlyKeys("twice/kernel");
        Result unmapped = Shell.pleat("convert", file, "--for", model, "-o", folder.resolve("other.safetensors"));
        assertThat(unmapped.code()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(unmapped.err()).contains("twice/kernel");
        assertThat(folder.resolve("other.safetensors")).doesNotExist();
        Path names = Files.writeString(folder.resolve("names.txt"), "# ours = theirs\n\ntwice = dense_7\n");
        assertThat(Shell.pleat("convert", file, "--for", model, "--map", names, "--list")
                        .code())
                .isZero();
    }

    @Test
    void takesTheWeightsOfModels() throws IOException {
        Path model = OnnxFile.write(folder.resolve("net.onnx"), "Gemm");
        Result result = Shell.pleat("convert", model, "--list");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("/kernel", "[2, 3]", "/bias", "[3]");
    }

    @Test
    void refusesWhatIsNoWeightFile() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello, these are no weights");
        Result result = Shell.pleat("convert", text, "--list");
        assertThat(result.code()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(result.err()).contains("notes.txt").contains("what can be read");
        assertThat(Shell.pleat("convert", text).code()).isEqualTo(ExitCode.USAGE);
        assertThat(Shell.pleat("convert", TinyNet.write(folder), "--list").err())
                .contains("is source");
    }
}
