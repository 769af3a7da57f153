package dev.pleat.runtime;

import static dev.pleat.runtime.WeightsException.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the tensors that a model expects with those that a source holds, before any value is read.
 *
 * <p>What is right takes no lambdas: the first ones of a process take it longer than all the weights of a small model.
 * Everything that is wrong is told at once, since weights are seldom wrong in one place only.
 */
final class WeightsCheck {
    // A file of another model may hold any number of tensors; nobody reads more lines than these.
    private static final int MAX_SUPERFLUOUS = 1000;
    // Each missing tensor is compared with as many names: more would take longer than loading the weights.
    private static final int MAX_COMPARED = 100;

    private final List<TensorSpec> expected;
    private final TensorNames names;
    private final Map<String, FoundTensor> found = new LinkedHashMap<>();
    private final Set<String> unused;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> fixes = new LinkedHashSet<>();

    private WeightsCheck(List<TensorSpec> expected, TensorNames names, List<? extends FoundTensor> tensors) {
        this.expected = expected;
        this.names = names;
        for (FoundTensor tensor : tensors) {
            found.put(tensor.name(), tensor);
        }
        this.unused = new LinkedHashSet<>(found.keySet());
        for (TensorSpec spec : expected) {
            unused.remove(names.inSource(spec.name()));
        }
    }

    /**
     * Checks that each expected tensor is found in its shape and in a readable type, that no other tensor is found, and
     * that no entry of the names is without effect.
     *
     * @throws WeightsException that lists all that is wrong
     */
    static void check(
            String model,
            String source,
            List<TensorSpec> expected,
            TensorNames names,
            List<? extends FoundTensor> tensors) {
        WeightsCheck check = new WeightsCheck(expected, names, tensors);
        check.run();
        if (!check.problems.isEmpty()) {
            throw WeightsException.listing(
                    "the weights in %s do not fit the model %s".formatted(source, model),
                    check.problems,
                    List.copyOf(check.fixes));
        }
    }

    private void run() {
        for (String key : names.unknown(expected)) {
            unknown(key);
        }
        for (TensorSpec spec : expected) {
            check(spec);
        }
        if (!unused.isEmpty()) {
            superfluous();
        }
    }

    private void superfluous() {
        unused.stream().limit(MAX_SUPERFLUOUS).map(found::get).forEach(tensor -> {
            problems.add(
                    "superfluous: %s %s is not a tensor of the model".formatted(quote(tensor.name()), tensor.extent()));
            fixes.add("remove the superfluous tensors, or add their layers to the model");
        });
        if (unused.size() > MAX_SUPERFLUOUS) {
            problems.add("superfluous: %d more tensors".formatted(unused.size() - MAX_SUPERFLUOUS));
        }
    }

    private void unknown(String key) {
        Set<String> known = expected.stream()
                .flatMap(spec -> List.of(spec.name(), layer(spec.name())).stream())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        problems.add("unknown name: %s, mapped to %s, is neither a tensor nor a layer of the model%s"
                .formatted(quote(key), quote(names.names().get(key)), suggestion(key, known)));
        fixes.add("correct the unknown names, or leave them out");
    }

    private static String layer(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    private void check(TensorSpec spec) {
        FoundTensor tensor = found.get(names.inSource(spec.name()));
        if (tensor == null) {
            missing(spec);
            return;
        }
        if (!tensor.fits(spec)) {
            problems.add("wrong shape: %s is %s in the model but %s here%s"
                    .formatted(
                            called(spec),
                            wanted(spec, tensor),
                            tensor.extent(),
                            tensor.isPermutationOf(spec) ? "; the model reads Keras's order of dimensions" : ""));
            fixes.add("give the model's layers the attributes that the weights were trained with");
        }
        if (!tensor.isReadable()) {
            problems.add("unsupported: %s is of type %s; a model reads %s"
                    .formatted(called(spec), quote(tensor.type()), ElementType.READABLE));
            fixes.add("save the unsupported tensors as F32");
        }
    }

    private void missing(TensorSpec spec) {
        Set<String> fitting = unused.stream()
                .limit(MAX_SUPERFLUOUS)
                .filter(name -> found.get(name).fits(spec))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String hint = fitting.size() > MAX_COMPARED ? "" : suggestion(names.inSource(spec.name()), fitting);
        if (hint.isEmpty() && fitting.size() == 1) {
            hint = "; only %s has this shape".formatted(quote(fitting.iterator().next()));
        }
        problems.add("missing: %s %s%s".formatted(called(spec), spec.shape(), hint));
        fixes.add("map the model's names to those in the file, such as Map.of(\"conv\", \"conv2d_1\"), or save the"
                + " missing tensors too");
    }

    private String called(TensorSpec spec) {
        String name = names.inSource(spec.name());
        return quote(spec.name()) + (name.equals(spec.name()) ? "" : " (here " + quote(name) + ")");
    }

    private static String wanted(TensorSpec spec, FoundTensor tensor) {
        return tensor instanceof GivenTensor ? spec.shape() + ", " + spec.size() + " numbers," : "" + spec.shape();
    }

    private static String suggestion(String name, Set<String> candidates) {
        return Resemblance.closest(name, candidates)
                .map(close -> "; did you mean " + quote(close) + "?")
                .orElse("");
    }
}
