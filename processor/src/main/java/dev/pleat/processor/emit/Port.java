package dev.pleat.processor.emit;

import com.palantir.javapoet.NameAllocator;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.plan.Slot;
import java.util.List;
import java.util.stream.Stream;

/**
 * An input or output of a model.
 *
 * @param name the layer's path
 * @param parameter its name as a parameter of {@code predict}
 * @param at the parameter that says where in a larger array the value begins
 */
record Port(String name, String parameter, String at, Shape shape, Slot slot) {

    /** What the methods with these parameters call themselves; a parameter would hide a field or a type. */
    private static final List<String> TAKEN = List.of(
            "s",
            "w",
            "samples",
            "sample",
            "memory",
            "times",
            "scratch",
            "batchScratch",
            "SCRATCH",
            "AREA",
            "inputs",
            "outputs",
            "Arguments",
            "Copy");

    /** What a record component must not be called. */
    private static final List<String> NO_COMPONENTS =
            List.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    int size() {
        return shape.size();
    }

    /** The inputs and outputs of a model; no two parameters of one method have the same name. */
    record All(List<Port> inputs, List<Port> outputs) {

        /** Java allows a method 255 words of parameters, and {@code predict} has two for each port. */
        private static final int MOST_PARAMETERS = 126;

        static All of(Plan plan) {
            NameAllocator names = new NameAllocator();
            TAKEN.forEach(names::newName);
            NO_COMPONENTS.forEach(names::newName);
            return new All(
                    plan.graph().inputs().stream()
                            .map(node -> port(node.name(), node, plan, names))
                            .toList(),
                    plan.graph().outputs().stream()
                            .map(output -> port(output.name(), plan.graph().node(output.node()), plan, names))
                            .toList());
        }

        private static Port port(String name, Node node, Plan plan, NameAllocator names) {
            String parameter = names.newName(name);
            return new Port(name, parameter, names.newName(parameter + "At"), node.shape(), plan.slot(node));
        }

        Stream<Port> stream() {
            return Stream.concat(inputs.stream(), outputs.stream());
        }

        /** Returns whether each port can be a parameter; otherwise arrays are given by name only. */
        boolean fitParameters() {
            return inputs.size() + outputs.size() <= MOST_PARAMETERS;
        }
    }
}
