package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TensorSpecTest {
    @Test
    void readsAsItsNameAndShape() {
        assertThat(TensorSpec.of("conv/kernel", 3, 3, 1, 32)).hasToString("conv/kernel [3, 3, 1, 32]");
    }

    @Test
    void countsItsValues() {
        assertThat(TensorSpec.of("conv/kernel", 3, 3, 1, 32).size()).isEqualTo(288);
        assertThat(TensorSpec.of("scalar").size()).isEqualTo(1);
        assertThat(TensorSpec.of("empty", 65536, 65536, 0).size()).isZero();
        assertThat(TensorSpec.of("largest", Integer.MAX_VALUE, 1).size()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void refusesMoreValuesThanAnArrayHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorSpec.of("w", 65536, 32768))
                .withMessage("'w' [65536, 32768] holds more than 2147483647 numbers");
        assertThatIllegalArgumentException().isThrownBy(() -> TensorSpec.of("w", 1 << 30, 1 << 30, 1 << 30, 1 << 30));
    }

    @Test
    void refusesNegativeDimensionsAndBlankNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorSpec.of("w", 2, -1))
                .withMessage("'w' has a negative dimension: [2, -1]");
        assertThatIllegalArgumentException().isThrownBy(() -> TensorSpec.of(" ", 2));
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<Integer> shape = new ArrayList<>(List.of(2, 3));
        TensorSpec spec = new TensorSpec("w", shape);
        shape.set(0, 9);
        assertThat(spec).isEqualTo(TensorSpec.of("w", 2, 3));
    }
}
