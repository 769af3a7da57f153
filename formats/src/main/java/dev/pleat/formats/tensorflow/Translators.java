package dev.pleat.formats.tensorflow;

import dev.pleat.formats.ReadOptions;
import java.util.HashMap;
import java.util.Map;

/** All operations that can be translated. */
final class Translators {
    private Translators() {}

    /** {@return the translators by the names of operations} */
    static Map<String, Translator> of(Variables variables, ReadOptions options) {
        Map<String, Translator> translators = new HashMap<>();
        PlumbingOps.register(translators, variables);
        ElementwiseOps.register(translators);
        ConvolutionOps.register(translators);
        NormOps.register(translators, options);
        PoolOps.register(translators);
        ShapeOps.register(translators);
        ImageOps.register(translators);
        SliceOps.register(translators);
        ConstantOps.register(translators);
        return translators;
    }
}
