package dev.pleat.formats.onnx;

import com.google.protobuf.ByteString;
import dev.pleat.formats.CompiledModels;
import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs tests of operators: each model is read, compiled and run, or refused. */
final class NodeTests {
    private static final double TOLERANCE = 1e-5;
    private static final int BATCH = 100;

    /** Tests whose expected outputs were written by hand. */
    private static final Set<String> FOUR_DIGITS = Set.of("test_averagepool_2d_ceil_last_window_starts_on_pad");

    private final Path scratch;

    NodeTests(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * What became of a test.
     *
     * @param test the test
     * @param passed whether the outputs are right
     * @param weighted whether its inputs but the first were given as weights
     * @param reason why it was refused, or what is wrong
     * @param source the class
     */
    record Outcome(NodeTest test, boolean passed, boolean refused, boolean weighted, String reason, String source) {}

    /** A test whose model was read. */
    private record Read(NodeTest test, SourceModel model, boolean weighted) {}

    List<Outcome> run(List<NodeTest> tests) throws IOException, ReflectiveOperationException {
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, Read> read = new LinkedHashMap<>();
        for (NodeTest test : tests) {
            String reason = read(test, read);
            if (reason != null) {
                outcomes.add(new Outcome(test, false, true, false, reason, ""));
            }
        }
        List<String> names = new ArrayList<>(read.keySet());
        for (int from = 0; from < names.size(); from += BATCH) {
            Map<String, SourceModel> models = new LinkedHashMap<>();
            for (String name : names.subList(from, Math.min(from + BATCH, names.size()))) {
                models.put(name, read.get(name).model());
            }
            InMemoryCompiler.Result result = CompiledModels.compile(models);
            if (!result.succeeded()) {
                throw new AssertionError(result.errors());
            }
            for (String name : models.keySet()) {
                outcomes.add(outcome(result, name, read.get(name)));
            }
        }
        return outcomes;
    }

    private String read(NodeTest test, Map<String, Read> read) throws IOException {
        String first = null;
        for (boolean weighted : new boolean[] {false, true}) {
            ByteString bytes = weighted ? test.withWeights() : test.model();
            Path file = Files.write(scratch.resolve(test.name() + ".onnx"), bytes.toByteArray());
            try {
                SourceModel model = new OnnxReader().read(file, ReadOptions.DEFAULT);
                read.put(test.name(), new Read(test, model, weighted));
                return null;
            } catch (FormatException e) {
                String reason = e.getMessage().substring(e.getMessage().indexOf(": ") + 2);
                first = first == null || weighted && test.inputs().size() > 1 ? reason : first;
            }
            if (test.inputs().size() < 2
                    || test.inputs().size() > test.graph().inputs().size()) {
                break;
            }
        }
        return first;
    }

    private static Outcome outcome(InMemoryCompiler.Result result, String name, Read read) {
        String source = CompiledModels.source(name, read.model());
        String problem;
        try {
            problem = problem(CompiledModels.load(result, name, read.model()), read);
        } catch (ReflectiveOperationException | RuntimeException e) {
            problem = e + (e.getCause() == null ? "" : ": " + e.getCause());
        }
        return new Outcome(read.test(), problem.isEmpty(), false, read.weighted(), problem, source);
    }

    private static String problem(CompiledModel compiled, Read read) {
        NodeTest test = read.test();
        boolean batched = read.model().batched();
        List<TensorSpec> specs = compiled.inputs();
        int samples = 1;
        if (batched) {
            samples = NodeTest.decoded(test.inputs().get(0)).dims()[0];
        }
        List<String> outputs = read.model().outputs();
        List<float[]> results = new ArrayList<>();
        for (String output : outputs) {
            int size = compiled.outputs().stream()
                    .filter(spec -> spec.name().equals(output))
                    .mapToInt(TensorSpec::size)
                    .sum();
            results.add(new float[size * samples]);
        }
        for (int sample = 0; sample < samples; sample++) {
            Map<String, float[]> inputs = new LinkedHashMap<>();
            for (int i = 0; i < specs.size(); i++) {
                float[] all = NodeTest.decoded(test.inputs().get(i)).tensor().values();
                int size = specs.get(i).size();
                inputs.put(specs.get(i).name(), Arrays.copyOfRange(all, sample * size, (sample + 1) * size));
            }
            Map<String, float[]> predicted = compiled.predict(inputs);
            for (int i = 0; i < outputs.size(); i++) {
                float[] part = predicted.get(outputs.get(i));
                System.arraycopy(part, 0, results.get(i), sample * part.length, part.length);
            }
        }
        StringBuilder problem = new StringBuilder();
        for (int i = 0; i < results.size(); i++) {
            double[] expected = NodeTest.decoded(test.outputs().get(i)).doubles();
            double tolerance = FOUR_DIGITS.contains(test.name()) ? 1e-3 : TOLERANCE;
            problem.append(difference(expected, results.get(i), tolerance));
        }
        return problem.toString();
    }

    private static String difference(double[] expected, float[] actual, double tolerance) {
        if (expected.length != actual.length) {
            return actual.length + " numbers instead of " + expected.length;
        }
        double largest = 1e-30;
        for (double number : expected) {
            largest = Double.isFinite(number) ? Math.max(largest, Math.abs(number)) : largest;
        }
        for (int i = 0; i < actual.length; i++) {
            // Written so that NaN fails.
            if (!(Math.abs(expected[i] - actual[i]) <= tolerance * largest)) {
                return "[%d] is %s instead of %s".formatted(i, actual[i], expected[i]);
            }
        }
        return "";
    }
}
