package dev.pleat.formats.keras;

import dev.pleat.formats.FormatException;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weights as Keras 1 and 2 write them, and Keras 3 into {@code .h5}: a group for each layer, whose attribute
 * {@code weight_names} lists its arrays in order. A model within the model is one layer there, with the weights of all its
 * layers.
 */
final class LegacyWeights implements WeightScope {
    private final H5File file;
    private final Group root;
    private final Problems problems;

    /**
     * Creates the weights below a group.
     *
     * @param root the group that has the attribute {@code layer_names}
     */
    LegacyWeights(H5File file, Group root, Problems problems) {
        this.file = file;
        this.root = root;
        this.problems = problems;
    }

    /** {@return the group that holds the layers' groups: {@code model_weights} or the root; empty if there is none} */
    static Optional<Group> root(H5File file) throws IOException {
        Optional<Group> whole = file.group(file.root(), "model_weights");
        if (whole.isPresent()) {
            return whole;
        }
        return file.texts(file.root(), "layer_names").isPresent() ? Optional.of(file.root()) : Optional.empty();
    }

    @Override
    public List<Stored> of(KerasLayer layer) throws IOException {
        return of(file, root, layer.name());
    }

    /** {@return the weights of a layer by its name} */
    static List<Stored> of(H5File file, Group root, String layer) throws IOException {
        Optional<Group> group = file.group(root, layer);
        List<Stored> all = new ArrayList<>();
        if (group.isPresent()) {
            for (String name : file.texts(group.get(), "weight_names").orElse(List.of())) {
                Optional<Dataset> dataset = file.dataset(group.get(), name);
                if (dataset.isEmpty()) {
                    throw new FormatException(file.path(), "the weight " + layer + "/" + name + " is not there");
                }
                all.add(new Stored(name, file, dataset.get()));
            }
        }
        return all;
    }

    @Override
    public WeightScope inside(KerasLayer model) throws IOException {
        // Keras 1 writes the layers of a Sequential model within another as if they were the other's.
        List<Stored> own = of(model);
        return own.isEmpty() ? this : FlattenedWeights.of(own, model, problems);
    }
}
