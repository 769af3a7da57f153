package dev.pleat.processor;

import com.palantir.javapoet.JavaFile;
import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.diagnostics.Origin;
import dev.pleat.processor.diagnostics.Problem;
import dev.pleat.processor.emit.ModelEmitter;
import dev.pleat.processor.graph.Graph;
import dev.pleat.processor.pass.Notes;
import dev.pleat.processor.pass.Optimizer;
import dev.pleat.processor.plan.MemoryPlanner;
import dev.pleat.processor.plan.Plan;
import dev.pleat.processor.read.Model;
import dev.pleat.processor.read.ModelReader;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;

/**
 * The whole compiler: read, optimize, plan, emit.
 *
 * @param environment what the user's module can see
 * @param audience who wants every compilation explained, if anyone does
 */
record Compilation(
        ModelReader reader, Options options, Environment environment, Optional<Consumer<Explanation>> audience) {

    /**
     * What the user's module can see.
     *
     * @param vectors the module {@code jdk.incubator.vector}
     * @param generated the annotation {@code javax.annotation.processing.Generated}
     */
    record Environment(boolean vectors, boolean generated) {}

    /** Returns the source of a model's class, or nothing once its problems are reported. */
    Optional<JavaFile> compile(TypeElement type, Diagnostics diagnostics) {
        Optional<Model> model = reader.read(type, diagnostics);
        return model.map(read -> options.logits() ? read.withGraph(Logits.addTo(read.graph())) : read)
                .flatMap(read -> compile(read, diagnostics));
    }

    private Optional<JavaFile> compile(Model model, Diagnostics diagnostics) {
        Origin origin = Origin.of(model.type());
        Notes notes = new Notes();
        if (options.dumpGraph()) {
            diagnostics.note(origin, "read:\n" + model.graph());
        }
        Optional<Explainer> explainer = audience.map(listener -> new Explainer(model));
        Optimizer.Observer dump = (pass, graph) -> {
            if (options.dumpGraph()) {
                diagnostics.note(origin, "after " + pass + ":\n" + graph);
            }
        };
        Optimizer optimizer =
                new Optimizer(options.skip(), explainer.map(dump::and).orElse(dump));
        Graph optimized = optimizer.optimize(model.graph(), notes);
        if (options.verbose()) {
            notes.sentences().forEach(sentence -> diagnostics.note(origin, sentence));
        }
        try {
            Plan plan = MemoryPlanner.plan(optimized);
            ModelEmitter.Emission emission = new ModelEmitter(
                            model,
                            plan,
                            notes.sentences(),
                            environment.vectors(),
                            environment.generated(),
                            options.divide())
                    .emit();
            explainer.ifPresent(e -> audience.orElseThrow().accept(e.explain(notes, plan, emission)));
            return Optional.of(emission.file());
        } catch (ArithmeticException tooLarge) {
            diagnostics.error(
                    origin, null, Problem.MODEL_TOO_LARGE, model.type().getSimpleName());
            return Optional.empty();
        }
    }
}
