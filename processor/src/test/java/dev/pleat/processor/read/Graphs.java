package dev.pleat.processor.read;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.graph.Graph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The graphs of models as they are read, before any pass. */
public final class Graphs {

    private Graphs() {}

    /** Returns the graph of one model of the given layers, the members of a record. */
    public static Graph of(String layers) {
        String source = "import dev.pleat.*; import static dev.pleat.ActivationFunction.*;"
                + "import static dev.pleat.Padding.*; import static dev.pleat.DataFormat.*; @Model record Net("
                + layers.strip() + ") {}";
        return of(Map.of("Net", source)).get("Net");
    }

    /** Returns the graphs of models by the names of their classes, given their sources. */
    public static Map<String, Graph> of(Map<String, String> sources) {
        Reader reader = new Reader();
        InMemoryCompiler.Result result = InMemoryCompiler.compile(sources, List.of(reader), List.of("-proc:only"));
        if (!result.succeeded()) {
            throw new IllegalArgumentException(result.errors());
        }
        return reader.graphs;
    }

    /** Reads every model and generates nothing. */
    private static final class Reader extends AbstractProcessor {
        private final Map<String, Graph> graphs = new LinkedHashMap<>();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("dev.pleat.Model");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            ModelReader reader =
                    new ModelReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), element -> true);
            for (TypeElement annotation : annotations) {
                round.getElementsAnnotatedWith(annotation)
                        .forEach(type -> reader.read((TypeElement) type, new Diagnostics(processingEnv.getMessager()))
                                .ifPresent(model -> graphs.put(type.toString(), model.graph())));
            }
            return false;
        }
    }
}
