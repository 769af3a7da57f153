package dev.pleat.formats.keras;

import static dev.pleat.formats.keras.Configs.input;
import static dev.pleat.formats.keras.Configs.layer;
import static dev.pleat.formats.keras.Configs.model;
import static dev.pleat.formats.keras.Configs.nested;
import static dev.pleat.formats.keras.Configs.ref;
import static dev.pleat.formats.keras.KerasFile.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and malicious files are errors, in bounded time and memory. */
final class HostileFilesTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private static KerasFile small() {
        return new KerasFile(
                        "3.1.0",
                        model(
                                "m",
                                List.of("x"),
                                List.of("n"),
                                List.of(
                                        input("x", 3),
                                        layer("Dense", "d", List.of("x"), "units", 2),
                                        layer("BatchNormalization", "n", List.of("d")))))
                .weight("d", "d/kernel", new float[6], 3, 2)
                .weight("d", "d/bias", new float[2], 2)
                .weight("n", "n/gamma", new float[2], 2)
                .weight("n", "n/beta", new float[2], 2)
                .weight("n", "n/moving_mean", new float[2], 2)
                .weight("n", "n/moving_variance", new float[2], 2);
    }

    private static Map<String, String> paths() {
        return Map.of("d", "layers/dense", "n", "layers/batch_normalization");
    }

    /** Reads a file with all readers; an error is fine, anything else than an error is not. */
    private static boolean survives(Path file) {
        boolean readable = false;
        for (Reading reading : List.<Reading>of(
                () -> new KerasH5Reader().read(file, ReadOptions.DEFAULT),
                () -> new KerasZipReader().read(file, ReadOptions.DEFAULT),
                () -> new KerasWeightsReader().read(file))) {
            try {
                reading.read();
                readable = true;
            } catch (IOException e) {
                assertThat(e.getMessage()).contains(file.toString());
            }
        }
        return readable;
    }

    /** Something that reads. */
    private interface Reading {
        Object read() throws IOException;
    }

    @Test
    void truncatedFiles() throws IOException {
        Path h5 = small().h5(folder.resolve("a.h5"));
        Path zip = small().zip(folder.resolve("a.keras"), paths(), false);
        for (Path whole : List.of(h5, zip)) {
            assertThat(survives(whole)).isTrue();
            byte[] bytes = Files.readAllBytes(whole);
            for (int cut :
                    new int[] {0, 1, 7, 8, 50, 96, 500, bytes.length / 3, bytes.length / 2, bytes.length - 600}) {
                Path file = Files.write(folder.resolve("cut" + cut), Arrays.copyOf(bytes, cut));
                assertTimeoutPreemptively(LONGEST, () -> survives(file), "cut at " + cut);
            }
        }
    }

    @Test
    void flippedBits() throws IOException {
        int count = Integer.getInteger("pleat.fuzz.files", 1500);
        long seed = Long.getLong("pleat.fuzz.seed", 0);
        List<Path> files = List.of(
                small().h5(folder.resolve("a.h5")),
                small().zip(folder.resolve("a.keras"), paths(), false),
                Files.write(folder.resolve("b.weights.h5"), small().numbered(paths(), Map.of())));
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed + i);
            byte[] bytes = Files.readAllBytes(files.get(i % files.size()));
            int flips = 1 + random.nextInt(4);
            for (int flip = 0; flip < flips; flip++) {
                damage(bytes, random);
            }
            Path file = Files.write(folder.resolve("flipped"), bytes);
            assertTimeoutPreemptively(LONGEST, () -> survives(file), "seed " + (seed + i));
        }
    }

    // Most of the file is the unused part of tables; damage where something is.
    private static void damage(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        for (int tries = 0; bytes[at] == 0 && tries < 40; tries++) {
            at = random.nextInt(bytes.length);
        }
        at = Math.max(0, Math.min(bytes.length - 9, at - random.nextInt(9)));
        switch (random.nextInt(3)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            default -> Arrays.fill(bytes, at, at + 1 + random.nextInt(8), (byte) (random.nextBoolean() ? 0xff : 0x7f));
        }
    }

    @Test
    void hugeArrays() throws IOException {
        byte[] bytes = Files.readAllBytes(small().h5(folder.resolve("a.h5")));
        byte[] dimensions = {3, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0};
        int at = indexOf(bytes, dimensions);
        bytes[at + 3] = 0x10;
        Path file = Files.write(folder.resolve("huge.h5"), bytes);
        assertThatThrownBy(() -> new KerasH5Reader().read(file, ReadOptions.DEFAULT))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("d/kernel claims 2147483672 bytes, in a file of");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }

    @Test
    void zipBombs() throws IOException {
        for (String bomb : List.of("config.json", "model.weights.h5")) {
            Path file = folder.resolve("bomb.keras");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry(bomb.equals("config.json") ? "model.weights.h5" : "config.json"));
                zip.write("{}".getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry(bomb));
                writeZeros(zip);
            }
            assertThatThrownBy(() -> new KerasZipReader().read(file, ReadOptions.DEFAULT))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(bomb + " in it is larger than");
        }
    }

    private static void writeZeros(OutputStream out) throws IOException {
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < 200; i++) {
            out.write(zeros);
        }
    }

    @Test
    void deepNesting() throws IOException {
        Path file = folder.resolve("deep.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
            zip.write(small().numbered(paths(), Map.of()));
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write("{\"a\":".repeat(500_000).getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> new KerasZipReader().read(file, ReadOptions.DEFAULT))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("config.json is not a JSON object");
    }

    @Test
    void modelsThatGrowWithoutBound() {
        Map<String, Object> inner = model(
                "m0",
                List.of("x"),
                List.of("y"),
                List.of(input("x", 1), layer("Activation", "y", List.of("x"), "activation", "relu")));
        for (int depth = 1; depth < 30; depth++) {
            List<Object> nodes = List.of(List.of(ref("x")), List.of(ref("inner:1")));
            inner = model(
                    "m" + depth,
                    List.of("x"),
                    List.of("inner:2"),
                    List.of(input("x", 1), nested(inner, "inner", nodes)));
        }
        Path file = new KerasFile("2.3.1", inner).h5(folder.resolve("grows.h5"));
        assertTimeoutPreemptively(
                LONGEST,
                () -> assertThatThrownBy(() -> new KerasH5Reader().read(file, ReadOptions.DEFAULT))
                        .isInstanceOf(FormatException.class)
                        .hasMessageContaining("it has more than 10000 layers"));
    }

    @Test
    void filesOfOtherKinds() throws IOException {
        Path text = Files.writeString(folder.resolve("text.h5"), "no HDF5 file at all, but a text of some length");
        assertThat(survives(text)).isFalse();
        Path empty = Files.write(folder.resolve("empty.h5"), H5Writer.bytes(new H5Writer.Group()));
        assertThatThrownBy(() -> new KerasH5Reader().read(empty, ReadOptions.DEFAULT))
                .hasMessageContaining("has no attribute 'model_config', so it holds no whole model of Keras");
        assertThatThrownBy(() -> new KerasWeightsReader().read(empty)).hasMessageContaining("Keras did not write it");
        Path subclassed = new KerasFile("2.3.1", json("class_name", "MyModel", "config", new HashMap<>()))
                .h5(folder.resolve("own.h5"));
        assertThatThrownBy(() -> new KerasH5Reader().read(subclassed, ReadOptions.DEFAULT))
                .hasMessageContaining("the class of its model, 'MyModel', is neither Sequential nor a graph of layers");
    }
}
