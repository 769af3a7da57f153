package dev.pleat.formats.keras;

import dev.pleat.DataFormat;
import dev.pleat.Padding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The shapes of the language's layers, without the batch.
 *
 * <p>The compiler infers them too, with messages for those who write models; here they tell where a file contradicts
 * itself, and what the shape of a value is that becomes an input. A layer that cannot read its inputs is an
 * {@link IllegalArgumentException}.
 */
final class Shapes {
    private static final long MOST = Integer.MAX_VALUE;

    private Shapes() {}

    /**
     * Returns the shape of a layer's value.
     *
     * @param annotation the layer's annotation
     * @param attributes its attributes
     * @param inputs the shapes that it reads
     */
    static int[] of(String annotation, Map<String, Object> attributes, List<int[]> inputs) {
        int[] shape = shape(annotation, attributes, inputs);
        long size = 1;
        for (int length : shape) {
            require(length >= 1, "its value would have the shape %s", Arrays.toString(shape));
            size *= length;
            require(size <= MOST, "its value %s is too large", Arrays.toString(shape));
        }
        return shape;
    }

    private static int[] shape(String annotation, Map<String, Object> attributes, List<int[]> inputs) {
        return switch (annotation) {
            case "Input" -> (int[]) attributes.get("value");
            case "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum" -> broadcast(inputs);
            case "Concatenate" -> concatenated((int) attributes.getOrDefault("axis", -1), inputs);
            default -> {
                require(inputs.size() == 1, "it reads %s layers, not one", inputs.size());
                yield one(annotation, attributes, inputs.get(0));
            }
        };
    }

    private static int[] one(String annotation, Map<String, Object> attributes, int[] in) {
        return switch (annotation) {
            case "Dense" -> dense((int) attributes.get("units"), in);
            case "Flatten" -> new int[] {size(in)};
            case "Reshape" -> reshaped((int[]) attributes.get("targetShape"), in);
            case "Permute" -> permuted((int[]) attributes.get("dims"), in);
            case "RepeatVector" -> {
                require(in.length == 1, "it repeats vectors, not %s", Arrays.toString(in));
                yield new int[] {(int) attributes.get("n"), in[0]};
            }
            case "PReLU" -> in;
            default ->
                annotation.contains("1D") || annotation.contains("2D") ? windowed(annotation, attributes, in) : in;
        };
    }

    private static int[] dense(int units, int[] in) {
        require(in.length >= 1, "it needs a last axis");
        int[] out = in.clone();
        out[out.length - 1] = units;
        return out;
    }

    private static int[] reshaped(int[] target, int[] in) {
        int[] out = target.clone();
        long known = 1;
        int open = -1;
        for (int i = 0; i < out.length; i++) {
            if (out[i] == -1 && open < 0) {
                open = i;
            } else {
                known = Math.min(MOST, known * Math.max(0, out[i]));
            }
        }
        int size = size(in);
        if (open >= 0 && known > 0 && size % known == 0) {
            out[open] = (int) (size / known);
            known = size;
        }
        require(known == size, "%s cannot become %s", Arrays.toString(in), Arrays.toString(target));
        return out;
    }

    private static int[] permuted(int[] dims, int[] in) {
        int[] sorted = dims.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            require(sorted[i] == i + 1, "%s is not a permutation", Arrays.toString(dims));
        }
        require(dims.length == in.length, "%s does not permute %s", Arrays.toString(dims), Arrays.toString(in));
        return Arrays.stream(dims).map(dim -> in[dim - 1]).toArray();
    }

    private static int[] broadcast(List<int[]> inputs) {
        int[] out = inputs.get(0);
        for (int[] next : inputs.subList(1, inputs.size())) {
            int[] wide = next.length > out.length ? next.clone() : out.clone();
            int[] other = next.length > out.length ? out : next;
            int shift = wide.length - other.length;
            for (int i = 0; i < other.length; i++) {
                boolean fits = wide[i + shift] == other[i] || wide[i + shift] == 1 || other[i] == 1;
                require(fits, "%s and %s do not match", Arrays.toString(out), Arrays.toString(next));
                wide[i + shift] = Math.max(wide[i + shift], other[i]);
            }
            out = wide;
        }
        return out;
    }

    private static int[] concatenated(int axis, List<int[]> inputs) {
        int[] out = inputs.get(0).clone();
        int dimension = axis < 0 ? axis + out.length : axis - 1;
        require(dimension >= 0 && dimension < out.length, "axis %s is not one of %s", axis, Arrays.toString(out));
        for (int[] next : inputs.subList(1, inputs.size())) {
            int[] same = next.clone();
            if (same.length == out.length) {
                same[dimension] = out[dimension];
            }
            require(Arrays.equals(same, out), "%s and %s do not match", Arrays.toString(out), Arrays.toString(next));
            out[dimension] = Math.addExact(out[dimension], next[dimension]);
        }
        return out;
    }

    private static int[] windowed(String annotation, Map<String, Object> attributes, int[] in) {
        int rank = annotation.contains("2D") ? 2 : 1;
        require(in.length == rank + 1, "it reads %s dimensions, not %s", rank + 1, Arrays.toString(in));
        boolean first = attributes.get("dataFormat") == DataFormat.CHANNELS_FIRST;
        int at = first ? 1 : 0;
        int channels = first ? in[0] : in[rank];
        int[] out = in.clone();
        for (int i = 0; i < rank; i++) {
            out[at + i] = side(annotation, attributes, in[at + i], i);
        }
        out[first ? 0 : rank] = channels(annotation, attributes, channels);
        boolean vector = annotation.startsWith("Global") && !Boolean.TRUE.equals(attributes.get("keepdims"));
        return vector ? new int[] {channels} : out;
    }

    private static int channels(String annotation, Map<String, Object> attributes, int channels) {
        if (attributes.containsKey("filters")) {
            return (int) attributes.get("filters");
        }
        int multiplier = (int) attributes.getOrDefault("depthMultiplier", 1);
        return annotation.startsWith("Depthwise") ? Math.multiplyExact(channels, multiplier) : channels;
    }

    private static int side(String annotation, Map<String, Object> attributes, int in, int direction) {
        if (annotation.startsWith("Global")) {
            return 1;
        } else if (annotation.startsWith("ZeroPadding")) {
            int[] ends = ends(annotation, (int[]) attributes.get("padding"), direction);
            return Math.addExact(in, Math.addExact(ends[0], ends[1]));
        } else if (annotation.startsWith("Cropping")) {
            int[] ends = ends(annotation, (int[]) attributes.get("cropping"), direction);
            return Math.subtractExact(in, Math.addExact(ends[0], ends[1]));
        } else if (annotation.startsWith("UpSampling")) {
            return Math.multiplyExact(in, at(attributes, "size", direction, 2));
        } else if (annotation.startsWith("SpatialDropout")) {
            return in;
        }
        boolean pools = annotation.contains("Pooling");
        int window = at(attributes, pools ? "poolSize" : "kernelSize", direction, 2);
        int strides = at(attributes, "strides", direction, pools ? window : 1);
        int span = Math.addExact(Math.multiplyExact(window - 1, at(attributes, "dilationRate", direction, 1)), 1);
        boolean valid = attributes.getOrDefault("padding", Padding.VALID) == Padding.VALID;
        if (annotation.endsWith("Transpose")) {
            return enlarged(attributes, in, span, strides, valid, direction);
        } else if (!valid) {
            return (int) (((long) in + strides - 1) / strides);
        }
        require(span <= in, "its window of %s is larger than the %s that it reads", span, in);
        return (in - span) / strides + 1;
    }

    private static int enlarged(
            Map<String, Object> attributes, int in, int span, int strides, boolean valid, int direction) {
        int added = at(attributes, "outputPadding", direction, -1);
        if (added < 0) {
            return Math.addExact(Math.multiplyExact(in, strides), valid ? Math.max(span - strides, 0) : 0);
        }
        int cut = valid ? 0 : span / 2 * 2;
        return Math.addExact(Math.multiplyExact(in - 1, strides), span - cut + added);
    }

    /** {@return what is added to, or cut off, both ends of a direction} */
    private static int[] ends(String annotation, int[] all, int direction) {
        if (annotation.endsWith("1D")) {
            return new int[] {all[0], all[all.length - 1]};
        } else if (all.length == 4) {
            return new int[] {all[2 * direction], all[2 * direction + 1]};
        }
        int both = all[all.length == 2 ? direction : 0];
        return new int[] {both, both};
    }

    private static int at(Map<String, Object> attributes, String name, int direction, int otherwise) {
        Object value = attributes.get(name);
        if (value instanceof int[] both) {
            return both.length == 0 ? otherwise : both[both.length == 1 ? 0 : direction];
        }
        return value instanceof Integer one ? one : otherwise;
    }

    /** {@return how many numbers a value of this shape has} */
    static int size(int... shape) {
        long size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, (long) length);
        }
        return Math.toIntExact(size);
    }

    private static void require(boolean condition, String text, Object... arguments) {
        if (!condition) {
            throw new IllegalArgumentException(text.formatted(arguments));
        }
    }
}
