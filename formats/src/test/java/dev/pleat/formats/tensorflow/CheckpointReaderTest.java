package dev.pleat.formats.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.FormatException;
import dev.pleat.runtime.Safetensors;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints that TensorFlow wrote, that tests wrote, and that are damaged. */
final class CheckpointReaderTest {
    private static final Path RESOURCES = Path.of("src/test/resources/tensorflow");

    @TempDir
    Path folder;

    @Test
    void readsEveryTypeAndSlicesThatTensorFlowWrote() throws IOException {
        Map<String, Tensor> tensors = read(RESOURCES.resolve("typed"));
        assertThat(tensors).doesNotContainKey("net/text");
        assertThat(tensors.get("net/double").values()).containsExactly(1.5f, -2.25f, Float.POSITIVE_INFINITY);
        assertThat(tensors.get("net/long").values()).containsExactly(1, -2, 1L << 40);
        assertThat(tensors.get("net/scalar").shape()).isEmpty();
        assertThat(tensors.get("net/scalar").values()).containsExactly(7);
        assertThat(tensors.get("net/half").values()).containsExactly(1.5f, -0.099975586f, 65504, 0x1p-24f);
        assertThat(tensors.get("net/bf16").values()).containsExactly(1.5f, -0.100097656f, 3.0040553e38f);
        assertThat(tensors.get("net/u8").values()).containsExactly(0, 200, 255);
        assertThat(tensors.get("net/bool").values()).containsExactly(1, 0);
        Tensor weights = tensors.get("net/part/weights");
        assertThat(weights.shape()).containsExactly(4, 300);
        for (int i = 0; i < 1200; i++) {
            assertThat(weights.values()[i]).isEqualTo(i * 0.5f - 7);
        }
    }

    @Test
    void readsTablesOfSeveralBlocksThatTensorFlowWrote() throws IOException {
        Map<String, Tensor> tensors = read(RESOURCES.resolve("many.index"));
        assertThat(tensors).hasSize(700);
        for (int i = 0; i < 700; i++) {
            assertThat(tensors.get("tower/layer_%03d/conv/weights".formatted(i)).values())
                    .containsExactly(i, i + 0.5f);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, true", "100, false", "1000, true"})
    void readsWhatWasWritten(int entriesPerBlock, boolean compressed) throws IOException {
        Random random = new Random(7);
        CheckpointWriter writer = new CheckpointWriter();
        float[][] values = new float[150][];
        for (int i = 0; i < values.length; i++) {
            values[i] = new float[1 + random.nextInt(40)];
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = (float) random.nextGaussian();
            }
            writer.add("scope_%d/layer/weights".formatted(i), values[i], values[i].length);
        }
        Path prefix = writer.write(folder.resolve("model.ckpt-1"), new TableWriter(entriesPerBlock, compressed));
        Map<String, Tensor> tensors = read(prefix);
        assertThat(tensors).hasSize(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(tensors.get("scope_%d/layer/weights".formatted(i)).values())
                    .containsExactly(values[i]);
        }
    }

    @Test
    void leavesOutWhatOnlyTrainingNeeds() throws IOException {
        float[] two = {1, 2};
        float[] one = {1};
        Path prefix = new CheckpointWriter()
                .add("conv/weights", two, 2)
                .add("conv/weights/Adam", two, 2)
                .add("conv/weights/Adam_1", two, 2)
                .add("conv/weights/Momentum", two, 2)
                .add("conv/weights/RMSProp_1", two, 2)
                .add("conv/weights/ExponentialMovingAverage", two, 2)
                .add("conv/weights/NobodyKnows", two, 2)
                .add("train/conv/weights/Adam_1", two, 2)
                .add("conv/bn/moving_mean", two, 2)
                .add("conv/bn/conv/bn/moving_mean/biased", two, 2)
                .add("conv/bn/conv/bn/moving_mean/local_step", one)
                .add("Adam/kernel", two, 2)
                .add("beta1_power", one)
                .add("train/beta2_power", one)
                .add("global_step", one)
                .write(folder.resolve("model"));
        assertThat(read(prefix).keySet())
                .containsExactlyInAnyOrder("conv/weights", "conv/bn/moving_mean", "Adam/kernel");
    }

    @Test
    void findsTheCheckpointOfAFolder() throws IOException {
        new CheckpointWriter().add("a", new float[] {1}, 1).write(folder.resolve("old"));
        new CheckpointWriter().add("a", new float[] {2}, 1).write(folder.resolve("new"));
        assertThatThrownBy(() -> read(folder))
                .hasMessageContaining("2 checkpoints")
                .hasMessageContaining("index");
        Files.writeString(folder.resolve("checkpoint"), """
                model_checkpoint_path: "/elsewhere/new"
                all_model_checkpoint_paths: "/elsewhere/old"
                """);
        assertThat(read(folder).get("a").values()).containsExactly(2);
        assertThat(read(folder.resolve("checkpoint")).get("a").values()).containsExactly(2);
        assertThat(read(folder.resolve("old.data-00000-of-00001")).get("a").values())
                .containsExactly(1);
        assertThatThrownBy(() -> read(folder.resolve("none"))).hasMessageContaining("none.index is missing");
    }

    @Test
    void readsTheVariablesOfObjects() throws IOException {
        Path variables = SharedModels.file("mlperf_kws/kws_ref_model");
        Map<String, Tensor> expected = Safetensors.read(SharedModels.file("mlperf_kws/weights.safetensors"));
        Map<String, Tensor> tensors = read(variables);
        assertThat(tensors).hasSameSizeAs(expected);
        expected.forEach((name, tensor) -> {
            Tensor read = tensors.get(kerasName(name));
            assertThat(read.shape()).as(name).isEqualTo(tensor.shape());
            assertThat(read.values()).as(name).containsExactly(tensor.values());
        });
        assertThat(tensors.keySet().iterator().next()).isEqualTo("conv2d/kernel");
    }

    /** The reference weights have short names: {@code dw2_bn/beta} is {@code batch_normalization_3/beta}. */
    private static String kerasName(String name) {
        int slash = name.indexOf('/');
        String layer = name.substring(0, slash);
        Matcher block = Pattern.compile("(dw|pw)(\\d)(_bn)?").matcher(layer);
        if (block.matches()) {
            int number = Integer.parseInt(block.group(2));
            boolean depthwise = block.group(1).equals("dw");
            if (block.group(3) != null) {
                layer = "batch_normalization_" + (2 * number - (depthwise ? 1 : 0));
            } else if (depthwise) {
                layer = "depthwise_conv2d" + (number == 1 ? "" : "_" + (number - 1));
            } else {
                layer = "conv2d_" + number;
            }
        }
        return layer.replaceAll("^bn$", "batch_normalization") + name.substring(slash);
    }

    @Test
    void readsARealCheckpointAndItsFoldedTwin() throws IOException {
        Path index = SharedModels.file("slim_ckpt_20/722_dscnn_with_20_labels/ds_cnn_9279.ckpt-12000.index");
        Map<String, Tensor> expected = NpzFile.read(SharedModels.file("slim_ckpt_20/weights.npz"));
        Map<String, Tensor> tensors = read(index);
        assertThat(tensors).hasSize(47);
        assertThat(expected.keySet()).containsAll(tensors.keySet());
        tensors.forEach((name, tensor) -> assertThat(tensor.values())
                .as(name)
                .containsExactly(expected.get(name).values()));
        Path folded = index.resolveSibling("ds_cnn_9279.ckpt-12000_bnfused");
        assertThat(read(folded))
                .hasSize(20)
                .allSatisfy((name, tensor) -> assertThat(name).doesNotContain("batch_norm"));
    }

    @Test
    void refusesWhatIsDamagedWhereverItIs() throws IOException {
        Path prefix = new CheckpointWriter()
                .add("conv/weights", new float[] {1, 2, 3, 4}, 2, 2)
                .add("conv/biases", new float[] {1, 2}, 2)
                .write(folder.resolve("model"));
        for (String file : new String[] {"model.index", "model.data-00000-of-00001"}) {
            byte[] good = Files.readAllBytes(folder.resolve(file));
            for (int at = 0; at < good.length; at++) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) (1 << at % 8);
                Files.write(folder.resolve(file), bad);
                refusesOrIgnores(prefix);
                Files.write(folder.resolve(file), Arrays.copyOf(good, at));
                assertThatThrownBy(() -> read(prefix)).isInstanceOf(FormatException.class);
            }
            Files.write(folder.resolve(file), good);
        }
    }

    /** The footer has bits that mean nothing; what a flipped one leaves readable must be right. */
    private static void refusesOrIgnores(Path prefix) throws IOException {
        try {
            Map<String, Tensor> tensors = read(prefix);
            assertThat(tensors.get("conv/weights").values()).containsExactly(1, 2, 3, 4);
            assertThat(tensors.get("conv/biases").values()).containsExactly(1, 2);
        } catch (FormatException expected) {
            assertThat(expected).hasMessageContaining("model");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 2000000000, 'takes 2000000000 bytes'",
        "1, -5, 8, 'lies outside'",
        "1, 4, 8, 'overlaps another'",
        "7, 8, 8, 'missing is not one'",
        "21, 8, 8, ''",
        "8, 8, 8, 'type 8, which is not of numbers'",
        "1, 8, 4, '2 values of 4 bytes, but takes 4'"
    })
    void refusesEntriesThatLie(int type, long offset, long size, String message) throws IOException {
        ProtoWriter lie = new ProtoWriter()
                .integer(1, type)
                .message(2, CheckpointWriter.shape(2))
                .integer(4, offset)
                .integer(5, size)
                .fixed32(6, 1);
        Path prefix = new CheckpointWriter()
                .add("a", new float[] {1, 2}, 2)
                .add("b", new float[] {1, 2}, 2)
                .entry("b", lie)
                .write(folder.resolve("model"));
        if (type == DataType.STRING || type == DataType.VARIANT) {
            assertThat(read(prefix).keySet()).containsExactly("a");
        } else {
            assertThatThrownBy(() -> read(prefix))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(message);
        }
    }

    @Test
    void refusesAbsurdShapesAndMissingSlices() throws IOException {
        ProtoWriter absurd = new ProtoWriter()
                .integer(1, 1)
                .message(2, CheckpointWriter.shape(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .integer(5, 0);
        ProtoWriter sliced = new ProtoWriter()
                .integer(1, 1)
                .message(2, CheckpointWriter.shape(Integer.MAX_VALUE - 9))
                .message(7, new ProtoWriter().message(1, new ProtoWriter().integer(1, 0)));
        Path prefix = new CheckpointWriter()
                .entry("absurd", absurd)
                .entry("sliced", sliced)
                .write(folder.resolve("model"));
        assertThatThrownBy(() -> read(prefix))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("'absurd' [2147483647, 2147483647]: more elements than an array holds")
                .hasMessageContaining("a slice of tensor 'sliced' is missing");
    }

    @Test
    void namesObjectsByTheirPlaceWhereNamesDoNotTellThemApart() throws IOException {
        String suffix = "/.ATTRIBUTES/VARIABLE_VALUE";
        ProtoWriter graph = new ProtoWriter()
                .message(1, node(null, null, "layer-0", 1, "layer-1", 2, "optimizer", 3))
                .message(1, node("kernel", "layer-0/kernel" + suffix, "back", 0))
                .message(1, node("kernel", "layer-1/kernel" + suffix, "self", 2))
                .message(1, node("learning_rate", "optimizer/learning_rate" + suffix));
        CheckpointWriter writer = new CheckpointWriter().addText(ObjectGraph.KEY, graph.toBytes());
        writer.add("layer-1/kernel" + suffix, new float[] {2}, 1);
        writer.add("layer-0/kernel" + suffix, new float[] {1}, 1);
        Path prefix =
                writer.add("optimizer/learning_rate" + suffix, new float[] {3}).write(folder.resolve("model"));
        assertThat(read(prefix).keySet()).containsExactly("layer-0/kernel", "layer-1/kernel");
    }

    private static ProtoWriter node(String fullName, String key, Object... children) {
        ProtoWriter node = new ProtoWriter();
        for (int i = 0; i < children.length; i += 2) {
            node.message(
                    1, new ProtoWriter().integer(1, (Integer) children[i + 1]).text(2, (String) children[i]));
        }
        if (key != null) {
            node.message(
                    2,
                    new ProtoWriter()
                            .text(1, "VARIABLE_VALUE")
                            .text(2, fullName)
                            .text(3, key));
        }
        return node;
    }

    private static Map<String, Tensor> read(Path file) throws IOException {
        return new CheckpointReader().read(file);
    }
}
