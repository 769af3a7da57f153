package dev.pleat.examples.tiny;

import dev.pleat.examples.Agreement;
import dev.pleat.examples.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Loads MLPerf Tiny's trained weights, under the names they have there, and compares with the reference outputs. */
final class TrainedTinyTest {

    @Test
    void autoencoderAgreesWithTheReference() throws IOException {
        Path folder = Shared.model("mlperf_ad");
        Map<String, String> names = new LinkedHashMap<>();
        List<String> blocks = List.of("e1", "e2", "e3", "e4", "code", "d1", "d2", "d3", "d4");
        for (int i = 0; i < blocks.size(); i++) {
            names.put(blocks.get(i) + "/dense", numbered("dense", i));
            names.put(blocks.get(i) + "/norm", numbered("batch_normalization", i));
        }
        names.put("again", "dense_9");

        AutoencoderModel model = AutoencoderModel.load(folder.resolve("weights.safetensors"), names);

        Agreement.check(model, folder, Map.of("again", "y"));
    }

    @Test
    void keywordSpottingAgreesWithTheReference() throws IOException {
        Path folder = Shared.model("mlperf_kws");
        Map<String, String> names = new LinkedHashMap<>();
        names.put("conv", "conv2d");
        names.put("norm", "bn");
        for (int i = 1; i <= 4; i++) {
            names.put("b" + i + "/depthwise", "dw" + i);
            names.put("b" + i + "/depthwiseNorm", "dw" + i + "_bn");
            names.put("b" + i + "/pointwise", "pw" + i);
            names.put("b" + i + "/pointwiseNorm", "pw" + i + "_bn");
        }
        names.put("logits", "dense");

        KeywordSpottingModel model = KeywordSpottingModel.load(folder.resolve("weights.safetensors"), names);

        Agreement.check(model, folder, Map.of("logits", "y_logits", "word", "y"));
    }

    @Test
    void visualWakeWordsAgreesWithTheReference() throws IOException {
        Path folder = Shared.model("mlperf_vww");
        Map<String, String> names = new LinkedHashMap<>();
        names.put("conv", "conv2d");
        names.put("norm", "batch_normalization");
        for (int i = 1; i <= 13; i++) {
            names.put("b" + i + "/depthwise", numbered("depthwise_conv2d", i - 1));
            names.put("b" + i + "/depthwiseNorm", numbered("batch_normalization", 2 * i - 1));
            names.put("b" + i + "/pointwise", numbered("conv2d", i));
            names.put("b" + i + "/pointwiseNorm", numbered("batch_normalization", 2 * i));
        }
        names.put("logits", "dense");

        VisualWakeWordsModel model = VisualWakeWordsModel.load(folder.resolve("weights.safetensors"), names);

        Agreement.check(model, folder, Map.of("logits", "y_logits", "person", "y"));
    }

    @Test
    void imageClassificationAgreesWithTheReference() throws IOException {
        Path folder = Shared.model("mlperf_ic");
        Map<String, String> names = new LinkedHashMap<>();
        names.put("conv", "conv2d");
        names.put("norm", "batch_normalization");
        int[] convolutions = {1, 3, 6};
        for (int i = 0; i < convolutions.length; i++) {
            String block = "b" + (i + 1);
            names.put(block + "/first", numbered("conv2d", convolutions[i]));
            names.put(block + "/firstNorm", numbered("batch_normalization", 2 * i + 1));
            names.put(block + "/second", numbered("conv2d", convolutions[i] + 1));
            names.put(block + "/secondNorm", numbered("batch_normalization", 2 * i + 2));
        }
        names.put("b2/shortcut", "conv2d_5");
        names.put("b3/shortcut", "conv2d_8");
        names.put("logits", "dense");

        ImageClassificationModel model = ImageClassificationModel.load(folder.resolve("weights.safetensors"), names);

        Agreement.check(model, folder, Map.of("logits", "y_logits", "label", "y"));
    }

    private static String numbered(String layer, int index) {
        return index == 0 ? layer : layer + "_" + index;
    }
}
