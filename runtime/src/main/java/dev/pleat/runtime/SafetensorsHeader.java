package dev.pleat.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and checks the header of a safetensors file: names, types, shapes, and offsets that cover the data without gap
 * or overlap.
 */
final class SafetensorsHeader {
    private static final String METADATA = "__metadata__";
    private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

    private final String source;

    private SafetensorsHeader(String source) {
        this.source = source;
    }

    /**
     * Returns the tensors that a header describes, in the order of their values in the file.
     *
     * @throws WeightsException if the header breaks the format, naming the source and the tensor
     */
    static List<StoredTensor> parse(String source, String json) {
        return new SafetensorsHeader(source).tensors(json);
    }

    private List<StoredTensor> tensors(String json) {
        if (!json.startsWith("{")) {
            throw fault("its header does not begin with an opening brace", null);
        }
        List<StoredTensor> tensors = new ArrayList<>();
        for (Map.Entry<?, ?> member : parsed(json).entrySet()) {
            String name = (String) member.getKey();
            if (name.equals(METADATA)) {
                checkMetadata(member.getValue());
            } else {
                tensors.add(tensor(name, member.getValue()));
            }
        }
        Collections.sort(tensors);
        checkCover(tensors);
        return List.copyOf(tensors);
    }

    private Map<?, ?> parsed(String json) {
        try {
            return (Map<?, ?>) Json.parse(json);
        } catch (IllegalArgumentException e) {
            throw fault("its header is not valid JSON: " + e.getMessage(), e);
        }
    }

    private void checkMetadata(Object metadata) {
        boolean texts =
                metadata instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance);
        if (!texts) {
            throw fault("its " + METADATA + " is not an object of strings", null);
        }
    }

    private StoredTensor tensor(String name, Object value) {
        if (!(value instanceof Map<?, ?> fields) || !fields.keySet().equals(FIELDS)) {
            throw faultOf(name, "is not described by dtype, shape and data_offsets");
        }
        if (!(fields.get("dtype") instanceof String type)) {
            throw faultOf(name, "has a dtype that is not a string");
        }
        List<Long> shape = naturals(name, "shape", fields.get("shape"));
        List<Long> offsets = naturals(name, "data_offsets", fields.get("data_offsets"));
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw faultOf(name, "has data_offsets " + offsets + ", not a begin and an end");
        }
        StoredTensor tensor = new StoredTensor(name, type, shape, offsets.get(0), offsets.get(1));
        checkSize(tensor);
        return tensor;
    }

    private List<Long> naturals(String name, String field, Object value) {
        List<Long> numbers = new ArrayList<>();
        if (!(value instanceof List<?> list)) {
            throw faultOf(name, "has a " + field + " that is not an array");
        }
        for (Object element : list) {
            if (!(element instanceof Long number) || number < 0) {
                throw faultOf(name, "has the number " + shown(element) + " in its " + field);
            }
            numbers.add(number);
        }
        return List.copyOf(numbers);
    }

    private static String shown(Object element) {
        return element instanceof Number || element == null
                ? String.valueOf(element)
                : "'" + element.getClass().getSimpleName() + "'";
    }

    private void checkSize(StoredTensor tensor) {
        Optional<ElementType> type = ElementType.of(tensor.type());
        long bits = 1;
        try {
            for (long dimension : tensor.shape()) {
                bits = Math.multiplyExact(bits, dimension);
            }
            bits = Math.multiplyExact(bits, type.isPresent() ? type.get().bits() : 1);
        } catch (ArithmeticException e) {
            throw faultOf(tensor.name(), "has a shape that is too large: " + tensor.extent());
        }
        // Of an unknown type only the offsets can be checked, against those of its neighbours.
        if (type.isPresent() && (bits % 8 != 0 || bits / 8 != tensor.bytes())) {
            throw faultOf(
                    tensor.name(),
                    "has %d bytes, but %s %s takes %s"
                            .formatted(
                                    tensor.bytes(),
                                    tensor.type(),
                                    tensor.extent(),
                                    bits % 8 == 0 ? bits / 8 : bits / 8 + " and a fraction"));
        }
    }

    private void checkCover(List<StoredTensor> tensors) {
        long end = 0;
        for (StoredTensor tensor : tensors) {
            if (tensor.begin() != end) {
                throw faultOf(
                        tensor.name(),
                        "begins at byte %d of the data, but the tensors before it end at %d: %s"
                                .formatted(tensor.begin(), end, tensor.begin() < end ? "they overlap" : "a gap"));
            }
            end = tensor.end();
        }
    }

    private WeightsException faultOf(String tensor, String what) {
        return fault("tensor " + WeightsException.quote(tensor) + " " + what, null);
    }

    private WeightsException fault(String what, Throwable cause) {
        return damaged(source, what, cause);
    }

    /** Returns the exception for a source that breaks the format. */
    static WeightsException damaged(String source, String what, Throwable cause) {
        return new WeightsException(
                source + " is not a valid safetensors file\n  " + what
                        + "\n  fix: copy or save the weights again; the file may be cut off or of another format",
                cause);
    }
}
