package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.WeightsReader;
import dev.pleat.runtime.Safetensors;
import dev.pleat.runtime.Safetensors.Tensor;
import dev.pleat.runtime.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads safetensors files of any tool: all tensors of type F32, F16, BF16 and F64. Tensors of integers, such as the counters
 * of PyTorch's batch norm, are passed over.
 */
public final class SafetensorsWeightsReader implements WeightsReader {
    /** Creates a reader. */
    public SafetensorsWeightsReader() {}

    @Override
    public Map<String, Tensor> read(Path file) throws IOException {
        try {
            return Safetensors.readFloats(file);
        } catch (WeightsException e) {
            // Its message begins with the file.
            String message = String.valueOf(e.getMessage());
            String problem = message.startsWith(file.toString())
                    ? message.substring(file.toString().length())
                    : message;
            throw new FormatException(file, problem.strip(), e);
        }
    }
}
