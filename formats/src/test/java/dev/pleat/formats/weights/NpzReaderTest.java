package dev.pleat.formats.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.FormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NpzReaderTest {
    static final Path FILES = Path.of("src", "test", "resources", "weights");

    private final NpzReader reader = new NpzReader();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"numpy.npz", "numpy_compressed.npz"})
    void readsWhatNumPyWrites(String name) throws IOException {
        Map<String, NpyArray> arrays = reader.arrays(FILES.resolve(name));

        assertThat(arrays.get("f4").shape()).containsExactly(2, 3);
        assertThat(arrays.get("f4").floats()).containsExactly(-2.5f, -1.5f, -0.5f, 0.5f, 1.5f, 2.5f);
        assertThat(arrays.get("f4_big").floats())
                .containsExactly(arrays.get("f4").floats());
        assertThat(arrays.get("f2").floats())
                .containsExactly(
                        0f,
                        -0f,
                        1f,
                        -2.5f,
                        0x1p-24f,
                        65504f,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        Float.NaN);
        assertThat(arrays.get("f2_big").floats()).containsExactly(1.5f, -3f);
        assertThat(arrays.get("scalar").shape()).isEmpty();
        assertThat(arrays.get("scalar").doubles()).containsExactly(0.1);
        assertThat(arrays.get("empty").shape()).containsExactly(0, 3);
        assertThat(arrays).containsKey("scope/name").doesNotContainKey("text");
    }

    @Test
    void readsFortranOrder() throws IOException {
        double[] expected = new double[24];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = i / 8.0;
        }

        NpyArray array = reader.arrays(FILES.resolve("numpy.npz")).get("f8_fortran");

        assertThat(array.shape()).containsExactly(2, 3, 4);
        assertThat(array.doubles()).containsExactly(expected);
        assertThat(reader.arrays(FILES.resolve("fortran.npy")).get("fortran").doubles())
                .containsExactly(0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "b, bool, '1, 0, 1'",
        "i1, int8, '-128, 127'",
        "u1, uint8, '0, 255'",
        "i2_big, int16, '-2, 300'",
        "u2, uint16, 65535",
        "i4, int32, '-5, 7'",
        "u4, uint32, 4294967295",
        "i8, int64, '4611686018427387905, -1'",
        "u8, uint64, '18446744073709551615, 9223372036854776833'",
    })
    void readsIntegers(String name, String type, String values) throws IOException {
        NpyArray array = reader.arrays(FILES.resolve("numpy.npz")).get(name);

        double[] expected = List.of(values.split(", ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(array.type()).isEqualTo(type);
        assertThat(array.doubles()).containsExactly(expected);
        assertThat(array.tensor().values()[0]).isEqualTo((float) expected[0]);
    }

    @Test
    void readsOtherVersions() throws IOException {
        assertThat(reader.arrays(FILES.resolve("version2.npy")).get("version2").floats())
                .containsExactly(1, 2);
        assertThat(reader.arrays(FILES.resolve("version3.npy")).get("version3").doubles())
                .containsExactly(1, 2);
    }

    @Test
    void writesWhatItReads() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        float[] many = new float[70_000];
        many[69_999] = 3;
        arrays.put("x", NpyArray.of(many, 2, 35_000));
        arrays.put("scope/y", NpyArray.of(new double[] {0.1, -1e300}, 2));
        arrays.put("n", NpyArray.of(new long[] {Long.MIN_VALUE}));
        arrays.put("none", NpyArray.of(new float[0], 0, 3));
        Path file = folder.resolve("out.npz");

        NpzWriter.write(file, arrays);

        Map<String, NpyArray> read = reader.arrays(file);
        assertThat(read.keySet()).containsExactly("x", "scope/y", "n", "none");
        arrays.forEach((name, array) -> {
            assertThat(read.get(name)).hasToString(array.toString());
            assertThat(read.get(name).doubles()).containsExactly(array.doubles());
        });
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void writesEqualFilesForEqualArrays() throws IOException {
        Map<String, NpyArray> arrays = Map.of("x", NpyArray.of(new float[] {1, 2}, 2));
        NpzWriter.write(folder.resolve("a.npz"), arrays);
        NpzWriter.write(folder.resolve("b.npz"), arrays);

        assertThat(folder.resolve("a.npz")).hasSameBinaryContentAs(folder.resolve("b.npz"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2)} => takes 16",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} => takes 4",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)} => the dimension '-2'",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536, 65536, 65536)} => too large",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)} => damaged header",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2.5,)} => damaged header",
                "{'descr': '<f4', 'fortran_order': False, 'shape': 2} => not a tuple",
                "{'descr': '<f4', 'fortran_order': 1, 'shape': (2,)} => fortran_order",
                "{'descr': '<c8', 'fortran_order': False, 'shape': (1,)} => holds '<c8'",
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,)} => pickle",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,)} => structures",
                "{'descr': '<f4', 'shape': (2,)} => descr, fortran_order and shape",
                "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)} => twice",
                "((((((((((((((((((((((((( => nested",
                "__import__('os').system('true') => damaged header",
            })
    void refusesDamagedHeaders(String header, String problem) throws IOException {
        Path file = folder.resolve("x.npy");
        Files.write(file, npy(header, new byte[8]));

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("x.npy")
                .hasMessageContaining(problem);
    }

    @Test
    void refusesObjects() {
        assertThatThrownBy(() -> reader.read(FILES.resolve("object.npy")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("never run");
    }

    @Test
    void refusesOtherFiles() throws IOException {
        Path file = folder.resolve("x.npz");
        Files.writeString(file, "hello");
        assertThatThrownBy(() -> reader.read(file)).isInstanceOf(FormatException.class);
        Files.writeString(file, "PK");
        assertThatThrownBy(() -> reader.read(file)).isInstanceOf(FormatException.class);
    }

    static byte[] npy(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[10 + text.length + data.length];
        System.arraycopy(NpyFormat.MAGIC, 0, all, 0, 6);
        all[6] = 1;
        all[8] = (byte) text.length;
        all[9] = (byte) (text.length >> 8);
        System.arraycopy(text, 0, all, 10, text.length);
        System.arraycopy(data, 0, all, 10 + text.length, data.length);
        return all;
    }
}
