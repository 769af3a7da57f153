package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.graph.Activation;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.plan.Slot;
import java.util.Locale;

/** Writes calls of kernels that work on runs of numbers, once a row where rows are apart. */
final class Spans {

    /** Channels that fill the widest vectors. */
    private static final int WIDEST = 16;

    private Spans() {}

    /** What to write for one run. */
    @FunctionalInterface
    interface Run {
        /**
         * Returns the statements for one run.
         *
         * @param x text of the input's offset
         * @param y text of the output's offset
         * @param length text of the count of numbers in the run
         */
        CodeBlock at(String x, String y, String length);
    }

    /** Returns the statements for all runs of two values of the same image that are a thread's, or of samples. */
    static CodeBlock each(Slot x, Slot y, Share share, Run run) {
        if (share.hasSamples()) {
            return samples(x, y, share, run);
        }
        if (!x.contiguous() || !y.contiguous()) {
            return rows(x, y, share, run);
        }
        int length = y.image().rows() * y.image().rowLength();
        return share.divided()
                ? run.at(
                        x.at() + " + part.start(" + length + ")",
                        y.at() + " + part.start(" + length + ")",
                        "part.length(" + length + ")")
                : run.at("" + x.at(), "" + y.at(), "" + length);
    }

    private static CodeBlock samples(Slot x, Slot y, Share share, Run run) {
        int size = y.image().channels();
        return CodeBlock.builder()
                .beginControlFlow("$L", share.loop("sample", share.samples()))
                .add(run.at(x.at() + " + sample * " + size, y.at() + " + sample * " + size, "" + size))
                .endControlFlow()
                .build();
    }

    private static CodeBlock rows(Slot x, Slot y, Share share, Run run) {
        Image image = y.image();
        return CodeBlock.builder()
                .beginControlFlow("$L", share.loop("row", image.rows()))
                .add(run.at(
                        x.at() + " + row * " + x.rowStride(), y.at() + " + row * " + y.rowStride(), "" + y.rowLength()))
                .endControlFlow()
                .build();
    }

    /** Returns the statement that applies an activation to a run. */
    static CodeBlock activation(Activation function, String x, String y, String length) {
        CodeBlock.Builder call = CodeBlock.builder()
                .add("$T.$L(s, $L, s, $L, $L", Names.ACTIVATIONS, method(function.kind()), x, y, length);
        function.parameters().forEach(parameter -> call.add(", $L", Names.floatLiteral(parameter)));
        return call.add(");\n").build();
    }

    /** Returns the runtime's method: {@code GELU_TANH} is {@code geluTanh}. */
    private static String method(Activation.Kind kind) {
        StringBuilder name = new StringBuilder();
        for (char c : kind.name().toLowerCase(Locale.ROOT).toCharArray()) {
            boolean wordBegins = name.length() > 0 && name.charAt(name.length() - 1) == '_';
            if (wordBegins) {
                name.setLength(name.length() - 1);
            }
            name.append(wordBegins ? Character.toUpperCase(c) : c);
        }
        return name.toString();
    }

    /** Returns the statements that scale each channel of the pixels that are a thread's, in place or elsewhere. */
    static CodeBlock scale(Slot x, Slot y, Share share, int scale, int shift, int channels) {
        Run run = (from, to, pixels) -> CodeBlock.of(
                "$T.apply(s, $L, s, $L, w, $L, $L, $L, $L, 1);\n",
                Names.AFFINE,
                from,
                to,
                scale,
                shift,
                pixels,
                channels);
        if (!x.contiguous() || !y.contiguous()) {
            int pixels = y.image().rowLength() / channels;
            return rows(x, y, share, (from, to, length) -> run.at(from, to, "" + pixels));
        }
        int pixels = y.image().rows() * y.image().rowLength() / channels;
        if (channels < WIDEST) {
            // Vectors reach over pixels; divided elsewhere, other ones would be left over.
            return share.first(run.at("" + x.at(), "" + y.at(), "" + pixels));
        }
        String first = share.from(pixels, channels);
        return run.at(x.at() + first, y.at() + first, share.size(pixels));
    }
}
