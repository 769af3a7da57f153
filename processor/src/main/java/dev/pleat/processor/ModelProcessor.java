package dev.pleat.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.read.ModelReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Compiles every class that is annotated {@code @Model}. */
@AutoService(Processor.class)
@SupportedAnnotationTypes("dev.pleat.Model")
@SupportedOptions({Options.DUMP, Options.VERBOSE, Options.LOGITS, Options.DIVIDE, Options.SKIP})
public final class ModelProcessor extends AbstractProcessor {

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private final Set<String> sources = new HashSet<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Optional<Consumer<Explanation>> audience;
    private ModelReader reader;
    private Options options;
    private boolean warned;

    /** Creates the processor as compilers do. */
    public ModelProcessor() {
        this.audience = Optional.empty();
    }

    /**
     * Creates a processor that tells how it compiled each model.
     *
     * @param audience gets an explanation of every model that is compiled without errors
     */
    public ModelProcessor(Consumer<Explanation> audience) {
        this.audience = Optional.of(audience);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        try {
            options = Options.of(environment.getOptions());
        } catch (IllegalArgumentException e) {
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage());
            options = Options.of(Map.of());
        }
        reader = new ModelReader(environment.getElementUtils(), environment.getTypeUtils(), this::isSource);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            sources.add(root.toString());
        }
        Set<String> models = new LinkedHashSet<>(waiting);
        waiting.clear();
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation)
                    .forEach(element -> models.add(
                            ((TypeElement) element).getQualifiedName().toString()));
        }
        if (!round.processingOver()) {
            models.forEach(model -> compile(processingEnv.getElementUtils().getTypeElement(model)));
        }
        return false;
    }

    private void compile(TypeElement type) {
        try {
            boolean vectors = seesVectors(type);
            Diagnostics diagnostics = new Diagnostics(processingEnv.getMessager());
            Optional<JavaFile> file = compilation(type, vectors).compile(type, diagnostics);
            if (diagnostics.awaitsOthers()) {
                waiting.add(type.getQualifiedName().toString());
            }
            if (file.isPresent()) {
                warnWithoutVectors(type, vectors);
                file.get().writeTo(processingEnv.getFiler());
            }
        } catch (IOException e) {
            error(type, "cannot write the compiled class of '" + type.getSimpleName() + "': " + e.getMessage());
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            error(type, "[internal-error] a defect of the Pleat compiler, please report it with this model:\n" + trace);
        }
    }

    private Compilation compilation(TypeElement type, boolean vectors) {
        boolean generated =
                processingEnv.getElementUtils().getTypeElement(moduleOf(type), "javax.annotation.processing.Generated")
                        != null;
        return new Compilation(reader, options, new Compilation.Environment(vectors, generated), audience);
    }

    private ModuleElement moduleOf(TypeElement type) {
        return processingEnv.getElementUtils().getModuleOf(type);
    }

    /** Returns whether the user's module reads the vector module: it may be there and not be read. */
    private boolean seesVectors(TypeElement type) {
        return processingEnv.getElementUtils().getTypeElement(moduleOf(type), VECTOR_MODULE + ".FloatVector") != null;
    }

    private void warnWithoutVectors(TypeElement type, boolean vectors) {
        if (vectors || warned) {
            return;
        }
        warned = true;
        ModuleElement module = moduleOf(type);
        String fix = module == null || module.isUnnamed()
                ? "add --add-modules " + VECTOR_MODULE + " to the options of javac, and of java"
                : "add 'requires " + VECTOR_MODULE + ";' to the module-info of " + module.getQualifiedName();
        processingEnv
                .getMessager()
                .printMessage(
                        Diagnostic.Kind.WARNING,
                        "[no-vector-module] models are compiled without vector kernels and will run many times"
                                + " slower\n"
                                + "  fix: "
                                + fix,
                        type);
    }

    /** Returns whether an element is being compiled, so that problems can be shown in its source. */
    private boolean isSource(Element element) {
        Element outermost = element;
        while (outermost.getEnclosingElement() instanceof TypeElement) {
            outermost = outermost.getEnclosingElement();
        }
        while (!(outermost instanceof TypeElement)) {
            outermost = outermost.getEnclosingElement();
        }
        return sources.contains(outermost.toString());
    }

    private void error(Element element, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
    }
}
