package dev.pleat.formats.tensorflow;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.WeightsReader;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads checkpoints of TensorFlow's format V2, an {@code .index} with its files of {@code .data}.
 *
 * <p>A checkpoint of TensorFlow 1 is read by name; what only training needs, as optimizers' slots, counters and shadows
 * of moving averages, is left out. One of TensorFlow 2 is read through its graph of objects. Partitioned variables are put
 * together.
 *
 * <p>A checkpoint that is called {@code …_bnfused} was written after its authors had folded the batch norms into the
 * weights; it may still hold the norms' variables, which are left out, so that nothing can apply them a second time.
 */
public final class CheckpointReader implements WeightsReader {
    private static final String FOLDED = "_bnfused";

    /** Creates a reader. */
    public CheckpointReader() {}

    /**
     * Reads the weights of a checkpoint.
     *
     * @param file its prefix, its index, one of its files of data, or a folder that holds one
     */
    @Override
    public Map<String, Tensor> read(Path file) throws IOException {
        Bundle bundle;
        Map<String, String> keys;
        CheckpointFiles files;
        try {
            files = CheckpointFiles.of(file);
            bundle = Bundle.open(files);
            keys = keys(bundle, files);
        } catch (IOException | IllegalArgumentException e) {
            throw new FormatException(file, "this is no checkpoint that can be read: " + e.getMessage(), e);
        }
        return tensors(files.index(), bundle, keys);
    }

    private static Map<String, String> keys(Bundle bundle, CheckpointFiles files) throws IOException {
        if (bundle.names().contains(ObjectGraph.KEY)) {
            return ObjectGraph.parse(bundle.text(ObjectGraph.KEY)).keysByName();
        }
        Set<String> names = TrainingLeftovers.drop(bundle.names(), bundle);
        if (files.prefix().toString().endsWith(FOLDED)) {
            names = TrainingLeftovers.dropNorms(names);
        }
        Map<String, String> keys = new LinkedHashMap<>();
        names.forEach(name -> keys.put(name, name));
        return keys;
    }

    private static Map<String, Tensor> tensors(Path file, Bundle bundle, Map<String, String> keys)
            throws FormatException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        keys.forEach((name, key) -> {
            try {
                if (!bundle.names().contains(key)) {
                    problems.add("tensor '" + key + "' is missing, though its graph of objects has it");
                } else if (isNumbers(bundle.entry(key).type())) {
                    tensors.put(name, bundle.tensor(key));
                }
            } catch (IOException | IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new FormatException(file, "cannot be read", problems, List.of());
        }
        return tensors;
    }

    private static boolean isNumbers(int type) {
        return type != DataType.STRING && type != DataType.RESOURCE && type != DataType.VARIANT;
    }
}
