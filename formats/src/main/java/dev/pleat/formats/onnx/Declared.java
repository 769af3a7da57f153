package dev.pleat.formats.onnx;

import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a graph says of a tensor.
 *
 * @param name its name
 * @param type the type of its elements; {@code OTHER} if it is no tensor
 * @param dims its dimensions, 0 for those that are open; null if nothing is said
 */
record Declared(String name, ElementType type, List<Long> dims) {
    static Declared of(Message info) throws IOException {
        String name = info.text(1);
        Message tensor = info.message(2).message(1);
        boolean known = info.message(2).has(1);
        if (!known || !tensor.has(2)) {
            return new Declared(name, known ? ElementType.of(tensor.integer(1)) : ElementType.OTHER, null);
        }
        List<Long> dims = new ArrayList<>();
        for (Message dim : tensor.message(2).messages(1)) {
            boolean open = !dim.has(1) || dim.integer(1) < 0;
            // A dimension of size 0 stands for no data, not for an open one; it is refused as a size.
            dims.add(open ? 0 : dim.integer(1) == 0 ? -1 : dim.integer(1));
        }
        return new Declared(name, ElementType.of(tensor.integer(1)), dims);
    }

    String text() {
        return dims == null ? "of unknown shape" : dims.toString().replaceAll("\\b0\\b", "?");
    }
}
