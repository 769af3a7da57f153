package dev.pleat.formats.onnx;

/** What an operator of ONNX becomes. */
@FunctionalInterface
interface Operator {
    /** Adds the layers of a node, and puts its results. */
    void apply(Call call);
}
