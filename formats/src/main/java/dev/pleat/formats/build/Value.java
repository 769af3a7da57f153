package dev.pleat.formats.build;

/**
 * What a layer computes.
 *
 * @param layer the layer's name
 * @param shape the shape in the language: without the batch
 * @param batched whether a batch dimension is in front of the shape, in the file's model
 */
public record Value(String layer, Dims shape, boolean batched) {
    /** {@return how many dimensions it has in the file's model} */
    public int rank() {
        return shape.rank() + (batched ? 1 : 0);
    }

    /** {@return the shape as the file's model has it, {@code N} for the batch} */
    public String text() {
        String inner = shape.toString();
        return !batched ? inner : shape.rank() == 0 ? "[N]" : "[N, " + inner.substring(1);
    }
}
