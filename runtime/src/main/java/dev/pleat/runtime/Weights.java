package dev.pleat.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The weights of a model, checked against what it expects, as it loads them.
 *
 * <p>Weights are strict: every tensor that the model expects must be there in its shape, no other may be, and every value
 * must be finite. All that is wrong is told in one {@link WeightsException}. In each method that makes weights:
 *
 * <ul>
 *   <li>{@code model} is the name of the model, for messages;
 *   <li>{@code expected} lists the tensors of the model;
 *   <li>{@code names} maps the model's name of a tensor to the one in the source, where they differ. A key may also be
 *       the path of a layer ({@code conv} or {@code b3/pointwise}): it then renames the layer in the names of all its
 *       tensors. The name of a tensor wins over paths, a longer path over a shorter one. Two tensors may be mapped to one
 *       of the source, and share its values; a key that is nothing in the model is an error.
 * </ul>
 */
public final class Weights {
    private final String model;
    private final String source;
    private final Map<String, float[]> tensors;

    private Weights(String model, String source, Map<String, float[]> tensors) {
        this.model = model;
        this.source = source;
        this.tensors = tensors;
    }

    /**
     * Reads weights from a safetensors file.
     *
     * @param model the name of the model
     * @param expected the tensors of the model
     * @param file the file; it is closed again before the method returns
     * @param names the model's names to the file's, where they differ
     * @return the weights
     * @throws IOException if the file cannot be read
     * @throws WeightsException if the file is damaged or does not fit the model
     */
    public static Weights read(String model, List<TensorSpec> expected, Path file, Map<String, String> names)
            throws IOException {
        try (SafetensorsReader reader = SafetensorsReader.of(file)) {
            return read(model, expected, reader, names);
        }
    }

    /**
     * Reads weights from a stream in the format safetensors, up to its end.
     *
     * @param model the name of the model
     * @param expected the tensors of the model
     * @param in the stream; it is not closed
     * @param names the model's names to the stream's, where they differ
     * @return the weights
     * @throws IOException if the stream cannot be read
     * @throws WeightsException if what it holds is damaged or does not fit the model
     */
    public static Weights read(String model, List<TensorSpec> expected, InputStream in, Map<String, String> names)
            throws IOException {
        return read(model, expected, SafetensorsReader.of(in, "the stream"), names);
    }

    /**
     * Reads weights from a safetensors resource of the class path.
     *
     * <p>In a named module, a resource in a package can be found only if the module opens that package to {@code
     * dev.pleat.runtime}; the other {@code readResource} has no such limit.
     *
     * @param model the name of the model
     * @param expected the tensors of the model
     * @param owner the class whose resource it is
     * @param resource the resource's name, relative to the class's package unless it begins with {@code /}
     * @param names the model's names to the resource's, where they differ
     * @return the weights
     * @throws WeightsException if the resource is missing, damaged, or does not fit the model
     * @throws UncheckedIOException if the resource cannot be read
     */
    public static Weights readResource(
            String model, List<TensorSpec> expected, Class<?> owner, String resource, Map<String, String> names) {
        return readResource(model, expected, owner, owner::getResourceAsStream, resource, names);
    }

    /**
     * Reads weights from a safetensors resource, which the caller opens with its own rights.
     *
     * @param model the name of the model
     * @param expected the tensors of the model
     * @param owner the class whose resource it is
     * @param opener returns a resource by name, or null if it is missing: {@code name ->
     *     Owner.class.getResourceAsStream(name)}, written in the owner's module
     * @param resource the resource's name, relative to the class's package unless it begins with {@code /}
     * @param names the model's names to the resource's, where they differ
     * @return the weights
     * @throws WeightsException if the resource is missing, damaged, or does not fit the model
     * @throws UncheckedIOException if the resource cannot be read
     */
    public static Weights readResource(
            String model,
            List<TensorSpec> expected,
            Class<?> owner,
            Function<String, InputStream> opener,
            String resource,
            Map<String, String> names) {
        try (InputStream in = opener.apply(resource)) {
            if (in == null) {
                throw missing(model, owner, resource);
            }
            String source = "the resource " + absolute(owner, resource);
            return read(model, expected, SafetensorsReader.of(in, source), names);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + absolute(owner, resource), e);
        }
    }

    private static WeightsException missing(String model, Class<?> owner, String resource) {
        String path = absolute(owner, resource);
        List<String> fixes = new ArrayList<>();
        fixes.add("put the file at src/main/resources%s, or load the weights from a path or a stream".formatted(path));
        if (owner.getModule().isNamed()) {
            fixes.add("if it is there, let the module %s open the package %s to %s"
                    .formatted(owner.getModule().getName(), owner.getPackageName(), Weights.class.getPackageName()));
        }
        return WeightsException.listing(
                "the weights of the model %s are missing".formatted(model),
                List.of("looked for the resource %s of %s".formatted(path, owner.getName())),
                fixes);
    }

    private static String absolute(Class<?> owner, String resource) {
        if (resource.startsWith("/")) {
            return resource;
        }
        String folder = owner.getPackageName().replace('.', '/');
        return (folder.isEmpty() ? "/" : "/" + folder + "/") + resource;
    }

    /**
     * Takes weights from arrays, such as another program computed. Their shapes are not known, so that only their lengths
     * are checked.
     *
     * @param model the name of the model
     * @param expected the tensors of the model
     * @param tensors the values of each tensor, last dimension fastest; copied
     * @param names the model's names to those in {@code tensors}, where they differ
     * @return the weights
     * @throws WeightsException if the arrays do not fit the model
     */
    public static Weights of(
            String model, List<TensorSpec> expected, Map<String, float[]> tensors, Map<String, String> names) {
        String source = "the arrays";
        TensorNames mapping = new TensorNames(names);
        List<GivenTensor> given = new TreeMap<>(tensors)
                .entrySet().stream()
                        .map(entry -> new GivenTensor(
                                entry.getKey(), Objects.requireNonNull(entry.getValue(), entry.getKey()).length))
                        .toList();
        WeightsCheck.check(model, source, expected, mapping, given);
        Map<String, float[]> copies = new HashMap<>();
        tensors.forEach((name, values) -> copies.put(name, values.clone()));
        return checked(model, source, expected, mapping, copies);
    }

    private static Weights read(
            String model, List<TensorSpec> expected, SafetensorsReader reader, Map<String, String> names)
            throws IOException {
        TensorNames mapping = new TensorNames(names);
        List<StoredTensor> header = reader.header();
        WeightsCheck.check(model, reader.source(), expected, mapping, header);
        // From here on every tensor is one that the model expects, and as large: it may be allocated at once.
        Map<String, float[]> stored = new HashMap<>();
        for (StoredTensor tensor : header) {
            stored.put(tensor.name(), reader.values(tensor, true));
        }
        reader.end();
        return checked(model, reader.source(), expected, mapping, stored);
    }

    private static Weights checked(
            String model, String source, List<TensorSpec> expected, TensorNames names, Map<String, float[]> stored) {
        Map<String, float[]> tensors = new HashMap<>();
        for (TensorSpec spec : expected) {
            tensors.put(spec.name(), stored.get(names.inSource(spec.name())));
        }
        WeightsValues.checkFinite(model, source, expected, tensors);
        WeightsValues.warnOfUntrained(model, source, expected, tensors);
        return new Weights(model, source, tensors);
    }

    /**
     * Returns the values of a tensor, as float32, last dimension fastest.
     *
     * @param name the model's name of the tensor
     * @return the values themselves, not a copy: do not change them
     * @throws IllegalArgumentException if the model has no such tensor
     */
    public float[] get(String name) {
        float[] values = tensors.get(name);
        if (values == null) {
            throw new IllegalArgumentException("the model %s has no tensor '%s'".formatted(model, name));
        }
        return values;
    }

    /**
     * Returns what a batch normalization layer does to each channel: {@code gamma * (x - moving_mean) /
     * sqrt(moving_variance + epsilon) + beta}.
     *
     * @param layer the path of the layer
     * @param channels the number of channels
     * @param epsilon what is added to the variance; rounded to float32, as in the frameworks that train
     * @param center whether there is a {@code beta}; otherwise it is 0
     * @param scale whether there is a {@code gamma}; otherwise it is 1
     * @return the map of the channels
     * @throws WeightsException if variance and epsilon add up to zero or less in a channel
     * @throws IllegalArgumentException if the model has no such tensors, or they have other lengths
     */
    public ChannelAffine batchNorm(String layer, int channels, double epsilon, boolean center, boolean scale) {
        float[] gamma = scale ? get(layer + "/gamma", channels) : null;
        float[] beta = center ? get(layer + "/beta", channels) : null;
        float[] mean = get(layer + "/moving_mean", channels);
        float[] variance = get(layer + "/moving_variance", channels);
        try {
            return ChannelAffine.batchNorm(gamma, beta, mean, variance, epsilon);
        } catch (WeightsException e) {
            throw named(layer, e);
        }
    }

    /**
     * Returns what a normalization layer with learnt statistics does to each channel: {@code (x - mean) /
     * max(sqrt(variance), 1e-7)}, or its inverse.
     *
     * @param layer the path of the layer
     * @param channels the number of channels
     * @param invert whether to undo the normalization: {@code mean + x * max(sqrt(variance), 1e-7)}
     * @return the map of the channels
     * @throws WeightsException if the variance of a channel is negative
     * @throws IllegalArgumentException if the model has no such tensors, or they have other lengths
     */
    public ChannelAffine normalization(String layer, int channels, boolean invert) {
        double[] mean = Float32.widened(get(layer + "/mean", channels));
        double[] variance = Float32.widened(get(layer + "/variance", channels));
        try {
            return ChannelAffine.normalization(mean, variance, invert);
        } catch (WeightsException e) {
            throw named(layer, e);
        }
    }

    private float[] get(String name, int length) {
        float[] values = get(name);
        if (values.length != length) {
            throw new IllegalArgumentException("'%s' has %d values, not %d".formatted(name, values.length, length));
        }
        return values;
    }

    private WeightsException named(String layer, WeightsException e) {
        return new WeightsException(
                "the weights in %s do not fit the model %s\n  '%s': %s".formatted(source, model, layer, e.getMessage()),
                e);
    }

    /** Returns the model and where its weights came from. */
    @Override
    public String toString() {
        return "weights of %s from %s".formatted(model, source);
    }
}
