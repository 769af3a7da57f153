package dev.pleat.processor.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Random models that end in dense layers, with all that may stand between and behind those. */
final class RandomTails {
    private static final int[] UNITS = {1, 3, 4, 7, 10, 17, 64, 72, 130};
    private static final int LEAST_WEIGHTS = 4 << 10;
    private static final List<String> MERGES =
            List.of("Add", "Multiply", "Average", "Maximum", "Subtract", "Concatenate");

    private final Chooser chooser;
    private final List<LayerSpec> layers = new ArrayList<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private final Set<String> outputs = new LinkedHashSet<>();

    private RandomTails(long seed) {
        chooser = new Chooser(seed);
    }

    /** {@return the model of a seed} */
    static ModelSpec next(long seed) {
        return new RandomTails(seed).grow(seed);
    }

    private ModelSpec grow(long seed) {
        String last = begin();
        // One layer that is large enough for the tail to be worth it.
        last = dense(last, Math.max(chooser.chance(0.5) ? 130 : 256, LEAST_WEIGHTS / sizes.get(last) + 1));
        int more = chooser.between(1, 6);
        for (int i = 0; i < more; i++) {
            last = addTo(last);
            if (chooser.chance(0.2)) {
                outputs.add(last);
            }
        }
        if (chooser.chance(0.2)) {
            add("Reshape", sizes.get(last), List.of(last), "targetShape", new int[] {1, sizes.get(last), 1});
        }
        return new ModelSpec("Tail" + seed, layers, outputs);
    }

    /** Adds inputs and what stands before the dense layers. */
    private String begin() {
        if (chooser.chance(0.4)) {
            return input(chooser.between(40, 300));
        }
        int channels = chooser.between(1, 9);
        layers.add(new LayerSpec("image", "Input", Map.of("value", new int[] {6, 5, channels}), List.of()));
        String last = "image";
        int features = channels;
        if (chooser.chance(0.7)) {
            features = chooser.between(4, 20);
            last = add("Conv2D", 30 * features, List.of(last), "filters", features, "kernelSize", 3, "padding", "SAME");
            if (chooser.chance(0.3)) {
                outputs.add(last);
            }
        }
        if (chooser.chance(0.3)) {
            String mean = add("GlobalAveragePooling2D", features, List.of(last), "keepdims", true);
            String dense = add("Conv2D", 200, List.of(mean), "filters", 200, "kernelSize", 1);
            return add("Flatten", 200, List.of(dense));
        }
        String flat = add("Flatten", 30 * features, List.of(last));
        if (chooser.chance(0.3)) {
            String other = input(chooser.between(3, 40));
            return add("Concatenate", sizes.get(flat) + sizes.get(other), List.of(flat, other));
        }
        return flat;
    }

    private String addTo(String last) {
        int size = sizes.get(last);
        return switch (chooser.between(0, 8)) {
            case 0 -> add("BatchNormalization", size, List.of(last));
            case 1 -> add("Activation", size, List.of(last), "value", chooser.oneOf("TANH", "RELU", "HARD_SWISH"));
            case 2 -> add("PReLU", size, List.of(last));
            case 3 -> merge(last, dense(last, size));
            case 4 -> add("Softmax", size, List.of(last));
            case 5 -> size < 4 ? dense(last, 12) : add("LayerNormalization", size, List.of(last));
            default -> dense(last, chooser.oneOf(UNITS));
        };
    }

    private String merge(String one, String other) {
        String type = chooser.oneOf(MERGES);
        int size = sizes.get(one);
        return add(type, type.equals("Concatenate") ? 2 * size : size, List.of(one, other));
    }

    private String input(int size) {
        String name = "vector" + layers.size();
        layers.add(new LayerSpec(name, "Input", Map.of("value", new int[] {size}), List.of()));
        sizes.put(name, size);
        return name;
    }

    private String dense(String from, int units) {
        String activation = chooser.oneOf("LINEAR", "RELU", "RELU6", "SIGMOID", "LEAKY_RELU", "HARD_SIGMOID");
        return add("Dense", units, List.of(from), "units", units, "activation", activation);
    }

    private String add(String type, int size, List<String> inputs, Object... attributes) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            all.put((String) attributes[i], value instanceof String text ? new Constant(text) : value);
        }
        String name = "l" + layers.size();
        layers.add(new LayerSpec(name, type, all, inputs));
        sizes.put(name, size);
        return name;
    }
}
