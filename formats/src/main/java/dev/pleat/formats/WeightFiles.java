package dev.pleat.formats;

import dev.pleat.formats.keras.KerasWeightsReader;
import dev.pleat.formats.tensorflow.CheckpointReader;
import dev.pleat.formats.weights.NpzReader;
import dev.pleat.formats.weights.SafetensorsWeightsReader;
import dev.pleat.formats.weights.TorchReader;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Reads the tensors of files of every kind, told apart by what is in the file. */
public final class WeightFiles {
    private WeightFiles() {}

    /**
     * Reads all tensors of numbers.
     *
     * @param file the file, or the prefix of a checkpoint; of a model that is more than weights, those of its layers
     * @return the tensors by their name in the file, or for a model by those of its layers, as float32
     * @throws FormatException if it is of no known kind, or damaged
     * @throws IOException if the file cannot be read
     */
    public static Map<String, Tensor> read(Path file) throws IOException {
        FileKind kind = FileKind.of(file);
        return switch (kind) {
            case KERAS_H5, KERAS_ZIP -> new KerasWeightsReader().read(file);
            case CHECKPOINT -> new CheckpointReader().read(file);
            case TORCH -> new TorchReader().read(file);
            case NUMPY -> new NpzReader().read(file);
            case SAFETENSORS -> new SafetensorsWeightsReader().read(file);
            default -> SourceWriter.weights(ModelFiles.read(file, ReadOptions.DEFAULT));
        };
    }
}
