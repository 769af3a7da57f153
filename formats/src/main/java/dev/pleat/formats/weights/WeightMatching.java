package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import dev.pleat.runtime.Safetensors.Tensor;
import dev.pleat.runtime.TensorSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One search for a model's weights in a file: the names given, then the layers found by name, then their tensors. */
final class WeightMatching {
    private static final int MOST_CANDIDATES = 5;
    /** Weights without which a layer computes something else. */
    private static final Set<String> MEANT = Set.of(
            "kernel",
            "weight",
            "bias",
            "gamma",
            "beta",
            "depthwise_kernel",
            "pointwise_kernel",
            "alpha",
            "moving_mean");

    private final WeightNaming naming;
    private final Map<String, Tensor> tensors;
    private final List<ExpectedLayer> expected;
    private final Map<String, FileLayer> layers;
    private final GivenNames given;
    private final boolean clampVariance;

    private final Map<String, Tensor> found = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> fixes = new LinkedHashSet<>();

    WeightMatching(
            WeightNaming naming,
            Map<String, Tensor> tensors,
            List<TensorSpec> expected,
            Map<String, String> names,
            boolean clampVariance) {
        this.naming = naming;
        this.tensors = tensors;
        this.expected = ExpectedLayer.group(expected);
        this.layers = FileLayer.group(naming, tensors);
        this.given = new GivenNames(naming, names, this.expected, layers, tensors);
        this.clampVariance = clampVariance;
    }

    /** Returns what was found. */
    NamedWeights run(Path file) throws FormatException {
        problems.addAll(given.problems());
        Map<ExpectedLayer, FileLayer> pairs = LayerMatching.match(naming, expected, layers.values(), given.layers());
        Set<FileLayer> taken = new LinkedHashSet<>(pairs.values());
        for (ExpectedLayer layer : expected) {
            FileLayer source = pairs.get(layer);
            layer.weights().forEach((weight, spec) -> take(layer, weight, spec, Optional.ofNullable(source), taken));
            if (source != null) {
                refuseLeftovers(layer, source);
            }
        }
        NormStatistics.check(found, clampVariance, problems, notes);
        if (!problems.isEmpty()) {
            throw new FormatException(file, "the weights do not fit the model", problems, List.copyOf(fixes));
        }
        Set<String> unused = new LinkedHashSet<>(tensors.keySet());
        unused.removeAll(sources.values());
        return new NamedWeights(found, sources, List.copyOf(unused), notes);
    }

    private void take(
            ExpectedLayer layer, String weight, TensorSpec spec, Optional<FileLayer> source, Set<FileLayer> taken) {
        String name = given.tensor(spec.name())
                .or(() -> source.flatMap(from -> naming.find(layer, weight, from)
                        .map(role -> from.names().get(role))))
                .orElse(null);
        if (name != null) {
            Tensor tensor = tensors.get(name);
            Optional<Tensor> converted = naming.convert(weight, spec, tensor);
            converted.ifPresentOrElse(value -> found.put(spec.name(), value), () -> {
                problems.add("wrong shape: %s is %s in the model, but %s %s in the file"
                        .formatted(Quoted.of(spec.name()), spec.shape(), Quoted.of(name), tensor.shape()));
                fixes.add("give the model's layers the attributes that the weights were trained with");
            });
            sources.put(spec.name(), name);
        } else if (source.isPresent() && layer.isNorm() && (weight.equals("gamma") || weight.equals("beta"))) {
            float value = weight.equals("gamma") ? 1 : 0;
            float[] values = new float[spec.size()];
            Arrays.fill(values, value);
            found.put(spec.name(), new Tensor(spec.shape(), values));
            notes.add("'%s' is not in the file, as of a norm that was trained without it; it counts as %s"
                    .formatted(spec.name(), weight.equals("gamma") ? "1" : "0"));
        } else {
            missing(weight, spec, taken);
        }
    }

    private void missing(String weight, TensorSpec spec, Set<FileLayer> taken) {
        List<String> candidates = layers.values().stream()
                .filter(layer -> !taken.contains(layer))
                .flatMap(layer -> layer.names().entrySet().stream())
                .map(Map.Entry::getValue)
                .filter(name -> naming.convert(weight, spec, tensors.get(name)).isPresent())
                .map(Quoted::of)
                .limit(MOST_CANDIDATES + 1L)
                .toList();
        String shown = candidates.stream().limit(MOST_CANDIDATES).collect(Collectors.joining(", "));
        problems.add("missing: %s %s; %s"
                .formatted(
                        Quoted.of(spec.name()),
                        spec.shape(),
                        candidates.isEmpty()
                                ? "no unused tensor of the file has a fitting shape"
                                : "of a fitting shape: " + shown
                                        + (candidates.size() > MOST_CANDIDATES ? ", ..." : "")));
        fixes.add("map the model's names to the file's, tensor by tensor or layer by layer, such as conv1=%s"
                .formatted(naming == WeightNaming.TORCH ? "features.0" : "scope/conv_1"));
    }

    private void refuseLeftovers(ExpectedLayer layer, FileLayer source) {
        source.names().forEach((role, name) -> {
            if (MEANT.contains(role) && !sources.containsValue(name)) {
                problems.add("left over: %s of the file belongs to the layer %s, which has no such weight"
                        .formatted(Quoted.of(name), Quoted.of(layer.path())));
                fixes.add("set useBias, scale or center as the model was trained");
            }
        });
    }
}
