package dev.pleat.formats.keras;

import dev.pleat.DataFormat;
import dev.pleat.Interpolation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layers that move, cut and repeat values. */
final class Shaping {
    private Shaping() {}

    /** {@code Flatten}. */
    static void flatten(Call call) {
        Map<String, Object> values = new LinkedHashMap<>();
        Formats.put(values, Formats.of(call));
        call.add("Flatten", values, Map.of());
    }

    /** {@code Reshape}. */
    static void reshape(Call call) {
        Attributes attributes = call.attributes();
        int[] target = attributes.integers("target_shape");
        if (target.length == 0) {
            attributes.refuse("target_shape", "has no dimension");
            target = new int[] {-1};
        }
        call.add("Reshape", "targetShape", target);
    }

    /** {@code Permute}. */
    static void permute(Call call) {
        call.add("Permute", "dims", call.attributes().integers("dims"));
    }

    /** {@code RepeatVector}. */
    static void repeat(Call call) {
        call.add("RepeatVector", "n", call.attributes().size("n"));
    }

    /** {@code ZeroPadding1D} and {@code Cropping1D}; {@code key} is what the attribute is called in both worlds. */
    static void ends(Call call, String annotation, String key) {
        int[] ends = call.attributes().integers(key, 1, 1);
        check(call, key, ends, ends.length == 1 || ends.length == 2);
        call.add(annotation, key, ends);
    }

    /** {@code ZeroPadding2D} and {@code Cropping2D}. */
    static void sides(Call call, String annotation, String key) {
        Attributes attributes = call.attributes();
        int[] sides = sides(attributes, key, annotation.startsWith("Zero") ? 1 : 0);
        check(call, key, sides, sides.length == 1 || sides.length == 2 || sides.length == 4);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(key, sides);
        Formats.put(values, Formats.of(call));
        call.add(annotation, values, Map.of());
    }

    // Keras 1 takes the sides by name too.
    private static int[] sides(Attributes attributes, String key, int otherwise) {
        Map<String, Object> byName = Json.map(attributes.raw(key));
        if (byName.isEmpty()) {
            return attributes.integers(key, otherwise);
        }
        List<Integer> sides = new ArrayList<>();
        for (String side : List.of("top_pad", "bottom_pad", "left_pad", "right_pad")) {
            sides.add(byName.getOrDefault(side, 0) instanceof Integer size ? size : -1);
        }
        return sides.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void check(Call call, String key, int[] sizes, boolean count) {
        boolean negative = false;
        for (int size : sizes) {
            negative |= size < 0;
        }
        if (negative || !count) {
            call.attributes().refuse(key, "is not a number of rows for each side");
        }
    }

    /** {@code UpSampling1D}. */
    static void upSampling1D(Call call) {
        Attributes attributes = call.attributes();
        call.add("UpSampling1D", "size", attributes.size(attributes.first("size", "length"), 2));
    }

    /** {@code UpSampling2D}. */
    static void upSampling2D(Call call) {
        Attributes attributes = call.attributes();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("size", Formats.perDirection(2, attributes.sizes("size", 2, 2)));
        String interpolation = attributes.text("interpolation", "nearest");
        if (interpolation.equals("bilinear")) {
            values.put("interpolation", Interpolation.BILINEAR);
            if (!call.origin().version().matches("([3-9]|2\\.([3-9]|1\\d)).*")) {
                attributes.note("bilinear interpolation is TensorFlow 2's; TensorFlow 1 placed pixels elsewhere");
            }
        } else if (!interpolation.equals("nearest")) {
            attributes.refuse("interpolation", "is none that the language has");
        }
        DataFormat format = Formats.of(call);
        Formats.put(values, format);
        call.add("UpSampling2D", values, Map.of());
    }
}
