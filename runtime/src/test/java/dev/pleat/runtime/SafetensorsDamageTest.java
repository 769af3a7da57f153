package dev.pleat.runtime;

import static dev.pleat.runtime.SafetensorsBytes.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut off, damaged or made to harm: each is refused, with the reason, at no cost. */
final class SafetensorsDamageTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> damages() {
        byte[] two = new byte[8];
        return Stream.of(
                arguments("it ends after 0 bytes", new byte[0]),
                arguments("it ends after 7 bytes", new byte[7]),
                arguments("its header claims 100000001 bytes, of at most 100000000", claiming(100_000_001)),
                arguments("its header claims 18446744073709551615 bytes, of at most 100000000", claiming(-1)),
                arguments("its header claims 9 bytes, but only 2 follow", claiming(9)),
                arguments("it looks like an HDF5 file (.h5)", bytes("\u0089HDF\r\n\u001a\n")),
                arguments("it looks like a zip file (.keras, .npz, .pt)", bytes("PK\u0003\u0004\u0014\0\0\0\b")),
                arguments("its header does not begin with an opening brace", file("")),
                arguments("its header does not begin with an opening brace", file(" {}")),
                arguments("its header does not begin with an opening brace", file("[]")),
                arguments("its header is not valid JSON: expected '\"' but found the end at character 1", file("{")),
                arguments("its header is not valid UTF-8", SafetensorsBytes.claiming(2, new byte[] {'{', (byte) 0xff})),
                arguments("its __metadata__ is not an object of strings", file("{\"__metadata__\":{\"a\":1}}")),
                arguments("its __metadata__ is not an object of strings", file("{\"__metadata__\":[]}")),
                arguments("the key 'a' is repeated", file("{" + a("[0]", 0, 0) + "," + a("[0]", 0, 0) + "}")),
                arguments("tensor 'a' is not described by dtype, shape and data_offsets", file("{\"a\":3}")),
                arguments("tensor 'a\\u000a' is not described", file("{\"a\\n\":{\"dtype\":\"F32\"}}")),
                arguments("tensor 'a' is not described", file("{" + a("[2],\"more\":0", 0, 8) + "}", two)),
                arguments("tensor 'a' has a dtype that is not a string", file(withType("32"))),
                arguments("tensor 'a' has a shape that is not an array", file("{" + a("2", 0, 8) + "}", two)),
                arguments("tensor 'a' has the number -2 in its shape", file("{" + a("[-2]", 0, 8) + "}", two)),
                arguments("tensor 'a' has the number 2.0 in its shape", file("{" + a("[2.0]", 0, 8) + "}", two)),
                arguments("tensor 'a' has the number null in its shape", file("{" + a("[null]", 0, 8) + "}", two)),
                arguments(
                        "tensor 'a' has the number 9.223372036854776E18",
                        file("{" + a("[9223372036854775808]", 0, 8) + "}")),
                arguments(
                        "tensor 'a' has a shape that is too large: [4294967296, 4294967296]",
                        file("{" + a("[4294967296,4294967296]", 0, 0) + "}")),
                arguments(
                        "tensor 'a' has a shape that is too large", file("{" + a("[4611686018427387904]", 0, 0) + "}")),
                arguments(
                        "tensor 'a' has data_offsets [8, 0], not a begin and an end",
                        file("{" + a("[2]", 8, 0) + "}", two)),
                arguments("tensor 'a' has the number -8 in its data_offsets", file("{" + a("[2]", -8, 0) + "}", two)),
                arguments("tensor 'a' has 8 bytes, but F32 [3] takes 12", file("{" + a("[3]", 0, 8) + "}", two)),
                arguments(
                        "tensor 'a' has 1 bytes, but F4 [3] takes 1 and a fraction",
                        file("{" + entry("a", "F4", "[3]", 0, 1) + "}", new byte[1])),
                arguments(
                        "tensor 'a' begins at byte 4 of the data, but the tensors before it end at 0: a gap",
                        file("{" + a("[1]", 4, 8) + "}", two)),
                arguments(
                        "tensor 'b' begins at byte 4 of the data, but the tensors before it end at 8: they overlap",
                        file("{" + a("[2]", 0, 8) + "," + entry("b", "F32", "[1]", 4, 8) + "}", two)),
                arguments(
                        "it ends after 7 of the 8 bytes of tensor 'a'", file("{" + a("[2]", 0, 8) + "}", new byte[7])),
                arguments(
                        "it ends after 0 of the 8000000000 bytes of tensor 'a'",
                        file("{" + a("[2000000000]", 0, 8_000_000_000L) + "}")));
    }

    private static byte[] file(String header, byte... data) {
        return SafetensorsBytes.of(header, data);
    }

    private static byte[] claiming(long length) {
        return SafetensorsBytes.claiming(length, bytes("{}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String a(String shape, long begin, long end) {
        return entry("a", "F32", shape, begin, end);
    }

    private static String withType(String type) {
        return "{\"a\":{\"dtype\":" + type + ",\"shape\":[2],\"data_offsets\":[0,8]}}";
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isRefusedWithTheReason(String reason, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("w.safetensors"), bytes);
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageStartingWith(file + " is not a valid safetensors file\n  ")
                .withMessageContaining(reason)
                .withMessageContaining("\n  fix: ");
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isRefusedInAStreamToo(String reason, byte[] bytes) {
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Safetensors.read(new ByteArrayInputStream(bytes)))
                .withMessageStartingWith("the stream is not a valid safetensors file\n  ")
                .withMessageContaining(reason);
    }

    @Test
    void trailingBytesAreRefused() throws IOException {
        byte[] bytes = file("{" + a("[1]", 0, 4) + "}", new byte[7]);
        Path file = Files.write(folder.resolve("w.safetensors"), bytes);
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageContaining("it holds 3 bytes after its last tensor");
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Safetensors.read(new ByteArrayInputStream(bytes)))
                .withMessageContaining("it goes on after its last tensor");
    }

    @Test
    void lyingLengthsCostNoMemory() {
        // Each of these claims much and holds little; allocating what they claim would take over 100 GB in all.
        byte[] header = claiming(SafetensorsReader.MAX_HEADER);
        byte[] tensor = file("{" + a("[500000000]", 0, 2_000_000_000L) + "}", new byte[100]);
        long before = allocated();
        for (int i = 0; i < 50; i++) {
            for (byte[] bytes : List.of(header, tensor)) {
                assertThatExceptionOfType(WeightsException.class)
                        .isThrownBy(() -> Safetensors.read(new ByteArrayInputStream(bytes)));
            }
            assertThatExceptionOfType(WeightsException.class)
                    .isThrownBy(() -> weights(new ByteArrayInputStream(tensor)));
        }
        assertThat(allocated() - before).isLessThan(200_000_000);
    }

    private static void weights(InputStream in) throws IOException {
        Weights.read("Net", List.of(TensorSpec.of("a", 2)), in, Map.of());
    }

    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mutationsAreReadOrRefused(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] sound = SafetensorsBytes.ofVectors(new float[] {1, 2, 3}, new float[] {4}, new float[] {5, 6});
        Path file = folder.resolve("w.safetensors");
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] mutant = mutant(sound, random);
            Files.write(file, mutant);
            String about = "seed %d, round %d".formatted(seed, i);
            boolean fromFile = reads(about, () -> Safetensors.read(file));
            boolean fromStream = reads(about, () -> Safetensors.read(new ByteArrayInputStream(mutant)));
            assertThat(fromStream).as(about).isEqualTo(fromFile);
            reads(about, () -> weights(new ByteArrayInputStream(mutant)));
            refused += fromFile ? 0 : 1;
        }
        assertThat(refused).isBetween(1_000, 1_999);
    }

    private static boolean reads(String about, Reading reading) {
        return Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                    try {
                        reading.run();
                        return true;
                    } catch (WeightsException | IOException e) {
                        assertThat(e.getMessage()).as(about).isNotBlank();
                        return false;
                    } catch (RuntimeException | Error e) {
                        throw new AssertionError(about, e);
                    }
                },
                about);
    }

    private interface Reading {
        void run() throws IOException;
    }

    private static byte[] mutant(byte[] sound, Random random) {
        byte[] mutant = sound.clone();
        int headerEnd =
                8 + (int) ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            // Most of the file that matters is the header: aim there.
            int at = random.nextInt(random.nextInt(4) == 0 ? mutant.length : Math.min(mutant.length, headerEnd));
            switch (random.nextInt(6)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) "0123456789{}[]\",:-e.".charAt(random.nextInt(20));
                case 2 -> mutant = Arrays.copyOf(mutant, Math.max(1, random.nextInt(mutant.length + 1)));
                case 3 -> mutant = Arrays.copyOf(mutant, mutant.length + random.nextInt(16));
                case 4 -> mutant[random.nextInt(Math.min(8, mutant.length))] = (byte) random.nextInt(256);
                default -> mutant[at] = (byte) random.nextInt(256);
            }
        }
        return mutant;
    }
}
