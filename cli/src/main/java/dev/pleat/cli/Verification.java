package dev.pleat.cli;

import dev.pleat.formats.weights.NpyArray;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.TensorSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a model with reference arrays. */
final class Verification {
    private final Loader loader;
    private final Map<String, NpyArray> arrays;
    private final String file;
    private final PrintWriter err;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final Map<String, String> uncompared = new LinkedHashMap<>();
    private int samples;

    /**
     * @param file where the arrays are from, for messages
     * @param err where progress is shown
     */
    Verification(Loader loader, Map<String, NpyArray> arrays, String file, PrintWriter err) {
        this.loader = loader;
        this.arrays = arrays;
        this.file = file;
        this.err = err;
    }

    /** Runs the model and compares all arrays but those that are ignored. */
    void run(Set<String> ignored) throws Exception {
        Origin origin = loader.origin();
        CompiledModel model = Progress.during(err, "Compiling", () -> loader.load(loader.compile(false)));
        List<Ports> inputs =
                model.inputs().stream().map(port -> Ports.of(port, origin)).toList();
        Feed feed = Feed.of(file, arrays, inputs, Feed.BY_X, origin.batched());
        samples = feed.batch().samples();
        List<String> references = arrays.keySet().stream()
                .filter(name -> !feed.used().contains(name) && !ignored.contains(name))
                .toList();
        List<References.Match> matches = References.match(outputs(model), references);
        references.forEach(name -> uncompared.put(
                name,
                "no output for it: those of the model are "
                        + model.outputs().stream().map(TensorSpec::name).toList()));
        compare(matches, model, feed, false);
        if (matches.stream().anyMatch(References.Match::logits)) {
            // Compiled apart, so that what is verified is the model as it will be used.
            CompiledModel open = Progress.during(err, "Compiling", () -> loader.load(loader.compile(true)));
            compare(matches, open, feed, true);
        }
    }

    /** Returns the outputs in the order of the file that the model was read from. */
    private List<Ports> outputs(CompiledModel model) {
        List<String> order = loader.origin().read().map(read -> read.outputs()).orElse(List.of());
        List<Ports> outputs = new ArrayList<>();
        for (String name : order) {
            model.outputs().stream()
                    .filter(port -> port.name().equals(name))
                    .forEach(port -> outputs.add(Ports.of(port, loader.origin())));
        }
        for (TensorSpec port : model.outputs()) {
            if (!order.contains(port.name())) {
                outputs.add(Ports.of(port, loader.origin()));
            }
        }
        return outputs;
    }

    private void compare(List<References.Match> matches, CompiledModel model, Feed feed, boolean logits)
            throws IOException {
        Predictions predictions;
        try (Progress progress = new Progress(err, "Running", samples)) {
            predictions = Predictions.of(model, feed, progress);
        }
        for (References.Match match : matches) {
            if (match.logits() == logits) {
                compare(match, predictions, model);
            }
        }
    }

    private void compare(References.Match match, Predictions predictions, CompiledModel model) {
        String name = match.output().name();
        String note = "";
        if (match.logits() && predictions.outputs().containsKey(name + References.LOGITS)) {
            name += References.LOGITS;
        } else if (match.logits()) {
            note = "ends in no softmax or sigmoid; compared with the output itself";
        }
        String output = name;
        TensorSpec port = model.outputs().stream()
                .filter(spec -> spec.name().equals(output))
                .findFirst()
                .orElseThrow();
        NpyArray reference = arrays.get(match.array());
        Batch batch = Batch.of(reference, port.shape(), loader.origin().batched());
        if (batch == null || batch.samples() != samples) {
            uncompared.put(
                    match.array(),
                    "it has the shape %s, but %d samples of '%s' have %s each"
                            .formatted(reference.shape(), samples, output, port.shape()));
            return;
        }
        uncompared.remove(match.array());
        comparisons.add(Comparison.of(
                match.array(), output, reference, predictions.outputs().get(output), samples, note));
    }

    int samples() {
        return samples;
    }

    /** Returns the comparisons in the order of the arrays. */
    List<Comparison> comparisons() {
        List<String> order = List.copyOf(arrays.keySet());
        return comparisons.stream()
                .sorted((a, b) -> Integer.compare(order.indexOf(a.array()), order.indexOf(b.array())))
                .toList();
    }

    /** Returns the references that were compared with nothing, and why. */
    Map<String, String> uncompared() {
        return uncompared;
    }

    boolean passed(double tolerance) {
        return uncompared.isEmpty() && comparisons.stream().allMatch(comparison -> comparison.within(tolerance));
    }
}
