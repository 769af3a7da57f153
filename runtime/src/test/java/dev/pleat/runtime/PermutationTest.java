package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PermutationTest {
    @Test
    void matchesTranspose() {
        int[][] shapes = {
            {7}, {1}, {3, 5}, {40, 33}, {2, 3, 4}, {5, 1, 17}, {2, 3, 4, 5}, {1, 1, 1}, {3, 1, 2, 20}, {2, 2, 3, 2, 3}
        };
        for (int[] shape : shapes) {
            for (int[] dims : orders(shape.length)) {
                int n = 1;
                for (int size : shape) {
                    n *= size;
                }
                float[] x = Spans.random(n + 2, 1);
                float[] y = Spans.untouched(n + 4);
                Permutation.of(shape, dims).apply(x, 2, y, 3);
                assertThat(y[2]).isEqualTo(Spans.UNTOUCHED);
                assertThat(y[n + 3]).isEqualTo(Spans.UNTOUCHED);
                for (int i = 0; i < n; i++) {
                    assertThat(y[3 + i]).isEqualTo(x[2 + source(shape, dims, i)]);
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoOrder() {
        int[] shape = {2, 3};
        assertThatThrownBy(() -> Permutation.of(shape, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Permutation.of(shape, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Permutation.of(shape, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[1, 2] does not reorder the 2 dimensions of [2, 3]");
    }

    private static int source(int[] shape, int[] dims, int index) {
        int[] at = new int[shape.length];
        int rest = index;
        for (int d = dims.length - 1; d >= 0; d--) {
            at[dims[d]] = rest % shape[dims[d]];
            rest /= shape[dims[d]];
        }
        int result = 0;
        for (int d = 0; d < shape.length; d++) {
            result = result * shape[d] + at[d];
        }
        return result;
    }

    private static List<int[]> orders(int n) {
        List<int[]> orders = new ArrayList<>();
        extend(orders, new int[n], 0);
        return orders;
    }

    private static void extend(List<int[]> orders, int[] order, int length) {
        if (length == order.length) {
            orders.add(order.clone());
            return;
        }
        next:
        for (int dim = 0; dim < order.length; dim++) {
            for (int d = 0; d < length; d++) {
                if (order[d] == dim) {
                    continue next;
                }
            }
            order[length] = dim;
            extend(orders, order, length + 1);
        }
    }
}
