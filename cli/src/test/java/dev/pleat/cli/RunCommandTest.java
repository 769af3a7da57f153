package dev.pleat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.cli.Shell.Result;
import dev.pleat.formats.weights.NpyArray;
import dev.pleat.formats.weights.NpzReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pleat run}: how arrays find inputs, and what is written. */
final class RunCommandTest {
    @TempDir
    private Path folder;

    private Path model;
    private Path output;

    @BeforeEach
    void write() throws IOException {
        model = TinyNet.write(folder);
        output = folder.resolve("out.npz");
    }

    @Test
    void matchesArraysByName() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("unused", NpyArray.of(new float[1], 1));
        arrays.put("b", TinyNet.inputs().get("b"));
        arrays.put("a", TinyNet.inputs().get("a"));
        Map<String, NpyArray> results = run(arrays);
        assertThat(results.keySet()).containsExactly("sum", "chance");
        assertThat(results.get("sum").shape()).containsExactly(3, 2);
        assertThat(results.get("sum").type()).isEqualTo("float32");
        assertThat(results.get("sum").doubles()).containsExactly(TinyNet.sums());
    }

    @Test
    void matchesOtherArraysByPosition() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("b", TinyNet.inputs().get("b"));
        arrays.put("first", TinyNet.inputs().get("a"));
        assertThat(run(arrays).get("sum").doubles()).containsExactly(TinyNet.sums());
    }

    @Test
    void takesASampleWithoutTheAxisOfSamples() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("a", NpyArray.of(new float[] {1, 2}, 2));
        arrays.put("b", NpyArray.of(new double[] {0, 1}, 2));
        Map<String, NpyArray> results = run(arrays);
        assertThat(results.get("sum").shape()).containsExactly(2);
        assertThat(results.get("sum").doubles()).containsExactly(2, 5);
    }

    @Test
    void noSamplesGiveNoResults() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("a", NpyArray.of(new float[0], 0, 2));
        arrays.put("b", NpyArray.of(new float[0], 0, 2));
        assertThat(run(arrays).get("sum").shape()).containsExactly(0, 2);
    }

    @Test
    void refusesOtherShapesAndNumbersOfSamples() throws IOException {
        Map<String, NpyArray> arrays = TinyNet.inputs();
        arrays.put("b", NpyArray.of(new float[9], 3, 3));
        Result wrong = attempt(arrays);
        assertThat(wrong.code()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(wrong.err()).contains("'b' has the shape [3, 3]").contains("samples of [2]");
        arrays.put("b", NpyArray.of(new float[4], 2, 2));
        assertThat(attempt(arrays).err()).contains("'b' holds 2 samples, but the inputs before it 3");
        assertThat(attempt(Map.of("a", TinyNet.inputs().get("a"))).err()).contains("no array for the input 'b' [2]");
        assertThat(output).doesNotExist();
    }

    @Test
    void namesAreThoseOfSourceInAnotherPackageFolder() throws IOException {
        Path source = folder.resolve("src/main/java/demo");
        Path weights = folder.resolve("src/main/resources/demo");
        Files.createDirectories(source);
        Files.createDirectories(weights);
        Files.move(model, source.resolve("Tiny.java"));
        Files.move(folder.resolve("Tiny.safetensors"), weights.resolve("Tiny.safetensors"));
        model = source.resolve("Tiny.java");
        assertThat(run(TinyNet.inputs()).get("sum").doubles()).containsExactly(TinyNet.sums());
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Files.delete(folder.resolve("Tiny.safetensors"));
        Result result = attempt(TinyNet.inputs());
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("there is no Tiny.safetensors beside it")
                .contains("fix: name them, --weights");
        Result unwritable = Shell.pleat("run", model, "--weights", "absent.npz", "-i", "absent.npz", "-o", output);
        assertThat(unwritable.code()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(unwritable.err()).contains("there is no file absent.npz");
    }

    @Test
    void saysIfResultsCannotBeWritten() throws IOException {
        output = folder.resolve("no/such/folder/out.npz");
        Result result = attempt(TinyNet.inputs());
        assertThat(result.code()).isEqualTo(ExitCode.NOT_WRITTEN);
        assertThat(result.err()).contains("cannot write " + output);
    }

    private Result attempt(Map<String, NpyArray> arrays) throws IOException {
        return Shell.pleat("run", model, "--input", TinyNet.npz(folder, arrays), "--output", output);
    }

    private Map<String, NpyArray> run(Map<String, NpyArray> arrays) throws IOException {
        Result result = attempt(arrays);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("written to " + output);
        return new NpzReader().arrays(output);
    }
}
