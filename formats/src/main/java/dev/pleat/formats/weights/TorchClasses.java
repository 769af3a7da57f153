package dev.pleat.formats.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes and functions that a file of PyTorch may name: those that make tensors and collections, and a few that are
 * harmless and stand for nothing. Any other name ends the reading, before anything is done with it.
 */
final class TorchClasses implements PickleNames {
    // Far more than the dictionaries that Python 2 wrote as lists of pairs, far less than would take long.
    private static final int MOST_PAIRS = 1 << 20;

    private final Map<String, TorchStorage> storages = new HashMap<>();
    private int pairs;

    /** A class whose objects are not looked into. */
    private record Opaque(String name) {}

    /** A type of numbers. */
    private record Dtype(NumberType type) {}

    /** What functions make. */
    private enum Function {
        DICTIONARY,
        LIST,
        TENSOR,
        TYPED_TENSOR,
        PARAMETER,
        SUBCLASS,
        UNREADABLE_TENSOR
    }

    @Override
    public Object find(String module, String name) {
        String path = module.replaceFirst("^__builtin__$", "builtins") + "." + name;
        if (name.endsWith("Storage") && module.matches("torch(\\.cuda|\\.storage)?")) {
            return TorchStorageType.of(name);
        }
        if (module.equals("torch") && TorchNames.DTYPES.containsKey(name)) {
            return new Dtype(TorchNames.DTYPES.get(name));
        }
        if (TorchNames.OPAQUE.contains(path)) {
            return new Opaque(path);
        }
        Function function = switch (path) {
            case "collections.OrderedDict", "collections.defaultdict", "collections.Counter", "builtins.dict" ->
                Function.DICTIONARY;
            case "builtins.list", "builtins.tuple", "builtins.set", "builtins.frozenset", "torch.Size" -> Function.LIST;
            case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" -> Function.TENSOR;
            case "torch._utils._rebuild_tensor_v3" -> Function.TYPED_TENSOR;
            case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" -> Function.PARAMETER;
            case "torch._tensor._rebuild_from_type_v2" -> Function.SUBCLASS;
            case "torch._utils._rebuild_qtensor",
                    "torch._utils._rebuild_sparse_tensor",
                    "torch._utils._rebuild_sparse_csr_tensor",
                    "torch._utils._rebuild_nested_tensor",
                    "torch._utils._rebuild_meta_tensor_no_storage" -> Function.UNREADABLE_TENSOR;
            default -> throw new IllegalArgumentException(refused(module, path));
        };
        return function;
    }

    private static String refused(String module, String path) {
        boolean code = TorchNames.MODULES.stream().anyMatch(module::startsWith);
        return "it names %s, which is not among the classes of tensors%s\n  fix: in Python, torch.save(model.state_dict(), file); what cannot be read here cannot be"
                        .formatted(
                                Quoted.of(path), code ? ": whole modules need the code that they are pickled with" : "")
                + " trusted, since a pickle can run any code\n ";
    }

    @Override
    public Object call(Object callable, List<?> arguments) {
        if (callable instanceof Opaque) {
            return callable;
        }
        if (!(callable instanceof Function function)) {
            throw new IllegalArgumentException("it calls what is no function");
        }
        return switch (function) {
            case DICTIONARY -> dictionary(arguments);
            case LIST -> arguments.isEmpty() ? new ArrayList<>() : list(arguments, 0);
            case TENSOR -> tensor(arguments, storage(arguments));
            case TYPED_TENSOR -> tensor(arguments, typed(storage(arguments), argument(arguments, 6)));
            case PARAMETER -> argument(arguments, 0);
            case SUBCLASS -> {
                // Not itself again: arguments may contain themselves.
                if (argument(arguments, 0) == Function.SUBCLASS) {
                    throw new IllegalArgumentException("it rebuilds what rebuilds itself");
                }
                yield call(argument(arguments, 0), list(arguments, 2));
            }
            case UNREADABLE_TENSOR -> TorchTensor.unreadable("a quantized or sparse tensor");
        };
    }

    private Map<Object, Object> dictionary(List<?> arguments) {
        Map<Object, Object> members = new LinkedHashMap<>();
        if (!arguments.isEmpty() && arguments.get(0) instanceof List<?> list) {
            pairs += list.size();
            if (pairs > MOST_PAIRS) {
                throw new IllegalArgumentException("it holds more than %d pairs".formatted(MOST_PAIRS));
            }
            for (Object element : list) {
                if (element instanceof List<?> pair && pair.size() == 2 && pair.get(0) instanceof String key) {
                    members.put(key, pair.get(1));
                }
            }
        }
        return members;
    }

    private static TorchTensor tensor(List<?> arguments, TorchStorage storage) {
        return new TorchTensor(
                Optional.of(storage), storage.label(), argument(arguments, 1), list(arguments, 2), list(arguments, 3));
    }

    private static TorchStorage storage(List<?> arguments) {
        if (argument(arguments, 0) instanceof TorchStorage storage) {
            return storage;
        }
        throw new IllegalArgumentException("it holds a tensor without a storage");
    }

    private static TorchStorage typed(TorchStorage storage, Object dtype) {
        return dtype instanceof Dtype known ? storage.as(known.type()) : storage;
    }

    private static Object argument(List<?> arguments, int index) {
        if (index >= arguments.size()) {
            throw new IllegalArgumentException("a function lacks argument %d".formatted(index + 1));
        }
        return arguments.get(index);
    }

    private static List<?> list(List<?> arguments, int index) {
        if (argument(arguments, index) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("argument %d of a function is no tuple".formatted(index + 1));
    }

    @Override
    public Object persistent(Object id) {
        if (id instanceof List<?> parts && !parts.isEmpty() && "module".equals(parts.get(0))) {
            throw new IllegalArgumentException(refused("torch.nn", "a module with its source code"));
        }
        if (!(id instanceof List<?> parts)
                || parts.size() < 5
                || !"storage".equals(parts.get(0))
                || !(parts.get(1) instanceof TorchStorageType type)
                || !(parts.get(2) instanceof String || parts.get(2) instanceof Long)
                || !(parts.get(4) instanceof Long size)
                || size < 0) {
            throw new IllegalArgumentException("it refers to something else than a storage");
        }
        TorchStorage whole = type.storage(String.valueOf(parts.get(2)), size);
        storages.putIfAbsent(whole.key(), whole);
        return parts.size() > 5 && parts.get(5) instanceof List<?> view ? whole.view(view) : whole;
    }

    /** Returns the storage of a key, as it was first referred to, or null if it was not. */
    TorchStorage storage(String key) {
        return storages.get(key);
    }
}
