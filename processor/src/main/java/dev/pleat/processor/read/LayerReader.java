package dev.pleat.processor.read;

/** Turns one kind of layer into operations. */
@FunctionalInterface
interface LayerReader {

    /**
     * Reads a layer.
     *
     * @throws Refused once its problems are reported
     */
    void read(LayerContext layer);
}
