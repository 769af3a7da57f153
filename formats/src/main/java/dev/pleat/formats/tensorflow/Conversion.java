package dev.pleat.formats.tensorflow;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.formats.build.NetworkBuilder;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a model of a graph: translates each operation that leads to an output, and reports all that cannot be.
 *
 * <p>Operations that no layer can be made of, but that only prepare the input, are cut off: what they compute becomes an
 * input.
 */
final class Conversion {
    private static final String HEADLINE = "the graph cannot be imported";
    private static final List<String> FIXES = List.of(
            "name tensors behind what cannot be imported as inputs (--inputs), or before it as outputs (--outputs)");

    /** How many numbers constants may amount to, for a file of any size. */
    private static final long MOST_NUMBERS = 1L << 26;

    private final Path file;
    private final Map<String, Translator> translators;
    private final List<Wish> outputs;
    private final Map<Ref, Wish> wishes = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, List<Result>> results = new HashMap<>();
    private final Map<Ref, Value> made = new LinkedHashMap<>();
    private final GraphPlan plan;
    private final NetworkBuilder builder;
    private final ShapeInference inference;
    private final CutOff cutOff;
    private final Dropouts dropouts;
    private final String scope;
    private long numbersLeft;

    /**
     * Prepares a conversion.
     *
     * @param file the file, for messages
     * @param size the size of the file, and of those that belong to it, in bytes
     * @param graph the graph
     * @param variables its variables
     * @param options how to read it
     * @param inputs the tensors that become inputs; placeholders do in any case
     * @param outputs the tensors that become outputs
     */
    Conversion(
            Path file,
            long size,
            FlatGraph graph,
            Variables variables,
            ReadOptions options,
            List<Wish> inputs,
            List<Wish> outputs) {
        this.file = file;
        this.translators = Translators.of(variables, options);
        this.outputs = outputs.stream()
                .map(wish -> new Wish(wish.name(), graph.resolve(wish.ref()), wish.shape()))
                .toList();
        inputs.forEach(wish -> wishes.put(wish.ref(), wish));
        this.numbersLeft = Math.max(MOST_NUMBERS, 8 * size);
        this.plan = new GraphPlan(
                graph, wishes.keySet(), this.outputs.stream().map(Wish::ref).toList());
        this.inference = new ShapeInference(graph, plan, wishes, this::known);
        this.builder = new NetworkBuilder(String.valueOf(file.getFileName()), inference.batch());
        this.cutOff = new CutOff(graph);
        this.dropouts = new Dropouts(plan, this::result);
        this.scope = plan.commonScope();
    }

    /**
     * Converts.
     *
     * @return the model
     * @throws FormatException if something cannot be translated; it lists all of it
     */
    SourceModel convert() throws FormatException {
        for (GraphNode node : plan.order()) {
            results.put(node.name(), translate(node));
        }
        List<Value> values = new ArrayList<>();
        for (Wish output : outputs) {
            values.add(value(output));
        }
        problems.addAll(cutOff.mistakes(made.keySet()));
        if (!problems.isEmpty()) {
            throw new FormatException(file, HEADLINE, problems, FIXES);
        }
        try {
            for (int i = 0; i < values.size(); i++) {
                builder.output(outputs.get(i).name(), values.get(i));
            }
            cutOff.notes(made, builder);
            return builder.build();
        } catch (NotExpressible e) {
            throw new FormatException(file, HEADLINE, List.of(e.getMessage()), FIXES);
        }
    }

    private Value value(Wish output) {
        Result result = wishes.containsKey(output.ref()) ? new Result.Pending(output.ref()) : result(output.ref());
        if (result instanceof Result.Live live) {
            return live.value();
        }
        if (result instanceof Result.Rows rows) {
            return rows.value();
        }
        if (result != Result.Mark.BROKEN) {
            String what = result instanceof Constant
                    ? "is a constant"
                    : result instanceof Result.Pending pending ? pendingText(pending) : "is no value of a layer";
            problems.add("the output '%s' (%s) %s".formatted(output.name(), readable(output.ref()), what));
        }
        return null;
    }

    private String pendingText(Result.Pending pending) {
        return cutOff.isCut(pending.ref().node())
                ? "is computed only by operations that cannot be imported: " + cutOff.list(pending.ref())
                : "is an input, and no layer leads to it";
    }

    private static String readable(Ref ref) {
        return FlatGraph.readable(ref.toString());
    }

    private List<Result> translate(GraphNode node) {
        List<Result> inputs = new ArrayList<>();
        for (Ref ref : plan.reads(node)) {
            inputs.add(wishes.containsKey(ref) ? new Result.Pending(ref) : result(ref));
        }
        if (inputs.contains(Result.Mark.BROKEN)) {
            return List.of(Result.Mark.BROKEN);
        }
        boolean merges = node.op().equals("Merge");
        if (!merges && inputs.contains(Result.Mark.DEAD)) {
            return List.of(Result.Mark.DEAD, Result.Mark.DEAD);
        }
        try {
            List<Result> dropout = dropouts.translate(node, inputs);
            return counted(dropout != null ? dropout : translated(node, inputs));
        } catch (ShapeUnknownException e) {
            return cutOff.throughPreparing(node, inputs) ? List.of() : broken(node, unknown(e.ref()));
        } catch (NotExpressible | UncheckedIOException | IllegalArgumentException | ArithmeticException e) {
            return broken(node, e.getMessage());
        } catch (IndexOutOfBoundsException e) {
            return broken(node, "has fewer inputs, dimensions or numbers than it takes: " + e.getMessage());
        }
    }

    private String unknown(Ref ref) {
        Ref root = cutOff.root(ref);
        String why = cutOff.isCut(root.node()) ? ", computed by what is not supported: " + cutOff.list(root) : "";
        return "needs the shape of '%s'%s; give it without the batch: --inputs \"%s[...]\""
                .formatted(readable(root), why, readable(root));
    }

    private List<Result> translated(GraphNode node, List<Result> inputs) {
        Translator translator = translators.get(node.op());
        if (translator == null) {
            if (cutOff.through(node, inputs)) {
                return List.of();
            }
            return broken(node, "is not supported");
        }
        return translator.translate(new Operation(node, inputs, builder, this::input, scope));
    }

    private List<Result> broken(GraphNode node, String reason) {
        problems.add("'%s' (%s): %s".formatted(FlatGraph.readable(node.name()), node.op(), reason));
        return List.of(Result.Mark.BROKEN);
    }

    /** Counts what constants amount to, so that small files cannot ask for all memory. */
    private List<Result> counted(List<Result> outputs) {
        for (Result output : outputs) {
            if (output instanceof Constant constant) {
                numbersLeft -= constant.size();
            }
        }
        if (numbersLeft < 0) {
            throw new NotExpressible("computes constants; all together they are too many for a file of this size");
        }
        return outputs;
    }

    private Result result(Ref ref) {
        if (cutOff.isCut(ref.node())) {
            return new Result.Pending(ref);
        }
        List<Result> outputs = results.get(ref.node());
        if (outputs.get(0) == Result.Mark.BROKEN) {
            return Result.Mark.BROKEN;
        }
        return ref.index() < outputs.size() ? outputs.get(ref.index()) : Result.Mark.NOTHING;
    }

    /** {@return what is known of a value already, or can be known since it is a constant; null otherwise} */
    private Result known(Ref ref) {
        if (results.containsKey(ref.node())) {
            return result(ref);
        }
        if (!plan.isOfConstants(ref)) {
            return null;
        }
        for (GraphNode node : plan.order(ref)) {
            if (!results.containsKey(node.name())) {
                results.put(node.name(), translate(node));
            }
        }
        return result(ref);
    }

    /** Makes an input of what a placeholder holds, or of what cut off operations compute. */
    private Value input(Result.Pending pending) {
        Value known = made.get(pending.ref());
        if (known != null) {
            return known;
        }
        ShapeInference.Shape shape = inference.shape(pending.ref());
        if (shape == null) {
            throw new ShapeUnknownException(pending.ref());
        }
        Wish wish = wishes.get(pending.ref());
        String name = wish != null ? wish.name() : readable(pending.ref());
        Value value = builder.input(name, shape.sample(), shape.batched());
        made.put(pending.ref(), value);
        return value;
    }
}
