package dev.pleat.formats;

import java.util.List;
import java.util.Objects;

/**
 * A model as it can be written in the language: layers in order, each after what it reads.
 *
 * @param file what it was read from, for messages and comments
 * @param layers the layers, inputs among them
 * @param outputs the names of the layers whose values are the model's outputs, in the file's order; the last layer of
 *     {@code layers} is one of them
 * @param batched whether the file's model has a batch dimension in front of every input and output, which the language
 *     leaves out; without one, the shapes here are the whole shapes
 * @param notes what a user should know of the import: what was cut off, renamed or assumed, one sentence each
 */
public record SourceModel(
        String file, List<SourceLayer> layers, List<String> outputs, boolean batched, List<String> notes) {
    /** Makes the lists immutable. */
    public SourceModel {
        Objects.requireNonNull(file, "file");
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
    }
}
