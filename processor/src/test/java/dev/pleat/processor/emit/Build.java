package dev.pleat.processor.emit;

import dev.pleat.processor.ModelProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** One run of a Java compiler over sources in a folder, as a user's build would do it. */
final class Build {

    static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** The compilers that users have: javac, and Eclipse's. */
    enum Tool {
        JAVAC(ToolProvider::getSystemJavaCompiler),
        ECJ(EclipseCompiler::new);

        private final Supplier<JavaCompiler> compiler;

        Tool(Supplier<JavaCompiler> compiler) {
            this.compiler = compiler;
        }
    }

    private final Path folder;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private Tool tool = Tool.JAVAC;
    private boolean modular;
    private boolean processing = true;
    private boolean vectors = true;

    private Build(Path folder) {
        this.folder = folder;
    }

    /** Returns a build of Java 17 that sees the vector module and runs the model processor, in a folder of its own. */
    static Build in(Path parent) {
        try {
            return new Build(Files.createTempDirectory(parent, "build"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Build with(Tool compiler) {
        tool = compiler;
        return this;
    }

    /** Adds a source file by the qualified name of its class. */
    Build source(String name, String text) {
        sources.put(name, text);
        return this;
    }

    Build sources(Map<String, String> more) {
        sources.putAll(more);
        return this;
    }

    Build option(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Adds a jar or a folder of classes. */
    Build classPath(Path more) {
        classPath.add(more);
        return this;
    }

    /** Puts the language and the runtime on the module path, where named modules find them. */
    Build modular() {
        modular = true;
        return withoutVectorModule();
    }

    Build withoutProcessor() {
        processing = false;
        return this;
    }

    /** Leaves out the option {@code --add-modules jdk.incubator.vector}. */
    Build withoutVectorModule() {
        vectors = false;
        return this;
    }

    /**
     * What a compiler said.
     *
     * @param text the message alone, without its place
     */
    record Message(Diagnostic.Kind kind, String text) {}

    /**
     * What a build gave.
     *
     * @param generated the sources that the processor wrote, by qualified name
     * @param classes class files by binary name
     * @param output the folder with the class files
     */
    record Result(
            boolean succeeded,
            List<Message> messages,
            Map<String, String> generated,
            Map<String, byte[]> classes,
            Path output) {

        /** Returns the messages of a kind. */
        List<String> messages(Diagnostic.Kind... kinds) {
            return messages.stream()
                    .filter(message -> List.of(kinds).contains(message.kind()))
                    .map(Message::text)
                    .toList();
        }

        /** Returns this result, which must be a success. */
        Result orFail() {
            if (!succeeded) {
                throw new AssertionError("does not compile: " + messages);
            }
            return this;
        }

        /** Returns a loader of the classes, on top of the tests' own. */
        ClassLoader loader() {
            try {
                return new URLClassLoader(new URL[] {output.toUri().toURL()}, Build.class.getClassLoader());
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }

        Class<?> load(String name) {
            try {
                return loader().loadClass(name);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Compiles. */
    Result run() {
        try {
            return compile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result compile() throws IOException {
        Path output = Files.createDirectories(folder.resolve("classes"));
        Path generated = Files.createDirectories(folder.resolve("generated"));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            files.add(write(source.getKey(), source.getValue()));
        }
        JavaCompiler compiler = tool.compiler.get();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        try (manager) {
            if (modular) {
                // Eclipse's compiler adds the tests' own class path, whose folders hide those of the module path.
                manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(output));
                manager.setLocationFromPaths(StandardLocation.MODULE_PATH, languageAndRuntime());
            }
            JavaCompiler.CompilationTask task = compiler.getTask(
                    Writer.nullWriter(),
                    manager,
                    diagnostics,
                    arguments(output, generated),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            if (processing) {
                task.setProcessors(List.of(new ModelProcessor()));
            }
            boolean succeeded = task.call();
            List<Message> messages = diagnostics.getDiagnostics().stream()
                    .map(found -> new Message(found.getKind(), found.getMessage(Locale.ROOT)))
                    .toList();
            Map<String, String> written = new TreeMap<>();
            read(generated, ".java")
                    .forEach((name, bytes) -> written.put(name, new String(bytes, StandardCharsets.UTF_8)));
            return new Result(succeeded, messages, written, read(output, ".class"), output);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("sources").resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> arguments(Path output, Path generated) {
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-d", output.toString()));
        arguments.addAll(List.of("-s", generated.toString()));
        if (!modular) {
            String paths = Stream.concat(languageAndRuntime().stream(), classPath.stream())
                    .map(Path::toString)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
            arguments.addAll(List.of("-classpath", paths));
        }
        if (vectors) {
            arguments.addAll(List.of("--add-modules", VECTOR_MODULE));
        }
        if (!processing) {
            arguments.add("-proc:none");
        }
        arguments.addAll(options);
        return arguments;
    }

    /** Returns the places of the language and the runtime on the tests' own class path. */
    private static List<Path> languageAndRuntime() {
        return Stream.of("dev.pleat.Model", "dev.pleat.runtime.Simd")
                .map(type -> Path.of(location(type)))
                .toList();
    }

    static String location(String type) {
        try {
            return Path.of(Class.forName(type, false, Build.class.getClassLoader())
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath()
                    .normalize()
                    .toString();
        } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, byte[]> read(Path folder, String extension) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(extension)).toList()) {
                String path = folder.relativize(file).toString();
                String name = path.substring(0, path.length() - extension.length());
                files.put(name.replace(file.getFileSystem().getSeparator(), "."), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
