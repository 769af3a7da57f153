package dev.pleat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.pleat.cli.Shell.Result;
import dev.pleat.formats.weights.NpyArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pleat verify}: which array is the reference of what, and when it fails. */
final class VerifyCommandTest {
    @TempDir
    private Path folder;

    private Path model;
    private Map<String, NpyArray> arrays;

    @BeforeEach
    void write() throws IOException {
        model = TinyNet.write(folder);
        arrays = TinyNet.inputs();
    }

    @Test
    void comparesByNameAndLogits() throws IOException {
        add("chance", TinyNet.chances());
        add("sum", TinyNet.sums());
        add("chance_logits", TinyNet.sums());
        Result result = verify();
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out())
                .containsPattern("chance +\\| chance +\\|.*ok")
                .containsPattern("sum +\\| sum +\\| +0 +\\| +0 +\\| +13.00 \\| ok")
                .containsPattern("chance_logits \\| chance_logits \\|.*ok")
                .contains("verified: 3 samples, tolerance 3.0e-05");
    }

    @Test
    void comparesByPosition() throws IOException {
        add("first", TinyNet.sums());
        add("second", TinyNet.chances());
        add("second_logits", TinyNet.sums());
        Result result = verify();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .containsPattern("first +\\| sum ")
                .containsPattern("second +\\| chance ")
                .containsPattern("second_logits \\| chance_logits ");
    }

    @Test
    void positionsAreThoseOfOutputsWithoutAName() throws IOException {
        add("other", TinyNet.chances());
        add("sum", TinyNet.sums());
        assertThat(verify().out()).containsPattern("other +\\| chance +\\|.*ok").contains("verified:");
    }

    @Test
    void errorsAreRelativeToTheLargestReference() throws IOException {
        double[] off = TinyNet.sums();
        off[3] += 13 * 1e-4;
        add("sum", off);
        Result result = verify();
        assertThat(result.code()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.out())
                .contains("1.3e-03 |  1.0e-04")
                .contains("above, worst in sample 1")
                .contains("not verified");
        assertThat(verify("--tolerance", "1.1e-4").code()).isZero();
        assertThat(verify("--tolerance", "0.9e-4").code()).isEqualTo(ExitCode.DIFFERENT);
    }

    @Test
    void whatIsNoNumberIsAnError() throws IOException {
        double[] broken = TinyNet.sums();
        broken[0] = Double.NaN;
        add("sum", broken);
        assertThat(verify("--tolerance", "1e9").code()).isEqualTo(ExitCode.DIFFERENT);
    }

    @Test
    void failsIfAReferenceIsLeft() throws IOException {
        add("sum", TinyNet.sums());
        add("chance", TinyNet.chances());
        add("more", TinyNet.sums());
        Result result = verify();
        assertThat(result.code()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.out()).contains("uncompared: more: no output for it: those of the model are [sum, chance]");
        Result excused = verify("--ignore", "more");
        assertThat(excused.code()).isZero();
        assertThat(excused.out()).contains("ignored: more");
        assertThat(verify("--ignore", "moer").err()).contains("has no array 'moer' to ignore");
    }

    @Test
    void failsIfAShapeDiffers() throws IOException {
        arrays.put("sum", NpyArray.of(TinyNet.sums(), 2, 3));
        Result result = verify();
        assertThat(result.code()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.out())
                .contains("uncompared: sum: it has the shape [2, 3], but 3 samples of 'sum' have [2] each");
    }

    @Test
    void logitsOfAnOutputWithoutSuchAFunctionAreItself() throws IOException {
        add("sum_logits", TinyNet.sums());
        Result result = verify();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("note: sum_logits: 'sum' ends in no softmax or sigmoid");
    }

    @Test
    void needsSomethingToCompare() throws IOException {
        Result result = verify();
        assertThat(result.code()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(result.err()).contains("holds nothing to compare with: its arrays are [a, b]");
    }

    @Test
    void printsJson() throws IOException {
        add("chance", TinyNet.chances());
        add("more", TinyNet.sums());
        add("left", TinyNet.sums());
        Result result = verify("--json");
        assertThat(result.code()).isEqualTo(ExitCode.DIFFERENT);
        Map<String, Object> json = JSON.std.mapFrom(result.out());
        assertThat(json)
                .containsEntry("samples", 3)
                .containsEntry("tolerance", 3e-5)
                .containsEntry("passed", false)
                .containsKeys("model", "reference", "uncompared", "ignored");
        List<?> comparisons = (List<?>) json.get("comparisons");
        assertThat(comparisons).hasSize(2);
        Map<?, ?> first = (Map<?, ?>) comparisons.get(0);
        Set<String> keys = Set.of(
                "array", "output", "maxAbsoluteError", "maxRelativeError", "maxReference", "worstSample", "passed");
        assertThat(keys).isEqualTo(first.keySet());
        assertThat(first.get("array")).isEqualTo("chance");
        assertThat(((Map<?, ?>) json.get("uncompared")).keySet()).isEqualTo(Set.of("left"));
    }

    private void add(String name, double[] values) {
        arrays.put(name, NpyArray.of(values, 3, 2));
    }

    private Result verify(Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("verify", model, "-r", TinyNet.npz(folder, arrays)));
        arguments.addAll(List.of(more));
        return Shell.pleat(arguments.toArray());
    }
}
