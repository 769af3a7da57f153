package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.graph.Activation;
import dev.pleat.processor.graph.Image;
import dev.pleat.processor.plan.Slot;
import java.util.Locale;

/** Writes calls of kernels that work on runs of numbers, once a row where rows are apart. */
final class Spans {

    private Spans() {}

    /** What to write for one run. */
    @FunctionalInterface
    interface Run {
        /**
         * Returns the statements for one run.
         *
         * @param x text of the input's offset
         * @param y text of the output's offset
         * @param length numbers in the run
         */
        CodeBlock at(String x, String y, int length);
    }

    /** Returns the statements for all runs of two values of the same image, or of samples of the same size. */
    static CodeBlock each(Context context, Slot x, Slot y, Run run) {
        Image image = y.image();
        if (context.hasSamples()) {
            int size = image.channels();
            return CodeBlock.builder()
                    .beginControlFlow("for (int sample = 0; sample < samples; sample++)")
                    .add(run.at(x.at() + " + sample * " + size, y.at() + " + sample * " + size, size))
                    .endControlFlow()
                    .build();
        }
        if (x.contiguous() && y.contiguous()) {
            return run.at("" + x.at(), "" + y.at(), image.rows() * image.rowLength());
        }
        return CodeBlock.builder()
                .beginControlFlow("for (int row = 0; row < $L; row++)", image.rows())
                .add(run.at(
                        x.at() + " + row * " + x.rowStride(), y.at() + " + row * " + y.rowStride(), image.rowLength()))
                .endControlFlow()
                .build();
    }

    /** Returns the statement that applies an activation to a run. */
    static CodeBlock activation(Activation function, String x, String y, int length) {
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

    /** Returns the statement that scales each channel of a run of pixels in place or elsewhere. */
    static CodeBlock scale(String x, String y, int scale, int shift, int length, int channels) {
        return CodeBlock.of(
                "$T.apply(s, $L, s, $L, w, $L, $L, $L, $L, 1);\n",
                Names.AFFINE,
                x,
                y,
                scale,
                shift,
                length / channels,
                channels);
    }
}
