package dev.pleat.processor.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A model that grows layer by layer. A layer is refused if it has no meaning, is too large, or would make single precision
 * differ visibly from double: the reference runs along, on two samples and on copies disturbed by more than rounding does.
 */
final class Growth {
    private static final int MOST_ELEMENTS = 3000;
    private static final int MOST_WEIGHTS = 60_000;
    private static final double LARGEST = 40;
    private static final double NOISE = 3e-7;
    private static final double MOST_DISTURBED = 3e-6;

    private static final List<String> AWKWARD = List.of(
            "w",
            "s",
            "x",
            "i",
            "load",
            "predict",
            "summary",
            "inputs",
            "outputs",
            "weights",
            "scratch",
            "Float",
            "Math",
            "row",
            "$",
            "_a",
            "Simd",
            "String",
            "gewöhnlich",
            "value",
            "values",
            "input",
            "output",
            "name",
            "self");

    private final Chooser chooser;
    private final long seed;
    private final List<LayerSpec> layers = new ArrayList<>();
    private final Map<String, int[]> shapes = new LinkedHashMap<>();
    private final List<Map<String, Tensor>> samples = List.of(new LinkedHashMap<>(), new LinkedHashMap<>());
    private final List<Map<String, Tensor>> disturbed = List.of(new LinkedHashMap<>(), new LinkedHashMap<>());
    private final Map<String, Double> scales = new LinkedHashMap<>();

    Growth(Chooser chooser, long seed) {
        this.chooser = chooser;
        this.seed = seed;
    }

    /** Adds an input. */
    void input(int[] shape) {
        LayerSpec layer = new LayerSpec(name("Input"), "Input", Map.of("value", shape), List.of());
        for (int i = 0; i < samples.size(); i++) {
            samples.get(i).put(layer.name(), RandomWeights.input(layer, seed, i));
            disturbed.get(i).put(layer.name(), samples.get(i).get(layer.name()));
        }
        scales.put(layer.name(), 1.0);
        shapes.put(layer.name(), shape);
        layers.add(layer);
    }

    /**
     * Adds a layer if it can.
     *
     * @param wanted attributes that it must have; the others are random
     * @return whether it was added
     */
    boolean add(String type, Map<String, Object> wanted, List<String> inputs) {
        Map<String, Object> attributes = RandomAttributes.of(chooser, type, shape(inputs.get(0)), wanted);
        LayerSpec layer = new LayerSpec(name(type), type, attributes, inputs);
        try {
            int[] shape = Reference.shape(layer, shapes);
            int weights = Reference.weightShapes(layer, shapes).values().stream()
                    .mapToInt(Tensor::size)
                    .sum();
            if (Tensor.size(shape) > MOST_ELEMENTS || weights > MOST_WEIGHTS || !run(layer)) {
                return false;
            }
            shapes.put(layer.name(), shape);
            layers.add(layer);
            return true;
        } catch (Illegal e) {
            return false;
        }
    }

    /** Tries a few times to add a layer. */
    boolean tryToAdd(String type, Map<String, Object> wanted, List<String> inputs) {
        for (int i = 0; i < 12; i++) {
            if (add(type, wanted, inputs)) {
                return true;
            }
        }
        return false;
    }

    private boolean run(LayerSpec layer) {
        Map<String, Tensor> weights = RandomWeights.of(layer, shapes, seed);
        List<Tensor> values = new ArrayList<>();
        double scale = Double.POSITIVE_INFINITY;
        for (Map<String, Tensor> sample : samples) {
            Tensor value = Reference.run(layer, sample, weights);
            boolean tiny = value.range() < 0.02 && chooser.chance(0.9);
            if (!(value.range() <= LARGEST) || tiny || jumps(layer, sample)) {
                return false;
            }
            scale = Math.min(scale, Reference.scale(layer, value, scales));
            values.add(value);
        }
        List<Tensor> others = new ArrayList<>();
        Random random = new Random(seed * 1000 + layers.size());
        for (int i = 0; i < samples.size(); i++) {
            Tensor other = Reference.run(layer, disturbed.get(i), weights);
            if (!disturb(other, values.get(i), random, MOST_DISTURBED * scale)) {
                return false;
            }
            others.add(other);
        }
        for (int i = 0; i < samples.size(); i++) {
            samples.get(i).put(layer.name(), values.get(i));
            disturbed.get(i).put(layer.name(), others.get(i));
        }
        scales.put(layer.name(), scale);
        return true;
    }

    /** Adds noise to a value; returns whether it still differs from the undisturbed one by less than a bound. */
    private static boolean disturb(Tensor other, Tensor value, Random random, double bound) {
        double noise = NOISE * value.range();
        for (int i = 0; i < other.data().length; i++) {
            other.data()[i] += (2 * random.nextDouble() - 1) * noise;
            if (!(Math.abs(other.data()[i] - value.data()[i]) <= bound)) {
                return false;
            }
        }
        return true;
    }

    // A rectifier with a threshold is not continuous there: no value may be so close that rounding decides.
    private boolean jumps(LayerSpec layer, Map<String, Tensor> sample) {
        double threshold = layer.type().equals("ReLU") ? layer.number("threshold", 0) : 0;
        if (threshold == 0) {
            return false;
        }
        for (double x : sample.get(layer.inputs().get(0)).data()) {
            if (Math.abs(x - threshold) < 1e-4 * scales.get(layer.inputs().get(0))) {
                return true;
            }
        }
        return false;
    }

    private String name(String type) {
        String awkward = chooser.oneOf(AWKWARD);
        if (chooser.chance(0.05) && !shapes.containsKey(awkward)) {
            return awkward;
        }
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + layers.size();
    }

    /** {@return how many layers there are, without inputs} */
    int size() {
        return (int)
                layers.stream().filter(layer -> !layer.type().equals("Input")).count();
    }

    /** {@return the name of the last layer} */
    String last() {
        return layers.get(layers.size() - 1).name();
    }

    /** {@return whether a layer is an input} */
    boolean isInput(String name) {
        return layers.stream()
                .anyMatch(layer -> layer.name().equals(name) && layer.type().equals("Input"));
    }

    /** {@return the shape of a layer} */
    int[] shape(String name) {
        return shapes.get(name);
    }

    /** {@return the names of all layers} */
    List<String> names() {
        return List.copyOf(shapes.keySet());
    }

    /** {@return the names of layers that none reads, but the last} */
    List<String> loose() {
        Set<String> loose = new LinkedHashSet<>(shapes.keySet());
        layers.forEach(layer -> layer.inputs().forEach(loose::remove));
        loose.remove(last());
        return new ArrayList<>(loose);
    }

    /** {@return the model, without the layers that no output needs} */
    ModelSpec model(String name, Set<String> outputs) {
        Set<String> needed = new LinkedHashSet<>(outputs);
        needed.add(last());
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (needed.contains(layers.get(i).name())) {
                needed.addAll(layers.get(i).inputs());
            }
        }
        List<LayerSpec> kept =
                layers.stream().filter(layer -> needed.contains(layer.name())).toList();
        return new ModelSpec(name, kept, outputs);
    }
}
