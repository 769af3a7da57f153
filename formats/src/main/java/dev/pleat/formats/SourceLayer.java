package dev.pleat.formats;

import dev.pleat.runtime.Safetensors.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One layer of a {@link SourceModel}: a member of the annotated class, and its weights.
 *
 * @param name the member's name: a Java identifier, unique in the model
 * @param origin what the layer is called in the file, for comments and messages
 * @param annotation the simple name of the annotation, {@code Conv2D}
 * @param attributes the annotation's attributes by name, in the order to write them: {@code Boolean}, {@code Integer},
 *     {@code Double}, {@code String}, an enum constant of {@code dev.pleat}, {@code int[]}, {@code double[]}
 * @param inputs the names of the layers that it reads, in order; empty for an input
 * @param weights its weights by their name in the language, {@code kernel}, in the language's layout
 */
public record SourceLayer(
        String name,
        String origin,
        String annotation,
        Map<String, Object> attributes,
        List<String> inputs,
        Map<String, Tensor> weights) {
    /** Makes the collections immutable. */
    public SourceLayer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(annotation, "annotation");
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        inputs = List.copyOf(inputs);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
}
