package dev.pleat.processor.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/** Random models as sources, for tests that only look at what is generated. */
public final class RandomSources {
    private RandomSources() {}

    /** {@return the sources of the first models, by qualified name} */
    public static Map<String, String> of(String packageName, int models) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (long seed = 0; seed < models; seed++) {
            ModelSpec model = RandomModels.next(seed);
            sources.put(packageName + "." + model.name(), SourcePrinter.print(model, packageName));
        }
        return sources;
    }
}
