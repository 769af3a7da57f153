package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignedFloatsTest {

    private static final long MB = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        // floats, heap in MB, length
        "0, 4096, 0",
        "4095, 4096, 4095", // small
        "4096, 256, 131072", // regions of 1 MB
        "4096, 2048, 131072",
        "4096, 2049, 262144", // regions of 2 MB
        "100000, 4096, 262144",
        "100000, 4097, 524288", // regions of 4 MB
        "524287, 8192, 524288",
        "524288, 8192, 524288", // large enough
        "524289, 8192, 524289",
        "100000, 8193, 100000", // would take too much
        "100000, 100000, 100000",
        "100000, 255, 100000", // a small heap
    })
    void arraysGetRegionsOfTheirOwnWhereThatIsCheap(int size, long heap, int length) {
        assertThat(AlignedFloats.length(size, heap * MB)).isEqualTo(length);
    }

    @Test
    void arraysAreNeverShorterThanAsked() {
        for (int size = 0; size < 600_000; size += 999) {
            assertThat(AlignedFloats.allocate(size).length).isGreaterThanOrEqualTo(size);
        }
    }

    @Test
    void scratchKnowsWhatItWasMadeForNotHowLongItIs() {
        Scratch scratch = new Scratch(5000);
        assertThat(scratch.floats(5000, 0).length).isGreaterThanOrEqualTo(5000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scratch.floats(5001, 0))
                .withMessageContaining("holds 5000 floats");
    }
}
