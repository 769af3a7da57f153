package dev.pleat.cli;

import dev.pleat.formats.FileKind;
import dev.pleat.formats.WeightFiles;
import dev.pleat.formats.weights.NamedWeights;
import dev.pleat.formats.weights.WeightNaming;
import dev.pleat.processor.Explanation.Weight;
import dev.pleat.runtime.Safetensors.Tensor;
import dev.pleat.runtime.TensorSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How an annotated class finds its weights in a file of others. */
final class NamingOptions {
    @Option(
            names = "--naming",
            paramLabel = "STRATEGY",
            description =
                    "How the weights' file calls and lays out its tensors: ${COMPLETION-CANDIDATES}. By default that"
                            + " of the kind of file; .npz and .safetensors call them as the language does.")
    private WeightNaming naming;

    @Option(
            names = "--map",
            paramLabel = "NAME=NAME",
            split = ",",
            description = "A layer's or weight's name in the class and that in the weights' file, where they differ;"
                    + " repeat, or name a file with one such line each.")
    private List<String> map = new ArrayList<>();

    boolean given() {
        return naming != null || !map.isEmpty();
    }

    /**
     * Reads a file and finds a model's weights in it.
     *
     * @param clampVariance whether a negative variance counts as 0
     * @throws IOException if the file cannot be read, or lacks weights
     */
    NamedWeights find(Path file, List<Weight> weights, boolean clampVariance) throws IOException {
        Map<String, Tensor> tensors = WeightFiles.read(file);
        WeightNaming strategy = naming == null ? usual(FileKind.of(file)) : naming;
        if (strategy == null && map.isEmpty()) {
            return new NamedWeights(tensors, Map.of(), List.of(), List.of());
        }
        List<TensorSpec> expected = weights.stream()
                .map(weight -> new TensorSpec(weight.name(), weight.shape()))
                .toList();
        return (strategy == null ? WeightNaming.KERAS : strategy)
                .apply(file, tensors, expected, names(), clampVariance);
    }

    /** Returns how a kind of file usually calls its tensors, null if as the language does. */
    private static WeightNaming usual(FileKind kind) {
        return switch (kind) {
            case KERAS_H5, KERAS_ZIP -> WeightNaming.KERAS;
            case CHECKPOINT -> WeightNaming.TF1;
            case TORCH -> WeightNaming.TORCH;
            default -> null;
        };
    }

    /** Returns the model's names to those of the weight file, where they differ. */
    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String entry : map) {
            for (String line : entry.contains("=") ? List.of(entry) : TextFile.lines(Path.of(entry))) {
                int equals = line.indexOf('=');
                if (equals <= 0 || equals == line.length() - 1) {
                    throw Failure.usage("--map takes NAME=NAME, not '" + line + "'");
                }
                names.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return names;
    }
}
