package dev.pleat.cli;

import dev.pleat.runtime.CompiledModel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A user's build: javac with the processor, over a folder of sources whose other files are resources. */
record Build(URLClassLoader loader) implements AutoCloseable {
    static Build of(Path sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "--add-modules",
                "jdk.incubator.vector",
                "-Xlint:none",
                "-d",
                classes.toString(),
                "-processorpath",
                System.getProperty("java.class.path"),
                "-processor",
                "dev.pleat.processor.ModelProcessor"));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new AssertionError("javac returned " + code);
        }
        URL[] path = {classes.toUri().toURL(), sources.toUri().toURL()};
        return new Build(new URLClassLoader(path, Build.class.getClassLoader()));
    }

    /** Returns a model with the weights that it finds on the class path. */
    CompiledModel load(String name) throws ReflectiveOperationException {
        return (CompiledModel) loader.loadClass(name).getMethod("load").invoke(null);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
