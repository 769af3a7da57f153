package dev.pleat.processor;

import java.util.List;

/**
 * How a model was compiled: what was written, what every pass made of it and why, what is computed in which order, and
 * where every value lies meanwhile. Lists, numbers and words only, so that it can be written as JSON as it stands.
 *
 * <p>Shapes are those of one sample. Layers are called by their path in the model, {@code b3/pointwise}; several nodes may
 * come from one layer, and one node may do the work of several.
 *
 * @param model the simple name of the annotated class
 * @param className the qualified name of the class that was generated
 * @param read the graph as written
 * @param stages the passes that changed it, in the order in which they ran
 * @param planned the graph that is computed, with the copies that borders need
 * @param fates what became of each layer, in the order of the source
 * @param steps what a prediction runs, in order
 * @param memory where the values lie in the scratch memory
 * @param packedFloats the weights as the kernels read them, in floats, their padding included
 */
public record Explanation(
        String model,
        String className,
        Drawing read,
        List<Stage> stages,
        Drawing planned,
        List<Fate> fates,
        List<Step> steps,
        Memory memory,
        long packedFloats) {

    /** Makes the lists immutable. */
    public Explanation {
        stages = List.copyOf(stages);
        fates = List.copyOf(fates);
        steps = List.copyOf(steps);
    }

    /**
     * A graph.
     *
     * @param nodes each after those that it reads
     * @param outputs what the caller gets
     */
    public record Drawing(List<Node> nodes, List<Output> outputs) {
        /** Makes the lists immutable. */
        public Drawing {
            nodes = List.copyOf(nodes);
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * A value and how it is computed.
     *
     * @param name unique in its graph
     * @param layer the layer that it is named after
     * @param kind the simple name of that layer's annotation, empty if the layer is none of the model's
     * @param operation the operation in a word or two, {@code conv} or {@code max pool}
     * @param detail the operation with all its numbers, as dumps show it
     * @param shape of its value
     * @param inputs the names of the nodes that it reads
     * @param weights what it reads from the weights file
     * @param parameters how many numbers these are
     * @param multiplyAdds of one prediction
     * @param layers the layers whose work it does, in the order of the source
     */
    public record Node(
            String name,
            String layer,
            String kind,
            String operation,
            String detail,
            List<Integer> shape,
            List<String> inputs,
            List<Weight> weights,
            long parameters,
            long multiplyAdds,
            List<String> layers) {
        /** Makes the lists immutable. */
        public Node {
            shape = List.copyOf(shape);
            inputs = List.copyOf(inputs);
            weights = List.copyOf(weights);
            layers = List.copyOf(layers);
        }
    }

    /**
     * A tensor of the weights file.
     *
     * @param name as {@code conv/kernel}
     * @param shape in the language's layout
     */
    public record Weight(String name, List<Integer> shape) {
        /** Makes the list immutable. */
        public Weight {
            shape = List.copyOf(shape);
        }
    }

    /**
     * A value that the caller gets.
     *
     * @param name what the caller calls it
     * @param node the node whose value it is
     */
    public record Output(String name, String node) {}

    /**
     * One run of a pass that changed the graph.
     *
     * @param pass the pass's name, {@code FoldBackward}
     * @param purpose what the pass does, a sentence
     * @param changes every change, in order
     * @param after the graph that it left
     */
    public record Stage(String pass, String purpose, List<Change> changes, Drawing after) {
        /** Makes the list immutable. */
        public Stage {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One rewrite at one place.
     *
     * @param pass the pass's name
     * @param layers the layers whose work moved or went
     * @param into the layer that does it from then on, empty if nobody needs to
     * @param sentence what happened
     */
    public record Change(String pass, List<String> layers, String into, String sentence) {
        /** Makes the list immutable. */
        public Change {
            layers = List.copyOf(layers);
        }
    }

    /** What can become of a layer. */
    public enum Outcome {
        /** It is what the caller passes. */
        INPUT,
        /** It is computed by a step, or several, that others may have joined. */
        STEP,
        /** It is multiplied into the weights of another layer when they are loaded. */
        FOLDED,
        /** It is computed in another layer's step. */
        FUSED,
        /** It is another look at the same memory. */
        VIEW,
        /** It does nothing to a prediction. */
        REMOVED
    }

    /**
     * What became of a layer.
     *
     * @param layer the layer
     * @param kind the simple name of its annotation
     * @param outcome what became of it
     * @param steps the names of the steps or values that do its work
     * @param sentence what became of it, in words
     * @param reasons why nothing better did: one sentence for everything that was tried and refused
     */
    public record Fate(
            String layer, String kind, Outcome outcome, List<String> steps, String sentence, List<String> reasons) {
        /** Makes the lists immutable. */
        public Fate {
            steps = List.copyOf(steps);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One step of a prediction: a node of {@link Explanation#planned} and how it is computed.
     *
     * @param node the name of the node
     * @param owner the layer that the step is called after in words: the one whose kernel it multiplies by
     * @param schedule the kernels that it calls, then the tiles that they compute
     */
    public record Step(String node, String owner, List<String> schedule) {
        /** Makes the list immutable. */
        public Step {
            schedule = List.copyOf(schedule);
        }
    }

    /**
     * The scratch memory of one prediction.
     *
     * @param floats its size
     * @param valueFloats how much of it the values take; behind them lies a work area, which a step uses only while it runs
     * @param intervals its values; no two of them overlap in both memory and time
     */
    public record Memory(long floats, long valueFloats, List<Interval> intervals) {
        /** Makes the list immutable. */
        public Memory {
            intervals = List.copyOf(intervals);
        }
    }

    /**
     * Where a value lies and from when to when.
     *
     * @param value the name of its node
     * @param offset its first float, that of its border if it has one
     * @param length its floats
     * @param first index of the step that writes it, -1 if the caller does
     * @param last index of the last step that reads it, the number of steps if the caller does
     */
    public record Interval(String value, int offset, int length, int first, int last) {}
}
