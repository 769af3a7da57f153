package dev.pleat.formats.onnx;

import static dev.pleat.formats.onnx.OnnxFile.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.processor.reference.ModelSpec;
import dev.pleat.processor.reference.RandomModels;
import dev.pleat.processor.reference.RandomWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and hostile files end in an error that says what is wrong, soon and without much memory. */
final class OnnxDamageTest {
    private static final int OPSET = 20;

    @TempDir
    Path folder;

    private SourceModel read(byte[] bytes) throws IOException {
        return new OnnxReader().read(Files.write(folder.resolve("net.onnx"), bytes), ReadOptions.DEFAULT);
    }

    private void assertRefused(byte[] bytes, String... texts) {
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThatExceptionOfType(FormatException.class)
                        .isThrownBy(() -> read(bytes))
                        .satisfies(e ->
                                assertThat(e.getMessage()).contains("net.onnx").contains(texts)));
    }

    private static OnnxFile dense() {
        OnnxFile file = new OnnxFile().input("x", 0, 3).output("y", 0, 2);
        file.floats("w", new double[] {1, 2, 3, 4, 5, 6}, 3, 2);
        return file;
    }

    @Test
    void truncated() throws IOException {
        OnnxFile file = dense();
        file.node("MatMul", "y", Map.of(), "x", "w");
        byte[] bytes = file.bytes(OPSET);
        assertThat(read(bytes).layers()).hasSize(2);
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            // Without its last field, the opset, the rest is whole; opset 1 is too old.
            assertThatExceptionOfType(FormatException.class).isThrownBy(() -> read(part));
        }
    }

    @Test
    void mutated() {
        Random random = new Random(4);
        assertTimeout(Duration.ofMinutes(2), () -> {
            for (long seed = 0; seed < 25; seed++) {
                ModelSpec model = RandomModels.next(seed);
                byte[] bytes = OnnxExport.of(model, RandomWeights.of(model, seed), seed);
                for (int i = 0; i < 120; i++) {
                    readMutated(bytes.clone(), random, seed);
                }
            }
        });
    }

    private void readMutated(byte[] bytes, Random random, long seed) throws IOException {
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
            read(bytes);
        } catch (FormatException e) {
            assertThat(e.getMessage()).startsWith(folder.toString());
        } catch (RuntimeException e) {
            Path kept = Files.write(Files.createTempFile("mutated", ".onnx"), bytes);
            throw new AssertionError("seed " + seed + ", the file is " + kept, e);
        }
    }

    @Test
    void anEmptyFileAndOneOfAnotherKind() {
        assertRefused(new byte[0], "it has no graph");
        assertRefused("not a model at all".getBytes(java.nio.charset.StandardCharsets.UTF_8), "is no ONNX model");
    }

    @Test
    void weightsOfAnotherSizeThanTheySay() {
        OnnxFile file = new OnnxFile().input("x", 0, 3).output("y", 0, 2);
        file.floats("w", new double[] {1, 2}, 1_000, 500);
        file.node("MatMul", "y", Map.of(), "x", "w");
        assertRefused(file.bytes(OPSET), "the initialiser 'w'", "8 bytes instead of 2000000");
        OnnxFile larger = new OnnxFile().input("x", 0, 3).output("y", 0, 2);
        larger.floats("w", new double[] {1, 2}, Integer.MAX_VALUE, Integer.MAX_VALUE);
        larger.node("MatMul", "y", Map.of(), "x", "w");
        assertRefused(larger.bytes(OPSET), "the initialiser 'w'", "2147483647");
    }

    @Test
    void weightsThatDoNotFitTheirLayer() {
        OnnxFile file = dense();
        file.node("MatMul", "y", Map.of(), "x", file.floats(new double[8], 4, 2));
        assertRefused(file.bytes(OPSET), "MatMul 'y': multiplies [N, 3] by a matrix [4, 2]");
    }

    @Test
    void cycles() {
        OnnxFile file = dense();
        file.node("Add", "a", Map.of(), "x", "b");
        file.node("Relu", "b", Map.of(), "a");
        file.node("Relu", "y", Map.of(), "b");
        assertRefused(file.bytes(OPSET), "Add 'a': reads 'b', which no node before it computes");
    }

    @Test
    void deepNesting() {
        byte[] inner = new byte[0];
        for (int i = 0; i < 3000; i++) {
            byte[] outer = inner;
            inner = OnnxFile.message(out -> out.writeByteArray(6, outer));
        }
        byte[] nested = inner;
        byte[] node = OnnxFile.message(out -> {
            out.writeString(1, "x");
            out.writeString(2, "y");
            out.writeString(4, "If");
            out.writeByteArray(5, nested);
        });
        byte[] graph = OnnxFile.message(out -> out.writeByteArray(1, node));
        OnnxFile file = dense();
        byte[] bytes = OnnxFile.message(out -> {
            out.writeRawBytes(file.bytes(OPSET));
            out.writeByteArray(7, graph);
        });
        assertRefused(bytes, "If 'y': is not supported");
    }

    @Test
    void absurdShapes() {
        OnnxFile input = new OnnxFile().input("x", 0, 1 << 30, 1 << 30).output("y", 0, 1);
        input.node("Relu", "y", Map.of(), "x");
        assertRefused(input.bytes(OPSET), "Relu 'y'", "more than 2^28 numbers");

        OnnxFile constant = dense();
        String zeros = constant.node("ConstantOfShape", Map.of(), constant.integers(1L << 40, 1L << 40));
        constant.node("Add", "y", Map.of(), "x", zeros);
        assertRefused(constant.bytes(OPSET), "ConstantOfShape", "computes constants of the shape");

        OnnxFile expanded = dense();
        expanded.node("Expand", "y", Map.of(), "x", expanded.integers(1L << 30, 1, 3));
        assertRefused(expanded.bytes(OPSET), "Expand 'y'");

        OnnxFile padded = dense();
        padded.node("Pad", "y", Map.of(), "x", padded.integers(0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE));
        assertRefused(padded.bytes(OPSET), "Pad 'y'");

        OnnxFile pooled = new OnnxFile().input("x", 0, 1, 9, 9).output("y", 0, 1, 9, 9);
        int[] huge = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        pooled.node("MaxPool", "y", with("kernel_shape", huge, "dilations", huge, "pads", new int[4]), "x");
        assertRefused(pooled.bytes(OPSET), "MaxPool 'y'");
    }

    @Test
    void everyUnsupportedNodeIsNamed() {
        OnnxFile file = dense();
        file.node("LSTM", "a", Map.of(), "x");
        file.node("Relu", "b", Map.of(), "a");
        file.node("Log", "c", Map.of(), "b");
        file.node("Einsum", "y", Map.of(), "c");
        assertRefused(
                file.bytes(OPSET),
                "LSTM 'a': is not supported",
                "Log 'c': is not supported",
                "Einsum 'y': is not supported");
    }

    @Test
    void whatLeadsToNoOutputDoesNotMatter() throws IOException {
        OnnxFile file = dense();
        file.node("LSTM", "a", Map.of(), "x");
        file.node("MatMul", "y", Map.of(), "x", "w");
        assertThat(read(file.bytes(OPSET)).layers()).hasSize(2);
    }

    @Test
    void oldVersions() {
        OnnxFile file = dense();
        file.node("MatMul", "y", Map.of(), "x", "w");
        assertRefused(file.bytes(6), "opset 6");
    }

    @Test
    void weightsInFilesElsewhere() throws IOException {
        Files.write(folder.resolve("outside.bin"), new byte[24]);
        Path inner = Files.createDirectories(folder.resolve("inner"));
        Files.write(inner.resolve("inside.bin"), new byte[24]);
        Files.createSymbolicLink(inner.resolve("link.bin"), folder.resolve("outside.bin"));
        assertThat(external(inner, "inside.bin", 0).layers()).hasSize(2);
        for (String location :
                new String[] {"../outside.bin", folder.resolve("outside.bin").toString(), ""}) {
            assertThatExceptionOfType(FormatException.class)
                    .isThrownBy(() -> external(inner, location, 0))
                    .withMessageContaining("not in the model's folder");
        }
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> external(inner, "link.bin", 0))
                .withMessageContaining("leads out");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> external(inner, "missing.bin", 0))
                .withMessageContaining("is not there");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> external(inner, "inside.bin", 8))
                .withMessageContaining("which has 24");
    }

    private static SourceModel external(Path folder, String location, int offset) throws IOException {
        byte[] tensor = OnnxFile.message(out -> {
            out.writeInt64(1, 3);
            out.writeInt64(1, 2);
            out.writeInt32(2, 1);
            out.writeString(8, "far");
            out.writeByteArray(13, entry("location", location));
            out.writeByteArray(13, entry("offset", "" + offset));
            out.writeByteArray(13, entry("length", "24"));
            out.writeInt32(14, 1);
        });
        OnnxFile file = dense();
        file.node("MatMul", "y", Map.of(), "x", "far");
        byte[] bytes = OnnxFile.message(out -> {
            out.writeRawBytes(file.bytes(OPSET));
            out.writeByteArray(7, OnnxFile.message(graph -> graph.writeByteArray(5, tensor)));
        });
        return new OnnxReader().read(Files.write(folder.resolve("net.onnx"), bytes), ReadOptions.DEFAULT);
    }

    private static byte[] entry(String key, String value) {
        return OnnxFile.message(out -> {
            out.writeString(1, key);
            out.writeString(2, value);
        });
    }
}
