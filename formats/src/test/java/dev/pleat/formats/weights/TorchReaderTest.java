package dev.pleat.formats.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.FormatException;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TorchReaderTest {
    private final TorchReader reader = new TorchReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state_dict.pth",
                "state_dict_legacy.pth",
                "state_dict_protocol4.pt",
                "checkpoint.pth",
                "checkpoint_legacy.pth"
            })
    void findsTheStateDict(String name) throws IOException {
        Map<String, Tensor> tensors = read(name);

        assertThat(tensors.keySet())
                .containsExactly(
                        "features.0.weight",
                        "features.0.bias",
                        "features.1.weight",
                        "features.1.bias",
                        "features.1.running_mean",
                        "features.1.running_var",
                        "features.1.num_batches_tracked",
                        "features.2.weight",
                        "features.3.weight",
                        "classifier.weight",
                        "classifier.bias");
        assertThat(tensors.get("features.1.num_batches_tracked").values()).containsExactly(7);
        assertThat(tensors.get("features.0.weight").shape()).containsExactly(4, 2, 3, 3);
        tensors.forEach((tensor, values) -> {
            if (!tensor.endsWith("tracked")) {
                assertThat(values.values()).as(tensor).containsExactly(counting(values.values().length));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"views.pt", "views_legacy.pt"})
    void readsViewsOfSharedStorages(String name) throws IOException {
        Map<String, Tensor> tensors = read(name);

        float[] base = counting(24);
        assertThat(tensors.get("base").values()).containsExactly(base);
        assertThat(tensors.get("row").values()).containsExactly(Arrays.copyOfRange(base, 6, 12));
        assertThat(tensors.get("block").shape()).containsExactly(2, 3);
        assertThat(tensors.get("block").values())
                .containsExactly(base[8], base[9], base[10], base[14], base[15], base[16]);
        assertThat(tensors.get("transposed").shape()).containsExactly(6, 4);
        assertThat(tensors.get("transposed").values()).startsWith(base[0], base[6], base[12], base[18], base[1]);
        assertThat(tensors.get("strided").values()).containsExactly(base[0], base[3], base[12], base[15]);
        assertThat(tensors.get("expanded").values()).containsExactly(2.5f, 2.5f, 2.5f, 2.5f, 2.5f, 2.5f);
        assertThat(tensors.get("scalar").shape()).isEmpty();
        assertThat(tensors.get("scalar").values()).containsExactly(1.5f);
        assertThat(tensors.get("empty").shape()).containsExactly(0, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"views.pt", "views_legacy.pt"})
    void readsAllTypesOfNumbers(String name) throws IOException {
        Map<String, Tensor> tensors = read(name);

        for (String type : new String[] {"f16", "bf16", "f64"}) {
            assertThat(tensors.get(type).values()).as(type).containsExactly(counting(3));
        }
        assertThat(tensors.get("i64").values()).containsExactly(-1, 0x1p40f);
        assertThat(tensors.get("i32").values()).containsExactly(-5);
        assertThat(tensors.get("i16").values()).containsExactly(-6);
        assertThat(tensors.get("i8").values()).containsExactly(-7);
        assertThat(tensors.get("u8").values()).containsExactly(250);
        assertThat(tensors.get("bool").values()).containsExactly(1, 0);
        assertThat(tensors.get("parameter").values()).containsExactly(counting(2));
        assertThat(tensors.get("list.1").values()).containsExactly(counting(2));
    }

    @ParameterizedTest
    @CsvSource({
        "module.pt, whole modules",
        "module_legacy.pt, whole modules",
        "script.pt, TorchScript",
        "quantized.pt, quantized",
        "quantized.pt, 'c'",
        "code.pt, posix.system",
        "code_legacy.pt, posix.system",
        "numpy.npz, not of PyTorch",
        "version2.npy, no file of PyTorch",
    })
    void refusesWhatIsNoTensor(String name, String problem) {
        assertThatThrownBy(() -> read(name))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(problem);
    }

    @Test
    void runsNoCode() {
        assertThatThrownBy(() -> read("code.pt")).isInstanceOf(FormatException.class);
        assertThat(Files.exists(Path.of("executed.txt"))).isFalse();
    }

    private Map<String, Tensor> read(String name) throws IOException {
        return reader.read(NpzReaderTest.FILES.resolve(name));
    }

    private static float[] counting(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i / 8f - 1;
        }
        return values;
    }
}
