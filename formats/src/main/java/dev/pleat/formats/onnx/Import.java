package dev.pleat.formats.onnx;

import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.SourceModel;
import dev.pleat.formats.build.Dims;
import dev.pleat.formats.build.NetworkBuilder;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds a model of a graph, under one assumption of what the first dimension of its inputs is. */
final class Import {
    private final Graph graph;
    private final ReadOptions options;
    private final Tensors tensors;
    private final Batch batch;
    private final NetworkBuilder builder;
    private final Map<String, Operand> values = new HashMap<>();
    private final Map<String, Constant> decoded;
    private final List<String> problems = new ArrayList<>();
    private boolean ofBatch;

    /**
     * Begins.
     *
     * @param decoded the initialisers that are decoded already
     */
    Import(String file, Graph graph, ReadOptions options, Tensors tensors, Batch batch, Map<String, Constant> decoded) {
        this.graph = graph;
        this.options = options;
        this.tensors = tensors;
        this.batch = batch;
        this.decoded = decoded;
        this.builder = new NetworkBuilder(file, batch.size(), options);
        if (batch.assumed()) {
            builder.note("the graph computes across its open batch dimension, which is taken as 1");
        }
    }

    /** Returns what kept the model from being built; empty if nothing did. */
    List<String> problems() {
        return problems;
    }

    /** Returns whether this says less of what is wrong than another attempt. */
    boolean isWorseThan(Import other) {
        int more = problems.size() - other.problems.size();
        return more > 0 || more == 0 && ofBatch && !other.ofBatch;
    }

    /** Returns whether a problem is that of the batch, so that another assumption may do. */
    boolean isOfBatch() {
        return ofBatch;
    }

    /** Returns the model, null after problems. */
    SourceModel run() throws IOException {
        List<String> outputs = options.outputs().isEmpty()
                ? graph.outputs().stream().map(Declared::name).toList()
                : options.outputs();
        if (outputs.isEmpty()) {
            throw new Tensors.Damaged("its graph has no outputs");
        }
        inputs();
        Set<String> read = new HashSet<>(outputs);
        graph.nodes().forEach(node -> read.addAll(node.inputs()));
        for (Node node : Needed.of(graph.nodes(), outputs, values.keySet())) {
            node(node, read);
        }
        outputs.forEach(this::output);
        if (!problems.isEmpty()) {
            return null;
        }
        if (!builder.isUniform()) {
            return refused(NotExpressible.batch("some inputs or outputs have a batch in front and others have none"));
        }
        try {
            return builder.build();
        } catch (NotExpressible e) {
            return refused(e);
        }
    }

    private SourceModel refused(NotExpressible e) {
        for (Node node : graph.nodes()) {
            String reason = e.reasons().get(node.origin());
            if (reason != null) {
                problems.add(node.text() + ": " + reason);
            }
        }
        if (problems.isEmpty()) {
            problems.add(e.getMessage());
        }
        ofBatch |= e.ofBatch();
        return null;
    }

    private void inputs() {
        if (options.inputs().isEmpty()) {
            graph.inputs().forEach(this::input);
            return;
        }
        for (String name : options.inputs()) {
            Declared declared = graph.known().get(name);
            if (declared == null) {
                problems.add("input '" + name + "': the file does not say its shape; choose another tensor");
            } else {
                input(declared);
            }
        }
    }

    private void input(Declared declared) {
        if (declared.type() == ElementType.OTHER) {
            values.put(declared.name(), new Operand.Unusable("an input that is no tensor"));
            return;
        }
        List<Integer> dims = batch.dims(declared);
        if (dims == null) {
            values.put(declared.name(), new Operand.Unknown());
            problems.add("input '%s': has the shape %s; export it with sizes for all dimensions but the batch"
                    .formatted(declared.name(), declared.text()));
            return;
        }
        try {
            Value value = builder.input(declared.name(), new Dims(dims), batch.inFront());
            boolean computes = declared.type() == ElementType.FLOAT;
            values.put(
                    declared.name(),
                    computes ? new Operand.Computed(value) : new Operand.Foreign(value, declared.type()));
        } catch (NotExpressible e) {
            String what = "an input of the shape " + declared.text() + ": " + e.getMessage();
            values.put(declared.name(), new Operand.Unusable(what));
        }
    }

    private void output(String name) {
        Operand operand = values.get(name);
        if (operand instanceof Operand.Computed computed) {
            Value value = computed.value();
            boolean whole = !batch.inFront() && value.batched();
            builder.output(name, whole ? builder.shapes().asWhole(name, value) : value);
        } else if (operand == null) {
            problems.add("output '" + name + "': no node computes it");
        } else if (operand instanceof Constant) {
            problems.add("output '" + name + "': is a constant");
        } else if (operand instanceof Operand.Foreign || operand instanceof Operand.Unusable) {
            problems.add("output '" + name + "': is " + operand.text());
        }
    }

    private void node(Node node, Set<String> read) throws IOException {
        try {
            Map<String, Operand> results = results(node, read);
            node.results().forEach(name -> values.put(name, results.getOrDefault(name, new Operand.Unknown())));
        } catch (NotExpressible e) {
            fail(node, e.getMessage());
            ofBatch |= e.ofBatch();
        } catch (ArithmeticException e) {
            fail(node, "has shapes that are too large");
        } catch (IllegalArgumentException e) {
            fail(node, "contradicts itself: " + e.getMessage());
        } catch (UncheckedIOException e) {
            fail(node, e.getMessage());
        }
    }

    private void fail(Node node, String reason) {
        problems.add(node.text() + ": " + reason);
        node.results().forEach(name -> values.put(name, new Operand.Unknown()));
    }

    private Map<String, Operand> results(Node node, Set<String> read) throws IOException {
        List<Operand> operands = new ArrayList<>();
        for (String input : node.inputs()) {
            operands.add(input.isEmpty() ? null : operand(input));
        }
        Call call = new Call(node, graph.opset(), operands, builder, tensors, read);
        Operator operator = Operators.get(node.op());
        boolean shape = node.op().equals("Shape") || node.op().equals("Size");
        if (node.op().equals("Constant")) {
            call.result(Constants.of(call));
        } else if (operands.stream().anyMatch(Operand.Unknown.class::isInstance)) {
            if (operator == null && !shape && !Folding.knows(node.op())) {
                throw new NotExpressible("is not supported");
            }
        } else if (shape) {
            call.result(Constants.shape(call));
        } else if (call.allConstant() && Folding.knows(node.op())) {
            call.result(Folding.fold(call));
        } else if (operator == null) {
            throw new NotExpressible("is not supported");
        } else {
            checkTypes(node, operands);
            operator.apply(call);
        }
        return call.results();
    }

    private static void checkTypes(Node node, List<Operand> operands) {
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) instanceof Operand.Foreign foreign && !node.op().equals("Cast")) {
                throw new NotExpressible("reads '%s', an input of type %s; the language computes with float"
                        .formatted(node.inputs().get(i), foreign.type()));
            }
            if (operands.get(i) instanceof Operand.Unusable unusable) {
                throw new NotExpressible(
                        "reads '%s', %s".formatted(node.inputs().get(i), unusable.what()));
            }
        }
    }

    private Operand operand(String name) throws IOException {
        Operand value = values.get(name);
        if (value != null) {
            return value;
        }
        Constant constant = decoded.get(name);
        if (constant == null) {
            Message initialiser = graph.initialisers().get(name);
            if (initialiser == null) {
                throw new NotExpressible("reads '" + name + "', which no node before it computes");
            }
            try {
                constant = tensors.decode(initialiser);
            } catch (Tensors.Damaged e) {
                throw new Tensors.Damaged("the initialiser '" + name + "' " + e.getMessage());
            }
            decoded.put(name, constant);
        }
        return constant;
    }
}
