package dev.pleat.processor.diagnostics;

import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What javac with the processor makes of sources, as text. */
public record Compiled(InMemoryCompiler.Result result) {

    /** A model that must be compiled beside every one that is refused. */
    static final String GOOD = """
        package problems;

        import dev.pleat.*;

        @Model
        record Good(@Input(3) Layer x, @Dense(units = 2) Layer y) {}
        """;

    /** Compiles sources, each by the name of its class. */
    public static Compiled of(Map<String, String> sources, String... options) {
        List<String> all = new ArrayList<>(List.of("--add-modules", "jdk.incubator.vector"));
        all.addAll(Arrays.asList(options));
        return new Compiled(InMemoryCompiler.compile(sources, List.of(new ModelProcessor()), all));
    }

    /** Compiles one model of the given layers, the members of a record. */
    public static Compiled model(String layers, String... options) {
        String source = """
            package problems;

            import static dev.pleat.ActivationFunction.*;
            import static dev.pleat.Padding.*;
            import static dev.pleat.DataFormat.*;

            import dev.pleat.*;

            @Model
            record Net(
            %s) {}
            """;
        return of(Map.of("problems.Net", source.formatted(layers.strip())), options);
    }

    /** Returns the errors as {@code Bad.java:12:34: message}; line and column count from 1. */
    public String errors() {
        return errors("");
    }

    /** Returns the errors in the sources of a package, empty for all. */
    String errors(String packageName) {
        return result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .filter(diagnostic -> packageName.isEmpty() || in(packageName, diagnostic.getSource()))
                .map(Compiled::text)
                .collect(Collectors.joining("\n"));
    }

    private static boolean in(String packageName, JavaFileObject source) {
        return source != null && source.getName().startsWith("/" + packageName.replace('.', '/') + "/");
    }

    /** Returns the notes, without their place. */
    public List<String> notes() {
        return result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.NOTE)
                .map(diagnostic -> diagnostic.getMessage(null))
                .filter(message -> !message.startsWith("Some input files use"))
                .toList();
    }

    /** Returns the simple names of the generated classes of a package. */
    List<String> generated(String packageName) {
        return result.generatedSources().keySet().stream()
                .filter(name -> name.lastIndexOf('.') == packageName.length() && name.startsWith(packageName))
                .map(name -> name.substring(packageName.length() + 1))
                .toList();
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(null);
        if (diagnostic.getSource() == null) {
            return message;
        }
        String file = diagnostic.getSource().getName();
        return file.substring(file.lastIndexOf('/') + 1) + ":" + diagnostic.getLineNumber() + ":"
                + diagnostic.getColumnNumber() + ": " + message;
    }
}
