package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SimdTest {
    @Test
    void hasOneLaneExactlyWhenScalar() {
        assertThat(Simd.LANES).isIn(1, 4, 8, 16);
        assertThat(Simd.LANES == 1).isEqualTo(!Simd.AVAILABLE);
        assertThat(Simd.readableFrom(SimdTest.class)).isEqualTo(Simd.AVAILABLE);
    }

    @Test
    void isReadableOnlyFromModulesThatReadTheVectorModule() {
        assertThat(Simd.readableFrom(Object.class)).isFalse();
    }

    @Test
    void knowsRegistersAndFma() {
        assertThat(Simd.registers("amd64", 16)).isEqualTo(32);
        assertThat(Simd.registers("x86_64", 8)).isEqualTo(16);
        assertThat(Simd.registers("amd64", 4)).isEqualTo(16);
        assertThat(Simd.registers("aarch64", 4)).isEqualTo(32);
        assertThat(Simd.hasFma("amd64", 8)).isTrue();
        assertThat(Simd.hasFma("amd64", 4)).isFalse();
        assertThat(Simd.hasFma("aarch64", 4)).isTrue();
        assertThat(Simd.hasMinMax("amd64", 4)).isFalse();
        assertThat(Simd.hasMinMax("aarch64", 4)).isTrue();
    }

    @Test
    void lanesFitChannels() {
        assertThat(Simd.lanes(1)).isEqualTo(1);
        for (int channels : new int[] {2, 3, 4, 7, 8, 15, 16, 24, 1000}) {
            int lanes = Simd.lanes(channels);
            assertThat(lanes).isLessThanOrEqualTo(channels).isLessThanOrEqualTo(Simd.LANES);
            assertThat(lanes == Simd.LANES || 2 * lanes > channels).isTrue();
        }
    }

    @Test
    void speciesHaveThoseLanes() {
        Spans.assumeVectors();
        for (int channels : new int[] {2, 3, 4, 7, 8, 15, 16, 24, 1000}) {
            assertThat(Species.of(channels).length()).isEqualTo(Simd.lanes(channels));
        }
        assertThatThrownBy(() -> Species.of(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
