package dev.pleat.processor.read;

import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.Shape;
import dev.pleat.processor.graph.Window;

/** Reads the pooling layers. */
final class Pools {

    private Pools() {}

    static void windowed(LayerContext layer, Pool.Kind kind, int axes) {
        Windows.Sizes sizes = Windows.pooling(layer, axes);
        Chain chain = begin(layer, axes);
        chain.then("pool", Pool.of(kind, Windows.over(layer, sizes, chain.shape(), "poolSize")));
        if (layer.channelsFirst()) {
            chain.channelsFirst();
        }
        chain.finish();
    }

    static void global(LayerContext layer, Pool.Kind kind, int axes) {
        boolean keep = layer.flag("keepdims");
        Chain chain = begin(layer, axes);
        Image image = Image.of(chain.shape());
        chain.then("pool", Pool.of(kind, new Window(image.rows(), image.cols(), 1, 1, 1, 1, Border.NONE)));
        if (!keep) {
            chain.reshape("vector", Shape.of(image.channels()));
        } else if (layer.channelsFirst()) {
            chain.channelsFirst();
        }
        chain.finish();
    }

    private static Chain begin(LayerContext layer, int axes) {
        boolean first = layer.channelsFirst();
        String what = axes == 1
                ? first ? "[channels, steps]" : "[steps, channels]"
                : first ? "[channels, height, width]" : "[height, width, channels]";
        layer.input(axes + 1, what);
        return first ? layer.chain().channelsLast() : layer.chain();
    }
}
