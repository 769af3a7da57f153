package dev.pleat.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Statistics over predictions. */
final class TimingTest {

    @Test
    void roundsAreTakenTogether() {
        long[] first = LongStream.rangeClosed(1, 50).map(i -> 1000 * i).toArray();
        long[] second = LongStream.rangeClosed(51, 100).map(i -> 1000 * i).toArray();

        Timing timing = Timing.of(List.of(second, first));

        assertThat(timing).isEqualTo(new Timing(100, 1, 50, 99));
    }

    @Test
    void oneTimeIsAllOfThem() {
        assertThat(Timing.of(List.of(new long[] {1500}))).isEqualTo(new Timing(1, 1.5, 1.5, 1.5));
    }

    @Test
    void noTimesAreRefused() {
        assertThatThrownBy(() -> Timing.of(List.of(new long[0]))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void geometricMeanOfRatios() {
        assertThat(Tables.geometricMean(List.of(0.5, 2.0, 8.0))).isCloseTo(2, within(1e-12));
    }

    @Test
    void errorsAreSharesOfTheRange() {
        assertThat(Agreement.error(new double[] {1, -3.9}, new double[] {1, -4}))
                .isCloseTo(0.025, within(1e-12));
        assertThat(Agreement.error(new double[] {Double.NaN, -4}, new double[] {1, -4}))
                .isNaN();
        assertThatThrownBy(() -> Agreement.error(new double[] {1}, new double[] {1, 2}))
                .hasMessage("there are 1 values, but 2 in the reference");
    }
}
