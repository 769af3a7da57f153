package dev.pleat.cli;

import dev.pleat.formats.SourceModel;
import dev.pleat.formats.SourceWriter;
import dev.pleat.runtime.Safetensors.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model before it is compiled.
 *
 * @param file what the user named
 * @param className the qualified name of its annotated class; for source that is the file's main class
 * @param source its compilation unit
 * @param sourcePath where other classes that the source mentions are, if it lies in a folder of its package
 * @param read the model that was read from a file of another tool, nothing for source
 */
record Origin(Path file, String className, String source, Optional<Path> sourcePath, Optional<SourceModel> read) {
    /** Returns what the file calls a layer. */
    String nameInFile(String layer) {
        return read.stream()
                .flatMap(model -> model.layers().stream())
                .filter(found -> found.name().equals(layer))
                .map(found -> found.origin())
                .findFirst()
                .orElse(layer);
    }

    /** Returns whether the first axis of arrays counts samples. */
    boolean batched() {
        return read.map(SourceModel::batched).orElse(true);
    }

    /** Returns the notes of reading the file. */
    List<String> notes() {
        return read.map(SourceModel::notes).orElse(List.of());
    }

    /** Returns the weights that came with the layers. */
    Optional<Map<String, Tensor>> weights() {
        return read.map(SourceWriter::weights);
    }
}
