package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tensors of a file of PyTorch: which storages they need, checked, and their values, once the storages are read. */
final class TorchTensors {
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Path file;
    private final Budget budget;
    private final Map<String, TorchTensor> tensors;
    private final Map<String, Strides> layouts = new HashMap<>();
    private final Map<String, TorchStorage> needed = new LinkedHashMap<>();
    private final Map<String, Numbers> read = new HashMap<>();

    /**
     * Checks tensors.
     *
     * @throws FormatException that lists those that cannot be read
     */
    TorchTensors(Path file, Budget budget, Map<String, TorchTensor> tensors) throws IOException {
        this.file = file;
        this.budget = budget;
        this.tensors = tensors;
        List<String> problems = new ArrayList<>();
        tensors.forEach((name, tensor) -> {
            try {
                layouts.put(name, layout(tensor));
            } catch (IllegalArgumentException | ArithmeticException e) {
                problems.add("%s: %s".formatted(Quoted.of(name), e.getMessage()));
            }
        });
        if (!problems.isEmpty()) {
            throw new FormatException(file, "holds tensors that cannot be read", problems, List.of());
        }
    }

    private Strides layout(TorchTensor tensor) {
        TorchStorage storage = tensor.storage()
                .filter(found -> found.type().isPresent())
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s cannot be read as numbers; fix: convert it with .float() before it is saved"
                                .formatted(tensor.kind())));
        List<Long> shape = naturals("shape", tensor.shape());
        List<Long> strides = naturals("strides", tensor.strides());
        if (shape.size() != strides.size()) {
            throw new IllegalArgumentException("%d dimensions, but %d strides".formatted(shape.size(), strides.size()));
        }
        long offset =
                naturals("offset", Collections.singletonList(tensor.offset())).get(0);
        long size = shape.contains(0L) ? 0 : 1;
        long last = offset;
        for (int i = 0; i < shape.size(); i++) {
            size = Math.multiplyExact(size, shape.get(i));
            last = Math.addExact(last, Math.multiplyExact(Math.max(0, shape.get(i) - 1), strides.get(i)));
        }
        if (size > LARGEST_ARRAY || size > 0 && last >= storage.size()) {
            throw new IllegalArgumentException(
                    "shape %s reaches number %d of a storage of %d".formatted(shape, last, storage.size()));
        }
        TorchStorage known = needed.putIfAbsent(storage.key(), storage);
        if (known != null && known.contradicts(storage)) {
            throw new IllegalArgumentException(
                    "the storage %s is described in two ways".formatted(Quoted.of(storage.key())));
        }
        return new Strides(
                shape.stream().mapToInt(Math::toIntExact).toArray(),
                strides.stream().mapToLong(Long::longValue).toArray(),
                storage.offset() + offset);
    }

    private static List<Long> naturals(String what, List<?> values) {
        List<Long> numbers = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof Long number) || number < 0 || values.size() > 64) {
                throw new IllegalArgumentException("its %s is damaged".formatted(what));
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** Returns the storages that the tensors need, by key. */
    Map<String, TorchStorage> needed() {
        return needed;
    }

    /** Reads the numbers of a storage, which must be next in the source, {@code size} of them. */
    void readStorage(TorchStorage storage, ByteSource in, ByteOrder order) throws IOException {
        NumberType type = storage.type().orElseThrow();
        if (storage.total() > LARGEST_ARRAY || storage.total() * type.bytes() > in.remaining()) {
            throw in.fault("holds %d bytes, but the storage %s has %d numbers of type %s"
                    .formatted(in.remaining(), Quoted.of(storage.key()), storage.total(), type.label()));
        }
        int size = (int) storage.total();
        budget.spend("the storage " + Quoted.of(storage.key()), type.decodedBytes() * size);
        read.put(storage.key(), in.numbers(type, order, size));
    }

    /** Returns the values of all tensors, in the file's order. */
    Map<String, Tensor> values() throws IOException {
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (Map.Entry<String, TorchTensor> entry : tensors.entrySet()) {
            TorchStorage storage = entry.getValue().storage().orElseThrow();
            Optional<Numbers> numbers = Optional.ofNullable(read.get(storage.key()));
            if (numbers.isEmpty()) {
                throw new FormatException(
                        file,
                        "lacks the storage %s of the tensor %s"
                                .formatted(Quoted.of(storage.key()), Quoted.of(entry.getKey())));
            }
            values.put(entry.getKey(), tensor(entry.getKey(), numbers.get()));
        }
        return Collections.unmodifiableMap(values);
    }

    private Tensor tensor(String name, Numbers numbers) throws IOException {
        Strides layout = layouts.get(name);
        boolean whole = layout.isContiguous() && layout.offset() == 0 && layout.size() == numbers.size();
        if (!whole || !(numbers instanceof Numbers.Floats)) {
            // The values, perhaps twice, and their places.
            budget.spend("the tensor " + Quoted.of(name), 16L * layout.size());
        }
        Numbers own = whole ? numbers : layout.copy(numbers);
        List<Integer> shape = java.util.Arrays.stream(layout.shape()).boxed().toList();
        return new Tensor(shape, own.floats());
    }
}
