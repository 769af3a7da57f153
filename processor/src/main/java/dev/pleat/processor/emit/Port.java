package dev.pleat.processor.emit;

import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.plan.Slot;

/**
 * An input or output of a model.
 *
 * @param name the layer's path
 * @param parameter its name as a parameter of {@code predict}
 */
record Port(String name, String parameter, Shape shape, Slot slot) {

    /** Returns the parameter that says where in a larger array the value begins. */
    String at() {
        return parameter + "At";
    }

    int size() {
        return shape.size();
    }
}
