package dev.pleat.processor.reference;

import static dev.pleat.processor.reference.OneLayer.box;
import static dev.pleat.processor.reference.OneLayer.numbers;
import static dev.pleat.processor.reference.OneLayer.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Flattening, merging, upsampling and pooling where keras-js has no case. */
final class ShapeReferenceTest {
    @Test
    void flattenMovesChannelsLast() {
        OneLayer layer = OneLayer.of("Flatten", "dataFormat", "CHANNELS_FIRST");

        assertThat(layer.run(box(shape(2, 2), 1, 2, 3, 4)).data()).containsExactly(1, 3, 2, 4);
        assertThat(layer.run(box(shape(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8)).data())
                .containsExactly(1, 5, 2, 6, 3, 7, 4, 8);
    }

    @Test
    void reshapeInfersOneDimension() {
        OneLayer layer = OneLayer.of("Reshape", "targetShape", shape(3, -1, 1));

        assertThat(Reference.shapes(layer.model(List.of(shape(4, 3)))).get("y")).containsExactly(3, 4, 1);
    }

    @Test
    void mergesStretchFromTheRight() {
        Tensor image = box(shape(2, 1, 2), 1, 2, 3, 4);
        Tensor vector = box(shape(2), 10, 20);

        assertThat(OneLayer.of("Subtract").run(List.of(image, vector)).data()).containsExactly(-9, -18, -7, -16);
        assertThat(OneLayer.of("Subtract").run(List.of(vector, image)).data()).containsExactly(9, 18, 7, 16);
        Tensor wide = OneLayer.of("Multiply").run(List.of(image, box(shape(3, 1), 1, 10, 100)));
        assertThat(wide.shape()).containsExactly(2, 3, 2);
        assertThat(wide.data()).containsExactly(1, 2, 10, 20, 100, 200, 3, 4, 30, 40, 300, 400);
    }

    @Test
    void averageDividesByTheNumberOfInputs() {
        Tensor x = box(shape(1), 1);

        assertThat(OneLayer.of("Average").run(List.of(x, x, box(shape(1), 4))).data())
                .containsExactly(2);
    }

    @Test
    void concatenatesAlongAnyAxis() {
        Tensor a = box(shape(1, 2), 1, 2);
        Tensor b = box(shape(2, 2), 3, 4, 5, 6);

        assertThat(OneLayer.of("Concatenate", "axis", 1).run(List.of(a, b, a)).data())
                .containsExactly(1, 2, 3, 4, 5, 6, 1, 2);
        assertThat(OneLayer.of("Concatenate").run(List.of(b, b)).data()).containsExactly(3, 4, 3, 4, 5, 6, 5, 6);
        assertThatThrownBy(() -> OneLayer.of("Concatenate").run(List.of(a, b))).isInstanceOf(Illegal.class);
    }

    @Test
    void bilinearUpsamplingHasCentresAtHalves() {
        OneLayer twice = OneLayer.of("UpSampling2D", "size", shape(1, 2), "interpolation", "BILINEAR");
        OneLayer thrice = OneLayer.of("UpSampling2D", "size", shape(3, 1), "interpolation", "BILINEAR");

        assertThat(twice.run(box(shape(1, 2, 1), 0, 1)).data())
                .containsExactly(numbers(0, 0.25, 0.75, 1), within(1e-15));
        assertThat(thrice.run(box(shape(2, 1, 1), 0, 3)).data())
                .containsExactly(numbers(0, 0, 1, 2, 3, 3), within(1e-14));
    }

    @Test
    void poolingKeepsDimensions() {
        OneLayer layer = OneLayer.of("GlobalAveragePooling2D", "keepdims", true, "dataFormat", "CHANNELS_FIRST");

        Tensor y = layer.run(box(shape(2, 1, 2), 1, 2, 3, 5));

        assertThat(y.shape()).containsExactly(2, 1, 1);
        assertThat(y.data()).containsExactly(1.5, 4);
    }

    @Test
    void paddingOutsideCountsForNothing() {
        Object[] attributes = {"poolSize", 2, "padding", "SAME"};
        Tensor x = box(shape(3, 1), -1, -3, -5);

        assertThat(OneLayer.of("MaxPooling1D", attributes).run(x).data()).containsExactly(-1, -5);
        assertThat(OneLayer.of("AveragePooling1D", attributes).run(x).data()).containsExactly(-2, -5);
    }

    @Test
    void denseActsOnTheLastDimension() {
        Tensor y = OneLayer.of("Dense", "units", 1).run(box(shape(2, 2), 1, 2, 3, 4), numbers(1, 10), numbers(0.5));

        assertThat(y.shape()).containsExactly(2, 1);
        assertThat(y.data()).containsExactly(21.5, 43.5);
    }
}
