package dev.pleat.runtime;

import static dev.pleat.runtime.SafetensorsBytes.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pleat.runtime.Safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsTest {
    @TempDir
    private Path folder;

    private static Map<String, Tensor> read(byte[] bytes) throws IOException {
        return Safetensors.read(new ByteArrayInputStream(bytes));
    }

    private static float[] readOne(String type, int count, ByteBuffer data) throws IOException {
        byte[] file =
                SafetensorsBytes.of("{" + entry("x", type, "[" + count + "]", 0, data.capacity()) + "}", data.array());
        return read(file).get("x").values();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void readsEveryBitOfFloats() throws IOException {
        float[] values = {0, -0f, 1, -1.5f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY};
        ByteBuffer data = littleEndian(4 * values.length);
        data.asFloatBuffer().put(values);
        assertThat(readOne("F32", values.length, data)).containsExactly(values);
    }

    @Test
    void widensHalves() throws IOException {
        int[] halves = {
            0x0000, 0x8000, 0x3c00, 0xc000, 0x3555, 0x7bff, 0x0400, 0x03ff, 0x0001, 0x8001, 0x7c00, 0xfc00, 0x7e00
        };
        float[] values = {
            0,
            -0f,
            1,
            -2,
            0.333251953125f,
            65504,
            0x1p-14f,
            1023 * 0x1p-24f,
            0x1p-24f,
            -0x1p-24f,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN
        };
        ByteBuffer data = littleEndian(2 * halves.length);
        for (int half : halves) {
            data.putShort((short) half);
        }
        assertThat(readOne("F16", halves.length, data)).containsExactly(values);
    }

    @Test
    void widensEveryHalfAsItsFormula() {
        for (int bits = 0; bits < 0x10000; bits++) {
            int exponent = bits >> 10 & 31;
            int fraction = bits & 1023;
            double magnitude = exponent == 0 ? fraction * 0x1p-24 : (1024 + fraction) * Math.pow(2, exponent - 25);
            if (exponent == 31) {
                magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            }
            double value = bits < 0x8000 ? magnitude : -magnitude;
            assertThat(Float32.ofHalf((short) bits)).as("%x", bits).isEqualTo(Float.valueOf((float) value));
        }
    }

    @Test
    void widensBfloat16() throws IOException {
        ByteBuffer data = littleEndian(10);
        for (int bits : new int[] {0x3f80, 0xc049, 0x0001, 0x7f7f, 0xff80}) {
            data.putShort((short) bits);
        }
        assertThat(readOne("BF16", 5, data))
                .containsExactly(1, -3.140625f, 0x1p-133f, 0x1.fep127f, Float.NEGATIVE_INFINITY);
    }

    @Test
    void roundsDoublesOnce() throws IOException {
        double[] doubles = {0.1, 1 + 0x1.000001p-24, 1e300, -1e-300, Math.PI};
        ByteBuffer data = littleEndian(40);
        data.asDoubleBuffer().put(doubles);
        assertThat(readOne("F64", 5, data))
                .containsExactly(0.1f, Math.nextUp(1f), Float.POSITIVE_INFINITY, -0f, (float) Math.PI);
    }

    @Test
    void readsTensorsLargerThanItsBufferFromFilesAndSlowStreams() throws IOException {
        Random random = new Random(1);
        float[] large = new float[300_001];
        for (int i = 0; i < large.length; i++) {
            large[i] = random.nextFloat();
        }
        byte[] bytes = SafetensorsBytes.ofVectors(new float[] {1, 2}, large, new float[0], new float[] {3});
        Path file = Files.write(folder.resolve("w.safetensors"), bytes);
        for (Map<String, Tensor> tensors :
                List.of(Safetensors.read(file), read(bytes), Safetensors.read(SafetensorsBytes.trickle(bytes)))) {
            assertThat(tensors.keySet()).containsExactly("a", "b", "c", "d");
            assertThat(tensors.get("a").values()).containsExactly(1, 2);
            assertThat(tensors.get("b").values()).isEqualTo(large);
            assertThat(tensors.get("c").values()).isEmpty();
            assertThat(tensors.get("d").values()).containsExactly(3);
        }
    }

    @Test
    void acceptsMetadataPaddingScalarsAndAnyOrderOfEntries() throws IOException {
        String header = "{\"__metadata__\":{\"format\":\"keras\"}," + entry("late", "F32", "[1,1]", 4, 8) + ","
                + entry("early", "F32", "[]", 0, 4) + "}     ";
        Map<String, Tensor> tensors =
                read(SafetensorsBytes.of(header, new byte[] {0, 0, 0x40, 0x40, 0, 0, (byte) 0x80, 0x3f}));
        assertThat(tensors.keySet()).containsExactly("early", "late");
        assertThat(tensors.get("early").shape()).isEmpty();
        assertThat(tensors.get("early").values()).containsExactly(3);
        assertThat(tensors.get("late").shape()).containsExactly(1, 1);
        assertThat(tensors.get("late").values()).containsExactly(1);
        assertThat(read(SafetensorsBytes.of("{}"))).isEmpty();
    }

    @Test
    void doesNotCloseTheStream() throws IOException {
        boolean[] closed = new boolean[1];
        Safetensors.read(new ByteArrayInputStream(SafetensorsBytes.of("{}")) {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        assertThat(closed[0]).isFalse();
    }

    @Test
    void listsTensorsThatItCannotRead() {
        byte[] file = SafetensorsBytes.of(
                "{" + entry("n", "I64", "[1]", 0, 8) + "," + entry("m", "F1", "[99]", 8, 9) + ","
                        + entry("e", "F32", "[0,4294967296]", 9, 9) + ","
                        + entry("l", "F32", "[50000,50000]", 9, 10_000_000_009L) + "}",
                new byte[9]);
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> read(file))
                .withMessage("""
                    the stream cannot be read
                      unsupported: 'n' is of type 'I64'; F32, F16, BF16 and F64 can be read
                      unsupported: 'm' is of type 'F1'; F32, F16, BF16 and F64 can be read
                      unsupported: 'e' [0, 4294967296] is too large for an array
                      unsupported: 'l' [50000, 50000] is too large for an array\
                    """);
    }

    @Test
    void writesWhatItReads() throws IOException {
        Path file = folder.resolve("w.safetensors");
        float[] large = new float[20_000];
        large[19_999] = -7;
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("z", Tensor.of(new float[] {1, -0f, Float.MIN_VALUE, Float.NaN}, 2, 2));
        tensors.put("a/\"quoted\\\n😀", Tensor.of(large, 20_000));
        tensors.put("scalar", Tensor.of(new float[] {5}));
        tensors.put("empty", Tensor.of(new float[0], 3, 0));
        Safetensors.write(file, tensors);
        Map<String, Tensor> read = Safetensors.read(file);
        assertThat(read.keySet()).containsExactly("a/\"quoted\\\n😀", "empty", "scalar", "z");
        tensors.forEach((name, tensor) -> {
            assertThat(read.get(name).shape()).isEqualTo(tensor.shape());
            assertThat(read.get(name).values()).isEqualTo(tensor.values());
        });
    }

    @Test
    void writesTheBytesOfTheFormat() throws IOException {
        Path file = folder.resolve("w.safetensors");
        Safetensors.write(file, Map.of("b", Tensor.of(new float[] {1}, 1), "a", Tensor.of(new float[] {2, 3}, 1, 2)));
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}";
        String padded = header + " ".repeat(-header.length() & 7);
        ByteBuffer data = littleEndian(12);
        data.putFloat(2).putFloat(3).putFloat(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(SafetensorsBytes.of(padded, data.array()));
        assertThat((8 + padded.getBytes(StandardCharsets.UTF_8).length) % 8).isZero();
    }

    @Test
    void replacesAFileAndLeavesNoOther() throws IOException {
        Path file = folder.resolve("w.safetensors");
        Safetensors.write(file, Map.of("a", Tensor.of(new float[] {1}, 1)));
        Safetensors.write(file, Map.of("a", Tensor.of(new float[] {2}, 1)));
        assertThat(Safetensors.read(file).get("a").values()).containsExactly(2);
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Safetensors.write(taken, Map.of("a", Tensor.of(new float[] {1}, 1))));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Safetensors.write(folder.resolve("no/w"), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Safetensors.write(folder.resolve("w"), Map.of("__metadata__", Tensor.of(new float[1], 1))));
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(taken));
    }

    @Test
    void refusesTensorsThatDoNotFillTheirShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new float[5], 2, 3))
                .withMessage("a tensor of shape [2, 3] takes 6 values, not 5");
    }
}
