package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares follow each other, without gaps, and are about equal. */
final class PartTest {

    private static final int[] ITEMS = {0, 1, 2, 3, 7, 16, 63, 64, 65, 127, 128, 1000, 4099, Integer.MAX_VALUE};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 16})
    void itemsBelongToOnePartEach(int count) {
        for (int items : ITEMS) {
            int next = 0;
            for (int i = 0; i < count; i++) {
                Part part = new Part(i, count, 0, null);
                assertThat(part.from(items)).isEqualTo(next);
                assertThat(part.size(items)).isBetween(items / count, (int) ((count - 1L + items) / count));
                next = part.to(items);
            }
            assertThat(next).isEqualTo(items);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 16})
    void sharesOfSpansAreNoShorterThanVectors(int count) {
        for (int floats : ITEMS) {
            int next = 0;
            for (int i = 0; i < count; i++) {
                Part part = new Part(i, count, 0, null);
                if (part.length(floats) > 0) {
                    assertThat(part.start(floats)).isEqualTo(next).matches(start -> start % 64 == 0);
                    assertThat(part.length(floats)).isGreaterThanOrEqualTo(Math.min(floats, 64));
                    next += part.length(floats);
                }
            }
            assertThat(next).isEqualTo(floats);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77})
    void theWholeIsOnePart(int items) {
        assertThat(Part.WHOLE.from(items)).isZero();
        assertThat(Part.WHOLE.to(items)).isEqualTo(items);
        assertThat(Part.WHOLE.start(items)).isZero();
        assertThat(Part.WHOLE.length(items)).isEqualTo(items);
        assertThat(Part.WHOLE.area()).isZero();
        assertThat(Part.WHOLE.isFirst()).isTrue();
        Part.WHOLE.await();
    }
}
