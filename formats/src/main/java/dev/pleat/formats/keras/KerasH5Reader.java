package dev.pleat.formats.keras;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ModelReader;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads whole models from {@code .h5} and {@code .hdf5} files of Keras 1, 2 and 3. */
public final class KerasH5Reader implements ModelReader {
    /** Creates a reader. */
    public KerasH5Reader() {}

    @Override
    public SourceModel read(Path file, ReadOptions options) throws IOException {
        try (H5File h5 = H5File.open(file)) {
            Optional<String> config = h5.text(h5.root(), "model_config");
            Optional<Group> weights = LegacyWeights.root(h5);
            if (config.isEmpty()) {
                throw new FormatException(
                        file,
                        "has no attribute 'model_config', so it holds no whole model of Keras",
                        List.of(),
                        List.of("if it holds weights only, write the model as an annotated class and load them there"));
            } else if (weights.isEmpty()) {
                throw new FormatException(file, "has no group 'model_weights'");
            }
            Map<String, Object> json = Json.object(file, "model_config", config.get());
            return KerasImport.read(
                    file,
                    json,
                    origin(h5, weights.get(), config.get()),
                    (model, problems) -> new LegacyWeights(h5, weights.get(), problems),
                    options);
        }
    }

    private static Origin origin(H5File h5, Group weights, String config) throws IOException {
        String version = h5.text(h5.root(), "keras_version").orElse("");
        String backend = h5.text(h5.root(), "backend").orElse("");
        return Origin.of(
                version.isEmpty() ? h5.text(weights, "keras_version").orElse("") : version,
                backend.isEmpty() ? h5.text(weights, "backend").orElse("") : backend,
                config);
    }
}
