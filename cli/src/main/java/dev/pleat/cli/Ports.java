package dev.pleat.cli;

import dev.pleat.runtime.TensorSpec;
import java.util.List;

/**
 * What callers call an input or output: its layer, or what the file calls that.
 *
 * @param spec as the compiled model has it
 * @param names the layer's name, then the file's
 */
record Ports(TensorSpec spec, List<String> names) {
    static Ports of(TensorSpec spec, Origin origin) {
        String file = origin.nameInFile(spec.name());
        // TensorFlow calls a tensor by its operator, with :0 behind.
        int colon = file.lastIndexOf(':');
        String operator = colon > 0 ? file.substring(0, colon) : file;
        return new Ports(spec, List.of(spec.name(), file, operator));
    }

    boolean isCalled(String name) {
        return names.contains(name);
    }

    /** Returns what the file calls it, as a tensor's operator. */
    String nameInFile() {
        return names.get(names.size() - 1);
    }

    String name() {
        return spec.name();
    }
}
