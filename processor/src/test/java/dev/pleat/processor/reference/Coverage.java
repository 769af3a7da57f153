package dev.pleat.processor.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts which layers, with which values of their attributes in which data format, models have. */
public final class Coverage {
    /**
     * What is counted.
     *
     * @param layer simple name of the annotation
     * @param attribute an attribute that chooses, or {@code "-"} for a layer without any
     * @param value what it chooses
     * @param format the layer's data format, or {@code "-"} if it has none
     */
    record Cell(String layer, String attribute, String value, String format) {}

    private static final String NONE = "-";
    private static final List<String> FORMATS = List.of("CHANNELS_LAST", "CHANNELS_FIRST");
    private static final List<String> YES = List.of("true", "false");
    private static final List<String> NO = List.of("false", "true");
    private static final List<String> FUNCTIONS = List.of(
            "LINEAR",
            "RELU",
            "RELU6",
            "LEAKY_RELU",
            "ELU",
            "SELU",
            "GELU",
            "GELU_TANH",
            "SIGMOID",
            "HARD_SIGMOID",
            "HARD_SIGMOID_KERAS2",
            "TANH",
            "SOFTPLUS",
            "SOFTSIGN",
            "SWISH",
            "SILU",
            "HARD_SWISH",
            "MISH",
            "EXPONENTIAL",
            "SOFTMAX");

    /** Layer → attribute → its values, the default first. */
    private static final Map<String, Map<String, List<String>>> CHOICES = choices();

    private final Map<Cell, Integer> counts = new LinkedHashMap<>();

    /** Starts with every cell at zero. */
    public Coverage() {
        expected().forEach(cell -> counts.put(cell, 0));
    }

    /** {@return the simple names of all layers but the input} */
    static List<String> layers() {
        return List.copyOf(CHOICES.keySet());
    }

    /** {@return every cell that a full test has} */
    static List<Cell> expected() {
        List<Cell> cells = new ArrayList<>();
        CHOICES.forEach((layer, choices) -> {
            for (String format : choices.getOrDefault("dataFormat", List.of(NONE))) {
                choices.forEach((attribute, values) -> {
                    if (!attribute.equals("dataFormat")) {
                        values.forEach(value -> cells.add(new Cell(layer, attribute, value, format)));
                    }
                });
                if (choices.keySet().stream().allMatch("dataFormat"::equals)) {
                    cells.add(new Cell(layer, NONE, NONE, format));
                }
            }
        });
        return cells;
    }

    /** {@return the attributes that put a layer into the cell} */
    static Map<String, Object> attributes(Cell cell) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (!cell.format().equals(NONE)) {
            boolean text = cell.layer().equals("ContribBatchNorm");
            attributes.put("dataFormat", text ? cell.format() : new Constant(cell.format()));
        }
        if (YES.contains(cell.value())) {
            attributes.put(cell.attribute(), Boolean.valueOf(cell.value()));
        } else if (!cell.attribute().equals(NONE)) {
            attributes.put(cell.attribute(), new Constant(cell.value()));
        }
        return attributes;
    }

    /** Counts the layers of a model. */
    public void add(ModelSpec model) {
        for (LayerSpec layer : model.layers()) {
            Map<String, List<String>> choices = CHOICES.getOrDefault(layer.type(), Map.of());
            String format = choices.containsKey("dataFormat") ? given(layer, "dataFormat", choices) : NONE;
            Cell alone = new Cell(layer.type(), NONE, NONE, format);
            counts.computeIfPresent(alone, (cell, count) -> count + 1);
            for (String attribute : choices.keySet()) {
                Cell cell = new Cell(layer.type(), attribute, given(layer, attribute, choices), format);
                counts.computeIfPresent(cell, (key, count) -> count + 1);
            }
        }
    }

    /** {@return the cells that no model has} */
    public Set<String> missing() {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() == 0)
                .map(count -> count.getKey().toString())
                .collect(Collectors.toSet());
    }

    /** {@return the counts, a line for each layer, attribute and format} */
    public String table() {
        Map<String, List<String>> lines = new TreeMap<>();
        counts.forEach((cell, count) -> lines.computeIfAbsent(
                        String.format("%-24s %-14s %-15s", cell.layer(), cell.attribute(), cell.format()),
                        line -> new ArrayList<>())
                .add(cell.value() + " " + count));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + String.join(", ", line.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String given(LayerSpec layer, String attribute, Map<String, List<String>> choices) {
        Object value = layer.attributes().get(attribute);
        return value == null ? choices.get(attribute).get(0) : value.toString();
    }

    private static Map<String, Map<String, List<String>>> choices() {
        List<String> same = List.of("VALID", "SAME");
        Map<String, Map<String, List<String>>> layers = new LinkedHashMap<>();
        layers.put("Dense", sorted(Map.of("activation", FUNCTIONS, "useBias", YES)));
        for (String layer : List.of("Conv", "DepthwiseConv", "SeparableConv", "Conv%sTranspose")) {
            for (String size : List.of("1D", "2D")) {
                boolean transposed = layer.contains("%s");
                String name = transposed ? String.format(layer, size) : layer + size;
                List<String> paddings = name.equals("Conv1D") ? List.of("VALID", "SAME", "CAUSAL") : same;
                layers.put(
                        name,
                        sorted(Map.of(
                                "activation", FUNCTIONS, "padding", paddings, "useBias", YES, "dataFormat", FORMATS)));
            }
        }
        for (String size : List.of("1D", "2D")) {
            for (String kind : List.of("Max", "Average")) {
                layers.put(kind + "Pooling" + size, sorted(Map.of("padding", same, "dataFormat", FORMATS)));
                layers.put("Global" + kind + "Pooling" + size, sorted(Map.of("keepdims", NO, "dataFormat", FORMATS)));
            }
        }
        layers.put("Activation", Map.of("value", FUNCTIONS));
        layers.put("BatchNormalization", sorted(Map.of("center", YES, "scale", YES)));
        layers.put("LayerNormalization", sorted(Map.of("center", YES, "scale", YES)));
        layers.put("Normalization", Map.of("invert", NO));
        layers.put(
                "ContribBatchNorm",
                sorted(Map.of(
                        "activationFn", FUNCTIONS,
                        "center", YES,
                        "scale", NO,
                        "dataFormat", List.of("NHWC", "NCHW"))));
        layers.put(
                "UpSampling2D", sorted(Map.of("interpolation", List.of("NEAREST", "BILINEAR"), "dataFormat", FORMATS)));
        for (String layer : List.of("Flatten", "ZeroPadding2D", "Cropping2D")) {
            layers.put(layer, Map.of("dataFormat", FORMATS));
        }
        for (String layer : List.of(
                "Rescaling",
                "ReLU",
                "LeakyReLU",
                "ELU",
                "PReLU",
                "Softmax",
                "Reshape",
                "Permute",
                "RepeatVector",
                "ZeroPadding1D",
                "Cropping1D",
                "UpSampling1D",
                "Dropout",
                "SpatialDropout1D",
                "SpatialDropout2D",
                "AlphaDropout",
                "GaussianDropout",
                "GaussianNoise",
                "ActivityRegularization",
                "Identity",
                "Add",
                "Subtract",
                "Multiply",
                "Average",
                "Maximum",
                "Minimum",
                "Concatenate")) {
            layers.put(layer, Map.of());
        }
        return layers;
    }

    // Maps of Map.of have another order in every run.
    private static Map<String, List<String>> sorted(Map<String, List<String>> choices) {
        return new TreeMap<>(choices);
    }
}
