package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.pleat.processor.graph.Scaling;
import java.util.ArrayList;
import java.util.List;

/** Writes the expressions that compute a scaling from the weights when the model is loaded. */
final class ScalingCode {

    /** Literals up to this many stand in the code; more would make its method too large for HotSpot. */
    private static final int LITERALS = 16;

    /** Java's class files hold strings of 65,535 bytes; a number takes at most 25. */
    private static final int NUMBERS_PER_STRING = 2000;

    private ScalingCode() {}

    /** Returns an expression of type {@code ChannelAffine} that applies scalings one behind the other. */
    static CodeBlock of(List<Scaling> scalings) {
        CodeBlock.Builder code = CodeBlock.builder().add(of(scalings.get(0)));
        scalings.subList(1, scalings.size()).forEach(scaling -> code.add(".then($L)", of(scaling)));
        return code.build();
    }

    private static CodeBlock of(Scaling scaling) {
        if (scaling instanceof Scaling.BatchNorm norm) {
            return CodeBlock.of(
                    "weights.batchNorm($S, $L, $L, $L, $L)",
                    norm.layer(),
                    norm.channels(),
                    norm.epsilon(),
                    norm.beta().isPresent(),
                    norm.gamma().isPresent());
        } else if (scaling instanceof Scaling.Normalization normalization) {
            return CodeBlock.of(
                    "weights.normalization($S, $L, $L)",
                    normalization.layer(),
                    normalization.channels(),
                    normalization.invert());
        } else if (scaling instanceof Scaling.Tiled tiled) {
            return CodeBlock.of("$L.repeat($L)", of(tiled.of()), tiled.times());
        }
        Scaling.Constant constant = (Scaling.Constant) scaling;
        CodeBlock code =
                CodeBlock.of("$T.of($L, $L)", Names.CHANNEL_AFFINE, array(constant.scale()), array(constant.shift()));
        boolean spread = constant.scale().size() == 1 && constant.channels() > 1;
        return spread ? CodeBlock.of("$L.repeat($L)", code, constant.channels()) : code;
    }

    private static CodeBlock array(List<Double> values) {
        if (values.size() <= LITERALS) {
            List<CodeBlock> literals =
                    values.stream().map(v -> CodeBlock.of("$L", v)).toList();
            return CodeBlock.of("new double[] {$L}", CodeBlock.join(literals, ", "));
        }
        List<CodeBlock> strings = new ArrayList<>();
        for (int i = 0; i < values.size(); i += NUMBERS_PER_STRING) {
            List<Double> part = values.subList(i, Math.min(values.size(), i + NUMBERS_PER_STRING));
            strings.add(CodeBlock.of(
                    "$S", String.join(" ", part.stream().map(String::valueOf).toList())));
        }
        return CodeBlock.of("$T.parse($L)", Names.NUMBERS, CodeBlock.join(strings, ",\n"));
    }
}
