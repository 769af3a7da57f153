package dev.pleat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.pleat.cli.Shell.Result;
import dev.pleat.runtime.Simd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pleat bench} and {@code pleat doctor}: what they print, not how fast this machine is. */
final class MachineCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void benchPrintsTimesOfStepsAndShareOfThePeak() throws IOException {
        Result result = bench();
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .containsPattern("[0-9.,]+ us median, [0-9.,]+ us p99, [0-9,]+ predictions a second by 1 caller")
                .containsPattern("GFLOP/s of 4 multiply-adds, [0-9.,]+ % of the peak of [0-9.,]+ GFLOP/s")
                .contains("sum", "chance");
    }

    @Test
    void benchPrintsJsonOfSeveralCallers() throws IOException {
        Map<String, Object> json =
                JSON.std.mapFrom(bench("--threads", 2, "--json").out());
        assertThat(json).containsEntry("threads", 2).containsEntry("multiplyAdds", 4);
        for (String key :
                List.of("medianMicros", "p99Micros", "gflops", "peakGflops", "percentOfPeak", "predictions")) {
            assertThat(((Number) json.get(key)).doubleValue()).as(key).isPositive();
        }
        assertThat((Double) json.get("p99Micros")).isGreaterThanOrEqualTo((Double) json.get("medianMicros"));
        assertThat((List<?>) json.get("steps"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat((Map<?, ?>) step)
                        .extracting(Map::keySet)
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.COLLECTION)
                        .contains("name", "operation", "medianMicros", "gflops", "percentOfPeak"));
    }

    @Test
    void benchRefusesWhatCannotBeMeasured() throws IOException {
        assertThat(bench("--threads", 0).code()).isEqualTo(ExitCode.USAGE);
        assertThat(bench("--seconds", -1).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void doctorTellsWhatIsThere() {
        Result result = Shell.pleat("doctor");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Java:", "Vector module:", "Scalar peak:");
        assertThat(result.out()).contains(Simd.AVAILABLE ? "the intrinsics are " : "to change: ");
    }

    @Test
    void doctorPrintsJson() throws IOException {
        Map<String, Object> json =
                JSON.std.mapFrom(Shell.pleat("doctor", "--json").out());
        assertThat(json)
                .containsEntry("vectorsUsed", Simd.AVAILABLE)
                .containsEntry("lanes", Simd.LANES)
                .containsKeys("java", "species", "intrinsicsAlive", "scalarPeakGflops", "vectorPeakGflops", "fixes");
    }

    private Result bench(Object... more) throws IOException {
        Path model = TinyNet.write(folder);
        Object[] arguments = new Object[more.length + 6];
        System.arraycopy(new Object[] {"bench", model, "--warmup", 0.05, "--seconds", 0.05}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Shell.pleat(arguments);
    }
}
