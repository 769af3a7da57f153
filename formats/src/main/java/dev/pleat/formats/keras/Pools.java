package dev.pleat.formats.keras;

import java.util.LinkedHashMap;
import java.util.Map;

/** Pooling, by windows and over everything. */
final class Pools {
    private Pools() {}

    /** Pooling by windows; {@code annotation} is the layer's name in Keras 2. */
    static void windows(Call call, String annotation) {
        Attributes attributes = call.attributes();
        int rank = annotation.contains("2D") ? 2 : 1;
        Map<String, Object> values = new LinkedHashMap<>();
        int[] size = attributes.sizes(attributes.first("pool_size", "pool_length"), rank, 2);
        values.put("poolSize", Formats.perDirection(rank, size));
        String key = attributes.first("strides", "stride");
        if (attributes.has(key)) {
            values.put("strides", Formats.perDirection(rank, attributes.sizes(key, rank, 2)));
        }
        Formats.padding(call, values, false);
        Formats.put(values, Formats.of(call));
        call.add(annotation, values, Map.of());
    }

    /** Pooling over everything. */
    static void global(Call call, String annotation) {
        Map<String, Object> values = new LinkedHashMap<>();
        Formats.put(values, Formats.of(call));
        if (call.attributes().flag("keepdims", false)) {
            values.put("keepdims", true);
        }
        call.add(annotation, values, Map.of());
    }
}
