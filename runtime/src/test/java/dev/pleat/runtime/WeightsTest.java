package dev.pleat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pleat.runtime.Safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WeightsTest {
    private static final List<TensorSpec> DENSE =
            List.of(TensorSpec.of("dense/kernel", 2, 3), TensorSpec.of("dense/bias", 3));
    private static final Tensor KERNEL = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    private static final Tensor BIAS = Tensor.of(new float[] {7, 8, 9}, 3);

    @TempDir
    private Path folder;

    private Path file(Map<String, Tensor> tensors) throws IOException {
        Path file = folder.resolve("w.safetensors");
        Safetensors.write(file, tensors);
        return file;
    }

    private InputStream stream(Map<String, Tensor> tensors) throws IOException {
        return new ByteArrayInputStream(Files.readAllBytes(file(tensors)));
    }

    @Test
    void readsAFile() throws IOException {
        Path file = file(Map.of("dense/kernel", KERNEL, "dense/bias", BIAS));
        Weights weights = Weights.read("Net", DENSE, file, Map.of());
        assertThat(weights.get("dense/kernel")).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(weights.get("dense/bias")).containsExactly(7, 8, 9);
        assertThat(weights).hasToString("weights of Net from " + file);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.get("dense/gamma"))
                .withMessage("the model Net has no tensor 'dense/gamma'");
    }

    @Test
    void keepsNoFileOpen() throws IOException {
        Path file = file(Map.of("dense/kernel", KERNEL, "dense/bias", BIAS));
        Path descriptors = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(descriptors));
        Weights.read("Net", DENSE, file, Map.of());
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.read("Net", List.of(), file, Map.of()));
        try (var open = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : open) {
                Path real = Files.isSymbolicLink(descriptor) ? Files.readSymbolicLink(descriptor) : descriptor;
                assertThat(real).isNotEqualTo(file);
            }
        }
    }

    @Test
    void readsAStreamWithoutClosingIt() throws IOException {
        byte[] bytes = Files.readAllBytes(file(Map.of("dense/kernel", KERNEL, "dense/bias", BIAS)));
        boolean[] closed = new boolean[1];
        InputStream in = new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertThat(Weights.read("Net", DENSE, in, Map.of()).get("dense/bias")).containsExactly(7, 8, 9);
        assertThat(closed[0]).isFalse();
        InputStream slow = SafetensorsBytes.trickle(bytes);
        assertThat(Weights.read("Net", DENSE, slow, Map.of()).get("dense/bias")).containsExactly(7, 8, 9);
    }

    @Test
    void tellsOfFilesThatCannotBeRead() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Weights.read("Net", DENSE, folder.resolve("none"), Map.of()));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Weights.read("Net", DENSE, folder, Map.of()));
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the cable is out");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Weights.read("Net", DENSE, failing, Map.of()))
                .withMessage("the cable is out");
    }

    @Test
    void listsAllThatIsWrongAtOnce() throws IOException {
        List<TensorSpec> expected = List.of(
                TensorSpec.of("conv/kernel", 3, 3, 1, 8),
                TensorSpec.of("conv/bias", 8),
                TensorSpec.of("dense/kernel", 2, 3),
                TensorSpec.of("dense/bias", 3),
                TensorSpec.of("norm/gamma", 5));
        Path file = file(Map.of(
                "conv/kernel", Tensor.of(new float[72], 8, 1, 3, 3),
                "convolution/bias", Tensor.of(new float[8], 8),
                "dense/kernel", Tensor.of(new float[8], 2, 4),
                "dense/bias", BIAS,
                "norm/scale", Tensor.of(new float[6], 6)));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.read("Net", expected, file, Map.of("dens", "d")))
                .withMessage("""
                    the weights in %s do not fit the model Net
                      unknown name: 'dens', mapped to 'd', is neither a tensor nor a layer of the model; did you mean 'dense'?
                      wrong shape: 'conv/kernel' is [3, 3, 1, 8] in the model but [8, 1, 3, 3] here; the model reads Keras's order of dimensions
                      missing: 'conv/bias' [8]; did you mean 'convolution/bias'?
                      wrong shape: 'dense/kernel' is [2, 3] in the model but [2, 4] here
                      missing: 'norm/gamma' [5]
                      superfluous: 'convolution/bias' [8] is not a tensor of the model
                      superfluous: 'norm/scale' [6] is not a tensor of the model
                      fix: correct the unknown names, or leave them out
                      fix: give the model's layers the attributes that the weights were trained with
                      fix: map the model's names to those in the file, such as Map.of("conv", "conv2d_1"), or save the missing tensors too
                      fix: remove the superfluous tensors, or add their layers to the model\
                    """.formatted(file));
    }

    @Test
    void pointsAtTheOnlyTensorOfTheShape() throws IOException {
        InputStream in = stream(Map.of("dense/kernel", KERNEL, "offsets", BIAS));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.read("Net", DENSE, in, Map.of()))
                .withMessageContaining("missing: 'dense/bias' [3]; only 'offsets' has this shape\n");
    }

    @Test
    void refusesOtherTypes() {
        String header = "{" + SafetensorsBytes.entry("n", "I64", "[1]", 0, 8) + "}";
        InputStream in = new ByteArrayInputStream(SafetensorsBytes.of(header, new byte[8]));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.read("Net", List.of(TensorSpec.of("n", 1)), in, Map.of()))
                .withMessage("""
                    the weights in the stream do not fit the model Net
                      unsupported: 'n' is of type 'I64'; a model reads F32, F16, BF16 and F64
                      fix: save the unsupported tensors as F32\
                    """);
    }

    @Test
    void refusesAStreamThatEndsEarlyOrLate() {
        List<TensorSpec> expected = List.of(TensorSpec.of("a", 2));
        byte[] sound = SafetensorsBytes.ofVectors(new float[] {1, 2});
        InputStream early = new ByteArrayInputStream(sound, 0, sound.length - 3);
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.read("Net", expected, early, Map.of()))
                .withMessageContaining("it ends after 5 of the 8 bytes of tensor 'a'");
        InputStream late = new ByteArrayInputStream(Arrays.copyOf(sound, sound.length + 1));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.read("Net", expected, late, Map.of()))
                .withMessageContaining("it goes on after its last tensor");
    }

    @Test
    void checksBeforeItReadsValues() {
        String header = "{" + SafetensorsBytes.entry("a", "F32", "[400000000]", 0, 1_600_000_000) + "}";
        InputStream in = new ByteArrayInputStream(SafetensorsBytes.of(header));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.read("Net", List.of(TensorSpec.of("a", 4)), in, Map.of()))
                .withMessageContaining("wrong shape: 'a' is [4] in the model but [400000000] here");
    }

    @Test
    void listsTensorsThatAreNotFinite() {
        byte[] bytes = SafetensorsBytes.ofVectors(
                new float[] {0, 1, Float.NaN, Float.NaN}, new float[] {1}, new float[] {Float.NEGATIVE_INFINITY});
        List<TensorSpec> expected = List.of(TensorSpec.of("a", 4), TensorSpec.of("b", 1), TensorSpec.of("c", 1));
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.read("Net", expected, new ByteArrayInputStream(bytes), Map.of()))
                .withMessage("""
                    the weights in the stream do not fit the model Net
                      not finite: 'a' [4] holds NaN at index 2, as float32
                      not finite: 'c' [1] holds -Infinity at index 0, as float32
                      fix: save weights from before the training diverged\
                    """);
    }

    @Test
    void saysHowManyMoreTensorsAreSuperfluous() throws IOException {
        Map<String, Tensor> tensors = new HashMap<>(Map.of("dense/kernel", KERNEL));
        for (int i = 0; i < 1100; i++) {
            tensors.put("other" + i, BIAS);
        }
        InputStream in = stream(tensors);
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.read("Net", DENSE, in, Map.of()))
                .withMessageContaining("missing: 'dense/bias' [3]\n")
                .withMessageContaining("superfluous: 'other0' [3]")
                .withMessageContaining("superfluous: 100 more tensors\n");
    }

    @Test
    void findsAResource() {
        List<TensorSpec> expected = List.of(TensorSpec.of("dense/bias", 2));
        for (String name : List.of("tiny.safetensors", "/dev/pleat/runtime/tiny.safetensors")) {
            Weights weights = Weights.readResource("Net", expected, WeightsTest.class, name, Map.of());
            assertThat(weights.get("dense/bias")).containsExactly(1.5f, -2);
            assertThat(weights).hasToString("weights of Net from the resource /dev/pleat/runtime/tiny.safetensors");
        }
    }

    @Test
    void saysWhereItLookedForAMissingResource() {
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.readResource("Net", DENSE, WeightsTest.class, "net.safetensors", Map.of()))
                .withMessage("""
                    the weights of the model Net are missing
                      looked for the resource /dev/pleat/runtime/net.safetensors of dev.pleat.runtime.WeightsTest
                      fix: put the file at src/main/resources/dev/pleat/runtime/net.safetensors, or load the weights from a path or a stream\
                    """);
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.readResource("Net", DENSE, String.class, "/net", Map.of()))
                .withMessageContaining("looked for the resource /net of java.lang.String\n")
                .withMessageContaining("let the module java.base open the package java.lang to dev.pleat.runtime");
    }

    @Test
    void opensAResourceAsItIsTold() throws IOException {
        boolean[] closed = new boolean[1];
        byte[] bytes =
                stream(Map.of("dense/kernel", KERNEL, "dense/bias", BIAS)).readAllBytes();
        InputStream in = new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        Weights weights = Weights.readResource(
                "Net", DENSE, WeightsTest.class, name -> name.equals("net") ? in : null, "net", Map.of());
        assertThat(weights.get("dense/bias")).containsExactly(7, 8, 9);
        assertThat(closed[0]).isTrue();
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("bad jar");
            }
        };
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Weights.readResource("Net", DENSE, WeightsTest.class, name -> failing, "x", Map.of()))
                .withMessage("cannot read the resource /dev/pleat/runtime/x")
                .withRootCauseInstanceOf(IOException.class);
    }

    @Test
    void takesArrays() {
        float[] bias = {7, 8, 9};
        Weights weights =
                Weights.of("Net", DENSE, Map.of("dense/kernel", KERNEL.values(), "dense/bias", bias), Map.of());
        bias[0] = 99;
        assertThat(weights.get("dense/bias")).containsExactly(7, 8, 9);
        assertThat(weights.get("dense/kernel")).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(weights).hasToString("weights of Net from the arrays");
    }

    @Test
    void checksArrays() {
        Map<String, float[]> arrays = Map.of("dense/kernel", new float[5], "b", new float[3], "a", new float[1]);
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.of("Net", DENSE, arrays, Map.of()))
                .withMessageStartingWith("""
                    the weights in the arrays do not fit the model Net
                      wrong shape: 'dense/kernel' is [2, 3], 6 numbers, in the model but 5 numbers here
                      missing: 'dense/bias' [3]; only 'b' has this shape
                      superfluous: 'a' 1 number is not a tensor of the model
                      superfluous: 'b' 3 numbers is not a tensor of the model
                    """);
        Map<String, float[]> infinite =
                Map.of("dense/kernel", new float[6], "dense/bias", new float[] {0, Float.POSITIVE_INFINITY, 0});
        assertThatExceptionOfType(WeightsException.class)
                .isThrownBy(() -> Weights.of("Net", DENSE, infinite, Map.of()))
                .withMessageContaining("not finite: 'dense/bias' [3] holds Infinity at index 1, as float32");
    }
}
