package dev.pleat.formats.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.pleat.formats.FormatException;
import dev.pleat.formats.WeightsReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on readers that damage by chance would seldom find. */
@Timeout(20)
final class HostileFilesTest {
    private static final long MOST_MEMORY = 64L << 20;
    private static final String STORAGE = "(X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0" + "0X\3\0\0\0cpuJ%stQ";
    private static final String TENSOR = "ctorch._utils\n_rebuild_tensor_v2\n(" + STORAGE + "%s(%st(%st\u0089NtR";

    @TempDir
    Path folder;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    @Test
    void refusesAnArchiveThatUnpacksToGigabytes() throws IOException {
        // A gigabyte of zeros in a megabyte.
        byte[] header = "{'descr': '<f4', 'fortran_order': False, 'shape': (16384, 16384), }"
                .getBytes(StandardCharsets.US_ASCII);
        Path file = folder.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(NpzReaderTest.npy(new String(header, StandardCharsets.US_ASCII), new byte[0]));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                zip.write(zeros);
            }
        }

        refused(new NpzReader(), file, "bomb.npz", "without compression");
    }

    @Test
    void refusesAPickleThatUnpacksToGigabytes() throws IOException {
        byte[] pickle = new byte[64 << 20];
        java.util.Arrays.fill(pickle, (byte) '}');
        entries.put("a/data.pkl", pickle);

        refused(new TorchReader(), archive("bomb.pt"), "bomb.pt", "without compression");
    }

    @Test
    void refusesATensorThatRepeatsOneNumberWithoutEnd() throws IOException {
        pickle("}X\1\0\0\0a" + tensor(1, "K\0", number(40000) + number(40000), "K\0K\0") + "s.");
        entries.put("a/data/0", new byte[4]);

        refused(new TorchReader(), archive("wide.pt"), "wide.pt", "'a'");
    }

    @Test
    void refusesManyTensorsThatShareOneNumber() throws IOException {
        StringBuilder all = new StringBuilder("}");
        for (char name = 'a'; name <= 'z'; name++) {
            all.append("X\1\0\0\0")
                    .append(name)
                    .append(tensor(1, "K\0", number(2_000_000), "K\0"))
                    .append("s");
        }
        pickle(all + ".");
        entries.put("a/data/0", new byte[4]);

        refused(new TorchReader(), archive("many.pt"), "many.pt", "more than");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 2, 1", // a negative storage
        "4, -1, 2, 1",
        "4, 0, -2, 1",
        "4, 0, 2, -1",
        "4, 3, 2, 1", // beyond the end
        "4, 0, 3, 2",
        "2147483647, 0, 2, 1", // more than the entry holds
        "3, 0, 2, 1", // less than it holds
    })
    void refusesTensorsBeyondTheirStorage(int storage, int offset, int size, int stride) throws IOException {
        pickle("}X\1\0\0\0a" + tensor(storage, number(offset), number(size), number(stride)) + "s.");
        entries.put("a/data/0", new byte[16]);

        refused(new TorchReader(), archive("beyond.pt"), "beyond.pt", "");
    }

    @Test
    void readsTheTensorThatTheOthersDamage() throws IOException {
        pickle("}X\1\0\0\0a" + tensor(4, number(1), number(2), number(2)) + "s.");
        entries.put("a/data/0", ByteBuffer.allocate(16).putInt(8, 0x0000803f).array());
        entries.put("a/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
        assertThat(new TorchReader().read(archive("good.pt")).get("a").values()).containsExactly(0, 0);

        entries.put(
                "a/data/0",
                ByteBuffer.allocate(16).putFloat(4, 1.5f).putFloat(12, -2).array());
        entries.put("a/byteorder", "big".getBytes(StandardCharsets.US_ASCII));
        assertThat(new TorchReader().read(archive("good.pt")).get("a").values()).containsExactly(1.5f, -2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cos\nsystem\n(S'touch executed.txt'\ntR.",
                "cposix\nsystem\n(S'touch executed.txt'\ntR.",
                "cbuiltins\neval\n(S'1'\ntR.",
                "c__builtin__\nexec\n(S'1'\ntR.",
                "cbuiltins\ngetattr\n(cos\nsystem\nS'x'\ntR.",
                "(S'touch executed.txt'\nios\nsystem\n.",
                "(cos\nsystem\nS'touch executed.txt'\no.",
                "\u0080\4\u008c\2os\u008c\6system\u0093\u008c\1x\u0085R.",
                "\u0080\2cos\nsystem\nX\1\0\0\0x\u0085\u0081.",
                "ctorch._tensor\n_rebuild_from_type_v2\n(cos\nsystem\ncbuiltins\nstr\n(S'x'\ntNtR.",
                "ctorch.hub\nload\n(S'x'\ntR.",
                "ctorch.serialization\nload\n(S'x'\ntR.",
                "ccollections\nOrderedDict\n(cos\nsystem\ntR.",
                "S'x'\nS'y'\nR.",
                "\u0082\1.",
            })
    void neverRunsCode(String code) throws IOException {
        pickle(code);
        refused(new TorchReader(), archive("code.pt"), "code.pt", "");
        // And deep in a state_dict, behind a tensor.
        pickle("}X\1\0\0\0a" + tensor(4, "K\0", number(2), "K\1") + "sX\1\0\0\0b" + code.substring(0, code.length() - 1)
                + "s.");
        entries.put("a/data/0", new byte[16]);
        refused(new TorchReader(), archive("code.pt"), "code.pt", "");
        assertThat(Path.of("executed.txt")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "]", "}", "]2a", "}2", "]q\0h\0\u0085", "N\u0085", "(l", "\u0095\0\0\0\0\0\0\0\0"})
    void survivesDeepPickles(String level) throws IOException {
        pickle(level.repeat(100_000 / level.length()) + ".");

        refused(new TorchReader(), archive("deep.pt"), "deep.pt", "");
    }

    @Test
    void survivesDictionariesThatHoldThemselves() throws IOException {
        String self = "}q\1(";
        for (String key : new String[] {"state_dict", "model", "net", "module", "params", "weights"}) {
            self += "X" + (char) key.length() + "\0\0\0" + key + "h\1";
        }
        pickle(self + "u.");

        refused(new TorchReader(), archive("self.pt"), "self.pt", "no tensors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X\u00ff\u00ff\u00ff\u007fabc.",
                "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f.",
                "\u008e\0\0\0\0\1\0\0\0.",
                "\u008b\u00ff\u00ff\u00ff\u007f1.",
                "B\u00ff\u00ff\u00ff\u00ff.",
                "r\u00ff\u00ff\u00ff\u00ff.",
                "j\u00ff\u00ff\u00ff\u00ff.",
                "I99999999999999999999999x\n.",
                "L999L\nL\n.",
                "t.",
                "R.",
                "",
            })
    void refusesLengthsThatLie(String code) throws IOException {
        pickle(code);

        refused(new TorchReader(), archive("length.pt"), "length.pt", "");
    }

    @Test
    void refusesTwoEntriesOfOneName() throws IOException {
        entries.put("x.npy", Files.readAllBytes(NpzReaderTest.FILES.resolve("version2.npy")));
        entries.put("y.npy", Files.readAllBytes(NpzReaderTest.FILES.resolve("version3.npy")));
        Path file = archive("twice.npz");
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Files.write(file, bytes.replace("y.npy", "x.npy").getBytes(StandardCharsets.ISO_8859_1));

        refused(new NpzReader(), file, "twice.npz", "two entries 'x.npy'");
    }

    private void pickle(String code) {
        entries.put("a/data.pkl", code.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String number(int value) {
        return "J" + little(value);
    }

    private static String little(int value) {
        byte[] bytes =
                ByteBuffer.allocate(4).putInt(Integer.reverseBytes(value)).array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String tensor(int storage, String offset, String shape, String strides) {
        return TENSOR.formatted(little(storage), offset, shape, strides);
    }

    private Path archive(String name) throws IOException {
        Path file = folder.resolve(name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return Files.write(file, bytes.toByteArray());
    }

    private static void refused(WeightsReader reader, Path file, String name, String problem) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(problem);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_MEMORY + 50 * Files.size(file));
    }
}
