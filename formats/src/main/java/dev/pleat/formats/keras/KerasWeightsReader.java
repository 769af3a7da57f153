package dev.pleat.formats.keras;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.WeightsReader;
import dev.pleat.runtime.Safetensors.Tensor;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the weights of Keras's files: {@code .h5} and {@code .hdf5} with weights only or with a model, {@code .weights.h5}
 * and {@code .keras}.
 *
 * <p>In {@code .h5} a weight is called {@code <layer>/<weight name>}, {@code dense/dense/kernel:0}. The other two number
 * weights, {@code layers/dense/vars/0}. There the layer's own name is used where the file notes it, and weights are called
 * {@code layers/dense/kernel} where their number and their class tell what they are: not so for a batch norm of three
 * arrays.
 */
public final class KerasWeightsReader implements WeightsReader {
    private static final int DEEPEST = 32;
    private static final int MOST = 100_000;
    private static final List<String> TRAINING =
            List.of("optimizer", "optimizer_weights", "loss_tracker", "_loss_tracker", "seed_generator");

    /** Creates a reader. */
    public KerasWeightsReader() {}

    @Override
    public Map<String, Tensor> read(Path file) throws IOException {
        try (H5File h5 = isZip(file) ? KerasZipReader.weights(file) : H5File.open(file)) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            Optional<Group> legacy = LegacyWeights.root(h5);
            if (legacy.isPresent()) {
                List<String> layers = h5.texts(legacy.get(), "layer_names").orElse(List.of());
                for (String layer : layers) {
                    for (Stored stored : LegacyWeights.of(h5, legacy.get(), layer)) {
                        tensors.put(layer + "/" + stored.name(), stored.tensor());
                    }
                }
            } else if (NumberedWeights.is(h5)) {
                new Walk(h5, tensors).walk(h5.root(), "", "", 0);
            } else {
                throw new FormatException(file, "has neither 'layer_names' nor 'layers', so Keras did not write it");
            }
            if (tensors.isEmpty()) {
                throw new FormatException(file, "holds no weights");
            }
            return Collections.unmodifiableMap(tensors);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    /** A walk through the groups of a file that numbers weights. */
    private static final class Walk {
        private final H5File file;
        private final Map<String, Tensor> tensors;
        private int groups;

        Walk(H5File file, Map<String, Tensor> tensors) {
            this.file = file;
            this.tensors = tensors;
        }

        /**
         * Adds what is below a group.
         *
         * @param path the group's path, with own names of layers where they are known
         * @param className the name of the group itself, after its class
         */
        void walk(Group group, String path, String className, int depth) throws IOException {
            groups++;
            if (depth > DEEPEST || groups > MOST) {
                throw new FormatException(file.path(), "its groups are nested without end");
            }
            Optional<Group> vars = file.group(group, "vars");
            String own = vars.isPresent() ? file.text(vars.get(), "name").orElse("") : "";
            int slash = path.lastIndexOf('/');
            // Keras notes the name of a layer beside its weights since 3.6.
            String named = own.isEmpty() || path.isEmpty() ? path : path.substring(0, slash + 1) + own;
            add(group, named, className);
            for (String name : file.names(group)) {
                Optional<Node> child = TRAINING.contains(name) ? Optional.empty() : file.find(group, name);
                if (!name.equals("vars") && child.isPresent() && child.get() instanceof Group inner) {
                    boolean wrapped = name.equals("layer");
                    String below = named.isEmpty() ? name : named + "/" + name;
                    walk(inner, wrapped ? named : below, wrapped ? className : name, depth + 1);
                }
            }
        }

        private void add(Group group, String path, String className) throws IOException {
            List<Stored> stored = NumberedWeights.variables(file, group, path + "/vars");
            List<String> roles = roles(className.replaceFirst("_\\d+$", ""), stored.size());
            for (int i = 0; i < stored.size(); i++) {
                String name = roles.isEmpty() ? stored.get(i).name() : path + "/" + roles.get(i);
                tensors.putIfAbsent(name, stored.get(i).tensor());
            }
        }
    }

    /** {@return what the arrays of a class are, by their number; none if that does not tell} */
    private static List<String> roles(String className, int count) {
        List<String> kernel =
                className.startsWith("depthwise") ? List.of("depthwise_kernel", "bias") : List.of("kernel", "bias");
        return switch (className) {
            case "dense",
                    "conv1d",
                    "conv2d",
                    "conv1d_transpose",
                    "conv2d_transpose",
                    "depthwise_conv1d",
                    "depthwise_conv2d" -> kernel.subList(0, count <= 2 ? count : 0);
            case "separable_conv1d", "separable_conv2d" ->
                List.of("depthwise_kernel", "pointwise_kernel", "bias")
                        .subList(0, count == 2 || count == 3 ? count : 0);
            case "batch_normalization" ->
                switch (count) {
                    case 4 -> List.of("gamma", "beta", "moving_mean", "moving_variance");
                    case 2 -> List.of("moving_mean", "moving_variance");
                    default -> List.of();
                };
            case "layer_normalization" -> count == 2 ? List.of("gamma", "beta") : List.of();
            case "normalization" -> List.of("mean", "variance", "count").subList(0, count <= 3 ? count : 0);
            case "p_re_lu" -> count == 1 ? List.of("alpha") : List.of();
            default -> List.of();
        };
    }
}
