package dev.pleat.formats.tensorflow;

import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Constants, variables, placeholders, and what is left in a graph of training it. */
final class PlumbingOps {
    private static final List<String> IDENTITIES = List.of(
            "Identity",
            "IdentityN",
            "StopGradient",
            "PreventGradient",
            "CheckNumerics",
            "CheckNumericsV2",
            "Snapshot",
            "EnsureShape",
            "DebugIdentity",
            "DebugIdentityV2",
            "Copy",
            "CopyHost",
            "LoopCond");

    private static final List<String> RANDOM = List.of(
            "RandomUniform",
            "StatelessRandomUniform",
            "StatelessRandomUniformV2",
            "RandomStandardNormal",
            "TruncatedNormal");

    private final Variables variables;

    private PlumbingOps(Variables variables) {
        this.variables = variables;
    }

    /** Adds the translators of this family. */
    static void register(Map<String, Translator> translators, Variables variables) {
        PlumbingOps plumbing = new PlumbingOps(variables);
        IDENTITIES.forEach(op -> translators.put(op, PlumbingOps::identity));
        RANDOM.forEach(op -> translators.put(op, operation -> List.of(Result.Mark.DROPOUT)));
        translators.put("Const", PlumbingOps::constant);
        translators.put(
                "VarHandleOp",
                operation -> List.of(new Result.Handle(operation.node().name())));
        translators.put("ReadVariableOp", plumbing::readVariable);
        for (String op : List.of("VariableV2", "Variable", "AutoReloadVariable")) {
            translators.put(op, operation -> List.of(plumbing.variables.value(operation.node())));
        }
        translators.put("Placeholder", PlumbingOps::placeholder);
        translators.put("PlaceholderV2", PlumbingOps::placeholder);
        translators.put("PlaceholderWithDefault", PlumbingOps::placeholderWithDefault);
        translators.put("Cast", PlumbingOps::cast);
        translators.put("Switch", PlumbingOps::fork);
        translators.put("Merge", PlumbingOps::join);
        translators.put("Select", PlumbingOps::select);
        translators.put("SelectV2", PlumbingOps::select);
    }

    private static List<Result> identity(Operation operation) {
        List<Result> outputs = new ArrayList<>();
        for (int i = 0; i < (operation.node().op().equals("IdentityN") ? operation.count() : 1); i++) {
            outputs.add(operation.input(i));
        }
        return outputs;
    }

    private static List<Result> constant(Operation operation) {
        Message tensor =
                operation.node().tensor("value").orElseThrow(() -> new NotExpressible("is a constant without a value"));
        try {
            return List.of(TensorProto.read(tensor));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private List<Result> readVariable(Operation operation) {
        if (operation.input(0) instanceof Result.Handle handle) {
            return List.of(variables.value(handle.node()));
        }
        throw new NotExpressible("reads a variable that is made nowhere in the graph");
    }

    private static List<Result> placeholder(Operation operation) {
        GraphNode node = operation.node();
        String name = FlatGraph.readable(node.name());
        long type = node.type("dtype", DataType.FLOAT);
        boolean scalar = node.shape("shape").map(shape -> shape.length == 0).orElse(true);
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (type == DataType.BOOL.number() && scalar) {
            operation.builder().note("the placeholder '" + name + "' is taken as false: not training");
            return List.of(Constant.scalar(0));
        }
        if (type == DataType.FLOAT.number() && scalar && last.matches("(?i).*keep_?prob.*")) {
            operation.builder().note("the placeholder '" + name + "' is taken as 1: nothing is dropped");
            return List.of(Constant.scalar(1));
        }
        return List.of(new Result.Pending(new Ref(node.name(), 0)));
    }

    private static List<Result> placeholderWithDefault(Operation operation) {
        if (operation.input(0) instanceof Constant constant && constant.rank() > 0) {
            return List.of(new Result.Pending(new Ref(operation.node().name(), 0)));
        }
        return List.of(operation.input(0));
    }

    private static List<Result> cast(Operation operation) {
        Result input = operation.input(0);
        DataType to = DataType.of(operation.node().type("DstT", DataType.FLOAT)).orElse(null);
        if (to == null) {
            throw new NotExpressible("converts to what is no number");
        }
        if (input instanceof Constant constant) {
            boolean cuts = to.isWhole() && to != DataType.BOOL && !constant.isBatchDependent();
            return List.of(cuts ? Numbers.map(constant, x -> x < 0 ? Math.ceil(x) : Math.floor(x)) : constant);
        }
        if (input instanceof Result.Live && to.isWhole()) {
            throw new NotExpressible("converts to whole numbers, which layers do not compute with");
        }
        if (to == DataType.HALF || to == DataType.BFLOAT16) {
            operation.builder().note("the file computes some values in half precision; here all are float32");
        }
        return List.of(input);
    }

    // Conditions: only those that are known, since a graph for training was frozen

    private static List<Result> fork(Operation operation) {
        boolean taken = operation.constant(1).single() != 0;
        Result data = operation.input(0);
        return taken ? List.of(Result.Mark.DEAD, data) : List.of(data, Result.Mark.DEAD);
    }

    private static List<Result> join(Operation operation) {
        List<Result> outputs = new ArrayList<>(Collections.nCopies(2, Result.Mark.NOTHING));
        int live = 0;
        for (int i = 0; i < operation.count(); i++) {
            if (operation.input(i) != Result.Mark.DEAD) {
                outputs.set(0, operation.input(i));
                live++;
            }
        }
        if (live != 1) {
            throw new NotExpressible("joins " + live + " branches; it must be known which one is taken");
        }
        return outputs;
    }

    private static List<Result> select(Operation operation) {
        return List.of(operation.input(operation.constant(0).single() != 0 ? 1 : 2));
    }
}
