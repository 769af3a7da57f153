package dev.pleat.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources in memory, in one run of javac, with the class path of this program. */
public final class InMemoryCompiler {
    private InMemoryCompiler() {}

    /**
     * What a compilation gave.
     *
     * @param succeeded whether there was no error
     * @param diagnostics all that javac and the processors said
     * @param generatedSources sources that processors wrote, by the name of their class
     * @param loader loads the compiled classes, on top of those of this program
     */
    public record Result(
            boolean succeeded,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, String> generatedSources,
            ClassLoader loader) {
        /** {@return the errors, a line or more each} */
        public String errors() {
            StringBuilder text = new StringBuilder();
            for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
                if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                    text.append(diagnostic).append('\n');
                }
            }
            return text.toString();
        }
    }

    /**
     * Compiles.
     *
     * @param sources compilation units by the name of their class
     * @param processors annotation processors; none run if this is empty
     * @param options further options of javac, {@code "--add-modules", "jdk.incubator.vector"} for example
     */
    public static Result compile(Map<String, String> sources, List<Processor> processors, List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Memory memory = new Memory(compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8));
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        if (processors.isEmpty()) {
            arguments.add("-proc:none");
        }
        List<Unit> units = new ArrayList<>();
        sources.forEach((name, source) -> units.add(new Unit(name, JavaFileObject.Kind.SOURCE, source)));
        JavaCompiler.CompilationTask task = compiler.getTask(null, memory, diagnostics, arguments, null, units);
        if (!processors.isEmpty()) {
            task.setProcessors(processors);
        }
        boolean succeeded = task.call();
        Map<String, String> generated = new TreeMap<>();
        memory.sources.forEach((name, unit) -> generated.put(name, unit.text()));
        return new Result(succeeded, diagnostics.getDiagnostics(), generated, new Loader(memory.classes));
    }

    /** A file in memory. */
    private static final class Unit extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Unit(String name, Kind kind, String text) {
            super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text();
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Keeps what is written, and reads everything else from the class path. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, Unit> sources = new LinkedHashMap<>();
        private final Map<String, Unit> classes = new LinkedHashMap<>();

        Memory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            Unit unit = new Unit(name, kind, "");
            (kind == JavaFileObject.Kind.SOURCE ? sources : classes).put(name, unit);
            return unit;
        }

        @Override
        public FileObject getFileForOutput(
                JavaFileManager.Location location, String packageName, String relativeName, FileObject sibling) {
            return new Unit(packageName + "." + relativeName, JavaFileObject.Kind.OTHER, "");
        }

        @Override
        public FileObject getFileForInput(JavaFileManager.Location location, String packageName, String relativeName)
                throws IOException {
            boolean written = location == StandardLocation.CLASS_OUTPUT || location == StandardLocation.SOURCE_OUTPUT;
            return written ? null : super.getFileForInput(location, packageName, relativeName);
        }
    }

    /** Loads classes from memory. */
    private static final class Loader extends ClassLoader {
        private final Map<String, Unit> classes;

        Loader(Map<String, Unit> classes) {
            super(InMemoryCompiler.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Unit unit = classes.get(name);
            if (unit == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = unit.bytes.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
