package dev.pleat.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.benchmarks.net.Zoo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words of the command line. */
final class OptionsTest {

    @Test
    void everythingHasADefault() {
        Options options = Options.parse(List.of());

        assertThat(options.models()).isEqualTo(Zoo.names());
        assertThat(options.engines()).startsWith("pleat").hasSize(6);
        assertThat(options.threads()).containsExactly(1, 2);
        assertThat(options.measures("layers")).isTrue();
        assertThat(options.measures("start")).isFalse();
    }

    @Test
    void wordsReplaceDefaults() {
        Options options = Options.parse(List.of(
                "models=ResNet8,Vgg16", "seconds=0.5", "threads=2", "tflite=ResNet8:a/b.tflite", "label=quick"));

        assertThat(options.models()).containsExactly("ResNet8", "Vgg16");
        assertThat(options.seconds()).isEqualTo(0.5);
        assertThat(options.threads()).containsExactly(2);
        assertThat(options.tflite()).isEqualTo(Map.of("ResNet8", Path.of("a/b.tflite")));
        assertThat(options.label()).isEqualTo("quick");
    }

    @Test
    void whatIsUnknownIsRefusedWithTheKnown() {
        assertThatThrownBy(() -> Options.parse(List.of("models=ResNet9"))).hasMessageContaining("ResNet50");
        assertThatThrownBy(() -> Options.parse(List.of("modells=ResNet8"))).hasMessageContaining("models=");
        assertThatThrownBy(() -> Options.parse(List.of("tflite=a.tflite"))).hasMessageContaining("model:file");
    }
}
