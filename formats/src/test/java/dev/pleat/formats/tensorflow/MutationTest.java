package dev.pleat.formats.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with random damage: each is read or refused, in little time; {@code -Dpleat.mutations=1000} tries more. */
final class MutationTest {
    private static final Path RESOURCES = Path.of("src/test/resources/tensorflow");
    private static final int MUTATIONS = Integer.getInteger("pleat.mutations", 6);
    private static final long MOST_MILLIS = 10_000;

    @TempDir
    Path folder;

    @Test
    void readsOrRefusesDamagedGraphs() throws IOException {
        Random random = new Random(1);
        try (ZipFile zip = new ZipFile(RESOURCES.resolve("graphs.zip").toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                byte[] good = zip.getInputStream(entry).readAllBytes();
                for (int i = 0; i < MUTATIONS; i++) {
                    Path file = Files.write(folder.resolve("graph.pb"), damaged(good, random));
                    check(entry.getName() + " " + i, file, () -> new GraphReader().read(file, ReadOptions.DEFAULT));
                }
            }
        }
    }

    @Test
    void readsOrRefusesDamagedCheckpoints() throws IOException {
        Random random = new Random(2);
        for (String name : List.of("typed", "many")) {
            List<String> files = List.of(name + ".index", name + ".data-00000-of-00001");
            for (int i = 0; i < 20 * MUTATIONS; i++) {
                for (String file : files) {
                    Files.write(folder.resolve(file), Files.readAllBytes(RESOURCES.resolve(file)));
                }
                String which = files.get(random.nextInt(2));
                Files.write(folder.resolve(which), damaged(Files.readAllBytes(folder.resolve(which)), random));
                Path prefix = folder.resolve(name);
                check(which + " " + i, prefix, () -> new CheckpointReader().read(prefix));
            }
        }
    }

    /** Reads a file. */
    private interface Reading {
        Object read() throws IOException;
    }

    private static void check(String what, Path file, Reading reading) throws IOException {
        long start = System.nanoTime();
        try {
            assertThat(reading.read()).isNotNull();
        } catch (FormatException expected) {
            assertThat(expected).hasMessageContaining(file.getFileName().toString());
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what + " of seed fails with " + e, e);
        }
        assertThat((System.nanoTime() - start) / 1_000_000).as(what).isLessThan(MOST_MILLIS);
    }

    private static byte[] damaged(byte[] good, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : good) {
            bytes.add(b);
        }
        for (int changes = 1 + random.nextInt(3); changes > 0 && !bytes.isEmpty(); changes--) {
            int at = random.nextInt(bytes.size());
            int length = Math.min(1 + random.nextInt(12), bytes.size() - at);
            switch (random.nextInt(5)) {
                case 0 -> bytes.set(at, (byte) (bytes.get(at) ^ 1 << random.nextInt(8)));
                case 1 -> bytes.set(at, (byte) random.nextInt());
                case 2 -> bytes.subList(at, at + length).clear();
                case 3 -> bytes.addAll(at, List.copyOf(bytes.subList(at, at + length)));
                default -> bytes.subList(at, at + length).replaceAll(b -> (byte) 0xff);
            }
        }
        byte[] damaged = new byte[bytes.size()];
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] = bytes.get(i);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length + 1)) : damaged;
    }
}
