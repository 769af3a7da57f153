package dev.pleat.formats;

import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Reads the tensors of one kind of weight file. */
public interface WeightsReader {
    /**
     * Reads all tensors of numbers, converted to float32.
     *
     * @param file the file, or the prefix of files that belong together
     * @return the tensors by their name in the file, in the file's order
     * @throws FormatException if the file is damaged
     * @throws IOException if the file cannot be read
     */
    Map<String, Tensor> read(Path file) throws IOException;
}
