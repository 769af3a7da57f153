package dev.pleat.formats.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tensor that becomes an input or an output.
 *
 * @param name what it is called in the model
 * @param ref which one it is
 * @param shape its shape with the batch, -1 for what is open; null if it is not known
 */
record Wish(String name, Ref ref, long[] shape) {
    private static final Pattern WITH_SHAPE = Pattern.compile("(.+?)\\[([\\d, x]*)]");

    /** {@return what a user asks for: {@code name}, {@code name:0}, or {@code name[49,10,1]} without the batch} */
    static Wish parse(String text) {
        Matcher shaped = WITH_SHAPE.matcher(text.strip());
        if (!shaped.matches()) {
            return new Wish(name(text.strip()), Ref.parse(text.strip()), null);
        }
        List<Long> sizes = new ArrayList<>(List.of(-1L));
        for (String size : shaped.group(2).split("[, x]+", -1)) {
            if (!size.isEmpty()) {
                sizes.add(Long.parseLong(size));
            }
        }
        long[] shape = sizes.stream().mapToLong(Long::longValue).toArray();
        return new Wish(name(shaped.group(1)), Ref.parse(shaped.group(1)), shape);
    }

    private static String name(String tensor) {
        return FlatGraph.readable(Ref.parse(tensor).toString());
    }
}
