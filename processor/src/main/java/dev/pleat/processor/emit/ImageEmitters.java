package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.graph.Border;
import dev.pleat.processor.graph.Crop;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Pad;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.UpSample;
import dev.pleat.processor.graph.Window;
import dev.pleat.processor.plan.Slot;

/** Writes operations on images, whose rows may be apart. */
final class ImageEmitters {

    private ImageEmitters() {}

    static Step pool(Node node, Pool op, Context context) {
        Slot x = context.input(node);
        Slot y = context.output(node);
        Window window = op.window();
        int rows = y.image().rows();
        Share share = context.share(node);
        Finish before = finish(op, context);
        CodeBlock scaling =
                before.isNothing() ? CodeBlock.of("") : CodeBlock.of(", w, $L, $L", before.scale(), before.shift());
        CodeBlock call = CodeBlock.of(
                "$T.$L(s, $L, $L, s, $L, $L, $L, $L, $L, $L, $L, $L, $L, $L, $L, $L, $L$L);\n",
                before.isNothing() ? Names.POOLING : Names.RELU_POOLING,
                op.kind() == Pool.Kind.MAX ? "max" : "average",
                x.at(),
                x.rowStride(),
                y.at() + share.from(rows, y.rowStride()),
                y.rowStride(),
                x.image().rows(),
                x.image().cols(),
                x.image().channels(),
                share.size(rows),
                y.image().cols(),
                window.rows(),
                window.cols(),
                window.strideRows(),
                window.strideCols(),
                // The first window of a share lies as much further down.
                window.padding().top() + share.less(rows, window.strideRows()),
                window.padding().left(),
                scaling);
        CodeBlock run =
                CodeBlock.builder().add(Context.zeroBorder(y, share)).add(call).build();
        return new Step(share, run, load(op, before));
    }

    /** Returns what happens to numbers before their maximum is taken, with room for scales among the weights. */
    private static Finish finish(Pool op, Context context) {
        int channels = op.before().scalings().isEmpty()
                ? 0
                : op.before().scalings().get(0).channels();
        int scale = channels == 0 ? -1 : context.weights().reserve(channels);
        int shift = channels == 0 ? -1 : context.weights().reserve(channels);
        return Finish.of(op.before(), scale, shift, channels);
    }

    private static CodeBlock load(Pool op, Finish before) {
        return before.scales()
                ? LinearLoad.loadScalings(op.before().scalings(), before.scale(), before.shift(), before.channels())
                : CodeBlock.of("");
    }

    static Step pad(Node node, Pad op, Context context) {
        Slot x = context.input(node);
        Slot y = context.output(node);
        Border border = op.border();
        int channels = y.image().channels();
        int inside = y.at() + border.top() * y.rowStride() + border.left() * channels;
        Share share = context.share(node);
        CodeBlock.Builder code = CodeBlock.builder();
        if (!border.isEmpty()) {
            code.add(share.first(CodeBlock.of(
                    "$T.border(s, $L, $L, $L, $L, $L, $L, $L, $L);\n",
                    Names.COPY,
                    inside,
                    x.image().rows(),
                    x.image().rowLength(),
                    y.rowStride(),
                    border.left() * channels,
                    border.right() * channels,
                    border.top(),
                    border.bottom())));
        }
        code.add(copy(share, x.at(), x.rowStride(), inside, y.rowStride(), x.image()));
        return step(y, share, code.build());
    }

    static Step crop(Node node, Crop op, Context context) {
        Slot x = context.input(node);
        Slot y = context.output(node);
        int from = x.at()
                + op.border().top() * x.rowStride()
                + op.border().left() * x.image().channels();
        Share share = context.share(node);
        return step(y, share, copy(share, from, x.rowStride(), y.at(), y.rowStride(), y.image()));
    }

    private static CodeBlock copy(Share share, int from, int fromRow, int to, int toRow, Image image) {
        return CodeBlock.of(
                "$T.rows(s, $L, $L, s, $L, $L, $L, $L);\n",
                Names.COPY,
                from + share.from(image.rows(), fromRow),
                fromRow,
                to + share.from(image.rows(), toRow),
                toRow,
                share.size(image.rows()),
                image.rowLength());
    }

    static Step upSample(Node node, UpSample op, Context context) {
        Slot x = context.input(node);
        Slot y = context.output(node);
        int rows = x.image().rows();
        // Interpolation reads rows beyond a share.
        Share share = op.bilinear() ? Share.ALONE : context.share(node);
        return step(
                y,
                share,
                CodeBlock.of(
                        "$T.$L(s, $L, $L, s, $L, $L, $L, $L, $L, $L, $L);\n",
                        Names.UP_SAMPLING,
                        op.bilinear() ? "bilinear" : "nearest",
                        x.at() + share.from(rows, x.rowStride()),
                        x.rowStride(),
                        y.at() + share.from(rows, op.rows() * y.rowStride()),
                        y.rowStride(),
                        share.size(rows),
                        x.image().cols(),
                        x.image().channels(),
                        op.rows(),
                        op.cols()));
    }

    private static Step step(Slot y, Share share, CodeBlock code) {
        return Step.of(
                share,
                CodeBlock.builder().add(Context.zeroBorder(y, share)).add(code).build());
    }
}
