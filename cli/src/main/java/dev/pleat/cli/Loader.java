package dev.pleat.cli;

import dev.pleat.formats.weights.NamedWeights;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings a model and its weights together. */
final class Loader {
    private final ModelOptions options;
    private final Origin origin;
    private final Set<String> notes = new LinkedHashSet<>();

    private Loader(ModelOptions options, Origin origin) {
        this.options = options;
        this.origin = origin;
    }

    /**
     * Reads the model that the arguments name.
     *
     * @throws IOException if it cannot be read
     */
    static Loader of(ModelOptions options) throws IOException {
        return new Loader(options, Origins.read(options));
    }

    Origin origin() {
        return origin;
    }

    /** Returns the model, compiled. */
    Compiled compile(boolean logits) {
        return Compiled.of(origin, options.className(), logits);
    }

    /**
     * Returns the compiled model with its weights.
     *
     * @throws IOException if the weights cannot be read
     */
    CompiledModel load(Compiled compiled) throws IOException {
        Optional<Map<String, Tensor>> own = origin.weights();
        if (own.isPresent()) {
            return compiled.load(origin.file().toString(), own.get());
        }
        if (compiled.weights().isEmpty() && options.weights() == null) {
            return compiled.load(origin.file().toString(), Map.of());
        }
        Path file = options.weights() == null ? beside() : options.weights();
        return compiled.load(file.toString(), matched(file, compiled));
    }

    private Map<String, Tensor> matched(Path file, Compiled compiled) throws IOException {
        NamedWeights found = options.naming()
                .find(file, compiled.weights(), options.reading().clampVariance());
        notes.addAll(found.notes());
        if (!found.unused().isEmpty()) {
            notes.add("not used of " + file.getFileName() + ": " + String.join(", ", found.unused()));
        }
        return found.tensors();
    }

    /** Prints what was assumed when the weights were found. */
    void printNotes(PrintWriter err) {
        notes.forEach(note -> err.println("pleat: " + Printable.of(note)));
    }

    /** Returns the weights that lie where the generated class would look for them. */
    private Path beside() {
        String name = origin.className().substring(origin.className().lastIndexOf('.') + 1) + ".safetensors";
        Path beside = origin.file().toAbsolutePath().resolveSibling(name);
        if (Files.exists(beside)) {
            return beside;
        }
        String maven = beside.toString().replace("/src/main/java/", "/src/main/resources/");
        if (Files.exists(Path.of(maven))) {
            return Path.of(maven);
        }
        throw Failure.usage("the weights of " + origin.file() + " are missing: there is no " + name
                + " beside it\n  fix: name them, --weights FILE");
    }
}
