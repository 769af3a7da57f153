package dev.pleat.formats.build;

import dev.pleat.DataFormat;
import dev.pleat.Padding;
import java.util.List;
import java.util.Set;

/** Gives paddings in front of convolutions their name, where they have one. */
final class Paddings {
    private static final Set<String> CONVOLUTIONS = Set.of("Conv1D", "Conv2D", "DepthwiseConv1D", "DepthwiseConv2D");

    private Paddings() {}

    static void intoConvolutions(Network network) {
        for (Draft draft : network.all()) {
            if (!CONVOLUTIONS.contains(draft.layer().annotation())
                    || draft.layer().attributes().containsKey("padding")) {
                continue;
            }
            Draft padding = network.get(draft.input());
            boolean pads = padding.is("ZeroPadding1D") || padding.is("ZeroPadding2D");
            if (pads && network.hasOneReader(padding.name()) && format(padding).equals(format(draft))) {
                Padding name = name(network.get(padding.input()), padding, draft);
                if (name != null) {
                    network.replace(draft.with("padding", name).reading(List.of(padding.input())));
                    network.remove(padding.name());
                }
            }
        }
    }

    private static Object format(Draft draft) {
        return draft.layer().attributes().getOrDefault("dataFormat", DataFormat.CHANNELS_LAST);
    }

    private static Padding name(Draft input, Draft padding, Draft convolution) {
        boolean one = padding.is("ZeroPadding1D");
        int axes = one ? 1 : 2;
        if (convolution.shape().rank() != axes + 1) {
            return null;
        }
        int[] given = (int[]) padding.layer().attributes().get("value");
        int[] border = one
                ? given
                : switch (given.length) {
                    case 1 -> new int[] {given[0], given[0], given[0], given[0]};
                    case 2 -> new int[] {given[0], given[0], given[1], given[1]};
                    default -> given;
                };
        boolean first = format(padding) == DataFormat.CHANNELS_FIRST;
        int[] before = one ? new int[] {border[0]} : new int[] {border[0], border[2]};
        int[] after = one ? new int[] {border[border.length - 1]} : new int[] {border[1], border[3]};
        Window window = new Window(
                sizes(convolution, "kernelSize", axes),
                sizes(convolution, "strides", axes),
                sizes(convolution, "dilationRate", axes),
                before,
                after,
                first);
        int from = first ? 1 : 0;
        if (window.isSameFor(input.shape().range(from, from + axes).toArray())) {
            return Padding.SAME;
        }
        return one && after[0] == 0 && before[0] == window.extent(0) - 1 ? Padding.CAUSAL : null;
    }

    private static int[] sizes(Draft draft, String attribute, int axes) {
        Object value = draft.layer().attributes().getOrDefault(attribute, 1);
        if (value instanceof int[] numbers && numbers.length == axes) {
            return numbers;
        }
        int only = value instanceof int[] numbers ? numbers[0] : (Integer) value;
        return axes == 1 ? new int[] {only} : new int[] {only, only};
    }
}
