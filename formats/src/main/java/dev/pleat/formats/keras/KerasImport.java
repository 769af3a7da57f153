package dev.pleat.formats.keras;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Makes a model of the language of a model's configuration and weights, whatever file they come from. */
final class KerasImport {
    private KerasImport() {}

    /** Finds the weights of a model. */
    interface Weights {
        /** {@return where the weights of the model's layers are} */
        WeightScope of(KerasLayer model, Problems problems) throws IOException;
    }

    /**
     * Imports.
     *
     * @param file the file, for messages
     * @param config the model's configuration
     * @param origin what wrote the file
     * @param weights the weights
     * @param options how to read
     */
    static SourceModel read(Path file, Map<String, Object> config, Origin origin, Weights weights, ReadOptions options)
            throws IOException {
        KerasLayer model = KerasLayer.of(config);
        if (!model.isModel()) {
            throw new FormatException(
                    file,
                    "the class of its model, '%s', is neither Sequential nor a graph of layers"
                            .formatted(model.className()),
                    List.of(),
                    List.of("save a Sequential or functional model; what a class of its own computes is code"));
        }
        Problems problems = new Problems();
        Assembly assembly = new Assembly(file, problems);
        Flattening flattening = new Flattening(file, origin, options, problems, assembly);
        noteOrigin(model, origin, problems);
        List<String> outputs =
                flattening.flatten(new Flattening.Scope(model, "", weights.of(model, problems), null, null));
        Cut.Part part = new Cut(assembly, problems).part(outputs, options);
        Predicate<String> concerned = path -> true;
        if (!options.inputs().isEmpty() || !options.outputs().isEmpty()) {
            // What is wrong with layers that are cut off does not matter.
            Set<String> paths = new HashSet<>();
            part.layers().forEach(layer -> paths.add(layer.origin()));
            concerned = paths::contains;
        }
        if (part.layers().isEmpty() && !problems.any(concerned)) {
            problems.add("", "the model has no layers");
        }
        if (problems.any(concerned)) {
            throw new FormatException(file, "cannot be imported", problems.of(concerned), fixes());
        }
        return new SourceModel(
                file.toString(), part.layers(), part.outputs(), true, new ArrayList<>(problems.notes(concerned)));
    }

    private static List<String> fixes() {
        return List.of("replace these layers before saving the model, or cut them off with other inputs and outputs");
    }

    private static void noteOrigin(KerasLayer model, Origin origin, Problems problems) {
        if (origin.version().isEmpty()) {
            problems.note("", "the file has no version of Keras; it is read as one of Keras " + origin.major());
        }
        if (origin.major() == 1 && origin.backend().isEmpty()) {
            problems.note("", "the file does not say which backend wrote it; kernels are read as TensorFlow's");
        }
        Set<String> known = Set.of("Sequential", "Model", "Functional", "Graph");
        if (!known.contains(model.className())) {
            problems.note(
                    "",
                    "the model is of a class of its own, '%s', of which only the graph is read"
                            .formatted(model.className()));
        }
    }
}
