package dev.pleat.formats.keras;

import dev.pleat.runtime.Safetensors.Tensor;
import io.jhdf.api.Dataset;
import java.io.IOException;

/** An array of weights in a file, read when it is asked for, and once. */
final class Stored {
    private final String name;
    private final H5File file;
    private final Dataset dataset;
    private Tensor tensor;

    /**
     * Creates an array that is not read yet.
     *
     * @param name its name in the file, below its layer
     * @param file where it is
     * @param dataset the array
     */
    Stored(String name, H5File file, Dataset dataset) {
        this.name = name;
        this.file = file;
        this.dataset = dataset;
    }

    /** {@return its name in the file, below its layer} */
    String name() {
        return name;
    }

    /** {@return the array as float32} */
    Tensor tensor() throws IOException {
        if (tensor == null) {
            tensor = file.tensor(dataset, name);
        }
        return tensor;
    }

    /** {@return the last part of the name, without TensorFlow's {@code :0}} */
    String leaf() {
        String[] parts = parts();
        return parts[parts.length - 1];
    }

    /** {@return the parts of the name, without TensorFlow's {@code :0}} */
    String[] parts() {
        int colon = name.lastIndexOf(':');
        return (colon > name.lastIndexOf('/') ? name.substring(0, colon) : name).split("/", -1);
    }
}
