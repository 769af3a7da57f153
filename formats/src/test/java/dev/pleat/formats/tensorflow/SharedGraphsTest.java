package dev.pleat.formats.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.formats.CompiledModels;
import dev.pleat.formats.ModelReader;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trained models, against what float64 made of them. */
final class SharedGraphsTest {
    private static final double TOLERANCE = 1e-5;

    @Test
    void readsASavedModelOfTensorFlow2() throws IOException {
        String file = "mlperf_kws/kws_ref_model";
        check(new SavedModelReader(), file, "mlperf_kws/io.npz", "y_logits", List.of("functional_1/dense/BiasAdd"));
        SourceModel model = check(new SavedModelReader(), file, "mlperf_kws/io.npz", "y", List.of());
        assertThat(model.layers().get(0).name()).isEqualTo("input_1");
    }

    @Test
    void readsAFrozenGraphBehindItsSound() throws IOException {
        SourceModel model = check(
                new GraphReader(),
                "dscnn_tf1_S/DS_CNN_S.pb",
                "dscnn_tf1_S/io.npz",
                "y_logits",
                List.of("MobileNet/fc1/BiasAdd"));
        assertThat(model.notes())
                .anySatisfy(note -> assertThat(note)
                        .contains(
                                "'decoded_sample_data' (DecodeWav), 'AudioSpectrogram' (AudioSpectrogram), 'Mfcc' (Mfcc)")
                        .contains("[490]"));
        check(new GraphReader(), "dscnn_tf1_S/DS_CNN_S.pb", "dscnn_tf1_S/io.npz", "y", List.of());
    }

    @Test
    void readsTheFrozenGraphOfTheCheckpoint() throws IOException {
        String file = "slim_ckpt_20/722_dscnn_with_20_labels.pb";
        check(new GraphReader(), file, "slim_ckpt_20/io.npz", "y_logits", List.of("DS-CNN/fc1/BiasAdd:0"));
        check(new GraphReader(), file, "slim_ckpt_20/io.npz", "y", List.of("labels_softmax"));
    }

    @Test
    void loadsTheCheckpointAndItsFoldedTwinIntoAnnotatedClasses() throws Exception {
        Path checkpoint = SharedModels.file("slim_ckpt_20/722_dscnn_with_20_labels/ds_cnn_9279.ckpt-12000.index");
        Map<String, Tensor> io = NpzFile.read(SharedModels.file("slim_ckpt_20/io.npz"));
        float[] x = io.get("x").values();
        CompiledModel trained = SlimModels.compile(true, new CheckpointReader().read(checkpoint));
        Graphs.compare(trained, x, io.get("y_logits").values(), TOLERANCE);
        Path twin = checkpoint.resolveSibling("ds_cnn_9279.ckpt-12000_bnfused");
        CompiledModel folded = SlimModels.compile(false, new CheckpointReader().read(twin));
        Graphs.compare(folded, x, io.get("y_logits_bnfused").values(), TOLERANCE);
    }

    private static SourceModel check(
            ModelReader reader, String file, String arrays, String output, List<String> outputs) throws IOException {
        ReadOptions options = new ReadOptions(List.of(), outputs, false, false);
        Path path = SharedModels.file(file);
        SourceModel model = reader.read(path, options);
        Map<String, Tensor> io = NpzFile.read(SharedModels.file(arrays));
        CompiledModel compiled = CompiledModels.of(model);
        Graphs.compare(compiled, io.get("x").values(), io.get(output).values(), TOLERANCE);
        return model;
    }
}
