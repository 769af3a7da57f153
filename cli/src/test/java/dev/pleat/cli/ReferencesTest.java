package dev.pleat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.weights.NpyArray;
import dev.pleat.runtime.TensorSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How arrays find outputs, and how they are divided into samples. */
final class ReferencesTest {
    @Test
    void oneOutputTakesYAndItsLogits() {
        assertThat(match("dense", "y", "y_logits")).containsExactly("y=dense", "y_logits=dense*");
        assertThat(match("dense", "y_logits")).containsExactly("y_logits=dense*");
        assertThat(match("dense", "dense_logits", "dense")).containsExactly("dense_logits=dense*", "dense=dense");
        assertThat(match("dense", "y", "y_logits", "y_logits_old")).containsExactly("y=dense", "y_logits=dense*");
    }

    @Test
    void severalOutputsGoByNameThenPosition() {
        assertThat(match("scores boxes", "boxes", "scores")).containsExactly("boxes=boxes", "scores=scores");
        assertThat(match("scores boxes", "y0", "y1", "y1_logits"))
                .containsExactly("y0=scores", "y1=boxes", "y1_logits=boxes*");
        assertThat(match("scores boxes", "other", "scores")).containsExactly("other=boxes", "scores=scores");
        assertThat(match("scores boxes", "z_logits")).isEmpty();
        assertThat(match("scores boxes", "a", "b", "c")).containsExactly("a=scores", "b=boxes");
    }

    @Test
    void anOutputMayItselfBeCalledLogits() {
        assertThat(match("y_logits y", "y", "y_logits")).containsExactly("y=y", "y_logits=y_logits");
    }

    @Test
    void theFirstAxisCountsSamples() {
        assertThat(batch(List.of(3), 8, 3)).isEqualTo(new Batch(8, true));
        assertThat(batch(List.of(3), 3)).isEqualTo(Batch.ONE);
        assertThat(batch(List.of(1, 6, 5), 1, 6, 5)).isEqualTo(Batch.ONE);
        assertThat(batch(List.of(1, 6, 5), 2, 1, 6, 5)).isEqualTo(new Batch(2, true));
        assertThat(batch(List.of(49, 10, 1), 8, 49, 10)).isEqualTo(new Batch(8, true));
        assertThat(batch(List.of(1), 8)).isEqualTo(new Batch(8, true));
        assertThat(batch(List.of(637), 8, 49, 13, 1)).isEqualTo(new Batch(8, true));
        assertThat(batch(List.of(4, 3), 8, 12)).isEqualTo(new Batch(8, true));
        assertThat(batch(List.of(12), 4, 3)).isEqualTo(Batch.ONE);
        assertThat(batch(List.of(3), 8, 4)).isNull();
        assertThat(batch(List.of(2, 3), 3, 2)).isNull();
        assertThat(batch(List.of(), 4)).isEqualTo(new Batch(4, true));
    }

    private static Batch batch(List<Integer> shape, int... dims) {
        int size = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
        return Batch.of(NpyArray.of(new float[size], dims), shape, true);
    }

    private static List<String> match(String outputs, String... arrays) {
        List<Ports> ports = Arrays.stream(outputs.split(" "))
                .map(name -> new Ports(TensorSpec.of(name, 2), List.of(name)))
                .toList();
        return References.match(ports, List.of(arrays)).stream()
                .map(match -> match.array() + "=" + match.output().name() + (match.logits() ? "*" : ""))
                .toList();
    }
}
