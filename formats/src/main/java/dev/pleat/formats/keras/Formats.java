package dev.pleat.formats.keras;

import dev.pleat.DataFormat;
import dev.pleat.Padding;
import java.util.Arrays;
import java.util.Map;

/** Attributes that windows of all kinds share: data format, padding, and sizes in one direction or two. */
final class Formats {
    private Formats() {}

    /** {@return where the channels are} */
    static DataFormat of(Call call) {
        Attributes attributes = call.attributes();
        String key = attributes.first("data_format", "dim_ordering");
        return switch (attributes.text(key, "channels_last")) {
            case "channels_first", "th" -> DataFormat.CHANNELS_FIRST;
            case "channels_last", "tf" -> DataFormat.CHANNELS_LAST;
            case "default" -> {
                attributes.note(key + " is 'default', which is taken for channels last");
                yield DataFormat.CHANNELS_LAST;
            }
            default -> {
                attributes.refuse(key, "is not a data format");
                yield DataFormat.CHANNELS_LAST;
            }
        };
    }

    /** Puts a data format where it is not the default. */
    static void put(Map<String, Object> values, DataFormat format) {
        if (format != DataFormat.CHANNELS_LAST) {
            values.put("dataFormat", format);
        }
    }

    /** Puts the padding where it is not the default. */
    static void padding(Call call, Map<String, Object> values, boolean causal) {
        Attributes attributes = call.attributes();
        String key = attributes.first("padding", "border_mode");
        String padding = attributes.text(key, "valid");
        switch (padding) {
            case "valid" -> {}
            case "same" -> values.put("padding", Padding.SAME);
            case "causal" -> {
                values.put("padding", Padding.CAUSAL);
                if (!causal) {
                    attributes.refuse(key, "is for 1-D convolutions only");
                }
            }
            default -> attributes.refuse(key, "cannot be expressed");
        }
    }

    /** Puts sizes where they are not 1. */
    static void put(Map<String, Object> values, String name, int rank, int... sizes) {
        if (Arrays.stream(sizes).anyMatch(size -> size != 1)) {
            values.put(name, perDirection(rank, sizes));
        }
    }

    /** {@return sizes as the language writes them: a number for a series, an array for an image} */
    static Object perDirection(int rank, int... sizes) {
        if (rank == 1) {
            return sizes[0];
        }
        return sizes.length == 2 && sizes[0] == sizes[1] ? new int[] {sizes[0]} : sizes;
    }

    /** {@return a size for each direction} */
    static int[] directions(int rank, Object sizes) {
        if (sizes instanceof int[] all && all.length == rank) {
            return all;
        }
        int one = sizes instanceof int[] all ? all[0] : (int) sizes;
        int[] both = new int[rank];
        Arrays.fill(both, one);
        return both;
    }
}
