package dev.pleat.benchmarks.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Windows pad as TensorFlow and as PyTorch do. */
final class WindowTest {

    @Test
    void tensorFlowPadsBehindFirst() {
        Shape image = Shape.image(224, 224, 3);
        Window window = Window.same(image, 3, 3, 2);

        assertThat(window).isEqualTo(new Window(3, 3, 2, 2, 0, 0, 1, 1));
        assertThat(window.over(image, 32)).isEqualTo(Shape.image(112, 112, 32));
        assertThat(window.isSymmetric()).isFalse();
    }

    @Test
    void pytorchPadsAllSidesAlike() {
        Shape image = Shape.image(224, 224, 3);
        Window window = Window.padded(7, 2, 3);

        assertThat(window.over(image, 64)).isEqualTo(Shape.image(112, 112, 64));
        assertThat(window.isSame(image)).isFalse();
        assertThat(Window.padded(3, 1, 1).isSame(image)).isTrue();
    }

    @Test
    void windowsNeedNotBeSquare() {
        Window window = Window.same(Shape.image(49, 10, 1), 10, 4, 2);

        assertThat(window).isEqualTo(new Window(10, 4, 2, 2, 4, 1, 5, 1));
    }
}
