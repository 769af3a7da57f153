package dev.pleat.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files become names of members. */
final class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "conv1, conv1",
        "/layer1/layer1.0/conv1/Conv, layer1_layer1_0_conv1_Conv",
        "conv2d/Conv2D:0, conv2d_Conv2D_0",
        "123, layer_123",
        "class, class_",
        "hashCode, hashCode_",
        "RELU, RELU_",
        "SAME, SAME_",
        "'', layer",
        "///, layer",
    })
    void identifiers(String text, String name) {
        assertThat(Names.identifier(text)).isEqualTo(name);
    }

    @Test
    void takenNamesGetANumber() {
        Names names = new Names();
        assertThat(names.of("a.b")).isEqualTo("a_b");
        assertThat(names.of("a_b")).isEqualTo("a_b_2");
        assertThat(names.of("a/b")).isEqualTo("a_b_3");
    }

    @Test
    void longNamesLoseTheirBegin() {
        String name = Names.identifier("a".repeat(300) + "/the_end");
        assertThat(name).hasSizeLessThan(100).endsWith("the_end");
    }
}
